import { act, createElement, type ReactNode, StrictMode, useEffect } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CancelButton, RenumerateProvider, useRenumerate } from '../src/react.js';
import {
  catchForms,
  clearPage,
  dialogs,
  KEY,
  keyFor,
  listeners,
  type PostedForm,
  pressClose,
  viewSays,
} from './page.js';

let posted: PostedForm[];
let root: Root;
let container: HTMLElement;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  posted = catchForms();
  container = document.body.appendChild(document.createElement('main'));
  root = createRoot(container);
});

afterEach(async () => {
  await act(async () => root.unmount());
  clearPage();
});

const config = { publicKey: KEY };
const provider = (...children: ReactNode[]) =>
  createElement(RenumerateProvider, { config }, ...children);
const render = (node: ReactNode) =>
  act(async () => root.render(createElement(StrictMode, null, node)));
const buttons = () => [...container.querySelectorAll('button')];
const press = (index = 0) => act(async () => buttons()[index]?.click());
const cancelled = { outcome: 'cancelled' as const, sessionId: 'ret_1' };

/** A component that opens the view as soon as it is there. */
function OpenAtOnce(props: Parameters<typeof useRenumerate>[0]) {
  const { open, isReady } = useRenumerate(props);
  useEffect(() => open(), [open]);
  return createElement('output', null, String(isReady));
}

describe('the cancel button', () => {
  it('renders without a server being known', async () => {
    const opaque = { publicKey: 'your-public-key' };
    const button = createElement(CancelButton, { sessionId: 'ret_example123' });
    await render(createElement(RenumerateProvider, { config: opaque }, button));

    expect(container.innerHTML).toBe(
      '<button type="button" class="renumerate-cancel-btn">Cancel Subscription</button>',
    );
  });

  it('wears the given classes and shows its children', async () => {
    const props = { sessionId: 'ret_1', className: 'btn' };
    await render(provider(createElement(CancelButton, props, 'Leave us')));

    expect(container.innerHTML).toBe('<button type="button" class="btn">Leave us</button>');
  });

  it('opens the view once, and gets the focus back', async () => {
    await render(provider(createElement(CancelButton, { sessionId: 'ret_1' })));
    await press();
    expect(posted.map(({ fields }) => fields.session_id)).toEqual(['ret_1']);

    pressClose();
    expect(document.activeElement).toBe(buttons()[0]);
  });

  it('is taken over from the server’s HTML as it stands', async () => {
    const node = provider(createElement(CancelButton, { sessionId: 'ret_1' }));
    const errors = vi.spyOn(console, 'error');
    container.innerHTML = renderToString(createElement(StrictMode, null, node));
    await render(node);

    expect(errors).not.toHaveBeenCalled();
  });
});

describe('callbacks', () => {
  it('are those of the latest render', async () => {
    const heard = listeners();
    const button = (callbacks: object) =>
      provider(createElement(CancelButton, { sessionId: 'ret_1', callbacks }));
    await render(button({ onCancelled: () => expect.unreachable(), onRetained: () => {} }));
    await press();
    await render(button(heard));
    viewSays('on-cancelled', cancelled);

    expect(heard.onCancelled).toHaveBeenCalledOnce();
    expect(heard.onComplete).toHaveBeenCalledOnce();
  });

  it('fall back to those of the provider', async () => {
    const onComplete = vi.fn();
    const button = createElement(CancelButton, { sessionId: 'ret_1' });
    const withCallbacks = { ...config, callbacks: { onComplete } };
    await render(createElement(RenumerateProvider, { config: withCallbacks }, button));
    await press();
    pressClose();

    expect(onComplete).toHaveBeenCalledOnce();
  });
});

describe('mounting and unmounting', () => {
  it('StrictMode opens an early view once and dismisses nothing', async () => {
    const callbacks = listeners();
    await render(provider(createElement(OpenAtOnce, { sessionId: 'ret_1', callbacks })));

    expect(posted).toHaveLength(1);
    expect(dialogs()).toHaveLength(1);
    expect(callbacks.onDismissed).not.toHaveBeenCalled();
  });

  it('the button may go while its view is open, which stays and still reports', async () => {
    const callbacks = listeners();
    await render(provider(createElement(CancelButton, { sessionId: 'ret_1', callbacks })));
    await press();
    await render(provider());
    viewSays('on-cancelled', cancelled);

    expect(dialogs()).toHaveLength(1);
    expect(callbacks.onCancelled).toHaveBeenCalledOnce();
  });

  it('the provider takes its open view along', async () => {
    const callbacks = listeners();
    await render(provider(createElement(CancelButton, { sessionId: 'ret_1', callbacks })));
    await press();
    await render(null);

    expect(dialogs()).toEqual([]);
    expect(callbacks.onDismissed).toHaveBeenCalledOnce();
    expect(callbacks.onComplete).toHaveBeenCalledOnce();
  });

  it('several providers keep their servers apart, and one may go', async () => {
    const button = createElement(CancelButton, { sessionId: 'ret_1' });
    const other = { publicKey: keyFor('https://other.example') };
    const second = createElement(RenumerateProvider, { key: 2, config: other }, button);
    await render([createElement(RenumerateProvider, { key: 1, config }, button), second]);
    await press(1);
    expect(posted[0]?.action).toBe('https://other.example/retention');

    await render([second]);
    expect(dialogs()).toHaveLength(1);
  });
});

describe('the hook', () => {
  it('is ready in a browser with a session', async () => {
    const ready = createElement(OpenAtOnce, { sessionId: 'ret_1' });
    expect(renderToString(provider(ready))).toBe('<output>false</output>');

    await render(provider(ready));
    expect(container.innerHTML).toBe('<output>true</output>');
  });

  it('outside a provider says what is missing', () => {
    const alone = createElement(CancelButton, { sessionId: 'ret_1' });

    expect(() => renderToString(alone)).toThrow(/<RenumerateProvider>/);
  });
});
