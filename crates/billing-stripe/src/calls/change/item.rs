//! Another price or number of units, at once.

use domain::billing_action::ItemChange;
use domain::offer::Proration;
use domain::subscription::Subscription;
use engine::ports::{BillingError, ChangeRequest};

use super::update::{self, Update};
use crate::form::Form;
use crate::transport::Client;

pub(super) async fn change_now(
    client: &Client<'_>,
    request: &ChangeRequest,
    change: &ItemChange,
) -> Result<Subscription, BillingError> {
    let body = |_: &Subscription| item_form(&[], change, change.proration);
    Ok(update::send(client, request, Update::of(request), body).await?)
}

/// The line and what becomes of the difference, under a group of parameters.
pub(in crate::calls) fn item_form(
    group: &[&str],
    change: &ItemChange,
    proration: Proration,
) -> Form {
    let under = |names: &[&'static str]| [group, names].concat();
    let mut form = Form::new()
        .with(&under(&["items", "0", "id"]), &change.item_id)
        .with(&under(&["items", "0", "price"]), &change.price_id);
    if let Some(quantity) = change.quantity {
        form = form.with(&under(&["items", "0", "quantity"]), quantity);
    }
    let behavior = match proration {
        Proration::None => "none",
        Proration::NextInvoice => "create_prorations",
        Proration::Immediately => "always_invoice",
    };
    let form = form.with(&under(&["proration_behavior"]), behavior);
    match change.proration_date {
        Some(at) if proration != Proration::None => {
            form.with(&under(&["proration_date"]), at.as_second())
        }
        _ => form,
    }
}
