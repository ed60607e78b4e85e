//! What changes in the middle of a period cost, in exact amounts.

use serde_json::{Value, json};

use crate::client::{DAY, START, Shop, id, path_of, price};

/// 2026-11-01, the first renewal of a monthly subscription.
const NOVEMBER: i64 = START + 31 * DAY;
/// The middle of October.
const HALF: i64 = START + 15 * DAY + DAY / 2;

fn item(subscription: &Value) -> String {
    id(&subscription["items"]["data"][0])
}

/// The amounts of the lines of every invoice, oldest first.
fn lines(shop: &Shop) -> Vec<Vec<i64>> {
    let state = shop.client.sandbox.inspect();
    state
        .events_of("invoice.created")
        .iter()
        .map(|event| {
            let lines = event["data"]["object"]["lines"]["data"].as_array().unwrap();
            lines.iter().map(|line| line["amount"].as_i64().unwrap()).collect()
        })
        .collect()
}

#[tokio::test]
async fn each_billing_mode_credits_in_its_own_way() {
    let cases = [
        // A single-use coupon halved October. Flexible gives half of the 24.50 back that were
        // billed, classic half of the price, which is 49.00 again.
        ("flexible", "duration=once", vec![-1225, 4950]),
        ("classic", "duration=once", vec![-2450, 4950]),
        // A lasting coupon halves what is given back and what is charged, in both.
        ("flexible", "duration=forever", vec![-1225, 2475]),
        ("classic", "duration=forever", vec![-1225, 2475]),
    ];
    for (mode, duration, expected) in cases {
        let shop = Shop::open().await;
        let dearer = price(&shop.client, "usd", "month", 9900).await;
        shop.coupon(&format!("id=HALF&percent_off=50&{duration}")).await;
        let body = format!("billing_mode[type]={mode}&discounts[0][coupon]=HALF");
        let subscription = shop.subscribe(&body).await;
        shop.client.advance_to(HALF);
        let body = format!(
            "items[0][id]={}&items[0][price]={dearer}&proration_behavior=always_invoice",
            item(&subscription)
        );
        shop.update(&subscription, &body).await.ok();
        assert_eq!(lines(&shop)[1], expected, "{mode} {duration}");
    }
}

#[tokio::test]
async fn a_period_nobody_paid_is_worth_nothing_in_flexible_billing() {
    for (mode, credit) in [("flexible", 0), ("classic", -2450)] {
        let shop = Shop::open().await;
        let subscription = shop.subscribe(&format!("billing_mode[type]={mode}")).await;
        shop.update(&subscription, "pause_collection[behavior]=void").await.ok();
        shop.client.advance_to(NOVEMBER + 15 * DAY);
        shop.update(&subscription, "pause_collection=").await.ok();
        let body = "prorate=true&invoice_now=true";
        shop.client.delete(&path_of(&subscription), body).await.ok();
        assert_eq!(lines(&shop)[2], [credit], "{mode}");
    }
}

#[tokio::test]
async fn a_credit_follows_the_last_change_not_the_first_invoice() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("items[0][quantity]=2").await;
    let item = item(&subscription);
    // 31 days: after 15.5 days half is left, after 23.25 a quarter.
    for (at, quantity) in [(HALF, 0), (START + 23 * DAY + DAY / 4, 4)] {
        shop.client.advance_to(at);
        let body = format!("items[0][id]={item}&items[0][quantity]={quantity}");
        shop.update(&subscription, &body).await.ok();
    }
    shop.client.advance_to(NOVEMBER);
    assert_eq!(lines(&shop)[1], [-4900, 0, 0, 4900, 4 * 4900]);
}

#[tokio::test]
async fn an_added_item_is_charged_for_the_rest_of_the_period() {
    let shop = Shop::open().await;
    let addon = price(&shop.client, "usd", "month", 501).await;
    let subscription = shop.subscribe("").await;
    shop.client.advance_to(HALF);
    let added = shop.update(&subscription, &format!("items[0][price]={addon}")).await.ok();
    assert_eq!(added["items"]["data"][1]["current_period_end"], NOVEMBER);
    shop.client.advance_to(NOVEMBER);
    // Half of 5.01 is 2.505, rounded half up.
    assert_eq!(lines(&shop)[1], [251, 4900, 501]);
    shop.client.advance_to(NOVEMBER + 15 * DAY);
    let addon = id(&added["items"]["data"][1]);
    let body =
        format!("items[0][id]={addon}&items[0][deleted]=true&proration_behavior=always_invoice");
    shop.update(&subscription, &body).await.ok();
    assert_eq!(lines(&shop)[2], [-251]);
}

