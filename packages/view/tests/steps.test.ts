import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  catchSubmits,
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

let submitted: string[];

beforeEach(() => {
  vi.useFakeTimers();
  submitted = catchSubmits();
  standInFrame();
});

afterEach(() => {
  leave();
  vi.useRealTimers();
});

describe('a step', () => {
  it('is posted with its button and swapped in place', async () => {
    const server = serve(sessionPage('offer'));
    await load(sessionPage('reason', '', STEP_FORM));
    await press('keep');

    const [url, init] = server.mock.calls[0] ?? [];
    expect(url).toBe('/retention');
    expect(init?.method).toBe('POST');
    expect(String(init?.body)).toBe('session_id=ret_1&reason=unused&action=keep');
    expect(view().dataset.step).toBe('offer');
    expect(submitted).toEqual([]);
  });

  it('takes the focus to its heading and is announced', async () => {
    serve(sessionPage('offer'));
    await load(sessionPage('reason', '', STEP_FORM));
    await press('keep');

    expect(document.activeElement).toBe(view().querySelector('h1'));
    expect(document.getElementById('status')?.textContent).toBe('Step offer');
    expect(document.title).toBe('Step offer');
  });

  it('pressed twice is posted once, and no button is disabled', async () => {
    const server = serve(sessionPage('offer'));
    await load(sessionPage('reason', '', STEP_FORM));
    const first = press('cancel');
    const second = press('keep');
    expect(view().getAttribute('aria-busy')).toBe('true');
    expect(view().querySelector(':disabled')).toBeNull();
    await Promise.all([first, second]);

    expect(server).toHaveBeenCalledOnce();
  });

  it('with scripts in it does not run them', async () => {
    serve(sessionPage('offer', '', '<script>window.hasRun = true</script>'));
    await load(sessionPage('reason', '', STEP_FORM));
    await press('keep');

    expect(window).not.toHaveProperty('hasRun');
  });
});

describe('a step goes on by plain submit', () => {
  it.each([
    ['when the network fails', new TypeError('Failed to fetch')],
    ['when the answer is no page of ours', '{"error":"overloaded"}'],
  ])('%s', async (_case, answer) => {
    serve(answer);
    await load(sessionPage('reason', '', STEP_FORM));
    await press('cancel');

    expect(submitted).toEqual(['session_id=ret_1&reason=unused&action=cancel']);
  });

  it('when no answer comes in 10 s', async () => {
    const hang = (_url: string, { signal }: RequestInit) =>
      new Promise((_, reject) => signal?.addEventListener('abort', reject));
    vi.stubGlobal('fetch', vi.fn(hang));
    await load(sessionPage('reason', '', STEP_FORM));
    await press('cancel');
    await vi.advanceTimersByTimeAsync(9_999);
    expect(submitted).toEqual([]);

    await vi.advanceTimersByTimeAsync(1);
    expect(submitted).toHaveLength(1);
  });
});

describe('a pending page', () => {
  it('asks again after its delay until the step changes, and leaves the focus alone', async () => {
    const pending = sessionPage('pending', 'data-poll="1500"', '<a href="#" id="link">x</a>');
    const server = serve(pending, new TypeError('Failed to fetch'), sessionPage('receipt'));
    await load(pending);
    document.getElementById('link')?.focus();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(server).toHaveBeenCalledTimes(2);
    expect(document.activeElement?.id).toBe('link');

    await vi.advanceTimersByTimeAsync(1_500);
    expect(view().dataset.step).toBe('receipt');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server).toHaveBeenCalledTimes(3);
    expect(submitted).toEqual([]);
  });

  it('stops asking when the server says no delay any more', async () => {
    const server = serve(sessionPage('pending'));
    await load(sessionPage('pending', 'data-poll="1500"'));
    await vi.advanceTimersByTimeAsync(60_000);

    expect(server).toHaveBeenCalledOnce();
  });

  it('is replaced when it says something new under the same name', async () => {
    serve(sessionPage('pending', '', '<p>This takes longer than usual.</p>'));
    await load(sessionPage('pending', 'data-poll="1500"'));
    await vi.advanceTimersByTimeAsync(1_500);

    expect(view().textContent).toContain('longer than usual');
  });

  it('gives way to what the customer presses', async () => {
    let answerPoll = (_: Response) => {};
    const slow = new Promise<Response>((resolve) => {
      answerPoll = resolve;
    });
    const answers = [slow, Promise.resolve(new Response(sessionPage('undone')))];
    vi.stubGlobal('fetch', () => answers.shift());
    await load(sessionPage('pending', 'data-poll="1500"', STEP_FORM));
    await vi.advanceTimersByTimeAsync(1_500);
    await press('cancel');
    answerPoll(new Response(sessionPage('receipt')));
    await vi.advanceTimersByTimeAsync(0);

    expect(view().dataset.step).toBe('undone');
  });
});

describe('the address', () => {
  it('loses the session, which the history keeps', async () => {
    history.replaceState(null, '', '/retention?session_id=ret_1');
    await load(sessionPage('reason'));

    expect(location.pathname + location.search).toBe('/retention');
    expect(history.state).toEqual({ s: 'ret_1' });
  });

  it('without a session asks again with the one in the history', async () => {
    history.replaceState({ s: 'ret_9' }, '', '/retention');
    await load(page('data-step="message" data-shell'));

    expect(submitted).toEqual(['session_id=ret_9&action=refresh']);
  });

  it('without any session leaves the page as it is', async () => {
    await load(page('data-step="message" data-shell'));

    expect(submitted).toEqual([]);
  });
});
