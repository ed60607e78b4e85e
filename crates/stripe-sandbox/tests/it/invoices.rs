//! Invoices and the preview of the next one.

use serde_json::Value;

use crate::client::{Answer, DAY, START, Shop, id, ids, path_of, price};

async fn preview(shop: &Shop, subscription: &Value, more: &str) -> Answer {
    let body = format!("subscription={}&{more}", id(subscription));
    shop.client.post("/v1/invoices/create_preview", &body).await
}

#[tokio::test]
async fn invoices_are_listed_by_subscription_and_read() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("").await;
    shop.subscribe("").await;
    let path = format!("/v1/invoices?subscription={}&status=paid", id(&subscription));
    let listed = shop.client.get(&path).await.ok();
    assert_eq!(ids(&listed), [subscription["latest_invoice"].as_str().unwrap()]);
    let path = format!("/v1/invoices/{}", ids(&listed)[0]);
    let invoice = shop.client.get(&path).await.ok();
    assert_eq!(invoice["lines"]["data"][0]["amount"], 4900);
    assert!(invoice["number"].as_str().unwrap().ends_with("-0001"));
    assert_eq!(shop.client.get("/v1/invoices/in_none").await.status, 404);
}

#[tokio::test]
async fn invoices_are_filtered_by_customer_status_and_time_and_paged() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("").await;
    let renewal = START + 31 * DAY;
    shop.client.advance_to(renewal);
    let more = "collection_method=send_invoice&days_until_due=30";
    let open = shop.subscribe(more).await["latest_invoice"].as_str().unwrap().to_owned();
    let read = async |query: String| {
        let path = format!("/v1/invoices?customer={}&{query}", shop.customer);
        shop.client.get(&path).await.ok()
    };
    let paid = read("status=paid".to_owned()).await;
    let [newest, oldest] = ids(&paid)[..] else { panic!("{paid:#}") };
    assert_eq!(ids(&read("status=open".to_owned()).await), [open.as_str()]);
    let own = read(format!("subscription={}&status=paid", id(&subscription))).await;
    assert_eq!(ids(&own), [newest, oldest]);
    let recent = read(format!("status=paid&created[gte]={renewal}")).await;
    assert_eq!(ids(&recent), [newest]);
    let earlier = read(format!("created[lt]={renewal}")).await;
    assert_eq!(ids(&earlier), [oldest]);
    let first = read("status=paid&limit=1".to_owned()).await;
    assert_eq!((ids(&first), &first["has_more"]), (vec![newest], &true.into()));
    let second = read(format!("status=paid&limit=1&starting_after={newest}")).await;
    assert_eq!((ids(&second), &second["has_more"]), (vec![oldest], &false.into()));
    let invoice = &paid["data"][0];
    assert_eq!(
        (&invoice["period_start"], &invoice["period_end"]),
        (&START.into(), &renewal.into())
    );
    assert_eq!(invoice["status_transitions"]["paid_at"], renewal);
    assert_eq!(invoice["lines"]["data"][0]["period"]["start"], renewal);
    assert_eq!(paid["data"][1]["period_start"], START);
    let unknown = shop.client.get("/v1/invoices?subscription=sub_none").await;
    assert_eq!(unknown.fault(), (400, "resource_missing", "subscription"));
}

#[tokio::test]
async fn the_latest_invoice_is_expanded_in_lists_of_subscriptions() {
    let shop = Shop::open().await;
    shop.subscribe("").await;
    let listed = shop.client.get("/v1/subscriptions?expand[]=data.latest_invoice").await.ok();
    assert_eq!(listed["data"][0]["latest_invoice"]["amount_paid"], 4900);
}

#[tokio::test]
async fn a_preview_is_what_the_clock_then_bills() {
    let shop = Shop::open().await;
    shop.coupon("percent_off=33.33&duration=forever&id=THIRD").await;
    let subscription = shop.subscribe("discounts[0][coupon]=THIRD").await;
    let events = shop.client.sandbox.inspect().events.len();
    let next = preview(&shop, &subscription, "").await.ok();
    assert_eq!(next["subtotal"], 4900);
    assert_eq!(next["total"], 4900 - 1633);
    assert_eq!(next["created"], START + 31 * DAY);
    assert_eq!(next["billing_reason"], "upcoming");
    assert_eq!(shop.client.sandbox.inspect().events.len(), events);
    shop.client.advance_to(START + 31 * DAY);
    let path = format!("{}?expand[]=latest_invoice", path_of(&subscription));
    let billed = shop.client.get(&path).await.ok();
    assert_eq!(billed["latest_invoice"]["total"], next["total"]);
}

