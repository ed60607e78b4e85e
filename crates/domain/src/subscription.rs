//! Customers and subscriptions as the engine needs them, free of any provider's wire format.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::ids::{BillingActionId, CustomerId, SubscriptionId};
use crate::money::{Currency, Money, Percent};

/// The paying party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Customer {
    /// Provider's id.
    pub id: CustomerId,
    /// E-mail exactly as the provider stores it.
    pub email: Option<String>,
    /// Name, if known.
    pub name: Option<String>,
    /// True in live mode.
    pub livemode: bool,
    /// ISO 3166-1 country of the billing address, if known.
    pub country: Option<String>,
}

/// Status of a subscription, as Stripe names them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SubscriptionStatus {
    /// First payment not made yet.
    Incomplete,
    /// First payment never made; the end of that road.
    IncompleteExpired,
    /// In its trial.
    Trialing,
    /// Running and paid.
    Active,
    /// A renewal is unpaid, retries go on.
    PastDue,
    /// Ended.
    Canceled,
    /// Retries are over, invoices stay open.
    Unpaid,
    /// Paused by the provider's own pause.
    Paused,
    /// A status newer than this program.
    Other(String),
}

/// Unit of a recurring interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IntervalUnit {
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Calendar months.
    Month,
    /// Calendar years.
    Year,
}

/// How often a price recurs: every `count` units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interval {
    /// The unit.
    pub unit: IntervalUnit,
    /// How many units make one interval; 1 or more.
    pub count: u32,
}

/// Amount, currency and interval of a product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Price {
    /// Provider's id.
    pub id: String,
    /// Name of the product for people.
    pub product_name: String,
    /// Amount per unit in minor units; none for tiered and decimal prices.
    pub unit_amount_minor: Option<i64>,
    /// Currency.
    pub currency: Currency,
    /// How often it recurs.
    pub interval: Interval,
    /// True when the amount depends on reported usage.
    pub is_metered: bool,
}

/// One priced line of a subscription.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubscriptionItem {
    /// Provider's id.
    pub id: String,
    /// The price.
    pub price: Price,
    /// Units of the price; none for metered prices.
    pub quantity: Option<u64>,
    /// End of the item's billing period.
    pub current_period_end: Option<Timestamp>,
}

/// A coupon applied to one subscription.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Discount {
    /// Provider's id of the discount.
    pub id: String,
    /// Provider's id of the coupon behind it.
    pub coupon_id: String,
    /// Percentage off, when it is a whole number.
    pub percent_off: Option<Percent>,
    /// When the discount ends; none for once and forever.
    pub ends_at: Option<Timestamp>,
}

/// Collection is stopped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PausedCollection {
    /// When collection resumes; none means not before somebody resumes it.
    pub resumes_at: Option<Timestamp>,
}

/// The provider's recurring agreement, in the shape the engine decides on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subscription {
    /// Provider's id.
    pub id: SubscriptionId,
    /// Whose it is.
    pub customer_id: CustomerId,
    /// Status.
    pub status: SubscriptionStatus,
    /// True in live mode.
    pub livemode: bool,
    /// Currency of all its prices.
    pub currency: Currency,
    /// Its priced lines, in the provider's order.
    pub items: Vec<SubscriptionItem>,
    /// Set to end with the current billing period.
    pub cancel_at_period_end: bool,
    /// A set end date.
    pub cancel_at: Option<Timestamp>,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// End of the trial.
    pub trial_end: Option<Timestamp>,
    /// Present while collection is paused.
    pub paused_collection: Option<PausedCollection>,
    /// Discounts on the subscription itself.
    pub discounts: Vec<Discount>,
    /// True when a schedule manages it.
    pub has_schedule: bool,
    /// True when invoices are sent instead of charged.
    pub is_invoiced: bool,
    /// The engine's last mark on it, from its metadata.
    pub marker: Option<BillingActionId>,
}

impl Subscription {
    /// Whether there is something to cancel: every status but the two ended ones.
    #[must_use]
    pub fn is_cancelable(&self) -> bool {
        !matches!(self.status, SubscriptionStatus::Canceled | SubscriptionStatus::IncompleteExpired)
    }

    /// Whether an end is already set.
    #[must_use]
    pub fn is_ending(&self) -> bool {
        self.is_cancelable() && (self.cancel_at_period_end || self.cancel_at.is_some())
    }

    /// End of the span already paid for: the latest end among its items.
    #[must_use]
    pub fn current_period_end(&self) -> Option<Timestamp> {
        self.items.iter().filter_map(|item| item.current_period_end).max()
    }

    /// When it ends or ended, as far as that is set.
    #[must_use]
    pub fn ends_at(&self) -> Option<Timestamp> {
        self.ended_at
            .or(self.cancel_at)
            .or_else(|| if self.cancel_at_period_end { self.current_period_end() } else { None })
    }

    /// Price of one interval before discounts and tax; none when a line has no fixed amount or
    /// lines recur at different intervals.
    #[must_use]
    pub fn recurring_amount(&self) -> Option<Money> {
        let interval = self.interval()?;
        let mut total: i64 = 0;
        for item in &self.items {
            if item.price.is_metered || item.price.interval != interval {
                return None;
            }
            let quantity = i64::try_from(item.quantity.unwrap_or(1)).ok()?;
            total = total.checked_add(item.price.unit_amount_minor?.checked_mul(quantity)?)?;
        }
        Some(Money::new(total, self.currency))
    }

    /// What one interval costs now, its running discounts taken off; none when a line has no fixed
    /// amount or a discount is not a whole percentage.
    #[must_use]
    pub fn charged_amount(&self) -> Option<Money> {
        self.discounts.iter().try_fold(self.recurring_amount()?, |amount, discount| {
            Some(amount.after_percent_off(discount.percent_off?))
        })
    }

    /// The interval of the first line.
    #[must_use]
    pub fn interval(&self) -> Option<Interval> {
        self.items.first().map(|item| item.price.interval)
    }

    /// Name of the plan for people: the product names, joined.
    #[must_use]
    pub fn plan_name(&self) -> String {
        let mut names: Vec<&str> = Vec::new();
        for item in &self.items {
            if !names.contains(&item.price.product_name.as_str()) {
                names.push(&item.price.product_name);
            }
        }
        names.join(" + ")
    }
}

/// The next invoice as the provider computes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvoicePreview {
    /// Amount that will be charged.
    pub amount_due: Money,
    /// When it will be charged.
    pub due_at: Option<Timestamp>,
}
