//! The demo cast.

use crate::client::{Client, DAY, START, ids};

fn seeded() -> Client {
    let client = Client::new();
    client.sandbox.seed_demo_cast();
    client
}

#[tokio::test]
async fn the_cast_is_complete_and_valid() {
    let client = Client::new();
    let cast = client.sandbox.seed_demo_cast();
    client.check_state();
    let state = client.sandbox.inspect();
    assert_eq!(state.now, START);
    assert_eq!(cast.len(), 21);
    assert_eq!(cast[0].customer_id, "cus_NffrFeUfNV2Hib");
    assert_eq!(cast[0].subscription_ids, ["sub_1MowQVLkdIwHu7ixeRlqHVzs"]);
    for member in &cast {
        assert_eq!(state.object(&member.customer_id)["email"], member.email.as_str());
        for id in &member.subscription_ids {
            assert_eq!(state.object(id)["customer"], member.customer_id.as_str());
        }
    }
    assert_eq!(client.sandbox.seed_demo_cast(), cast);
    assert_eq!(client.sandbox.inspect().events.len(), state.events.len());
}

#[tokio::test]
async fn every_situation_is_what_its_note_says() {
    let state = seeded().sandbox.inspect();
    let status = |id: &str| state.object(id)["status"].as_str().unwrap().to_owned();
    assert_eq!(status("sub_1MowQVLkdIwHu7ixeRlqHVzs"), "active");
    assert_eq!(status("sub_1LumenTrialing0000000001"), "trialing");
    assert_eq!(status("sub_1LumenPastDue00000000001"), "past_due");
    let leaving = state.object("sub_1LumenLeaving00000000001");
    assert_eq!(
        (&leaving["status"], &leaving["cancel_at_period_end"]),
        (&"active".into(), &true.into())
    );
    let items = |id: &str| state.object(id)["items"]["data"].as_array().unwrap().clone();
    assert_eq!(items("sub_1LumenTeam00000000000001").len(), 2);
    assert_eq!(items("sub_1LumenYearly000000000001")[0]["price"]["recurring"]["interval"], "year");
    assert_eq!(state.object("sub_1LumenYen000000000000001")["currency"], "jpy");
    assert_eq!(state.object("sub_1LumenDinar0000000000001")["currency"], "kwd");
    assert_eq!(items("sub_1LumenDinar0000000000001")[0]["price"]["unit_amount"], 15_000);
    let discounted = state.object("sub_1LumenDiscount0000000001");
    assert_eq!(discounted["discounts"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn the_customers_of_the_newer_offers_are_what_their_notes_say() {
    let client = Client::new();
    let cast = client.sandbox.seed_demo_cast();
    let state = client.sandbox.inspect();
    assert_eq!(state.object("cus_LumenCanada001")["address"]["country"], "CA");
    let seats = state.object("sub_1LumenSeats0000000000001");
    assert_eq!(seats["items"]["data"][0]["quantity"], 12);
    let invoiced = state.object("sub_1LumenInvoiced0000000001");
    let invoice = state.object(invoiced["latest_invoice"].as_str().unwrap());
    assert_eq!((&invoiced["status"], &invoice["status"]), (&"active".into(), &"open".into()));
    assert_eq!(invoice["due_date"], START + 8 * DAY);
    let ending = state.object("sub_1LumenFixedEnd0000000001");
    assert_eq!(ending["cancel_at"], START + 42 * DAY);
    assert_eq!(ending["cancel_at_period_end"], false);
    let low = cast.iter().find(|member| member.customer_id == "cus_LumenLowUse001").unwrap();
    assert_eq!(low.attributes["notes_last_30_days"], 2);
    let family = |price: &str| {
        let product = state.object(price)["product"].as_str().unwrap();
        state.object(product)["metadata"]["family"].as_str().unwrap().to_owned()
    };
    let basic = family("price_1LumenBasicMonthlyUsd");
    assert_eq!(
        [basic.as_str(); 2],
        [family("price_1LumenProMonthlyUsd"), family("price_1LumenProYearlyUsd")]
    );
}

#[tokio::test]
async fn the_plans_of_the_cast_come_true() {
    let client = seeded();
    let status = |id: &str| client.sandbox.inspect().object(id)["status"].clone();
    let price = |id: &str| {
        let state = client.sandbox.inspect();
        state.object(id)["items"]["data"][0]["price"]["id"].as_str().unwrap().to_owned()
    };
    let (scheduled, trial) = ("sub_1LumenSchedule0000000001", "sub_1LumenNoCard000000000001");
    let schedule = client.sandbox.inspect().object(scheduled)["schedule"].clone();
    assert!(schedule.as_str().unwrap().starts_with("sub_sched_"));
    assert_eq!(price(scheduled), "price_1LumenProMonthlyUsd");
    client.advance_to(START + 43 * DAY);
    assert_eq!(price(scheduled), "price_1LumenBasicMonthlyUsd");
    assert_eq!(status(trial), "paused");
    assert_eq!(status("sub_1LumenInvoiced0000000001"), "past_due");
    assert_eq!(status("sub_1LumenFixedEnd0000000001"), "canceled");
}

#[tokio::test]
async fn every_current_period_contains_now() {
    let state = seeded().sandbox.inspect();
    let subscriptions = state.objects.values().filter(|object| object["object"] == "subscription");
    for subscription in subscriptions {
        for item in subscription["items"]["data"].as_array().unwrap() {
            assert!(item["current_period_start"].as_i64().unwrap() <= START, "{subscription:#}");
            assert!(item["current_period_end"].as_i64().unwrap() > START, "{subscription:#}");
        }
    }
}

#[tokio::test]
async fn a_shared_email_finds_both_customers() {
    let client = seeded();
    let found = client.get("/v1/customers?email=dana.brook%40example.com").await.ok();
    assert_eq!(ids(&found), ["cus_LumenShared002", "cus_LumenShared001"]);
    let other_case = client.get("/v1/customers?email=Dana.Brook%40example.com").await.ok();
    assert!(ids(&other_case).is_empty());
}

#[tokio::test]
async fn history_is_in_order_of_time() {
    let events = seeded().sandbox.inspect().events;
    let times: Vec<i64> = events.iter().map(|event| event["created"].as_i64().unwrap()).collect();
    assert!(times.is_sorted(), "{times:?}");
    assert!(times.len() > 60);
}
