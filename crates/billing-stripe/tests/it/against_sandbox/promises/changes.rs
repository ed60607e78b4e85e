//! Changes, as far as a shape can carry them.

use domain::Timestamp;
use domain::billing_action::{CancelWhen, Coupon, SubscriptionChange};
use domain::money::{Currency, Money};
use domain::offer::{DiscountDuration, Proration, Timing, effect};
use domain::subscription::{BillingMode, Subscription, SubscriptionStatus};

use super::shapes::Shape;
use crate::support::at;
use crate::support::changes::{
    CANCEL, SILENT, amount_off, cancel_now, discount_of, item_change, percent_off,
};
use crate::support::sandbox::World;

const DAY: i64 = 86_400;

/// A change to be made for a shape.
#[derive(Debug, Clone, Copy)]
pub(super) struct Case {
    pub(super) name: &'static str,
    kind: Kind,
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    Cancel,
    CancelAt {
        days: i64,
    },
    CancelNow {
        credit_unused: bool,
    },
    Months(u32),
    Once {
        replace: bool,
    },
    Forever,
    AmountOff,
    Replace,
    Pause {
        months: u32,
    },
    PauseSubscription {
        months: u32,
    },
    MoveRenewal {
        months: u32,
    },
    /// Another price of the same interval: so many hundredths of the present one.
    Price {
        percent: i64,
        timing: Timing,
        proration: Proration,
    },
    Seats {
        seats: u64,
        timing: Timing,
        proration: Proration,
    },
    Interval {
        timing: Timing,
        proration: Proration,
    },
    Credit {
        percent: i64,
    },
    Refund,
}

pub(super) fn all_cases() -> Vec<Case> {
    let mut cases = vec![
        ("cancel", Kind::Cancel),
        ("cancel in 3 days", Kind::CancelAt { days: 3 }),
        ("cancel in 800 days", Kind::CancelAt { days: 800 }),
        ("cancel now", Kind::CancelNow { credit_unused: false }),
        ("cancel now with credit", Kind::CancelNow { credit_unused: true }),
        ("25% for 3 months", Kind::Months(3)),
        ("100% for a month", Kind::Months(1)),
        ("once", Kind::Once { replace: false }),
        ("once in place of others", Kind::Once { replace: true }),
        ("for ever", Kind::Forever),
        ("an amount", Kind::AmountOff),
        ("in place of others", Kind::Replace),
        ("pause 1", Kind::Pause { months: 1 }),
        ("pause 3", Kind::Pause { months: 3 }),
        ("pause itself", Kind::PauseSubscription { months: 2 }),
        ("move renewal", Kind::MoveRenewal { months: 2 }),
        ("a credit", Kind::Credit { percent: 30 }),
        ("a large credit", Kind::Credit { percent: 250 }),
        ("a refund", Kind::Refund),
    ];
    for (name, proration) in [
        ("no proration", Proration::None),
        ("proration later", Proration::NextInvoice),
        ("proration now", Proration::Immediately),
    ] {
        let timing = Timing::Now;
        cases.push((name, Kind::Price { percent: 60, timing, proration }));
        cases.push((name, Kind::Price { percent: 170, timing, proration }));
        cases.push((name, Kind::Seats { seats: 5, timing, proration }));
        cases.push((name, Kind::Interval { timing, proration }));
    }
    let (timing, proration) = (Timing::Renewal, Proration::None);
    cases.push(("a price at renewal", Kind::Price { percent: 60, timing, proration }));
    cases.push(("seats at renewal", Kind::Seats { seats: 1, timing, proration }));
    cases.push(("an interval at renewal", Kind::Interval { timing, proration }));
    cases.into_iter().map(|(name, kind)| Case { name, kind }).collect()
}

impl Case {
    /// The change; none where the shape cannot carry it.
    pub(super) async fn change(
        &self,
        world: &World,
        shape: &Shape,
        before: &Subscription,
    ) -> Option<SubscriptionChange> {
        let is_active = before.status == SubscriptionStatus::Active;
        let now = at(world.sandbox.now());
        let share = |percent: i64| shape.unit * percent / 100;
        Some(match self.kind {
            Kind::Cancel => CANCEL,
            Kind::CancelAt { days } => {
                let at = at(world.sandbox.now() + days * DAY);
                SubscriptionChange::Cancel { when: CancelWhen::At { at }, said: SILENT }
            }
            Kind::CancelNow { credit_unused } => cancel_now(credit_unused),
            Kind::Months(1) => discount_of(100, 1),
            Kind::Months(months) => discount_of(25, months),
            Kind::Once { replace } => discount(percent_off(35, DiscountDuration::Once), replace),
            Kind::Forever => discount(percent_off(15, DiscountDuration::Forever), false),
            Kind::Replace => discount(percent_off(33, DiscountDuration::Months(3)), true),
            Kind::AmountOff => {
                discount(amount_off(money(shape, share(11)), DiscountDuration::Months(2)), false)
            }
            Kind::Pause { months } => {
                SubscriptionChange::Pause { resumes_at: effect::resume_date(before, months, now)? }
            }
            Kind::PauseSubscription { months } => {
                if !is_active || before.is_invoiced || before.billing_mode == BillingMode::Classic {
                    return None;
                }
                let resumes_at = effect::months_after(now, months)?;
                SubscriptionChange::PauseSubscription { resumes_at }
            }
            Kind::MoveRenewal { months } => {
                let to: Timestamp = effect::months_after(before.current_period_end()?, months)?;
                SubscriptionChange::MoveRenewal { to }
            }
            Kind::Price { percent, timing, proration } => {
                let price = shape.price(world, share(percent)).await;
                item_change(before, &price, before.items[0].quantity, timing, proration)
            }
            Kind::Seats { seats, timing, proration } => {
                item_change(before, &before.items[0].price.id, Some(seats), timing, proration)
            }
            Kind::Interval { timing, proration } => {
                // The lines of a subscription recur together.
                if before.items.len() > 1 {
                    return None;
                }
                let (interval, percent) =
                    if shape.interval == "year" { ("month", 10) } else { ("year", 900) };
                let price = world.price_of("Other", share(percent), shape.currency, interval).await;
                item_change(before, &price, before.items[0].quantity, timing, proration)
            }
            Kind::Credit { percent } => {
                SubscriptionChange::Credit { amount: money(shape, share(percent)) }
            }
            Kind::Refund => {
                let invoice = before.latest_invoice.as_ref()?;
                let amount = money(shape, share(30));
                if invoice.refundable.minor < amount.minor {
                    return None;
                }
                SubscriptionChange::Refund { amount, invoice_id: invoice.id.clone() }
            }
        })
    }
}

fn discount(coupon: Coupon, replace: bool) -> SubscriptionChange {
    SubscriptionChange::Discount { coupon, replace }
}

fn money(shape: &Shape, minor: i64) -> Money {
    Money::new(minor, Currency::parse(shape.currency).unwrap())
}
