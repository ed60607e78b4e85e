//! Days, times, money, percentages and lists, compared with another program's: `Intl` of Node,
//! as `testdata/intl/fixture.mjs` wrote it.

use domain::money::{Currency, Money, Percent};
use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::Value;
use web::i18n::{Locale, Words};

/// Where CLDR 49, which the view has, writes otherwise than the CLDR 48 of the fixture.
const NEWER: [(Locale, &str, &str); 14] = [
    (Locale::Hi, "23 दिसंबर 2026", "23 दिसंबर, 2026"),
    (Locale::Hi, "3 जनवरी 2027", "3 जनवरी, 2027"),
    (Locale::Hi, "1 फ़रवरी 2027", "1 फ़रवरी, 2027"),
    (Locale::Hi, "29 फ़रवरी 2024", "29 फ़रवरी, 2024"),
    (Locale::Hi, "31 मई 2027", "31 मई, 2027"),
    (Locale::Hi, "A, B, और C", "A, B और C"),
    (Locale::He, "A ו-B", "A ו\u{2011}B"),
    (Locale::He, "A, B ו-C", "A, B ו\u{2011}C"),
    (Locale::Es, "0:05", "00:05"),
    (Locale::Es, "9:07", "09:07"),
    (Locale::Ko, "PM 8:49", "오후 8:49"),
    (Locale::Ko, "AM 12:05", "오전 12:05"),
    (Locale::Ko, "PM 12:00", "오후 12:00"),
    (Locale::Ko, "AM 9:07", "오전 9:07"),
];

/// The kinds of space do not matter, nor do marks of direction.
fn plain(text: &str) -> String {
    let space = |c: char| if c.is_whitespace() { ' ' } else { c };
    text.chars().map(space).filter(|c| !matches!(c, '\u{200e}' | '\u{200f}')).collect()
}

/// Compares every row of one kind in every language and tells all that differ.
fn compare(kind: &str, write: impl Fn(Words, &[Value]) -> String) {
    let fixture: Value = serde_json::from_str(include_str!("../../testdata/intl/intl.json"))
        .expect("the fixture is JSON");
    let mut compared = 0;
    let mut differences = Vec::new();
    for locale in Locale::ALL {
        for row in fixture["locales"][locale.tag()][kind].as_array().expect("rows") {
            let row = row.as_array().expect("a row");
            let (expected, input) = row.split_last().expect("a row has an expected text");
            let expected = plain(expected.as_str().expect("a text"));
            let newer = NEWER.iter().find(|(l, old, _)| *l == locale && *old == expected);
            let expected = newer.map_or(expected, |(_, _, new)| (*new).to_owned());
            let written = plain(&write(Words::new(locale), input));
            compared += 1;
            if written != expected {
                differences.push(format!("{locale:?} {input:?}: {written} for {expected}"));
            }
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    assert!(compared >= 24 * 3, "{compared} rows");
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

#[test]
fn days_are_written_as_each_language_does() {
    compare("days", |words, row| words.date(text(&row[0]).parse::<Date>().expect("a day")));
}

#[test]
fn times_are_written_as_each_language_does() {
    compare("times", |words, row| {
        let at: Timestamp = format!("2026-12-23T{}:00Z", text(&row[0])).parse().expect("a time");
        let written = words.time(at);
        assert!(written.contains("UTC"), "{written}");
        plain(&written).replace(['\u{2068}', '\u{2069}'], "").replace("UTC", "").trim().to_owned()
    });
}

#[test]
fn money_is_written_as_each_language_does() {
    compare("amounts", |words, row| {
        let currency = Currency::parse(text(&row[0])).expect("a currency");
        words.money(Money::new(row[1].as_i64().expect("minor units"), currency))
    });
}

#[test]
fn percentages_are_written_as_each_language_does() {
    compare("percents", |words, row| {
        let number = u8::try_from(row[0].as_u64().expect("a number")).expect("small");
        words.percent(Percent::try_from(number).expect("1 to 100"))
    });
}

#[test]
fn lists_are_written_as_each_language_does() {
    compare("lists", |words, row| {
        let items: Vec<&str> = row[0].as_array().expect("a list").iter().map(text).collect();
        words.list(&items)
    });
}
