//! Money and dates as people read them, in American English.

use domain::money::Money;
use jiff::{Timestamp, civil::Date, tz::TimeZone};

/// Currencies written with a sign of their own; all others with their code and a space.
const SIGNS: [(&str, &str); 17] = [
    ("usd", "$"),
    ("eur", "€"),
    ("gbp", "£"),
    ("jpy", "¥"),
    ("cny", "CN¥"),
    ("inr", "₹"),
    ("krw", "₩"),
    ("ils", "₪"),
    ("vnd", "₫"),
    ("php", "₱"),
    ("brl", "R$"),
    ("cad", "CA$"),
    ("aud", "A$"),
    ("nzd", "NZ$"),
    ("hkd", "HK$"),
    ("twd", "NT$"),
    ("mxn", "MX$"),
];

/// An amount: `$49.00`, `¥4,900`, `KWD 9.500`, `-€12.00`.
#[must_use]
pub fn money(amount: Money) -> String {
    let exponent = amount.currency.exponent();
    let unit = 10_u64.pow(exponent);
    let minor = amount.minor.unsigned_abs();
    let sign = if amount.minor < 0 { "-" } else { "" };
    let code = amount.currency.code();
    let prefix = SIGNS
        .iter()
        .find(|(currency, _)| *currency == code)
        .map_or_else(|| format!("{} ", code.to_uppercase()), |(_, symbol)| (*symbol).to_owned());
    let whole = grouped(minor / unit);
    match exponent {
        0 => format!("{sign}{prefix}{whole}"),
        digits => format!("{sign}{prefix}{whole}.{:0>1$}", minor % unit, digits as usize),
    }
}

/// A day: `December 23, 2026`.
#[must_use]
pub fn date(day: Date) -> String {
    day.strftime("%B %-d, %Y").to_string()
}

/// The day on which an instant falls in a zone: `December 23, 2026`.
#[must_use]
pub fn day_of(at: Timestamp, zone: &TimeZone) -> String {
    date(at.to_zoned_datetime(zone.clone()).date())
}

/// The time of day of an instant, with its zone: `8:49 PM UTC`.
#[must_use]
pub fn time_of(at: Timestamp, zone: &TimeZone) -> String {
    at.to_zoned_datetime(zone.clone()).strftime("%-I:%M %p %Z").to_string()
}

/// The same instant for machines, as in a `time` element's `datetime`: `2026-12-23T20:49:05Z`.
#[must_use]
pub fn machine_time(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// A whole number with a comma between thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() * 4 / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use domain::money::Currency;

    use super::*;

    #[test]
    fn money_follows_each_currencys_decimals() {
        let cases = [
            (4900, "usd", "$49.00"),
            (0, "usd", "$0.00"),
            (5, "eur", "€0.05"),
            (-1200, "eur", "-€12.00"),
            (4900, "jpy", "¥4,900"),
            (9500, "kwd", "KWD 9.500"),
            (7, "kwd", "KWD 0.007"),
            (123_456_789, "usd", "$1,234,567.89"),
            (100, "chf", "CHF 1.00"),
            (i64::MIN, "jpy", "-¥9,223,372,036,854,775,808"),
        ];
        for (minor, code, expected) in cases {
            let currency = Currency::parse(code).unwrap();
            assert_eq!(money(Money::new(minor, currency)), expected);
        }
    }

    #[test]
    fn dates_and_times_read_as_a_person_writes_them() {
        let at: Timestamp = "2026-12-23T20:49:05Z".parse().unwrap();
        assert_eq!(day_of(at, &TimeZone::UTC), "December 23, 2026");
        assert_eq!(time_of(at, &TimeZone::UTC), "8:49 PM UTC");
        assert_eq!(machine_time(at), "2026-12-23T20:49:05Z");
        let zone = TimeZone::get("America/New_York").unwrap();
        assert_eq!(time_of(at, &zone), "3:49 PM EST");
        assert_eq!(date(jiff::civil::date(2027, 1, 3)), "January 3, 2027");
    }
}
