//! Signed delivery of events.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use serde_json::{Value, json};
use stripe_sandbox::sign;
use tokio::net::TcpListener;

use crate::client::{Client, Shop, id, path_of};

/// What a receiver got: signature header and raw body.
type Inbox = Arc<Mutex<Vec<(String, String)>>>;

/// A receiver that refuses its first `refusals` deliveries.
async fn receiver(refusals: usize) -> (String, Inbox) {
    let inbox = Inbox::default();
    let app = Router::new()
        .route("/hook", post(receive))
        .with_state((Arc::clone(&inbox), Arc::new(Mutex::new(refusals))));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/hook", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, app).await });
    (url, inbox)
}

async fn receive(
    State((inbox, refusals)): State<(Inbox, Arc<Mutex<usize>>)>,
    headers: HeaderMap,
    body: String,
) -> StatusCode {
    let mut left = refusals.lock().unwrap();
    if *left > 0 {
        *left -= 1;
        return StatusCode::INTERNAL_SERVER_ERROR;
    }
    let signature = headers["stripe-signature"].to_str().unwrap().to_owned();
    inbox.lock().unwrap().push((signature, body));
    StatusCode::OK
}

async fn listen(client: &Client, url: &str, events: &str) -> Value {
    client.post("/v1/webhook_endpoints", &format!("url={url}&{events}")).await.ok()
}

#[tokio::test]
async fn events_arrive_signed_with_the_secret_shown_once() {
    let client = Client::new();
    let (url, inbox) = receiver(0).await;
    let endpoint = listen(&client, &url, "enabled_events[]=customer.created").await;
    let secret = endpoint["secret"].as_str().unwrap();
    let path = format!("/v1/webhook_endpoints/{}", id(&endpoint));
    assert!(client.get(&path).await.ok().get("secret").is_none());
    client.post("/v1/customers", "name=A").await.ok();
    client.post("/v1/products", "name=A").await.ok();
    let reports = client.sandbox.deliver_pending().await;
    assert_eq!(reports.len(), 1);
    assert!(reports[0].is_success());
    let (signature, body) = inbox.lock().unwrap()[0].clone();
    assert_eq!(signature, sign(secret, client.sandbox.now(), &body));
    let event: Value = serde_json::from_str(&body).unwrap();
    assert_eq!(
        (&event["type"], &event["pending_webhooks"]),
        (&json!("customer.created"), &json!(1))
    );
    let stored = client.get(&format!("/v1/events/{}", id(&event))).await.ok();
    assert_eq!(stored["pending_webhooks"], 0);
}

#[tokio::test]
async fn a_refused_delivery_waits_and_keeps_its_bytes() {
    let client = Client::new();
    let (url, inbox) = receiver(1).await;
    listen(&client, &url, "enabled_events[]=*").await;
    client.post("/v1/customers", "name=A").await.ok();
    let first = client.sandbox.deliver_pending().await;
    assert_eq!(first[0].status, Some(500));
    assert_eq!(client.sandbox.inspect().pending_deliveries, 1);
    let second = client.sandbox.deliver_pending().await;
    assert!(second[0].is_success());
    assert_eq!(client.sandbox.inspect().pending_deliveries, 0);
    assert_eq!(inbox.lock().unwrap().len(), 1);
}

#[tokio::test]
async fn a_receiver_that_is_not_there_is_reported() {
    let client = Client::new();
    let closed = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    listen(&client, &format!("http://{closed}/hook"), "enabled_events[]=*").await;
    client.post("/v1/customers", "name=A").await.ok();
    assert_eq!(client.sandbox.deliver_pending().await[0].status, None);
}

#[tokio::test]
async fn disabled_and_deleted_endpoints_get_nothing() {
    let client = Client::new();
    let (url, _) = receiver(0).await;
    let endpoint = listen(&client, &url, "enabled_events[]=*").await;
    let path = format!("/v1/webhook_endpoints/{}", id(&endpoint));
    assert_eq!(client.post(&path, "disabled=true").await.ok()["status"], "disabled");
    client.post("/v1/customers", "name=A").await.ok();
    client.post(&path, "disabled=false").await.ok();
    client.delete(&path, "").await.ok();
    client.post("/v1/customers", "name=B").await.ok();
    assert!(client.sandbox.deliver_pending().await.is_empty());
    let answer = client.post("/v1/webhook_endpoints", "url=ftp://x&enabled_events[]=*").await;
    assert_eq!(answer.fault(), (400, "url_invalid", "url"));
}

#[tokio::test]
async fn connect_endpoints_hear_connected_accounts() {
    let client = Client::new();
    let (url, inbox) = receiver(0).await;
    listen(&client, &url, "enabled_events[]=*&connect=true").await;
    client.post("/v1/customers", "name=own").await.ok();
    let connected = client.with("stripe-account", "acct_1Connected");
    connected.post("/v1/customers", "name=theirs").await.ok();
    client.sandbox.deliver_pending().await;
    let inbox = inbox.lock().unwrap();
    let event: Value = serde_json::from_str(&inbox[0].1).unwrap();
    assert_eq!((inbox.len(), &event["account"]), (1, &json!("acct_1Connected")));
}

#[tokio::test]
async fn the_calendar_is_delivered_too() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("cancel_at_period_end=true").await;
    let (url, inbox) = receiver(0).await;
    listen(&shop.client, &url, "enabled_events[]=customer.subscription.deleted").await;
    let end = subscription["cancel_at"].as_i64().unwrap();
    shop.client.advance_to(end);
    shop.client.sandbox.deliver_pending().await;
    let event: Value = serde_json::from_str(&inbox.lock().unwrap()[0].1).unwrap();
    assert_eq!(event["data"]["object"]["id"], subscription["id"]);
    assert_eq!(shop.client.get(&path_of(&subscription)).await.ok()["status"], "canceled");
}

#[tokio::test]
async fn continuous_delivery_follows_every_event() {
    let client = Client::new();
    let (url, inbox) = receiver(0).await;
    listen(&client, &url, "enabled_events[]=*").await;
    let sandbox = client.sandbox.clone();
    let task = tokio::spawn(async move { sandbox.deliver_continuously().await });
    for count in 1..=3 {
        client.post("/v1/customers", "name=A").await.ok();
        while inbox.lock().unwrap().len() < count {
            tokio::task::yield_now().await;
        }
    }
    task.abort();
}
