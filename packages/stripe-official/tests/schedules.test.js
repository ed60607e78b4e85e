// Subscription schedules, previews and the real pause, called by Stripe's own library.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startSandbox, subscribed } from './sandbox.js';

let sandbox;
before(async () => {
  sandbox = await startSandbox();
});
after(() => sandbox.stop());

/** A cheaper price, a subscription, and the schedule made from it. */
async function scheduled(stripe) {
  const { customer, price, subscription } = await subscribed(stripe);
  const cheaper = await stripe.prices.create({
    currency: 'usd',
    unit_amount: 2900,
    recurring: { interval: 'month' },
    product_data: { name: 'Lumen Notes Light' },
  });
  const schedule = await stripe.subscriptionSchedules.create({
    from_subscription: subscription.id,
  });
  return { customer, price, cheaper, subscription, schedule };
}

/** What to send to keep the running phase and to go on with another price. */
function goOnWith(schedule, price) {
  const [{ start_date, end_date, items }] = schedule.phases;
  const running = items.map((item) => ({ price: item.price, quantity: item.quantity }));
  return [
    { start_date, end_date, items: running },
    { items: [{ price: price.id }], duration: { interval: 'month', interval_count: 2 } },
  ];
}

test('a downgrade is planned, previewed, and there at the renewal', async () => {
  const { stripe, control } = sandbox;
  const { cheaper, customer, subscription, schedule } = await scheduled(stripe);
  const preview = await stripe.invoices.createPreview({
    schedule: schedule.id,
    schedule_details: { phases: goOnWith(schedule, cheaper) },
  });
  assert.equal(preview.amount_due, 2900);
  const planned = await stripe.subscriptionSchedules.update(schedule.id, {
    phases: goOnWith(schedule, cheaper),
    end_behavior: 'release',
    metadata: { engine_action: 'act_7' },
  });
  assert.equal(planned.phases.length, 2);
  await control('clock', { to: planned.phases[1].start_date });
  const changed = await stripe.subscriptions.retrieve(subscription.id, {
    expand: ['schedule', 'latest_invoice'],
  });
  assert.equal(changed.items.data[0].price.id, cheaper.id);
  assert.equal(changed.latest_invoice.amount_due, preview.amount_due);
  assert.equal(changed.schedule.current_phase.start_date, planned.phases[1].start_date);
  const listed = await stripe.subscriptions.list({
    customer: customer.id,
    expand: ['data.schedule'],
  });
  assert.equal(listed.data[0].schedule.metadata.engine_action, 'act_7');
});

test('a managed subscription refuses to be cancelled until its schedule lets go', async () => {
  const { stripe } = sandbox;
  const { subscription, schedule } = await scheduled(stripe);
  await assert.rejects(
    stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true }),
    { type: 'StripeInvalidRequestError', statusCode: 400, param: 'cancel_at_period_end' },
  );
  const released = await stripe.subscriptionSchedules.release(schedule.id);
  assert.equal(released.status, 'released');
  assert.equal(released.released_subscription, subscription.id);
  const leaving = await stripe.subscriptions.update(subscription.id, {
    cancel_at_period_end: true,
  });
  assert.equal(leaving.schedule, null);
  assert.equal(leaving.cancel_at_period_end, true);
});

test('schedules are listed, cancelled, and start their own subscriptions', async () => {
  const { stripe, control } = sandbox;
  const { customer, price, schedule } = await scheduled(stripe);
  const { now } = await control('clock');
  const later = await stripe.subscriptionSchedules.create({
    customer: customer.id,
    start_date: now + 86_400,
    end_behavior: 'cancel',
    phases: [{ items: [{ price: price.id, quantity: 2 }], duration: { interval: 'week' } }],
  });
  const walked = [];
  for await (const found of stripe.subscriptionSchedules.list({
    customer: customer.id,
    limit: 1,
  })) {
    walked.push(found.id);
  }
  assert.deepEqual(walked, [later.id, schedule.id]);
  const canceled = await stripe.subscriptionSchedules.cancel(schedule.id, { prorate: false });
  assert.equal(canceled.status, 'canceled');
  await control('clock', { to: now + 10 * 86_400 });
  const completed = await stripe.subscriptionSchedules.retrieve(later.id, {
    expand: ['subscription'],
  });
  assert.equal(completed.status, 'completed');
  assert.equal(completed.subscription.status, 'canceled');
});

test('a preview is what an update then bills', async () => {
  const { stripe, control } = sandbox;
  const { cheaper, subscription } = await scheduled(stripe);
  const { now } = await control('clock');
  const [item] = subscription.items.data;
  const change = {
    items: [{ id: item.id, price: cheaper.id, quantity: 3 }],
    proration_behavior: 'always_invoice',
    proration_date: now,
  };
  const asked = { subscription: subscription.id, subscription_details: change };
  const preview = await stripe.invoices.createPreview(asked);
  const recurring = await stripe.invoices.createPreview({ ...asked, preview_mode: 'recurring' });
  assert.equal(recurring.total, 8700);
  const done = await stripe.subscriptions.update(subscription.id, {
    ...change,
    expand: ['latest_invoice'],
  });
  assert.equal(done.latest_invoice.amount_due, preview.amount_due);
});

test('the real pause needs the version that has it', async () => {
  const { stripe } = sandbox;
  const { subscription } = await subscribed(stripe);
  const path = `/v1/subscriptions/${subscription.id}/pause`;
  await assert.rejects(stripe.rawRequest('POST', path, { type: 'subscription' }), {
    statusCode: 404,
  });
  const endive = { apiVersion: '2026-09-30.endive' };
  const paused = await stripe.rawRequest('POST', path, { type: 'subscription' }, endive);
  assert.equal(paused.status, 'paused');
  assert.equal(paused.status_details.paused.subscription.type, 'pause_requested');
  const resumed = await stripe.subscriptions.resume(
    subscription.id,
    { payment_behavior: 'resume_on_payment_success' },
    endive,
  );
  assert.equal(resumed.status, 'active');
});
