//! The life of a subscription.

use serde_json::{Value, json};

use crate::client::{DAY, START, Shop, id, ids, path_of};

#[tokio::test]
async fn a_new_subscription_is_active_and_billed() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("expand[]=latest_invoice").await;
    assert_eq!(subscription["status"], "active");
    let item = &subscription["items"]["data"][0];
    assert_eq!(item["current_period_start"], START);
    assert_eq!(item["current_period_end"], START + 31 * DAY);
    assert_eq!(subscription["latest_invoice"]["amount_paid"], 4900);
    assert_eq!(subscription["billing_mode"]["type"], "flexible");
    shop.client.check_state();
}

#[tokio::test]
async fn lists_hide_canceled_unless_asked() {
    let shop = Shop::open().await;
    let kept = shop.subscribe("").await;
    let gone = shop.subscribe("").await;
    shop.client.delete(&path_of(&gone), "").await.ok();
    let list = |status: &'static str| {
        let path = format!("/v1/subscriptions?customer={}{status}", shop.customer);
        async { shop.client.get(&{ path }).await.ok() }
    };
    assert_eq!(ids(&list("").await), [id(&kept)]);
    assert_eq!(ids(&list("&status=all").await), [id(&gone), id(&kept)]);
    assert_eq!(ids(&list("&status=ended").await), [id(&gone)]);
    assert_eq!(ids(&list("&status=canceled").await), [id(&gone)]);
    assert!(ids(&list("&status=trialing").await).is_empty());
    assert_eq!(ids(&list("&current_period_end[gt]=0&price=price_none").await), Vec::<&str>::new());
    let unknown = shop.client.get("/v1/subscriptions?customer=cus_none").await;
    assert_eq!(unknown.fault(), (400, "resource_missing", "customer"));
}

#[tokio::test]
async fn cancelling_at_the_period_end_can_be_undone() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("").await;
    let body = "cancel_at_period_end=true&cancellation_details[feedback]=unused\
                &cancellation_details[comment]=bye&metadata[engine_action]=a1";
    let leaving = shop.update(&subscription, body).await.ok();
    assert_eq!(leaving["status"], "active");
    assert_eq!(leaving["cancel_at"], START + 31 * DAY);
    assert_eq!(leaving["canceled_at"], START);
    let details = &leaving["cancellation_details"];
    assert_eq!((&details["feedback"], &details["comment"]), (&json!("unused"), &json!("bye")));
    assert_eq!(details["reason"], "cancellation_requested");
    let kept = shop.update(&subscription, "cancel_at_period_end=false").await.ok();
    assert_eq!(kept["cancel_at_period_end"], false);
    assert!(kept["cancel_at"].is_null() && kept["canceled_at"].is_null());
    assert!(kept["cancellation_details"]["reason"].is_null());
    assert_eq!(kept["metadata"]["engine_action"], "a1");
}

#[tokio::test]
async fn cancelling_at_a_time_needs_the_future_and_flexible_billing() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("billing_mode[type]=classic").await;
    let past = shop.update(&subscription, &format!("cancel_at={START}")).await;
    assert_eq!(past.fault(), (400, "", "cancel_at"));
    let classic = shop.update(&subscription, "cancel_at=min_period_end").await;
    assert_eq!(classic.fault(), (400, "", "cancel_at"));
    let both = shop.update(&subscription, "cancel_at=1900000000&cancel_at_period_end=true").await;
    assert_eq!(both.fault(), (400, "parameters_exclusive", ""));
    let path = format!("{}/migrate", path_of(&subscription));
    let migrated = shop.client.post(&path, "billing_mode[type]=flexible").await.ok();
    assert_eq!(migrated["billing_mode"]["type"], "flexible");
    let leaving = shop.update(&subscription, "cancel_at=min_period_end").await.ok();
    assert_eq!(leaving["cancel_at"], START + 31 * DAY);
    let kept = shop.update(&subscription, "cancel_at=").await.ok();
    assert!(kept["cancel_at"].is_null());
}

#[tokio::test]
async fn cancelling_now_ends_it_once() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("").await;
    let body = "cancellation_details[feedback]=too_expensive";
    let ended = shop.client.delete(&path_of(&subscription), body).await.ok();
    assert_eq!(ended["status"], "canceled");
    assert_eq!((&ended["ended_at"], &ended["canceled_at"]), (&START.into(), &START.into()));
    assert_eq!(ended["cancellation_details"]["feedback"], "too_expensive");
    let again = shop.client.delete(&path_of(&subscription), "").await;
    assert_eq!(again.fault(), (404, "resource_missing", "id"));
    assert_eq!(shop.client.sandbox.inspect().events_of("customer.subscription.deleted").len(), 1);
}

