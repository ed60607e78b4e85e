//! Our program and the reference interpreter give one answer, failures included.

use std::collections::HashMap;
use std::sync::LazyLock;

use cel::{Context, Program, Value};
use domain::segment::{Expression, Facts, Scope};
use domain::session::AttributeValue;
use proptest::prelude::*;

use super::generate::{Dice, Grammar, facts};
use super::{compile, vocabulary};

const YEARLY: &str = r#"interval == "year""#;
const BIG: &str = "amount_minor > 100";

/// The facts as the reference's variables, made from their serialized form: nothing of our table
/// or program is used.
fn context(facts: &Facts) -> Context<'static, 'static> {
    let mut context = Context::default();
    let mut all: HashMap<String, Value> = HashMap::new();
    let written = serde_json::to_value(facts).unwrap();
    for (name, value) in written.as_object().unwrap() {
        let value = match value {
            serde_json::Value::String(text) => Value::String(text.clone().into()),
            serde_json::Value::Number(number) => Value::Int(number.as_i64().unwrap()),
            serde_json::Value::Bool(bool) => Value::Bool(*bool),
            _ => continue,
        };
        context.add_variable_from_value(name.as_str(), value.clone());
        all.insert(name.clone(), value);
    }
    context.add_variable_from_value("facts", all);
    context.add_variable_from_value("days_since", days_since(facts));
    context.add_variable_from_value("attributes", declared(facts));
    let mut segments: HashMap<String, Value> = HashMap::new();
    for (id, rule) in [("yearly", YEARLY), ("big", BIG)] {
        if let Some(holds) = interpret(rule, &context) {
            segments.insert(id.to_owned(), Value::Bool(holds));
        }
    }
    context.add_variable_from_value("in_segment", segments);
    context
}

fn days_since(facts: &Facts) -> HashMap<String, Value> {
    let kinds = facts.days_since_accepted_by_kind.iter();
    kinds.map(|(kind, days)| (kind.clone(), Value::Int(*days))).collect()
}

/// Attributes of their declared types.
fn declared(facts: &Facts) -> HashMap<String, Value> {
    let attributes = facts.attributes.iter();
    attributes
        .filter_map(|(name, value)| {
            let value = match (name.as_str(), value) {
                ("tier", AttributeValue::Text(text)) => Value::String(text.clone().into()),
                ("seats", AttributeValue::Number(number)) => Value::Float(*number),
                ("vip", AttributeValue::Bool(bool)) => Value::Bool(*bool),
                _ => return None,
            };
            Some((name.clone(), value))
        })
        .collect()
}

/// The reference's answer; none when it fails.
fn interpret(source: &str, context: &Context<'_, '_>) -> Option<bool> {
    match Program::compile(source).unwrap().execute(context) {
        Ok(Value::Bool(holds)) => Some(holds),
        _ => None,
    }
}

fn ours(rule: &Expression, facts: &Facts) -> Option<bool> {
    static SEGMENTS: LazyLock<[Expression; 2]> = LazyLock::new(|| [compile(YEARLY), compile(BIG)]);
    rule.holds(&Scope::new(facts, &*SEGMENTS)).ok()
}

fn bytes() -> impl Strategy<Value = (Vec<u8>, Vec<u8>)> {
    (prop::collection::vec(any::<u8>(), 0..80), prop::collection::vec(any::<u8>(), 30))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn a_well_typed_rule_compiles_and_agrees((rule, customer) in bytes(), depth in 0_usize..4) {
        let rule = Grammar { is_sloppy: false }.boolean(&mut Dice(&rule), depth);
        let compiled = match Expression::compile(&rule.ours, &vocabulary()) {
            Ok(compiled) => compiled,
            Err(error) => {
                // Size is the only reason to refuse one.
                prop_assert!(error.message.ends_with("into segments"), "{}: {}", rule.ours, error);
                return Ok(());
            }
        };
        let facts = facts(&mut Dice(&customer));
        let expected = interpret(&rule.reference, &context(&facts));
        prop_assert_eq!(ours(&compiled, &facts), expected, "{}", rule.ours);
    }

    #[test]
    fn a_sloppy_rule_is_refused_or_agrees((rule, customer) in bytes(), depth in 0_usize..4) {
        let rule = Grammar { is_sloppy: true }.boolean(&mut Dice(&rule), depth);
        if let Ok(compiled) = Expression::compile(&rule.ours, &vocabulary()) {
            let facts = facts(&mut Dice(&customer));
            let expected = interpret(&rule.reference, &context(&facts));
            prop_assert_eq!(ours(&compiled, &facts), expected, "{}", rule.ours);
        }
    }
}
