//! Asking for a preview.

use domain::ids::SubscriptionId;
use engine::ports::BillingError;

use super::draft::Draft;
use crate::form::Form;
use crate::transport::{Client, Request, missing_as_none, unreadable};
use crate::wire;

/// Stripe's word for a subscription that will send no invoice any more.
const NONE_UPCOMING: &str = "invoice_upcoming_none";

/// Which invoice, with which changes.
#[derive(Debug, Clone)]
pub(super) struct Question {
    call: &'static str,
    form: Form,
}

impl Question {
    /// The next invoice to be made.
    pub(super) fn next(changes: Form) -> Self {
        Self { call: "preview_next_invoice", form: changes }
    }

    /// A regular one, without prorations.
    pub(super) fn regular(changes: Form) -> Self {
        let form = changes.with(&["preview_mode"], "recurring");
        Self { call: "preview_regular_invoice", form }
    }
}

/// Asks; none when there will be no invoice. The key is new for each question, as Stripe would
/// answer an old one with the old preview.
pub(super) async fn ask(
    client: &Client<'_>,
    id: &SubscriptionId,
    question: &Question,
) -> Result<Option<Draft>, BillingError> {
    let body = Form::new().with(&["subscription"], id).and(&question.form);
    let key = client.fresh_key();
    let request = Request::post(question.call, "/v1/invoices/create_preview", body, key);
    match missing_as_none(client.send::<wire::InvoicePreview>(request).await) {
        Ok(Some(invoice)) => {
            Draft::read(&invoice).map(Some).map_err(|problem| unreadable(question.call, problem))
        }
        Ok(None) => Ok(None),
        Err(BillingError::Rejected { code, .. }) if code == NONE_UPCOMING => Ok(None),
        Err(error) => Err(error),
    }
}

/// Asks for the next invoice and a regular one at once. A regular one that Stripe refuses to
/// compute is not promised; the other says whether the change can be made.
pub(super) async fn ask_both(
    client: &Client<'_>,
    id: &SubscriptionId,
    next: Form,
    regular: Form,
) -> Result<(Option<Draft>, Option<Draft>), BillingError> {
    let (next, regular) = (Question::next(next), Question::regular(regular));
    let (next, regular) = tokio::join!(ask(client, id, &next), ask(client, id, &regular));
    match (next?, regular) {
        (next, Ok(regular)) => Ok((next, regular)),
        (next, Err(BillingError::Rejected { .. })) => Ok((next, None)),
        (_, Err(error)) => Err(error),
    }
}
