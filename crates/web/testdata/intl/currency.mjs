// Writes locales/currency.json: how each language writes an amount and a percentage.
// Source: Unicode CLDR 48.0.0, npm package cldr-numbers-full@48.0.0 (Unicode-3.0 license).
// Run: npm pack cldr-numbers-full@48.0.0 && tar xzf cldr-numbers-full-48.0.0.tgz
//      node crates/web/testdata/intl/currency.mjs package > crates/web/locales/currency.json
import { readFileSync } from 'node:fs';
import { LOCALES } from './locales.mjs';

/** Our tags as CLDR names them, where it leaves out what is understood. */
const CLDR = { 'pt-BR': 'pt', nb: 'no', 'zh-Hans': 'zh' };

const read = (folder, tag, file) => {
  const path = `${folder}/main/${tag}/${file}.json`;
  return JSON.parse(readFileSync(path, 'utf8')).main[tag].numbers;
};

const format = (folder, tag) => {
  const numbers = read(folder, tag, 'numbers');
  const system = numbers.defaultNumberingSystem;
  const symbols = numbers[`symbols-numberSystem-${system}`];
  const { currencies } = read(folder, tag, 'currencies');
  const own = Object.entries(currencies).filter(([code, { symbol }]) => symbol && symbol !== code);
  return {
    amount: numbers[`currencyFormats-numberSystem-${system}`].standard,
    percent: numbers[`percentFormats-numberSystem-${system}`].standard,
    percent_sign: symbols.percentSign,
    minus_sign: symbols.minusSign,
    symbols: Object.fromEntries(own.map(([code, { symbol }]) => [code.toLowerCase(), symbol])),
  };
};

const table = Object.fromEntries(
  LOCALES.map((tag) => [tag, format(process.argv[2], CLDR[tag] ?? tag)]),
);
const invisible = /[\u00a0\u061c\u200e\u200f\u202f]/g;
const escaped = (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
const lines = Object.entries(table).map(([tag, format]) => `${JSON.stringify(tag)}: ${JSON.stringify(format)}`);
process.stdout.write(`{\n${lines.join(',\n')}\n}\n`.replace(invisible, escaped));
