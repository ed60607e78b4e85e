// Starts a sandbox for a test file and talks to it through Stripe's own library.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import Stripe from 'stripe';

/** What starts a sandbox: prints a line of JSON with its `url`, ends with its standard input. */
const command =
  process.env.SANDBOX_CMD ??
  fileURLToPath(new URL('../../../target/debug/examples/serve', import.meta.url));

/** The version of the API the sandbox speaks, which this release of the library pins as well. */
export const API_VERSION = '2026-08-26.dahlia';

export async function startSandbox() {
  const child = spawn(command, { shell: true, stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    once(child, 'exit').then(() => {
      throw new Error(`The sandbox did not start: ${command}`);
    }),
  ]);
  const url = new URL(JSON.parse(line).url);
  return {
    stripe: client(url),
    control: (path, body) => control(url, path, body),
    stop: async () => {
      child.stdin.end();
      await once(child, 'exit');
    },
  };
}

function client(url) {
  return new Stripe('sk_test_official', {
    apiVersion: API_VERSION,
    host: url.hostname,
    port: url.port,
    protocol: 'http',
    telemetry: false,
  });
}

async function control(url, path, body) {
  const answer = await fetch(new URL(`/_sandbox/${path}`, url), {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.status === 204 ? undefined : answer.json();
}

/** A customer subscribed to a monthly price of 49.00 USD. */
export async function subscribed(stripe) {
  const customer = await stripe.customers.create({ email: 'robin@example.com' });
  const price = await stripe.prices.create({
    currency: 'usd',
    unit_amount: 4900,
    recurring: { interval: 'month' },
    product_data: { name: 'Lumen Notes Pro' },
  });
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: price.id }],
  });
  return { customer, price, subscription };
}
