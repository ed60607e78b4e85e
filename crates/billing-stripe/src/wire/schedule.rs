//! Subscription schedules.

use std::collections::HashMap;

use serde::Deserialize;

use super::{Expandable, Identified, null_as_default};

/// A schedule and its phases, the passed ones included.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Schedule {
    pub(crate) id: String,
    #[serde(deserialize_with = "null_as_default")]
    pub(crate) metadata: HashMap<String, String>,
    /// `release` or `cancel`.
    pub(crate) end_behavior: Option<String>,
    pub(crate) current_phase: Option<CurrentPhase>,
    #[serde(deserialize_with = "null_as_default")]
    pub(crate) phases: Vec<Phase>,
}

/// The phase in force.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct CurrentPhase {
    pub(crate) start_date: i64,
    pub(crate) end_date: i64,
}

/// What a subscription is for some time.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Phase {
    pub(crate) start_date: i64,
    pub(crate) end_date: i64,
    pub(crate) trial_end: Option<i64>,
    #[serde(deserialize_with = "null_as_default")]
    pub(crate) items: Vec<PhaseItem>,
    #[serde(deserialize_with = "null_as_default")]
    pub(crate) discounts: Vec<PhaseDiscount>,
    pub(crate) collection_method: Option<String>,
    pub(crate) default_payment_method: Option<Expandable<Identified>>,
    #[serde(deserialize_with = "null_as_default")]
    pub(crate) default_tax_rates: Vec<Expandable<Identified>>,
    pub(crate) automatic_tax: Option<AutomaticTax>,
    pub(crate) invoice_settings: Option<InvoiceSettings>,
    pub(crate) description: Option<String>,
    pub(crate) on_behalf_of: Option<Expandable<Identified>>,
    pub(crate) application_fee_percent: Option<f64>,
    pub(crate) transfer_data: Option<TransferData>,
    #[serde(deserialize_with = "null_as_default")]
    pub(crate) metadata: HashMap<String, String>,
}

/// Whether Stripe computes tax.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AutomaticTax {
    #[serde(deserialize_with = "null_as_default")]
    pub(crate) enabled: bool,
}

/// How invoices are made.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct InvoiceSettings {
    pub(crate) days_until_due: Option<u32>,
}

/// Which connected account is paid, and how much of it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct TransferData {
    pub(crate) destination: Option<Expandable<Identified>>,
    pub(crate) amount_percent: Option<f64>,
}

/// A line of a phase.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct PhaseItem {
    pub(crate) price: Option<Expandable<Identified>>,
    pub(crate) quantity: Option<u64>,
    #[serde(deserialize_with = "null_as_default")]
    pub(crate) discounts: Vec<PhaseDiscount>,
    #[serde(deserialize_with = "null_as_default")]
    pub(crate) tax_rates: Vec<Expandable<Identified>>,
    #[serde(deserialize_with = "null_as_default")]
    pub(crate) metadata: HashMap<String, String>,
}

/// A discount of a phase: exactly one of the three is there.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct PhaseDiscount {
    pub(crate) coupon: Option<Expandable<Identified>>,
    pub(crate) discount: Option<Expandable<Identified>>,
    pub(crate) promotion_code: Option<Expandable<Identified>>,
}

impl Schedule {
    /// The phase in force, with its items.
    pub(crate) fn running(&self) -> Option<&Phase> {
        let bounds = self.current_phase.as_ref()?;
        self.phases.iter().find(|phase| phase.start_date == bounds.start_date)
    }

    /// The phase behind the one in force.
    pub(crate) fn next(&self) -> Option<&Phase> {
        let bounds = self.current_phase.as_ref()?;
        self.phases.iter().find(|phase| phase.start_date >= bounds.end_date)
    }
}

impl PhaseItem {
    /// Id of the price.
    pub(crate) fn price_id(&self) -> &str {
        self.price.as_ref().map(Expandable::id).unwrap_or_default()
    }
}
