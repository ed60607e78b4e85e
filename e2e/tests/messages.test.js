/** What the view and the page around it say to each other, and what neither believes. */

import assert from 'node:assert/strict';
import { CAST } from '../harness/demo.js';
import { Flow } from '../harness/flow.js';
import { accountPage, heard, heardNames, serveHost } from '../harness/host.js';
import { demoSuite } from '../harness/suite.js';

const { test } = demoSuite();

async function openHost({ t, page, demo }) {
  const sessionId = await demo.session({ customer_id: CAST.monthly });
  const config = { publicKey: demo.publicKey };
  const origin = await serveHost(t, {
    '/': accountPage({ sdk: demo.origin, sessionId, config }),
  });
  return { flow: await Flow.open(page, origin), sessionId };
}

test('a page on another origin hears of a stay once, with offer and reason', async (scene) => {
  const { flow, sessionId } = await openHost(scene);
  await flow.answer('It’s too expensive', 'Too much.');
  await flow.press('Keep my plan with this offer');
  await flow.step('kept');
  await scene.page.waitForFunction(() => globalThis.heard.length >= 2);
  await flow.press('Close');
  await flow.closed();

  const [retained, complete, ...others] = await heard(scene.page);
  assert.deepEqual(others, []);
  assert.deepEqual([retained.name, complete.name], ['onRetained', 'onComplete']);
  assert.deepEqual(complete.payload, retained.payload);
  const { effectiveAt, offer, reason, ...rest } = retained.payload;
  assert.deepEqual(rest, { outcome: 'retained', sessionId });
  assert.deepEqual(Object.keys(offer).sort(), ['id', 'kind']);
  assert.equal(reason.feedback, 'too_expensive');
  assert.equal(new Date(effectiveAt).toString() === 'Invalid Date', false);
});

test('a page on another origin hears of a cancellation once', async (scene) => {
  const { flow, sessionId } = await openHost(scene);
  await flow.press('Cancel now');
  await flow.step('receipt');
  await scene.page.waitForFunction(() => globalThis.heard.length >= 2);
  await scene.page.keyboard.press('Escape');
  await flow.closed();

  const [cancelled, complete, ...others] = await heard(scene.page);
  assert.deepEqual(others, []);
  assert.deepEqual([cancelled.name, complete.name], ['onCancelled', 'onComplete']);
  const { effectiveAt, ...rest } = cancelled.payload;
  assert.deepEqual(rest, { outcome: 'cancelled', sessionId });
  assert.match(effectiveAt, /^\d{4}-\d\d-\d\dT/);
});

test('a session opened again after its end tells nothing anew', async (scene) => {
  const { flow } = await openHost(scene);
  await flow.press('Cancel now');
  await flow.step('receipt');
  await flow.press('Close');
  await flow.closed();
  await scene.page.evaluate(() => {
    globalThis.heard.length = 0;
  });
  await scene.page.getByRole('button', { name: 'Cancel Subscription' }).click();
  await flow.step('receipt');
  await flow.press('Close');
  await flow.closed();

  assert.deepEqual(await heardNames(scene.page), ['onDismissed', 'onComplete']);
});

const FORGED = [
  { type: 'on-cancelled', data: { outcome: 'cancelled', sessionId: 'ret_forged' } },
  { type: 'on-complete', data: { outcome: 'cancelled', sessionId: 'ret_forged' } },
  { type: 'close-dialog', data: {} },
  { type: 'catastrophic-failure', data: {} },
  { type: 'resize', data: { iframe: 'retention', height: 99_999 } },
];

/** Posts the forged messages to the host page from the given page or frame, and waits for delivery. */
async function forge(sender, page) {
  await page.evaluate(() => {
    globalThis.delivered = new Promise((resolve) => {
      addEventListener('message', ({ data }) => data === 'last' && resolve(undefined));
    });
  });
  await sender.evaluate((messages) => {
    for (const message of [...messages, 'last']) globalThis.top.postMessage(message, '*');
  }, FORGED);
  await page.evaluate(() => globalThis.delivered);
}

test('the page ignores messages that it sends to itself', async (scene) => {
  const { flow } = await openHost(scene);
  await forge(scene.page, scene.page);

  assert.deepEqual(await heardNames(scene.page), []);
  await flow.press('Cancel now');
  await flow.step('receipt');
});

test('the page ignores another frame, also one of the server’s own origin', async (scene) => {
  const { page, demo } = scene;
  const { flow } = await openHost(scene);
  await page.evaluate((origin) => {
    const frame = document.createElement('iframe');
    frame.src = `${origin}/retention`;
    frame.name = 'stranger';
    document.body.append(frame);
  }, demo.origin);
  await page.frameLocator('[name=stranger]').locator('h1').waitFor({ state: 'attached' });
  await forge(page.frame('stranger'), page);

  assert.deepEqual(await heardNames(page), []);
  await flow.press('Cancel now');
  await flow.step('receipt');
});

test('the view ignores every message', async (scene) => {
  const { flow } = await openHost(scene);
  const before = await flow.text();
  await scene.page.evaluate((messages) => {
    const view = document.querySelector('iframe').contentWindow;
    for (const message of messages) view.postMessage(message, '*');
  }, FORGED);
  await flow.view.locator('main[data-step="reason"]').waitFor();

  assert.equal(await flow.text(), before);
  assert.deepEqual(await heardNames(scene.page), []);
});

/** A page that opens the view by the form itself, under any name, and writes down all it is told. */
function listeningPage(origin, sessionId) {
  const body = `<!doctype html><html lang="en"><title>Listening</title>
    <script>
      window.told = [];
      addEventListener('message', ({ data, origin }) => told.push({ ...data, origin }));
    </script>
    <iframe name="view" title="View" width="600" height="800"></iframe>
    <form method="post" action="${origin}/retention" target="view">
      <input type="hidden" name="session_id" value="${sessionId}">
      <input name="parent_origin" id="parent">
    </form></html>`;
  return { body };
}

async function listen({ t, page, demo }, parentOrigin) {
  const sessionId = await demo.session({ customer_id: CAST.monthly });
  const origin = await serveHost(t, { '/': listeningPage(demo.origin, sessionId) });
  await page.goto(origin);
  await page.evaluate((given) => {
    document.getElementById('parent').value = given ?? location.origin;
    document.forms[0].submit();
  }, parentOrigin);
  const flow = new Flow(page, page.frameLocator('[name=view]'));
  await flow.press('Cancel now');
  await flow.step('receipt');
  return { told: () => page.evaluate(() => globalThis.told), sessionId };
}

test('every message has the envelope, and comes from the server’s origin', async (scene) => {
  const { told } = await listen(scene);
  await scene.page.waitForFunction(() =>
    globalThis.told.some(({ type }) => type === 'on-complete'),
  );
  const messages = await told();

  assert.deepEqual([...new Set(messages.map(({ origin }) => origin))], [scene.demo.origin]);
  const ready = messages.find(({ type }) => type === 'ready');
  assert.equal(ready.data.iframe, 'retention');
  const { data } = messages.find(({ type }) => type === 'resize');
  assert.equal(data.iframe, 'retention');
  assert.ok(data.height > 200);
  for (const type of ['ready', 'on-cancelled', 'on-complete']) {
    assert.equal(messages.filter((message) => message.type === type).length, 1, type);
  }
});

test('the view speaks only to the origin it was opened for', async (scene) => {
  const { told } = await listen(scene, 'http://localhost:9');

  assert.deepEqual(await told(), []);
});
