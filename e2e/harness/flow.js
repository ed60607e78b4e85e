/** The customer's hands and eyes: opening the view, reading its screens, pressing its buttons. */

import assert from 'node:assert/strict';

/** @typedef {import('playwright-core').Page} Page */

const FRAME = '.renumerate-dialog iframe';

/** Every screen has exactly one way to finish a cancellation, under one of these names. */
export const CANCEL = /^Cancel (now|subscription)$/;

export class Flow {
  /** @param {Page} page @param {import('playwright-core').FrameLocator | Page} view */
  constructor(page, view) {
    this.page = page;
    this.view = view;
  }

  /** Opens the sample page and presses its cancel button. */
  static async open(page, url, name = 'Cancel Subscription') {
    await page.goto(url);
    await page.getByRole('button', { name }).click();
    const flow = Flow.within(page);
    await flow.view.locator('h1').waitFor();
    return flow;
  }

  /** The view inside the page's dialog. @param {Page} page */
  static within(page) {
    return new Flow(page, page.frameLocator(FRAME));
  }

  /** The view as a page of its own. @param {Page} page */
  static async visit(page, url) {
    await page.goto(url);
    return new Flow(page, page);
  }

  /** The frame itself, for what only a frame can be asked. */
  async frame() {
    const frame = await (await this.page.locator(FRAME).elementHandle())?.contentFrame();
    assert.ok(frame, 'the view is in a frame');
    return frame;
  }

  /** Waits for a screen by its step. @param {string} step */
  async step(step) {
    await this.view.locator(`main[data-step="${step}"]`).waitFor();
  }

  /** @param {string | RegExp} name */
  button(name) {
    return this.view.getByRole('button', { name, exact: true });
  }

  /** @param {string | RegExp} name */
  press(name) {
    return this.button(name).click();
  }

  /** Picks a choice by its words. @param {string} label */
  pick(label) {
    return this.view.getByRole('radio', { name: label }).check();
  }

  /** From the reason screen to what answers the reason. */
  async answer(reason, comment = '') {
    await this.step('reason');
    await this.pick(reason);
    if (comment) await this.view.getByRole('textbox').fill(comment);
    await this.press('Continue to cancel');
  }

  /** Waits until the page's dialog is gone. */
  async closed() {
    await this.page.locator('.renumerate-dialog').waitFor({ state: 'detached' });
  }

  /** @returns {Promise<string>} the text of the screen */
  async text() {
    return (await this.view.locator('main').innerText()).replaceAll(/[ \u00a0\u202f]/g, ' ');
  }
}

/** The demo page's log of callbacks, oldest first. @param {Page} page */
export async function callbacks(page, count) {
  const entries = page.locator('#callbacks li');
  await entries.nth(count - 1).waitFor();
  const found = await entries.evaluateAll((items) =>
    items.map((item) => [item.dataset.callback, item.querySelector('pre')?.textContent ?? '']),
  );
  return found.reverse().map(([name, payload]) => ({ name, payload: JSON.parse(payload) }));
}