#[tokio::test]
async fn a_canceled_subscription_takes_only_metadata_and_details() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("").await;
    shop.client.delete(&path_of(&subscription), "").await.ok();
    let answer = shop.update(&subscription, "cancel_at_period_end=false").await;
    assert_eq!(answer.fault(), (400, "invalid_canceled_subscription_fields", ""));
    let body = "metadata[a]=b&cancellation_details[comment]=later";
    let after = shop.update(&subscription, body).await.ok();
    assert_eq!(after["metadata"]["a"], "b");
    assert_eq!(after["cancellation_details"]["comment"], "later");
}

#[tokio::test]
async fn pausing_collection_keeps_the_status() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("").await;
    let resumes_at = START + 60 * DAY;
    let body = format!("pause_collection[behavior]=void&pause_collection[resumes_at]={resumes_at}");
    let paused = shop.update(&subscription, &body).await.ok();
    assert_eq!(paused["status"], "active");
    assert_eq!(paused["pause_collection"], json!({ "behavior": "void", "resumes_at": resumes_at }));
    let resumed = shop.update(&subscription, "pause_collection=").await.ok();
    assert!(resumed["pause_collection"].is_null());
    let past = format!("pause_collection[behavior]=void&pause_collection[resumes_at]={START}");
    let answer = shop.update(&subscription, &past).await;
    assert_eq!(answer.fault(), (400, "", "pause_collection[resumes_at]"));
}

#[tokio::test]
async fn extending_by_a_trial_moves_the_anchor_without_proration() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("").await;
    let end = START + 61 * DAY;
    let body = format!("trial_end={end}&proration_behavior=none");
    let extended = shop.update(&subscription, &body).await.ok();
    assert_eq!(extended["status"], "trialing");
    assert_eq!(extended["billing_cycle_anchor"], end);
    assert_eq!(extended["items"]["data"][0]["current_period_end"], end);
    let now = shop.update(&subscription, "trial_end=now").await.ok();
    assert_eq!(now["status"], "active");
    assert_eq!(now["billing_cycle_anchor"], START);
    let far = format!("trial_end={}", START + 800 * DAY);
    assert_eq!(shop.update(&subscription, &far).await.fault(), (400, "", "trial_end"));
}

#[tokio::test]
async fn only_a_paused_subscription_can_be_resumed() {
    let shop = Shop::open().await;
    let active = shop.subscribe("").await;
    let path = format!("{}/resume", path_of(&active));
    assert_eq!(shop.client.post(&path, "").await.status, 400);
    let body = "trial_period_days=5&trial_settings[end_behavior][missing_payment_method]=pause";
    let trial = shop.subscribe(body).await;
    shop.client.advance_to(START + 6 * DAY);
    assert_eq!(shop.read(&trial).await["status"], "paused");
    let path = format!("{}/resume", path_of(&trial));
    let resumed = shop.client.post(&path, "expand[]=latest_invoice").await.ok();
    assert_eq!(resumed["status"], "active");
    assert_eq!(resumed["billing_cycle_anchor"], START + 6 * DAY);
    assert_eq!(resumed["latest_invoice"]["amount_paid"], 4900);
}

#[tokio::test]
async fn bad_references_are_named() {
    let shop = Shop::open().await;
    let (customer, price) = (&shop.customer, &shop.price);
    let cases = [
        (format!("customer=cus_none&items[0][price]={price}"), "resource_missing", "customer"),
        (
            format!("customer={customer}&items[0][price]=price_none"),
            "resource_missing",
            "items[0][price]",
        ),
        (format!("customer={customer}"), "parameter_missing", "items"),
        (
            format!("customer={customer}&items[0][price]={price}&discounts[0][coupon]=none"),
            "resource_missing",
            "discounts[0][coupon]",
        ),
    ];
    for (body, code, param) in cases {
        let answer = shop.client.post("/v1/subscriptions", &body).await;
        assert_eq!(answer.fault(), (400, code, param), "{body}");
    }
    assert!(shop.client.sandbox.inspect().events_of("customer.subscription.created").is_empty());
    let missing = shop.client.get("/v1/subscriptions/sub_none").await;
    assert_eq!(missing.fault(), (404, "resource_missing", "id"));
    assert_eq!(missing.message(), "No such subscription: 'sub_none'");
}

#[tokio::test]
async fn a_feedback_option_must_exist_and_be_active() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("").await;
    let body = "description=Moving+abroad";
    let option = id(&shop.client.post("/v1/billing/feedback_options", body).await.ok());
    let choose = format!("cancellation_details[feedback_option]={option}");
    let after: Value = shop.update(&subscription, &choose).await.ok();
    assert_eq!(after["cancellation_details"]["feedback_option"], option.as_str());
    let path = format!("/v1/billing/feedback_options/{option}/deactivate");
    assert_eq!(shop.client.post(&path, "").await.ok()["status"], "inactive");
    let param = "cancellation_details[feedback_option]";
    assert_eq!(shop.update(&subscription, &choose).await.fault(), (400, "", param));
}
