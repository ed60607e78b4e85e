import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  catchForms,
  clearPage,
  cspBlocks,
  dialogs,
  frame,
  KEY,
  listeners,
  type PostedForm,
  pressClose,
  SERVER,
  sdk,
  viewIsReady,
  viewSays,
} from './page.js';

let posted: PostedForm[];

beforeEach(() => {
  vi.useFakeTimers();
  posted = catchForms();
});

afterEach(() => {
  clearPage();
  vi.useRealTimers();
});

describe('opening', () => {
  it('shows a named modal dialog with a titled frame', () => {
    const dialog = sdk().showRetentionView('ret_1');

    expect(dialogs()).toEqual([dialog]);
    expect(dialog.open).toBe(true);
    expect(dialog.ariaLabel).toBe('Cancel subscription');
    expect(frame().title).toBe('Cancel subscription');
    expect(dialog.querySelector('.renumerate-dialog-close')?.ariaLabel).toBe('Close');
  });

  it('posts the session into the frame and keeps it out of every URL', () => {
    sdk({ locale: 'de' }).showRetentionView('ret_1');

    expect(posted).toEqual([
      {
        action: `${SERVER}/retention`,
        method: 'post',
        target: frame().name,
        fields: { session_id: 'ret_1', parent_origin: 'https://app.example', locale: 'de' },
      },
    ]);
    expect(frame().getAttribute('src')).toBeNull();
    expect(document.querySelector('form')).toBeNull();
  });

  it('sends no locale when none is set', () => {
    sdk().showRetentionView('ret_1');

    expect(posted[0]?.fields).not.toHaveProperty('locale');
  });

  it('puts the style on the page once', () => {
    sdk().showRetentionView('ret_1');
    sdk().showRetentionView('ret_2');

    const ours = document.adoptedStyleSheets.filter(({ cssRules }) =>
      [...cssRules].some((rule) => rule.cssText.includes('.renumerate-dialog')),
    );
    expect(ours).toHaveLength(1);
  });

  it('uses the given labels', () => {
    const dialog = sdk({ labels: { dialogTitle: 'Abo kündigen' } }).showRetentionView('ret_1');

    expect(dialog.ariaLabel).toBe('Abo kündigen');
    expect(dialog.querySelector('.renumerate-dialog-close')?.ariaLabel).toBe('Close');
  });

  it('gives a frame of its own name to each opening', () => {
    sdk().showRetentionView('ret_1');
    const first = frame().name;
    sdk().showRetentionView('ret_2');

    expect(frame().name).not.toBe(first);
  });
});

describe('a second opening', () => {
  it('for the same session brings back the open one', () => {
    const first = sdk().showRetentionView('ret_1');
    const second = sdk().showRetentionView('ret_1');

    expect(second).toBe(first);
    expect(dialogs()).toHaveLength(1);
    expect(posted).toHaveLength(1);
  });

  it('for another session closes the first one as dismissed', () => {
    const heard = listeners();
    const first = sdk().showRetentionView('ret_1', heard);
    const second = sdk().showRetentionView('ret_2');

    expect(dialogs()).toEqual([second]);
    expect(first.isConnected).toBe(false);
    expect(heard.onDismissed).toHaveBeenCalledOnce();
  });

  it('works after the host removed the dialog itself', () => {
    const first = sdk().showRetentionView('ret_1');
    document.body.replaceChildren();
    const second = sdk().showRetentionView('ret_1');

    expect(second).not.toBe(first);
    expect(dialogs()).toEqual([second]);
  });
});

describe('closing', () => {
  it.each([
    ['the close button', pressClose],
    ['the browser, on Escape', () => dialogs()[0]?.close()],
    ['the view', () => viewSays('close-dialog', {})],
  ])('by %s removes the dialog and gives focus back', (_who, close) => {
    const opener = document.body.appendChild(document.createElement('button'));
    opener.focus();
    sdk().showRetentionView('ret_1');
    close();

    expect(dialogs()).toEqual([]);
    expect(document.activeElement).toBe(opener);
  });

  it('leaves no timer and no listener behind', () => {
    const heard = listeners();
    sdk().showRetentionView('ret_1', heard);
    pressClose();
    vi.advanceTimersByTime(60_000);
    cspBlocks('frame-src');

    expect(heard.onError).not.toHaveBeenCalled();
    expect(heard.onComplete).toHaveBeenCalledOnce();
  });

  it('by cleanup leaves the view of another instance alone', () => {
    const other = sdk({ publicKey: KEY });
    const dialog = sdk().showRetentionView('ret_1');
    other.cleanup();

    expect(dialogs()).toEqual([dialog]);
  });
});

describe('the frame', () => {
  it('gets the height the view asks for', () => {
    sdk().showRetentionView('ret_1');
    viewSays('resize', { iframe: 'retention', height: 612 });

    expect(frame().style.height).toBe('612px');
  });

  it('gets the focus when it is ready, unless the customer has moved it', () => {
    sdk().showRetentionView('ret_1');
    document.querySelector<HTMLElement>('.renumerate-dialog-close')?.focus();
    viewIsReady();

    expect(document.activeElement).toBe(frame());
  });
});
