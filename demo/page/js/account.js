/** Turns what Stripe says into what the account page shows. */

import { formatDay, formatInterval, formatMoney } from './format.js';

/** @typedef {import("../../types").StripeSubscription} Subscription */

/**
 * @param {import("../../types").DemoState} state
 * @returns {import("../../types").AccountView}
 */
export function describeAccount({ customer, subscriptions, next_invoices }) {
  return {
    name: customer.name ?? 'Lumen customer',
    email: customer.email ?? 'no e-mail address',
    since: formatDay(customer.created),
    plans: subscriptions.map((subscription) => describePlan(subscription, next_invoices)),
    cancelable: subscriptions.filter(isCancelable).map(({ id }) => id),
  };
}

/**
 * Whether Renumerate would accept a session for it: everything that has not ended.
 * @param {Subscription} subscription
 */
function isCancelable({ status }) {
  return status !== 'canceled' && status !== 'incomplete_expired';
}

/**
 * @param {Subscription} subscription
 * @param {import("../../types").DemoState["next_invoices"]} nextInvoices
 * @returns {import("../../types").PlanView}
 */
function describePlan(subscription, nextInvoices) {
  const items = subscription.items.data;
  const next = nextInvoices[subscription.id];
  return {
    id: subscription.id,
    name: productName(items[0].price),
    price: priceText(items),
    lines: items.length > 1 ? items.map(lineText) : [],
    badge: badge(subscription),
    renewal: renewal(subscription),
    nextInvoice: next
      ? `${formatMoney(next.amount_due, next.currency)} on ${formatDay(next.at)}`
      : null,
  };
}

/** @param {import("../../types").StripePrice} price */
function productName({ product, nickname }) {
  return typeof product === 'string' ? (nickname ?? product) : product.name;
}

/** @param {Subscription["items"]["data"]} items */
function priceText(items) {
  const [{ price }] = items;
  let total = 0;
  for (const item of items) {
    if (item.price.unit_amount === null) return 'billed by use';
    total += item.price.unit_amount * (item.quantity ?? 1);
  }
  return `${formatMoney(total, price.currency)} ${formatInterval(price.recurring)}`;
}

/** @param {Subscription["items"]["data"][number]} item */
function lineText(item) {
  const count = item.quantity && item.quantity > 1 ? ` × ${item.quantity}` : '';
  return `${productName(item.price)}${count}, ${priceText([item])}`;
}

/**
 * The day the paid period ends. Items of one subscription may differ; the last one counts.
 * @param {Subscription} subscription
 */
export function periodEnd(subscription) {
  return Math.max(...subscription.items.data.map((item) => item.current_period_end));
}

/**
 * @param {Subscription} subscription
 * @returns {import("../../types").PlanView["badge"]}
 */
function badge(subscription) {
  if (isEnding(subscription)) return { text: 'Ending', tone: 'notice' };
  if (subscription.pause_collection) return { text: 'Paused', tone: 'notice' };
  switch (subscription.status) {
    case 'active':
      return { text: 'Active', tone: 'good' };
    case 'trialing':
      return { text: 'Free trial', tone: 'good' };
    case 'past_due':
    case 'unpaid':
      return { text: 'Payment failed', tone: 'bad' };
    case 'canceled':
      return { text: 'Canceled', tone: 'quiet' };
    default:
      return { text: subscription.status.replaceAll('_', ' '), tone: 'notice' };
  }
}

/** @param {Subscription} subscription */
function isEnding(subscription) {
  const isSet = subscription.cancel_at_period_end || subscription.cancel_at !== null;
  return isSet && isCancelable(subscription);
}

/** @param {Subscription} subscription */
function renewal(subscription) {
  const { status, pause_collection: pause, ended_at: endedAt } = subscription;
  if (status === 'canceled') return endedAt ? `Ended on ${formatDay(endedAt)}` : 'Ended';
  const end = periodEnd(subscription);
  if (isEnding(subscription)) return `Ends on ${formatDay(subscription.cancel_at ?? end)}`;
  if (pause) return pause.resumes_at ? `Resumes on ${formatDay(pause.resumes_at)}` : 'Paused';
  if (status === 'trialing') return `Trial ends on ${formatDay(subscription.trial_end ?? end)}`;
  return `Renews on ${formatDay(end)}`;
}
