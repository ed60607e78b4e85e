//! Invoice previews.

use domain::money::{Currency, Money};
use domain::subscription::InvoicePreview;

use super::{Unreadable, optional_timestamp};
use crate::wire;

/// The charge comes with the payment attempt; a sent invoice is due on its own date, and where
/// neither is known yet the invoice's making is the closest truth.
pub(crate) fn invoice_preview(
    invoice: &wire::InvoicePreview,
) -> Result<InvoicePreview, Unreadable> {
    let currency =
        Currency::parse(&invoice.currency).map_err(|_| Unreadable::new("invoice.currency"))?;
    let minor = invoice.amount_due.ok_or(Unreadable::new("invoice.amount_due"))?;
    let due_at = invoice.next_payment_attempt.or(invoice.due_date).or(invoice.period_end);
    Ok(InvoicePreview {
        amount_due: Money::new(minor, currency),
        due_at: optional_timestamp(due_at, "invoice.next_payment_attempt")?,
    })
}
