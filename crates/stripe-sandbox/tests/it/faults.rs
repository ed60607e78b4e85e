//! Faults that answer. Those that do not are in `serving`, over a real connection.

use stripe_sandbox::{Fault, FaultRule};

use crate::client::{Client, Shop, path_of};

fn rate_limited() -> Fault {
    Fault::RateLimited429 { reason: "global-rate".to_owned() }
}

#[tokio::test]
async fn refusals_have_no_effect_and_are_not_stored() {
    let client = Client::new().with("idempotency-key", "k1");
    let cases = [
        (rate_limited(), 429, "rate_limit"),
        (Fault::LockTimeout429, 429, "lock_timeout"),
        (Fault::Conflict409, 409, ""),
        (Fault::ServiceUnavailable503, 503, ""),
    ];
    for (fault, status, code) in cases {
        client.sandbox.inject(FaultRule::once(fault));
        let answer = client.post("/v1/customers", "name=A").await;
        assert_eq!(answer.fault(), (status, code, ""));
    }
    assert!(client.sandbox.inspect().objects.is_empty());
    client.post("/v1/customers", "name=A").await.ok();
}

#[tokio::test]
async fn a_rate_limit_names_its_reason() {
    let client = Client::new();
    client.sandbox.inject(FaultRule::once(rate_limited()));
    let answer = client.get("/v1/customers").await;
    assert_eq!(answer.header("stripe-rate-limited-reason"), "global-rate");
    assert_eq!(answer.header("retry-after"), "");
}

#[tokio::test]
async fn a_stored_server_error_is_replayed() {
    let client = Client::new().with("idempotency-key", "k1");
    client.sandbox.inject(FaultRule::once(Fault::ServerError500Stored));
    assert_eq!(client.post("/v1/customers", "name=A").await.status, 500);
    let again = client.post("/v1/customers", "name=A").await;
    assert_eq!((again.status, again.header("idempotent-replayed")), (500, "true"));
    assert!(client.sandbox.inspect().objects.is_empty());
}

#[tokio::test]
async fn a_server_error_can_hide_an_effect() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("").await;
    let client = shop.client.with("idempotency-key", "k1");
    client.sandbox.inject(FaultRule::once(Fault::ServerError500AfterEffect));
    let answer = client.post(&path_of(&subscription), "cancel_at_period_end=true").await;
    assert_eq!(answer.status, 500);
    assert_eq!(shop.read(&subscription).await["cancel_at_period_end"], true);
}

#[tokio::test]
async fn pruned_keys_make_a_retry_a_new_request() {
    let client = Client::new().with("idempotency-key", "k1");
    client.post("/v1/customers", "name=A").await.ok();
    client.sandbox.inject(FaultRule::once(Fault::PruneIdempotencyKeys));
    client.post("/v1/customers", "name=A").await.ok();
    assert_eq!(client.sandbox.inspect().events_of("customer.created").len(), 2);
}

#[tokio::test]
async fn rules_choose_their_requests() {
    let client = Client::new();
    let rule = FaultRule { after: 1, times: 2, ..FaultRule::once(Fault::Conflict409) };
    client.sandbox.inject(rule.on("POST", "/v1/customers"));
    let mut statuses = Vec::new();
    for _ in 0..4 {
        assert_eq!(client.get("/v1/customers").await.status, 200);
        assert_eq!(client.post("/v1/products", "name=A").await.status, 200);
        statuses.push(client.post("/v1/customers", "name=A").await.status);
    }
    assert_eq!(statuses, [200, 409, 409, 200]);
    client.sandbox.inject(FaultRule::once(Fault::Conflict409));
    client.sandbox.clear_faults();
    assert_eq!(client.get("/v1/customers").await.status, 200);
}

#[tokio::test]
async fn a_held_request_keeps_its_key_in_use() {
    let client = Client::new().with("idempotency-key", "k1");
    client.sandbox.inject(FaultRule::once(Fault::Hold));
    let held = client.with("x-held", "1");
    let mut held = Box::pin(held.post("/v1/customers", "name=A"));
    tokio::select! {
        biased;
        answer = &mut held => panic!("a held request was answered: {answer:?}"),
        () = std::future::ready(()) => {}
    }
    let second = client.post("/v1/customers", "name=A").await;
    assert_eq!(second.fault(), (409, "idempotency_key_in_use", ""));
    assert_eq!(client.sandbox.inspect().requests[0].status, None);
    client.sandbox.release_held();
    held.await.ok();
    let replayed = client.post("/v1/customers", "name=A").await;
    assert_eq!(replayed.header("idempotent-replayed"), "true");
}

#[tokio::test]
async fn faults_are_recorded_with_their_requests() {
    let client = Client::new();
    client.sandbox.inject(FaultRule::once(Fault::LockTimeout429));
    client.get("/v1/customers").await;
    let record = &client.sandbox.inspect().requests[0];
    assert_eq!(record.fault, Some("lock_timeout_429".into()));
    assert_eq!((record.status, record.executed), (Some(429), false));
}
