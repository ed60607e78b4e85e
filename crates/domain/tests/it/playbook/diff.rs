//! What differs between two playbooks.

use domain::playbook::{diff, ready};
use proptest::prelude::*;

use super::generate::playbook;
use super::parsed;

#[test]
fn each_difference_is_named_by_its_path() {
    let (_, text) = ready()[0];
    let old = parsed(text).playbook;
    for (from, to, said) in [
        (
            "percent = 25",
            "percent = 30",
            "~ offers.offer_discount.effect.reduction.percent: 25 → 30",
        ),
        ("survey = \"before\"", "survey = \"off\"", "~ flow.survey: \"before\" → \"off\""),
        (
            "offers = [{ offer = \"offer_tip_roadmap\" }]",
            "",
            "- reasons.reason_missing_features.offers: [{\"offer\":\"offer_tip_roadmap\"}]",
        ),
        ("name = \"What is planned\"", "", "- offers.offer_tip_roadmap.name: \"What is planned\""),
        ("[flow]", "[limits]\nper_customer = 3\n[flow]", "+ limits.per_customer: 3"),
    ] {
        let new = parsed(&text.replace(from, to)).playbook;
        let lines: Vec<String> = diff(&old, &new).iter().map(ToString::to_string).collect();
        assert_eq!(lines, [said]);
    }
}

#[test]
fn an_order_that_changes_is_a_difference_and_comments_are_none() {
    let (_, text) = ready()[0];
    let old = parsed(text).playbook;
    let mut new = old.clone();
    new.reasons.swap(0, 1);
    let lines: Vec<String> = diff(&old, &new).iter().map(ToString::to_string).collect();
    assert_eq!(lines.len(), 1, "{lines:#?}");
    assert!(lines[0].starts_with("~ reasons (order): [\"reason_too_expensive\",\"reason_unused\""));
    assert!(lines[0].contains("… → [\"reason_unused\",\"reason_too_expensive\""), "{lines:#?}");
    let removed = new.offers.pop().unwrap();
    let gone = diff(&parsed(text).playbook, &new);
    let path = format!("offers.{}", removed.id);
    assert!(gone.iter().any(|change| change.path == path && change.new.is_none()), "{gone:#?}");
    assert_eq!(diff(&old, &parsed(&text.replace("# Price", "# Cost")).playbook), []);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn equal_documents_and_only_those_have_no_difference(a in playbook(), b in playbook()) {
        prop_assert_eq!(diff(&a, &a.clone()), []);
        let same = serde_json::to_value(&a).unwrap() == serde_json::to_value(&b).unwrap();
        prop_assert_eq!(diff(&a, &b).is_empty(), same);
    }
}
