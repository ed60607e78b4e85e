//! Invoices and previews of them.

use domain::money::{Currency, Money};
use domain::subscription::{InvoicePreview, PaidInvoice};

use super::{Unreadable, optional_timestamp, timestamp};
use crate::wire::{self, InvoiceStatus};

/// The charge comes with the payment attempt; a sent invoice is due on its own date, and where
/// neither is known yet the invoice's making is the closest truth.
pub(crate) fn invoice_preview(
    invoice: &wire::InvoicePreview,
) -> Result<InvoicePreview, Unreadable> {
    let minor = invoice.amount_due.ok_or(Unreadable::new("invoice.amount_due"))?;
    let due_at = invoice.next_payment_attempt.or(invoice.due_date).or(invoice.period_end);
    Ok(InvoicePreview {
        amount_due: Money::new(minor, currency(&invoice.currency)?),
        due_at: optional_timestamp(due_at, "invoice.next_payment_attempt")?,
    })
}

/// None while the invoice is not paid.
pub(crate) fn paid_invoice(invoice: &wire::Invoice) -> Result<Option<PaidInvoice>, Unreadable> {
    let paid_at = invoice.status_transitions.paid_at;
    let Some(paid_at) = paid_at.filter(|_| invoice.status == InvoiceStatus::Paid) else {
        return Ok(None);
    };
    Ok(Some(PaidInvoice {
        id: invoice.id.clone(),
        refundable: Money::new(invoice.refundable(), currency(&invoice.currency)?),
        paid_at: timestamp(paid_at, "invoice.status_transitions")?,
    }))
}

/// What was paid and not given back since.
pub(crate) fn kept(invoice: &wire::Invoice) -> Result<Money, Unreadable> {
    Ok(Money::new(invoice.kept(), currency(&invoice.currency)?))
}

fn currency(code: &str) -> Result<Currency, Unreadable> {
    Currency::parse(code).map_err(|_| Unreadable::new("invoice.currency"))
}
