//! Segments and eligibility rules: what compiles, what holds, what is odd.

use std::collections::BTreeMap;

use domain::segment::{AttributeType, Expression, Facts, Scope, Vocabulary};
use domain::session::AttributeValue;

mod agreement;
mod errors;
mod facts;
mod findings;
mod generate;
mod holds;
mod segments;

/// Attributes `tier` (text), `seats` (number) and `vip` (true or false); segments `yearly`, `big`.
fn vocabulary() -> Vocabulary {
    let attributes = [
        ("tier", AttributeType::Text),
        ("seats", AttributeType::Number),
        ("vip", AttributeType::Bool),
        ("seats used", AttributeType::Number),
    ];
    Vocabulary::new(
        attributes.map(|(name, declared)| (name.to_owned(), declared)).into(),
        vec!["yearly".to_owned(), "big".to_owned()],
    )
}

fn compile(source: &str) -> Expression {
    Expression::compile(source, &vocabulary())
        .unwrap_or_else(|error| panic!("{source}: {error} at {:?}", error.offset))
}

/// A yearly customer on Pro in Canada, without a trial or a discount.
fn customer() -> Facts {
    Facts {
        plan: "Pro".to_owned(),
        product_id: "prod_pro".to_owned(),
        price_id: "price_pro_yearly".to_owned(),
        interval: "year".to_owned(),
        interval_count: 1,
        amount_minor: Some(49_000),
        currency: "cad".to_owned(),
        mrr_minor: Some(4_083),
        quantity: 3,
        items: 1,
        status: "active".to_owned(),
        tenure_days: Some(400),
        country: Some("CA".to_owned()),
        days_since_accepted: Some(200),
        days_since_accepted_by_kind: [("discount".to_owned(), 200)].into(),
        accepted_count: 1,
        sessions_90d: 1,
        billing_mode: "classic".to_owned(),
        days_to_renewal: Some(20),
        locale: "en-CA".to_owned(),
        mode: "live".to_owned(),
        attributes: attributes(&[
            ("tier", AttributeValue::Text("gold".to_owned())),
            ("seats", AttributeValue::Number(12.5)),
        ]),
        ..Facts::default()
    }
}

fn attributes(values: &[(&str, AttributeValue)]) -> BTreeMap<String, AttributeValue> {
    values.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
}

/// Whether a rule holds for a customer in the segments `yearly` and `big`; none when it fails.
fn holds(source: &str, facts: &Facts) -> Option<bool> {
    let segments = [compile(r#"interval == "year""#), compile("amount_minor > 100000")];
    compile(source).holds(&Scope::new(facts, &segments)).ok()
}
