/**
 * The drop-in rule: a page with the original client goes on working with our server in its place.
 * The stand-in below speaks its protocol: a GET into the frame, and seven messages of one origin.
 */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { MAPPED_HOST } from '../harness/browser.js';
import { CAST, Demo } from '../harness/demo.js';
import { CANCEL, Flow } from '../harness/flow.js';
import { serveHost } from '../harness/host.js';
import { browserSuite } from '../harness/suite.js';

const LOCAL = { origin: 'https://localhost:4321', path: '/retention' };
const PRODUCTION = { origin: `https://${MAPPED_HOST}`, path: '/' };

const { openContext } = browserSuite();
/** @type {Demo} */
let demo;

before(async () => {
  // The harness asks the server's API itself, and its certificate is of its own making.
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  const args = ['--listen', '127.0.0.1:4321', '--tls', 'self-signed'];
  demo = await Demo.start([...args, '--host-retention', MAPPED_HOST]);
});
after(() => demo?.stop());

/** The stand-in for the original client, in a page that writes down its callbacks. */
function originalPage({ origin, path }, sessionId) {
  const client = (server, session) => {
    const state = { heard: [], heights: [] };
    window.state = state;
    const dialog = document.querySelector('dialog');
    const frame = document.querySelector('iframe');
    const close = () => dialog.close();
    const handlers = {
      resize: ({ height }) => {
        state.heights.push(height);
        frame.style.height = `${height}px`;
      },
      'close-dialog': close,
      'cancel-subscription': () => state.heard.push('cancel-subscription'),
      'on-retained': () => state.heard.push('onRetained'),
      'on-cancelled': () => state.heard.push('onCancelled'),
      'on-complete': () => state.heard.push('onComplete'),
      'catastrophic-failure': () => state.heard.push('failure'),
    };
    addEventListener('message', (event) => {
      if (event.origin !== server.origin) return;
      handlers[event.data?.type]?.(event.data.data);
    });
    document.querySelector('button').onclick = () => {
      frame.src = `${server.origin}${server.path}?session_id=${session}`;
      dialog.showModal();
    };
  };
  const call = `(${client})(${JSON.stringify({ origin, path })}, ${JSON.stringify(sessionId)})`;
  return {
    body: `<!doctype html><html lang="en"><title>A page from before</title>
      <button>Cancel Subscription</button>
      <dialog class="renumerate-dialog"><iframe title="Cancel" width="600"></iframe></dialog>
      <script>window.RENUMERATE_LOCAL = true; ${call}</script></html>`,
  };
}

async function openOriginal(t, server) {
  await demo.reset();
  const context = await openContext(t, { ignoreHTTPSErrors: true });
  const page = await context.newPage();
  const sessionId = await demo.session({ customer_id: CAST.monthly });
  const url = await serveHost(t, { '/': originalPage(server, sessionId) });
  const flow = await Flow.open(page, url);
  return { page, flow, state: () => page.evaluate(() => globalThis.state) };
}

for (const [mode, server] of [
  ['local', LOCAL],
  ['production', PRODUCTION],
]) {
  test(`in ${mode} mode the original client’s customer stays with an offer`, async (t) => {
    const { page, flow, state } = await openOriginal(t, server);
    await flow.answer('It’s too expensive');
    await flow.press('Keep my plan with this offer');
    await flow.step('kept');
    await page.waitForFunction(() => globalThis.state.heard.length >= 2);

    const { heard, heights } = await state();
    assert.deepEqual(heard, ['onRetained', 'onComplete']);
    assert.ok(heights.length > 0 && heights.every((height) => height > 100));
    assert.equal((await demo.subscription(CAST.monthly)).discounts.length, 1);
  });

  test(`in ${mode} mode the original client’s customer cancels, and closes`, async (t) => {
    const { page, flow, state } = await openOriginal(t, server);
    const frame = await flow.frame();
    assert.equal(await frame.evaluate(() => location.href), `${server.origin}/retention`);
    await flow.answer('Something else');
    await flow.press('Continue to cancel');
    await flow.step('confirm');
    await flow.press(CANCEL);
    await flow.step('receipt');
    await page.waitForFunction(() => globalThis.state.heard.length >= 2);
    await flow.press('Close');
    await page.locator('dialog:not([open])').waitFor({ state: 'attached' });

    assert.deepEqual((await state()).heard, ['onCancelled', 'onComplete']);
    assert.equal((await demo.subscription(CAST.monthly)).cancel_at_period_end, true);
  });
}

test('a forged session tells the original client of the failure', async (t) => {
  const context = await openContext(t, { ignoreHTTPSErrors: true });
  const page = await context.newPage();
  const url = await serveHost(t, { '/': originalPage(LOCAL, 'ret_forged') });
  await page.goto(url);
  await page.getByRole('button', { name: 'Cancel Subscription' }).click();

  await page.waitForFunction(() => globalThis.state.heard.includes('failure'));
});
