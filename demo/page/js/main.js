/** The demo around the sample page: who is signed in, which tab is shown, and what Stripe says. */

import { describeAccount } from './account.js';
import * as api from './api.js';
import { clearCallbackLog, recordingCallbacks } from './callback-log.js';
import { announce, byId, element, selectById, setText } from './dom.js';
import { formatTime } from './format.js';
import { forgetChanges, showState } from './inspector.js';
import { hidePlainPage, showPlainPage } from './plain-tab.js';
import { hideReactPage, showReactPage } from './react-tab.js';
import { setUpTabs } from './tabs.js';

const REFRESH_MS = 1000;
const FALLBACK_EMAIL = 'support@lumen-notes.example';

/** @type {import("../../types").DemoConfig} */
let config;
/** @type {import("../../types").DemoCustomer[]} */
let customers = [];
/** @type {import("../../types").DemoCustomer} */
let customer;
/** @type {import("./tabs.js").TabName} */
let tab = 'plain';
/** @type {import("../../types").AccountView | undefined} */
let account;
/** @type {import("../../types").SessionOutcome | undefined} */
let session;
/** The customer has decided: the next press on the button needs a new session. */
let isSessionUsed = false;
/** Counts what was asked, so that a late answer about another customer is dropped. */
let turn = 0;

const callbacks = recordingCallbacks((name) => {
  // A dismissed session is kept: opening it again goes on where the customer left.
  if (name === 'onRetained' || name === 'onCancelled') isSessionUsed = true;
  run(refresh);
});

/** What the page names to its backend: the customer's id, the e-mail, or one subscription. */
function sessionTarget() {
  const named = selectById('session-target').value;
  if (named === 'email') return { customer_email: customer.email };
  const target = { customer_id: customer.id };
  return named === 'customer' ? target : { ...target, subscription_id: named };
}

/** Where a customer can leave without Renumerate: a page that needs neither it nor its script. */
function fallbackUrl() {
  const subject = new URLSearchParams({ email: customer.email });
  const [only, ...others] = account?.cancelable ?? [];
  if (only && others.length === 0) subject.set('subscription', only);
  return new URL(`cancel.html?${subject}`, location.href).href;
}

/** Asks for a new session; a failure leaves the fallback link. */
async function renewSession() {
  if (!account || account.cancelable.length === 0) return;
  isSessionUsed = false;
  const asked = turn;
  let answer;
  try {
    answer = await api.createSession(sessionTarget());
  } catch {
    answer = { fallbackUrl: fallbackUrl() };
  }
  if (asked === turn) session = answer;
}

/** Reads Stripe's state and redraws the account page only where it differs. */
async function refresh() {
  const asked = turn;
  const state = await api.fetchState(customer.id);
  if (asked !== turn) return;
  showConnection('live');
  showState(state);
  // An open flow keeps its page: the button it returns the focus to must still be there.
  if (document.querySelector('dialog[open]')) return;
  const next = describeAccount(state);
  const isFirst = account === undefined;
  if (!isSessionUsed && JSON.stringify(next) === JSON.stringify(account)) return;
  account = next;
  draw();
  if (!isFirst && !isSessionUsed) return;
  await renewSession();
  if (asked === turn) draw();
}

/** Draws the account page in the tab that is shown. */
function draw() {
  if (!account) return;
  const page = {
    account,
    publicKey: config.publicKey,
    sessionId: session && 'sessionId' in session ? session.sessionId : null,
    fallbackUrl: session && 'fallbackUrl' in session ? session.fallbackUrl : fallbackUrl(),
    fallbackEmail: FALLBACK_EMAIL,
    callbacks,
  };
  const stood = document.activeElement;
  const isOnLeave = stood?.closest('.leave-actions') !== null;
  if (tab === 'plain') showPlainPage(page);
  else run(() => showReactPage(page));
  // Whoever stood on a button that was drawn anew must not be thrown to the top of the page.
  if (!isOnLeave || stood?.isConnected) return;
  const successor = document.querySelector('.leave-actions button, .leave-actions a');
  if (successor instanceof HTMLElement) successor.focus();
}

/** @param {string} id */
async function pick(id) {
  turn += 1;
  customer = customers.find((each) => each.id === id) ?? customers[0];
  account = undefined;
  session = undefined;
  selectById('customer').value = customer.id;
  setText(byId('customer-id'), customer.id);
  setText(byId('customer-email'), customer.email);
  setText(byId('customer-role'), customer.note);
  const address = new URL(location.href);
  address.searchParams.set('customer', customer.id);
  history.replaceState(null, '', address);
  selectById('session-target').replaceChildren(
    element('option', { value: 'customer' }, 'customer id'),
    element('option', { value: 'email' }, 'e-mail only'),
    ...customer.subscriptions.map((each) => element('option', { value: each }, each)),
  );
  forgetChanges();
  clearCallbackLog();
  await refresh();
}

/** @param {"live" | "no answer"} text */
function showConnection(text) {
  setText(byId('connection'), text);
  byId('connection').classList.toggle('is-live', text === 'live');
}

/**
 * Runs a step and says in the panel when the demo server does not answer.
 * @param {() => Promise<void>} step
 */
async function run(step) {
  try {
    await step();
  } catch (error) {
    showConnection('no answer');
    console.warn(error);
  }
}

/** Asks again a second after each answer, and not at all while nobody looks. */
async function keepRefreshing() {
  if (document.visibilityState === 'visible') await run(refresh);
  setTimeout(keepRefreshing, REFRESH_MS);
}

function setUpControls() {
  selectById('customer').addEventListener('change', ({ target }) => {
    if (target instanceof HTMLSelectElement) run(() => pick(target.value));
  });
  selectById('session-target').addEventListener('change', () =>
    run(async () => {
      await renewSession();
      draw();
    }),
  );
  for (const button of document.querySelectorAll('[data-advance-days]')) {
    button.addEventListener('click', () =>
      run(async () => {
        const days = Number(button.getAttribute('data-advance-days'));
        const { now } = await api.advanceClock(days);
        announce(`The sandbox clock shows ${formatTime(now)}`);
        await refresh();
      }),
    );
  }
  byId('reset').addEventListener('click', () =>
    run(async () => {
      await api.resetDemo();
      await pick(customer.id);
      announce('The demo is as it was at the start');
    }),
  );
}

/** Lists who sees which offer, as ways to try it. */
function showExamples() {
  /** @param {string} id */
  const nameOf = (id) => customers.find((each) => each.id === id)?.name ?? id;
  byId('examples').replaceChildren(
    ...config.examples.map(({ customer: id, says, sees }) =>
      element(
        'li',
        {},
        element('a', { href: `?customer=${id}` }, nameOf(id)),
        element('span', { class: 'quiet' }, `“${says}” → ${sees}`),
      ),
    ),
  );
}

async function start() {
  [config, customers] = await Promise.all([api.fetchConfig(), api.fetchCustomers()]);
  selectById('customer').replaceChildren(
    ...customers.map(({ id, name, email, note }) =>
      element('option', { value: id }, `${name || email || id}: ${note}`),
    ),
  );
  if (config.studio) {
    const link = byId('studio');
    link.setAttribute('href', config.studio);
    link.hidden = false;
  }
  showExamples();
  setUpTabs((name) => {
    if (tab !== name && tab === 'plain') hidePlainPage();
    if (tab !== name && tab === 'react') hideReactPage();
    tab = name;
    draw();
  });
  setUpControls();
  await pick(new URL(location.href).searchParams.get('customer') ?? '');
  await keepRefreshing();
}

run(start);
