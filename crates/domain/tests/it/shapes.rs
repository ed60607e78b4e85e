//! Subscriptions of every shape, as plain values.

use domain::Timestamp;
use domain::ids::{CustomerId, SubscriptionId};
use domain::money::{Currency, Money, Percent};
use domain::subscription::{
    BillingMode, Discount, Interval, IntervalUnit, PaidInvoice, PausedCollection, Price, Schedule,
    Subscription, SubscriptionItem, SubscriptionStatus,
};

/// The time of these tests: 2026-11-23T10:00:00Z.
pub(crate) const NOW: i64 = 1_795_428_000;
pub(crate) const DAY: i64 = 86_400;

pub(crate) fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(seconds).unwrap()
}

pub(crate) fn sub(name: &str) -> SubscriptionId {
    SubscriptionId::from_suffix(name)
}

pub(crate) fn currency(code: &str) -> Currency {
    Currency::parse(code).unwrap()
}

pub(crate) fn usd(minor: i64) -> Money {
    Money::new(minor, currency("usd"))
}

pub(crate) fn price(id: &str, minor: i64, code: &str, unit: IntervalUnit, count: u32) -> Price {
    Price {
        id: id.to_owned(),
        product_id: "prod_1".to_owned(),
        product_name: "Pro".to_owned(),
        unit_amount_minor: Some(minor),
        currency: currency(code),
        interval: Interval { unit, count },
        is_metered: false,
    }
}

pub(crate) fn item(unit: IntervalUnit, count: u32) -> SubscriptionItem {
    SubscriptionItem {
        id: "si_1".to_owned(),
        price: price("price_1", 4_900, "usd", unit, count),
        quantity: Some(1),
        current_period_start: Some(at(NOW - 20 * DAY)),
        current_period_end: Some(at(NOW + 10 * DAY)),
    }
}

/// One active monthly line, paid 20 days ago.
pub(crate) fn monthly() -> Subscription {
    Subscription {
        id: sub("1"),
        customer_id: CustomerId::from_suffix("1"),
        status: SubscriptionStatus::Active,
        livemode: false,
        currency: currency("usd"),
        items: vec![item(IntervalUnit::Month, 1)],
        cancel_at_period_end: false,
        cancel_at: None,
        ended_at: None,
        trial_end: None,
        paused_collection: None,
        discounts: Vec::new(),
        schedule: None,
        billing_mode: BillingMode::Classic,
        started_at: Some(at(NOW - 400 * DAY)),
        latest_invoice: Some(PaidInvoice {
            id: "in_1".to_owned(),
            refundable: usd(4_900),
            paid_at: at(NOW - 20 * DAY),
        }),
        is_invoiced: false,
        marker: None,
    }
}

/// One active yearly line, 49.00 a year, paid 165 days ago.
pub(crate) fn yearly() -> Subscription {
    let mut subscription = with_items(vec![item(IntervalUnit::Year, 1)]);
    subscription.items[0].current_period_start = Some(at(NOW - 165 * DAY));
    subscription.items[0].current_period_end = Some(at(NOW + 200 * DAY));
    if let Some(invoice) = &mut subscription.latest_invoice {
        invoice.paid_at = at(NOW - 165 * DAY);
    }
    subscription
}

/// In its trial, which ends with the period; nothing was paid.
pub(crate) fn trialing() -> Subscription {
    let mut subscription = with_status(SubscriptionStatus::Trialing);
    subscription.trial_end = subscription.current_period_end();
    subscription.started_at = subscription.current_period_start();
    subscription.latest_invoice = None;
    subscription
}

/// A paid subscription whose renewal was moved: the provider shows it in a trial.
fn moved() -> Subscription {
    Subscription {
        started_at: monthly().started_at,
        latest_invoice: monthly().latest_invoice,
        ..trialing()
    }
}

pub(crate) fn with(change: impl FnOnce(&mut Subscription)) -> Subscription {
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

fn with_item(change: impl FnOnce(&mut SubscriptionItem)) -> Subscription {
    with(|s| change(&mut s.items[0]))
}

pub(crate) fn discounted(percent: Option<u8>, amount: Option<Money>) -> Subscription {
    let discount = Discount {
        id: "di_1".to_owned(),
        coupon_id: "EARLY20".to_owned(),
        percent_off: percent.map(|percent| Percent::try_from(percent).unwrap()),
        amount_off: amount,
        ends_at: None,
    };
    with(|s| s.discounts.push(discount))
}

/// A schedule of the brand's own.
pub(crate) fn schedule() -> Schedule {
    Schedule {
        id: "sub_sched_1".to_owned(),
        marker: None,
        next_items: Vec::new(),
        next_starts_at: None,
    }
}

pub(crate) fn seats(quantity: u64) -> Subscription {
    with_item(|item| item.quantity = Some(quantity))
}

pub(crate) fn paying_in(code: &str, minor: i64) -> Subscription {
    with(|s| {
        s.currency = currency(code);
        s.items[0].price = price("price_1", minor, code, IntervalUnit::Month, 1);
        let paid = Money::new(minor, currency(code));
        s.latest_invoice.as_mut().unwrap().refundable = paid;
    })
}

/// Every shape with its name.
pub(crate) fn all() -> Vec<(&'static str, Subscription)> {
    use IntervalUnit::{Day, Month, Week, Year};
    use SubscriptionStatus as S;
    vec![
        ("monthly", monthly()),
        ("yearly", yearly()),
        ("weekly", with_items(vec![item(Week, 1)])),
        ("daily", with_items(vec![item(Day, 1)])),
        ("quarterly", with_items(vec![item(Month, 3)])),
        ("yen", paying_in("jpy", 7_000)),
        ("dinar", paying_in("kwd", 15_000)),
        ("five seats", seats(5)),
        ("two monthly lines", with_items(vec![item(Month, 1), item(Month, 1)])),
        ("monthly and yearly lines", with_items(vec![item(Month, 1), item(Year, 1)])),
        ("no line", with_items(Vec::new())),
        ("metered", with_item(|i| i.price.is_metered = true)),
        ("tiered", with_item(|i| i.price.unit_amount_minor = None)),
        ("no period", with_item(|i| i.current_period_end = None)),
        ("more seats than can be counted", with_item(|i| i.quantity = Some(u64::MAX))),
        ("flexible billing", with(|s| s.billing_mode = BillingMode::Flexible)),
        ("collected by invoice", with(|s| s.is_invoiced = true)),
        ("nothing paid yet", with(|s| s.latest_invoice = None)),
        ("discounted by 20 %", discounted(Some(20), None)),
        ("discounted by an amount", discounted(None, Some(usd(100)))),
        ("trialing", trialing()),
        ("renewal moved", moved()),
        ("ending in a year", with(|s| s.cancel_at = Some(at(NOW + 365 * DAY)))),
        ("past due", with_status(S::PastDue)),
        ("unpaid", with_status(S::Unpaid)),
        ("incomplete", with_status(S::Incomplete)),
        ("paused", with_status(S::Paused)),
        (
            "collection paused",
            with(|s| {
                s.paused_collection = Some(PausedCollection { resumes_at: None });
            }),
        ),
        ("schedule attached", with(|s| s.schedule = Some(schedule()))),
        ("ending with the period", with(|s| s.cancel_at_period_end = true)),
        ("ending on a date", with(|s| s.cancel_at = Some(at(NOW + DAY)))),
        ("a status newer than the program", with_status(S::Other("hibernating".to_owned()))),
        ("incomplete expired", with_status(S::IncompleteExpired)),
        ("canceled", with_status(S::Canceled)),
    ]
}
