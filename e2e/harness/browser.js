/** The one Chromium of a run: started by `run.js`, or by a test file that is run alone. */

import { chromium } from 'playwright-core';

/** Where `run.js` left its browser for the test files. */
export const ENDPOINT = 'RENUMERATE_E2E_BROWSER';

/** The host a client with a fixed host name asks; the browser finds it on this machine. */
export const MAPPED_HOST = 'retention.renumerate.test';

export const LAUNCH_OPTIONS = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--host-resolver-rules=MAP ${MAPPED_HOST}:443 127.0.0.1:4321`,
  ],
};

/** @returns {Promise<import('playwright-core').Browser>} */
export function openBrowser() {
  const endpoint = process.env[ENDPOINT];
  return endpoint ? chromium.connect(endpoint) : chromium.launch(LAUNCH_OPTIONS);
}
