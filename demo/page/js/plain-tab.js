/** The account page of a SaaS without a framework, with Renumerate's cancel button on it. */

import { byId, element } from './dom.js';

/** @typedef {typeof import("@renumerate/js").Renumerate} RenumerateClass */

const BUTTON_CLASSES = 'button button-leave';

/** @type {InstanceType<RenumerateClass> | undefined} */
let renumerate;

/** @param {import("../../types").AccountPageProps} page */
export function showPlainPage(page) {
  byId('plain-root').replaceChildren(...accountPage(page));
  if (page.sessionId) mountButton(page, page.sessionId);
}

export function hidePlainPage() {
  renumerate?.cleanup();
  renumerate = undefined;
  byId('plain-root').replaceChildren();
}

/**
 * The integration: everything else in this file is the page around it.
 * @param {import("../../types").AccountPageProps} page
 * @param {string} sessionId
 */
function mountButton({ publicKey, fallbackUrl, fallbackEmail, callbacks }, sessionId) {
  const { Renumerate } = /** @type {{ Renumerate?: RenumerateClass }} */ (globalThis);
  if (!Renumerate) return; // a blocker stopped the script; the link that stands there still works

  renumerate?.cleanup();
  renumerate = new Renumerate({ publicKey, fallbackUrl, fallbackEmail, callbacks });
  renumerate.mountCancelButton('cancel-plan', sessionId, BUTTON_CLASSES);
}

/** @param {import("../../types").AccountPageProps} page */
function accountPage({ account, fallbackUrl }) {
  const plans = account.plans.map(planCard);
  const nothing = element(
    'p',
    { class: 'card empty' },
    'No plan yet. Nothing to pay, nothing to cancel.',
  );
  return [
    element('h1', {}, 'Account and billing'),
    profile(account),
    ...(plans.length > 0 ? plans : [nothing]),
    ...(account.cancelable.length > 0 ? [leave(fallbackUrl)] : []),
  ];
}

/** @param {import("../../types").AccountView} account */
function profile({ name, email, since }) {
  return element(
    'div',
    { class: 'profile' },
    element('span', { class: 'avatar', 'aria-hidden': 'true' }, name.slice(0, 1)),
    element(
      'p',
      {},
      element('strong', {}, name),
      element('span', { class: 'quiet' }, `${email} · member since ${since}`),
    ),
  );
}

/** @param {import("../../types").PlanView} plan */
function planCard(plan) {
  const card = element(
    'section',
    { class: 'card plan', 'aria-label': `Plan ${plan.name}` },
    element(
      'div',
      { class: 'plan-head' },
      element('h2', {}, plan.name),
      element('span', { class: `badge badge-${plan.badge.tone}` }, plan.badge.text),
    ),
    element('p', { class: 'plan-price' }, plan.price),
  );
  if (plan.lines.length > 0) {
    card.append(
      element('ul', { class: 'plan-lines' }, ...plan.lines.map((line) => element('li', {}, line))),
    );
  }
  const invoice = plan.nextInvoice ? `. Next invoice: ${plan.nextInvoice}` : '';
  card.append(element('p', { class: 'plan-renewal' }, `${plan.renewal}${invoice}.`));
  return card;
}

/**
 * A link stands in the button's place until there is a session, so leaving works from the first paint.
 * @param {string} fallbackUrl
 */
function leave(fallbackUrl) {
  return element(
    'section',
    { class: 'card leave', 'aria-label': 'Leave Lumen Notes' },
    element('p', {}, 'You can leave at any time. Your notes stay yours to export.'),
    element(
      'div',
      { id: 'cancel-plan', class: 'leave-actions' },
      element('a', { class: BUTTON_CLASSES, href: fallbackUrl }, 'Cancel Subscription'),
    ),
  );
}
