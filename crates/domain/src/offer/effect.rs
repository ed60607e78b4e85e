//! What accepting an offer changes: the desired state, and what it costs at most.

use jiff::{Timestamp, ToSpan, tz::TimeZone};

use super::circumstances::Circumstances;
use super::shape::{ALL, moves_renewal, seats_after};
use super::{
    CreditTo, DiscountDuration, ExistingDiscounts, Offer, OfferKind, Proration, Reduction, Timing,
};
use crate::billing_action::{Coupon, CouponReduction, ItemChange, SubscriptionChange};
use crate::brand::PauseMode;
use crate::money::Money;
use crate::playbook::Amounts;
use crate::subscription::Subscription;

/// A discount without end counts as so many months when its worst cost is estimated.
const FOREVER_MONTHS: u32 = 12;

/// The change an accepted offer wants; none for offers that change nothing, and where the shape
/// cannot carry it (`shape::refusals` says why). `months` is the length of a pause.
#[must_use]
pub fn change(
    offer: &Offer,
    months: Option<u32>,
    around: &Circumstances<'_>,
) -> Option<SubscriptionChange> {
    let subscription = around.subscription;
    match &offer.effect {
        OfferKind::Discount { reduction, duration, existing } => {
            Some(SubscriptionChange::Discount {
                coupon: Coupon {
                    reduction: coupon_reduction(reduction, subscription)?,
                    duration: *duration,
                },
                replace: *existing == ExistingDiscounts::Replace,
            })
        }
        OfferKind::Pause { min_months, max_months } => {
            let months = months.filter(|months| (min_months..=max_months).contains(&months))?;
            pause(subscription, months, around)
        }
        OfferKind::FreePeriod { months } if moves_renewal(subscription) => {
            Some(SubscriptionChange::MoveRenewal { to: moved(subscription, *months)? })
        }
        OfferKind::FreePeriod { months } => Some(SubscriptionChange::Discount {
            coupon: Coupon {
                reduction: CouponReduction::Percent(ALL),
                duration: DiscountDuration::Months(*months),
            },
            replace: false,
        }),
        OfferKind::PlanChange { price, timing, proration, .. } => {
            let [item] = subscription.items.as_slice() else { return None };
            let timing = *timing;
            Some(SubscriptionChange::ChangeItem(ItemChange {
                item_id: item.id.clone(),
                price_id: price.clone(),
                quantity: item.quantity,
                timing,
                proration: *proration,
                proration_date: proration_date(timing, *proration, around.now),
            }))
        }
        OfferKind::Seats { target } => {
            let [item] = subscription.items.as_slice() else { return None };
            let seats = seats_after(*target, item.quantity.unwrap_or(1))?;
            Some(SubscriptionChange::ChangeItem(ItemChange {
                item_id: item.id.clone(),
                price_id: item.price.id.clone(),
                quantity: Some(seats),
                timing: Timing::Renewal,
                proration: Proration::None,
                proration_date: None,
            }))
        }
        OfferKind::TrialExtension { days } => {
            let end = subscription.trial_end?.max(around.now);
            let to = end.checked_add((i64::from(*days) * 24).hours()).ok()?;
            Some(SubscriptionChange::MoveRenewal { to })
        }
        OfferKind::Credit { amount, to } => credit(amount, *to, subscription),
        OfferKind::Custom { url, parameters } => Some(SubscriptionChange::Custom {
            offer_id: offer.id.clone(),
            name: offer.name.clone(),
            url: url.clone(),
            parameters: parameters.clone(),
        }),
        OfferKind::TalkToUs { .. } | OfferKind::Content {} => None,
    }
}

/// Unused time is worth less each second: what is shown and what is charged count from one moment.
fn proration_date(timing: Timing, proration: Proration, now: Timestamp) -> Option<Timestamp> {
    match (timing, proration) {
        (Timing::Renewal, _) | (_, Proration::None) => None,
        (Timing::Now, _) => Timestamp::from_second(now.as_second()).ok(),
    }
}

pub(super) fn coupon_reduction(
    reduction: &Reduction,
    subscription: &Subscription,
) -> Option<CouponReduction> {
    Some(match reduction {
        Reduction::Percent(percent) => CouponReduction::Percent(*percent),
        Reduction::Amount(amounts) => CouponReduction::Amount(amounts.get(subscription.currency)?),
    })
}

