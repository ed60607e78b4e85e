/** Every sample of the published integration guide works as written, apart from host, key and session. */

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { CAST } from '../harness/demo.js';
import { Flow } from '../harness/flow.js';
import { serveHost } from '../harness/host.js';
import { bundle, sampleFolder, samples, typeCheck } from '../harness/samples.js';
import { demoSuite } from '../harness/suite.js';

const { test } = demoSuite();

/** Puts in what the guide tells the reader to put in. */
async function filledIn(code, demo) {
  const sessionId = await demo.session({ customer_id: CAST.monthly });
  return code
    .replaceAll('"sessionId"', JSON.stringify(sessionId))
    .replaceAll('"ret_example123"', JSON.stringify(sessionId))
    .replaceAll("'your-public-key'", JSON.stringify(demo.publicKey));
}

const WITH_SDK = `import { Renumerate } from '@renumerate/js';
const renumerate = new Renumerate({ publicKey: 'your-public-key' });\n`;

/** Serves a page that runs a sample, and opens it. */
async function runInPage({ t, page, demo }, code) {
  const folder = await sampleFolder(t);
  const script = await bundle(folder, await filledIn(code, demo));
  const url = await serveHost(t, {
    '/': {
      body: `<!doctype html><html lang="en"><title>Sample</title>
        <div id="elementId"></div><div id="root"></div><script src="/sample.js"></script></html>`,
    },
    '/sample.js': { body: script, headers: { 'Content-Type': 'text/javascript' } },
  });
  await page.goto(url);
}

async function cancelInView({ page, demo }) {
  const flow = Flow.within(page);
  await flow.press('Cancel now');
  await flow.step('receipt');
  assert.equal((await demo.subscription(CAST.monthly)).cancel_at_period_end, true);
}

test('the back-end sample, run by Node, makes a session', async ({ demo, t }) => {
  const [, , backend] = await samples('typescript');
  const folder = await sampleFolder(t);
  const program = backend.replace('https://api.renumerate.com', demo.origin);
  assert.notEqual(program, backend);
  await writeFile(`${folder}/backend.mjs`, `${program}\nconsole.log(id);\n`);
  const env = { ...process.env, RENUMERATE_PRIVATE_KEY: demo.brandKey };
  const { stdout } = await promisify(execFile)(process.execPath, [`${folder}/backend.mjs`], {
    env,
  });

  assert.match(stdout, /^ret_/);
});

test('every sample of the browser passes a strict type check', async ({ t }) => {
  const [mount, show] = await samples('typescript');
  const [basic, hook] = await samples('tsx');
  await typeCheck(await sampleFolder(t), {
    'mount.ts': WITH_SDK + mount,
    'show.ts': WITH_SDK + show,
    'basic.tsx': `${basic}\nexport default MyComponent;\n`,
    'hook.tsx': `${hook}\nexport default App;\n`,
  });
});

test('the sample that mounts the button runs a whole flow', async (scene) => {
  const [mount] = await samples('typescript');
  await runInPage(scene, WITH_SDK + mount);
  const button = scene.page.getByRole('button', { name: 'Cancel Subscription' });
  assert.equal(await button.getAttribute('class'), 'classes');
  await button.click();

  await cancelInView(scene);
});

test('the sample that opens the view runs a whole flow', async (scene) => {
  const [, show] = await samples('typescript');
  await runInPage(scene, WITH_SDK + show);

  await cancelInView(scene);
});

const mounted = (code, component) =>
  `import { createRoot } from 'react-dom/client';\n${code}
  createRoot(document.getElementById('root')!).render(<${component} />);`;

test('the React sample with the ready buttons runs a whole flow', async (scene) => {
  const [basic] = await samples('tsx');
  await runInPage(scene, mounted(basic, 'MyComponent'));
  const buttons = scene.page.getByRole('button', { name: 'Cancel Subscription' });
  await buttons.nth(1).click();
  assert.equal(await buttons.count(), 2);

  await cancelInView(scene);
});

test('the React sample with the hook runs a whole flow', async (scene) => {
  const [, hook] = await samples('tsx');
  scene.page.on('dialog', (dialog) => dialog.accept());
  await runInPage(scene, mounted(hook, 'App'));
  await scene.page.getByRole('button', { name: 'Cancel My Subscription' }).click();

  await cancelInView(scene);
});
