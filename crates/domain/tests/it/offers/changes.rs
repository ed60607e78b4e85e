//! When a change is reached, and when it can no longer be made.

use std::collections::BTreeMap;

use domain::billing_action::{
    CancelWhen, Coupon, CouponReduction, ItemChange, Reading, Said, SubscriptionChange,
};
use domain::ids::OfferId;
use domain::offer::{DiscountDuration, Proration, Timing};
use domain::subscription::{PausedCollection, PlannedItem, Subscription, SubscriptionStatus};

use crate::shapes::{self, DAY, NOW, at, monthly, schedule, usd, with};

fn coupon() -> Coupon {
    Coupon { reduction: CouponReduction::Amount(usd(500)), duration: DiscountDuration::Once }
}

fn cancel(when: CancelWhen) -> SubscriptionChange {
    SubscriptionChange::Cancel { when, said: Said::default() }
}

fn item(timing: Timing) -> SubscriptionChange {
    SubscriptionChange::ChangeItem(ItemChange {
        item_id: "si_1".to_owned(),
        price_id: "price_basic".to_owned(),
        quantity: Some(2),
        timing,
        proration: Proration::None,
        proration_date: None,
    })
}

/// Every change with the subscription it is reached on; none where the subscription never shows it.
fn changes() -> Vec<(SubscriptionChange, Option<Subscription>)> {
    let soon = at(NOW + DAY);
    let at_period_end = with(|s| s.cancel_at_period_end = true);
    let canceled = with(|s| s.status = SubscriptionStatus::Canceled);
    let paused = with(|s| {
        s.paused_collection = Some(PausedCollection { resumes_at: Some(soon) });
    });
    let changed = with(|s| {
        s.items[0].price.id = "price_basic".to_owned();
        s.items[0].quantity = Some(2);
    });
    let planned = with(|s| {
        let next = PlannedItem { price_id: "price_basic".to_owned(), quantity: Some(2) };
        s.schedule = Some(schedule());
        s.schedule.as_mut().unwrap().next_items = vec![next];
    });
    let mut discounted = shapes::discounted(None, Some(usd(500)));
    discounted.discounts[0].coupon_id = coupon().id();
    let custom = SubscriptionChange::Custom {
        offer_id: OfferId::from_suffix("a"),
        name: String::new(),
        url: "https://api.example.com".to_owned(),
        parameters: BTreeMap::new(),
    };
    vec![
        (cancel(CancelWhen::AtPeriodEnd), Some(at_period_end)),
        (cancel(CancelWhen::Now { credit_unused: false }), Some(canceled)),
        (cancel(CancelWhen::At { at: soon }), Some(with(|s| s.cancel_at = Some(soon)))),
        (SubscriptionChange::UndoCancel, Some(monthly())),
        (SubscriptionChange::Discount { coupon: coupon(), replace: false }, Some(discounted)),
        (SubscriptionChange::Pause { resumes_at: soon }, Some(paused)),
        (
            SubscriptionChange::PauseSubscription { resumes_at: soon },
            Some(with(|s| s.status = SubscriptionStatus::Paused)),
        ),
        (SubscriptionChange::Resume, Some(monthly())),
        (SubscriptionChange::MoveRenewal { to: soon }, Some(with(|s| s.trial_end = Some(soon)))),
        (item(Timing::Now), Some(changed)),
        (item(Timing::Renewal), Some(planned)),
        (SubscriptionChange::Annotate { said: Said::default() }, None),
        (SubscriptionChange::Credit { amount: usd(1) }, None),
        (SubscriptionChange::Refund { amount: usd(1), invoice_id: "in_1".to_owned() }, None),
        (custom, None),
    ]
}

fn is_reached(change: &SubscriptionChange, subscription: &Subscription) -> bool {
    change.is_reached(Reading { subscription, has_entry: false })
}

#[test]
fn each_change_is_reached_on_its_subscription_alone() {
    for (change, reached) in changes() {
        if let Some(reached) = reached {
            assert!(is_reached(&change, &reached), "{change:?}");
        } else {
            assert!(!is_reached(&change, &monthly()), "{change:?}");
        }
        let is_plain =
            matches!(change, SubscriptionChange::UndoCancel | SubscriptionChange::Resume);
        assert_eq!(is_reached(&change, &monthly()), is_plain, "{change:?}");
    }
}

