//! Money in integer minor units. This file does all rounding.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::subscription::{Interval, IntervalUnit};

/// An ISO 4217 currency code in lower case, as Stripe writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency([u8; 3]);

/// The text is not three ASCII letters.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a currency is three letters, such as `usd`")]
pub struct InvalidCurrency;

/// Currencies without a minor unit at Stripe (<https://docs.stripe.com/currencies>).
/// `ugx` and `isk` are left out on purpose: Stripe's API takes them with two decimals.
const ZERO_DECIMAL: [&str; 15] = [
    "bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "vnd", "vuv", "xaf",
    "xof", "xpf",
];

/// Currencies with three decimals at Stripe (same source).
const THREE_DECIMAL: [&str; 5] = ["bhd", "jod", "kwd", "omr", "tnd"];

impl Currency {
    /// Parses a code, in any case.
    ///
    /// # Errors
    /// [`InvalidCurrency`] when the text is not three ASCII letters.
    pub fn parse(code: &str) -> Result<Self, InvalidCurrency> {
        match code.as_bytes() {
            [a, b, c] if code.bytes().all(|x| x.is_ascii_alphabetic()) => {
                Ok(Self([a.to_ascii_lowercase(), b.to_ascii_lowercase(), c.to_ascii_lowercase()]))
            }
            _ => Err(InvalidCurrency),
        }
    }

