/** The server dies in the middle of a flow; the customer gets out, and the session goes on afterwards. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CAST } from '../harness/demo.js';
import { CANCEL, Flow } from '../harness/flow.js';
import { accountPage, heardNames, OWN_WAY, serveHost } from '../harness/host.js';
import { Installation } from '../harness/serve.js';
import { browserSuite } from '../harness/suite.js';

const SUBSCRIPTION = 'sub_1MowQVLkdIwHu7ixeRlqHVzs';

const { openContext } = browserSuite();

async function openFlow(t) {
  const pages = { '/own-way': OWN_WAY };
  const host = await serveHost(t, pages);
  const server = await Installation.start(t, { name: 'Lumen Notes', allowedOrigin: host });
  const sessionId = await server.session({ customer_id: CAST.monthly });
  const config = { publicKey: server.publicKey };
  pages['/'] = accountPage({ sdk: server.origin, sessionId, config });
  const page = await (await openContext(t)).newPage();
  await page.clock.install();
  const flow = await Flow.open(page, host);
  await flow.answer('It’s too expensive');
  await flow.step('offer');
  return { server, page, flow };
}

const open = (page) => page.getByRole('button', { name: 'Cancel Subscription' }).click();

test('after kill -9 the host’s own way is shown, and the session goes on once the server is back', async (t) => {
  const { server, page, flow } = await openFlow(t);
  await server.killServer();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await flow.closed();
  await open(page);
  await page.clock.runFor(8_000);
  await page.getByRole('link', { name: 'Continue to cancel' }).waitFor();
  await page.keyboard.press('Escape');
  await flow.closed();
  assert.equal((await server.subscription(SUBSCRIPTION)).cancel_at_period_end, false);

  await server.startServer();
  await open(page);
  await flow.step('offer');
  await flow.press(CANCEL);
  await flow.step('receipt');
  assert.equal((await server.subscription(SUBSCRIPTION)).cancel_at_period_end, true);
  assert.deepEqual((await heardNames(page)).slice(-2), ['onCancelled', 'onComplete']);
});

test('a press that finds no server leads to the host’s own way, and works once it is back', async (t) => {
  const { server, page, flow } = await openFlow(t);
  await server.killServer();
  const failed = page.waitForEvent('requestfailed', (request) => request.isNavigationRequest());
  await flow.press(CANCEL);
  await failed;
  await page.clock.runFor(4_000);
  await page.getByRole('link', { name: 'Continue to cancel' }).waitFor();
  await page.keyboard.press('Escape');
  await flow.closed();

  await server.startServer();
  assert.equal((await server.subscription(SUBSCRIPTION)).cancel_at_period_end, false);
  await open(page);
  await flow.step('offer');
  await flow.press('Keep my plan with this offer');
  await flow.step('kept');
  assert.equal((await server.subscription(SUBSCRIPTION)).discounts.length, 1);
});
