//! The live panel: what the sandboxed Stripe says of a customer now.

use std::collections::{BTreeMap, HashSet};
use std::sync::{Mutex, PoisonError};

use serde_json::{Value, json};
use stripe_sandbox::Snapshot;

use super::cast::text;
use super::{Demo, SANDBOX_KEY};

/// Rows of a list that are shown.
const MAX_ROWS: usize = 30;

/// Ids of the requests the panel itself made, so that it does not show them.
#[derive(Debug, Default)]
pub(crate) struct OwnRequests(Mutex<HashSet<String>>);

impl OwnRequests {
    fn add(&self, id: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(id.to_owned());
    }

    fn has(&self, id: &str) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).contains(id)
    }
}

/// The state of a customer; null fields for one that does not exist.
pub(super) async fn state(demo: &Demo, customer_id: &str) -> Value {
    let snapshot = demo.sandbox.inspect();
    let subscriptions = subscriptions_of(&snapshot, customer_id);
    let mut next_invoices = BTreeMap::new();
    for subscription in &subscriptions {
        let id = text(subscription, "id").to_owned();
        let next = next_invoice(demo, &id).await;
        next_invoices.insert(id, next);
    }
    json!({
        "now": snapshot.now,
        "customer": snapshot.objects.get(customer_id),
        "subscriptions": subscriptions,
        "next_invoices": next_invoices,
        "events": events_of(&snapshot, customer_id),
        "requests": requests(demo, &snapshot),
    })
}

fn subscriptions_of(snapshot: &Snapshot, customer_id: &str) -> Vec<Value> {
    let mut found: Vec<Value> = snapshot
        .objects
        .values()
        .filter(|object| {
            text(object, "object") == "subscription" && text(object, "customer") == customer_id
        })
        .map(|subscription| expanded(snapshot, subscription.clone()))
        .collect();
    found.sort_by_key(|subscription| -subscription["created"].as_i64().unwrap_or_default());
    found
}

/// Products and coupons in the place of their ids, as the panel shows names.
fn expanded(snapshot: &Snapshot, mut subscription: Value) -> Value {
    let put = |place: &mut Value| {
        if let Some(object) = place.as_str().and_then(|id| snapshot.objects.get(id)) {
            *place = object.clone();
        }
    };
    for item in subscription["items"]["data"].as_array_mut().into_iter().flatten() {
        put(&mut item["price"]["product"]);
    }
    for discount in subscription["discounts"].as_array_mut().into_iter().flatten() {
        put(discount);
        if discount.is_object() {
            put(&mut discount["source"]["coupon"]);
        }
    }
    subscription
}

fn events_of(snapshot: &Snapshot, customer_id: &str) -> Vec<Value> {
    let is_theirs = |event: &&Value| {
        let object = &event["data"]["object"];
        text(object, "customer") == customer_id || text(object, "id") == customer_id
    };
    let rows = snapshot.events.iter().rev().filter(is_theirs).take(MAX_ROWS);
    rows.map(|event| json!({"id": event["id"], "type": event["type"], "created": event["created"]}))
        .collect()
}

fn requests(demo: &Demo, snapshot: &Snapshot) -> Vec<Value> {
    let rows = snapshot.requests.iter().rev().filter(|request| !demo.panel.has(&request.id));
    rows.take(MAX_ROWS)
        .map(|request| {
            json!({
                "method": request.method,
                "path": request.path,
                "idempotency_key": request.idempotency_key,
            })
        })
        .collect()
}

/// Stripe's own preview; null when there will be no next invoice.
async fn next_invoice(demo: &Demo, subscription_id: &str) -> Value {
    let answer = demo
        .http
        .post(format!("{}/v1/invoices/create_preview", demo.sandbox_url))
        .bearer_auth(SANDBOX_KEY)
        .header("content-type", "application/x-www-form-urlencoded")
        .body(format!("subscription={subscription_id}"))
        .send()
        .await;
    let Ok(answer) = answer else { return Value::Null };
    if let Some(id) = answer.headers().get("request-id").and_then(|id| id.to_str().ok()) {
        demo.panel.add(id);
    }
    if !answer.status().is_success() {
        return Value::Null;
    }
    let body = answer.text().await.unwrap_or_default();
    let Ok(invoice) = serde_json::from_str::<Value>(&body) else { return Value::Null };
    let at = invoice["next_payment_attempt"].as_i64().or(invoice["period_end"].as_i64());
    json!({"amount_due": invoice["amount_due"], "currency": invoice["currency"], "at": at})
}
