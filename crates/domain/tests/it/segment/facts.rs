//! The table of facts equals what rules can read.

use std::collections::BTreeSet;

use domain::segment::{DAYS_SINCE_KINDS, FACTS, FactType, Facts, Scope};
use serde_json::{Map, Value, json};

use super::{compile, customer};

/// Every field set to a value that no other field has.
fn distinct() -> Map<String, Value> {
    FACTS
        .iter()
        .zip(1_000..)
        .map(|(fact, number)| {
            let value = match fact.kind {
                FactType::Text => json!(format!("value of {}", fact.name)),
                FactType::Int => json!(number),
                FactType::Bool => json!(false),
                FactType::Number => panic!("`{}`: facts are whole numbers", fact.name),
            };
            (fact.name.to_owned(), value)
        })
        .collect()
}

fn facts(values: &Map<String, Value>) -> Facts {
    serde_json::from_value(Value::Object(values.clone())).unwrap()
}

#[test]
fn the_table_names_every_field_and_nothing_else() {
    let mut values = distinct();
    values.insert("days_since_accepted_by_kind".to_owned(), json!({ "pause": 1 }));
    values.insert("attributes".to_owned(), json!({ "tier": "gold" }));
    let written = serde_json::to_value(facts(&values)).unwrap();
    let fields: BTreeSet<&str> = written.as_object().unwrap().keys().map(String::as_str).collect();
    let mut documented: BTreeSet<&str> = FACTS.iter().map(|fact| fact.name).collect();
    documented.extend(["days_since_accepted_by_kind", "attributes"]);
    assert_eq!(fields, documented);
}

#[test]
fn every_fact_reads_its_own_field() {
    let values = distinct();
    for fact in FACTS {
        let mut values = values.clone();
        if fact.kind == FactType::Bool {
            values.insert(fact.name.to_owned(), json!(true));
        }
        let rule = format!("{} == {}", fact.name, values[fact.name]);
        let facts = facts(&values);
        let scope = Scope::new(&facts, &[]);
        assert_eq!(compile(&rule).holds(&scope), Ok(true), "{rule}");
    }
}

#[test]
fn exactly_the_optional_facts_may_be_left_out() {
    for fact in FACTS {
        let mut values = distinct();
        values.remove(fact.name);
        let read: Result<Facts, _> = serde_json::from_value(Value::Object(values));
        assert_eq!(read.is_ok(), fact.is_optional, "{}", fact.name);
        let Ok(facts) = read else { continue };
        let rule = compile(&format!("has({})", fact.name));
        assert_eq!(rule.holds(&Scope::new(&facts, &[])), Ok(false), "{}", fact.name);
    }
}

#[test]
fn every_example_reads_its_fact_and_decides_something() {
    for fact in FACTS {
        let rule = compile(fact.example);
        assert!(rule.reads().iter().any(|name| name == fact.name), "{}", fact.name);
        assert_eq!(rule.findings(), [], "{}", fact.name);
        assert!(fact.doc.ends_with('.'), "{}", fact.name);
        assert_eq!(fact.unit.is_empty(), fact.kind != FactType::Int, "{}", fact.name);
    }
}

#[test]
fn every_kind_of_offer_can_be_asked_for() {
    for (kind, days) in DAYS_SINCE_KINDS.iter().zip(1..) {
        let facts = Facts {
            days_since_accepted_by_kind: [((*kind).to_owned(), days)].into(),
            ..customer()
        };
        let rule = compile(&format!("days_since.{kind} == {days}"));
        assert_eq!(rule.holds(&Scope::new(&facts, &[])), Ok(true), "{kind}");
    }
}

#[test]
fn facts_survive_being_stored() {
    let facts = customer();
    let text = serde_json::to_string(&facts).unwrap();
    assert_eq!(serde_json::from_str::<Facts>(&text).unwrap(), facts);
}
