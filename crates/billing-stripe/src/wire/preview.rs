//! Invoice previews.

use serde::Deserialize;

use super::{Page, null_as_default};

/// An invoice that does not exist yet.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct InvoicePreview {
    pub(crate) amount_due: Option<i64>,
    /// Discounts and tax included, before the customer's balance; negative for a credit.
    pub(crate) total: Option<i64>,
    /// The customer's balance: negative for credit they hold.
    pub(crate) starting_balance: Option<i64>,
    pub(crate) currency: String,
    /// When a charge will be tried; none for invoices that are sent.
    pub(crate) next_payment_attempt: Option<i64>,
    /// When a sent invoice is due.
    pub(crate) due_date: Option<i64>,
    /// The moment the invoice is made.
    pub(crate) period_end: Option<i64>,
    #[serde(deserialize_with = "null_as_default")]
    pub(crate) lines: Page<PreviewLine>,
}

/// A line of a preview.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct PreviewLine {
    pub(crate) amount: i64,
    #[serde(deserialize_with = "null_as_default")]
    pub(crate) discount_amounts: Vec<DiscountAmount>,
    parent: Option<LineParent>,
    #[serde(deserialize_with = "null_as_default")]
    pub(crate) period: Period,
}

/// What one discount takes off a line.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct DiscountAmount {
    pub(crate) amount: i64,
}

/// The time a line is for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Period {
    pub(crate) end: Option<i64>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct LineParent {
    invoice_item_details: Option<serde::de::IgnoredAny>,
    subscription_item_details: Option<ItemDetails>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct ItemDetails {
    #[serde(deserialize_with = "null_as_default")]
    proration: bool,
}

impl PreviewLine {
    /// Whether it is a part of a period or an item of its own, and not a whole period.
    pub(crate) fn is_extra(&self) -> bool {
        self.parent.as_ref().is_some_and(|parent| {
            parent.invoice_item_details.is_some()
                || parent.subscription_item_details.as_ref().is_some_and(|item| item.proration)
        })
    }

    /// Its amount with its discounts taken off.
    pub(crate) fn net(&self) -> i64 {
        let off: i64 = self.discount_amounts.iter().map(|discount| discount.amount).sum();
        self.amount.saturating_sub(off)
    }
}
