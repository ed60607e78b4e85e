//! Customers and the credit they hold.

use crate::client::{Client, Shop, id, ids};

#[tokio::test]
async fn a_customer_is_made_read_changed_and_deleted() {
    let client = Client::new();
    let body = "email=a%40example.com&name=A&metadata[plan]=pro&address[city]=Oslo\
                &invoice_settings[default_payment_method]=pm_card_visa";
    let customer = client.post("/v1/customers", body).await.ok();
    let path = format!("/v1/customers/{}", id(&customer));
    assert_eq!(customer["address"]["city"], "Oslo");
    assert!(customer["invoice_settings"]["default_payment_method"].is_string());
    let changed = client.post(&path, "name=&metadata[plan]=&metadata[team]=x").await.ok();
    assert!(changed["name"].is_null());
    assert_eq!(changed["metadata"], serde_json::json!({ "team": "x" }));
    assert_eq!(client.get(&path).await.ok(), changed);
    assert_eq!(client.delete(&path, "").await.ok()["deleted"], true);
    assert_eq!(client.get(&path).await.ok()["deleted"], true);
    assert_eq!(client.post(&path, "name=B").await.fault(), (404, "resource_missing", "id"));
    assert!(ids(&client.get("/v1/customers").await.ok()).is_empty());
    client.check_state();
}

#[tokio::test]
async fn deleting_a_customer_cancels_its_subscriptions() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("").await;
    shop.client.delete(&format!("/v1/customers/{}", shop.customer), "").await.ok();
    let after = shop.read(&subscription).await;
    assert_eq!(after["status"], "canceled");
    let path = "/v1/subscriptions?status=canceled&expand[]=data.customer";
    let listed = shop.client.get(path).await.ok();
    assert_eq!(listed["data"][0]["customer"]["deleted"], true);
}

#[tokio::test]
async fn updates_tell_what_was_before() {
    let client = Client::new();
    let customer = client.post("/v1/customers", "name=A").await.ok();
    let path = format!("/v1/customers/{}", id(&customer));
    client.with("idempotency-key", "k1").post(&path, "name=B").await.ok();
    let state = client.sandbox.inspect();
    let event = state.events_of("customer.updated")[0];
    assert_eq!(event["data"]["previous_attributes"], serde_json::json!({ "name": "A" }));
    assert_eq!(event["request"]["idempotency_key"], "k1");
    assert_eq!(event["request"]["id"], state.requests[1].id.as_str());
}

#[tokio::test]
async fn subscriptions_are_included_only_when_asked_for() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("").await;
    let path = format!("/v1/customers/{}", shop.customer);
    assert!(shop.client.get(&path).await.ok().get("subscriptions").is_none());
    let expanded = shop.client.get(&format!("{path}?expand[]=subscriptions")).await.ok();
    assert_eq!(ids(&expanded["subscriptions"]), [id(&subscription)]);
}

#[tokio::test]
async fn credit_is_used_by_the_next_invoice() {
    let shop = Shop::open().await;
    let path = format!("/v1/customers/{}/balance_transactions", shop.customer);
    let credit = shop.client.post(&path, "amount=-1000&currency=usd").await.ok();
    assert_eq!(credit["ending_balance"], -1000);
    let subscription = shop.subscribe("expand[]=latest_invoice").await;
    let invoice = &subscription["latest_invoice"];
    assert_eq!((&invoice["total"], &invoice["amount_paid"]), (&4900.into(), &3900.into()));
    let listed = shop.client.get(&path).await.ok();
    assert_eq!(listed["data"][0]["type"], "applied_to_invoice");
    assert_eq!(listed["data"][0]["ending_balance"], 0);
}

#[tokio::test]
async fn credit_carries_metadata_is_given_once_per_key_and_lasts_over_invoices() {
    let shop = Shop::open().await;
    let path = format!("/v1/customers/{}/balance_transactions", shop.customer);
    let keyed = shop.client.with("idempotency-key", "act_1");
    let body = "amount=-6000&currency=usd&description=Sorry&metadata[engine_action]=act_1";
    let first = keyed.post(&path, body).await.ok();
    assert_eq!(keyed.post(&path, body).await.ok(), first);
    assert_eq!(
        (&first["metadata"]["engine_action"], &first["description"], &first["type"]),
        (&"act_1".into(), &"Sorry".into(), &"adjustment".into())
    );
    let second = shop.client.post(&path, "amount=-1&currency=usd").await.ok();
    let listed = shop.client.get(&path).await.ok();
    assert_eq!(ids(&listed), [id(&second), id(&first)]);
    let subscription = shop.subscribe("").await;
    shop.client.advance_to(crate::client::START + 31 * crate::client::DAY);
    let invoices = format!("/v1/invoices?subscription={}", id(&subscription));
    let invoices = shop.client.get(&invoices).await.ok();
    let amounts = |at: usize| {
        ["starting_balance", "ending_balance", "amount_paid"]
            .map(|field| invoices["data"][at][field].as_i64().unwrap())
    };
    assert_eq!((amounts(1), amounts(0)), ([-6001, -1101, 0], [-1101, 0, 3799]));
    let other = shop.client.post(&path, "amount=-1&currency=eur").await;
    assert_eq!(other.fault(), (400, "", "currency"));
}
