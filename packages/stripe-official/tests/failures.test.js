// What Stripe's own library makes of the sandbox's errors and faults.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import Stripe from 'stripe';
import { startSandbox, subscribed } from './sandbox.js';

let sandbox;
before(async () => {
  sandbox = await startSandbox();
});
after(() => sandbox.stop());

/** The error a call ends with. */
async function refusal(call) {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error('The call succeeded.');
}

test('errors carry type, code, parameter and request id', async () => {
  const { stripe } = sandbox;
  const missing = await refusal(stripe.subscriptions.retrieve('sub_none'));
  assert.ok(missing instanceof Stripe.errors.StripeInvalidRequestError);
  assert.deepEqual(
    [missing.statusCode, missing.code, missing.param],
    [404, 'resource_missing', 'id'],
  );
  assert.match(missing.requestId, /^req_/);
  const unknown = await refusal(stripe.customers.create({ colour: 'red' }));
  assert.deepEqual([unknown.code, unknown.param], ['parameter_unknown', 'colour']);
});

test('a foreign key is an authentication error', async () => {
  const { stripe } = sandbox;
  const error = await refusal(stripe.customers.list({}, { apiKey: 'sk_live_foreign' }));
  assert.ok(error instanceof Stripe.errors.StripeAuthenticationError);
});

test('an idempotency key replays, and refuses another request', async () => {
  const { stripe } = sandbox;
  const options = { idempotencyKey: 'replay-1' };
  const first = await stripe.customers.create({ name: 'A' }, options);
  const second = await stripe.customers.create({ name: 'A' }, options);
  assert.equal(second.id, first.id);
  assert.equal(second.lastResponse.headers['idempotent-replayed'], 'true');
  const error = await refusal(stripe.customers.create({ name: 'B' }, options));
  assert.ok(error instanceof Stripe.errors.StripeIdempotencyError);
});

test('the library retries a closed connection and the effect happens once', async () => {
  const { stripe, control } = sandbox;
  const { subscription } = await subscribed(stripe);
  const path = `/v1/subscriptions/${subscription.id}`;
  await control('faults', { method: 'POST', path_prefix: path, fault: 'reset_after_effect' });
  const updated = await stripe.subscriptions.update(subscription.id, { metadata: { a: 'b' } });
  assert.equal(updated.metadata.a, 'b');
  assert.equal(updated.lastResponse.headers['idempotent-replayed'], 'true');
  const requests = (await control('requests')).filter((request) => request.path === path);
  assert.deepEqual(
    requests.map((request) => [request.executed, request.replayed]),
    [
      [true, false],
      [false, true],
    ],
  );
});

test('the library does not retry a rate limit', async () => {
  const { stripe, control } = sandbox;
  await control('faults', { fault: { rate_limited_429: { reason: 'global-rate' } } });
  const error = await refusal(stripe.customers.list());
  assert.ok(error instanceof Stripe.errors.StripeRateLimitError);
  assert.equal(error.headers['stripe-rate-limited-reason'], 'global-rate');
});

test('connected accounts are apart, and can be cut off', async () => {
  const { stripe, control } = sandbox;
  const options = { stripeAccount: 'acct_1Official' };
  const customer = await stripe.customers.create({ name: 'theirs' }, options);
  const error = await refusal(stripe.customers.retrieve(customer.id));
  assert.equal(error.statusCode, 404);
  await control('disconnect', { account: 'acct_1Official' });
  const cut = await refusal(stripe.customers.list({}, options));
  assert.ok(cut instanceof Stripe.errors.StripePermissionError);
});
