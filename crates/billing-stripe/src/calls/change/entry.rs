//! A change that leaves an entry in the books: one request, whose mark is looked for first.

use domain::subscription::Subscription;
use engine::ports::{BillingError, ChangeRequest};
use serde::de::IgnoredAny;

use super::keys::Keys;
use crate::calls::books::has_entry;
use crate::calls::subscriptions::find_subscription;
use crate::form::Form;
use crate::transport::{Client, Request};

/// Whether the entry is there already.
pub(super) async fn is_made(
    client: &Client<'_>,
    request: &ChangeRequest,
) -> Result<bool, BillingError> {
    let customer_id = &request.before.customer_id;
    has_entry(client, &request.action_id, customer_id, &request.change).await
}

/// Makes the entry, unless a spent key turns out to have made it.
pub(super) async fn make(
    client: &Client<'_>,
    request: &ChangeRequest,
    path: &str,
    body: &Form,
) -> Result<(), BillingError> {
    let call = request.change.as_str();
    let mut keys = Keys::of_change(&request.action_id);
    loop {
        let post = Request::post(call, path, body.clone(), keys.current());
        let failure = match client.try_send::<IgnoredAny>(&post).await {
            Ok(_) => return Ok(()),
            Err(failure) => failure,
        };
        if !failure.is_key_spent {
            return Err(failure.error);
        }
        if is_made(client, request).await? {
            return Ok(());
        }
        if !keys.advance() {
            return Err(failure.error);
        }
    }
}

/// The subscription afterwards. The entry is proven, so a read that fails does not hide it.
pub(super) async fn after(client: &Client<'_>, request: &ChangeRequest) -> Subscription {
    match find_subscription(client, &request.subscription_id).await {
        Ok(Some(after)) => after,
        _ => request.before.clone(),
    }
}
