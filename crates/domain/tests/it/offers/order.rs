//! Who sees what: order, segments, conditions, and every reason why not.

use domain::ids::{OfferId, ReasonId};
use domain::offer::{Assessment, Ineligible, Verdict, assess, reassess};
use domain::subscription::{Customer, PausedCollection};

use crate::shapes::{monthly, with, yearly};
use crate::situation::{Situation, listing};

const OFFERS: &str = r#"
[[segments]]
id = "yearly"
name = "Yearly"
when = 'interval == "year"'

[[segments]]
id = "canada"
name = "Canada"
when = 'country == "CA"'

[[offers]]
id = "offer_first"
effect = { kind = "content" }

[[offers]]
id = "offer_second"
effect = { kind = "pause", min_months = 1, max_months = 3 }
when = 'amount_minor >= 4900'

[[offers]]
id = "offer_third"
effect = { kind = "credit", amount = { usd = 500 }, to = "balance" }

[[offers]]
id = "offer_elsewhere"
effect = { kind = "content" }
"#;

const LISTED: &str = r#"
    { offer = "offer_third", segment = "yearly" },
    { offer = "offer_second" },
    { offer = "offer_first", segment = "canada" },
"#;

fn verdicts(found: &[Assessment]) -> Vec<(&str, Verdict, usize)> {
    found.iter().map(|each| (each.offer_id.as_str(), each.verdict, each.because.len())).collect()
}

fn customer(country: Option<&str>) -> Option<Customer> {
    Some(Customer {
        id: domain::ids::CustomerId::from_suffix("1"),
        email: None,
        name: None,
        livemode: false,
        country: country.map(str::to_owned),
        state: None,
        paid_so_far: None,
    })
}

#[test]
fn offers_come_in_the_order_of_the_reason_and_the_others_are_not_listed() {
    let rules = listing(LISTED, OFFERS);
    let situation = Situation { customer: customer(Some("CA")), ..Situation::of(yearly()) };
    let found = assess(&rules, &situation.around(), &[]);
    assert_eq!(
        verdicts(&found),
        [
            ("offer_third", Verdict::Eligible, 0),
            ("offer_second", Verdict::Eligible, 0),
            ("offer_first", Verdict::Eligible, 0),
            ("offer_elsewhere", Verdict::Refused, 1),
        ]
    );
    assert_eq!(found[3].because, [Ineligible::NotListed]);
}

#[test]
fn without_a_reason_or_with_one_that_lists_nothing_no_offer_is_listed() {
    let rules = listing(LISTED, OFFERS);
    for reason in [None, Some(ReasonId::from_suffix("unheard_of"))] {
        let situation = Situation { reason, ..Situation::default() };
        let found = assess(&rules, &situation.around(), &[]);
        assert_eq!(found.len(), 4);
        assert!(found.iter().all(|each| each.because == [Ineligible::NotListed]));
    }
}

#[test]
fn segments_and_conditions_leave_customers_out() {
    let rules = listing(LISTED, OFFERS);
    let mut situation = Situation { customer: customer(Some("US")), ..Situation::default() };
    situation.subscription.items[0].price.unit_amount_minor = Some(4_899);
    let found = assess(&rules, &situation.around(), &[]);
    let outside = |segment: &str| Ineligible::OutsideSegment { segment: segment.to_owned() };
    assert_eq!(found[0].because, [outside("yearly")]);
    assert_eq!(found[1].because, [Ineligible::RuleDoesNotHold]);
    assert_eq!(found[2].because, [outside("canada")]);
}

#[test]
fn a_rule_that_fails_leaves_the_customer_out_and_says_what_failed() {
    let rules = listing(LISTED, OFFERS);
    let situation = Situation { customer: customer(None), ..Situation::default() };
    let found = assess(&rules, &situation.around(), &[]);
    let [Ineligible::RuleFailed { rule, message }] = found[2].because.as_slice() else {
        panic!("{found:?}")
    };
    assert_eq!(rule, "canada");
    assert!(message.contains("canada"), "{message}");
    assert_eq!(found[1].verdict, Verdict::Eligible, "one failing rule fails nothing else");
}

#[test]
fn what_was_declined_is_out_for_this_attempt() {
    let rules = listing(LISTED, OFFERS);
    let declined = [OfferId::from_suffix("second")];
    let found = assess(&rules, &Situation::default().around(), &declined);
    assert_eq!(found[1].because, [Ineligible::Declined]);
}

#[test]
fn every_reason_why_not_is_told() {
    let more = format!("[limits]\nper_customer = 1\ncooldown_days = {{ pause = 30 }}\n{OFFERS}");
    let rules = listing(r#"{ offer = "offer_second", segment = "yearly" }"#, &more);
    let paused = with(|s| {
        s.items[0].price.unit_amount_minor = Some(100);
        s.cancel_at_period_end = true;
        s.paused_collection = Some(PausedCollection { resumes_at: None });
    });
    let situation = Situation::of(paused).took("second", "pause", 3);
    let found = assess(&rules, &situation.around(), &[OfferId::from_suffix("second")]);
    let codes: Vec<String> = found[0]
        .because
        .iter()
        .map(|each| serde_json::to_value(each).unwrap()["because"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(
        codes,
        [
            "outside_segment",
            "declined",
            "rule_does_not_hold",
            "already_ending",
            "already_paused",
            "customer_limit",
            "cooldown",
        ]
    );
}

#[test]
fn an_offer_that_was_shown_is_assessed_again_without_its_place_in_the_list() {
    let rules = listing(LISTED, OFFERS);
    let situation = Situation::default();
    let again = reassess(&rules, &OfferId::from_suffix("third"), &situation.around());
    assert_eq!((again.verdict, again.because), (Verdict::Eligible, vec![]));
    let ending = Situation::of(with(|s| s.cancel_at_period_end = true));
    let again = reassess(&rules, &OfferId::from_suffix("third"), &ending.around());
    assert_eq!(again.because, [Ineligible::AlreadyEnding]);
    let gone = reassess(&rules, &OfferId::from_suffix("unheard_of"), &situation.around());
    assert_eq!(gone.because, [Ineligible::NotListed]);
}

#[test]
fn the_facts_are_those_of_the_subscription_the_customer_and_what_was_before() {
    let mut situation = Situation { customer: customer(Some("CA")), ..Situation::of(yearly()) }
        .took("a", "discount", 100)
        .took("b", "pause", 7);
    situation.customer.as_mut().unwrap().state = Some("on".to_owned());
    let facts = situation.around().facts();
    assert_eq!((facts.interval.as_str(), facts.amount_minor), ("year", Some(4_900)));
    assert_eq!(facts.mrr_minor, Some(408));
    assert_eq!((facts.country.as_deref(), facts.region.as_deref()), (Some("CA"), Some("CA-ON")));
    assert_eq!((facts.tenure_days, facts.days_to_renewal), (Some(400), Some(200)));
    assert_eq!((facts.days_since_accepted, facts.accepted_count), (Some(7), 2));
    assert_eq!(facts.days_since_accepted_by_kind["discount"], 100);
    let monthly = Situation::of(monthly());
    let facts = monthly.around().facts();
    assert_eq!((facts.interval.as_str(), facts.country), ("month", None));
    assert_eq!((facts.is_trialing, facts.trial_days_left), (false, None));
}
