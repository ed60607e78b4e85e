//! Rules that decide nothing are found, exactly.

use domain::segment::FindingKind::{self, AlwaysTrue, NeverTrue};
use domain::segment::{Expression, Facts, Scope};
use proptest::prelude::*;

use super::{compile, customer, vocabulary};

/// What is found in a rule: kind, offset, and whether it is about the whole.
fn found(source: &str) -> Vec<(FindingKind, usize, bool)> {
    compile(source).findings().iter().map(|f| (f.kind, f.offset, f.is_whole)).collect()
}

#[test]
fn contradictions_and_truisms_are_found() {
    let table = [
        (r#"interval == "year" && interval == "month""#, NeverTrue),
        ("amount_minor > 50 && amount_minor < 20", NeverTrue),
        ("amount_minor > 5 && 6 > amount_minor", NeverTrue),
        (r#"interval == "yearly""#, NeverTrue),
        (r#"status in ["activ", "trial"]"#, NeverTrue),
        (r#"country == "Canada""#, NeverTrue),
        (r#"region == "California""#, NeverTrue),
        (r#"currency == "USD""#, NeverTrue),
        (r#"plan == "Pro" && plan in ["Basic", "Team"]"#, NeverTrue),
        ("is_trialing && !is_trialing", NeverTrue),
        ("is_trialing == false && is_trialing", NeverTrue),
        ("in_segment.big && !in_segment.big", NeverTrue),
        (r#"!has(country) && country == "CA""#, NeverTrue),
        ("!has(plan)", NeverTrue),
        ("discount_percent > 100", NeverTrue),
        ("attributes.seats > 2.5 && attributes.seats < 2.5", NeverTrue),
        ("attributes.seats == 0 && attributes.seats != 0.0", NeverTrue),
        ("attributes.seats < 0.0 && attributes.seats > -5e-324", NeverTrue),
        ("is_paused ? is_paused && false : is_paused", NeverTrue),
        ("false", NeverTrue),
        ("quantity >= 0", AlwaysTrue),
        ("days_since.pause >= 0", AlwaysTrue),
        (r#"interval != "yearly""#, AlwaysTrue),
        (r#"plan == "Pro" || plan != "Pro""#, AlwaysTrue),
        (r#"interval in ["day", "week"] || interval in ["month", "year"]"#, AlwaysTrue),
        ("tenure_days < 5 || tenure_days > 3", AlwaysTrue),
        ("is_paused || true", AlwaysTrue),
    ];
    for (source, kind) in table {
        assert_eq!(found(source), [(kind, 0, true)], "{source}");
    }
}

#[test]
fn the_outermost_part_that_decides_nothing_is_named() {
    let table = [
        (r#"plan == "Pro" || interval == "yearly""#, vec![(NeverTrue, 17, false)]),
        (r#"plan == "Pro" && quantity >= 0"#, vec![(AlwaysTrue, 17, false)]),
        (
            "is_paused && (quantity > 5 && quantity < 2 || quantity < 0) || is_trialing",
            vec![(NeverTrue, 0, false)],
        ),
        (
            r#"(is_paused ? country == "ca" : quantity < 0) || is_trialing"#,
            vec![(NeverTrue, 1, false)],
        ),
        (
            r#"(is_paused ? country == "ca" : quantity > 7) || mode == "demo""#,
            vec![(NeverTrue, 13, false), (NeverTrue, 48, false)],
        ),
    ];
    for (source, expected) in table {
        assert_eq!(found(source), expected, "{source}");
    }
}

#[test]
fn a_finding_names_the_possible_values() {
    let message = |source: &str| compile(source).findings()[0].message.clone();
    assert!(message(r#"interval == "yearly""#).contains("one of day, week, month, year"));
    assert!(message(r#"country == "ca""#).contains("two capital letters"));
    assert!(message("discount_percent > 100").contains("from 0 to 100"));
    assert!(message("quantity < 0").contains("0 or more"));
}

#[test]
fn told_values_are_the_only_ones() {
    let words = vocabulary()
        .with_values("reason", vec!["unused".to_owned(), "too_expensive".to_owned()])
        .with_values("attributes.tier", vec!["gold".to_owned()]);
    let found = |source: &str| Expression::compile(source, &words).unwrap().findings().to_vec();
    assert_eq!(found(r#"reason == "unused""#), []);
    let unknown = found(r#"reason == "unusd""#);
    assert_eq!(unknown[0].kind, NeverTrue);
    assert!(unknown[0].message.contains("`reason` is one of unused, too_expensive"));
    assert_eq!(found(r#"attributes.tier != "silver""#)[0].kind, AlwaysTrue);
}

#[test]
fn ordinary_rules_have_no_findings() {
    let table = [
        "true",
        r#"interval == "year" && country == "CA""#,
        r#"plan == "Pro" && (reason == "unused" || reason == "too_expensive")"#,
        "!has(days_since.discount) || days_since.discount > 180",
        "has(country)",
        "amount_minor > 2000 && amount_minor < 5000",
        "quantity + 1 < 0",
        r#"plan.startsWith("Pro") && !plan.startsWith("Pro")"#,
        "attributes.seats > 2.5 && attributes.seats < 2.6",
        r#"plan == "Pro" && plan != "Basic""#,
        "(is_paused ? quantity : items) > 5",
        r#"region == "US-CA" || region == "GB-ENG" || currency == "usd""#,
    ];
    for source in table {
        assert_eq!(found(source), [], "{source}");
    }
}

/// Parts over facts with few values, so that every customer can be tried.
fn atom() -> impl Strategy<Value = String> {
    let words = ["day", "week", "month", "year", "decade"];
    prop_oneof![
        prop::sample::select(words.to_vec()).prop_map(|word| format!("interval == \"{word}\"")),
        prop::sample::select(words.to_vec()).prop_map(|word| format!("interval != \"{word}\"")),
        (prop::sample::select(words.to_vec()), prop::sample::select(words.to_vec()))
            .prop_map(|(a, b)| format!("interval in [\"{a}\", \"{b}\"]")),
        Just("is_trialing".to_owned()),
        Just("is_trialing == false".to_owned()),
        Just("has(discount_percent)".to_owned()),
        (prop::sample::select(vec!["<", "<=", ">", ">=", "==", "!="]), -1..4_i64)
            .prop_map(|(op, value)| format!("discount_percent {op} {}", value * 33)),
        (prop::sample::select(vec!["<", "<=", ">", ">=", "==", "!="]), -1..4_i64)
            .prop_map(|(op, value)| format!("{} {op} discount_percent", value * 33 + 1)),
    ]
}

fn rule() -> impl Strategy<Value = String> {
    atom().prop_recursive(3, 10, 3, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} && {b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} || {b})")),
            inner.clone().prop_map(|a| format!("!({a})")),
            (inner.clone(), inner.clone(), inner)
                .prop_map(|(c, a, b)| format!("({c} ? {a} : {b})")),
        ]
    })
}

/// Every customer that the parts can tell apart.
fn everyone() -> Vec<Facts> {
    let mut all = Vec::new();
    for interval in ["day", "week", "month", "year"] {
        for is_trialing in [false, true] {
            for discount_percent in (0..=100).map(Some).chain([None]) {
                let interval = interval.to_owned();
                all.push(Facts { interval, is_trialing, discount_percent, ..customer() });
            }
        }
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn the_whole_rule_is_judged_as_trying_every_customer_does(source in rule()) {
        let rule = compile(&source);
        let answers: Vec<Option<bool>> =
            everyone().iter().map(|facts| rule.holds(&Scope::new(facts, &[])).ok()).collect();
        let judged = rule.findings().iter().find(|finding| finding.is_whole).map(|f| f.kind);
        let expected = if !answers.contains(&Some(true)) {
            Some(NeverTrue)
        } else if !answers.contains(&Some(false)) {
            Some(AlwaysTrue)
        } else {
            None
        };
        prop_assert_eq!(judged, expected, "{}", source);
    }
}
