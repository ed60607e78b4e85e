import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  catchForms,
  clearPage,
  dialogs,
  listeners,
  pressClose,
  sdk,
  viewIsReady,
  viewSays,
} from './page.js';

beforeEach(() => {
  vi.useFakeTimers();
  catchForms();
});

afterEach(() => {
  clearPage();
  vi.useRealTimers();
});

const retained = {
  outcome: 'retained' as const,
  sessionId: 'ret_1',
  offer: { id: 'off_1', kind: 'discount' },
  reason: { id: 'too_expensive', feedback: 'a bit much' },
  effectiveAt: '2026-12-23T10:00:00Z',
};
const cancelled = { outcome: 'cancelled' as const, sessionId: 'ret_1' };

describe('a decision', () => {
  it('to stay is told once, with the whole payload', () => {
    const heard = listeners();
    sdk().showRetentionView('ret_1', heard);
    viewSays('on-retained', retained);
    viewSays('on-complete', retained);
    pressClose();

    expect(heard.onRetained.mock.calls).toEqual([[retained]]);
    expect(heard.onComplete.mock.calls).toEqual([[retained]]);
    expect(heard.onCancelled).not.toHaveBeenCalled();
    expect(heard.onDismissed).not.toHaveBeenCalled();
  });

  it('to cancel is told once', () => {
    const heard = listeners();
    sdk().showRetentionView('ret_1', heard);
    viewSays('on-cancelled', cancelled);
    viewSays('on-complete', cancelled);
    viewSays('on-cancelled', cancelled);

    expect(heard.onCancelled.mock.calls).toEqual([[cancelled]]);
    expect(heard.onComplete.mock.calls).toEqual([[cancelled]]);
  });

  it('leaves the receipt on the screen', () => {
    sdk().showRetentionView('ret_1');
    viewSays('on-cancelled', cancelled);

    expect(dialogs()).toHaveLength(1);
  });
});

describe('closing without a decision', () => {
  it('is told as dismissed, once', () => {
    const heard = listeners();
    sdk().showRetentionView('ret_1', heard);
    viewIsReady();
    pressClose();

    const payload = { outcome: 'dismissed', sessionId: 'ret_1' };
    expect(heard.onDismissed.mock.calls).toEqual([[payload]]);
    expect(heard.onComplete.mock.calls).toEqual([[payload]]);
  });
});

describe('callbacks', () => {
  it('of one opening replace the general ones of the same name', () => {
    const general = listeners();
    const onRetained = vi.fn();
    sdk({ callbacks: general }).showRetentionView('ret_1', { onRetained });
    viewSays('on-retained', retained);

    expect(onRetained).toHaveBeenCalledOnce();
    expect(general.onRetained).not.toHaveBeenCalled();
    expect(general.onComplete).toHaveBeenCalledOnce();
  });

  it('are taken as they are when they fire', () => {
    const heard = listeners();
    const renumerate = sdk({ callbacks: { onComplete: () => expect.unreachable() } });
    renumerate.showRetentionView('ret_1');
    renumerate.setCallbacks(heard);
    pressClose();

    expect(heard.onComplete).toHaveBeenCalledOnce();
  });

  it('that throw are reported and stop nothing', () => {
    const onComplete = vi.fn();
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    const error = new Error('a fault of the host');
    const fault = () => {
      throw error;
    };
    sdk().showRetentionView('ret_1', { onRetained: fault, onComplete });
    viewSays('on-retained', retained);

    expect(onComplete).toHaveBeenCalledOnce();
    expect(reported.mock.calls).toEqual([[error]]);
  });

  it('may open the next view', () => {
    const renumerate = sdk();
    renumerate.showRetentionView('ret_1', {
      onComplete: () => renumerate.showRetentionView('ret_2'),
    });
    pressClose();

    expect(dialogs()).toHaveLength(1);
    expect(dialogs()[0]?.open).toBe(true);
  });
});

describe('a message is ignored', () => {
  it.each([
    ['from another origin', { origin: 'https://evil.example' }],
    ['from an origin that only begins alike', { origin: 'https://cancel.example.evil.example' }],
    ['from another window of our origin', { source: {} }],
    ['from no window', { source: null }],
  ])('%s', (_case, from) => {
    const heard = listeners();
    sdk().showRetentionView('ret_1', heard);
    viewSays('on-cancelled', cancelled, from);
    viewSays('close-dialog', {}, from);
    viewSays('catastrophic-failure', {}, from);

    expect(dialogs()).toHaveLength(1);
    expect(heard.onCancelled).not.toHaveBeenCalled();
    expect(heard.onError).not.toHaveBeenCalled();
  });

  it.each([
    ['without data', 'ready', undefined],
    ['with data of another kind', 'ready', 7],
    ['of an unknown type', 'unknown', {}],
    ['with an outcome of another kind', 'on-complete', { outcome: 'other' }],
    ['with a height of another kind', 'resize', { height: 'calc(1px); color: red' }],
  ])('%s', (_case, type, data) => {
    const heard = listeners();
    sdk().showRetentionView('ret_1', heard);
    viewSays(type as 'ready', data as never);
    vi.advanceTimersByTime(8_000);

    expect(heard.onComplete).not.toHaveBeenCalled();
    expect(heard.onError).toHaveBeenCalledOnce();
  });
});
