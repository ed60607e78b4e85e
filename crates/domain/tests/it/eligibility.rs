//! Which offer fits which shape of subscription.

use domain::billing_action::SubscriptionChange;
use domain::ids::OfferId;
use domain::offer::Ineligible::{
    self, AlreadyAccepted, AlreadyDiscounted, AlreadyEnding, AlreadyPaused, NoFixedAmount,
    NotMonthly, Scheduled, Status,
};
use domain::offer::{Offer, check};
use domain::playbook::Playbook;

use crate::shapes;

fn offers() -> [Offer; 3] {
    let playbook = Playbook::built_in();
    ["discount", "pause", "tip_setup"]
        .map(|name| playbook.find_offer(&OfferId::from_suffix(name)).unwrap().clone())
}

/// What a shape answers to a discount, to a pause and to a tip; none where it may be shown.
type Answers = [Option<Ineligible>; 3];

fn changes(because: Ineligible) -> Answers {
    [Some(because.clone()), Some(because), None]
}

fn expected(shape: &str) -> Answers {
    match shape {
        "monthly" | "two monthly lines" | "invoiced" => [None, None, None],
        "yearly" | "weekly" | "daily" | "quarterly" => changes(NotMonthly),
        "monthly and yearly lines" | "no line" | "metered" | "tiered" | "no period" | "huge" => {
            changes(NoFixedAmount)
        }
        "trialing" | "past due" | "unpaid" | "incomplete" | "incomplete expired" | "canceled"
        | "paused status" | "newer status" => changes(Status),
        "ending" | "ending on a date" => {
            [Some(AlreadyEnding), Some(AlreadyEnding), Some(AlreadyEnding)]
        }
        "collection paused" => changes(AlreadyPaused),
        "scheduled" => changes(Scheduled),
        "discounted" => [Some(AlreadyDiscounted), None, None],
        other => unreachable!("`{other}` has no row in this table"),
    }
}

#[test]
fn every_shape_is_offered_only_what_is_safe_for_it() {
    for (name, subscription) in shapes::all() {
        let answers = offers().map(|offer| check(&offer, &subscription, &[]).err());
        assert_eq!(answers, expected(name), "{name}");
    }
}

#[test]
fn an_offer_that_was_taken_before_is_not_shown_for_any_shape() {
    for (name, subscription) in shapes::all() {
        for offer in offers() {
            let accepted = [offer.id.clone()];
            assert_eq!(check(&offer, &subscription, &accepted), Err(AlreadyAccepted), "{name}");
        }
    }
}

#[test]
fn every_refusal_is_a_sentence_for_a_person() {
    for (name, subscription) in shapes::all() {
        for because in offers().iter().filter_map(|offer| check(offer, &subscription, &[]).err()) {
            assert!(because.to_string().contains(' '), "{name}: {because}");
        }
    }
}

#[test]
fn canceling_is_possible_for_every_shape_that_has_not_ended() {
    let cancel = SubscriptionChange::CancelAtPeriodEnd { feedback: None, comment: None };
    for (name, subscription) in shapes::all() {
        let has_ended = matches!(name, "canceled" | "incomplete expired");
        assert_eq!(subscription.is_cancelable(), !has_ended, "{name}");
        assert_eq!(cancel.conflict(&subscription), None, "{name}");
        let is_reached = has_ended || matches!(name, "ending" | "ending on a date");
        assert_eq!(cancel.is_reached(&subscription), is_reached, "{name}");
    }
}
