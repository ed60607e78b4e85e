//! Invoices that have been made.

use serde::Deserialize;

use super::open_enum::open_enum;
use super::{Listed, null_as_default};

open_enum! {
    /// Status of an invoice.
    InvoiceStatus { Draft = "draft", Open = "open", Paid = "paid" }
}

/// An invoice.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Invoice {
    pub(crate) id: String,
    #[serde(deserialize_with = "null_as_default")]
    pub(crate) status: InvoiceStatus,
    pub(crate) currency: String,
    pub(crate) amount_paid: Option<i64>,
    /// The part of `amount_paid` that was paid outside of Stripe.
    pub(crate) amount_paid_off_stripe: Option<i64>,
    /// Given back by credit notes after it was paid.
    pub(crate) post_payment_credit_notes_amount: Option<i64>,
    #[serde(deserialize_with = "null_as_default")]
    pub(crate) status_transitions: StatusTransitions,
}

/// When an invoice's status changed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct StatusTransitions {
    pub(crate) paid_at: Option<i64>,
}

impl Listed for Invoice {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Invoice {
    /// What was paid and not given back since, in minor units.
    pub(crate) fn kept(&self) -> i64 {
        let back = self.post_payment_credit_notes_amount.unwrap_or_default();
        self.amount_paid.unwrap_or_default().saturating_sub(back).max(0)
    }

    /// What can be given back to where it was paid from, in minor units.
    pub(crate) fn refundable(&self) -> i64 {
        let elsewhere = self.amount_paid_off_stripe.unwrap_or_default();
        self.kept().saturating_sub(elsewhere).max(0)
    }
}