#[test]
fn an_entry_in_the_books_shows_credits_and_refunds_and_nothing_else() {
    for (change, _) in changes() {
        let subscription = with(|s| s.cancel_at = Some(at(NOW + 400 * DAY)));
        let has_entry = change.is_reached(Reading { subscription: &subscription, has_entry: true });
        let without = change.is_reached(Reading { subscription: &subscription, has_entry: false });
        assert_eq!(has_entry != without, change.leaves_entry(), "{change:?}");
    }
}

#[test]
fn a_subscription_that_has_ended_is_canceled_in_every_mode() {
    for status in [SubscriptionStatus::Canceled, SubscriptionStatus::IncompleteExpired] {
        let ended = with(|s| s.status = status);
        for (change, _) in changes().into_iter().filter(|(change, _)| change.is_cancel()) {
            assert!(is_reached(&change, &ended), "{change:?}");
        }
        assert!(!is_reached(&SubscriptionChange::UndoCancel, &ended));
        assert!(SubscriptionChange::UndoCancel.conflict(&ended).is_some());
    }
}

#[test]
fn an_end_that_is_set_is_good_enough_when_it_is_no_later() {
    let date = at(NOW + 5 * DAY);
    let change = cancel(CancelWhen::At { at: date });
    for (end, is_good) in [(5 * DAY - 1, true), (5 * DAY, true), (5 * DAY + 1, false)] {
        let ending = with(|s| s.cancel_at = Some(at(NOW + end)));
        assert_eq!(is_reached(&change, &ending), is_good, "{end}");
    }
    let with_period = with(|s| s.cancel_at_period_end = true);
    assert!(!is_reached(&change, &with_period), "the period ends five days later");
    assert!(!is_reached(&cancel(CancelWhen::Now { credit_unused: true }), &with_period));
}

#[test]
fn a_line_is_changed_only_with_price_and_seats_together() {
    for (price, quantity, is_done) in [
        ("price_basic", Some(2), true),
        ("price_basic", Some(1), false),
        ("price_1", Some(2), false),
    ] {
        let subscription = with(|s| {
            s.items[0].price.id = price.to_owned();
            s.items[0].quantity = quantity;
        });
        for timing in [Timing::Now, Timing::Renewal] {
            assert_eq!(is_reached(&item(timing), &subscription), is_done, "{price} {quantity:?}");
        }
    }
}

/// Somebody else's changes, and whether an offer can still be carried out after them.
fn meanwhile() -> Vec<(&'static str, Subscription)> {
    vec![
        ("past due", with(|s| s.status = SubscriptionStatus::PastDue)),
        ("canceled", with(|s| s.status = SubscriptionStatus::Canceled)),
        ("ending", with(|s| s.cancel_at_period_end = true)),
        ("ending on a date", with(|s| s.cancel_at = Some(at(NOW + DAY)))),
        ("paused", with(|s| s.paused_collection = Some(PausedCollection { resumes_at: None }))),
    ]
}

#[test]
fn no_offer_is_carried_out_on_what_changed_meanwhile() {
    for (change, _) in changes() {
        let is_offer = matches!(
            change.as_str(),
            "discount"
                | "pause"
                | "pause_subscription"
                | "move_renewal"
                | "change_item"
                | "credit"
                | "custom"
        );
        for (name, subscription) in meanwhile() {
            if is_offer {
                assert!(change.conflict(&subscription).is_some(), "{change:?} {name}");
            }
        }
        assert_eq!(change.conflict(&monthly()), None, "{change:?}");
    }
}

#[test]
fn nothing_keeps_a_cancellation_or_what_is_owed_from_being_made() {
    for (change, _) in changes().into_iter().filter(|(c, _)| c.is_cancel() || c.is_owed()) {
        for (name, subscription) in shapes::all() {
            assert_eq!(change.conflict(&subscription), None, "{change:?} {name}");
        }
    }
}

#[test]
fn a_schedule_stops_offers_but_the_one_it_may_belong_to_and_those_beside_the_subscription() {
    let scheduled = with(|s| s.schedule = Some(schedule()));
    for (change, _) in changes() {
        let stops =
            matches!(change.as_str(), "discount" | "pause" | "pause_subscription" | "move_renewal")
                || change == item(Timing::Now);
        assert_eq!(change.conflict(&scheduled).is_some(), stops, "{change:?}");
    }
}

#[test]
fn a_change_reads_back_as_it_was_stored() {
    for (change, _) in changes() {
        let stored = serde_json::to_string(&change).unwrap();
        let read: SubscriptionChange = serde_json::from_str(&stored).unwrap();
        assert_eq!(read, change, "{stored}");
    }
}