#[tokio::test]
async fn a_preview_shows_a_discount_before_it_is_given() {
    let shop = Shop::open().await;
    shop.coupon("percent_off=25&duration=repeating&duration_in_months=3&id=STAY").await;
    let subscription = shop.subscribe("").await;
    let next = preview(&shop, &subscription, "discounts[0][coupon]=STAY").await.ok();
    assert_eq!((&next["total"], &next["amount_due"]), (&3675.into(), &3675.into()));
    assert_eq!(shop.read(&subscription).await["discounts"], serde_json::json!([]));
    assert_eq!(shop.client.get("/v1/coupons/STAY").await.ok()["times_redeemed"], 0);
}

#[tokio::test]
async fn a_preview_waits_for_trials_and_pauses() {
    let shop = Shop::open().await;
    let trial = shop.subscribe("trial_period_days=14").await;
    let next = preview(&shop, &trial, "").await.ok();
    assert_eq!((&next["created"], &next["total"]), (&(START + 14 * DAY).into(), &4900.into()));
    let paused = shop.subscribe("").await;
    let body = format!(
        "pause_collection[behavior]=void&pause_collection[resumes_at]={}",
        START + 45 * DAY
    );
    shop.update(&paused, &body).await.ok();
    let next = preview(&shop, &paused, "").await.ok();
    assert_eq!(next["created"], START + 61 * DAY);
    shop.update(&paused, "pause_collection[behavior]=void").await.ok();
    let never = preview(&shop, &paused, "").await;
    assert_eq!(never.fault(), (404, "invoice_upcoming_none", ""));
}

#[tokio::test]
async fn a_subscription_that_ends_has_no_next_invoice() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("").await;
    let more = "subscription_details[cancel_at_period_end]=true";
    let asked = preview(&shop, &subscription, more).await;
    assert_eq!(asked.fault(), (404, "invoice_upcoming_none", ""));
    assert_eq!(shop.read(&subscription).await["cancel_at_period_end"], false);
    shop.client.delete(&path_of(&subscription), "").await.ok();
    let body = format!("customer={}", shop.customer);
    let none = shop.client.post("/v1/invoices/create_preview", &body).await;
    assert_eq!(none.fault(), (404, "invoice_upcoming_none", ""));
}

#[tokio::test]
async fn currencies_without_and_with_three_decimals_stay_in_minor_units() {
    for (currency, amount, total) in [("jpy", 7001, 5251), ("kwd", 15_001, 11_251)] {
        let shop = Shop::open().await;
        shop.coupon("percent_off=25&duration=forever&id=Q").await;
        let own = price(&shop.client, currency, "month", amount).await;
        let body = format!("customer={}&items[0][price]={own}", shop.customer);
        let subscription = shop.client.post("/v1/subscriptions", &body).await.ok();
        let next = preview(&shop, &subscription, "discounts[0][coupon]=Q").await.ok();
        assert_eq!((&next["currency"], &next["total"]), (&currency.into(), &total.into()));
    }
}

#[tokio::test]
async fn a_price_change_is_previewed_with_proration() {
    let shop = Shop::open().await;
    let cheaper = price(&shop.client, "usd", "month", 1900).await;
    let subscription = shop.subscribe("").await;
    let item = id(&subscription["items"]["data"][0]);
    let more = format!(
        "subscription_details[items][0][id]={item}&subscription_details[items][0][price]={cheaper}"
    );
    let next = preview(&shop, &subscription, &more).await.ok();
    // Nothing of the period is used yet: 49.00 back, 19.00 for it, and 19.00 for the next.
    assert_eq!(next["total"], -4900 + 1900 + 1900);
    assert_eq!((&next["amount_due"], &next["ending_balance"]), (&0.into(), &(-1100).into()));
    let more = format!("{more}&subscription_details[proration_behavior]=none");
    assert_eq!(preview(&shop, &subscription, &more).await.ok()["total"], 1900);
}

#[tokio::test]
async fn a_preview_needs_somebody_and_refuses_what_it_cannot_do() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("").await;
    let nobody = shop.client.post("/v1/invoices/create_preview", "").await;
    assert_eq!(nobody.fault(), (400, "parameter_missing", "customer"));
    let schedule = preview(&shop, &subscription, "schedule=sub_sched_none").await;
    assert_eq!(schedule.fault(), (400, "resource_missing", "schedule"));
    let items = preview(&shop, &subscription, "invoice_items[0][amount]=5").await;
    assert_eq!(items.fault(), (400, "", "invoice_items"));
    let unknown = shop.client.post("/v1/invoices/create_preview", "subscription=sub_none").await;
    assert_eq!(unknown.fault(), (400, "resource_missing", "subscription"));
}
