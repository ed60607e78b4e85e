//! The playbooks that come with the program.

use domain::brand::OfferCeilings;
use domain::ids::OfferId;
use domain::playbook::{CheckContext, Feedback, Rulebook, built_in, check, ready};
use domain::policy::Policy;

use super::parsed;

/// Every finding as `line:column: severity[code] message`.
fn findings(text: &str) -> Vec<String> {
    let parsed = parsed(text);
    let (ceilings, policy) = (OfferCeilings::default(), Policy::us_general());
    let context = CheckContext {
        ceilings: &ceilings,
        media_origins: Some(&[]),
        call_hosts: Some(&[]),
        policy: &policy,
        prices: None,
    };
    let found = check(&parsed.playbook, &context);
    parsed.locate(found).iter().map(ToString::to_string).collect()
}

#[test]
fn each_is_read_and_compiles_and_leaves_nothing_to_say() {
    assert_eq!(ready().len(), 5);
    for (name, text) in ready() {
        let playbook = parsed(text).playbook;
        assert!(Rulebook::compile(playbook).is_ok(), "{name}");
        assert_eq!(findings(text), [""; 0], "{name}");
    }
}

#[test]
fn the_example_of_three_sentences_is_only_capped_by_the_profile() {
    let text = include_str!("../../../../../playbooks/example-three-sentences.toml");
    let found = findings(text);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].contains("warning[capped_screens]"), "{found:#?}");
}

#[test]
fn the_built_in_one_asks_stripes_reasons_and_answers_them_as_before() {
    let playbook = built_in();
    let asked: Vec<Feedback> = playbook.reasons.iter().map(|reason| reason.feedback).collect();
    assert_eq!(asked, Feedback::ALL);
    let offers = |feedback: Feedback| -> Vec<String> {
        let reason = playbook.reasons.iter().find(|reason| reason.feedback == feedback).unwrap();
        assert_eq!(reason.id.as_str(), format!("reason_{}", feedback.as_str()));
        assert!(reason.label.is_empty() && reason.offers.iter().all(|each| each.segment.is_none()));
        reason.offers.iter().map(|each| each.offer.to_string()).collect()
    };
    for (feedback, answers) in [
        (Feedback::TooExpensive, &["offer_discount", "offer_pause"][..]),
        (Feedback::SwitchedService, &["offer_discount"]),
        (Feedback::Unused, &["offer_pause"]),
        (Feedback::Other, &["offer_pause"]),
        (Feedback::MissingFeatures, &["offer_tip_roadmap"]),
        (Feedback::TooComplex, &["offer_tip_setup"]),
        (Feedback::LowQuality, &["offer_tip_support"]),
        (Feedback::CustomerService, &["offer_tip_support"]),
    ] {
        assert_eq!(offers(feedback), answers, "{feedback:?}");
    }
    assert!(playbook.offers.iter().all(|offer| offer.limits.per_subscription == Some(1)));
    assert!(playbook.find_offer(&OfferId::from_suffix("pause")).is_some());
}
