//! Test clocks: customers that live by a time of their own.

use serde_json::Value;

use crate::client::{Client, DAY, START, Shop, id, ids, path_of};

/// 2027-01-01T00:00:00Z, later than anything else in these tests.
const FROZEN: i64 = START + 92 * DAY;

/// A shop whose customer lives on a test clock, and the clock.
async fn on_a_clock() -> (Shop, Value) {
    let mut shop = Shop::open().await;
    let body = format!("frozen_time={FROZEN}&name=Renewals");
    let clock = shop.client.post("/v1/test_helpers/test_clocks", &body).await.ok();
    let body = format!("email=clock%40example.com&test_clock={}", id(&clock));
    shop.customer = id(&shop.client.post("/v1/customers", &body).await.ok());
    (shop, clock)
}

async fn advance(shop: &Shop, clock: &Value, to: i64) -> Value {
    let path = format!("/v1/test_helpers/test_clocks/{}/advance", id(clock));
    shop.client.post(&path, &format!("frozen_time={to}")).await.ok()
}

#[tokio::test]
async fn a_subscription_on_a_clock_begins_and_renews_by_it() {
    let (shop, clock) = on_a_clock().await;
    let subscription = shop.subscribe("").await;
    assert_eq!(subscription["test_clock"], clock["id"]);
    assert_eq!(subscription["created"], FROZEN);
    let end = FROZEN + 31 * DAY;
    assert_eq!(subscription["items"]["data"][0]["current_period_end"], end);
    let advanced = advance(&shop, &clock, end + DAY).await;
    assert_eq!(
        (&advanced["frozen_time"], &advanced["status"]),
        (&(end + DAY).into(), &"ready".into())
    );
    let path = format!("{}?expand[]=latest_invoice&expand[]=test_clock", path_of(&subscription));
    let renewed = shop.client.get(&path).await.ok();
    assert_eq!(renewed["test_clock"]["frozen_time"], end + DAY);
    let invoice = &renewed["latest_invoice"];
    assert_eq!((&invoice["created"], &invoice["test_clock"]), (&end.into(), &clock["id"]));
    assert_eq!((&invoice["period_start"], &invoice["period_end"]), (&FROZEN.into(), &end.into()));
    assert_eq!(shop.client.sandbox.now(), START);
    shop.client.check_state();
}

#[tokio::test]
async fn each_time_moves_its_own_customers_alone() {
    let (shop, clock) = on_a_clock().await;
    let own = shop.subscribe("").await;
    let body = format!("customer={}&items[0][price]={}", other(&shop.client).await, shop.price);
    let usual = shop.client.post("/v1/subscriptions", &body).await.ok();
    assert_eq!((&usual["created"], &usual["test_clock"]), (&START.into(), &Value::Null));
    shop.client.advance_to(START + 400 * DAY);
    assert_eq!(shop.read(&own).await["latest_invoice"], own["latest_invoice"]);
    let moved = shop.read(&usual).await;
    assert_ne!(moved["latest_invoice"], usual["latest_invoice"]);
    advance(&shop, &clock, FROZEN + 40 * DAY).await;
    assert_ne!(shop.read(&own).await["latest_invoice"], own["latest_invoice"]);
    assert_eq!(shop.read(&usual).await["latest_invoice"], moved["latest_invoice"]);
}

async fn other(client: &Client) -> String {
    id(&client.post("/v1/customers", "email=usual%40example.com").await.ok())
}

#[tokio::test]
async fn what_is_asked_of_a_subscription_happens_at_its_clocks_time() {
    let (shop, clock) = on_a_clock().await;
    let subscription = shop.subscribe("").await;
    advance(&shop, &clock, FROZEN + 5 * DAY).await;
    let leaving = shop.update(&subscription, "cancel_at_period_end=true").await.ok();
    assert_eq!(leaving["canceled_at"], FROZEN + 5 * DAY);
    // Before the clock's time, though after the sandbox's.
    let past = shop.update(&subscription, &format!("cancel_at={}", FROZEN + DAY)).await;
    assert_eq!(past.fault(), (400, "", "cancel_at"));
    let ended = advance(&shop, &clock, FROZEN + 31 * DAY).await;
    assert_eq!(ended["status"], "ready");
    let ended = shop.read(&subscription).await;
    assert_eq!(
        (&ended["status"], &ended["ended_at"]),
        (&"canceled".into(), &(FROZEN + 31 * DAY).into())
    );
}

