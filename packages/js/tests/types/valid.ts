/** Calls that must compile: the samples of the guide among them. */

import { createElement } from 'react';
import { Renumerate, type RetentionPayload, type ViewMessages } from '../../src/index.js';
import {
  CancelButton,
  type CancelButtonProps,
  RenumerateProvider,
  useRenumerate,
} from '../../src/react.js';

const renumerate = new Renumerate({ publicKey: 'your-public-key' });

renumerate.mountCancelButton('elementId', 'sessionId', 'classes');
renumerate.mountCancelButton('elementId', 'sessionId');
const button: HTMLButtonElement = renumerate.mountCancelButton('elementId', 'sessionId', {
  classes: 'btn',
  label: 'Leave',
  onRetained: ({ offer, reason }) => `${offer?.kind} ${reason?.feedback}`,
});
button.focus();

renumerate.showRetentionView('sessionId').addEventListener('close', () => {});
renumerate.showRetentionView('sessionId', {
  onComplete: (payload: RetentionPayload) =>
    payload.outcome satisfies 'retained' | 'cancelled' | 'dismissed',
  onError: (error) => error.message,
});
renumerate.updateConfig({ fallbackUrl: undefined, labels: { close: 'Schließen' } });
renumerate.setCallbacks({});
renumerate.initialize();
renumerate.cleanup();
Renumerate.getInstance().config.publicKey satisfies string;
Renumerate.getInstance({ publicKey: 'pk_test_', baseUrl: 'http://localhost:4321', debug: true });

export function CustomCancelComponent({ sessionId }: { sessionId: string }) {
  const { open, isReady } = useRenumerate({ sessionId });
  return createElement('button', { type: 'button', onClick: () => open(), hidden: !isReady });
}

const props: CancelButtonProps = { sessionId: 'ret_example123' };
createElement(
  RenumerateProvider,
  { config: { publicKey: 'your-public-key' } },
  createElement(CancelButton, props),
  createElement(CancelButton, { ...props, className: 'px-6 py-2' }, 'Leave'),
);

export const height = (message: ViewMessages['resize']): number => message.height;

export const fromScriptTag = new globalThis.Renumerate.Renumerate({ publicKey: '' });
export const flat = new globalThis.Renumerate({ publicKey: '' });
