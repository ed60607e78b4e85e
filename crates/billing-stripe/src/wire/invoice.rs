//! Invoice previews.

use serde::Deserialize;

/// An invoice that does not exist yet.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct InvoicePreview {
    pub(crate) amount_due: Option<i64>,
    pub(crate) currency: String,
    /// When a charge will be tried; none for invoices that are sent.
    pub(crate) next_payment_attempt: Option<i64>,
    /// When a sent invoice is due.
    pub(crate) due_date: Option<i64>,
    /// The moment the invoice is made.
    pub(crate) period_end: Option<i64>,
}
