import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type Host,
  leave,
  load,
  page,
  press,
  STEP_FORM,
  serve,
  sessionPage,
  standInFrame,
  view,
} from './page.js';

let host: Host;

beforeEach(() => {
  vi.useFakeTimers();
  host = standInFrame();
});

afterEach(() => {
  leave();
  vi.useRealTimers();
});

const payload = { outcome: 'cancelled', sessionId: 'ret_1', effectiveAt: '2026-12-23T10:00:00Z' };
const decided = `data-outcome="cancelled" data-payload='${JSON.stringify(payload)}'`;
const decisions = ['on-retained', 'on-cancelled', 'on-complete'];

describe('the host page hears', () => {
  it('once that the view is ready, at the origin the server named', async () => {
    serve(sessionPage('offer'));
    await load(sessionPage('reason', '', STEP_FORM));
    await press('keep');

    const ready = host.told.filter(([type]) => type === 'ready');
    expect(ready).toEqual([
      ['ready', { iframe: 'retention', version: '1.2.3' }, 'https://app.example'],
    ]);
  });

  it('a decision of this visit, once', async () => {
    serve(sessionPage('pending', decided, STEP_FORM), sessionPage('receipt', decided));
    await load(sessionPage('reason', '', STEP_FORM));
    await press('cancel');
    await press('keep');

    expect(host.heard(...decisions)).toEqual([
      ['on-cancelled', payload],
      ['on-complete', payload],
    ]);
  });

  it('a decision to stay under its own name', async () => {
    const stays = { ...payload, outcome: 'retained' };
    const kept = `data-outcome="retained" data-payload='${JSON.stringify(stays)}'`;
    await load(sessionPage('kept', `${kept} data-fresh`));

    expect(host.heard(...decisions)[0]).toEqual(['on-retained', stays]);
  });

  it('nothing of a decision that an earlier visit made', async () => {
    await load(sessionPage('receipt', decided));

    expect(host.heard(...decisions)).toEqual([]);
  });

  it('the height of the page, when it changes', async () => {
    let observe = () => {};
    vi.stubGlobal(
      'ResizeObserver',
      class {
        observe = vi.fn();
        constructor(callback: () => void) {
          observe = callback;
        }
      },
    );
    const box = vi.spyOn(document.documentElement, 'getBoundingClientRect');
    await load(sessionPage('reason'));
    for (const height of [400.2, 400.6, 380]) {
      box.mockReturnValue({ height } as DOMRect);
      observe();
    }

    expect(host.heard('resize')).toEqual([
      ['resize', { iframe: 'retention', height: 401 }],
      ['resize', { iframe: 'retention', height: 380 }],
    ]);
  });

  it('of a failure, with no data and never that the view is ready', async () => {
    await load(page('data-step="message" data-failure'));

    expect(host.told).toEqual([['catastrophic-failure', {}, '*']]);
  });

  it('nothing when there is none around', async () => {
    const posted = vi.spyOn(window, 'postMessage');
    vi.stubGlobal('parent', window);
    await load(sessionPage('reason', '', '<button data-close hidden>Close</button>'));

    expect(posted).not.toHaveBeenCalled();
    expect(view().querySelector<HTMLElement>('[data-close]')?.hidden).toBe(true);
  });
});

describe('closing', () => {
  it('is asked for by Escape', async () => {
    await load(sessionPage('reason'));
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));

    expect(host.heard('close-dialog')).toEqual([['close-dialog', {}]]);
  });

  it('is asked for by a control, which is shown only now', async () => {
    await load(sessionPage('kept', '', '<button data-close hidden><b>Close</b></button>'));
    expect(view().querySelector<HTMLElement>('[data-close]')?.hidden).toBe(false);

    view().querySelector('b')?.click();
    expect(host.heard('close-dialog')).toEqual([['close-dialog', {}]]);
  });
});

describe('without an origin from the server, messages go', () => {
  const loopback = ['https://app.example', 'http://localhost:*'];
  it.each([
    ['to the origin around when it is listed', 'https://app.example', ['https://app.example']],
    ['to a listed loopback port', 'http://localhost:5173', ['http://localhost:5173']],
    ['to loopback without a port', 'http://localhost', ['http://localhost']],
    [
      'to each listed one when another is around',
      'http://localhost.evil.example',
      ['https://app.example'],
    ],
    ['to each listed one when the browser does not say', undefined, ['https://app.example']],
  ])('%s', async (_case, around, targets) => {
    host = standInFrame(around);
    const allowed = `data-allowed-origins='${JSON.stringify(loopback)}'`;
    await load(page(`data-step="reason" data-session="ret_1" ${allowed}`));

    expect(host.told.map(([, , target]) => target)).toEqual(targets);
  });

  it('nowhere when none is listed', async () => {
    await load(page('data-step="message"'));

    expect(host.told).toEqual([]);
  });
});
