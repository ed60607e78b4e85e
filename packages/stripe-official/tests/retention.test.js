// The calls of a retention flow, made by Stripe's own library.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startSandbox, subscribed } from './sandbox.js';

let sandbox;
before(async () => {
  sandbox = await startSandbox();
});
after(() => sandbox.stop());

test('a subscription is found by its customer and cancelled at the period end', async () => {
  const { stripe } = sandbox;
  const { customer, subscription } = await subscribed(stripe);
  const found = await stripe.subscriptions.list({
    customer: customer.id,
    status: 'all',
    expand: ['data.customer', 'data.latest_invoice'],
  });
  assert.equal(found.data[0].customer.email, 'robin@example.com');
  assert.equal(found.data[0].latest_invoice.amount_paid, 4900);
  const leaving = await stripe.subscriptions.update(subscription.id, {
    cancel_at_period_end: true,
    cancellation_details: { feedback: 'too_expensive', comment: 'Ünïcode & emoji 👋' },
    metadata: { engine_action: 'act_1' },
  });
  assert.equal(leaving.cancel_at, leaving.items.data[0].current_period_end);
  assert.equal(leaving.cancellation_details.comment, 'Ünïcode & emoji 👋');
  const kept = await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: false });
  assert.equal(kept.cancel_at, null);
});

test('cancelling now ends the subscription with its feedback', async () => {
  const { stripe } = sandbox;
  const { subscription } = await subscribed(stripe);
  const ended = await stripe.subscriptions.cancel(subscription.id, {
    cancellation_details: { feedback: 'unused' },
  });
  assert.equal(ended.status, 'canceled');
  assert.equal(ended.cancellation_details.feedback, 'unused');
});

test('a discount is previewed, given beside another, and cleared', async () => {
  const { stripe } = sandbox;
  const { subscription } = await subscribed(stripe);
  const coupon = await stripe.coupons.create({
    percent_off: 25,
    duration: 'repeating',
    duration_in_months: 3,
  });
  const preview = await stripe.invoices.createPreview({
    subscription: subscription.id,
    discounts: [{ coupon: coupon.id }],
  });
  assert.equal(preview.total, 3675);
  const once = await stripe.subscriptions.update(subscription.id, {
    discounts: [{ coupon: coupon.id }],
  });
  const twice = await stripe.subscriptions.update(subscription.id, {
    discounts: [{ discount: once.discounts[0] }, { coupon: coupon.id }],
    expand: ['discounts.source.coupon'],
  });
  assert.equal(twice.discounts[0].id, once.discounts[0]);
  assert.equal(twice.discounts[1].source.coupon.percent_off, 25);
  const cleared = await stripe.subscriptions.update(subscription.id, { discounts: '' });
  assert.deepEqual(cleared.discounts, []);
});

test('a pause ends on its day and a renewal follows', async () => {
  const { stripe, control } = sandbox;
  const { subscription } = await subscribed(stripe);
  const resumesAt = subscription.items.data[0].current_period_end + 86_400;
  const paused = await stripe.subscriptions.update(subscription.id, {
    pause_collection: { behavior: 'void', resumes_at: resumesAt },
  });
  assert.equal(paused.status, 'active');
  await control('clock', { to: resumesAt });
  const resumed = await stripe.subscriptions.retrieve(subscription.id, {
    expand: ['latest_invoice'],
  });
  assert.equal(resumed.pause_collection, null);
  assert.equal(resumed.latest_invoice.status, 'void');
});

test('the library walks through every page', async () => {
  const { stripe } = sandbox;
  const made = [];
  for (let n = 0; n < 7; n += 1) {
    made.unshift((await stripe.customers.create({ email: 'pages@example.com' })).id);
  }
  const walked = [];
  for await (const customer of stripe.customers.list({ email: 'pages@example.com', limit: 2 })) {
    walked.push(customer.id);
  }
  assert.deepEqual(walked, made);
});

test('the demo cast reads as its notes say', async () => {
  const { stripe, control } = sandbox;
  const cast = await control('seed', {});
  for (const member of cast) {
    const found = await stripe.subscriptions.list({ customer: member.customer_id, status: 'all' });
    assert.deepEqual(
      found.data.map((subscription) => subscription.id).reverse(),
      member.subscription_ids,
    );
  }
});
