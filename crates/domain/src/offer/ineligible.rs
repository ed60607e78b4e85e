//! Why an offer is not shown. Kept as values, read by people.

use std::fmt;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

/// Why an offer is not shown to a customer. The text is for a person at the brand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "because", rename_all = "snake_case")]
pub enum Ineligible {
    /// The chosen reason does not list it.
    NotListed,
    /// The reason lists it for a segment the customer is not in.
    OutsideSegment {
        /// The segment.
        segment: String,
    },
    /// Its own condition does not hold.
    RuleDoesNotHold,
    /// A condition could not be evaluated; it counts as not holding.
    RuleFailed {
        /// The segment, or `when` for the offer's own condition.
        rule: String,
        /// What went wrong.
        message: String,
    },
    /// The customer went on without it in this attempt.
    Declined,
    /// It was taken as often as allowed.
    TakenBefore {
        /// When it was taken last.
        last_at: Timestamp,
        /// How often it may be taken.
        allowed: u32,
        /// Whether the limit counts all subscriptions of the customer.
        by_customer: bool,
    },
    /// One of the kind was taken a short time ago.
    Cooldown {
        /// Kind that was taken.
        kind: String,
        /// When.
        taken_at: Timestamp,
        /// Days that have to pass.
        days: u32,
    },
    /// The customer took as many offers as allowed in all.
    CustomerLimit {
        /// How many may be taken.
        allowed: u32,
    },
    /// It was taken by as many customers as allowed.
    TotalReached {
        /// How many.
        allowed: u64,
    },
    /// The month's budget does not cover it any more.
    BudgetSpent {
        /// Whether it is the budget of all offers, not of this one.
        of_all: bool,
        /// The budget, in minor units.
        budget_minor: i64,
        /// What was spent, in minor units.
        spent_minor: i64,
        /// What this offer would cost at most, in minor units.
        cost_minor: i64,
        /// Their currency.
        currency: String,
    },
    /// The status cannot carry it.
    Status {
        /// Stripe's word for the status.
        status: String,
    },
    /// An end is already set.
    AlreadyEnding,
    /// Collection is already paused.
    AlreadyPaused,
    /// A discount is running and offers do not stack.
    AlreadyDiscounted,
    /// A running discount is worth more, or its worth is not known.
    DiscountWorthMore,
    /// A schedule manages the subscription.
    Scheduled,
    /// A line has no fixed amount, or lines recur at different intervals.
    NoFixedAmount,
    /// The interval does not fit the offer's months.
    IntervalDoesNotFit,
    /// It would not touch any invoice.
    NoEffect,
    /// Months would run while the trial does.
    TrialUsesMonths,
    /// It is only for subscriptions in their trial.
    NotTrialing,
    /// It needs a subscription with exactly one line.
    SeveralItems,
    /// It sets no amount for the subscription's currency.
    NoAmountInCurrency {
        /// The subscription's currency.
        currency: String,
    },
    /// The provider does not have its price, or the price is not active.
    PriceUnknown {
        /// The price's id.
        price: String,
    },
    /// Its price is in another currency.
    PriceInOtherCurrency {
        /// The price's id.
        price: String,
    },
    /// The subscription has its price already.
    SamePrice,
    /// It may not take the place of the subscription's price.
    NotFromThisPrice,
    /// The subscription has no more seats than that.
    TooFewSeats,
    /// There is no paid invoice it can be paid back from.
    NoRefundableInvoice,
    /// The brand pauses the subscription itself, which needs flexible billing.
    NeedsFlexibleBilling,
    /// The provider did not say in time what it would cost; nothing is promised unchecked.
    NoPreview,
    /// The provider refuses it.
    Refused {
        /// The provider's error code.
        code: String,
    },
    /// The customer would pay more than was shown.
    CostsMoreThanShown,
    /// A renewal since it was shown has changed its dates.
    TermsChanged,
}

fn day(at: Timestamp) -> jiff::civil::Date {
    at.to_zoned_datetime(TimeZone::UTC).date()
}

/// The kind in words: `plan change`.
fn words(kind: &str) -> String {
    kind.replace('_', " ")
}