    /// The code in lower case.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Number of decimals between the minor and the major unit: 0, 2 or 3.
    #[must_use]
    pub fn exponent(&self) -> u32 {
        let code = self.code();
        if ZERO_DECIMAL.contains(&code) {
            0
        } else if THREE_DECIMAL.contains(&code) {
            3
        } else {
            2
        }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl TryFrom<String> for Currency {
    type Error = InvalidCurrency;

    fn try_from(code: String) -> Result<Self, InvalidCurrency> {
        Self::parse(&code)
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> String {
        currency.code().to_owned()
    }
}

/// A whole percentage from 1 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Percent(u8);

/// The number is not between 1 and 100.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a percentage is a whole number from 1 to 100")]
pub struct InvalidPercent;

impl Percent {
    /// A percentage known when the program is compiled; any other number does not compile.
    #[must_use]
    pub const fn const_new<const VALUE: u8>() -> Self {
        const { assert!(VALUE >= 1 && VALUE <= 100, "a percentage is from 1 to 100") };
        Self(VALUE)
    }

    /// The number, 1 to 100.
    #[must_use]
    pub const fn value(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Percent {
    type Error = InvalidPercent;

    fn try_from(value: u8) -> Result<Self, InvalidPercent> {
        if (1..=100).contains(&value) { Ok(Self(value)) } else { Err(InvalidPercent) }
    }
}

impl From<Percent> for u8 {
    fn from(percent: Percent) -> u8 {
        percent.0
    }
}

/// An amount in the currency's minor unit (cents, yen, fils).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Money {
    /// Amount in minor units; negative is a credit.
    pub minor: i64,
    /// The currency.
    pub currency: Currency,
}

impl Money {
    /// An amount of minor units.
    #[must_use]
    pub const fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// What is left to pay after a percentage off.
    ///
    /// The reduction is rounded down, so the amount shown is never below what is charged: a
    /// provider that rounds the reduction up charges one minor unit less than was shown, never
    /// more.
    #[must_use]
    pub fn after_percent_off(self, percent: Percent) -> Self {
        let reduction = i128::from(self.minor.max(0)) * i128::from(percent.0) / 100;
        let reduction = i64::try_from(reduction).unwrap_or(self.minor);
        Self { minor: self.minor - reduction, currency: self.currency }
    }

    /// What is left to pay after an amount off, never below zero; none for another currency.
    #[must_use]
    pub fn after_amount_off(self, off: Self) -> Option<Self> {
        let minor = self.minor.saturating_sub(off.minor.max(0)).max(0.min(self.minor));
        (off.currency == self.currency).then_some(Self { minor, currency: self.currency })
    }

    /// An amount per `interval` brought to a month of a twelfth of a year, rounded down.
    #[must_use]
    pub fn per_month(self, interval: Interval) -> Option<Self> {
        let count = i128::from(interval.count.max(1));
        let (months, per) = match interval.unit {
            IntervalUnit::Year => (1, 12 * count),
            IntervalUnit::Month => (1, count),
            // 365.25 / 12 days in a month; a quarter of a day keeps it whole.
            IntervalUnit::Week => (1_461, 4 * 12 * 7 * count),
            IntervalUnit::Day => (1_461, 4 * 12 * count),
        };
        let minor = (i128::from(self.minor) * months).div_euclid(per);
        Some(Self { minor: i64::try_from(minor).ok()?, currency: self.currency })
    }

    /// The part of this amount that `left` of `whole` seconds are worth, rounded up: what is
    /// given back for unused time is never less than its price.
    #[must_use]
    pub fn share_of_time(self, left: i64, whole: i64) -> Self {
        if whole <= 0 || left <= 0 || self.minor <= 0 {
            return Self { minor: 0, currency: self.currency };
        }
        let left = i128::from(left.min(whole));
        let exact = i128::from(self.minor) * left;
        let rounded = (exact + i128::from(whole) - 1) / i128::from(whole);
        let minor = i64::try_from(rounded).unwrap_or(self.minor);
        // Stripe takes amounts of three-decimal currencies in steps of ten only.
        let step = if self.currency.exponent() == 3 { 10 } else { 1 };
        let stepped = minor.saturating_add(step - 1) / step * step;
        Self { minor: stepped.min(self.minor / step * step), currency: self.currency }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn usd(minor: i64) -> Money {
        Money::new(minor, Currency::parse("usd").unwrap())
    }

    #[test]
    fn percent_off_rounds_so_that_the_customer_never_pays_more_than_shown() {
        let cases = [(4900, 25, 3675), (4999, 25, 3750), (1, 25, 1), (999, 100, 0), (0, 50, 0)];
        for (price, percent, after) in cases {
            assert_eq!(usd(price).after_percent_off(Percent(percent)), usd(after));
        }
    }

    #[test]
    fn amounts_are_brought_to_a_month() {
        let every = |unit, count| Interval { unit, count };
        for (minor, interval, monthly) in [
            (12_000, every(IntervalUnit::Year, 1), 1_000),
            (29_900, every(IntervalUnit::Year, 1), 2_491),
            (3_000, every(IntervalUnit::Month, 3), 1_000),
            (700, every(IntervalUnit::Week, 1), 3_043),
            (100, every(IntervalUnit::Day, 1), 3_043),
        ] {
            assert_eq!(usd(minor).per_month(interval), Some(usd(monthly)), "{interval:?}");
        }
    }

    #[test]
    fn unused_time_is_never_worth_less_than_its_price() {
        assert_eq!(usd(1_000).share_of_time(1, 3), usd(334));
        assert_eq!(usd(1_000).share_of_time(5, 3), usd(1_000));
        assert_eq!(usd(1_000).share_of_time(0, 3), usd(0));
        assert_eq!(usd(1_000).share_of_time(1, 0), usd(0));
        let kwd = |minor| Money::new(minor, Currency::parse("kwd").unwrap());
        assert_eq!(kwd(15_000).share_of_time(1, 7), kwd(2_150));
        assert_eq!(kwd(15_005).share_of_time(7, 7), kwd(15_000));
    }

    #[test]
    fn an_amount_off_leaves_nothing_below_zero() {
        assert_eq!(usd(300).after_amount_off(usd(500)), Some(usd(0)));
        assert_eq!(usd(500).after_amount_off(usd(300)), Some(usd(200)));
        let eur = Money::new(1, Currency::parse("eur").unwrap());
        assert_eq!(usd(500).after_amount_off(eur), None);
    }

    #[test]
    fn exponents_follow_stripe() {
        for (code, exponent) in [("JPY", 0), ("kwd", 3), ("usd", 2), ("ugx", 2), ("isk", 2)] {
            assert_eq!(Currency::parse(code).unwrap().exponent(), exponent, "{code}");
        }
    }

    #[test]
    fn a_currency_is_three_letters() {
        for code in ["", "us", "usdd", "u1d", "€ur"] {
            assert!(Currency::parse(code).is_err(), "{code}");
        }
    }
}
