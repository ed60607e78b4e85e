//! Idempotency keys.

use crate::client::{Client, DAY, START, Shop, id, ids, path_of};

#[tokio::test]
async fn the_same_request_is_answered_again_without_effect() {
    let client = Client::new().with("idempotency-key", "k1");
    let first = client.post("/v1/customers", "name=A").await;
    let second = client.post("/v1/customers", "name=A").await;
    assert_eq!(first.body, second.body);
    assert_eq!(second.header("idempotent-replayed"), "true");
    assert_eq!(second.header("original-request"), first.header("request-id"));
    assert_eq!(first.header("idempotent-replayed"), "");
    let state = client.sandbox.inspect();
    assert_eq!(state.events_of("customer.created").len(), 1);
    assert_eq!((state.requests[1].replayed, state.requests[1].executed), (true, false));
}

#[tokio::test]
async fn the_same_key_with_another_request_is_refused() {
    let client = Client::new().with("idempotency-key", "k1");
    client.post("/v1/customers", "name=A").await.ok();
    for (path, body) in [("/v1/customers", "name=B"), ("/v1/products", "name=A")] {
        let answer = client.post(path, body).await;
        assert_eq!(answer.status, 400);
        assert_eq!(answer.body["error"]["type"], "idempotency_error");
    }
}

#[tokio::test]
async fn an_error_of_execution_is_stored_and_one_of_validation_is_not() {
    let shop = Shop::open().await;
    let client = shop.client.with("idempotency-key", "k1");
    let path = "/v1/subscriptions/sub_none";
    assert_eq!(client.post(path, "metadata[a]=b").await.status, 404);
    let again = client.post(path, "metadata[a]=b").await;
    assert_eq!((again.status, again.header("idempotent-replayed")), (404, "true"));
    let client = shop.client.with("idempotency-key", "k2");
    assert_eq!(client.post("/v1/customers", "colour=red").await.status, 400);
    client.post("/v1/customers", "name=A").await.ok();
}

#[tokio::test]
async fn keys_count_for_post_only() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("").await;
    let client = shop.client.with("idempotency-key", "k1");
    client.delete(&path_of(&subscription), "").await.ok();
    assert_eq!(client.delete(&path_of(&subscription), "").await.status, 404);
    assert_eq!(ids(&client.get("/v1/customers").await.ok()), [shop.customer.as_str()]);
}

#[tokio::test]
async fn a_key_is_forgotten_after_a_day() {
    let client = Client::new().with("idempotency-key", "k1");
    let first = id(&client.post("/v1/customers", "name=A").await.ok());
    client.advance_to(START + DAY - 1);
    assert_eq!(id(&client.post("/v1/customers", "name=A").await.ok()), first);
    client.advance_to(START + DAY);
    assert_ne!(id(&client.post("/v1/customers", "name=A").await.ok()), first);
}

#[tokio::test]
async fn keys_have_a_length_and_belong_to_an_account() {
    let client = Client::new();
    let long = client.with("idempotency-key", &"k".repeat(256));
    assert_eq!(long.post("/v1/customers", "name=A").await.status, 400);
    let own = client.with("idempotency-key", "k1");
    let first = id(&own.post("/v1/customers", "name=A").await.ok());
    let connected = own.with("stripe-account", "acct_1Connected");
    assert_ne!(id(&connected.post("/v1/customers", "name=A").await.ok()), first);
}