#[tokio::test]
async fn customers_on_a_clock_are_listed_by_it_alone() {
    let (shop, clock) = on_a_clock().await;
    let usual = shop.client.get("/v1/customers").await.ok();
    assert!(!ids(&usual).contains(&shop.customer.as_str()));
    let path = format!("/v1/customers?test_clock={}", id(&clock));
    assert_eq!(ids(&shop.client.get(&path).await.ok()), [shop.customer.as_str()]);
    let subscription = id(&shop.subscribe("").await);
    for (query, shown) in [
        (String::new(), false),
        (format!("test_clock={}", id(&clock)), true),
        (format!("customer={}", shop.customer), true),
    ] {
        let listed = shop.client.get(&format!("/v1/subscriptions?{query}")).await.ok();
        assert_eq!(ids(&listed) == [subscription.as_str()], shown, "{query}");
    }
}

#[tokio::test]
async fn money_given_back_carries_the_clocks_time() {
    let (shop, clock) = on_a_clock().await;
    let invoice = shop.subscribe("").await["latest_invoice"].as_str().unwrap().to_owned();
    advance(&shop, &clock, FROZEN + DAY).await;
    let body = format!("invoice={invoice}&amount=100&refund_amount=100");
    let note = shop.client.post("/v1/credit_notes", &body).await.ok();
    let path = format!("/v1/refunds/{}", note["refunds"][0]["refund"].as_str().unwrap());
    let first = shop.client.get(&path).await.ok();
    let body = format!("charge={}&amount=1", first["charge"].as_str().unwrap());
    let second = shop.client.post("/v1/refunds", &body).await.ok();
    for object in [&note, &first, &second] {
        assert_eq!(object["created"], FROZEN + DAY, "{object:#}");
    }
}

#[tokio::test]
async fn deleting_a_clock_deletes_what_lives_by_it() {
    let (shop, clock) = on_a_clock().await;
    let subscription = shop.subscribe("").await;
    let path = format!("/v1/test_helpers/test_clocks/{}", id(&clock));
    assert_eq!(ids(&shop.client.get("/v1/test_helpers/test_clocks").await.ok()), [id(&clock)]);
    assert_eq!(shop.client.get(&path).await.ok(), clock);
    assert_eq!(shop.client.delete(&path, "").await.ok()["deleted"], true);
    assert_eq!(shop.client.get(&path).await.status, 404);
    assert!(ids(&shop.client.get("/v1/test_helpers/test_clocks").await.ok()).is_empty());
    assert_eq!(shop.read(&subscription).await["status"], "canceled");
    let customer = shop.client.get(&format!("/v1/customers/{}", shop.customer)).await.ok();
    assert_eq!(customer["deleted"], true);
}

#[tokio::test]
async fn a_clock_goes_only_forward_and_must_exist() {
    let (shop, clock) = on_a_clock().await;
    let path = format!("/v1/test_helpers/test_clocks/{}/advance", id(&clock));
    for to in [FROZEN - 1, FROZEN] {
        let refused = shop.client.post(&path, &format!("frozen_time={to}")).await;
        assert_eq!(refused.fault(), (400, "", "frozen_time"), "{to}");
    }
    let unknown = shop.client.post("/v1/customers", "test_clock=clock_none").await;
    assert_eq!(unknown.fault(), (400, "resource_missing", "test_clock"));
    let moved = shop.client.post(&format!("/v1/customers/{}", shop.customer), "test_clock=c").await;
    assert_eq!(moved.status, 400);
    let events = shop.client.sandbox.inspect();
    assert!(events.events_of("test_helpers.test_clock.ready").is_empty());
}
