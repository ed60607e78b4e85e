//! What rules answer for one known customer.

use domain::segment::{EvalError, Facts, Scope};
use domain::session::AttributeValue;

use super::{attributes, compile, customer, holds};

#[test]
fn rules_hold_as_written() {
    let table = [
        (r#"interval == "year" && country == "CA""#, true),
        (r#"interval == "month" || country == "CA""#, true),
        (r#"plan in ["Basic", "Pro"]"#, true),
        (r#"!(plan in ["Basic", "Pro"])"#, false),
        ("is_trialing", false),
        ("amount_minor / 12 == 4083", true),
        ("quantity * 2 - 1 == 5 && 7 % 4 == 3 && -quantity < 0", true),
        ("amount_minor > 48999.5", true),
        ("attributes.seats > 12", true),
        ("attributes.seats * 2.0 == 25.0", true),
        ("attributes.seats > double(quantity) + 9.4", true),
        (r#"attributes["tier"] == "gold""#, true),
        (r#"locale.startsWith("en") && locale.endsWith("CA") && locale.contains("-")"#, true),
        (r#"size(plan) == 3 && plan.size() == 3 && size("é") == 1"#, true),
        (r#"(interval == "year" ? amount_minor / 12 : amount_minor) > 4000"#, true),
        ("days_since.discount > 180", true),
        ("in_segment.yearly && !in_segment.big", true),
        ("true", true),
        (r#""b" > "a""#, true),
    ];
    let facts = customer();
    for (source, expected) in table {
        assert_eq!(holds(source, &facts), Some(expected), "{source}");
    }
}

#[test]
fn an_absent_fact_fails_the_rule_unless_the_rest_decides() {
    let facts = Facts { country: None, ..customer() };
    let table = [
        (r#"country == "CA""#, None),
        (r#"!(country == "CA")"#, None),
        (r#"country == "CA" && plan == "Pro""#, None),
        (r#"country == "CA" && plan == "Basic""#, Some(false)),
        (r#"plan == "Basic" && country == "CA""#, Some(false)),
        (r#"country == "CA" || plan == "Pro""#, Some(true)),
        (r#"country == "CA" || plan == "Basic""#, None),
        (r#"has(country) && country == "CA""#, Some(false)),
        (r#"has(country) ? country == "CA" : plan == "Pro""#, Some(true)),
        ("has(days_since.pause) || has(attributes.vip)", Some(false)),
        (r#"has(attributes["tier"]) && has(days_since.discount) && has(plan)"#, Some(true)),
        ("!has(days_since.pause) || days_since.pause > 180", Some(true)),
    ];
    for (source, expected) in table {
        assert_eq!(holds(source, &facts), expected, "{source}");
    }
}

#[test]
fn an_attribute_of_another_type_counts_as_absent() {
    let values =
        [AttributeValue::Null, AttributeValue::Text("12".into()), AttributeValue::Bool(true)];
    for value in values {
        let facts = Facts { attributes: attributes(&[("seats", value)]), ..customer() };
        assert_eq!(holds("attributes.seats > 1", &facts), None);
        assert_eq!(holds("has(attributes.seats)", &facts), Some(false));
    }
}

#[test]
fn a_failure_says_what_is_missing() {
    let facts = Facts { country: None, quantity: i64::MAX, items: 0, ..customer() };
    let table = [
        (r#"country == "CA""#, EvalError::Absent("country".to_owned())),
        ("days_since.pause > 1", EvalError::Absent("days_since.pause".to_owned())),
        ("attributes.vip", EvalError::Absent("attributes.vip".to_owned())),
        ("quantity + 1 > 0", EvalError::Overflow),
        ("-(-9223372036854775808) > quantity", EvalError::Overflow),
        ("1 / items > 0", EvalError::DivisionByZero),
        ("1 % items > 0", EvalError::DivisionByZero),
        ("0.0 / double(items) > 1.0", EvalError::NotANumber),
    ];
    for (source, expected) in table {
        let error = compile(source).holds(&Scope::new(&facts, &[])).unwrap_err();
        assert_eq!(error, expected, "{source}");
    }
}

#[test]
fn a_rule_tells_what_it_reads_and_is_written_as_its_text() {
    let source =
        r#"in_segment.big && plan == "Pro" && has(attributes.seats) && days_since.pause > 1"#;
    let rule = compile(source);
    assert_eq!(rule.reads(), ["attributes.seats", "days_since.pause", "in_segment.big", "plan"]);
    assert_eq!(rule.segments(), [1]);
    assert_eq!(serde_json::to_value(&rule).unwrap(), source);
    assert_eq!(rule, compile(source));
    assert_ne!(rule, compile("true"));
}
