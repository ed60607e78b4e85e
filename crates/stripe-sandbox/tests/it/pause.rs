//! The real pause of 2026-09-30.endive: a status, no invoices, no periods, no date to resume.

use serde_json::{Value, json};

use crate::client::{Answer, DAY, START, Shop, id, path_of};

/// 2026-11-01, the first renewal.
const NOVEMBER: i64 = START + 31 * DAY;

/// A shop whose calls name the version that has `/pause`.
async fn open() -> Shop {
    let shop = Shop::open().await;
    let client = shop.client.with("stripe-version", stripe_schema::PAUSE_VERSION);
    Shop { client, ..shop }
}

async fn pause(shop: &Shop, subscription: &Value, more: &str) -> Answer {
    let path = format!("{}/pause", path_of(subscription));
    shop.client.post(&path, &format!("type=subscription&{more}")).await
}

async fn resume(shop: &Shop, subscription: &Value, body: &str) -> Answer {
    shop.client.post(&format!("{}/resume", path_of(subscription)), body).await
}

fn dues(shop: &Shop) -> Vec<i64> {
    let state = shop.client.sandbox.inspect();
    let made = state.events_of("invoice.created");
    made.iter().map(|event| event["data"]["object"]["amount_due"].as_i64().unwrap()).collect()
}

#[tokio::test]
async fn the_call_exists_from_its_version_on() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("").await;
    let cases = [
        (None, 404),
        (Some("2026-08-26.dahlia"), 404),
        (Some("2026-09-30.endive"), 200),
        (Some("2026-10-28.endive"), 400),
    ];
    for (version, status) in cases {
        let client = version.map(|version| shop.client.with("stripe-version", version));
        let path = format!("{}/pause", path_of(&subscription));
        let answer = client.as_ref().unwrap_or(&shop.client).post(&path, "type=subscription").await;
        // The last is refused because the third has paused it.
        assert_eq!(answer.status, status, "{version:?}");
        if status == 404 {
            assert!(answer.message().starts_with("Unrecognized request URL"));
        }
    }
}

#[tokio::test]
async fn nothing_is_billed_while_paused_and_a_new_period_begins_on_resuming() {
    let shop = open().await;
    let subscription = shop.subscribe("").await;
    shop.client.advance_to(START + 10 * DAY);
    let paused = pause(&shop, &subscription, "").await.ok();
    assert_eq!(paused["status"], "paused");
    let reason = json!({ "paused": { "subscription": { "type": "pause_requested" } } });
    assert_eq!(paused["status_details"], reason);
    let later = NOVEMBER + 20 * DAY;
    shop.client.advance_to(later);
    let still = shop.read(&subscription).await;
    assert_eq!(still["items"], subscription["items"]);
    assert_eq!(dues(&shop), [4900]);
    let resumed = resume(&shop, &subscription, "expand[]=latest_invoice").await.ok();
    assert_eq!((&resumed["status"], &resumed["status_details"]), (&"active".into(), &Value::Null));
    assert_eq!(resumed["billing_cycle_anchor"], later);
    assert_eq!(resumed["items"]["data"][0]["current_period_start"], later);
    assert_eq!(resumed["latest_invoice"]["status"], "paid");
    assert_eq!(dues(&shop), [4900, 4900]);
    let state = shop.client.sandbox.inspect();
    for event in ["customer.subscription.paused", "customer.subscription.resumed"] {
        assert_eq!(state.events_of(event).len(), 1, "{event}");
    }
    shop.client.check_state();
    // The version before knows the status, and nothing of its details.
    let old = shop.client.with("stripe-version", stripe_schema::API_VERSION);
    let seen = old.get(&path_of(&subscription)).await.ok();
    assert_eq!(seen.get("status_details"), None);
}

#[tokio::test]
async fn unused_time_is_credited_as_asked() {
    let half = START + 15 * DAY + DAY / 2;
    let cases = [
        ("", vec![4900, 4900], 0),
        ("bill_for[unused_time_from][type]=none", vec![4900, 4900], 0),
        ("bill_for[unused_time_from][type]=now", vec![4900, 2450], 0),
        ("bill_for[unused_time_from][type]=item_current_period_start", vec![4900, 0], 0),
        (
            "bill_for[unused_time_from][type]=now&invoicing_behavior=invoice",
            vec![4900, 0, 2450],
            -2450,
        ),
    ];
    for (body, expected, balance) in cases {
        let shop = open().await;
        let subscription = shop.subscribe("").await;
        shop.client.advance_to(half);
        pause(&shop, &subscription, body).await.ok();
        let customer = shop.client.get(&format!("/v1/customers/{}", shop.customer)).await.ok();
        assert_eq!(customer["balance"], balance, "{body}");
        shop.client.advance_to(NOVEMBER + DAY);
        resume(&shop, &subscription, "").await.ok();
        assert_eq!(dues(&shop), expected, "{body}");
    }
}

#[tokio::test]
async fn resuming_can_keep_the_billing_days() {
    let shop = open().await;
    let subscription = shop.subscribe("").await;
    pause(&shop, &subscription, "").await.ok();
    // 15 of the 30 days of November are left.
    let later = NOVEMBER + 15 * DAY;
    shop.client.advance_to(later);
    let resumed = resume(&shop, &subscription, "billing_cycle_anchor[type]=unchanged").await.ok();
    assert_eq!(resumed["billing_cycle_anchor"], START);
    assert_eq!(resumed["items"]["data"][0]["current_period_end"], NOVEMBER + 30 * DAY);
    assert_eq!(dues(&shop), [4900, 2450]);
    shop.client.advance_to(NOVEMBER + 30 * DAY);
    assert_eq!(dues(&shop), [4900, 2450, 4900]);
}

