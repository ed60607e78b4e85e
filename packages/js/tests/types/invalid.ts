/** Calls that must not compile. */
import { createElement } from 'react';
import { Renumerate, type ViewMessage } from '../../src/index.js';
import { CancelButton, RenumerateProvider, useRenumerate } from '../../src/react.js';

// @ts-expect-error: a public key is needed
new Renumerate({});
// @ts-expect-error: the configuration is needed
new Renumerate();
// @ts-expect-error: no such setting
new Renumerate({ publicKey: '', secretKey: 'sk_live_' });
// @ts-expect-error: no such label
new Renumerate({ publicKey: '', labels: { shut: 'Close' } });

const renumerate = new Renumerate({ publicKey: '' });
// @ts-expect-error: a session is needed
renumerate.showRetentionView();
// @ts-expect-error: a session id is a string
renumerate.showRetentionView({ id: 'ret_1' });
// @ts-expect-error: callbacks are functions
renumerate.showRetentionView('ret_1', { onComplete: 'done' });
// @ts-expect-error: the callback has another spelling
renumerate.setCallbacks({ onCanceled: () => {} });
// @ts-expect-error: an id, not the element itself
renumerate.mountCancelButton(document.body, 'ret_1');
// @ts-expect-error: no such option
renumerate.mountCancelButton('cancel', 'ret_1', { text: 'Leave' });
// @ts-expect-error: there are three outcomes
renumerate.setCallbacks({ onComplete: ({ outcome }) => outcome === 'canceled' });
// @ts-expect-error: an error, not a payload
renumerate.setCallbacks({ onError: ({ outcome }) => outcome });

export function WrongComponent() {
  // @ts-expect-error: a session is needed
  useRenumerate({});
  // @ts-expect-error: the hook gives `open`
  useRenumerate({ sessionId: 'ret_1' }).close();
}
// @ts-expect-error: a session is needed
createElement(CancelButton, {});
// @ts-expect-error: a configuration is needed
createElement(RenumerateProvider, {});

// @ts-expect-error: a height is needed
export const resize: ViewMessage = { type: 'resize', data: { iframe: 'retention' } };
// @ts-expect-error: no such message
export const other: ViewMessage = { type: 'resized', data: {} };
