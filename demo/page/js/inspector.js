/** The panel "What Stripe says now": values of each subscription, and what changed since it was picked. */

import { periodEnd } from './account.js';
import { announce, byId, element, setText } from './dom.js';
import { formatDiscount, formatMoney, formatTime } from './format.js';

/** @typedef {import("../../types").DemoState} State */
/** @typedef {import("../../types").StripeSubscription} Subscription */
/** @typedef {{ row: HTMLElement, value: HTMLElement, was: HTMLElement, first: string }} Row */

const LONGEST_LIST = 8;

/** Rows by subscription and field; emptied when another customer is picked. @type {Map<string, Row>} */
const rows = new Map();

/** The next answer starts a new comparison. */
export function forgetChanges() {
  rows.clear();
  byId('stripe-subscriptions').replaceChildren();
}

/** @param {State} state */
export function showState(state) {
  const changes = [];
  for (const subscription of state.subscriptions) {
    const box = byId('stripe-subscriptions').querySelector(
      `[data-subscription="${subscription.id}"]`,
    );
    const list = box?.querySelector('dl') ?? addBox(subscription.id);
    for (const [field, text] of fields(subscription, state)) {
      const change = showField(list, subscription.id, field, text);
      if (change) changes.push(change);
    }
  }
  byId('no-subscriptions').hidden = state.subscriptions.length > 0;
  setText(byId('sandbox-now'), formatTime(state.now));
  const { customer, subscriptions, next_invoices } = state;
  setText(byId('raw-json'), JSON.stringify({ customer, subscriptions, next_invoices }, null, 2));
  showList('requests', state.requests.map(requestText));
  showList(
    'events',
    state.events.map(({ type, created }) => [type, formatTime(created)]),
  );
  if (changes.length > 0) announce(`Stripe changed: ${changes.join('; ')}`);
}

/** @param {string} id */
function addBox(id) {
  const list = element('dl', { class: 'facts' });
  byId('stripe-subscriptions').append(
    element('section', { 'data-subscription': id }, element('h3', { class: 'mono' }, id), list),
  );
  return list;
}

/**
 * @param {Subscription} subscription
 * @param {State} state
 * @returns {[string, string][]}
 */
function fields(subscription, { next_invoices }) {
  const { status, cancel_at_period_end, cancel_at, pause_collection, discounts } = subscription;
  const next = next_invoices[subscription.id];
  return [
    ['status', status],
    ['cancel_at_period_end', String(cancel_at_period_end)],
    ['cancel_at', cancel_at === null ? 'null' : formatTime(cancel_at)],
    ['current_period_end', formatTime(periodEnd(subscription))],
    ['pause_collection.resumes_at', pauseText(pause_collection)],
    ['discounts', discounts.map(formatDiscount).join(', ') || 'none'],
    [
      'next invoice',
      next ? `${formatMoney(next.amount_due, next.currency)} on ${formatTime(next.at)}` : 'none',
    ],
  ];
}

/** @param {Subscription["pause_collection"]} pause */
function pauseText(pause) {
  if (pause === null) return 'null';
  return pause.resumes_at === null ? 'not set' : formatTime(pause.resumes_at);
}

/**
 * @param {Element} list
 * @param {string} subscriptionId
 * @param {string} field
 * @param {string} text
 * @returns {string | undefined} the change in words, where there is one
 */
function showField(list, subscriptionId, field, text) {
  const key = `${subscriptionId} ${field}`;
  const row = rows.get(key);
  if (!row) {
    rows.set(key, addRow(list, field, text));
    return undefined;
  }
  const before = row.value.textContent;
  if (before === text) return undefined;
  setText(row.value, text);
  row.row.classList.toggle('is-changed', text !== row.first);
  setText(row.was, text === row.first ? '' : `was ${row.first}`);
  return `${field} from ${before} to ${text}`;
}

/**
 * @param {Element} list
 * @param {string} field
 * @param {string} text
 * @returns {Row}
 */
function addRow(list, field, text) {
  const value = element('span', { class: 'value' }, text);
  const was = element('span', { class: 'was' });
  const row = element(
    'div',
    { 'data-field': field },
    element('dt', {}, field),
    element('dd', {}, value, ' ', was),
  );
  list.append(row);
  return { row, value, was, first: text };
}

/**
 * @param {State["requests"][number]} request
 * @returns {[string, string]}
 */
function requestText({ method, path, idempotency_key: key }) {
  return [`${method} ${path}`, key ? `Idempotency-Key ${key}` : ''];
}

/**
 * @param {string} id
 * @param {[string, string][]} entries newest first
 */
function showList(id, entries) {
  const shown = entries.slice(0, LONGEST_LIST);
  const list = byId(id);
  if (list.dataset.shown === JSON.stringify(shown)) return;
  list.dataset.shown = JSON.stringify(shown);
  list.replaceChildren(
    ...shown.map(([head, detail]) =>
      element('li', {}, element('span', {}, head), element('span', { class: 'quiet' }, detail)),
    ),
  );
}
