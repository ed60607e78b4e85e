//! What the calendar does when time moves.

use crate::client::{DAY, START, Shop, path_of, price};

/// 2026-11-01T00:00:00Z, the first renewal of a monthly subscription made at the start.
const FIRST_RENEWAL: i64 = START + 31 * DAY;

#[tokio::test]
async fn a_renewal_moves_the_period_and_bills() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("").await;
    shop.client.advance_to(FIRST_RENEWAL);
    let renewed = shop.read(&subscription).await;
    let item = &renewed["items"]["data"][0];
    assert_eq!(item["current_period_start"], FIRST_RENEWAL);
    assert_eq!(item["current_period_end"], FIRST_RENEWAL + 30 * DAY);
    assert_ne!(renewed["latest_invoice"], subscription["latest_invoice"]);
    let state = shop.client.sandbox.inspect();
    assert_eq!(state.events_of("invoice.paid").len(), 2);
    let event = state.events_of("invoice.paid")[1];
    assert_eq!(event["created"], FIRST_RENEWAL);
    assert_eq!(event["data"]["object"]["billing_reason"], "subscription_cycle");
    assert!(event["request"]["id"].is_null());
}

#[tokio::test]
async fn a_year_of_renewals_happens_in_order() {
    let shop = Shop::open().await;
    shop.subscribe("").await;
    shop.subscribe("").await;
    shop.client.advance_to(START + 365 * DAY);
    let state = shop.client.sandbox.inspect();
    let paid = state.events_of("invoice.paid");
    assert_eq!(paid.len(), 26);
    let times: Vec<_> = paid.iter().map(|event| event["created"].as_i64().unwrap()).collect();
    assert!(times.is_sorted());
}

#[tokio::test]
async fn a_cancellation_at_the_period_end_comes_before_the_renewal() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("").await;
    shop.update(&subscription, "cancel_at_period_end=true").await.ok();
    shop.client.advance_to(FIRST_RENEWAL - 1);
    assert_eq!(shop.read(&subscription).await["status"], "active");
    shop.client.advance_to(FIRST_RENEWAL);
    let ended = shop.read(&subscription).await;
    assert_eq!(ended["status"], "canceled");
    assert_eq!(ended["ended_at"], FIRST_RENEWAL);
    assert_eq!(ended["canceled_at"], START);
    assert_eq!(ended["cancel_at_period_end"], true);
    let state = shop.client.sandbox.inspect();
    assert_eq!(state.events_of("invoice.paid").len(), 1);
    assert_eq!(state.events_of("customer.subscription.deleted").len(), 1);
}

#[tokio::test]
async fn a_paused_collection_voids_until_it_resumes() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("").await;
    let resumes_at = FIRST_RENEWAL + 10 * DAY;
    let body = format!("pause_collection[behavior]=void&pause_collection[resumes_at]={resumes_at}");
    shop.update(&subscription, &body).await.ok();
    shop.client.advance_to(FIRST_RENEWAL + DAY);
    let path = format!("{}?expand[]=latest_invoice", path_of(&subscription));
    let paused = shop.client.get(&path).await.ok();
    assert_eq!(paused["latest_invoice"]["status"], "void");
    assert_eq!(paused["status"], "active");
    shop.client.advance_to(resumes_at);
    assert!(shop.read(&subscription).await["pause_collection"].is_null());
    shop.client.advance_to(FIRST_RENEWAL + 30 * DAY);
    let billed = shop.client.get(&path).await.ok();
    assert_eq!(billed["latest_invoice"]["status"], "paid");
}

#[tokio::test]
async fn each_pause_behavior_has_its_own_invoice_status() {
    for (behavior, status) in [("keep_as_draft", "draft"), ("mark_uncollectible", "uncollectible")]
    {
        let shop = Shop::open().await;
        let subscription = shop.subscribe("").await;
        let body = format!("pause_collection[behavior]={behavior}");
        shop.update(&subscription, &body).await.ok();
        shop.client.advance_to(FIRST_RENEWAL);
        let path = format!("{}?expand[]=latest_invoice", path_of(&subscription));
        assert_eq!(shop.client.get(&path).await.ok()["latest_invoice"]["status"], status);
    }
}

