import { describe, expect, test } from 'vitest';
import { describeAccount } from './page/js/account.js';
import { formatDiscount, formatInterval, formatMoney } from './page/js/format.js';

const NOW = Date.UTC(2026, 10, 23) / 1000;
const DAY = 86_400;

const price = (product, unit_amount, currency = 'usd', interval = 'month') => ({
  id: `price_${product}`,
  nickname: null,
  currency,
  unit_amount,
  product: { id: `prod_${product}`, name: product },
  recurring: { interval, interval_count: 1 },
});

const subscription = (changes = {}) => ({
  id: 'sub_1',
  status: 'active',
  cancel_at: null,
  cancel_at_period_end: false,
  canceled_at: null,
  ended_at: null,
  trial_end: null,
  pause_collection: null,
  discounts: [],
  items: {
    data: [{ id: 'si_1', price: price('Lumen Plus', 1200), current_period_end: NOW + 30 * DAY }],
  },
  ...changes,
});

const describe1 = (changes, nextInvoice = null) =>
  describeAccount({
    customer: { id: 'cus_1', name: 'Jenny', email: 'jenny@example.com', created: NOW },
    subscriptions: [subscription(changes)],
    next_invoices: { sub_1: nextInvoice },
  });

describe('money', () => {
  test.each([
    [1200, 'usd', '$12.00'],
    [1800, 'JPY', '¥1,800'],
    [49500, 'kwd', 'KWD\u00a049.500'],
    [0, 'eur', '€0.00'],
  ])('%i %s is %s', (minor, currency, text) => {
    expect(formatMoney(minor, currency)).toBe(text);
  });
});

test('intervals read as a person would say them', () => {
  expect(formatInterval({ interval: 'year', interval_count: 1 })).toBe('per year');
  expect(formatInterval({ interval: 'month', interval_count: 3 })).toBe('every 3 months');
  expect(formatInterval(null)).toBe('once');
});

test('discounts are told by what Stripe expanded', () => {
  const coupon = { id: 'c', percent_off: 25, duration: 'repeating', duration_in_months: 3 };
  const off = { percent_off: null, amount_off: 500, currency: 'jpy', duration: 'once' };
  expect(formatDiscount('di_1')).toBe('di_1');
  expect(formatDiscount({ id: 'di_1', end: null, source: { coupon: 'SAVE' } })).toBe('SAVE');
  expect(formatDiscount({ id: 'di_1', end: NOW, source: { coupon } })).toBe(
    '25% off for 3 months, until November 23, 2026',
  );
  expect(formatDiscount({ id: 'di_1', end: null, source: { coupon: off } })).toBe('¥500 off once');
});

describe('a plan', () => {
  test.each([
    ['active', {}, 'Active', 'Renews on December 23, 2026'],
    ['ending', { cancel_at_period_end: true }, 'Ending', 'Ends on December 23, 2026'],
    ['ending on a day', { cancel_at: NOW + DAY }, 'Ending', 'Ends on November 24, 2026'],
    [
      'paused',
      { pause_collection: { behavior: 'void', resumes_at: NOW + 60 * DAY } },
      'Paused',
      'Resumes on January 22, 2027',
    ],
    [
      'on trial',
      { status: 'trialing', trial_end: NOW + 9 * DAY },
      'Free trial',
      'Trial ends on December 2, 2026',
    ],
    ['past due', { status: 'past_due' }, 'Payment failed', 'Renews on December 23, 2026'],
    [
      'over',
      { status: 'canceled', ended_at: NOW, cancel_at: NOW },
      'Canceled',
      'Ended on November 23, 2026',
    ],
  ])('that is %s says so', (_, changes, badge, renewal) => {
    const [plan] = describe1(changes).plans;
    expect(plan.badge.text).toBe(badge);
    expect(plan.renewal).toBe(renewal);
  });

  test('with several items shows the sum and each line', () => {
    const end = NOW + 30 * DAY;
    const data = [
      { id: 'si_1', price: price('Seat', 900), quantity: 14, current_period_end: end },
      { id: 'si_2', price: price('Storage', 500), quantity: 1, current_period_end: end },
    ];
    const [plan] = describe1({ items: { data } }).plans;
    expect(plan.price).toBe('$131.00 per month');
    expect(plan.lines).toEqual(['Seat × 14, $126.00 per month', 'Storage, $5.00 per month']);
  });

  test('names the next invoice where one will come', () => {
    const [plan] = describe1({}, { amount_due: 900, currency: 'usd', at: NOW + DAY }).plans;
    expect(plan.nextInvoice).toBe('$9.00 on November 24, 2026');
  });
});

test('what has ended cannot be canceled', () => {
  expect(describe1({ status: 'canceled' }).cancelable).toEqual([]);
  expect(describe1({ status: 'past_due' }).cancelable).toEqual(['sub_1']);
});
