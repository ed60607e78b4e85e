//! Which requests each change takes, under which keys, and in which version.

use axum::http::HeaderMap;
use billing_stripe::{API_VERSION, PAUSE_VERSION};
use domain::billing_action::{CancelWhen, SubscriptionChange};
use domain::offer::{Proration, Timing};
use domain::subscription::{BillingMode, Subscription};
use engine::ports::Billing;
use serde_json::{Value, json};
use stripe_schema::StripeSchema;

use super::wire_json;
use crate::support::changes::{SILENT, cancel_now, item_change};
use crate::support::stub::{Reply, Seen, Stub};
use crate::support::{PATIENT, account, adapter, at, change, plain_subscription};

fn plain() -> Value {
    wire_json::subscription("sub_1", wire_json::product())
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).map_or("", |value| value.to_str().unwrap())
}

/// The writes of a change, as method, path and key, with their parameters.
async fn writes(
    before: &Subscription,
    wanted: SubscriptionChange,
    script: Vec<Value>,
) -> Vec<(String, Value)> {
    let stub = Stub::start(script.into_iter().map(Reply::json)).await;
    let request = change("act_1", before, wanted);
    let billing = adapter(PATIENT).billing;
    let outcome = billing.change_subscription(&account(&stub.base), &request).await;
    assert!(outcome.is_ok(), "{outcome:?}");
    let is_write = |seen: &&Seen| seen.method != "GET";
    let describe = |seen: &Seen| {
        let version = header(&seen.headers, "stripe-version");
        let is_pause = seen.path.ends_with("/pause") || seen.path.ends_with("/resume");
        assert!(is_pause || version == API_VERSION, "{}", seen.path);
        let schema = StripeSchema::of_version(version);
        let read = schema.read_request(&seen.method, &seen.path, &seen.query, &seen.body).unwrap();
        let mut params = read.params;
        params.as_object_mut().unwrap().remove("expand");
        let key = header(&seen.headers, "idempotency-key");
        (format!("{} {} {key}", seen.method, seen.path), params)
    };
    stub.seen().iter().filter(is_write).map(describe).collect()
}

#[tokio::test]
async fn an_end_at_once_is_marked_first() {
    let mut ended = plain();
    ended["status"] = "canceled".into();
    let script = vec![plain(), json!({}), ended];
    let sent = writes(&plain_subscription(), cancel_now(true), script).await;
    let expected = [
        (
            "POST /v1/subscriptions/sub_1 act_1:mark".to_owned(),
            json!({ "metadata": { "engine_action": "act_1" } }),
        ),
        (
            "DELETE /v1/subscriptions/sub_1 ".to_owned(),
            json!({ "invoice_now": true, "prorate": true }),
        ),
    ];
    assert_eq!(sent, expected);
}

#[tokio::test]
async fn an_end_at_a_date_prorates_nothing() {
    let wanted =
        SubscriptionChange::Cancel { when: CancelWhen::At { at: at(1_800_000_000) }, said: SILENT };
    let sent = writes(&plain_subscription(), wanted, vec![plain()]).await;
    let expected = json!({
        "cancel_at": 1_800_000_000, "proration_behavior": "none",
        "metadata": { "engine_action": "act_1" }
    });
    assert_eq!(sent, [("POST /v1/subscriptions/sub_1 act_1".to_owned(), expected)]);
}

#[tokio::test]
async fn a_pause_credits_by_an_invoice_of_its_own() {
    let before = Subscription { billing_mode: BillingMode::Flexible, ..plain_subscription() };
    let wanted = SubscriptionChange::PauseSubscription { resumes_at: at(1_800_000_000) };
    let sent = writes(&before, wanted, vec![plain(), plain()]).await;
    let expected = json!({
        "type": "subscription", "invoicing_behavior": "invoice",
        "bill_for": {
            "unused_time_from": { "type": "now" }, "outstanding_usage_through": { "type": "none" }
        }
    });
    assert_eq!(sent[0], ("POST /v1/subscriptions/sub_1/pause act_1".to_owned(), expected));
    assert_eq!(sent[1].0, "POST /v1/subscriptions/sub_1 act_1:mark");
    assert_ne!(PAUSE_VERSION, API_VERSION);
}

