//! What is known about one customer and one subscription when rules are evaluated.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::session::Attributes;

/// Plain facts, built once per evaluation; the serialized form is stored as evidence and is the
/// input of previews. Every field is a fact of [`FACTS`](super::FACTS) under the same name, except
/// the two maps: `days_since_accepted_by_kind` is read as `days_since.<kind>`, `attributes` as
/// `attributes.<name>`.
///
/// Money is in minor units of `currency`. An absent fact is `None`: a rule that needs it fails,
/// and a rule can ask `has(fact)` first.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// Names of the products of all items, joined by ` + `.
    pub plan: String,
    /// Provider's id of the first item's product.
    pub product_id: String,
    /// Provider's id of the first item's price.
    pub price_id: String,
    /// Unit of the billing interval: `day`, `week`, `month` or `year`.
    pub interval: String,
    /// How many units make one billing interval; 1 or more.
    pub interval_count: i64,
    /// Price of one interval before discounts, in minor units; absent for metered prices.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount_minor: Option<i64>,
    /// Currency of the subscription, ISO 4217 in lower case as Stripe writes it.
    pub currency: String,
    /// Monthly recurring revenue in minor units; absent for metered prices.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mrr_minor: Option<i64>,
    /// Units of the first item.
    pub quantity: i64,
    /// How many items the subscription has.
    pub items: i64,
    /// Status of the subscription in Stripe's words.
    pub status: String,
    /// The subscription is in its trial.
    pub is_trialing: bool,
    /// Whole days until the trial ends; absent outside a trial.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trial_days_left: Option<i64>,
    /// Whole days since the subscription began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tenure_days: Option<i64>,
    /// Country of the customer, ISO 3166-1 alpha-2 in upper case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Region of the customer, ISO 3166-2, such as `US-CA`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// A discount applies to the next invoice.
    pub is_discounted: bool,
    /// Percentage of the present discount; absent without one and for amounts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount_percent: Option<i64>,
    /// Whole days since an offer of any kind was accepted; absent when none was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_since_accepted: Option<i64>,
    /// Whole days since an offer was accepted, by kind; kinds never accepted are absent.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub days_since_accepted_by_kind: BTreeMap<String, i64>,
    /// How many offers the customer ever accepted.
    pub accepted_count: i64,
    /// Retention sessions opened in the last 90 days, this one included.
    pub sessions_90d: i64,
    /// What the customer paid so far, in minor units of the subscription's currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid_so_far_minor: Option<i64>,
    /// Invoices are sent and paid by hand, not charged automatically.
    pub is_invoiced: bool,
    /// A price depends on reported usage.
    pub is_metered: bool,
    /// Collection is paused.
    pub is_paused: bool,
    /// A renewal is unpaid and being retried.
    pub is_past_due: bool,
    /// A schedule of the provider governs the subscription.
    pub has_schedule: bool,
    /// Billing mode of the subscription: `classic` or `flexible`.
    pub billing_mode: String,
    /// Whole days until the billing period ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_to_renewal: Option<i64>,
    /// Id of the reason chosen in the survey; absent before an answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Locale of the view, BCP 47.
    pub locale: String,
    /// Mode of the session: `test` or `live`.
    pub mode: String,
    /// Attributes the brand's backend sent with the session.
    #[serde(default, skip_serializing_if = "Attributes::is_empty")]
    pub attributes: Attributes,
}
