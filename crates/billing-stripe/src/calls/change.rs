//! Changing subscriptions: `POST /v1/subscriptions/{id}` with the marker, under the action's key.

use domain::billing_action::SubscriptionChange;
use domain::subscription::Subscription;
use engine::ports::{BillingError, ChangeOutcome, ChangeRequest};

use super::MARKER;
use super::change_body::change_body;
use super::coupons::ensure_coupon;
use super::subscriptions::{EXPANSIONS, complete, find_subscription};
use crate::transport::{Client, Failure, Request};

/// Keys tried after the action's own when Stripe holds it for an earlier outcome.
const MAX_FURTHER_KEYS: u32 = 4;

/// Carries the change out; the same request any number of times has one effect.
///
/// A failure Stripe has stored under the key would come back for a day, and so would the refusal
/// of parameters that differ from those first sent under it. A read then settles whether the
/// earlier request had its effect; only when it had none is the change sent under the next of the
/// action's keys.
pub(crate) async fn change_subscription(
    client: &Client<'_>,
    request: &ChangeRequest,
) -> Result<ChangeOutcome, BillingError> {
    if let SubscriptionChange::Discount { percent, months } = &request.change {
        ensure_coupon(client, &request.action_id, *percent, *months).await?;
    }
    let mut before = request.before.clone();
    let mut further_keys = 0;
    loop {
        let failure = match send(client, request, &before, further_keys).await {
            Ok(after) => return Ok(ChangeOutcome { after }),
            Err(failure) => failure,
        };
        if !failure.is_key_spent || further_keys == MAX_FURTHER_KEYS {
            return Err(failure.error);
        }
        let Ok(Some(now)) = find_subscription(client, &request.subscription_id).await else {
            return Err(failure.error);
        };
        if request.change.is_reached(&now) {
            return Ok(ChangeOutcome { after: now });
        }
        // With our marker on it, the change was made and somebody has changed it again since.
        let is_undone = now.marker.as_ref() == Some(&request.action_id);
        if is_undone || request.change.conflict(&now).is_some() {
            return Err(failure.error);
        }
        before = now;
        further_keys += 1;
    }
}

async fn send(
    client: &Client<'_>,
    request: &ChangeRequest,
    before: &Subscription,
    further_keys: u32,
) -> Result<Subscription, Failure> {
    let ChangeRequest { action_id, subscription_id, change, .. } = request;
    let key = match further_keys {
        0 => action_id.to_string(),
        further => format!("{action_id}:{further}"),
    };
    let body =
        change_body(change, before).with(&["metadata", MARKER], action_id).expand(&EXPANSIONS);
    let path = format!("/v1/subscriptions/{subscription_id}");
    let call = change.as_str();
    let changed = client.try_send(&Request::post(call, path, body, key)).await?;
    Ok(complete(client, call, changed).await?)
}