#[tokio::test]
async fn a_resumption_speaks_the_words_of_its_pause() {
    let flexible = json!({
        "billing_cycle_anchor": { "type": "now" }, "payment_behavior": "resume_on_payment_success"
    });
    for (billing_mode, expected) in [
        (BillingMode::Flexible, flexible),
        (BillingMode::Classic, json!({ "billing_cycle_anchor": "now" })),
    ] {
        let before = Subscription { billing_mode, ..plain_subscription() };
        let sent = writes(&before, SubscriptionChange::Resume, vec![plain(), plain()]).await;
        assert_eq!(sent[0], ("POST /v1/subscriptions/sub_1/resume act_1".to_owned(), expected));
    }
}

/// Three lines of which the middle one changes; each setting of the phase is kept.
#[tokio::test]
async fn a_schedule_repeats_what_stripe_says_of_the_running_phase() {
    let item = |price: &str| {
        json!({ "price": price, "quantity": 2, "discounts": [],
        "tax_rates": [{ "id": "txr_1" }], "metadata": { "b": "2", "a": "1" } })
    };
    let made = json!({
        "id": "sub_sched_1", "end_behavior": "release", "metadata": {},
        "current_phase": { "start_date": 10, "end_date": 20 },
        "phases": [{
            "start_date": 10, "end_date": 20, "trial_end": null, "metadata": {},
            "items": [item("price_0"), item("price_1"), item("price_2")],
            "discounts": [
                { "coupon": "TEN", "discount": "di_1", "promotion_code": null },
                { "coupon": null, "discount": null, "promotion_code": "promo_1" },
                { "coupon": { "id": "FIVE" }, "discount": null, "promotion_code": null }
            ],
            "collection_method": "charge_automatically",
            "default_payment_method": { "id": "pm_1" }, "default_tax_rates": ["txr_2"],
            "automatic_tax": { "enabled": true }, "description": "Team", "on_behalf_of": "acct_1",
            "application_fee_percent": 2.5, "invoice_settings": { "days_until_due": 14 },
            "transfer_data": { "destination": "acct_2", "amount_percent": 90.0 }
        }]
    });
    let mut before = plain_subscription();
    let line = adapter_item(&plain()).await;
    before.items = vec![line];
    let wanted = item_change(&before, "price_1", Some(7), Timing::Renewal, Proration::None);
    let sent = writes(&before, wanted, vec![made, json!({}), plain()]).await;
    assert_eq!(
        sent[0],
        (
            "POST /v1/subscription_schedules act_1:schedule".to_owned(),
            json!({ "from_subscription": "sub_1" }),
        )
    );
    let (request, params) = &sent[1];
    assert_eq!(request, "POST /v1/subscription_schedules/sub_sched_1 act_1:phases");
    let phase = |quantity: u64, time: Value| {
        let item = |price: &str, quantity: u64| {
            json!({ "price": price, "quantity": quantity,
            "tax_rates": ["txr_1"], "metadata": { "a": "1", "b": "2" } })
        };
        let mut phase = json!({
            "items": [item("price_0", 2), item("price_1", quantity), item("price_2", 2)],
            "discounts": [
                { "discount": "di_1" }, { "promotion_code": "promo_1" }, { "coupon": "FIVE" }
            ],
            "collection_method": "charge_automatically", "default_payment_method": "pm_1",
            "default_tax_rates": ["txr_2"], "proration_behavior": "none",
            "automatic_tax": { "enabled": true }, "description": "Team", "on_behalf_of": "acct_1",
            "application_fee_percent": 2.5, "invoice_settings": { "days_until_due": 14 },
            "transfer_data": { "destination": "acct_2", "amount_percent": 90.0 }
        });
        phase.as_object_mut().unwrap().extend(time.as_object().unwrap().clone());
        phase
    };
    let expected = json!({
        "metadata": { "engine_action": "act_1" }, "end_behavior": "release",
        "proration_behavior": "none",
        "phases": [
            phase(2, json!({ "start_date": 10, "end_date": 20 })),
            phase(7, json!({ "duration": { "interval": "month", "interval_count": 1 } })),
        ]
    });
    assert_eq!(*params, expected);
}

/// The line of a subscription as the adapter reads it.
async fn adapter_item(wire: &Value) -> domain::subscription::SubscriptionItem {
    let stub = Stub::start([Reply::json(wire.clone())]).await;
    let id = plain_subscription().id;
    let found = adapter(PATIENT).billing.find_subscription(&account(&stub.base), &id).await;
    found.unwrap().unwrap().items.remove(0)
}
