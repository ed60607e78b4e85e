//! Which subscription can carry which kind of offer safely.
//!
//! The same rules hold before showing and before writing. What cannot be done safely, or whose
//! price cannot be promised, is not offered; canceling works for every shape.

use jiff::{ToSpan, tz::TimeZone};

use super::circumstances::Circumstances;
use super::ineligible::Ineligible;
use super::{
    CreditTo, DiscountDuration, ExistingDiscounts, Offer, OfferKind, Reduction, SeatTarget, Timing,
};
use crate::billing_action::Coupon;
use crate::brand::PauseMode;
use crate::money::Percent;
use crate::subscription::{BillingMode, Interval, IntervalUnit, Subscription, SubscriptionStatus};

/// A whole reduction.
pub(super) const ALL: Percent = Percent::const_new::<100>();

/// Every reason why the subscription's shape cannot carry the offer; `stacking` says whether a
/// discount may be given beside one that runs.
#[must_use]
pub fn refusals(offer: &Offer, around: &Circumstances<'_>, stacking: bool) -> Vec<Ineligible> {
    let subscription = around.subscription;
    let mut found = Vec::new();
    if subscription.is_ending() || !subscription.is_cancelable() {
        found.push(Ineligible::AlreadyEnding);
    }
    if !offer.effect.has_effect() {
        return found;
    }
    check_status(&offer.effect, subscription, &mut found);
    if subscription.paused_collection.is_some() {
        found.push(Ineligible::AlreadyPaused);
    }
    if changes_subscription(&offer.effect) {
        if subscription.schedule.is_some() {
            found.push(Ineligible::Scheduled);
        }
        if subscription.recurring_amount().is_none() || subscription.current_period_end().is_none()
        {
            found.push(Ineligible::NoFixedAmount);
            return found;
        }
    }
    check_kind(&offer.effect, around, stacking, &mut found);
    found
}

/// Whether carrying it out writes to the subscription itself.
fn changes_subscription(kind: &OfferKind) -> bool {
    !matches!(
        kind,
        OfferKind::Credit { .. }
            | OfferKind::Custom { .. }
            | OfferKind::TalkToUs { .. }
            | OfferKind::Content {}
    )
}

fn check_status(kind: &OfferKind, subscription: &Subscription, found: &mut Vec<Ineligible>) {
    let is_active = subscription.status == SubscriptionStatus::Active;
    let is_trialing = subscription.status == SubscriptionStatus::Trialing;
    let is_first_trial = subscription.is_first_trial();
    let fits = match kind {
        OfferKind::TrialExtension { .. } => {
            if is_active || (is_trialing && !is_first_trial) {
                found.push(Ineligible::NotTrialing);
                return;
            }
            is_first_trial
        }
        OfferKind::Pause { .. }
        | OfferKind::FreePeriod { .. }
        | OfferKind::Seats { .. }
        | OfferKind::PlanChange { timing: Timing::Renewal, .. } => is_active,
        OfferKind::PlanChange { timing: Timing::Now, .. } => is_active || is_first_trial,
        _ => is_active || is_trialing,
    };
    if !fits {
        found.push(Ineligible::Status { status: subscription.status.as_str().to_owned() });
    }
}

