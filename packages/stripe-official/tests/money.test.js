// Money given back, and clocks of their own, through Stripe's own library.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startSandbox, subscribed } from './sandbox.js';

const DAY = 86_400;

let sandbox;
before(async () => {
  sandbox = await startSandbox();
});
after(() => sandbox.stop());

/** A paid invoice and the payment intent that paid it. */
async function paid(stripe) {
  const { customer, subscription } = await subscribed(stripe);
  const invoice = await stripe.invoices.retrieve(subscription.latest_invoice, {
    expand: ['payments'],
  });
  return { customer, invoice, intent: invoice.payments.data[0].payment.payment_intent };
}

test('a credit note is previewed, issued in parts, listed, and never more than the invoice', async () => {
  const { stripe } = sandbox;
  const { customer, invoice } = await paid(stripe);
  const wanted = {
    invoice: invoice.id,
    amount: 2000,
    credit_amount: 500,
    refund_amount: 1500,
    reason: 'product_unsatisfactory',
    memo: 'Sorry for the outage',
    metadata: { engine_action: 'act_1' },
  };
  const preview = await stripe.creditNotes.preview(wanted);
  assert.equal(preview.total, 2000);
  const note = await stripe.creditNotes.create(wanted, { idempotencyKey: 'act_1' });
  const again = await stripe.creditNotes.create(wanted, { idempotencyKey: 'act_1' });
  assert.equal(again.id, note.id);
  assert.deepEqual((await stripe.creditNotes.list({ invoice: invoice.id })).data, [note]);
  assert.deepEqual(await stripe.creditNotes.retrieve(note.id), note);
  const refund = await stripe.refunds.retrieve(note.refunds[0].refund);
  assert.equal(refund.amount, 1500);
  assert.equal((await stripe.customers.retrieve(customer.id)).balance, -500);
  const [entry] = (await stripe.customers.listBalanceTransactions(customer.id)).data;
  assert.equal(entry.credit_note, note.id);
  const credited = await stripe.invoices.retrieve(invoice.id);
  assert.equal(credited.post_payment_credit_notes_amount, 2000);
  await assert.rejects(
    stripe.creditNotes.create({ invoice: invoice.id, amount: 2901, credit_amount: 2901 }),
    { type: 'StripeInvalidRequestError', param: 'amount' },
  );
});

test('a payment is refunded in parts until nothing is left', async () => {
  const { stripe } = sandbox;
  const { intent } = await paid(stripe);
  const first = await stripe.refunds.create({
    payment_intent: intent,
    amount: 900,
    reason: 'requested_by_customer',
    metadata: { engine_action: 'act_2' },
  });
  assert.equal(first.status, 'succeeded');
  const rest = await stripe.refunds.create({ charge: first.charge });
  assert.equal(rest.amount, 4000);
  const listed = await stripe.refunds.list({ payment_intent: intent });
  assert.deepEqual(
    listed.data.map(({ id }) => id),
    [rest.id, first.id],
  );
  await assert.rejects(stripe.refunds.create({ payment_intent: intent }), {
    code: 'charge_already_refunded',
  });
});

test('a customer on a test clock renews when that clock is advanced', async () => {
  const { stripe } = sandbox;
  const start = Date.UTC(2027, 0, 1) / 1000;
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: start, name: 'Renewal' });
  const customer = await stripe.customers.create({ test_clock: clock.id });
  const price = await stripe.prices.create({
    currency: 'kwd',
    unit_amount: 15_000,
    recurring: { interval: 'month' },
    product_data: { name: 'Lumen Notes Pro' },
  });
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: price.id }],
  });
  assert.equal(subscription.test_clock, clock.id);
  assert.equal(subscription.created, start);
  const advanced = await stripe.testHelpers.testClocks.advance(clock.id, {
    frozen_time: start + 32 * DAY,
  });
  assert.equal(advanced.frozen_time, start + 32 * DAY);
  const invoices = await stripe.invoices.list({ subscription: subscription.id, status: 'paid' });
  assert.deepEqual(
    invoices.data.map(({ created, amount_paid }) => [created, amount_paid]),
    [
      [start + 31 * DAY, 15_000],
      [start, 15_000],
    ],
  );
  assert.equal((await stripe.testHelpers.testClocks.del(clock.id)).deleted, true);
  assert.equal((await stripe.subscriptions.retrieve(subscription.id)).status, 'canceled');
});

test('a renewal that fails can be brought to unpaid and be paid later', async () => {
  const { stripe, control } = sandbox;
  const { subscription } = await subscribed(stripe);
  await stripe.subscriptions.update(subscription.id, {
    default_payment_method: 'pm_card_chargeCustomerFail',
  });
  await control('clock', { to: subscription.items.data[0].current_period_end });
  const late = await stripe.subscriptions.retrieve(subscription.id);
  assert.equal(late.status, 'past_due');
  const invoice = late.latest_invoice;
  const unpaid = await control('collection', { invoice, outcome: 'given_up_unpaid' });
  assert.equal(unpaid.status, 'unpaid');
  await control('collection', { invoice, outcome: 'paid' });
  assert.equal((await stripe.subscriptions.retrieve(subscription.id)).status, 'active');
});
