/** The list of callbacks the page has received, newest first. */

import { byId, element } from './dom.js';

const LONGEST = 20;

/** @type {import("../../types").CallbackName[]} */
const NAMES = ['onRetained', 'onCancelled', 'onDismissed', 'onError', 'onComplete'];

/**
 * Callbacks that write down each call and then tell the page.
 * @param {(name: import("../../types").CallbackName) => void} onCall
 */
export function recordingCallbacks(onCall) {
  const callbacks = NAMES.map((name) => [
    name,
    (/** @type {unknown} */ payload) => {
      record(name, payload);
      onCall(name);
    },
  ]);
  return /** @type {import("../../types").DemoCallbacks} */ (Object.fromEntries(callbacks));
}

export function clearCallbackLog() {
  byId('callbacks').replaceChildren();
  byId('no-callbacks').hidden = false;
}

/**
 * @param {string} name
 * @param {unknown} payload
 */
function record(name, payload) {
  byId('no-callbacks').hidden = true;
  const at = new Date().toLocaleTimeString('en-GB');
  const json = JSON.stringify(payload, shorten, 1)?.replaceAll(/\n\s*/g, ' ');
  const text = payload instanceof Error ? String(payload) : json;
  byId('callbacks').prepend(
    element(
      'li',
      { 'data-callback': name },
      element('strong', {}, name),
      ' ',
      element('time', { class: 'quiet' }, at),
      element('pre', {}, text ?? 'no payload'),
    ),
  );
  for (const old of [...byId('callbacks').children].slice(LONGEST)) old.remove();
}

/**
 * A session id is a bearer: the log shows only enough to tell two apart.
 * @param {string} key
 * @param {unknown} value
 */
function shorten(key, value) {
  return key === 'sessionId' && typeof value === 'string' ? `${value.slice(0, 12)}…` : value;
}
