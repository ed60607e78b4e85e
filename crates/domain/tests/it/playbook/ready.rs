//! The playbooks that come with the program.

use domain::ids::OfferId;
use domain::playbook::{Feedback, Rulebook, built_in, ready};

use super::parsed;

#[test]
fn each_is_read_and_compiles() {
    for (name, text) in ready() {
        let playbook = parsed(text).playbook;
        assert!(Rulebook::compile(playbook).is_ok(), "{name}");
    }
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
