/** `renumerate demo`, and what its Stripe says. */

import { Program } from './process.js';

/** Customers of the demo's cast, by what they are good for. */
export const CAST = {
  monthly: 'cus_NffrFeUfNV2Hib',
  yearly: 'cus_LumenYearly001',
  trial: 'cus_LumenTrialing1',
  pastDue: 'cus_LumenPastDue01',
  team: 'cus_LumenTeam00001',
  leaving: 'cus_LumenLeaving01',
  yen: 'cus_LumenYen000001',
  dinar: 'cus_LumenDinar0001',
  twoSubscriptions: 'cus_LumenTwoSubs01',
  shared: 'cus_LumenShared001',
  discounted: 'cus_LumenDiscount1',
  lowUse: 'cus_LumenLowUse001',
  seats: 'cus_LumenSeats0001',
  empty: 'cus_LumenEmpty0001',
};

/** @typedef {{ customer_id?: string, customer_email?: string, subscription_id?: string, locale?: string, attributes?: object }} Subject */

export class Demo {
  #program;

  /** @param {Program} program @param {any} facts its JSON line */
  constructor(program, facts) {
    this.#program = program;
    this.origin = facts.api;
    this.page = facts.demo_page;
    this.brandKey = facts.brand_key;
    this.publicKey = facts.public_key;
    this.customers = facts.customers;
    this.sandbox = facts.sandbox;
  }

  /** @param {string[]} args further arguments */
  static async start(args = ['--listen', '127.0.0.1:0']) {
    const program = new Program(['demo', '--json', '--rate-limit', '100000', ...args]);
    return new Demo(program, JSON.parse(await program.firstLine()));
  }

  /** @param {NodeJS.Signals} [signal] */
  stop(signal) {
    return this.#program.stop(signal);
  }

  /** The page of the sample SaaS, signed in as a customer. @param {string} customer */
  pageOf(customer, hash = '') {
    return `${this.page}?customer=${customer}${hash}`;
  }

  /** Asks for a session as a back end would. @param {Subject} subject @returns {Promise<Response>} */
  askSession(subject) {
    return fetch(`${this.origin}/v1/retention/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Brand-Key': this.brandKey },
      body: JSON.stringify({ retention: subject }),
    });
  }

  /** @param {Subject} subject @returns {Promise<string>} a session's id */
  async session(subject) {
    const { id } = await (await this.askSession(subject)).json();
    return id;
  }

  /** The retention view as a page of its own. @param {Subject} subject */
  async viewUrl(subject) {
    return `${this.origin}/retention?session_id=${await this.session(subject)}`;
  }

  /** @param {string} customer @returns {Promise<any>} Stripe's subscriptions and the requests it got */
  async state(customer) {
    return (await fetch(`${this.origin}/demo/api/state?customer=${customer}`)).json();
  }

  /** @param {string} customer @returns {Promise<any>} the customer's first subscription at Stripe */
  async subscription(customer) {
    return (await this.state(customer)).subscriptions[0];
  }

  /** Moves the demo's clock. @param {number} days */
  advance(days) {
    return this.#tell('clock', { advance_days: days });
  }

  /** Stripe refuses to change subscriptions, until the demo is reset. */
  async stripeGoesDown() {
    const fault = { method: 'POST', path_prefix: '/v1/subscriptions/', after: 0, times: 1000 };
    const answer = await fetch(`${this.sandbox}/_sandbox/faults`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...fault, fault: 'service_unavailable_503' }),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }

  reset() {
    return this.#tell('reset', {});
  }

  /** Calls the demo's own backend. @param {string} path @param {object} body */
  async #tell(path, body) {
    const headers = { 'Content-Type': 'application/json' };
    const url = `${this.origin}/demo/api/${path}`;
    await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  }
}
