import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  catchForms,
  clearPage,
  cspBlocks,
  dialogs,
  frame,
  listeners,
  SERVER,
  sdk,
  viewIsReady,
  viewSays,
} from './page.js';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-23T10:00:00Z') });
  catchForms();
});

afterEach(() => {
  clearPage();
  vi.useRealTimers();
});

const byGet = `${SERVER}/retention?session_id=ret_a%26b`;
const fallback = () => document.querySelector('.renumerate-error-content');
const links = () => [...(fallback()?.querySelectorAll('a') ?? [])];

describe('while the view does not answer', () => {
  it('it is asked for once more after 4 s, by GET', () => {
    sdk().showRetentionView('ret_a&b');
    vi.advanceTimersByTime(3_999);
    expect(frame().getAttribute('src')).toBeNull();

    vi.advanceTimersByTime(1);
    expect(frame().src).toBe(byGet);
  });

  it('the fallback comes after 8 s and replaces the frame', () => {
    const heard = listeners();
    sdk().showRetentionView('ret_1', heard);
    vi.advanceTimersByTime(7_999);
    expect(fallback()).toBeNull();

    vi.advanceTimersByTime(1);
    expect(document.activeElement).toBe(fallback()?.querySelector('h2'));
    expect(dialogs()[0]?.querySelector('iframe')).toBeNull();
    expect(heard.onError).toHaveBeenCalledOnce();
    expect(heard.onComplete).not.toHaveBeenCalled();
  });

  it.each([0, 3_000, 7_000])('an answer after %i ms stops the ladder', (delay) => {
    const heard = listeners();
    sdk().showRetentionView('ret_1', heard);
    vi.advanceTimersByTime(delay);
    viewIsReady();
    const { src } = frame();
    vi.advanceTimersByTime(60_000);

    expect(frame().src).toBe(src);
    expect(heard.onError).not.toHaveBeenCalled();
  });
});

describe('after the view has answered', () => {
  const pageLoads = () => frame().dispatchEvent(new Event('load'));

  it.each([
    ['before', [viewIsReady, pageLoads]],
    ['after', [pageLoads, viewIsReady]],
  ])(
    'a silent page gives the fallback after 4 s; its predecessor was ready %s it loaded',
    (_, steps) => {
      const heard = listeners();
      sdk().showRetentionView('ret_1', heard);
      for (const step of steps) step();
      pageLoads();
      vi.advanceTimersByTime(3_999);
      expect(fallback()).toBeNull();

      vi.advanceTimersByTime(1);
      expect(fallback()).not.toBeNull();
      expect(heard.onError).toHaveBeenCalledOnce();
    },
  );

  it.each([
    ['before', [viewIsReady, pageLoads]],
    ['after', [pageLoads, viewIsReady]],
  ])('a further page may say that it is ready %s it loads', (_, steps) => {
    sdk().showRetentionView('ret_1');
    viewIsReady();
    pageLoads();
    for (const step of [...steps, ...steps]) step();
    vi.advanceTimersByTime(60_000);

    expect(fallback()).toBeNull();
  });

  it('a view that is closed gives no fallback any more', () => {
    const heard = listeners();
    sdk().showRetentionView('ret_1', heard);
    viewIsReady();
    pageLoads();
    pageLoads();
    clearPage();
    vi.advanceTimersByTime(60_000);

    expect(heard.onError).not.toHaveBeenCalled();
  });
});

describe('the ladder is shortened', () => {
  it('by a CSP that forbids the form post: GET at once, and only once', () => {
    sdk().showRetentionView('ret_a&b');
    cspBlocks('form-action');
    expect(frame().src).toBe(byGet);

    frame().src = 'about:blank';
    vi.advanceTimersByTime(4_000);
    expect(frame().src).toBe('about:blank');
    vi.advanceTimersByTime(4_000);
    expect(fallback()).not.toBeNull();
  });

  it('by a CSP that forbids the frame: fallback at once', () => {
    sdk().showRetentionView('ret_1');
    cspBlocks('frame-src');

    expect(fallback()).not.toBeNull();
  });

  it('by nothing that the CSP does to others', () => {
    sdk().showRetentionView('ret_1');
    cspBlocks('form-action', 'https://other.example/');
    cspBlocks('frame-src', 'https://other.example/');
    cspBlocks('img-src');

    expect(frame().getAttribute('src')).toBeNull();
  });

  it.each([true, false])('by a failure of the view (after it was ready: %s)', (wasReady) => {
    const heard = listeners();
    sdk().showRetentionView('ret_1', heard);
    if (wasReady) viewIsReady();
    viewSays('catastrophic-failure', {});
    vi.advanceTimersByTime(60_000);

    expect(fallback()).not.toBeNull();
    expect(heard.onError).toHaveBeenCalledOnce();
  });
});

describe('the fallback', () => {
  const fail = (config: Parameters<typeof sdk>[0]) => {
    sdk(config).showRetentionView('ret_0123456789abcdefghij');
    viewSays('catastrophic-failure', {});
  };

  it('shows when the customer asked, and a reference that opens nothing', () => {
    fail({});

    expect(fallback()?.textContent).toMatch(/November 23, 2026 .*[\r\n]+Reference: 89abcdefghij/);
    expect(fallback()?.textContent).not.toContain('ret_0123456789');
  });

  it('offers the configured page as a real link', () => {
    fail({ fallbackUrl: '/account/cancel' });

    expect(links().map(({ href }) => href)).toEqual(['https://app.example/account/cancel']);
  });

  it('offers a prepared e-mail that names reference and time', () => {
    fail({ fallbackEmail: 'help@app.example' });

    const mail = new URL(links()[0]?.href ?? '');
    expect(mail.protocol + mail.pathname).toBe('mailto:help@app.example');
    expect(mail.searchParams.get('subject')).toContain('Reference: 89abcdefghij');
    expect(mail.searchParams.get('body')).toMatch(/November 23, 2026/);
    expect(links()[0]?.textContent).toContain('help@app.example');
  });

  it('says what to do when nothing is configured', () => {
    fail({});

    expect(links()).toEqual([]);
    expect(fallback()?.textContent).toContain('Write to this service');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'vbscript:x'])(
    'makes no link of %s',
    (fallbackUrl) => {
      fail({ fallbackUrl });

      expect(links()).toEqual([]);
      expect(fallback()?.textContent).toContain('Write to this service');
    },
  );

  it('shows markup in configured texts as text', () => {
    fail({ fallbackEmail: '<img src=x>@app.example', labels: { fallbackTitle: '<b>No</b>' } });

    expect(fallback()?.querySelector('img, b')).toBeNull();
    expect(fallback()?.querySelector('h2')?.textContent).toBe('<b>No</b>');
  });

  it('ends as dismissed when it is closed', () => {
    const heard = listeners();
    sdk().showRetentionView('ret_1', heard);
    viewSays('catastrophic-failure', {});
    dialogs()[0]?.close();

    expect(heard.onDismissed).toHaveBeenCalledOnce();
    expect(heard.onComplete).toHaveBeenCalledOnce();
  });
});

describe('a mistake of the integration', () => {
  it.each([
    ['no server', { publicKey: 'your-public-key' }, 'ret_1', /baseUrl/],
    ['no session', {}, '', /session/],
  ])('(%s) throws a clear error, with the fallback on the screen', (_case, config, id, message) => {
    const heard = listeners();

    expect(() => sdk(config).showRetentionView(id, heard)).toThrow(message);
    expect(fallback()).not.toBeNull();
    expect(heard.onError).toHaveBeenCalledOnce();
  });
});
