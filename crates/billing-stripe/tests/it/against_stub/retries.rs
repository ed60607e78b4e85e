//! How often, when, and under which key a request is sent again.

use std::time::Duration;

use domain::billing_action::SubscriptionChange;
use domain::subscription::Subscription;
use engine::ports::{Billing, BillingError};
use serde_json::Value;

use super::wire_json;
use crate::support::changes::CANCEL;
use crate::support::stub::{Reply, Stub};
use crate::support::{PATIENT, account, adapter, at, change, customer_id, plain_subscription};

fn failing(status: u16) -> Reply {
    Reply::error(status, "api_error", "c", "Sorry.")
}

fn replayed() -> Reply {
    failing(500).header("idempotent-replayed", "true")
}

fn canceling() -> Value {
    let mut subscription = wire_json::subscription("sub_1", wire_json::product());
    subscription["cancel_at_period_end"] = true.into();
    subscription
}

#[tokio::test]
async fn a_read_is_repeated_twice() {
    let stub = Stub::start([failing(503)]).await;
    let adapter = adapter(PATIENT);
    let result = adapter.billing.find_customer(&account(&stub.base), &customer_id("cus_1")).await;
    assert!(matches!(result, Err(BillingError::Unknown { .. })), "{result:?}");
    assert_eq!(stub.seen().len(), 3);
    let naps = adapter.naps.all();
    assert_eq!(naps.len(), 2);
    assert!(naps.iter().all(|nap| (500..1000).contains(&nap.as_millis())), "{naps:?}");
}

#[tokio::test]
async fn a_read_that_recovers_succeeds() {
    let stub = Stub::start([failing(500), Reply::json(wire_json::customer("cus_1"))]).await;
    let adapter = adapter(PATIENT);
    let found = adapter.billing.find_customer(&account(&stub.base), &customer_id("cus_1")).await;
    assert_eq!(found.unwrap().unwrap().country.as_deref(), Some("DE"));
}

#[tokio::test]
async fn a_change_is_repeated_once_under_the_same_key() {
    for status in [409, 500] {
        let stub = Stub::start([failing(status), Reply::json(canceling())]).await;
        let request = change("act_1", &plain_subscription(), CANCEL);
        let adapter = adapter(PATIENT);
        let outcome = adapter.billing.change_subscription(&account(&stub.base), &request).await;
        assert!(outcome.unwrap().after.cancel_at_period_end);
        let seen = stub.seen();
        assert_eq!(seen.len(), 2);
        assert_eq!(seen[0].body, seen[1].body);
        assert_eq!(seen[1].header("idempotency-key"), Some("act_1"));
    }
}

#[tokio::test]
async fn the_server_may_forbid_or_ask_for_a_repeat() {
    let cases = [
        (failing(500).header("stripe-should-retry", "false"), 1),
        (failing(429), 1),
        (failing(429).header("stripe-should-retry", "true"), 2),
        (failing(400), 1),
    ];
    for (reply, sent) in cases {
        let stub = Stub::start([reply]).await;
        let request = change("act_1", &plain_subscription(), CANCEL);
        let billing = adapter(PATIENT).billing;
        billing.change_subscription(&account(&stub.base), &request).await.unwrap_err();
        let writes = stub.seen().iter().filter(|seen| seen.method == "POST").count();
        assert_eq!(writes, sent);
    }
}

#[tokio::test]
async fn a_wait_beyond_the_time_limit_is_not_waited() {
    let reply = failing(503).header("retry-after", "60");
    let stub = Stub::start([reply]).await;
    let adapter = adapter(Duration::from_secs(5));
    let result = adapter.billing.find_customer(&account(&stub.base), &customer_id("cus_1")).await;
    assert!(matches!(result, Err(BillingError::Unknown { retry_after_ms: Some(60_000), .. })));
    assert_eq!(adapter.naps.count(), 0);
}

#[tokio::test]
async fn a_replayed_failure_with_an_effect_is_a_success() {
    let stub = Stub::start([replayed(), Reply::json(canceling())]).await;
    let request = change("act_1", &plain_subscription(), CANCEL);
    let billing = adapter(PATIENT).billing;
    let outcome = billing.change_subscription(&account(&stub.base), &request).await;
    assert!(outcome.unwrap().after.cancel_at_period_end);
    let methods: Vec<_> = stub.seen().iter().map(|seen| seen.method.clone()).collect();
    assert_eq!(methods, ["POST", "GET"]);
}

#[tokio::test]
async fn a_replayed_failure_without_an_effect_gets_the_next_key() {
    let unchanged = wire_json::subscription("sub_1", wire_json::product());
    let stub = Stub::start([
        replayed(),
        Reply::json(unchanged.clone()),
        replayed(),
        Reply::json(unchanged),
        Reply::json(canceling()),
    ])
    .await;
    let request = change("act_1", &plain_subscription(), CANCEL);
    let billing = adapter(PATIENT).billing;
    billing.change_subscription(&account(&stub.base), &request).await.unwrap();
    let keys: Vec<_> = stub
        .seen()
        .iter()
        .filter_map(|seen| seen.header("idempotency-key").map(str::to_owned))
        .collect();
    assert_eq!(keys, ["act_1", "act_1:1", "act_1:2"]);
}

#[tokio::test]
async fn a_replayed_failure_that_cannot_be_read_after_stays_unknown() {
    let stub = Stub::start([replayed(), failing(503)]).await;
    let request = change("act_1", &plain_subscription(), CANCEL);
    let billing = adapter(PATIENT).billing;
    let result = billing.change_subscription(&account(&stub.base), &request).await;
    assert!(matches!(result, Err(BillingError::Unknown { .. })), "{result:?}");
    let writes = stub.seen().iter().filter(|seen| seen.method == "POST").count();
    assert_eq!(writes, 1);
}

#[tokio::test]
async fn replayed_failures_without_end_stay_unknown() {
    let unchanged = wire_json::subscription("sub_1", wire_json::product());
    let rounds = (0..10).flat_map(|_| [replayed(), Reply::json(unchanged.clone())]);
    let stub = Stub::start(rounds.collect::<Vec<_>>()).await;
    let request = change("act_1", &plain_subscription(), CANCEL);
    let billing = adapter(PATIENT).billing;
    let result = billing.change_subscription(&account(&stub.base), &request).await;
    assert!(matches!(result, Err(BillingError::Unknown { .. })), "{result:?}");
    // Five keys, each followed by a read.
    assert_eq!(stub.seen().len(), 10);
}

#[tokio::test]
async fn a_change_that_came_too_late_is_not_sent_again() {
    let mut ended = wire_json::subscription("sub_1", wire_json::product());
    ended["status"] = "canceled".into();
    let stub = Stub::start([replayed(), Reply::json(ended)]).await;
    let before = Subscription { cancel_at_period_end: true, ..plain_subscription() };
    let wanted = SubscriptionChange::Pause { resumes_at: at(1_800_000_000) };
    let request = change("act_1", &before, wanted);
    let billing = adapter(PATIENT).billing;
    let result = billing.change_subscription(&account(&stub.base), &request).await;
    assert!(matches!(result, Err(BillingError::Unknown { .. })), "{result:?}");
    assert_eq!(stub.seen().len(), 2);
}
