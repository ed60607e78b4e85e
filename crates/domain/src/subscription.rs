//! Customers and subscriptions as the engine needs them, free of any provider's wire format.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::ids::{BillingActionId, CustomerId, SubscriptionId};
use crate::money::{Currency, Money, Percent};

/// How far the first period may begin from the subscription itself, in seconds.
const FIRST_PERIOD_SLACK_SECONDS: i64 = 60;

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
    /// State or province of the billing address as the provider stores it, if known.
    #[serde(default)]
    pub state: Option<String>,
    /// What they paid so far, by currency; none when it could not be read.
    #[serde(default)]
    pub paid_so_far: Option<Vec<Money>>,
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

impl SubscriptionStatus {
    /// Stripe's word.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Incomplete => "incomplete",
            Self::IncompleteExpired => "incomplete_expired",
            Self::Trialing => "trialing",
            Self::Active => "active",
            Self::PastDue => "past_due",
            Self::Canceled => "canceled",
            Self::Unpaid => "unpaid",
            Self::Paused => "paused",
            Self::Other(word) => word,
        }
    }
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

impl IntervalUnit {
    /// Stripe's word.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
        }
    }
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
    /// Provider's id of the product; empty when it could not be read.
    #[serde(default)]
    pub product_id: String,
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
    /// Start of the item's billing period.
    #[serde(default)]
    pub current_period_start: Option<Timestamp>,
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
    /// Amount off, when it is a fixed amount.
    #[serde(default)]
    pub amount_off: Option<Money>,
    /// When the discount ends; none for once and forever.
    pub ends_at: Option<Timestamp>,
}

/// Collection is stopped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PausedCollection {
    /// When collection resumes; none means not before somebody resumes it.
    pub resumes_at: Option<Timestamp>,
}

/// How the provider bills changes; the newer mode is needed for its own pause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BillingMode {
    /// The older mode.
    #[default]
    Classic,
    /// The newer mode.
    Flexible,
}

impl BillingMode {
    /// Stripe's word.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Classic => "classic",
            Self::Flexible => "flexible",
        }
    }
}

/// A line as a schedule will have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedItem {
    /// Provider's id of the price.
    pub price_id: String,
    /// Units of it.
    pub quantity: Option<u64>,
}

/// A subscription schedule that manages a subscription.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// Provider's id.
    pub id: String,
    /// The engine's mark on it, from its metadata: the action that made it.
    pub marker: Option<BillingActionId>,
    /// Lines from the next phase on; empty when there is no further phase or it was not read.
    pub next_items: Vec<PlannedItem>,
    /// When the next phase begins.
    pub next_starts_at: Option<Timestamp>,
}

/// The newest invoice, once it is paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaidInvoice {
    /// Provider's id.
    pub id: String,
    /// What was paid and not given back since.
    pub refundable: Money,
    /// When it was paid.
    pub paid_at: Timestamp,
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
    /// The schedule that manages it.
    #[serde(default)]
    pub schedule: Option<Schedule>,
    /// How the provider bills changes.
    #[serde(default)]
    pub billing_mode: BillingMode,
    /// When it began.
    #[serde(default)]
    pub started_at: Option<Timestamp>,
    /// The newest invoice, if it is paid.
    #[serde(default)]
    pub latest_invoice: Option<PaidInvoice>,
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

    /// Whether an end is set that comes no later than the end of the billing period: then there
    /// is nothing left to cancel. A later end can still be brought forward.
    #[must_use]
    pub fn ends_with_period(&self) -> bool {
        let comes_in_time = || {
            let (ends, period_end) = (self.ends_at(), self.current_period_end());
            ends.is_some_and(|ends| period_end.is_none_or(|period_end| ends <= period_end))
        };
        self.is_ending() && (self.cancel_at_period_end || comes_in_time())
    }

    /// Whether it is in the trial it began with. A renewal that was moved also shows as a trial at
    /// the provider, although the time is paid for; its period then does not begin with the
    /// subscription.
    #[must_use]
    pub fn is_first_trial(&self) -> bool {
        let began_with = |start: Timestamp, period: Timestamp| {
            (period.as_second() - start.as_second()).abs() <= FIRST_PERIOD_SLACK_SECONDS
        };
        self.status == SubscriptionStatus::Trialing
            && match (self.started_at, self.current_period_start()) {
                (Some(start), Some(period)) => began_with(start, period),
                _ => true,
            }
    }

    /// Start of the billing period: the latest start among its items.
    #[must_use]
    pub fn current_period_start(&self) -> Option<Timestamp> {
        self.items.iter().filter_map(|item| item.current_period_start).max()
    }

    /// Price of one interval brought to a month, before discounts and tax, rounded down: its MRR.
    #[must_use]
    pub fn mrr(&self) -> Option<Money> {
        self.recurring_amount()?.per_month(self.interval()?)
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
            match (discount.percent_off, discount.amount_off) {
                (Some(percent), _) => Some(amount.after_percent_off(percent)),
                (None, Some(off)) => amount.after_amount_off(off),
                (None, None) => None,
            }
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
    /// Amount that will be charged, tax included, after credits of the balance.
    pub amount_due: Money,
    /// When it will be charged.
    pub due_at: Option<Timestamp>,
}
