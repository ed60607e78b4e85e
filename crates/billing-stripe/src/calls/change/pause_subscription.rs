//! Pausing the subscription itself: `POST /v1/subscriptions/{id}/pause`, since 2026-09-30.endive.
//!
//! The price of the unused time is credited by an invoice made at once (`unused_time_from` now,
//! `invoicing_behavior` invoice), so that it is on the customer's balance and stays theirs if the
//! subscription ends while it is paused. A credit that waited for the next invoice would be lost
//! then. Usage that is not billed yet is left alone: a pause charges nothing.

use domain::subscription::Subscription;
use engine::ports::{BillingError, ChangeRequest};

use super::update::{self, Update, mark};
use crate::PAUSE_VERSION;
use crate::form::Form;
use crate::transport::{Client, rejected};

/// The call takes no metadata: the marker follows it. The status proves the effect.
pub(super) async fn pause_subscription(
    client: &Client<'_>,
    request: &ChangeRequest,
) -> Result<Subscription, BillingError> {
    check_resumable(&request.before)?;
    let update = Update::own_call(request, "/pause", PAUSE_VERSION);
    let paused = update::send(client, request, update, |_| pause_form()).await?;
    Ok(mark(client, request, paused).await)
}

fn pause_form() -> Form {
    Form::new()
        .with(&["type"], "subscription")
        .with(&["bill_for", "unused_time_from", "type"], "now")
        .with(&["bill_for", "outstanding_usage_through", "type"], "none")
        .with(&["invoicing_behavior"], "invoice")
}

/// Stripe resumes only subscriptions that charge automatically: what could not be resumed is not
/// paused.
pub(in crate::calls) fn check_resumable(subscription: &Subscription) -> Result<(), BillingError> {
    if subscription.is_invoiced {
        let reason = "a subscription whose invoices are sent could not be resumed";
        return Err(rejected("cannot_resume_sent_invoices", reason));
    }
    Ok(())
}
