import type { RetentionPayload } from '../../js/src/protocol.js';
import { isFramed, tellFailure, tellHost } from './host.js';
import { postForm, submitNatively } from './post.js';

let view: HTMLElement;
let pollTimer: number | undefined;
let hasToldOutcome = false;
/** The customer's own submit is on its way: further ones are ignored until it is answered. */
let isBusy = false;
/** Counts requests, so that a late answer to an earlier one is dropped. */
let turn = 0;

/** Takes over the page that is in the document. */
export function start(): void {
  const found = document.getElementById('view');
  if (!found) return;
  view = found;
  const { session, shell, failure, fresh } = view.dataset;
  if (shell !== undefined) {
    reopen();
    return;
  }
  if (session) history.replaceState({ s: session }, '', '/retention');

  document.addEventListener('submit', onSubmit);
  document.addEventListener('click', onClick);
  document.addEventListener('keydown', onKeydown);
  if (isFramed()) addEventListener('focus', onFirstFocus, { once: true });
  // A page that comes back from the browser's cache can be used again.
  addEventListener('pageshow', () => {
    isBusy = false;
  });
  if (failure === undefined) tellHost(view, 'ready', { iframe: 'retention', version: __VERSION__ });
  watchHeight();
  arrive(fresh !== undefined);
}

/** The page was reloaded under a URL without a session: ask again with the one we remember. */
function reopen(): void {
  const form = refreshForm();
  const field = form?.querySelector<HTMLInputElement>('[name=session_id]');
  if (!form || !field || !history.state?.s) return;
  field.value = history.state.s;
  submitNatively(form);
}

/** Does what the page in `view` asks for. `isDecision`: whether it answers a post of this visit. */
function arrive(isDecision: boolean): void {
  const { failure, outcome, payload, poll } = view.dataset;
  if (failure !== undefined) tellFailure();
  // Without scripts, or outside a frame, these could do nothing, so the page comes with them hidden.
  if (isFramed()) {
    for (const control of view.querySelectorAll<HTMLElement>('[data-close]'))
      control.hidden = false;
  }
  if (outcome && payload && isDecision && !hasToldOutcome) {
    hasToldOutcome = true;
    const told: RetentionPayload = JSON.parse(payload);
    tellHost(view, outcome === 'retained' ? 'on-retained' : 'on-cancelled', told);
    tellHost(view, 'on-complete', told);
  }
  clearTimeout(pollTimer);
  if (poll) pollTimer = setTimeout(refresh, Number(poll));
}

function onSubmit(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement;
  if (form.getAttribute('method') !== 'post') return;
  event.preventDefault();
  if (isBusy) return;
  isBusy = true;
  view.setAttribute('aria-busy', 'true');
  const mine = ++turn;
  const submitter = event.submitter as HTMLButtonElement | null;
  postForm(form, submitter).then(
    (page) => {
      isBusy = false;
      if (mine === turn) swap(page);
    },
    // The network or the server failed us: let the browser try, and show what it gets.
    () => submitNatively(form, submitter),
  );
}

/** Asks in the background whether the billing action is done; tries on as long as the page stands. */
function refresh(): void {
  const form = refreshForm();
  if (!form || isBusy) return;
  const mine = ++turn;
  postForm(form).then(
    (page) => {
      if (mine !== turn) return;
      if (page.view.textContent !== view.textContent) {
        swap(page);
        return;
      }
      // The same screen again: what it says to us is news, and the reader is left in peace.
      Object.assign(view.dataset, { poll: '' }, page.view.dataset);
      arrive(true);
    },
    () => {
      if (mine === turn) arrive(false);
    },
  );
}

function swap(page: { title: string; view: HTMLElement }): void {
  view.replaceWith(page.view);
  view = page.view;
  document.title = page.title;
  const heading = view.querySelector('h1');
  heading?.focus();
  scrollTo(0, 0);
  const status = document.getElementById('status');
  if (status) status.textContent = heading?.textContent ?? '';
  arrive(true);
}

/** The host page gives the focus to the frame: who listens then hears the heading first. */
function onFirstFocus(): void {
  if (document.activeElement === document.body) view.querySelector('h1')?.focus();
}

function onClick({ target }: MouseEvent): void {
  if ((target as Element).closest('[data-close]')) tellHost(view, 'close-dialog', {});
}

function onKeydown({ key }: KeyboardEvent): void {
  if (key === 'Escape') tellHost(view, 'close-dialog', {});
}

function watchHeight(): void {
  const page = document.documentElement;
  let told = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(page.getBoundingClientRect().height);
    if (height !== told) tellHost(view, 'resize', { iframe: 'retention', height });
    told = height;
  }).observe(page);
}

function refreshForm(): HTMLFormElement | null {
  return document.querySelector<HTMLFormElement>('form#refresh');
}
