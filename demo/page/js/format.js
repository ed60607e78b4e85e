/** Money and time as people read them. Locale and zone are fixed so that every visitor sees the same page. */

/** Currencies that Stripe counts in whole units, and in thousandths: docs.stripe.com/currencies. */
const ZERO_DECIMAL = new Set(
  'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '),
);
const THREE_DECIMAL = new Set('bhd jod kwd omr tnd'.split(' '));

/**
 * @param {number} minor amount in the currency's smallest unit, as Stripe counts it
 * @param {string} currency ISO 4217 code, any case
 */
export function formatMoney(minor, currency) {
  const code = currency.toLowerCase();
  const digits = ZERO_DECIMAL.has(code) ? 0 : THREE_DECIMAL.has(code) ? 3 : 2;
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency: code,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(minor / 10 ** digits);
}

const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });
const minute = new Intl.DateTimeFormat('en-US', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
});

/** @param {number} at Unix seconds */
export const formatDay = (at) => day.format(at * 1000);

/** @param {number} at Unix seconds */
export const formatTime = (at) => `${minute.format(at * 1000)} UTC`;

/** @param {{ interval: string, interval_count: number } | null} recurring */
export function formatInterval(recurring) {
  if (!recurring) return 'once';
  const { interval, interval_count: count } = recurring;
  return count === 1 ? `per ${interval}` : `every ${count} ${interval}s`;
}

/** @param {string | import("../../types").StripeDiscount} discount */
export function formatDiscount(discount) {
  if (typeof discount === 'string') return discount;
  const { coupon } = discount.source;
  if (coupon === null) return discount.id;
  if (typeof coupon === 'string') return coupon;
  const size =
    coupon.percent_off === null
      ? formatMoney(coupon.amount_off ?? 0, coupon.currency ?? 'usd')
      : `${coupon.percent_off}%`;
  const span = {
    once: 'once',
    forever: 'forever',
    repeating: `for ${coupon.duration_in_months} months`,
  }[coupon.duration];
  return `${size} off ${span}${discount.end ? `, until ${formatDay(discount.end)}` : ''}`;
}