fn check_kind(
    kind: &OfferKind,
    around: &Circumstances<'_>,
    stacking: bool,
    found: &mut Vec<Ineligible>,
) {
    let subscription = around.subscription;
    match kind {
        OfferKind::Discount { reduction, duration, existing } => {
            check_reduction(reduction, around, found);
            check_duration(*duration, around, found);
            check_existing(reduction, *existing, subscription, stacking, found);
            let replaces = *existing == ExistingDiscounts::Replace;
            if replaces
                && !outlasts(*duration, around)
                && !found.contains(&Ineligible::DiscountWorthMore)
            {
                found.push(Ineligible::DiscountWorthMore);
            }
            check_same_coupon(reduction, *duration, subscription, found);
        }
        OfferKind::FreePeriod { months } => {
            if !moves_renewal(subscription) {
                check_duration(DiscountDuration::Months(*months), around, found);
                let all = Reduction::Percent(ALL);
                check_existing(&all, ExistingDiscounts::Keep, subscription, stacking, found);
                let duration = DiscountDuration::Months(*months);
                check_same_coupon(&all, duration, subscription, found);
            }
        }
        OfferKind::Pause { .. } => {
            let is_flexible = subscription.billing_mode == BillingMode::Flexible;
            let pauses_itself = around.pause_mode == PauseMode::Subscription;
            if pauses_itself && !moves_renewal(subscription) && !is_flexible {
                found.push(Ineligible::NeedsFlexibleBilling);
            }
        }
        OfferKind::PlanChange { price, from, .. } => {
            check_price(price, from, around, found);
        }
        OfferKind::Seats { target } => check_seats(*target, subscription, found),
        OfferKind::Credit { amount, to } => {
            let Some(amount) = amount.get(subscription.currency) else {
                found.push(no_amount(subscription));
                return;
            };
            check_credit(amount.minor, *to, around, found);
        }
        OfferKind::TrialExtension { .. }
        | OfferKind::TalkToUs { .. }
        | OfferKind::Content {}
        | OfferKind::Custom { .. } => {}
    }
}

fn no_amount(subscription: &Subscription) -> Ineligible {
    Ineligible::NoAmountInCurrency { currency: subscription.currency.to_string() }
}

fn check_reduction(reduction: &Reduction, around: &Circumstances<'_>, found: &mut Vec<Ineligible>) {
    if let Reduction::Amount(amounts) = reduction
        && amounts.get(around.subscription.currency).is_none()
    {
        found.push(no_amount(around.subscription));
    }
}

/// Months count from acceptance: they must cover the invoices they seem to cover.
fn check_duration(
    duration: DiscountDuration,
    around: &Circumstances<'_>,
    found: &mut Vec<Ineligible>,
) {
    let DiscountDuration::Months(months) = duration else { return };
    let subscription = around.subscription;
    if subscription.status == SubscriptionStatus::Trialing {
        found.push(Ineligible::TrialUsesMonths);
        return;
    }
    let fits = match subscription.interval() {
        Some(Interval { unit: IntervalUnit::Day | IntervalUnit::Week, .. }) => true,
        Some(Interval { unit: IntervalUnit::Month, count }) => months % count == 0,
        _ => false,
    };
    if !fits {
        found.push(Ineligible::IntervalDoesNotFit);
        return;
    }
    let ends = around.now.to_zoned_datetime(TimeZone::UTC).checked_add(i64::from(months).months());
    let renews = subscription.current_period_end();
    if ends.is_ok_and(|ends| renews.is_some_and(|at| at >= ends.timestamp())) {
        found.push(Ineligible::NoEffect);
    }
}

fn check_existing(
    reduction: &Reduction,
    existing: ExistingDiscounts,
    subscription: &Subscription,
    stacking: bool,
    found: &mut Vec<Ineligible>,
) {
    if subscription.discounts.is_empty() {
        return;
    }
    match (existing, reduction) {
        (ExistingDiscounts::Keep, _) if stacking => {}
        (ExistingDiscounts::Keep, _) => found.push(Ineligible::AlreadyDiscounted),
        (ExistingDiscounts::Replace, Reduction::Percent(percent)) => {
            // Several percentages together take off less than their sum.
            let running: Option<u32> = subscription
                .discounts
                .iter()
                .map(|d| d.percent_off.map(|p| u32::from(p.value())))
                .sum();
            if running.is_none_or(|running| running > u32::from(percent.value())) {
                found.push(Ineligible::DiscountWorthMore);
            }
        }
        (ExistingDiscounts::Replace, Reduction::Amount(_)) => {
            found.push(Ineligible::DiscountWorthMore);
        }
    }
}

