/** The view on small screens: nothing to scroll sideways, leaving always in sight and drawn as staying is. */

import assert from 'node:assert/strict';
import { CAST } from '../harness/demo.js';
import { CANCEL, Flow } from '../harness/flow.js';
import { OPEN_SCREENS, SCREENS } from '../harness/screens.js';
import { demoSuite } from '../harness/suite.js';

const { test } = demoSuite();

/** Fingers need this many CSS pixels. */
const TARGET = 44;
/** Leaving may not be drawn weaker than this part of staying (and the other way round). */
const LEAST_SHARE = 0.8;

/** What a control looks like: its size, its letters and how they stand out. */
function measure(button) {
  const { width, height } = button.getBoundingClientRect();
  const { fontSize, color, backgroundColor, fontWeight } = getComputedStyle(button);
  const luminance = (text) => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d');
    canvas.fillStyle = text;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [lighter, darker] = [luminance(color), luminance(backgroundColor)].sort((a, b) => b - a);
  return {
    area: width * height,
    fontSize: Number.parseFloat(fontSize),
    fontWeight: Number(fontWeight),
    contrast: (lighter + 0.05) / (darker + 0.05),
  };
}

/** Targets smaller than a finger, among what can be pressed. */
function smallTargets(least) {
  return [...document.querySelectorAll('button, a, label.choice')]
    .filter((element) => element.checkVisibility())
    .map((element) => ({ text: element.textContent, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width < least || box.height < least)
    .map(({ text, box }) => `${text?.trim()}: ${box.width}×${box.height}`);
}

const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

for (const viewport of [
  { width: 320, height: 568 },
  { width: 390, height: 844 },
]) {
  const size = `${viewport.width}×${viewport.height}`;

  for (const [name, { customer, go }] of Object.entries(SCREENS)) {
    test(
      `at ${size} the screen ${name} fits, and its targets fit a finger`,
      async ({ page, demo }) => {
        const flow = await Flow.open(page, demo.pageOf(customer));
        await go(flow);
        const frame = await flow.frame();

        assert.equal(await frame.evaluate(overflow), 0);
        assert.deepEqual(await frame.evaluate(smallTargets, TARGET), []);
      },
      { viewport, hasTouch: true },
    );
  }

  for (const name of OPEN_SCREENS) {
    test(
      `at ${size} the screen ${name} shows how to leave without scrolling`,
      async ({ page, demo }) => {
        const { customer, go } = SCREENS[name];
        const flow = await Flow.open(page, demo.pageOf(customer));
        await go(flow);
        const box = await flow.button(CANCEL).boundingBox();

        assert.ok(box && box.y >= 0 && box.x >= 0);
        assert.ok(box.y + box.height <= viewport.height, `ends at ${box.y + box.height}`);
        assert.ok(box.x + box.width <= viewport.width);
      },
      { viewport, hasTouch: true },
    );
  }
}

for (const name of OPEN_SCREENS) {
  test(
    `on the screen ${name} leaving is drawn as staying is`,
    async ({ page, demo }) => {
      const { customer, go } = SCREENS[name];
      const flow = await Flow.open(page, demo.pageOf(customer));
      await go(flow);
      const leaving = await flow.button(CANCEL).evaluate(measure);
      const staying = await flow.view.locator('.pair .button').first().evaluate(measure);

      for (const property of ['area', 'fontSize', 'fontWeight', 'contrast']) {
        const share = leaving[property] / staying[property];
        assert.ok(share >= LEAST_SHARE, `${property}: ${share}`);
        assert.ok(1 / share >= LEAST_SHARE, `${property}: ${share}`);
      }
    },
    { viewport: { width: 320, height: 568 } },
  );
}

test(
  'the sample page fits a phone',
  async ({ page, demo }) => {
    await page.goto(demo.pageOf(CAST.monthly));
    await page.getByRole('button', { name: 'Cancel Subscription' }).waitFor();

    assert.equal(await page.evaluate(overflow), 0);
  },
  { viewport: { width: 320, height: 568 } },
);