#[tokio::test]
async fn a_longer_item_joins_the_cycle_of_flexible_billing() {
    let shop = Shop::open().await;
    let yearly = price(&shop.client, "usd", "year", 36_500).await;
    let subscription = shop.subscribe("").await;
    shop.client.advance_to(START + 65 * DAY);
    let body = format!("items[0][price]={yearly}&proration_behavior=always_invoice");
    let mixed = shop.update(&subscription, &body).await.ok();
    assert_eq!(mixed["items"]["data"][1]["current_period_end"], START + 365 * DAY);
    assert_eq!(lines(&shop).last().unwrap(), &[30_000]);

    let classic = shop.subscribe("billing_mode[type]=classic").await;
    let refused = shop.update(&classic, &body).await;
    assert_eq!(refused.fault(), (400, "", "items"));
    let change = format!("items[0][id]={}&items[0][price]={yearly}", item(&classic));
    let changed = shop.update(&classic, &change).await.ok();
    assert_eq!(changed["billing_cycle_anchor"], START + 65 * DAY);
    assert_eq!(lines(&shop).last().unwrap(), &[-4900, 36_500]);
}

#[tokio::test]
async fn minor_units_are_prorated_whole() {
    for (currency, amount, half) in [("jpy", 7001, 3501), ("kwd", 15_001, 7501)] {
        let shop = Shop::open().await;
        let own = price(&shop.client, currency, "month", amount).await;
        let body = format!("customer={}&items[0][price]={own}", shop.customer);
        let subscription = shop.client.post("/v1/subscriptions", &body).await.ok();
        shop.client.advance_to(HALF);
        let body = format!("items[0][id]={}&items[0][quantity]=3", item(&subscription));
        shop.update(&subscription, &body).await.ok();
        shop.client.advance_to(NOVEMBER);
        let debit = (3 * amount + 1) / 2;
        assert_eq!(lines(&shop)[1], [-half, debit, 3 * amount], "{currency}");
    }
}

#[tokio::test]
async fn the_billing_cycle_can_begin_now() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("").await;
    shop.client.advance_to(HALF);
    let unchanged = shop.update(&subscription, "billing_cycle_anchor=unchanged").await.ok();
    assert_eq!(unchanged["billing_cycle_anchor"], START);
    let begun = shop.update(&subscription, "billing_cycle_anchor=now").await.ok();
    assert_eq!(begun["billing_cycle_anchor"], HALF);
    assert_eq!(begun["items"]["data"][0]["current_period_start"], HALF);
    assert_eq!(lines(&shop)[1], [-2450, 4900]);
    let later = shop.client.with("stripe-version", stripe_schema::PAUSE_VERSION);
    let body = "billing_cycle_anchor[type]=now&proration_behavior=none";
    later.post(&path_of(&subscription), body).await.ok();
    assert_eq!(lines(&shop)[2], [4900]);
    let trial = shop.subscribe("trial_period_days=3").await;
    let refused = shop.update(&trial, "billing_cycle_anchor=now").await;
    assert_eq!(refused.fault(), (400, "", "billing_cycle_anchor"));
}

#[tokio::test]
async fn a_trial_moves_the_renewal_of_an_active_subscription() {
    let until = NOVEMBER + 20 * DAY;
    let cases = [
        ("none", vec![vec![4900], vec![4900]]),
        ("create_prorations", vec![vec![4900], vec![-2450, 4900]]),
        ("always_invoice", vec![vec![4900], vec![-2450], vec![4900]]),
    ];
    for (behavior, expected) in cases {
        let shop = Shop::open().await;
        let subscription = shop.subscribe("").await;
        shop.client.advance_to(HALF);
        let body = format!("trial_end={until}&proration_behavior={behavior}");
        let moved = shop.update(&subscription, &body).await.ok();
        assert_eq!(moved["status"], "trialing");
        assert_eq!(moved["items"]["data"][0]["current_period_end"], until);
        shop.client.advance_to(until - 1);
        assert_eq!(shop.read(&subscription).await["status"], "trialing");
        shop.client.advance_to(until);
        let active = shop.read(&subscription).await;
        assert_eq!(
            (&active["status"], &active["billing_cycle_anchor"]),
            (&"active".into(), &until.into())
        );
        assert_eq!(lines(&shop), expected, "{behavior}");
    }
}

