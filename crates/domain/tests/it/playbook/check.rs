//! Every lint: what it finds, where, and what it leaves alone.

mod brand;
mod copy;
mod costs;
mod names;
mod offers;
mod prices;
mod rules;

use std::collections::BTreeSet;

use domain::brand::{OfferCeilings, OriginPattern};
use domain::money::{Currency, Percent};
use domain::playbook::{Amounts, CheckContext, Finding, Severity, check};
use domain::policy::Policy;

use super::{parsed, with};

/// A lint with text that it finds something in and text that it leaves alone; both follow the
/// smallest playbook.
struct Case {
    code: &'static str,
    severity: Severity,
    place: &'static str,
    bad: String,
    good: String,
}

fn error(code: &'static str, place: &'static str, bad: &str, good: &str) -> Case {
    let (bad, good) = (bad.to_owned(), good.to_owned());
    Case { code, severity: Severity::Error, place, bad, good }
}

fn warning(code: &'static str, place: &'static str, bad: &str, good: &str) -> Case {
    Case { severity: Severity::Warning, ..error(code, place, bad, good) }
}

/// An offer with an effect and further lines, listed by nothing.
fn offer(effect: &str, more: &str) -> String {
    format!("[[offers]]\nid = \"offer_a\"\neffect = {{ {effect} }}\n{more}\n")
}

/// An offer that is listed for the smallest playbook's reason.
fn listed(effect: &str, more: &str) -> String {
    format!("offers = [{{ offer = \"offer_a\" }}]\n{}", offer(effect, more))
}

/// What the check says to a brand that allows `https://media.example.com`, calls to
/// `api.example.com`, 30 %, 6 months and a credit of 10.00 USD.
fn findings(text: &str) -> Vec<Finding> {
    let ceilings = OfferCeilings {
        max_percent: Some(Percent::try_from(30).unwrap()),
        max_months: Some(6),
        max_credit: Amounts([(Currency::parse("usd").unwrap(), 1_000)].into()),
    };
    let origins = [OriginPattern::parse("https://media.example.com").unwrap()];
    let hosts = ["api.example.com".to_owned()];
    let policy = Policy::us_general();
    let context = CheckContext {
        ceilings: &ceilings,
        media_origins: Some(&origins),
        call_hosts: Some(&hosts),
        policy: &policy,
        prices: None,
    };
    check(&parsed(text).playbook, &context)
}

fn hold(cases: &[Case]) {
    for case in cases {
        let found = findings(&with(&case.bad));
        let hit = found.iter().find(|each| each.code == case.code && each.place == case.place);
        let hit = hit.unwrap_or_else(|| panic!("no {} in\n{}\n{found:#?}", case.code, case.bad));
        assert_eq!(hit.severity, case.severity, "{}", case.code);
        assert!(hit.message.len() > 20, "{}", hit.message);
        let found = findings(&with(&case.good));
        let wrong = found.iter().find(|each| each.code == case.code);
        assert!(wrong.is_none(), "{}\n{wrong:#?}", case.good);
        let errors: Vec<&Finding> =
            found.iter().filter(|each| each.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{}\n{errors:#?}", case.good);
    }
}

/// Every code that the sources name is in a table of these tests.
#[test]
fn no_lint_is_without_an_example() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/src/playbook/check");
    let tests = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/playbook/check");
    let read = |folder: &str| -> String {
        let mut files: Vec<_> =
            std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        files.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
    };
    let (sources, tables) = (read(root), read(tests));
    let mut codes = BTreeSet::new();
    for call in ["Finding::error(", "Finding::warning("] {
        for after in sources.split(call).skip(1) {
            let first = after.trim_start();
            if let Some(code) = first.strip_prefix('"').and_then(|rest| rest.split('"').next()) {
                codes.insert(code.to_owned());
            }
        }
    }
    assert!(codes.len() > 40, "{codes:?}");
    for code in ["above_playbook_limit", "above_brand_ceiling", "never_true", "always_true"] {
        codes.insert(code.to_owned());
    }
    let missing: Vec<&String> =
        codes.iter().filter(|code| !tables.contains(&format!("\"{code}\""))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
