//! What is not known is not judged.

use domain::brand::OfferCeilings;
use domain::playbook::{CheckContext, Rulebook, Severity, check};
use domain::policy::Policy;
use proptest::prelude::*;

use super::super::generate::playbook;
use super::{listed, parsed, with};

#[test]
fn without_a_brand_its_lists_are_not_asked() {
    let text = with(&listed(
        "kind = \"custom\", url = \"https://anywhere.test/x\"",
        "[[offers.content]]\ntype = \"image\"\nurl = \"https://anywhere.test/a.png\"\nalt.en = \"A\"",
    ));
    let (ceilings, policy) = (OfferCeilings::default(), Policy::us_general());
    let context = CheckContext {
        ceilings: &ceilings,
        media_origins: None,
        call_hosts: None,
        policy: &policy,
        prices: None,
    };
    assert_eq!(check(&parsed(&text).playbook, &context), []);
    let strict = CheckContext { media_origins: Some(&[]), call_hosts: Some(&[]), ..context };
    let codes: Vec<String> =
        check(&parsed(&text).playbook, &strict).into_iter().map(|each| each.code).collect();
    assert_eq!(codes, ["media_origin", "call_host"]);
}

#[test]
fn a_profile_without_offers_is_told() {
    let policy = Policy { max_offers_before_decision: 0, ..Policy::us_general() };
    let ceilings = OfferCeilings::default();
    let context = CheckContext {
        ceilings: &ceilings,
        media_origins: None,
        call_hosts: None,
        policy: &policy,
        prices: None,
    };
    let found = check(&parsed(&with(&listed("kind = \"content\"", ""))).playbook, &context);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(found[0].code, "offers_never_shown");
}

/// As large as it may be: it must be answered, not quickly in a debug build, but at all.
#[test]
fn the_largest_playbook_is_checked() {
    let segments: String = (0..100)
        .map(|n| format!("[[segments]]\nid = \"s{n}\"\nname = \"S\"\nwhen = 'quantity > {n}'\n"))
        .collect();
    let offers: String = (0..100)
        .map(|n| {
            format!(
                "[[offers]]\nid = \"offer_{n}\"\nwhen = 'items > {n}'\neffect = {{ kind = \"credit\", \
                 amount = {{ usd = 5 }}, to = \"balance\" }}\n"
            )
        })
        .collect();
    let listed: Vec<String> =
        (0..100).map(|n| format!("{{ offer = \"offer_{n}\", segment = \"s{n}\" }}")).collect();
    let reasons: String = (0..50)
        .map(|n| {
            let list = listed.join(", ");
            let id = format!("[[reasons]]\nid = \"reason_{n}\"\nlabel.en = \"R\"\n");
            format!("{id}feedback = \"other\"\noffers = [{list}]\n")
        })
        .collect();
    let text = with(&format!("{reasons}{segments}{offers}[limits]\nper_customer = 9\n"));
    let (ceilings, policy) = (OfferCeilings::default(), Policy::us_general());
    let context = CheckContext {
        ceilings: &ceilings,
        media_origins: None,
        call_hosts: None,
        policy: &policy,
        prices: None,
    };
    let codes: Vec<String> =
        check(&parsed(&text).playbook, &context).into_iter().map(|each| each.code).collect();
    assert_eq!(codes, ["many_reasons"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn a_playbook_without_errors_compiles(playbook in playbook()) {
        let (ceilings, policy) = (OfferCeilings::default(), Policy::us_general());
        let context = CheckContext { ceilings: &ceilings, media_origins: Some(&[]), call_hosts: Some(&[]), policy: &policy, prices: None };
        let found = check(&playbook, &context);
        prop_assert_eq!(&check(&playbook, &context), &found, "the same playbook, the same findings");
        if found.iter().all(|each| each.severity == Severity::Warning) {
            prop_assert!(Rulebook::compile(playbook).is_ok());
        }
    }
}
