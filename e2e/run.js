/** Runs the test files, or those named as arguments, in one browser. */

import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { ENDPOINT, LAUNCH_OPTIONS } from './harness/browser.js';

/** Each file has a server of its own, so files may run side by side. */
const SIDE_BY_SIDE = 2;

const folder = fileURLToPath(new URL('./tests/', import.meta.url));
const named = process.argv.slice(2).map((name) => `${folder}${name}.test.js`);
const all = readdirSync(folder)
  .filter((name) => name.endsWith('.test.js'))
  .map((name) => folder + name);

const browser = await chromium.launchServer(LAUNCH_OPTIONS);
const tests = spawn(
  process.execPath,
  [
    '--test',
    '--test-reporter=spec',
    `--test-concurrency=${SIDE_BY_SIDE}`,
    ...(named.length > 0 ? named : all),
  ],
  { stdio: 'inherit', env: { ...process.env, [ENDPOINT]: browser.wsEndpoint() } },
);
tests.once('exit', async (code) => {
  await browser.close();
  process.exitCode = code ?? 1;
});