#[tokio::test]
async fn a_trial_is_announced_and_then_billed() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("trial_period_days=14&expand[]=latest_invoice").await;
    assert_eq!(subscription["status"], "trialing");
    assert_eq!(subscription["latest_invoice"]["amount_paid"], 0);
    shop.client.advance_to(START + 14 * DAY);
    let active = shop.read(&subscription).await;
    assert_eq!(active["status"], "active");
    let state = shop.client.sandbox.inspect();
    let notice = state.events_of("customer.subscription.trial_will_end");
    assert_eq!(notice.len(), 1);
    assert_eq!(notice[0]["created"], START + 11 * DAY);
    assert_eq!(state.events_of("invoice.paid")[1]["data"]["object"]["amount_paid"], 4900);
}

#[tokio::test]
async fn a_trial_without_a_card_can_end_the_subscription() {
    let shop = Shop::open().await;
    let body = "trial_period_days=5&trial_settings[end_behavior][missing_payment_method]=cancel";
    let subscription = shop.subscribe(body).await;
    shop.client.advance_to(START + 5 * DAY);
    assert_eq!(shop.read(&subscription).await["status"], "canceled");
}

#[tokio::test]
async fn a_failing_card_makes_it_past_due() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("").await;
    let body = "default_payment_method=pm_card_chargeCustomerFail";
    shop.update(&subscription, body).await.ok();
    shop.client.advance_to(FIRST_RENEWAL);
    assert_eq!(shop.read(&subscription).await["status"], "past_due");
    let customer = shop.client.get(&format!("/v1/customers/{}", shop.customer)).await.ok();
    assert_eq!(customer["delinquent"], true);
    assert_eq!(shop.client.sandbox.inspect().events_of("invoice.payment_failed").len(), 1);
}

#[tokio::test]
async fn a_repeating_discount_ends_and_a_single_one_is_used_up() {
    let shop = Shop::open().await;
    shop.coupon("percent_off=50&duration=repeating&duration_in_months=2&id=TWO").await;
    shop.coupon("amount_off=900&currency=usd&duration=once&id=ONE").await;
    let subscription = shop.subscribe("discounts[0][coupon]=TWO").await;
    shop.update(&subscription, &{
        let kept = subscription["discounts"][0].as_str().unwrap();
        format!("discounts[0][discount]={kept}&discounts[1][coupon]=ONE")
    })
    .await
    .ok();
    shop.client.advance_to(START + 100 * DAY);
    let state = shop.client.sandbox.inspect();
    let totals: Vec<_> = state
        .events_of("invoice.paid")
        .iter()
        .map(|event| event["data"]["object"]["total"].as_i64().unwrap())
        .collect();
    assert_eq!(totals, [2450, 1550, 4900, 4900]);
    assert_eq!(shop.read(&subscription).await["discounts"], serde_json::json!([]));
    assert_eq!(state.events_of("customer.discount.deleted").len(), 2);
}

#[tokio::test]
async fn items_with_different_intervals_renew_apart() {
    let shop = Shop::open().await;
    let yearly = price(&shop.client, "usd", "year", 49_000).await;
    let subscription = shop.subscribe(&format!("items[1][price]={yearly}")).await;
    shop.client.advance_to(FIRST_RENEWAL);
    let renewed = shop.read(&subscription).await;
    let items = renewed["items"]["data"].as_array().unwrap();
    assert_eq!(items[0]["current_period_start"], FIRST_RENEWAL);
    assert_eq!(items[1]["current_period_end"], START + 365 * DAY);
    let state = shop.client.sandbox.inspect();
    assert_eq!(state.events_of("invoice.paid")[1]["data"]["object"]["total"], 4900);
}

#[tokio::test]
async fn time_never_goes_back() {
    let shop = Shop::open().await;
    shop.client.advance_to(START - DAY);
    assert_eq!(shop.client.sandbox.now(), START);
}

#[tokio::test]
async fn a_followed_clock_passes_on_its_own() {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicI64, Ordering};
    let time = Arc::new(AtomicI64::new(START));
    let source = Arc::clone(&time);
    let options = stripe_sandbox::SandboxOptions { now: START, seed: 1, secret_keys: Vec::new() };
    let sandbox =
        stripe_sandbox::Sandbox::following(options, move || source.load(Ordering::Relaxed));
    time.fetch_add(60, Ordering::Relaxed);
    assert_eq!(sandbox.now(), START + 60);
    sandbox.advance_clock(START + DAY);
    time.fetch_add(5, Ordering::Relaxed);
    assert_eq!(sandbox.now(), START + DAY + 5);
}
