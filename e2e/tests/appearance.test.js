/** Dark, still, large and forced-color readers all get the flow. */

import assert from 'node:assert/strict';
import { CAST } from '../harness/demo.js';
import { CANCEL, Flow } from '../harness/flow.js';
import { OPEN_SCREENS, SCREENS } from '../harness/screens.js';
import { demoSuite } from '../harness/suite.js';

const { test } = demoSuite();

const brightness = () => {
  const [red, green, blue] = getComputedStyle(document.querySelector('.sheet'))
    .backgroundColor.match(/[\d.]+/g)
    .map(Number);
  return (red + green + blue) / 3;
};

for (const [colorScheme, isRight] of [
  ['light', (value) => value > 200],
  ['dark', (value) => value < 60],
]) {
  test(
    `the view follows a ${colorScheme} system`,
    async ({ page, demo }) => {
      const flow = await Flow.open(page, demo.pageOf(CAST.monthly));
      const frame = await flow.frame();

      assert.ok(isRight(await frame.evaluate(brightness)));
    },
    { colorScheme },
  );
}

test(
  'nothing moves for those who asked for stillness',
  async ({ page, demo }) => {
    const flow = await Flow.open(page, demo.pageOf(CAST.monthly));
    const frame = await flow.frame();
    const moving = () =>
      [document.documentElement, ...document.querySelectorAll('*')].filter((element) => {
        const { animationName, transitionDuration } = getComputedStyle(element);
        return animationName !== 'none' || Number.parseFloat(transitionDuration) > 0;
      }).length;

    assert.equal(await frame.evaluate(moving), 0);
    assert.equal(await page.evaluate(moving), 0);
  },
  { reducedMotion: 'reduce' },
);

for (const name of OPEN_SCREENS) {
  test(
    `with text at 200 % the screen ${name} keeps its words and its way out`,
    async ({ page, demo }) => {
      const { customer, go } = SCREENS[name];
      const flow = await Flow.visit(page, await demo.viewUrl({ customer_id: customer }));
      await go(flow);
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('button')]
          .filter((button) => button.checkVisibility() && button.scrollWidth > button.clientWidth)
          .map((button) => button.textContent),
      );

      assert.equal(overflow, 0);
      assert.deepEqual(cut, []);
      await flow.button(CANCEL).scrollIntoViewIfNeeded();
      assert.ok(await flow.button(CANCEL).isVisible());
    },
    { viewport: { width: 390, height: 844 } },
  );
}

test(
  'in forced colors choices and buttons keep their edges, and the flow works',
  async ({ page, demo }) => {
    const flow = await Flow.open(page, demo.pageOf(CAST.monthly));
    await flow.pick('It’s too expensive');
    const width = await flow
      .button('Cancel now')
      .evaluate((button) => Number.parseFloat(getComputedStyle(button).borderTopWidth));
    assert.ok(width >= 1);
    await flow.press('Cancel now');

    await flow.step('receipt');
  },
  { forcedColors: 'active' },
);
