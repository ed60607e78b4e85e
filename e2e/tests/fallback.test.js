/** When something between the button and the view fails, the customer still gets to cancel. */

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { CAST } from '../harness/demo.js';
import { Flow } from '../harness/flow.js';
import { accountPage, heardNames, OWN_WAY, serveHost } from '../harness/host.js';
import { demoSuite } from '../harness/suite.js';

const { test } = demoSuite();

/** Serves the account page, and opens it. @returns {Promise<string>} its origin */
async function visitHost({ t, page, demo }, { config = {}, headers, sessionId } = {}) {
  const id = sessionId ?? (await demo.session({ customer_id: CAST.monthly }));
  const origin = await serveHost(t, {
    '/': accountPage({
      sdk: demo.origin,
      sessionId: id,
      config: { publicKey: demo.publicKey, ...config },
      headers,
    }),
    '/own-way': OWN_WAY,
  });
  await page.goto(origin);
}

const pressCancel = (page) => page.getByRole('button', { name: 'Cancel Subscription' }).click();

/** The fallback stands, names time and reference, and its link works. */
async function takeOwnWay(page) {
  await page.getByRole('heading', { name: 'This page did not load' }).waitFor();
  await page.locator('h2:focus').waitFor();
  assert.match(await page.locator('.renumerate-error-content').innerText(), /Reference: \S+/);
  const mail = page.getByRole('link', { name: /help@host\.example/ });
  assert.match(await mail.getAttribute('href'), /^mailto:help@host\.example\?subject=/);
  assert.deepEqual(await heardNames(page), ['onError']);
  await page.getByRole('link', { name: 'Continue to cancel' }).click();
  await page.getByRole('heading', { name: 'Cancel with us' }).waitFor();
}

test('a blocked script leaves the link that stood in the button’s place', async ({
  page,
  demo,
}) => {
  await page.route('**/sdk/renumerate.js', (route) => route.abort());
  await page.goto(demo.pageOf(CAST.monthly));
  await page.getByRole('link', { name: 'Cancel Subscription' }).click();

  await page.waitForURL('**/cancel.html*');
});

test('a frame that the host’s own policy blocks gives the fallback at once', async (scene) => {
  const headers = { 'Content-Security-Policy': "frame-src 'none'" };
  await visitHost(scene, { headers });
  await scene.page.clock.install();
  await pressCancel(scene.page);

  await takeOwnWay(scene.page);
  scene.errors.length = 0;
});

test('a host whose policy forbids the form post gets the view by GET', async (scene) => {
  const headers = { 'Content-Security-Policy': "form-action 'self'" };
  await visitHost(scene, { headers });
  await scene.page.clock.install();
  await pressCancel(scene.page);
  const flow = Flow.within(scene.page);
  await flow.press('Cancel now');
  await flow.step('receipt');

  const address = await (await flow.frame()).evaluate(() => location.href);
  assert.equal(address, `${scene.demo.origin}/retention`);
  assert.deepEqual(await heardNames(scene.page), ['onCancelled', 'onComplete']);
  scene.errors.length = 0;
});

test('a session nobody issued gives the fallback at once', async (scene) => {
  await visitHost(scene, { sessionId: 'ret_forged' });
  await scene.page.clock.install();
  await pressCancel(scene.page);

  await takeOwnWay(scene.page);
});

/** Presses the button at a standing clock, which then shows what the page does in eight seconds. */
async function pressAtStandingClock(page) {
  await page.clock.pauseAt(Date.now() + 60_000);
  await pressCancel(page);
}

test('a server that is down gives the fallback after eight seconds', async (scene) => {
  await scene.page.clock.install();
  await visitHost(scene, { config: { baseUrl: 'http://127.0.0.1:9' } });
  await pressAtStandingClock(scene.page);
  await scene.page.clock.runFor(7_900);
  assert.equal(await scene.page.locator('.renumerate-error-content').count(), 0);
  await scene.page.clock.runFor(100);

  await takeOwnWay(scene.page);
});

/** A server that takes requests and never answers: the SDK's form first, then its GET. */
async function silentServer(t) {
  /** @type {Record<string, () => void>} */
  const arrived = {};
  const posted = new Promise((resolve) => {
    arrived.POST = () => resolve(undefined);
  });
  const askedAgain = new Promise((resolve) => {
    arrived.GET = () => resolve(undefined);
  });
  const server = createServer(({ method = '' }) => arrived[method]?.());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: server.address().port, posted, askedAgain };
}

test('a server that hangs is asked once more, then gives the fallback', async (scene) => {
  const { port, posted, askedAgain } = await silentServer(scene.t);
  await scene.page.clock.install();
  await visitHost(scene, { config: { baseUrl: `http://127.0.0.1:${port}` } });
  await pressAtStandingClock(scene.page);
  await posted;
  await scene.page.clock.runFor(4_000);
  await askedAgain;
  await scene.page.clock.runFor(4_000);

  await takeOwnWay(scene.page);
});

test('a page the brand does not allow cannot frame the view, and gets the fallback', async (scene) => {
  // Without an origin of its own the page is nobody's.
  const headers = {
    'Content-Security-Policy':
      'sandbox allow-scripts allow-forms allow-modals allow-top-navigation',
  };
  await scene.page.clock.install();
  await visitHost(scene, { headers });
  await pressAtStandingClock(scene.page);
  await scene.page.clock.runFor(8_000);

  await takeOwnWay(scene.page);
  scene.errors.length = 0;
});

test('closing the fallback counts as dismissed', async (scene) => {
  await visitHost(scene, { sessionId: 'ret_forged' });
  await pressCancel(scene.page);
  await scene.page.locator('.renumerate-error-content').waitFor();
  await scene.page.keyboard.press('Escape');
  await Flow.within(scene.page).closed();

  assert.deepEqual(await heardNames(scene.page), ['onError', 'onDismissed', 'onComplete']);
});
