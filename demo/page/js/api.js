/** Calls to the sample page's own backend. A real SaaS would have its own in the same place. */

/** The page must answer a press on the button at once, so a slow backend counts as a broken one. */
const SESSION_DEADLINE_MS = 2500;

/** @returns {Promise<import("../../types").DemoConfig>} */
export const fetchConfig = () => call('config');

/** @returns {Promise<import("../../types").DemoCustomer[]>} */
export const fetchCustomers = () => call('customers');

/**
 * @param {string} customerId
 * @returns {Promise<import("../../types").DemoState>}
 */
export const fetchState = (customerId) => call(`state?customer=${encodeURIComponent(customerId)}`);

/**
 * The backend asks Renumerate for a session with the brand key, which never reaches the browser.
 * @param {import("../../types").SessionTarget} target
 * @returns {Promise<import("../../types").SessionOutcome>}
 */
export const createSession = (target) =>
  call('session', { body: target, signal: AbortSignal.timeout(SESSION_DEADLINE_MS) });

/**
 * @param {number} days
 * @returns {Promise<{ now: number }>}
 */
export const advanceClock = (days) => call('clock', { body: { advance_days: days } });

/** Puts the cast and the clock back to how the demo started. */
export const resetDemo = () => call('reset', { body: {} });

/**
 * @param {string} path below `/demo/api/`
 * @param {{ body?: object, signal?: AbortSignal }} [options] with a body it is a POST
 */
async function call(path, { body, signal } = {}) {
  const request = body
    ? {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }
    : {};
  const response = await fetch(`api/${path}`, { ...request, signal, cache: 'no-store' });
  if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
  return response.json();
}
