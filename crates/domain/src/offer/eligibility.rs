//! Whether an offer may be shown to this customer now, and the reason when not.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Offer, OfferKind};
use crate::ids::OfferId;
use crate::subscription::{IntervalUnit, Subscription, SubscriptionStatus};

/// Why an offer is not shown. The text is for a person at the brand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ineligible {
    /// This offer was accepted before for this subscription.
    AlreadyAccepted,
    /// The status cannot carry an offer.
    Status,
    /// An end is already set.
    AlreadyEnding,
    /// Collection is already paused.
    AlreadyPaused,
    /// A discount is running and offers do not stack.
    AlreadyDiscounted,
    /// A schedule manages the subscription.
    Scheduled,
    /// A line has no fixed amount, or lines recur at different intervals.
    NoFixedAmount,
    /// Months of discount or pause only fit a subscription that recurs every month.
    NotMonthly,
}

impl fmt::Display for Ineligible {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::AlreadyAccepted => "this subscription took this offer before",
            Self::Status => "only an active subscription can carry an offer",
            Self::AlreadyEnding => "the subscription is already set to end",
            Self::AlreadyPaused => "collection is already paused",
            Self::AlreadyDiscounted => "a discount is running, and offers do not stack",
            Self::Scheduled => "a schedule manages the subscription",
            Self::NoFixedAmount => "its price is not one fixed amount per interval",
            Self::NotMonthly => "the offer counts months, and the subscription is not monthly",
        })
    }
}

/// Decides whether `offer` may be shown for `subscription`.
///
/// `accepted` lists the offers this subscription took before. The same check runs before
/// showing and again before writing.
///
/// # Errors
/// The first reason why not.
pub fn check(
    offer: &Offer,
    subscription: &Subscription,
    accepted: &[OfferId],
) -> Result<(), Ineligible> {
    if accepted.contains(&offer.id) {
        return Err(Ineligible::AlreadyAccepted);
    }
    if subscription.is_ending() {
        return Err(Ineligible::AlreadyEnding);
    }
    if !offer.kind.changes_subscription() {
        return Ok(());
    }
    check_shape(subscription)?;
    match offer.kind {
        OfferKind::Discount { .. } if !subscription.discounts.is_empty() => {
            Err(Ineligible::AlreadyDiscounted)
        }
        _ => Ok(()),
    }
}

fn check_shape(subscription: &Subscription) -> Result<(), Ineligible> {
    if subscription.status != SubscriptionStatus::Active {
        return Err(Ineligible::Status);
    }
    if subscription.paused_collection.is_some() {
        return Err(Ineligible::AlreadyPaused);
    }
    if subscription.has_schedule {
        return Err(Ineligible::Scheduled);
    }
    if subscription.recurring_amount().is_none() || subscription.current_period_end().is_none() {
        return Err(Ineligible::NoFixedAmount);
    }
    match subscription.interval() {
        Some(interval) if interval.unit == IntervalUnit::Month && interval.count == 1 => Ok(()),
        _ => Err(Ineligible::NotMonthly),
    }
}
