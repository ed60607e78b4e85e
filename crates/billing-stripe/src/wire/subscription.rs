//! Subscriptions, their items and prices.

use std::collections::HashMap;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::open_enum::open_enum;
use super::{
    Discount, Expandable, Identified, Invoice, Listed, Page, Product, Schedule, null_as_default,
};

open_enum! {
    /// Status of a subscription.
    Status {
        Incomplete = "incomplete",
        IncompleteExpired = "incomplete_expired",
        Trialing = "trialing",
        Active = "active",
        PastDue = "past_due",
        Canceled = "canceled",
        Unpaid = "unpaid",
        Paused = "paused",
    }
}

open_enum! {
    /// Unit of a recurring interval.
    IntervalUnit { Day = "day", Week = "week", Month = "month", Year = "year" }
}

open_enum! {
    /// Whether usage is reported.
    UsageType { Licensed = "licensed", Metered = "metered" }
}

open_enum! {
    /// How invoices are collected.
    CollectionMethod {
        ChargeAutomatically = "charge_automatically",
        SendInvoice = "send_invoice",
    }
}

open_enum! {
    /// How changes are billed.
    BillingModeType { Classic = "classic", Flexible = "flexible" }
}

/// A subscription.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Subscription {
    pub(crate) id: String,
    pub(crate) customer: Option<Expandable<Identified>>,
    #[serde(deserialize_with = "null_as_default")]
    pub(crate) status: Status,
    #[serde(deserialize_with = "null_as_default")]
    pub(crate) livemode: bool,
    pub(crate) currency: String,
    #[serde(deserialize_with = "null_as_default")]
    pub(crate) items: Page<SubscriptionItem>,
    #[serde(deserialize_with = "null_as_default")]
    pub(crate) cancel_at_period_end: bool,
    pub(crate) cancel_at: Option<i64>,
    pub(crate) ended_at: Option<i64>,
    pub(crate) trial_end: Option<i64>,
    pub(crate) pause_collection: Option<PauseCollection>,
    #[serde(deserialize_with = "null_as_default")]
    pub(crate) discounts: Vec<Expandable<Discount>>,
    /// Versions before 2025-03-31.basil have one discount, here.
    pub(crate) discount: Option<Discount>,
    pub(crate) schedule: Option<Expandable<Schedule>>,
    pub(crate) billing_mode: Option<BillingMode>,
    pub(crate) start_date: Option<i64>,
    pub(crate) latest_invoice: Option<Expandable<Invoice>>,
    #[serde(deserialize_with = "null_as_default")]
    pub(crate) collection_method: CollectionMethod,
    #[serde(deserialize_with = "null_as_default")]
    pub(crate) metadata: HashMap<String, String>,
    /// Versions before 2025-03-31.basil have the period here instead of on the items.
    pub(crate) current_period_start: Option<i64>,
    pub(crate) current_period_end: Option<i64>,
}

impl Listed for Subscription {
    fn id(&self) -> &str {
        &self.id
    }
}

/// Present while collection is paused.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct PauseCollection {
    pub(crate) resumes_at: Option<i64>,
}

/// Present since 2025-06-30.basil.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct BillingMode {
    #[serde(rename = "type", deserialize_with = "null_as_default")]
    pub(crate) kind: BillingModeType,
}

/// One priced line.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct SubscriptionItem {
    pub(crate) id: String,
    pub(crate) price: Price,
    pub(crate) quantity: Option<u64>,
    pub(crate) current_period_start: Option<i64>,
    pub(crate) current_period_end: Option<i64>,
}

impl Listed for SubscriptionItem {
    fn id(&self) -> &str {
        &self.id
    }
}

/// A price.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Price {
    pub(crate) id: String,
    /// False once it cannot be sold any more.
    #[serde(deserialize_with = "null_as_default")]
    pub(crate) active: bool,
    pub(crate) currency: String,
    pub(crate) nickname: Option<String>,
    pub(crate) product: Option<Expandable<Product>>,
    pub(crate) recurring: Option<Recurring>,
    /// None for tiered prices and for amounts with a fraction of a minor unit.
    pub(crate) unit_amount: Option<i64>,
    /// Present when units are bundled, so that the amount is not per unit.
    pub(crate) transform_quantity: Option<IgnoredAny>,
}

/// How a price recurs.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Recurring {
    #[serde(deserialize_with = "null_as_default")]
    pub(crate) interval: IntervalUnit,
    pub(crate) interval_count: Option<u32>,
    #[serde(deserialize_with = "null_as_default")]
    pub(crate) usage_type: UsageType,
}
