/** The flow without a mouse: where Tab goes, where the focus lands, and how one gets out. */

import assert from 'node:assert/strict';
import { CAST } from '../harness/demo.js';
import { Flow } from '../harness/flow.js';
import { demoSuite } from '../harness/suite.js';

const { test } = demoSuite();

/** What has the focus inside the view, as a screen reader would name it. */
function focused(frame) {
  return frame.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return '';
    const label = element.closest('label') ?? document.querySelector(`label[for="${element.id}"]`);
    return (label ?? element).textContent?.replace(/\s+/g, ' ').trim() ?? '';
  });
}

async function openByKeyboard(page, demo) {
  await page.goto(demo.pageOf(CAST.monthly));
  await page.getByRole('button', { name: 'Cancel Subscription' }).focus();
  await page.keyboard.press('Enter');
  const flow = Flow.within(page);
  await flow.step('reason');
  // The dialog hands the focus over once the view says that it is ready.
  await flow.view.locator('h1:focus').waitFor();
  return { flow, frame: await flow.frame() };
}

/** Presses Tab and writes down each stop inside the view. */
async function tabStops(page, frame, count) {
  const stops = [];
  for (let stop = 0; stop < count; stop += 1) {
    await page.keyboard.press('Tab');
    stops.push(await focused(frame));
  }
  return stops;
}

test('Tab visits the reason screen in reading order', async ({ page, demo }) => {
  const { frame } = await openByKeyboard(page, demo);

  assert.deepEqual(await tabStops(page, frame, 4), [
    'It’s too expensive',
    'Anything to add? (optional)',
    'Continue to cancel',
    'Cancel now',
  ]);
});

test('a customer cancels with the keyboard alone', async ({ page, demo }) => {
  const { flow, frame } = await openByKeyboard(page, demo);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await flow.step('offer');
  assert.match(await focused(frame), /25% off/);

  assert.deepEqual(await tabStops(page, frame, 3), [
    'Keep my plan with this offer',
    'Cancel now',
    'Continue to cancel',
  ]);
  await page.keyboard.press('Enter');
  await flow.step('confirm');
  assert.deepEqual(await tabStops(page, frame, 2), ['Keep my subscription', 'Cancel subscription']);
  await page.keyboard.press('Enter');
  await flow.step('receipt');

  const heading = await flow.view.locator('h1').innerText();
  assert.equal(await focused(frame), heading);
  assert.equal(await flow.view.locator('#status').textContent(), heading);
  assert.equal((await demo.subscription(CAST.monthly)).cancel_at_period_end, true);
});

test('choosing a reason with the arrow keys goes nowhere by itself', async ({ page, demo }) => {
  const { flow } = await openByKeyboard(page, demo);
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');

  assert.equal(
    await flow.view.getByRole('radio', { name: 'I don’t use it enough' }).isChecked(),
    true,
  );
  await flow.step('reason');
});

test('Escape closes the view from inside, and the focus returns to the button', async ({
  page,
  demo,
}) => {
  const { flow } = await openByKeyboard(page, demo);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await flow.closed();

  assert.equal(
    await page.evaluate(() => document.activeElement?.textContent),
    'Cancel Subscription',
  );
});

test('Tab leaves the frame for the close button, and Enter on it closes', async ({
  page,
  demo,
}) => {
  const { flow } = await openByKeyboard(page, demo);
  const close = page.locator('.renumerate-dialog-close');
  await page.keyboard.press('Shift+Tab');
  await close.and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');

  await flow.closed();
});

test('every stop shows where the focus is, and nothing covers it', async ({ page, demo }) => {
  const { frame } = await openByKeyboard(page, demo);
  for (let stop = 0; stop < 4; stop += 1) {
    await page.keyboard.press('Tab');
    const seen = await frame.evaluate(() => {
      const element = document.activeElement;
      const shown = element?.closest('.choice') ?? element;
      const box = shown.getBoundingClientRect();
      const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return {
        outline: getComputedStyle(shown).outlineStyle,
        isOnTop: shown.contains(top),
      };
    });
    assert.deepEqual(seen, { outline: 'solid', isOnTop: true }, `stop ${stop}`);
  }
});
