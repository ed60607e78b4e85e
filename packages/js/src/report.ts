import type { RetentionCallbacks } from './config.js';
import type { Owner } from './dialog.js';
import type { Outcome, RetentionPayload } from './protocol.js';

const CALLBACK_OF = {
  retained: 'onRetained',
  cancelled: 'onCancelled',
  dismissed: 'onDismissed',
} as const;

/** Tells the host page how one opening went. */
export interface Reporter {
  /** The first call counts, whatever follows: a decided flow is not dismissed when it is closed. */
  settle: (outcome: Outcome, payload?: Partial<RetentionPayload>) => void;
  fail: (error: Error) => void;
}

/** Callbacks are looked up when they fire, so that a re-rendered host hears with its latest ones. */
export function createReporter(
  owner: Owner,
  sessionId: string,
  callbacks: RetentionCallbacks,
): Reporter {
  let isSettled = false;
  const call = (name: keyof RetentionCallbacks, argument: RetentionPayload | Error) => {
    const callback = callbacks[name] ?? owner.config.callbacks?.[name];
    try {
      (callback as ((argument: unknown) => void) | undefined)?.(argument);
    } catch (error) {
      // A fault in the host's code must not stop the flow, and must not be hidden either.
      reportError(error);
    }
  };
  return {
    settle(outcome, payload) {
      const name = CALLBACK_OF[outcome];
      if (isSettled || !name) return;
      isSettled = true;
      const complete = { ...payload, outcome, sessionId };
      call(name, complete);
      call('onComplete', complete);
    },
    fail: (error) => call('onError', error),
  };
}