/// Whether a new discount of that duration lasts at least as long as every one that runs. One
/// without an end date is taken for one without end.
fn outlasts(duration: DiscountDuration, around: &Circumstances<'_>) -> bool {
    let ends = match duration {
        DiscountDuration::Forever => return true,
        DiscountDuration::Once => around.subscription.current_period_end(),
        DiscountDuration::Months(months) => super::effect::months_after(around.now, months),
    };
    let mut running = around.subscription.discounts.iter();
    running.all(|discount| {
        discount.ends_at.is_some_and(|running| ends.is_some_and(|ends| running <= ends))
    })
}

/// A coupon that runs already cannot be given again: nothing would change, whatever a card says.
fn check_same_coupon(
    reduction: &Reduction,
    duration: DiscountDuration,
    subscription: &Subscription,
    found: &mut Vec<Ineligible>,
) {
    let Some(reduction) = super::effect::coupon_reduction(reduction, subscription) else { return };
    let id = Coupon { reduction, duration }.id();
    let runs = subscription.discounts.iter().any(|discount| discount.coupon_id == id);
    if runs && !found.contains(&Ineligible::AlreadyDiscounted) {
        found.push(Ineligible::AlreadyDiscounted);
    }
}

fn check_price(
    price: &str,
    from: &[String],
    around: &Circumstances<'_>,
    found: &mut Vec<Ineligible>,
) {
    let [item] = around.subscription.items.as_slice() else {
        found.push(Ineligible::SeveralItems);
        return;
    };
    if item.price.id == price {
        found.push(Ineligible::SamePrice);
    }
    if !from.is_empty() && !from.contains(&item.price.id) {
        found.push(Ineligible::NotFromThisPrice);
    }
    match around.prices.get(price) {
        None => found.push(Ineligible::PriceUnknown { price: price.to_owned() }),
        Some(target) if target.currency != around.subscription.currency => {
            found.push(Ineligible::PriceInOtherCurrency { price: price.to_owned() });
        }
        Some(target) if target.is_metered || target.unit_amount_minor.is_none() => {
            found.push(Ineligible::NoFixedAmount);
        }
        Some(_) => {}
    }
}

fn check_seats(target: SeatTarget, subscription: &Subscription, found: &mut Vec<Ineligible>) {
    let [item] = subscription.items.as_slice() else {
        found.push(Ineligible::SeveralItems);
        return;
    };
    if seats_after(target, item.quantity.unwrap_or(1)).is_none() {
        found.push(Ineligible::TooFewSeats);
    }
}

/// The number of seats after the change; none when it would not be lower or not be one at least.
#[must_use]
pub fn seats_after(target: SeatTarget, now: u64) -> Option<u64> {
    let after = match target {
        SeatTarget::ReduceBy(less) => now.checked_sub(less)?,
        SeatTarget::ReduceTo(seats) => seats,
    };
    (1..now).contains(&after).then_some(after)
}

fn check_credit(minor: i64, to: CreditTo, around: &Circumstances<'_>, found: &mut Vec<Ineligible>) {
    let CreditTo::LastInvoice { within_days } = to else { return };
    let earliest = around.now.checked_sub((i64::from(within_days) * 24).hours());
    let is_refundable = around.subscription.latest_invoice.as_ref().is_some_and(|invoice| {
        invoice.refundable.minor >= minor
            && invoice.refundable.currency == around.subscription.currency
            && earliest.is_ok_and(|earliest| invoice.paid_at >= earliest)
    });
    if !is_refundable {
        found.push(Ineligible::NoRefundableInvoice);
    }
}

/// Whether months without payment are given by moving the renewal: for intervals longer than a
/// month, where leaving one invoice out would give more than was said.
#[must_use]
pub fn moves_renewal(subscription: &Subscription) -> bool {
    match subscription.interval() {
        Some(Interval { unit: IntervalUnit::Year, .. }) => true,
        Some(Interval { unit: IntervalUnit::Month, count }) => count > 1,
        Some(Interval { unit: IntervalUnit::Week, count }) => count > 4,
        Some(Interval { unit: IntervalUnit::Day, count }) => count > 31,
        None => false,
    }
}
