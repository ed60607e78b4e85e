//! The items of a subscription.

use crate::client::{DAY, START, Shop, id, ids, path_of, price};

#[tokio::test]
async fn items_are_changed_added_and_removed() {
    let shop = Shop::open().await;
    let addon = price(&shop.client, "usd", "month", 500).await;
    let subscription = shop.subscribe("items[0][quantity]=2").await;
    let item = id(&subscription["items"]["data"][0]);
    let body = format!("items[0][id]={item}&items[0][quantity]=5&items[1][price]={addon}");
    let changed = shop.update(&subscription, &body).await.ok();
    let items = changed["items"]["data"].as_array().unwrap();
    assert_eq!((&items[0]["quantity"], items.len()), (&5.into(), 2));
    let body = format!("items[0][id]={item}&items[0][deleted]=true");
    let fewer = shop.update(&subscription, &body).await.ok();
    assert_eq!(fewer["items"]["data"].as_array().unwrap().len(), 1);
    let path = format!("/v1/subscription_items?subscription={}", id(&subscription));
    let listed = shop.client.get(&path).await.ok();
    let read = shop.client.get(&format!("/v1/subscription_items/{}", ids(&listed)[0])).await.ok();
    assert_eq!(read["price"]["id"], addon.as_str());
    let last = format!("items[0][id]={}&items[0][deleted]=true", ids(&listed)[0]);
    assert_eq!(shop.update(&subscription, &last).await.fault(), (400, "", "items"));
}

#[tokio::test]
async fn prorations_wait_for_the_next_invoice_or_are_billed_now() {
    let shop = Shop::open().await;
    let dearer = price(&shop.client, "usd", "month", 9900).await;
    let subscription = shop.subscribe("").await;
    let item = id(&subscription["items"]["data"][0]);
    shop.client.advance_to(START + 15 * DAY + DAY / 2);
    let body = format!("items[0][id]={item}&items[0][price]={dearer}");
    let later = shop.update(&subscription, &body).await.ok();
    assert_eq!(later["latest_invoice"], subscription["latest_invoice"]);
    let body = format!(
        "items[0][id]={item}&items[0][price]={}&proration_behavior=always_invoice\
         &expand[]=latest_invoice",
        shop.price
    );
    // Up and down again in the middle: 25.00 more, then 25.00 less.
    let now = shop.update(&subscription, &body).await.ok();
    let invoice = &now["latest_invoice"];
    assert_eq!(invoice["lines"]["data"].as_array().unwrap().len(), 4);
    assert_eq!((&invoice["total"], &invoice["status"]), (&0.into(), &"paid".into()));
}

#[tokio::test]
async fn a_new_interval_begins_a_period_and_is_billed_at_once() {
    let shop = Shop::open().await;
    let yearly = price(&shop.client, "usd", "year", 49_000).await;
    let subscription = shop.subscribe("").await;
    let item = id(&subscription["items"]["data"][0]);
    let body = format!("items[0][id]={item}&items[0][price]={yearly}&expand[]=latest_invoice");
    let changed = shop.update(&subscription, &body).await.ok();
    assert_eq!(changed["items"]["data"][0]["current_period_end"], START + 365 * DAY);
    assert_eq!(changed["latest_invoice"]["total"], 49_000 - 4900);
}

#[tokio::test]
async fn an_item_can_have_its_own_discount() {
    let shop = Shop::open().await;
    shop.coupon("percent_off=10&duration=forever&id=ITEM").await;
    shop.coupon("percent_off=50&duration=forever&id=ALL").await;
    let body = "items[0][discounts][0][coupon]=ITEM&discounts[0][coupon]=ALL\
                &expand[]=latest_invoice&expand[]=items.data.discounts";
    let subscription = shop.subscribe(body).await;
    let item = &subscription["items"]["data"][0];
    assert_eq!(item["discounts"][0]["subscription_item"], item["id"]);
    // 10 % of the item first, half of the rest afterwards.
    assert_eq!(subscription["latest_invoice"]["total"], 2205);
    shop.client.check_state();
}

#[tokio::test]
async fn cancelling_now_can_credit_the_unused_time() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("").await;
    shop.client.advance_to(START + 15 * DAY + DAY / 2);
    let body = "prorate=true&invoice_now=true&expand[]=latest_invoice";
    let ended = shop.client.delete(&path_of(&subscription), body).await.ok();
    assert_eq!(ended["latest_invoice"]["total"], -2450);
    let customer = shop.client.get(&format!("/v1/customers/{}", shop.customer)).await.ok();
    assert_eq!(customer["balance"], -2450);
}

#[tokio::test]
async fn bad_items_are_named() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("").await;
    let euro = price(&shop.client, "eur", "month", 4900).await;
    let once = shop
        .client
        .post("/v1/prices", "currency=usd&unit_amount=5&product_data[name]=Once")
        .await
        .ok();
    let cases = [
        ("items[0][id]=si_none".to_owned(), "resource_missing", "items[0][id]"),
        (format!("items[0][price]={euro}"), "", "items"),
        (format!("items[0][price]={}", id(&once)), "", "items[0][price]"),
        (
            format!("items[0][price]={}&items[0][quantity]=-1", shop.price),
            "parameter_invalid_integer",
            "items[0][quantity]",
        ),
    ];
    for (body, code, param) in cases {
        assert_eq!(shop.update(&subscription, &body).await.fault(), (400, code, param), "{body}");
    }
    assert_eq!(shop.read(&subscription).await, subscription);
}
