/** The unusual customers: other currencies, several subscriptions, a shared e-mail, none at all. */

import assert from 'node:assert/strict';
import { CAST } from '../harness/demo.js';
import { Flow } from '../harness/flow.js';
import { demoSuite } from '../harness/suite.js';

const { test } = demoSuite();

for (const [name, customer, price, reduced] of [
  ['yen without decimals', CAST.yen, /¥7,000 per month/, /¥5,250 per month/],
  ['dinar with three decimals', CAST.dinar, /KWD 15\.000 per month/, /KWD 11\.250 per month/],
]) {
  test(`prices are shown in ${name}`, async ({ page, demo }) => {
    const flow = await Flow.visit(page, await demo.viewUrl({ customer_id: customer }));
    assert.match(await flow.text(), price);
    await flow.answer('It’s too expensive');
    await flow.step('offer');

    assert.match(await flow.text(), reduced);
  });
}

test('with two subscriptions the customer chooses, and only that one ends', async ({
  page,
  demo,
}) => {
  const flow = await Flow.open(page, demo.pageOf(CAST.twoSubscriptions));
  await flow.step('choose');
  await flow.view.getByRole('radio').nth(1).check();
  await flow.press('Continue to cancel');
  await flow.step('reason');
  await flow.press('Cancel now');
  await flow.step('receipt');

  const { subscriptions } = await demo.state(CAST.twoSubscriptions);
  const ending = subscriptions.filter((each) => each.cancel_at_period_end);
  assert.equal(ending.length, 1);
});

test('the chooser asks for a choice before it cancels', async ({ page, demo }) => {
  const viewUrl = await demo.viewUrl({ customer_id: CAST.twoSubscriptions });
  const flow = await Flow.visit(page, viewUrl);
  await flow.view.getByRole('radio').nth(1).check();
  await flow.press('Cancel now');
  await flow.step('receipt');

  const { subscriptions } = await demo.state(CAST.twoSubscriptions);
  assert.equal(subscriptions.filter((each) => each.cancel_at_period_end).length, 1);
});

test('an e-mail of two customers leads to both their subscriptions', async ({ page, demo }) => {
  const viewUrl = await demo.viewUrl({ customer_email: 'dana.brook@example.com' });
  const flow = await Flow.visit(page, viewUrl);
  await flow.step('choose');

  assert.equal(await flow.view.getByRole('radio').count(), 2);
});

test('who is already leaving is offered the way back', async ({ page, demo }) => {
  const flow = await Flow.visit(page, await demo.viewUrl({ customer_id: CAST.leaving }));
  await flow.step('undo');
  await flow.press('Undo cancellation');
  await flow.step('undone');

  assert.equal((await demo.subscription(CAST.leaving)).cancel_at_period_end, false);
});

test('who has nothing to cancel gets no session and no button', async ({ page, demo }) => {
  const answer = await demo.askSession({ customer_id: CAST.empty });
  assert.equal(answer.status, 404);
  assert.equal((await answer.json()).code, 'subscription_not_found');

  await page.goto(demo.pageOf(CAST.empty));
  await page.getByText('No plan yet').waitFor();
  assert.equal(await page.locator('.leave-actions').count(), 0);
});

for (const customer of [CAST.yearly, CAST.trial, CAST.pastDue, CAST.team, CAST.discounted]) {
  test(`${customer} can cancel in one press`, async ({ page, demo }) => {
    const flow = await Flow.visit(page, await demo.viewUrl({ customer_id: customer }));
    await flow.press('Cancel now');
    await flow.step('receipt');

    const { status, cancel_at_period_end } = await demo.subscription(customer);
    assert.ok(cancel_at_period_end || status === 'canceled', status);
  });
}

test('a session for one subscription skips the chooser', async ({ page, demo }) => {
  const { subscriptions } = await demo.state(CAST.twoSubscriptions);
  const [, second] = subscriptions;
  const subject = { customer_id: CAST.twoSubscriptions, subscription_id: second.id };
  const flow = await Flow.visit(page, await demo.viewUrl(subject));

  await flow.step('reason');
});
