// Writes intl.json: dates, times, amounts, percentages and lists as this Node's Intl (ICU) writes
// them, to compare the view's own with. Run: node crates/web/testdata/intl/fixture.mjs > crates/web/testdata/intl/intl.json
import { LOCALES } from './locales.mjs';

const DAYS = ['2026-12-23', '2027-01-03', '2027-02-01', '2024-02-29', '2027-05-31'];
const TIMES = ['20:49', '00:05', '12:00', '09:07'];
/** Currency, its decimals, minor units. */
const AMOUNTS = [
  ...[4900, 0, 5, -1200, 123456, 1234567, 123456789].map((minor) => ['usd', 2, minor]),
  ...[4999, -5, 123456, 123456789].map((minor) => ['eur', 2, minor]),
  ...[4900, 0, -980, 12345, 1234567].map((minor) => ['jpy', 0, minor]),
  ...[9500, 7, -1234, 1234567, 12345678].map((minor) => ['kwd', 3, minor]),
  ...[49900, -100, 1234567890].map((minor) => ['inr', 2, minor]),
  ...['gbp', 'brl', 'sek', 'czk', 'pln', 'try', 'uah', 'sar', 'ils', 'cny', 'chf', 'mxn'].map((c) => [c, 2, 123450]),
  ['krw', 0, 15000],
];
const PERCENTS = [1, 25, 100];
const LISTS = [['A'], ['A', 'B'], ['A', 'B', 'C']];

const of = (locale) => {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' });
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const list = new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' });
  const amount = ([currency, digits, minor]) =>
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(`${minor}e-${digits}`);
  return {
    days: DAYS.map((text) => [text, day.format(new Date(`${text}T12:00:00Z`))]),
    times: TIMES.map((text) => [text, time.format(new Date(`2026-12-23T${text}:00Z`))]),
    amounts: AMOUNTS.map((a) => [a[0], a[2], amount(a)]),
    percents: PERCENTS.map((n) => [n, percent.format(n / 100)]),
    lists: LISTS.map((items) => [items, list.format(items)]),
  };
};

const { icu, cldr, node } = process.versions;
const locales = Object.fromEntries(LOCALES.map((locale) => [locale, of(locale)]));
const lines = Object.entries(locales).map(([k, v]) => `${JSON.stringify(k)}: ${JSON.stringify(v)}`);
process.stdout.write(`{"made_with": ${JSON.stringify({ icu, cldr, node })},\n"locales": {\n${lines.join(',\n')}\n}}\n`);