fn pause(
    subscription: &Subscription,
    months: u32,
    around: &Circumstances<'_>,
) -> Option<SubscriptionChange> {
    if moves_renewal(subscription) {
        return Some(SubscriptionChange::MoveRenewal { to: moved(subscription, months)? });
    }
    let resumes_at = resume_date(subscription, months, around.now)?;
    Some(match around.pause_mode {
        PauseMode::Collection => SubscriptionChange::Pause { resumes_at },
        PauseMode::Subscription => SubscriptionChange::PauseSubscription {
            // The paid time that is left comes back with the resumption, so it counts from now.
            resumes_at: months_after(around.now, months)?,
        },
    })
}

fn credit(
    amount: &Amounts,
    to: CreditTo,
    subscription: &Subscription,
) -> Option<SubscriptionChange> {
    let amount = amount.get(subscription.currency)?;
    Some(match to {
        CreditTo::Balance => SubscriptionChange::Credit { amount },
        CreditTo::LastInvoice { .. } => SubscriptionChange::Refund {
            amount,
            invoice_id: subscription.latest_invoice.as_ref()?.id.clone(),
        },
    })
}

/// When a pause of `months` ends: that many months after the end of the paid period, so the
/// customer skips exactly the payments of those months.
///
/// One second is taken off: collection must run again when the renewal at that instant comes.
#[must_use]
pub fn resume_date(subscription: &Subscription, months: u32, now: Timestamp) -> Option<Timestamp> {
    let from = subscription.current_period_end().unwrap_or(now).max(now);
    months_after(from, months)?.checked_sub(1.second()).ok()
}

/// The renewal, moved by `months`.
fn moved(subscription: &Subscription, months: u32) -> Option<Timestamp> {
    months_after(subscription.current_period_end()?, months)
}

/// The same day of a later month (UTC), its last day where the month is shorter.
#[must_use]
pub fn months_after(from: Timestamp, months: u32) -> Option<Timestamp> {
    let zoned =
        from.to_zoned_datetime(TimeZone::UTC).checked_add(i64::from(months).months()).ok()?;
    Some(zoned.timestamp())
}

/// What an offer costs the brand at most, for budgets: money that would have been charged and
/// will not be, or is given. Zero for what is only put off or earned with another price; none
/// when it cannot be known.
#[must_use]
pub fn worst_cost(offer: &Offer, subscription: &Subscription) -> Option<Money> {
    let price = subscription.recurring_amount();
    let nothing = Money::new(0, subscription.currency);
    match &offer.effect {
        OfferKind::Discount { reduction, duration, .. } => {
            let price = price?;
            let left = match reduction {
                Reduction::Percent(percent) => price.after_percent_off(*percent),
                Reduction::Amount(amounts) => {
                    price.after_amount_off(amounts.get(subscription.currency)?)?
                }
            };
            let off = Money::new(price.minor - left.minor, price.currency);
            match duration {
                DiscountDuration::Once => Some(off),
                DiscountDuration::Months(months) => over_months(off, *months, subscription),
                DiscountDuration::Forever => over_months(off, FOREVER_MONTHS, subscription),
            }
        }
        OfferKind::FreePeriod { months } => over_months(price?, *months, subscription),
        OfferKind::Credit { amount, .. } => amount.get(subscription.currency),
        OfferKind::Pause { .. }
        | OfferKind::PlanChange { .. }
        | OfferKind::Seats { .. }
        | OfferKind::TrialExtension { .. }
        | OfferKind::TalkToUs { .. }
        | OfferKind::Content {}
        | OfferKind::Custom { .. } => Some(nothing),
    }
}

/// What `per_interval` comes to in so many months, at least one interval's worth rounded up.
fn over_months(per_interval: Money, months: u32, subscription: &Subscription) -> Option<Money> {
    let per_month = per_interval.per_month(subscription.interval()?)?;
    let minor = per_month.minor.checked_add(1)?.checked_mul(i64::from(months))?;
    Some(Money::new(minor, per_interval.currency))
}