impl fmt::Display for Ineligible {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OutsideSegment { segment } => {
                write!(f, "the customer is not in the segment {segment}")
            }
            Self::RuleFailed { rule, message } => {
                write!(f, "the condition {rule} could not be evaluated: {message}")
            }
            Self::TakenBefore { last_at, allowed, by_customer } => {
                let whose = if *by_customer { "customer" } else { "subscription" };
                write!(f, "taken on {}, allowed {allowed} time(s) per {whose}", day(*last_at))
            }
            Self::Cooldown { kind, taken_at, days } => {
                write!(f, "{} taken on {}, cooldown {days} days", words(kind), day(*taken_at))
            }
            Self::CustomerLimit { allowed } => {
                write!(f, "the customer took {allowed} offer(s), no more are allowed")
            }
            Self::TotalReached { allowed } => write!(f, "all {allowed} redemptions are used"),
            Self::BudgetSpent { of_all, budget_minor, spent_minor, cost_minor, currency } => {
                let whose = if *of_all { "all offers" } else { "this offer" };
                write!(
                    f,
                    "the month's budget of {whose} is {budget_minor} {currency} (minor units); \
                     {spent_minor} are spent and this would cost up to {cost_minor}"
                )
            }
            Self::Status { status } => write!(f, "a subscription that is {status} cannot carry it"),
            Self::NoAmountInCurrency { currency } => {
                write!(f, "it sets no amount in {currency}, the subscription's currency")
            }
            Self::PriceUnknown { price } => {
                write!(f, "the billing provider has no active price {price}")
            }
            Self::PriceInOtherCurrency { price } => {
                write!(f, "the price {price} is in another currency than the subscription")
            }
            Self::Refused { code } => write!(f, "the billing provider refuses it ({code})"),
            other => f.write_str(other.sentence()),
        }
    }
}

impl Ineligible {
    /// The whole sentence of a reason without details.
    fn sentence(&self) -> &'static str {
        match self {
            Self::NotListed => "the chosen reason does not list it",
            Self::RuleDoesNotHold => "its condition does not hold for this customer",
            Self::Declined => "the customer went on without it in this attempt",
            Self::AlreadyEnding => "the subscription is already set to end",
            Self::AlreadyPaused => "collection is already paused",
            Self::AlreadyDiscounted => "a discount is running, and offers do not stack",
            Self::DiscountWorthMore => {
                "a running discount is worth more, or its worth is not known"
            }
            Self::Scheduled => "a schedule manages the subscription",
            Self::NoFixedAmount => "its price is not one fixed amount per interval",
            Self::IntervalDoesNotFit => "its months do not fit the subscription's interval",
            Self::NoEffect => "it would be over before the next invoice",
            Self::TrialUsesMonths => "its months would run during the trial",
            Self::NotTrialing => "the subscription is not in its trial",
            Self::SeveralItems => "it needs a subscription with exactly one line",
            Self::SamePrice => "the subscription has this price already",
            Self::NotFromThisPrice => "it may not take the place of the subscription's price",
            Self::TooFewSeats => "the subscription has no more seats than that",
            Self::NoRefundableInvoice => "there is no paid invoice it can be paid back from",
            Self::NeedsFlexibleBilling => {
                "the brand pauses the subscription itself, which needs flexible billing"
            }
            Self::NoPreview => "the billing provider did not say in time what it would cost",
            Self::CostsMoreThanShown => "the customer would pay more than was shown",
            Self::TermsChanged => "its dates are no longer those that were shown",
            Self::OutsideSegment { .. }
            | Self::RuleFailed { .. }
            | Self::TakenBefore { .. }
            | Self::Cooldown { .. }
            | Self::CustomerLimit { .. }
            | Self::TotalReached { .. }
            | Self::BudgetSpent { .. }
            | Self::Status { .. }
            | Self::NoAmountInCurrency { .. }
            | Self::PriceUnknown { .. }
            | Self::PriceInOtherCurrency { .. }
            | Self::Refused { .. } => "it does not fit",
        }
    }
}
