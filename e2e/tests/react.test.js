/** The React tab, which runs under StrictMode: everything is mounted twice. */

import assert from 'node:assert/strict';
import { CAST } from '../harness/demo.js';
import { callbacks, Flow } from '../harness/flow.js';
import { demoSuite } from '../harness/suite.js';

const { test } = demoSuite();

test('the ready React button runs a whole flow, and calls back once', async ({ page, demo }) => {
  const flow = await Flow.open(page, demo.pageOf(CAST.monthly, '#react'));
  assert.equal(await page.locator('dialog').count(), 1);
  await flow.press('Cancel now');
  await flow.step('receipt');
  await flow.press('Close');
  await flow.closed();

  const heard = (await callbacks(page, 2)).map(({ name }) => name);
  assert.deepEqual(heard, ['onCancelled', 'onComplete']);
  assert.equal((await demo.subscription(CAST.monthly)).cancel_at_period_end, true);
});

test('a button of the app’s own opens the same view through the hook', async ({ page, demo }) => {
  const url = demo.pageOf(CAST.monthly, '#react');
  const flow = await Flow.open(page, url, 'Leave Lumen Notes');
  await flow.answer('It’s too expensive');
  await flow.press('Keep my plan with this offer');
  await flow.step('kept');

  const heard = (await callbacks(page, 2)).map(({ name }) => name);
  assert.deepEqual(heard, ['onRetained', 'onComplete']);
});

test('leaving the React tab while the view is open closes it', async ({ page, demo }) => {
  const flow = await Flow.open(page, demo.pageOf(CAST.monthly, '#react'));
  await page.evaluate(() => document.getElementById('tab-plain')?.click());
  await flow.closed();

  const heard = (await callbacks(page, 2)).map(({ name }) => name);
  assert.deepEqual(heard, ['onDismissed', 'onComplete']);
});

test('the focus returns to the React button', async ({ page, demo }) => {
  const flow = await Flow.open(page, demo.pageOf(CAST.monthly, '#react'));
  await page.keyboard.press('Escape');
  await flow.closed();

  const focused = await page.evaluate(() => document.activeElement?.textContent);
  assert.equal(focused, 'Cancel Subscription');
});
