/** Markup, right-to-left words, emoji and very long texts are shown and stored as text. */

import assert from 'node:assert/strict';
import { test as nodeTest } from 'node:test';
import { CAST } from '../harness/demo.js';
import { Flow } from '../harness/flow.js';
import { accountPage, serveHost } from '../harness/host.js';
import { Installation } from '../harness/serve.js';
import { browserSuite, demoSuite } from '../harness/suite.js';

const { test } = demoSuite();
const { openContext } = browserSuite();

const MARKUP = `"><script>parent.hacked=1</script><img src=x onerror="hacked=1">'&lt;\${1}{{7*7}}`;

for (const [name, comment] of [
  ['markup', MARKUP],
  ['right-to-left words', 'החשבון שלי יקר مدى الحياة \u202eevil\u202c'],
  ['emoji of several parts', '👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301'],
  ['lines', 'one\ntwo\n\nthree'],
  ['5,000 characters', `${'long lines\n'.repeat(454)}enough`],
]) {
  test(`${name} in the comment reach Stripe as they were written`, async ({ page, demo }) => {
    const flow = await Flow.visit(page, await demo.viewUrl({ customer_id: CAST.monthly }));
    await flow.pick('Something else');
    await flow.view.getByRole('textbox').fill(comment);
    await flow.press('Cancel now');
    await flow.step('receipt');

    const { cancellation_details } = await demo.subscription(CAST.monthly);
    assert.equal(cancellation_details.comment, comment);
    assert.equal(await page.evaluate(() => globalThis.hacked), undefined);
  });
}

test(
  '5,000 characters in many lines also arrive without scripts',
  async ({ page, demo }) => {
    const comment = `${'long lines\n'.repeat(454)}enough`;
    const flow = await Flow.visit(page, await demo.viewUrl({ customer_id: CAST.monthly }));
    await flow.view.getByRole('textbox').fill(comment);
    await flow.press('Cancel now');
    await flow.step('receipt');

    const { cancellation_details } = await demo.subscription(CAST.monthly);
    assert.equal(cancellation_details.comment, comment);
  },
  { javaScriptEnabled: false },
);

test('a comment that is too long is kept and asked to be shortened', async ({ page, demo }) => {
  const flow = await Flow.visit(page, await demo.viewUrl({ customer_id: CAST.monthly }));
  const comment = `${MARKUP}${'x'.repeat(5_000)}`;
  await flow.view.getByRole('textbox').evaluate((box) => box.removeAttribute('maxlength'));
  await flow.pick('Something else');
  await flow.view.getByRole('textbox').fill(comment);
  await flow.press('Continue to cancel');
  await flow.view.getByText('Please shorten your text').waitFor();

  assert.equal(await flow.view.getByRole('textbox').inputValue(), comment);
  assert.equal(await flow.view.locator('main img, main script').count(), 0);
});

for (const [name, brandName] of [
  ['markup', MARKUP],
  ['right-to-left words', 'חברת הבדיקות بيت'],
  ['a word without end', 'Lumen'.repeat(20)],
]) {
  nodeTest(`${name} as the brand’s name are shown as text, and fit a phone`, async (t) => {
    const pages = {};
    const host = await serveHost(t, pages);
    const server = await Installation.start(t, { name: brandName, allowedOrigin: host });
    const sessionId = await server.session({ customer_id: CAST.monthly });
    const config = { publicKey: server.publicKey };
    pages['/'] = accountPage({ sdk: server.origin, sessionId, config });
    const context = await openContext(t, { viewport: { width: 320, height: 568 } });
    const page = await context.newPage();
    const flow = await Flow.open(page, host);
    const frame = await flow.frame();

    assert.equal(await frame.locator('.brand-name').textContent(), brandName);
    const { scrollWidth, clientWidth } = await frame.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return { scrollWidth, clientWidth };
    });
    assert.equal(scrollWidth, clientWidth);
    assert.equal(await page.evaluate(() => globalThis.hacked), undefined);
    await flow.press('Cancel now');
    await flow.step('receipt');
  });
}

test('a right-to-left reader gets the same screen mirrored, without sideways scrolling', async ({
  page,
  demo,
}) => {
  const flow = await Flow.visit(page, await demo.viewUrl({ customer_id: CAST.monthly }));
  await page.setViewportSize({ width: 320, height: 568 });
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  assert.equal(overflow, 0);
  const going = await flow.button('Continue to cancel').boundingBox();
  const leaving = await flow.button('Cancel now').boundingBox();

  assert.ok(leaving.x < going.x);
});
