/** A test file's server and browser, and a fresh context for each of its tests. */

import assert from 'node:assert/strict';
import { after, before, test as nodeTest } from 'node:test';
import { openBrowser } from './browser.js';
import { Demo } from './demo.js';

/** No step of a journey may take longer; on a busy machine it needs a tenth. */
const STEP_MS = 15_000;

/**
 * @typedef {object} Scene what a test is given
 * @property {import('playwright-core').Page} page in a context of its own
 * @property {import('playwright-core').BrowserContext} context
 * @property {Demo} demo as it was at its start
 * @property {string[]} errors what went wrong on the page; a test that provokes errors empties it
 * @property {import('node:test').TestContext} t
 */

/** Opens the browser of a test file that starts its servers itself. */
export function browserSuite() {
  /** @type {import('playwright-core').Browser} */
  let browser;
  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());
  return {
    /** @param {import('node:test').TestContext} t */
    async openContext(t, options = {}) {
      const context = await browser.newContext(options);
      context.setDefaultTimeout(STEP_MS);
      t.after(() => context.close());
      return context;
    },
  };
}

/** Starts the demo for a test file. @param {string[]} [args] */
export function demoSuite(args) {
  const { openContext } = browserSuite();
  /** @type {Demo} */
  let demo;
  before(async () => {
    demo = await Demo.start(args);
  });
  after(() => demo.stop());

  /**
   * @param {string} name
   * @param {(scene: Scene) => Promise<void>} run
   * @param {import('playwright-core').BrowserContextOptions} [options]
   */
  const test = (name, run, options) =>
    nodeTest(name, async (t) => {
      await demo.reset();
      const context = await openContext(t, options);
      const page = await context.newPage();
      const errors = collectErrors(page);
      await run({ page, context, demo, errors, t });
      assert.deepEqual(errors, [], 'errors on the page');
    });
  return { test };
}

/** Uncaught errors and violations of a page's policy; a test that provokes them empties the list. */
function collectErrors(page) {
  /** @type {string[]} */
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && /Content Security Policy|Uncaught/.test(text)) {
      errors.push(text);
    }
  });
  return errors;
}
