//! Invoice previews.

use domain::ids::SubscriptionId;
use domain::subscription::InvoicePreview;
use engine::ports::BillingError;

use crate::form::Form;
use crate::mapping;
use crate::transport::{Client, Request, missing_as_none, unreadable};
use crate::wire;

/// Stripe's word for a subscription that will send no invoice any more.
const NONE_UPCOMING: &str = "invoice_upcoming_none";

/// `POST /v1/invoices/create_preview`: a POST that changes nothing. `key` is new for each
/// question, as Stripe would answer an old one with the old preview.
pub(crate) async fn preview_next_invoice(
    client: &Client<'_>,
    id: &SubscriptionId,
    key: String,
) -> Result<Option<InvoicePreview>, BillingError> {
    const CALL: &str = "preview_next_invoice";
    let body = Form::new().with(&["subscription"], id);
    let request = Request::post(CALL, "/v1/invoices/create_preview", body, key);
    match missing_as_none(client.send::<wire::InvoicePreview>(request).await) {
        Ok(Some(invoice)) => mapping::invoice_preview(&invoice)
            .map(Some)
            .map_err(|problem| unreadable(CALL, problem)),
        Ok(None) => Ok(None),
        Err(BillingError::Rejected { code, .. }) if code == NONE_UPCOMING => Ok(None),
        Err(error) => Err(error),
    }
}
