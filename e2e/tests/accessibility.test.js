/** axe on every screen inside the frame, and on the sample page around it, in light and dark. */

import { assertAccessible } from '../harness/axe.js';
import { CAST } from '../harness/demo.js';
import { Flow } from '../harness/flow.js';
import { SCREENS } from '../harness/screens.js';
import { demoSuite } from '../harness/suite.js';

const { test } = demoSuite();

for (const colorScheme of ['light', 'dark']) {
  for (const [name, { customer, go }] of Object.entries(SCREENS)) {
    test(`the ${colorScheme} screen ${name} has no violation`, async ({ page, demo }) => {
      // The dialog grows and fades in; what is measured must stand still.
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme });
      const flow = await Flow.open(page, demo.pageOf(customer));
      await go(flow);
      await assertAccessible(await flow.frame());
    });
  }

  for (const tab of ['plain', 'react']) {
    test(`the ${colorScheme} sample page with its ${tab} tab has no violation`, async ({
      page,
      demo,
    }) => {
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme });
      await page.goto(demo.pageOf(CAST.monthly, `#${tab}`));
      await page.getByRole('button', { name: 'Cancel Subscription' }).waitFor();
      await assertAccessible(page);
    });
  }

  test(`the ${colorScheme} page with the dialog open has no violation`, async ({ page, demo }) => {
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme });
    await Flow.open(page, demo.pageOf(CAST.monthly));
    await assertAccessible(page);
  });

  test(`the ${colorScheme} receipt of its own has no violation`, async ({ page, demo }) => {
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme });
    const flow = await Flow.visit(page, await demo.viewUrl({ customer_id: CAST.monthly }));
    await flow.press('Cancel now');
    await flow.step('receipt');
    const link = flow.view.getByRole('link', { name: 'Download receipt' });
    const [path] = (await link.getAttribute('href')).split('?');
    await page.goto(demo.origin + path);
    await assertAccessible(page);
  });
}

test('pages that cannot help have no violation', async ({ page, demo }) => {
  await page.goto(`${demo.origin}/retention?session_id=ret_forged`);
  await assertAccessible(page);
  await page.goto(`${demo.origin}/retention`);
  await assertAccessible(page);
  await page.goto(`${demo.origin}/demo/cancel.html`);
  await assertAccessible(page);
});

test('a page that has expired has no violation', async ({ page, demo }) => {
  const url = await demo.viewUrl({ customer_id: CAST.monthly });
  await demo.advance(31);
  await page.goto(url);
  await page.getByRole('heading', { name: 'This page has expired' }).waitFor();
  await assertAccessible(page);
});

test('a cancellation that Stripe has not confirmed yet has no violation', async ({
  page,
  demo,
}) => {
  const flow = await Flow.visit(page, await demo.viewUrl({ customer_id: CAST.monthly }));
  await demo.stripeGoesDown();
  await flow.press('Cancel now');
  await flow.step('pending');
  await assertAccessible(page);
});
