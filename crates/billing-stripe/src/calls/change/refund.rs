//! Giving a part of a paid invoice back.

use domain::money::Money;
use domain::subscription::Subscription;
use engine::ports::{BillingError, ChangeRequest};

use super::entry;
use crate::calls::MARKER;
use crate::calls::invoices::find_invoice;
use crate::form::Form;
use crate::mapping;
use crate::transport::{Client, rejected, unreadable};

/// A credit note that refunds the payment. What was paid outside of Stripe cannot be refunded.
pub(super) async fn refund(
    client: &Client<'_>,
    request: &ChangeRequest,
    amount: Money,
    invoice_id: &str,
) -> Result<Subscription, BillingError> {
    if !entry::is_made(client, request).await? {
        check(client, amount, invoice_id).await?;
        let body = Form::new()
            .with(&["invoice"], invoice_id)
            .with(&["amount"], amount.minor)
            .with(&["refund_amount"], amount.minor)
            .with(&["metadata", MARKER], &request.action_id);
        entry::make(client, request, "/v1/credit_notes", &body).await?;
    }
    Ok(entry::after(client, request).await)
}

/// Refuses in clear words what Stripe would refuse in its own.
async fn check(client: &Client<'_>, amount: Money, invoice_id: &str) -> Result<(), BillingError> {
    let found = find_invoice(client, invoice_id).await?;
    let paid = found.as_ref().map(mapping::paid_invoice).transpose();
    let paid = paid.map_err(|problem| unreadable("find_invoice", problem))?.flatten();
    let refundable = paid.map(|paid| paid.refundable);
    let is_enough = refundable
        .is_some_and(|left| left.currency == amount.currency && left.minor >= amount.minor);
    if is_enough {
        return Ok(());
    }
    let reason = match refundable {
        Some(left) => format!("only {} {} can be refunded", left.minor, left.currency),
        None => "the invoice is not paid".to_owned(),
    };
    Err(rejected("not_refundable", reason))
}
