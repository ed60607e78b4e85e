//! Subscriptions of every shape, as plain values.

use domain::Timestamp;
use domain::ids::{CustomerId, SubscriptionId};
use domain::money::Currency;
use domain::subscription::{
    Discount, Interval, IntervalUnit, PausedCollection, Price, Subscription, SubscriptionItem,
    SubscriptionStatus,
};

/// The time of these tests: 2026-11-23T10:00:00Z.
pub(crate) const NOW: i64 = 1_795_428_000;
const DAY: i64 = 86_400;

pub(crate) fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(seconds).unwrap()
}

pub(crate) fn sub(name: &str) -> SubscriptionId {
    SubscriptionId::from_suffix(name)
}

pub(crate) fn item(unit: IntervalUnit, count: u32) -> SubscriptionItem {
    SubscriptionItem {
        id: "si_1".to_owned(),
        price: Price {
            id: "price_1".to_owned(),
            product_name: "Pro".to_owned(),
            unit_amount_minor: Some(4_900),
            currency: Currency::parse("usd").unwrap(),
            interval: Interval { unit, count },
            is_metered: false,
        },
        quantity: Some(1),
        current_period_end: Some(at(NOW + 10 * DAY)),
    }
}

/// One active monthly line.
pub(crate) fn monthly() -> Subscription {
    Subscription {
        id: sub("1"),
        customer_id: CustomerId::from_suffix("1"),
        status: SubscriptionStatus::Active,
        livemode: false,
        currency: Currency::parse("usd").unwrap(),
        items: vec![item(IntervalUnit::Month, 1)],
        cancel_at_period_end: false,
        cancel_at: None,
        ended_at: None,
        trial_end: None,
        paused_collection: None,
        discounts: Vec::new(),
        has_schedule: false,
        is_invoiced: false,
        marker: None,
    }
}

fn with(change: impl FnOnce(&mut Subscription)) -> Subscription {
    let mut subscription = monthly();
    change(&mut subscription);
    subscription
}

fn with_status(status: SubscriptionStatus) -> Subscription {
    with(|s| s.status = status)
}

fn with_items(items: Vec<SubscriptionItem>) -> Subscription {
    with(|s| s.items = items)
}

fn discounted() -> Subscription {
    let discount = Discount {
        id: "di_1".to_owned(),
        coupon_id: "EARLY20".to_owned(),
        percent_off: None,
        ends_at: None,
    };
    with(|s| s.discounts.push(discount))
}

fn with_item(change: impl FnOnce(&mut SubscriptionItem)) -> Subscription {
    with(|s| change(&mut s.items[0]))
}

/// Every shape with its name.
pub(crate) fn all() -> Vec<(&'static str, Subscription)> {
    use IntervalUnit::{Day, Month, Week, Year};
    use SubscriptionStatus as S;
    vec![
        ("monthly", monthly()),
        ("yearly", with_items(vec![item(Year, 1)])),
        ("weekly", with_items(vec![item(Week, 1)])),
        ("daily", with_items(vec![item(Day, 1)])),
        ("quarterly", with_items(vec![item(Month, 3)])),
        ("two monthly lines", with_items(vec![item(Month, 1), item(Month, 1)])),
        ("monthly and yearly lines", with_items(vec![item(Month, 1), item(Year, 1)])),
        ("no line", with_items(Vec::new())),
        ("metered", with_item(|i| i.price.is_metered = true)),
        ("tiered", with_item(|i| i.price.unit_amount_minor = None)),
        ("no period", with_item(|i| i.current_period_end = None)),
        ("huge", with_item(|i| i.quantity = Some(u64::MAX))),
        ("trialing", with_status(S::Trialing)),
        ("past due", with_status(S::PastDue)),
        ("unpaid", with_status(S::Unpaid)),
        ("incomplete", with_status(S::Incomplete)),
        ("incomplete expired", with_status(S::IncompleteExpired)),
        ("canceled", with_status(S::Canceled)),
        ("paused status", with_status(S::Paused)),
        ("newer status", with_status(S::Other("hibernating".to_owned()))),
        ("ending", with(|s| s.cancel_at_period_end = true)),
        ("ending on a date", with(|s| s.cancel_at = Some(at(NOW + DAY)))),
        (
            "collection paused",
            with(|s| s.paused_collection = Some(PausedCollection { resumes_at: None })),
        ),
        ("discounted", discounted()),
        ("scheduled", with(|s| s.has_schedule = true)),
        ("invoiced", with(|s| s.is_invoiced = true)),
    ]
}
