/** The ways through the view, from the button on the sample page to what Stripe says afterwards. */

import assert from 'node:assert/strict';
import { CAST } from '../harness/demo.js';
import { CANCEL, callbacks, Flow } from '../harness/flow.js';
import { demoSuite } from '../harness/suite.js';

const { test } = demoSuite();

test('a customer who finds it too expensive stays with a discount', async ({ page, demo }) => {
  const flow = await Flow.open(page, demo.pageOf(CAST.monthly));
  await flow.answer('It’s too expensive');
  await flow.step('offer');
  await flow.press('Keep my plan with this offer');
  await flow.step('kept');

  const { discounts, cancel_at_period_end } = await demo.subscription(CAST.monthly);
  assert.equal(discounts.length, 1);
  assert.equal(cancel_at_period_end, false);
  await flow.press('Close');
  await flow.closed();
  const [retained, complete] = await callbacks(page, 2);
  assert.deepEqual([retained.name, complete.name], ['onRetained', 'onComplete']);
  assert.equal(retained.payload.outcome, 'retained');
  assert.equal(retained.payload.offer.kind, 'discount');
  assert.deepEqual(complete.payload, retained.payload);
});

test('a customer who uses it too little stays with a pause', async ({ page, demo }) => {
  const flow = await Flow.open(page, demo.pageOf(CAST.monthly));
  await flow.answer('I don’t use it enough');
  await flow.step('offer');
  await flow.pick('2 months');
  await flow.press('Pause my plan');
  await flow.step('kept');

  const { pause_collection, cancel_at_period_end } = await demo.subscription(CAST.monthly);
  assert.equal(pause_collection.behavior, 'void');
  assert.ok(pause_collection.resumes_at > 0);
  assert.equal(cancel_at_period_end, false);
});

test('one press on the first screen cancels', async ({ page, demo }) => {
  const flow = await Flow.open(page, demo.pageOf(CAST.monthly));
  await flow.step('reason');
  await flow.press('Cancel now');
  await flow.step('receipt');

  const { cancel_at_period_end } = await demo.subscription(CAST.monthly);
  assert.equal(cancel_at_period_end, true);
  const [cancelled, complete] = await callbacks(page, 2);
  assert.deepEqual([cancelled.name, complete.name], ['onCancelled', 'onComplete']);
  assert.ok(Date.parse(cancelled.payload.effectiveAt) > 0);
});

test('going on past the offer leads to the confirmation, which cancels', async ({ page, demo }) => {
  const flow = await Flow.open(page, demo.pageOf(CAST.monthly));
  await flow.answer('It’s too expensive', 'It costs more than my rent.');
  await flow.step('offer');
  await flow.press('Continue to cancel');
  await flow.step('confirm');
  await flow.press(CANCEL);
  await flow.step('receipt');

  const { cancel_at_period_end, cancellation_details } = await demo.subscription(CAST.monthly);
  assert.equal(cancel_at_period_end, true);
  assert.equal(cancellation_details.feedback, 'too_expensive');
  assert.equal(cancellation_details.comment, 'It costs more than my rent.');
});

test('the confirmation can be left with the subscription kept', async ({ page, demo }) => {
  const flow = await Flow.open(page, demo.pageOf(CAST.monthly));
  await flow.answer('It’s too expensive');
  await flow.press('Continue to cancel');
  await flow.step('confirm');
  await flow.press('Keep my subscription');
  await flow.step('kept');

  const { cancel_at_period_end, discounts } = await demo.subscription(CAST.monthly);
  assert.equal(cancel_at_period_end, false);
  assert.equal(discounts.length, 0);
});

for (const [way, close] of [
  ['Escape', (flow) => flow.page.keyboard.press('Escape')],
  ['the close button', (flow) => flow.page.getByRole('button', { name: 'Close' }).click()],
]) {
  test(`closing by ${way} changes nothing`, async ({ page, demo }) => {
    const flow = await Flow.open(page, demo.pageOf(CAST.monthly));
    await flow.answer('It’s too expensive');
    await flow.step('offer');
    await close(flow);
    await flow.closed();

    const heard = await callbacks(page, 2);
    assert.deepEqual(
      heard.map(({ name, payload }) => [name, payload.outcome]),
      [
        ['onDismissed', 'dismissed'],
        ['onComplete', 'dismissed'],
      ],
    );
    // The offer's card asked for previews, with the coupon they are about; nothing else was written.
    const reads = ['/v1/invoices/create_preview', '/v1/coupons'];
    const { requests } = await demo.state(CAST.monthly);
    const writes = requests.filter(({ method, path }) => method !== 'GET' && !reads.includes(path));
    assert.deepEqual(writes, []);
  });
}

test('a dismissed session goes on where the customer left', async ({ page, demo }) => {
  const flow = await Flow.open(page, demo.pageOf(CAST.monthly));
  await flow.answer('It’s too expensive');
  await flow.step('offer');
  await page.keyboard.press('Escape');
  await flow.closed();
  await page.getByRole('button', { name: 'Cancel Subscription' }).click();

  await flow.step('offer');
});

test('a cancellation is undone from the receipt', async ({ page, demo }) => {
  const flow = await Flow.open(page, demo.pageOf(CAST.monthly));
  await flow.press('Cancel now');
  await flow.step('receipt');
  await flow.press('Undo cancellation');
  await flow.step('undone');

  const { cancel_at_period_end } = await demo.subscription(CAST.monthly);
  assert.equal(cancel_at_period_end, false);
  assert.equal((await callbacks(page, 2)).length, 2);
});

test('a receipt is a page of its own, and undoes the cancellation', async ({ page, demo }) => {
  const flow = await Flow.open(page, demo.pageOf(CAST.monthly));
  await flow.press('Cancel now');
  await flow.step('receipt');
  const href = await flow.view.getByRole('link', { name: 'Download receipt' }).getAttribute('href');
  const receipt = await Flow.visit(page, new URL(href.split('?')[0], demo.origin).href);
  await receipt.press('Undo cancellation');
  await receipt.step('undone');

  assert.equal((await demo.subscription(CAST.monthly)).cancel_at_period_end, false);
});
