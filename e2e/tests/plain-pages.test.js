/** The whole flow in a browser that runs no scripts. */

import assert from 'node:assert/strict';
import { CAST } from '../harness/demo.js';
import { CANCEL, Flow } from '../harness/flow.js';
import { demoSuite } from '../harness/suite.js';

const { test } = demoSuite();
const withoutScripts = { javaScriptEnabled: false };

test(
  'without scripts a customer cancels, keeps the receipt and undoes it there',
  async ({ page, demo }) => {
    const flow = await Flow.visit(page, await demo.viewUrl({ customer_id: CAST.monthly }));
    await flow.answer('It’s too expensive');
    await flow.step('offer');
    await flow.press('Continue to cancel');
    await flow.step('confirm');
    await flow.press(CANCEL);
    await flow.step('receipt');
    assert.equal((await demo.subscription(CAST.monthly)).cancel_at_period_end, true);

    const link = flow.view.getByRole('link', { name: 'Download receipt' });
    const [path] = (await link.getAttribute('href')).split('?');
    const receipt = await Flow.visit(page, demo.origin + path);
    await receipt.press('Undo cancellation');
    await receipt.step('undone');
    assert.equal((await demo.subscription(CAST.monthly)).cancel_at_period_end, false);
  },
  withoutScripts,
);

test(
  'without scripts a customer takes the pause',
  async ({ page, demo }) => {
    const flow = await Flow.visit(page, await demo.viewUrl({ customer_id: CAST.monthly }));
    await flow.answer('I don’t use it enough');
    await flow.step('offer');
    await flow.pick('1 month');
    await flow.press('Pause my plan');
    await flow.step('kept');

    assert.ok((await demo.subscription(CAST.monthly)).pause_collection);
  },
  withoutScripts,
);

test(
  'without scripts the receipt is a file that can be kept',
  async ({ page, demo }) => {
    const flow = await Flow.visit(page, await demo.viewUrl({ customer_id: CAST.monthly }));
    await flow.press('Cancel now');
    const starting = page.waitForEvent('download');
    await flow.view.getByRole('link', { name: 'Download receipt' }).click();

    assert.match((await starting).suggestedFilename(), /\.html$/);
  },
  withoutScripts,
);

test(
  'without scripts the survey can be passed without an answer',
  async ({ page, demo }) => {
    const flow = await Flow.visit(page, await demo.viewUrl({ customer_id: CAST.monthly }));
    await flow.press('Continue to cancel');

    await flow.step('confirm');
  },
  withoutScripts,
);

test(
  'without scripts reloading and going back decide nothing twice',
  async ({ page, demo }) => {
    const viewUrl = await demo.viewUrl({ customer_id: CAST.monthly });
    const flow = await Flow.visit(page, viewUrl);
    await flow.press('Cancel now');
    await flow.step('receipt');
    await page.reload();
    await flow.step('receipt');
    await page.goto(viewUrl);
    await flow.step('receipt');

    const { requests } = await demo.state(CAST.monthly);
    assert.equal(requests.filter(({ method }) => method !== 'GET').length, 1);
  },
  withoutScripts,
);

test(
  'the sample page without scripts still leads to a way to cancel',
  async ({ page, demo }) => {
    await page.goto(demo.pageOf(CAST.monthly));
    await page.getByRole('link', { name: 'Cancel Subscription' }).click();

    await page.waitForURL('**/cancel.html*');
    await page.getByRole('link', { name: /mail/i }).waitFor();
  },
  withoutScripts,
);
