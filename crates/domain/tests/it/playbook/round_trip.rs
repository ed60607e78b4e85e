//! Writing and reading agree; nothing that is read can break the reader.

use std::collections::BTreeMap;

use domain::brand::OfferCeilings;
use domain::playbook::source::{MAX_BYTES, canonical, parse, render};
use domain::playbook::{CheckContext, Playbook, check, ready};
use domain::policy::Policy;
use proptest::prelude::*;

use super::generate::playbook;
use super::parsed;

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_reads_back_equal(playbook in playbook()) {
        let text = render(&playbook);
        let read = parse(&text).map_err(|findings| {
            TestCaseError::fail(format!("{}\n{text}", findings[0]))
        })?;
        prop_assert_eq!(&read.playbook, &playbook, "{}", text);
        prop_assert_eq!(render(&read.playbook), text);
        prop_assert_eq!(canonical(&read.playbook), canonical(&playbook));
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        if let Err(findings) = parse(&text) {
            prop_assert!(!findings.is_empty());
        }
    }

    #[test]
    fn a_changed_file_is_read_or_refused(
        which in 0..ready().len(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), "[\\[\\]{}=.,\"'\\\\a-z0-9 \n]{0,3}"), 1..6),
    ) {
        let mut text: Vec<char> = ready()[which].1.chars().collect();
        for (at, with) in changes {
            let at = at.index(text.len());
            text.splice(at..(at + 1).min(text.len()), with.chars());
        }
        let text: String = text.into_iter().collect();
        let lines: Vec<&str> = text.split('\n').collect();
        let (ceilings, policy) = (OfferCeilings::default(), Policy::us_general());
        let context = CheckContext {
            ceilings: &ceilings,
            media_origins: Some(&[]),
            call_hosts: Some(&[]),
            policy: &policy,
            prices: Some(&BTreeMap::new()),
        };
        let findings = match parse(&text) {
            Ok(parsed) => parsed.locate(check(&parsed.playbook, &context)),
            Err(findings) => findings,
        };
        for finding in findings {
            let line = lines.get(finding.line - 1);
            prop_assert!(line.is_some(), "{} is past the end", finding);
            let length = line.map_or(0, |line| line.chars().count());
            prop_assert!((1..=length + 1).contains(&finding.column), "{}", finding);
        }
    }
}

#[test]
fn deep_and_long_texts_are_refused_and_not_followed() {
    let nested = format!("a = {}{}", "[".repeat(100_000), "]".repeat(100_000));
    let tables = format!("a = {}{}", "{ b = ".repeat(50_000), "}".repeat(50_000));
    let dotted = format!("{} = 1", vec!["a"; 100_000].join("."));
    for text in [nested, tables, dotted, "#".repeat(MAX_BYTES + 1)] {
        assert!(parse(&text).is_err(), "{}", &text[..20]);
    }
    let many: String = (0..20_000).map(|index| format!("unknown{index} = 1\n")).collect();
    let findings = parse(&many).unwrap_err();
    assert!(findings.len() <= 100, "{}", findings.len());
}

#[test]
fn the_hashed_text_depends_on_the_document_alone() {
    let (_, text) = ready()[0];
    let first = parsed(text).playbook;
    let without_comments: String = text
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| format!("{line}\n"))
        .collect();
    assert_eq!(canonical(&parsed(&without_comments).playbook), canonical(&first));
    let json: serde_json::Value = serde_json::from_str(&canonical(&first)).unwrap();
    assert_eq!(serde_json::from_value::<Playbook>(json).unwrap(), first);
    let renamed = Playbook { name: "Other".to_owned(), ..first.clone() };
    assert_ne!(canonical(&renamed), canonical(&first));
    assert!(canonical(&first).starts_with(r#"{"default_locale":"en","flow":{"cancel""#));
}
