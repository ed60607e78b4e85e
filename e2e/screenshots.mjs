/** Pictures of every screen: `npm run screenshots -w e2e -- <folder>`. */

import { mkdirSync } from 'node:fs';
import { argv, exit } from 'node:process';
import { openBrowser } from './harness/browser.js';
import { CAST, Demo } from './harness/demo.js';
import { Flow } from './harness/flow.js';
import { SCREENS } from './harness/screens.js';

const SIZES = [
  { width: 320, height: 568 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
];

const folder = argv[2];
if (!folder) {
  console.error('Where to? npm run screenshots -w e2e -- <folder>');
  exit(1);
}
mkdirSync(folder, { recursive: true });

const demo = await Demo.start();
const browser = await openBrowser();
try {
  for (const viewport of SIZES) {
    for (const colorScheme of ['light', 'dark']) await takeAll(viewport, colorScheme);
  }
} finally {
  await browser.close();
  await demo.stop();
}

/** @param {{ width: number, height: number }} viewport @param {'light' | 'dark'} colorScheme */
async function takeAll(viewport, colorScheme) {
  const options = { viewport, colorScheme, reducedMotion: /** @type {const} */ ('reduce') };
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const save = (name, whole = {}) => {
    const path = `${folder}/${name}-${viewport.width}-${colorScheme}.png`;
    return page.screenshot({ path, ...whole });
  };
  for (const [name, { customer, go }] of Object.entries(SCREENS)) {
    await demo.reset();
    await go(await Flow.open(page, demo.pageOf(customer)));
    await save(name);
  }
  await demo.reset();
  for (const tab of ['plain', 'react']) {
    await page.goto('about:blank');
    await page.goto(demo.pageOf(CAST.monthly, `#${tab}`));
    await page.getByRole('button', { name: 'Cancel Subscription' }).waitFor();
    await save(`page-${tab}`, { fullPage: true });
  }
  await page.goto(await demo.viewUrl({ customer_id: CAST.monthly }));
  await save('alone', { fullPage: true });
  await page.goto(`${demo.origin}/retention?session_id=ret_forged`);
  await save('unknown');
  await context.close();
}
