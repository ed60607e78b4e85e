//! Products, prices, feedback options, events: the plain resources.

use crate::client::{Client, Shop, id, ids, price};

#[tokio::test]
async fn a_product_is_made_once() {
    let client = Client::new();
    let product = client.post("/v1/products", "id=prod_a&name=Lumen").await.ok();
    assert_eq!(client.get("/v1/products/prod_a").await.ok(), product);
    let again = client.post("/v1/products", "id=prod_a&name=Lumen").await;
    assert_eq!(again.fault(), (400, "resource_already_exists", "id"));
    let listed = client.get("/v1/products?active=true&ids[]=prod_a").await.ok();
    assert_eq!(ids(&listed), ["prod_a"]);
}

#[tokio::test]
async fn prices_are_filtered_and_checked() {
    let client = Client::new();
    let monthly = price(&client, "usd", "month", 100).await;
    price(&client, "eur", "year", 100).await;
    let listed = client.get("/v1/prices?recurring[interval]=month&currency=usd").await.ok();
    assert_eq!(ids(&listed), [monthly.as_str()]);
    let expanded = client.get(&format!("/v1/prices/{monthly}?expand[]=product")).await.ok();
    assert_eq!(expanded["product"]["name"], "Lumen Notes");
    let cases = [
        ("currency=usd&product_data[name]=A", "parameter_missing", "unit_amount"),
        ("currency=dollar&unit_amount=1&product_data[name]=A", "", "currency"),
        ("currency=usd&unit_amount=-1&product_data[name]=A", "", "unit_amount"),
        ("currency=usd&unit_amount=1", "", "product"),
        ("currency=usd&unit_amount=1&product=prod_none", "resource_missing", "product"),
        (
            "currency=usd&unit_amount=1&product_data[name]=A&recurring[interval]=year\
             &recurring[interval_count]=4",
            "",
            "recurring[interval_count]",
        ),
    ];
    for (body, code, param) in cases {
        assert_eq!(client.post("/v1/prices", body).await.fault(), (400, code, param), "{body}");
    }
}

#[tokio::test]
async fn feedback_options_are_made_renamed_and_deactivated() {
    let client = Client::new();
    let body = "description=Moving+abroad";
    let option = id(&client.post("/v1/billing/feedback_options", body).await.ok());
    let path = format!("/v1/billing/feedback_options/{option}");
    let renamed = client.post(&path, "description=Moved").await.ok();
    assert_eq!(renamed["description"], "Moved");
    client.post(&format!("{path}/deactivate"), "").await.ok();
    let inactive = client.get("/v1/billing/feedback_options?status=inactive").await.ok();
    assert_eq!(ids(&inactive), [option.as_str()]);
    let long = format!("description={}", "x".repeat(101));
    let answer = client.post("/v1/billing/feedback_options", &long).await;
    assert_eq!(answer.fault(), (400, "", "description"));
}

#[tokio::test]
async fn events_are_listed_by_type() {
    let shop = Shop::open().await;
    shop.subscribe("").await;
    let exact = shop.client.get("/v1/events?type=customer.subscription.created").await.ok();
    assert_eq!(ids(&exact).len(), 1);
    let all = shop.client.get("/v1/events?type=invoice.*").await.ok();
    assert_eq!(ids(&all).len(), 4);
    let two = shop.client.get("/v1/events?types[]=price.created&types[]=product.created").await;
    assert_eq!(ids(&two.ok()).len(), 2);
    let path = format!("/v1/events/{}", ids(&exact)[0]);
    assert_eq!(shop.client.get(&path).await.ok(), exact["data"][0]);
}

#[tokio::test]
async fn metadata_has_limits() {
    let client = Client::new();
    let long_value = format!("metadata[a]={}", "x".repeat(501));
    let long_key = format!("metadata[{}]=x", "k".repeat(41));
    for body in [long_value, long_key] {
        assert_eq!(client.post("/v1/customers", &body).await.status, 400);
    }
    let many: Vec<String> = (0..51).map(|n| format!("metadata[k{n}]=v")).collect();
    let answer = client.post("/v1/customers", &many.join("&")).await;
    assert_eq!(answer.fault(), (400, "", "metadata"));
}

#[tokio::test]
async fn payment_methods_belong_to_one_customer() {
    let client = Client::new();
    let body = "payment_method=pm_card_visa&invoice_settings[default_payment_method]=pm_card_visa";
    let first = client.post("/v1/customers", body).await.ok();
    let method = first["invoice_settings"]["default_payment_method"].as_str().unwrap();
    let body = format!("invoice_settings[default_payment_method]={method}");
    let other = client.post("/v1/customers", &body).await;
    assert_eq!(other.fault(), (400, "", "invoice_settings[default_payment_method]"));
    let unknown = client.post("/v1/customers", "payment_method=pm_none").await;
    assert_eq!(unknown.fault(), (400, "resource_missing", "payment_method"));
}
