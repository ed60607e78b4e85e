//! Ending a subscription at once.
//!
//! DELETE takes no metadata and ignores idempotency keys. The marker and what the customer said
//! are therefore written first, and a DELETE that finds nothing left to end is settled by a read.

use domain::billing_action::Said;
use domain::subscription::{Subscription, SubscriptionStatus};
use engine::ports::{BillingError, ChangeRequest};
use serde::de::IgnoredAny;

use super::said::said_form;
use super::update::{self, Update, is_marked};
use crate::calls::subscriptions::find_subscription;
use crate::form::Form;
use crate::transport::{Client, Request, unreadable};

const CALL: &str = "end_subscription";

/// With `credit_unused`, the price of unused time is invoiced as a credit, which lands on the
/// customer's balance. Only of a subscription that is paid for: what a `past_due` one did not pay
/// is not given back.
pub(super) async fn end_now(
    client: &Client<'_>,
    request: &ChangeRequest,
    said: &Said,
    credit_unused: bool,
) -> Result<Subscription, BillingError> {
    let mut query = Form::new();
    match mark(client, request, said).await? {
        Marked::Ended(ended) => return Ok(*ended),
        Marked::Yes => {}
        // A comment does not belong into an address.
        Marked::Refused => {
            query = said_form(&Said { feedback: said.feedback, ..Said::default() });
        }
    }
    let credits = credit_unused && request.before.status == SubscriptionStatus::Active;
    let query = query.with(&["invoice_now"], credits).with(&["prorate"], credits);
    let path = format!("/v1/subscriptions/{}", request.subscription_id);
    let refusal = match client.try_send::<IgnoredAny>(&Request::delete(CALL, path, query)).await {
        Ok(_) => None,
        Err(failure) if failure.is_refusal() => Some(failure.error),
        Err(failure) => return Err(failure.error),
    };
    let after = find_subscription(client, &request.subscription_id).await?;
    match (after, refusal) {
        (Some(after), _) if !after.is_cancelable() => Ok(after),
        (_, Some(refusal)) => Err(refusal),
        (_, None) => Err(unreadable(CALL, "the subscription does not show that it has ended")),
    }
}

enum Marked {
    Yes,
    /// A cancellation does not fail on its mark.
    Refused,
    Ended(Box<Subscription>),
}

async fn mark(
    client: &Client<'_>,
    request: &ChangeRequest,
    said: &Said,
) -> Result<Marked, BillingError> {
    if !request.before.is_cancelable() {
        return Ok(Marked::Ended(Box::new(request.before.clone())));
    }
    if is_marked(request, &request.before) {
        return Ok(Marked::Yes);
    }
    let is_done = |now: &Subscription| is_marked(request, now) || !now.is_cancelable();
    let update = Update::of(request).in_step("mark", request).saying(said).done_when(is_done);
    match update::send(client, request, update, |_| Form::new()).await {
        Ok(now) if now.is_cancelable() => Ok(Marked::Yes),
        Ok(ended) => Ok(Marked::Ended(Box::new(ended))),
        Err(failure) if failure.is_refusal() => Ok(Marked::Refused),
        Err(failure) => Err(failure.error),
    }
}
