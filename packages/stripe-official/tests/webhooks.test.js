// Webhooks of the sandbox, verified by Stripe's own library.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import Stripe from 'stripe';
import { startSandbox } from './sandbox.js';

let sandbox;
let receiver;
const inbox = [];

before(async () => {
  sandbox = await startSandbox();
  receiver = createServer(async (request, response) => {
    inbox.push({ signature: request.headers['stripe-signature'], body: await text(request) });
    response.end();
  });
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
});
after(async () => {
  receiver.closeAllConnections();
  receiver.close();
  await sandbox.stop();
});

test('the signature is accepted, and refused once a byte has changed', async () => {
  const { stripe, control } = sandbox;
  const endpoint = await stripe.webhookEndpoints.create({
    url: `http://127.0.0.1:${receiver.address().port}/hook`,
    enabled_events: ['customer.created'],
  });
  const customer = await stripe.customers.create({ name: 'A' });
  const reports = await control('deliver', {});
  assert.deepEqual(
    reports.map((report) => report.status),
    [200],
  );
  const { now } = await control('clock');
  const [{ body, signature }] = inbox;
  const read = (payload) =>
    stripe.webhooks.constructEvent(payload, signature, endpoint.secret, 300, undefined, now * 1000);
  const event = read(body);
  assert.equal(event.data.object.id, customer.id);
  assert.equal(event.api_version, '2026-08-26.dahlia');
  assert.throws(
    () => read(body.replace('"A"', '"B"')),
    Stripe.errors.StripeSignatureVerificationError,
  );
  assert.equal((await stripe.events.retrieve(event.id)).pending_webhooks, 0);
});
