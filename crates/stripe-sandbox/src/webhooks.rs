//! Signed delivery of events to webhook endpoints.

use std::fmt::Write as _;

use hmac::{Hmac, KeyInit, Mac};
use serde::Serialize;
use serde_json::{Value, json};
use sha2::Sha256;

use crate::state::{PLATFORM, World, kind};
use crate::values::{array, text};

/// One event on its way to one endpoint.
#[derive(Debug, Clone)]
pub(crate) struct Delivery {
    pub(crate) url: String,
    pub(crate) secret: String,
    /// Account that owns the event.
    pub(crate) account: String,
    pub(crate) event_id: String,
    /// The body, fixed when the event happened, so that every attempt sends the same bytes.
    pub(crate) payload: String,
}

/// What became of one attempt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DeliveryReport {
    /// The event.
    pub event_id: String,
    /// Where it was sent.
    pub url: String,
    /// The receiver's status; `None` if no answer came. Only 2xx ends the delivery.
    pub status: Option<u16>,
}

impl DeliveryReport {
    /// Whether the receiver accepted the event.
    pub fn is_success(&self) -> bool {
        self.status.is_some_and(|status| (200..300).contains(&status))
    }
}

/// A `Stripe-Signature` header: HMAC-SHA256 with the whole secret, `whsec_` included, over
/// `"{timestamp}.{payload}"`.
pub fn sign(secret: &str, timestamp: i64, payload: &str) -> String {
    // HMAC takes keys of any length, so the error arm cannot be reached; it signs with no key.
    let mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).map(|mut mac| {
        mac.update(format!("{timestamp}.{payload}").as_bytes());
        mac.finalize().into_bytes()
    });
    let mut header = format!("t={timestamp},v1=");
    for byte in mac.iter().flatten() {
        // Writing to a string cannot fail.
        let _ = write!(header, "{byte:02x}");
    }
    header
}

/// Turns events recorded since the last call into deliveries to the endpoints that want them.
pub(crate) fn route(world: &mut World) {
    let ids: Vec<String> = world.accounts.keys().cloned().collect();
    for account_id in ids {
        let outgoing = std::mem::take(&mut world.account(&account_id).outgoing);
        for event_id in outgoing {
            route_event(world, &account_id, &event_id);
        }
    }
}

fn route_event(world: &mut World, account_id: &str, event_id: &str) {
    let Some(event) = world.account(account_id).get(kind::EVENT, event_id).cloned() else { return };
    let mut targets = targets(world, account_id, text(&event, "type"), false);
    if account_id != PLATFORM {
        targets.extend(self::targets(world, PLATFORM, text(&event, "type"), true));
    }
    let mut event = event;
    event["pending_webhooks"] = json!(targets.len());
    let payload = event.to_string();
    world.account(account_id).put(event);
    world.deliveries.extend(targets.into_iter().map(|(url, secret)| Delivery {
        url,
        secret,
        account: account_id.to_owned(),
        event_id: event_id.to_owned(),
        payload: payload.clone(),
    }));
}

/// Addresses and secrets of the endpoints of `owner` that listen to this type.
fn targets(world: &World, owner: &str, event_type: &str, connect: bool) -> Vec<(String, String)> {
    let Some(account) = world.accounts.get(owner) else { return Vec::new() };
    account
        .newest(kind::WEBHOOK_ENDPOINT)
        .filter(|endpoint| endpoint["status"] == "enabled")
        .filter(|endpoint| account.connect_endpoints.contains(text(endpoint, "id")) == connect)
        .filter(|endpoint| listens(endpoint, event_type))
        .filter_map(|endpoint| {
            let secret = account.webhook_secrets.get(text(endpoint, "id"))?;
            Some((text(endpoint, "url").to_owned(), secret.clone()))
        })
        .collect()
}

fn listens(endpoint: &Value, event_type: &str) -> bool {
    array(endpoint, "enabled_events").iter().any(|wanted| wanted == "*" || wanted == event_type)
}

/// Sends one delivery. `now` is the time the signature carries.
pub(crate) async fn send(
    client: &reqwest::Client,
    delivery: &Delivery,
    now: i64,
) -> DeliveryReport {
    let sent = client
        .post(&delivery.url)
        .header("content-type", "application/json; charset=utf-8")
        .header("user-agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)")
        .header("stripe-signature", sign(&delivery.secret, now, &delivery.payload))
        .body(delivery.payload.clone())
        .send()
        .await;
    let status = sent.map(|answer| answer.status().as_u16());
    if let Err(error) = &status {
        tracing::warn!(webhook.url = %delivery.url, %error, "the webhook receiver did not answer");
    }
    DeliveryReport {
        event_id: delivery.event_id.clone(),
        url: delivery.url.clone(),
        status: status.ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signature_is_that_of_the_official_library() {
        // stripe-node 23.1.0: webhooks.generateTestHeaderString with the same values.
        let header = sign("whsec_test_secret", 1_700_000_000, r#"{"id":"evt_1"}"#);
        let expected = "248a374f50f943a28b0f6ab50faf9a7e7e29b710fa26df9fb1618b9bf8ea9c9a";
        assert_eq!(header, format!("t=1700000000,v1={expected}"));
    }
}