#[tokio::test]
async fn cancelling_now_bills_what_it_is_told_to() {
    let cases = [
        ("", None, 0),
        ("invoice_now=true", Some(vec![-2450, 4900]), 2450),
        ("prorate=true", None, 0),
        ("invoice_now=true&prorate=true", Some(vec![-2450, 4900, -4900]), 0),
    ];
    for (body, expected, due) in cases {
        let shop = Shop::open().await;
        let subscription = shop.subscribe("").await;
        shop.client.advance_to(HALF);
        // Prorations wait: 49.00 for a second seat, twice half a month, less what was paid.
        let change = format!("items[0][id]={}&items[0][quantity]=2", item(&subscription));
        shop.update(&subscription, &change).await.ok();
        shop.client.delete(&path_of(&subscription), body).await.ok();
        assert_eq!(lines(&shop).get(1), expected.as_ref(), "{body}");
        let state = shop.client.sandbox.inspect();
        let last = state.events_of("invoice.created").last().unwrap()["data"]["object"].clone();
        if expected.is_some() {
            assert_eq!(last["amount_due"], due, "{body}");
        }
        assert_eq!(last["lines"]["has_more"], json!(false));
    }
}

#[tokio::test]
async fn an_item_can_be_changed_on_its_own() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("").await;
    shop.client.advance_to(HALF);
    let path = format!("/v1/subscription_items/{}", item(&subscription));
    let body = "quantity=3&metadata[seat]=a&proration_behavior=always_invoice";
    let changed = shop.client.post(&path, body).await.ok();
    assert_eq!((&changed["quantity"], &changed["metadata"]["seat"]), (&3.into(), &"a".into()));
    assert_eq!(lines(&shop)[1], [-2450, 7350]);
    let refused = shop.client.post(&path, "price=price_none").await;
    assert_eq!(refused.fault(), (400, "resource_missing", "price"));
    let unknown = shop.client.post("/v1/subscription_items/si_none", "quantity=1").await;
    assert_eq!(unknown.fault(), (404, "resource_missing", "id"));
}

#[tokio::test]
async fn a_planned_end_collects_the_prorations_that_wait() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("").await;
    shop.client.advance_to(HALF);
    let body = format!(
        "items[0][id]={}&items[0][quantity]=2&cancel_at_period_end=true",
        item(&subscription)
    );
    shop.update(&subscription, &body).await.ok();
    let body = format!("subscription={}", id(&subscription));
    let preview = shop.client.post("/v1/invoices/create_preview", &body).await.ok();
    assert_eq!((&preview["amount_due"], &preview["created"]), (&2450.into(), &NOVEMBER.into()));
    shop.client.advance_to(NOVEMBER);
    assert_eq!(lines(&shop), [vec![4900], vec![-2450, 4900]]);
    assert_eq!(shop.read(&subscription).await["status"], "canceled");
}

#[tokio::test]
async fn a_new_interval_waits_for_the_end_of_a_trial() {
    for behavior in ["none", "create_prorations", "always_invoice"] {
        let shop = Shop::open().await;
        let yearly = price(&shop.client, "usd", "year", 49_000).await;
        let subscription = shop.subscribe("trial_period_days=14").await;
        let item = item(&subscription);
        let body =
            format!("items[0][id]={item}&items[0][price]={yearly}&proration_behavior={behavior}");
        let changed = shop.update(&subscription, &body).await.ok();
        let end = START + 14 * DAY;
        assert_eq!(changed["items"]["data"][0]["current_period_end"], end, "{behavior}");
        shop.client.advance_to(end);
        assert_eq!(lines(&shop), [[0], [49_000]], "{behavior}");
        let active = shop.read(&subscription).await;
        assert_eq!(active["items"]["data"][0]["current_period_end"], end + 365 * DAY);
    }
}
