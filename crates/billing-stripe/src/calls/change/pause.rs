//! Pausing collection.

use domain::Timestamp;
use domain::subscription::Subscription;
use engine::ports::{BillingError, ChangeRequest};

use super::update::{self, Update};
use crate::form::Form;
use crate::transport::Client;

/// Invoices made meanwhile are voided: a pause costs nothing, then or later.
pub(super) async fn pause(
    client: &Client<'_>,
    request: &ChangeRequest,
    resumes_at: Timestamp,
) -> Result<Subscription, BillingError> {
    let body = |_: &Subscription| {
        Form::new()
            .with(&["pause_collection", "behavior"], "void")
            .with(&["pause_collection", "resumes_at"], resumes_at.as_second())
    };
    Ok(update::send(client, request, Update::of(request), body).await?)
}