#[tokio::test]
async fn a_short_pause_with_kept_billing_days_costs_nothing() {
    let shop = open().await;
    let subscription = shop.subscribe("").await;
    pause(&shop, &subscription, "").await.ok();
    shop.client.advance_to(START + 5 * DAY);
    let resumed = resume(&shop, &subscription, "billing_cycle_anchor[type]=unchanged").await.ok();
    assert_eq!(resumed["items"], subscription["items"]);
    assert_eq!(dues(&shop), [4900]);
}

#[tokio::test]
async fn an_unpaid_resumption_follows_the_payment_behavior() {
    let cases = [
        ("", "past_due", "active"),
        ("payment_behavior=resume_on_payment_attempt", "past_due", "active"),
        ("payment_behavior=resume_on_payment_success", "paused", "active"),
    ];
    for (body, unpaid, paid) in cases {
        let shop = open().await;
        let subscription = shop.subscribe("").await;
        let card = "default_payment_method=pm_card_chargeCustomerFail";
        shop.update(&subscription, card).await.ok();
        pause(&shop, &subscription, "").await.ok();
        let resumed = resume(&shop, &subscription, body).await.ok();
        assert_eq!(resumed["status"], unpaid, "{body}");
        let invoice = resumed["latest_invoice"].as_str().unwrap();
        let outcome = format!(r#"{{"invoice":"{invoice}","outcome":"paid"}}"#);
        let settled = settle(&shop, outcome).await;
        assert_eq!(settled["status"], paid, "{body}");
        assert_eq!(settled["items"]["data"][0]["current_period_start"], START);
        let state = shop.client.sandbox.inspect();
        assert_eq!(state.events_of("customer.subscription.resumed").len(), 1, "{body}");
        shop.client.check_state();
    }
}

/// Has an open invoice paid, through the sandbox's own controls.
async fn settle(shop: &Shop, outcome: String) -> Value {
    use http_body_util::BodyExt as _;
    use tower::ServiceExt as _;
    let request = axum::http::Request::post("/_sandbox/collection")
        .header("content-type", "application/json")
        .body(axum::body::Body::from(outcome))
        .unwrap();
    let response = shop.client.sandbox.router().oneshot(request).await.unwrap();
    let bytes = response.into_body().collect().await.unwrap().to_bytes();
    serde_json::from_slice(&bytes).unwrap()
}

#[tokio::test]
async fn a_resumption_nobody_pays_is_given_up_after_a_day() {
    let shop = open().await;
    let subscription = shop.subscribe("").await;
    let card = "default_payment_method=pm_card_chargeCustomerFail";
    shop.update(&subscription, card).await.ok();
    pause(&shop, &subscription, "").await.ok();
    let body = "payment_behavior=resume_on_payment_success";
    resume(&shop, &subscription, body).await.ok();
    shop.client.advance_to(START + 23 * 3600 - 1);
    let path = format!("{}?expand[]=latest_invoice", path_of(&subscription));
    assert_eq!(shop.client.get(&path).await.ok()["latest_invoice"]["status"], "open");
    shop.client.advance_to(START + 23 * 3600);
    let held = shop.client.get(&path).await.ok();
    assert_eq!(
        (&held["latest_invoice"]["status"], &held["status"]),
        (&"void".into(), &"paused".into())
    );
}

#[tokio::test]
async fn a_pause_is_refused_where_stripe_refuses_it() {
    let shop = open().await;
    let classic = shop.subscribe("billing_mode[type]=classic").await;
    let refused = pause(&shop, &classic, "").await;
    assert_eq!((refused.status, refused.message().contains("flexible")), (400, true));
    let body = "billing_mode[type]=flexible";
    shop.client.post(&format!("{}/migrate", path_of(&classic)), body).await.ok();
    pause(&shop, &classic, "").await.ok();

    let managed = shop.subscribe("").await;
    let from = format!("from_subscription={}", id(&managed));
    let schedule = shop.client.post("/v1/subscription_schedules", &from).await.ok();
    let refused = pause(&shop, &managed, "").await;
    assert!(refused.message().contains(&id(&schedule)), "{}", refused.message());

    let ended = shop.subscribe("").await;
    shop.client.delete(&path_of(&ended), "").await.ok();
    assert_eq!(pause(&shop, &ended, "").await.status, 400);
    let running = shop.subscribe("").await;
    assert_eq!(resume(&shop, &running, "").await.status, 400);
    let missing = shop.client.post(&format!("{}/pause", path_of(&running)), "").await;
    assert_eq!(missing.fault(), (400, "parameter_missing", "type"));
    let unknown = pause(&shop, &json!({ "id": "sub_none" }), "").await;
    assert_eq!(unknown.fault(), (404, "resource_missing", "id"));
}

#[tokio::test]
async fn a_paused_trial_goes_on_when_resumed() {
    let shop = open().await;
    let subscription = shop.subscribe("trial_period_days=14").await;
    pause(&shop, &subscription, "bill_for[unused_time_from][type]=now").await.ok();
    shop.client.advance_to(START + 7 * DAY);
    assert_eq!(resume(&shop, &subscription, "").await.ok()["status"], "trialing");
    pause(&shop, &subscription, "").await.ok();
    shop.client.advance_to(START + 20 * DAY);
    assert_eq!(shop.read(&subscription).await["status"], "paused");
    assert_eq!(resume(&shop, &subscription, "").await.ok()["status"], "active");
    assert_eq!(dues(&shop), [0, 4900]);
}
