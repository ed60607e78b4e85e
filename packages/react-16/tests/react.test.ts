import { createElement, StrictMode, version } from 'react';
// @ts-expect-error: React 16's entry, which today's types no longer have.
import { render, unmountComponentAtNode } from 'react-dom';
import { act } from 'react-dom/test-utils';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CancelButton, RenumerateProvider } from '../../js/src/react.js';
import { catchForms, clearPage, dialogs, KEY, listeners, pressClose } from '../../js/tests/page.js';

let container: HTMLElement;

beforeEach(() => {
  catchForms();
  container = document.body.appendChild(document.createElement('main'));
});

afterEach(clearPage);

function mount(callbacks: object): HTMLButtonElement | null {
  const button = createElement(CancelButton, { sessionId: 'ret_1', callbacks });
  const page = createElement(RenumerateProvider, { config: { publicKey: KEY } }, button);
  act(() => {
    render(createElement(StrictMode, null, page), container);
  });
  return container.querySelector('button');
}

it('runs on the oldest React it supports', () => {
  expect(version).toBe('16.14.0');
});

it('opens, reports and closes the view', () => {
  const heard = listeners();
  mount(heard)?.click();
  expect(dialogs()).toHaveLength(1);

  pressClose();
  expect(dialogs()).toEqual([]);
  expect(heard.onComplete).toHaveBeenCalledOnce();
});

it('takes its open view along when it is unmounted', async () => {
  const heard = listeners();
  mount(heard)?.click();
  act(() => {
    unmountComponentAtNode(container);
  });
  await Promise.resolve();

  expect(dialogs()).toEqual([]);
  expect(heard.onDismissed).toHaveBeenCalledOnce();
});
