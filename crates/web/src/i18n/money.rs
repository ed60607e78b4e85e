//! Amounts, percentages and numbers as a language writes them.

use std::collections::HashMap;
use std::sync::LazyLock;

use domain::money::{Money, Percent};
use domain::subscription::{Interval, IntervalUnit};
use fixed_decimal::{Decimal, UnsignedDecimal};
use serde::Deserialize;

use super::formats::Formats;
use super::locale::Locale;
use super::words::Words;

/// CLDR's patterns and signs, as `testdata/intl/currency.mjs` writes them.
static TABLE: LazyLock<HashMap<String, AmountFormat>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../locales/currency.json")).unwrap_or_default()
});

/// How a language writes an amount and a percentage: CLDR patterns, where `¤` stands for the sign
/// of the currency and the digits for the number.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct AmountFormat {
    /// `¤#,##0.00`; a second pattern after `;` is for negative amounts.
    amount: String,
    /// `#,##0%`.
    percent: String,
    percent_sign: String,
    minus_sign: String,
    /// Signs by currency; any other currency is written with its code.
    symbols: HashMap<String, String>,
}

impl AmountFormat {
    pub(super) fn of(locale: Locale) -> Option<Self> {
        TABLE.get(locale.tag()).cloned()
    }

    fn write(&self, number: &str, is_negative: bool, code: &str) -> String {
        let (positive, negative) = match self.amount.split_once(';') {
            Some((positive, negative)) => (positive, negative.to_owned()),
            None => (self.amount.as_str(), format!("-{}", self.amount)),
        };
        let pattern = if is_negative { negative } else { positive.to_owned() };
        let pattern = pattern.replace('-', &self.minus_sign);
        let known = self.symbols.get(code);
        let symbol = known.map_or_else(|| code.to_uppercase(), Clone::clone);
        let (before, after) = around_number(&pattern);
        let before = before.replace('¤', &symbol);
        let after = after.replace('¤', &symbol);
        // A sign that touches the number with a letter keeps a space to it.
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        let gap = |is_near: bool| if is_near { "\u{a0}" } else { "" };
        let (left, right) =
            (gap(is_letter(before.chars().last())), gap(is_letter(after.chars().next())));
        format!("{before}{left}{number}{right}{after}")
    }
}

/// What stands before and after the digits of a pattern.
fn around_number(pattern: &str) -> (&str, &str) {
    let is_digit = |c: char| matches!(c, '#' | '0' | ',' | '.');
    let start = pattern.find(is_digit).unwrap_or(pattern.len());
    let end = pattern.rfind(is_digit).map_or(start, |at| at + 1);
    (&pattern[..start], &pattern[end..])
}

/// Minor units as a plain number: `4900` of two decimals is `49.00`.
fn decimal(minor: u64, exponent: u32) -> Decimal {
    let shift = -i16::try_from(exponent).unwrap_or_default();
    let mut number = UnsignedDecimal::from(minor);
    number.multiply_pow10(shift);
    number.pad_end(shift);
    Decimal::new(fixed_decimal::Sign::None, number)
}

impl Words {
    /// An amount in its currency's decimals: `$49.00`, `4.900 ¥`.
    #[must_use]
    pub fn money(self, amount: Money) -> String {
        let number = decimal(amount.minor.unsigned_abs(), amount.currency.exponent());
        let code = amount.currency.code();
        let is_negative = amount.minor < 0;
        match Formats::of(self.locale()) {
            Some(formats) => {
                let number = formats.decimal.format(&number).to_string();
                formats.amount.write(&number, is_negative, code)
            }
            None => {
                let sign = if is_negative { "-" } else { "" };
                format!("{} {sign}{number}", code.to_uppercase())
            }
        }
    }

    /// A percentage: `25%`, `25 %`.
    #[must_use]
    pub fn percent(self, percent: Percent) -> String {
        let number = self.number(percent.value().into());
        let Some(formats) = Formats::of(self.locale()) else {
            return format!("{number}%");
        };
        let format = &formats.amount;
        let (before, after) = around_number(&format.percent);
        format!("{before}{number}{after}").replace('%', &format.percent_sign)
    }

    /// A whole number: `5,000`.
    #[must_use]
    pub fn number(self, number: u32) -> String {
        match Formats::of(self.locale()) {
            Some(formats) => formats.decimal.format(&Decimal::from(number)).to_string(),
            None => number.to_string(),
        }
    }

    /// A price with its rhythm: `$49.00 per month`, `$120.00 every 3 months`.
    #[must_use]
    pub fn price(self, amount: Money, interval: Interval) -> String {
        let amount = self.money(amount);
        match interval.unit {
            IntervalUnit::Day => self.price_by_day(&amount, interval.count),
            IntervalUnit::Week => self.price_by_week(&amount, interval.count),
            IntervalUnit::Month => self.price_by_month(&amount, interval.count),
            IntervalUnit::Year => self.price_by_year(&amount, interval.count),
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::money::Currency;

    use super::*;

    fn money(minor: i64, code: &str) -> Money {
        Money::new(minor, Currency::parse(code).unwrap())
    }

    #[test]
    fn money_follows_each_currencys_decimals() {
        let cases = [
            (4900, "usd", "$49.00"),
            (0, "usd", "$0.00"),
            (5, "eur", "€0.05"),
            (-1200, "eur", "-€12.00"),
            (4900, "jpy", "¥4,900"),
            (9500, "kwd", "KWD\u{a0}9.500"),
            (7, "kwd", "KWD\u{a0}0.007"),
            (123_456_789, "usd", "$1,234,567.89"),
            (100, "chf", "CHF\u{a0}1.00"),
            (i64::MIN, "jpy", "-¥9,223,372,036,854,775,808"),
        ];
        for (minor, code, expected) in cases {
            assert_eq!(Words::new(Locale::En).money(money(minor, code)), expected);
        }
    }

    #[test]
    fn a_price_names_its_rhythm() {
        let every = |count, unit| Interval { unit, count };
        let words = Words::new(Locale::En);
        let price = |minor, code, interval| words.price(money(minor, code), interval);
        assert_eq!(price(4900, "usd", every(1, IntervalUnit::Month)), "$49.00 per month");
        assert_eq!(price(900, "jpy", every(3, IntervalUnit::Week)), "¥900 every 3 weeks");
        assert_eq!(price(900, "usd", every(2, IntervalUnit::Year)), "$9.00 every 2 years");
    }
}
