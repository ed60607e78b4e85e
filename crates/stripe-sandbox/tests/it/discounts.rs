//! Coupons, promotion codes and the `discounts` parameter.

use serde_json::Value;

use crate::client::{DAY, START, Shop, id, path_of};

fn discounts(subscription: &Value) -> Vec<String> {
    let list = subscription["discounts"].as_array().unwrap();
    list.iter().map(|id| id.as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_filled_list_replaces_and_an_empty_text_clears() {
    let shop = Shop::open().await;
    let a = shop.coupon("percent_off=10&duration=forever").await;
    let b = shop.coupon("percent_off=25&duration=repeating&duration_in_months=3").await;
    let subscription = shop.subscribe(&format!("discounts[0][coupon]={a}")).await;
    let first = discounts(&subscription);
    let untouched = shop.update(&subscription, "metadata[x]=y").await.ok();
    assert_eq!(discounts(&untouched), first);
    let body = format!("discounts[0][discount]={}&discounts[1][coupon]={b}", first[0]);
    let both = shop.update(&subscription, &body).await.ok();
    assert_eq!(discounts(&both).len(), 2);
    assert_eq!(discounts(&both)[0], first[0]);
    let only_b = shop.update(&subscription, &format!("discounts[0][coupon]={b}")).await.ok();
    assert_eq!(discounts(&only_b).len(), 1);
    assert!(!discounts(&both).contains(&discounts(&only_b)[0]));
    let cleared = shop.update(&subscription, "discounts=").await.ok();
    assert!(discounts(&cleared).is_empty());
    let state = shop.client.sandbox.inspect();
    assert_eq!(state.events_of("customer.discount.created").len(), 3);
    assert_eq!(state.events_of("customer.discount.deleted").len(), 3);
    shop.client.check_state();
}

#[tokio::test]
async fn a_discount_shows_its_coupon_and_its_end() {
    let shop = Shop::open().await;
    let coupon = shop.coupon("percent_off=25&duration=repeating&duration_in_months=3&id=R25").await;
    let body = format!("discounts[0][coupon]={coupon}&expand[]=discounts");
    let subscription = shop.subscribe(&body).await;
    let discount = &subscription["discounts"][0];
    assert_eq!(discount["source"]["coupon"], "R25");
    // 2026-10-01 and three months.
    assert_eq!(discount["end"], START + 92 * DAY);
    assert_eq!(discount["subscription"], subscription["id"]);
    let coupon = shop.client.get("/v1/coupons/R25").await.ok();
    assert_eq!(coupon["times_redeemed"], 1);
}

#[tokio::test]
async fn a_discount_of_another_subscription_cannot_be_kept() {
    let shop = Shop::open().await;
    let coupon = shop.coupon("percent_off=10&duration=forever").await;
    let other = shop.subscribe(&format!("discounts[0][coupon]={coupon}")).await;
    let subscription = shop.subscribe("").await;
    let body = format!("discounts[0][discount]={}", discounts(&other)[0]);
    let answer = shop.update(&subscription, &body).await;
    assert_eq!(answer.fault(), (400, "resource_missing", "discounts[0][discount]"));
    let answer =
        shop.update(&subscription, "discounts[0][coupon]=a&discounts[0][discount]=b").await;
    assert_eq!(answer.fault(), (400, "", "discounts[0]"));
}

#[tokio::test]
async fn a_coupon_that_exists_or_makes_no_sense_is_refused() {
    let shop = Shop::open().await;
    shop.coupon("percent_off=10&duration=once&id=TEN").await;
    let again = shop.client.post("/v1/coupons", "percent_off=10&duration=once&id=TEN").await;
    assert_eq!(again.fault(), (400, "resource_already_exists", ""));
    let cases = [
        ("duration=once", "", ""),
        ("percent_off=10&amount_off=5&currency=usd", "parameters_exclusive", ""),
        ("percent_off=101", "", "percent_off"),
        ("amount_off=5", "parameter_missing", "currency"),
        ("percent_off=5&duration=repeating", "parameter_missing", "duration_in_months"),
        ("percent_off=5&duration_in_months=2", "", "duration_in_months"),
    ];
    for (body, code, param) in cases {
        let answer = shop.client.post("/v1/coupons", body).await;
        assert_eq!(answer.fault(), (400, code, param), "{body}");
    }
}

#[tokio::test]
async fn expired_used_up_foreign_and_deleted_coupons_cannot_be_redeemed() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("").await;
    let late = format!("percent_off=5&id=LATE&redeem_by={}", START + DAY);
    shop.coupon(&late).await;
    shop.coupon("percent_off=5&id=USED&max_redemptions=1").await;
    shop.coupon("amount_off=500&currency=eur&id=EURO").await;
    shop.coupon("percent_off=5&id=GONE").await;
    shop.client.delete("/v1/coupons/GONE", "").await.ok();
    shop.update(&subscription, "discounts[0][coupon]=USED").await.ok();
    shop.client.advance_to(START + 2 * DAY);
    let cases = [
        ("LATE", "coupon_expired"),
        ("USED", "coupon_expired"),
        ("EURO", ""),
        ("GONE", "resource_missing"),
    ];
    for (coupon, code) in cases {
        let answer = shop.update(&subscription, &format!("discounts[0][coupon]={coupon}")).await;
        assert_eq!(answer.fault(), (400, code, "discounts[0][coupon]"), "{coupon}");
    }
    assert_eq!(shop.client.get("/v1/coupons/GONE").await.status, 404);
}

#[tokio::test]
async fn the_discount_endpoint_removes_the_last_one() {
    let shop = Shop::open().await;
    let coupon = shop.coupon("percent_off=10&duration=forever").await;
    let subscription = shop.subscribe(&format!("discounts[0][coupon]={coupon}")).await;
    let path = format!("{}/discount", path_of(&subscription));
    let deleted = shop.client.delete(&path, "").await.ok();
    assert_eq!(deleted["deleted"], true);
    assert!(discounts(&shop.read(&subscription).await).is_empty());
    assert_eq!(shop.client.delete(&path, "").await.fault(), (404, "resource_missing", ""));
}

#[tokio::test]
async fn a_promotion_code_brings_its_coupon_once() {
    let shop = Shop::open().await;
    let coupon = shop.coupon("percent_off=10&duration=forever").await;
    let body =
        format!("promotion[type]=coupon&promotion[coupon]={coupon}&code=STAY&max_redemptions=1");
    let code = id(&shop.client.post("/v1/promotion_codes", &body).await.ok());
    let taken = shop.client.post("/v1/promotion_codes", &body).await;
    assert_eq!(taken.status, 400);
    let apply = format!("discounts[0][promotion_code]={code}&expand[]=discounts.promotion_code");
    let subscription = shop.subscribe(&apply).await;
    let discount = &subscription["discounts"][0];
    assert_eq!(discount["promotion_code"]["code"], "STAY");
    assert_eq!(discount["promotion_code"]["active"], false);
    let again = shop.update(&subscription, &format!("discounts[0][promotion_code]={code}")).await;
    assert_eq!(again.fault(), (400, "", "discounts[0][promotion_code]"));
}

#[tokio::test]
async fn a_coupon_for_certain_products_spares_the_others() {
    let shop = Shop::open().await;
    let body = "percent_off=50&duration=forever&applies_to[products][0]=prod_other&id=OTHER";
    shop.coupon(body).await;
    let body = "discounts[0][coupon]=OTHER&expand[]=latest_invoice";
    let subscription = shop.subscribe(body).await;
    assert_eq!(subscription["latest_invoice"]["total"], 4900);
    let shown = shop.client.get("/v1/coupons/OTHER?expand[]=applies_to").await.ok();
    assert_eq!(shown["applies_to"]["products"][0], "prod_other");
}
