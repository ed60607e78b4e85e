//! Taking a subscription out of its schedule.

use engine::ports::{BillingError, ChangeRequest};
use serde::de::IgnoredAny;

use super::keys::Keys;
use crate::calls::schedules::schedule_path;
use crate::calls::subscriptions::find_subscription;
use crate::form::Form;
use crate::transport::{Client, Request};

/// `POST /v1/subscription_schedules/{id}/release`: the subscription goes on as it is, without an
/// end the schedule had planned.
pub(super) async fn release(
    client: &Client<'_>,
    request: &ChangeRequest,
    schedule_id: &str,
) -> Result<(), BillingError> {
    send(client, request, schedule_id, &Form::new()).await
}

/// The same, but an end that is set stays set.
pub(super) async fn release_keeping_end(
    client: &Client<'_>,
    request: &ChangeRequest,
    schedule_id: &str,
) -> Result<(), BillingError> {
    let body = Form::new().with(&["preserve_cancel_date"], true);
    send(client, request, schedule_id, &body).await
}

async fn send(
    client: &Client<'_>,
    request: &ChangeRequest,
    schedule_id: &str,
    body: &Form,
) -> Result<(), BillingError> {
    let mut keys = Keys::of_step(&request.action_id, "release");
    let path = format!("{}/release", schedule_path(schedule_id));
    loop {
        let post = Request::post("release_schedule", &path, body.clone(), keys.current());
        let failure = match client.try_send::<IgnoredAny>(&post).await {
            Ok(_) => return Ok(()),
            Err(failure) => failure,
        };
        if !failure.is_key_spent && !failure.is_refusal() {
            return Err(failure.error);
        }
        let now = find_subscription(client, &request.subscription_id).await?;
        let manages = now.and_then(|now| now.schedule).is_some_and(|now| now.id == schedule_id);
        if !manages {
            return Ok(());
        }
        if !failure.is_key_spent || !keys.advance() {
            return Err(failure.error);
        }
    }
}
