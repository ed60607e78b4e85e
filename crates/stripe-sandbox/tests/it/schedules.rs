//! Subscription schedules: phases that begin on their day, and how schedules end.

use serde_json::{Value, json};

use crate::client::{DAY, START, Shop, id, ids, path_of, price};

/// 2026-11-01, 2026-12-01 and 2027-01-01, the renewals of a monthly subscription.
const NOVEMBER: i64 = START + 31 * DAY;
const DECEMBER: i64 = START + 61 * DAY;
const JANUARY: i64 = START + 92 * DAY;

const SCHEDULES: &str = "/v1/subscription_schedules";

fn schedule_path(schedule: &Value) -> String {
    format!("{SCHEDULES}/{}", id(schedule))
}

/// A monthly subscription and the schedule made from it.
async fn scheduled(shop: &Shop, more: &str) -> (Value, Value) {
    let subscription = shop.subscribe(more).await;
    let body = format!("from_subscription={}", id(&subscription));
    let schedule = shop.client.post(SCHEDULES, &body).await.ok();
    (subscription, schedule)
}

/// The parameters of the running phase and of one that follows it.
fn two_phases(schedule: &Value, second: &str) -> String {
    let phase = &schedule["phases"][0];
    let item = &phase["items"][0];
    format!(
        "phases[0][start_date]={}&phases[0][end_date]={}&phases[0][items][0][price]={}\
         &phases[0][items][0][quantity]={}&phases[1][items][0][price]={second}",
        phase["start_date"],
        phase["end_date"],
        item["price"].as_str().unwrap(),
        item["quantity"],
    )
}

/// What was asked of the customer so far, oldest first.
fn dues(shop: &Shop) -> Vec<i64> {
    let state = shop.client.sandbox.inspect();
    let made = state.events_of("invoice.created");
    made.iter().map(|event| event["data"]["object"]["amount_due"].as_i64().unwrap()).collect()
}

fn count(shop: &Shop, event: &str) -> usize {
    shop.client.sandbox.inspect().events_of(event).len()
}

#[tokio::test]
async fn a_schedule_begins_as_what_the_subscription_is() {
    let shop = Shop::open().await;
    shop.coupon("percent_off=10&duration=forever&id=TEN").await;
    let (subscription, schedule) =
        scheduled(&shop, "items[0][quantity]=3&discounts[0][coupon]=TEN").await;
    assert_eq!(schedule["status"], "active");
    assert_eq!(schedule["end_behavior"], "release");
    assert_eq!(schedule["subscription"], subscription["id"]);
    assert_eq!(schedule["current_phase"], json!({ "start_date": START, "end_date": NOVEMBER }));
    let phase = &schedule["phases"][0];
    assert_eq!(phase["items"][0]["quantity"], 3);
    assert_eq!(phase["discounts"][0]["discount"], subscription["discounts"][0]);
    assert_eq!(shop.read(&subscription).await["schedule"], schedule["id"]);
    let listed = shop.client.get(&format!("{SCHEDULES}?customer={}", shop.customer)).await.ok();
    assert_eq!(ids(&listed), [schedule["id"].as_str().unwrap()]);
    let path = format!("{}?expand[]=schedule", path_of(&subscription));
    assert_eq!(shop.client.get(&path).await.ok()["schedule"], schedule);
    let all = shop.client.get("/v1/subscriptions?expand[]=data.schedule").await.ok();
    assert_eq!(all["data"][0]["schedule"]["phases"], schedule["phases"]);
    assert_eq!(count(&shop, "subscription_schedule.created"), 1);
}

#[tokio::test]
async fn the_next_phase_is_there_before_the_renewal_that_bills_it() {
    let shop = Shop::open().await;
    let cheaper = price(&shop.client, "usd", "month", 2900).await;
    let (subscription, schedule) = scheduled(&shop, "").await;
    let body = two_phases(&schedule, &cheaper) + "&phases[1][items][0][quantity]=2";
    shop.client.post(&schedule_path(&schedule), &body).await.ok();
    shop.client.advance_to(NOVEMBER - 1);
    let before = shop.read(&subscription).await;
    assert_eq!(before["items"]["data"][0]["price"]["id"], shop.price.as_str());
    shop.client.advance_to(NOVEMBER);
    let after = shop.read(&subscription).await;
    let item = &after["items"]["data"][0];
    assert_eq!(item["price"]["id"], cheaper.as_str());
    assert_eq!(item["id"], subscription["items"]["data"][0]["id"]);
    assert_eq!(item["current_period_end"], DECEMBER);
    assert_eq!(dues(&shop), [4900, 5800]);
    let read = shop.client.get(&schedule_path(&schedule)).await.ok();
    assert_eq!(read["current_phase"], json!({ "start_date": NOVEMBER, "end_date": DECEMBER }));
}

#[tokio::test]
async fn a_schedule_lets_go_after_its_last_phase() {
    let shop = Shop::open().await;
    let cheaper = price(&shop.client, "usd", "month", 2900).await;
    let (subscription, schedule) = scheduled(&shop, "").await;
    let body = two_phases(&schedule, &cheaper);
    shop.client.post(&schedule_path(&schedule), &body).await.ok();
    shop.client.advance_to(JANUARY);
    let free = shop.read(&subscription).await;
    assert_eq!((&free["schedule"], &free["status"]), (&Value::Null, &"active".into()));
    let ended = shop.client.get(&schedule_path(&schedule)).await.ok();
    assert_eq!(ended["status"], "released");
    assert_eq!(ended["released_at"], DECEMBER);
    assert_eq!(ended["released_subscription"], subscription["id"]);
    assert_eq!((&ended["subscription"], &ended["current_phase"]), (&Value::Null, &Value::Null));
    assert_eq!(dues(&shop), [4900, 2900, 2900, 2900]);
    assert_eq!(count(&shop, "subscription_schedule.released"), 1);
}

#[tokio::test]
async fn a_schedule_can_end_its_subscription() {
    let shop = Shop::open().await;
    let (subscription, schedule) = scheduled(&shop, "").await;
    let body = two_phases(&schedule, &shop.price) + "&end_behavior=cancel";
    shop.client.post(&schedule_path(&schedule), &body).await.ok();
    let planned = shop.read(&subscription).await;
    assert_eq!(planned["cancel_at"], DECEMBER);
    assert_eq!(planned["cancel_at_period_end"], false);
    shop.client.advance_to(JANUARY);
    let ended = shop.read(&subscription).await;
    assert_eq!((&ended["status"], &ended["ended_at"]), (&"canceled".into(), &DECEMBER.into()));
    let schedule = shop.client.get(&schedule_path(&schedule)).await.ok();
    assert_eq!(schedule["status"], "completed");
    assert_eq!(schedule["completed_at"], DECEMBER);
    assert_eq!(dues(&shop), [4900, 4900]);
    assert_eq!(count(&shop, "subscription_schedule.completed"), 1);
    assert_eq!(count(&shop, "subscription_schedule.canceled"), 0);
}

#[tokio::test]
async fn releasing_takes_the_planned_end_away_unless_it_is_to_stay() {
    for (body, expected) in [("", Value::Null), ("preserve_cancel_date=true", DECEMBER.into())] {
        let shop = Shop::open().await;
        let (subscription, schedule) = scheduled(&shop, "").await;
        let update = two_phases(&schedule, &shop.price) + "&end_behavior=cancel";
        shop.client.post(&schedule_path(&schedule), &update).await.ok();
        let path = format!("{}/release", schedule_path(&schedule));
        let released = shop.client.post(&path, body).await.ok();
        assert_eq!(released["status"], "released");
        assert_eq!(released["released_subscription"], subscription["id"]);
        let free = shop.read(&subscription).await;
        assert_eq!((&free["cancel_at"], &free["schedule"]), (&expected, &Value::Null));
        let again = shop.client.post(&path, "").await;
        assert_eq!(again.fault(), (400, "", ""));
    }
}

#[tokio::test]
async fn a_phase_in_the_middle_of_a_period_prorates_as_it_says() {
    // Half of 31 days are left: 49.00 and 99.00 are 24.50 and 49.50 for the rest.
    let half = START + 15 * DAY + DAY / 2;
    let cases = [
        ("none", vec![4900, 9900]),
        ("create_prorations", vec![4900, 9900 + 2500]),
        ("always_invoice", vec![4900, 2500, 9900]),
    ];
    for (behavior, expected) in cases {
        let shop = Shop::open().await;
        let dearer = price(&shop.client, "usd", "month", 9900).await;
        let (_, schedule) = scheduled(&shop, "").await;
        let body = format!(
            "phases[0][start_date]={START}&phases[0][end_date]={half}\
             &phases[0][items][0][price]={}&phases[1][items][0][price]={dearer}\
             &phases[1][proration_behavior]={behavior}",
            shop.price
        );
        shop.client.post(&schedule_path(&schedule), &body).await.ok();
        shop.client.advance_to(NOVEMBER);
        assert_eq!(dues(&shop), expected, "{behavior}");
    }
}

#[tokio::test]
async fn a_longer_interval_begins_with_its_phase_in_one_invoice() {
    let shop = Shop::open().await;
    let yearly = price(&shop.client, "usd", "year", 49_000).await;
    let (subscription, schedule) = scheduled(&shop, "").await;
    let body = two_phases(&schedule, &yearly);
    shop.client.post(&schedule_path(&schedule), &body).await.ok();
    shop.client.advance_to(NOVEMBER);
    let changed = shop.read(&subscription).await;
    assert_eq!(changed["billing_cycle_anchor"], NOVEMBER);
    assert_eq!(changed["items"]["data"][0]["current_period_end"], NOVEMBER + 365 * DAY);
    shop.client.advance_to(NOVEMBER + 200 * DAY);
    assert_eq!(dues(&shop), [4900, 49_000]);
}

#[tokio::test]
async fn a_phase_can_add_and_remove_items_and_discounts() {
    let shop = Shop::open().await;
    let addon = price(&shop.client, "usd", "month", 500).await;
    shop.coupon("percent_off=50&duration=forever&id=HALF").await;
    let (subscription, schedule) = scheduled(&shop, "").await;
    let body = two_phases(&schedule, &shop.price)
        + &format!(
            "&phases[1][items][1][price]={addon}&phases[1][discounts][0][coupon]=HALF\
             &phases[2][items][0][price]={addon}"
        );
    shop.client.post(&schedule_path(&schedule), &body).await.ok();
    shop.client.advance_to(NOVEMBER);
    let second = shop.read(&subscription).await;
    assert_eq!(second["items"]["data"].as_array().unwrap().len(), 2);
    assert_eq!(second["discounts"].as_array().unwrap().len(), 1);
    shop.client.advance_to(DECEMBER);
    let third = shop.read(&subscription).await;
    assert_eq!(third["items"]["data"][0]["price"]["id"], addon.as_str());
    assert_eq!(
        (third["items"]["data"].as_array().unwrap().len(), &third["discounts"]),
        (1, &json!([]))
    );
    assert_eq!(dues(&shop), [4900, 2700, 500]);
}

#[tokio::test]
async fn changing_the_running_phase_changes_the_subscription_at_once() {
    let shop = Shop::open().await;
    let dearer = price(&shop.client, "usd", "month", 9900).await;
    let (subscription, schedule) = scheduled(&shop, "").await;
    shop.client.advance_to(START + 15 * DAY + DAY / 2);
    let body = format!(
        "phases[0][start_date]={START}&phases[0][end_date]={NOVEMBER}\
         &phases[0][items][0][price]={dearer}&proration_behavior=always_invoice"
    );
    shop.client.post(&schedule_path(&schedule), &body).await.ok();
    let changed = shop.read(&subscription).await;
    assert_eq!(changed["items"]["data"][0]["price"]["id"], dearer.as_str());
    assert_eq!(dues(&shop), [4900, 2500]);
    // And the other way round: the phase follows what an update of the subscription does.
    let item = id(&changed["items"]["data"][0]);
    let body = format!("items[0][id]={item}&items[0][quantity]=7&proration_behavior=none");
    shop.update(&subscription, &body).await.ok();
    let followed = shop.client.get(&schedule_path(&schedule)).await.ok();
    assert_eq!(followed["phases"][0]["items"][0]["quantity"], 7);
}

#[tokio::test]
async fn a_running_phase_can_end_now() {
    let shop = Shop::open().await;
    let cheaper = price(&shop.client, "usd", "month", 2900).await;
    let (subscription, schedule) = scheduled(&shop, "").await;
    shop.client.advance_to(START + 5 * DAY);
    let body = format!(
        "phases[0][start_date]=now&phases[0][items][0][price]={cheaper}\
         &phases[0][end_date]={DECEMBER}&phases[0][proration_behavior]=none"
    );
    let changed = shop.client.post(&schedule_path(&schedule), &body).await.ok();
    assert_eq!(changed["phases"][0]["end_date"], START + 5 * DAY);
    assert_eq!(changed["current_phase"]["start_date"], START + 5 * DAY);
    let read = shop.read(&subscription).await;
    assert_eq!(read["items"]["data"][0]["price"]["id"], cheaper.as_str());
}

#[tokio::test]
async fn a_managed_subscription_is_cancelled_through_its_schedule() {
    let shop = Shop::open().await;
    let (subscription, schedule) = scheduled(&shop, "").await;
    for (body, param) in [
        ("cancel_at_period_end=true".to_owned(), "cancel_at_period_end"),
        ("cancel_at_period_end=false".to_owned(), "cancel_at_period_end"),
        (format!("cancel_at={DECEMBER}"), "cancel_at"),
    ] {
        let refused = shop.update(&subscription, &body).await;
        assert_eq!(refused.fault(), (400, "", param));
        assert_eq!(refused.body["error"]["type"], "invalid_request_error");
        assert!(refused.message().contains(&id(&schedule)), "{}", refused.message());
    }
    shop.update(&subscription, "metadata[a]=b").await.ok();
    shop.client.delete(&path_of(&subscription), "").await.ok();
    let ended = shop.client.get(&schedule_path(&schedule)).await.ok();
    assert_eq!((&ended["status"], &ended["canceled_at"]), (&"canceled".into(), &START.into()));
    assert_eq!(count(&shop, "subscription_schedule.canceled"), 1);
}

#[tokio::test]
async fn cancelling_a_schedule_ends_its_subscription_with_a_credit() {
    let shop = Shop::open().await;
    let (subscription, schedule) = scheduled(&shop, "").await;
    shop.client.advance_to(START + 15 * DAY + DAY / 2);
    let path = format!("{}/cancel", schedule_path(&schedule));
    let ended = shop.client.post(&path, "").await.ok();
    assert_eq!(
        (&ended["status"], &ended["subscription"]),
        (&"canceled".into(), &subscription["id"])
    );
    assert_eq!(shop.read(&subscription).await["status"], "canceled");
    let customer = shop.client.get(&format!("/v1/customers/{}", shop.customer)).await.ok();
    assert_eq!(customer["balance"], -2450);
}

#[tokio::test]
async fn a_schedule_starts_its_own_subscription_on_its_day() {
    let shop = Shop::open().await;
    let start = START + 10 * DAY;
    let body = format!(
        "customer={}&start_date={start}&end_behavior=cancel&metadata[why]=offer\
         &phases[0][items][0][price]={}&phases[0][duration][interval]=week\
         &phases[0][duration][interval_count]=2&phases[0][trial]=true\
         &phases[1][items][0][price]={}&phases[1][duration][interval]=month",
        shop.customer, shop.price, shop.price
    );
    let schedule = shop.client.post(SCHEDULES, &body).await.ok();
    assert_eq!(schedule["status"], "not_started");
    assert_eq!(schedule["phases"][1]["start_date"], start + 14 * DAY);
    let listed = shop.client.get(&format!("{SCHEDULES}?scheduled=true")).await.ok();
    assert_eq!(ids(&listed).len(), 1);
    shop.client.advance_to(start + DAY);
    let started = shop.client.get(&schedule_path(&schedule)).await.ok();
    assert_eq!(started["status"], "active");
    let subscription = shop
        .client
        .get(&format!("/v1/subscriptions/{}", started["subscription"].as_str().unwrap()))
        .await
        .ok();
    assert_eq!(subscription["status"], "trialing");
    assert_eq!(subscription["trial_end"], start + 14 * DAY);
    assert_eq!(subscription["schedule"], schedule["id"]);
    shop.client.advance_to(start + 15 * DAY);
    assert_eq!(shop.read(&subscription).await["status"], "active");
    assert_eq!(dues(&shop), [0, 4900]);
    shop.client.advance_to(start + 60 * DAY);
    assert_eq!(shop.read(&subscription).await["status"], "canceled");
    assert_eq!(dues(&shop), [0, 4900]);
}

#[tokio::test]
async fn a_schedule_starting_now_is_billed_now() {
    let shop = Shop::open().await;
    let body = format!(
        "customer={}&start_date=now&phases[0][items][0][price]={}",
        shop.customer, shop.price
    );
    let schedule = shop.client.post(SCHEDULES, &body).await.ok();
    assert_eq!(schedule["status"], "active");
    assert_eq!(schedule["phases"][0]["end_date"], NOVEMBER);
    assert_eq!(dues(&shop), [4900]);
}

#[tokio::test]
async fn a_withdrawn_coupon_leaves_the_subscription_as_it_was() {
    let shop = Shop::open().await;
    shop.coupon("percent_off=50&duration=forever&id=GONE").await;
    let (subscription, schedule) = scheduled(&shop, "").await;
    let body = two_phases(&schedule, &shop.price) + "&phases[1][discounts][0][coupon]=GONE";
    shop.client.post(&schedule_path(&schedule), &body).await.ok();
    shop.client.delete("/v1/coupons/GONE", "").await.ok();
    shop.client.advance_to(NOVEMBER);
    assert_eq!(shop.read(&subscription).await["discounts"], json!([]));
    assert_eq!(dues(&shop), [4900, 4900]);
}

#[tokio::test]
async fn bad_schedules_are_named() {
    let shop = Shop::open().await;
    let euro = price(&shop.client, "eur", "month", 4900).await;
    let (subscription, schedule) = scheduled(&shop, "").await;
    let (customer, usd) = (&shop.customer, &shop.price);
    let phase = format!("customer={customer}&phases[0][items][0][price]={usd}");
    let cases = [
        (format!("from_subscription={}", id(&subscription)), "", "from_subscription"),
        ("from_subscription=sub_none".to_owned(), "resource_missing", "from_subscription"),
        (format!("from_subscription=sub_x&customer={customer}"), "", "customer"),
        ("from_subscription=sub_x&metadata[a]=b".to_owned(), "", "metadata"),
        ("metadata[a]=b".to_owned(), "parameter_missing", "customer"),
        (format!("customer={customer}"), "parameter_missing", "phases"),
        (format!("{phase}&start_date={}", START - 1), "", "start_date"),
        (format!("{phase}&phases[0][end_date]={START}"), "", "phases[0][end_date]"),
        (
            format!("{phase}&phases[0][end_date]={DECEMBER}&phases[0][duration][interval]=day"),
            "parameters_exclusive",
            "phases[0]",
        ),
        (
            format!("{phase}&phases[1][items][0][price]={usd}&phases[1][start_date]=5"),
            "parameter_unknown",
            "phases[1][start_date]",
        ),
        (format!("{phase}&phases[1][items][0][price]={euro}"), "", "phases[1][items]"),
        (format!("{phase}&phases[0][items][1][price]={euro}"), "", "phases[0][items][1][price]"),
        (
            format!("{phase}&phases[0][discounts][0][coupon]=NONE"),
            "resource_missing",
            "phases[0][discounts][0][coupon]",
        ),
        (format!("{phase}&phases[0][trial_end]={JANUARY}"), "", "phases[0][trial_end]"),
        (format!("{phase}&start_date={}", i64::MAX), "", "start_date"),
        (format!("{phase}&phases[0][end_date]={}", i64::MAX), "", "phases[0][end_date]"),
        (
            format!(
                "{phase}&phases[0][duration][interval]=year\
                 &phases[0][duration][interval_count]={}",
                i64::MAX
            ),
            "parameter_invalid_integer",
            "phases[0][duration][interval_count]",
        ),
        (format!("{phase}&end_behavior=renew"), "", "end_behavior"),
        (format!("{phase}&default_settings[description]=x"), "", "default_settings"),
    ];
    for (body, code, param) in cases {
        let answer = shop.client.post(SCHEDULES, &body).await;
        assert_eq!(answer.fault(), (400, code, param), "{body}");
    }
    let future = format!("phases[0][start_date]={NOVEMBER}&phases[0][items][0][price]={usd}");
    let missing = shop.client.post(&schedule_path(&schedule), &future).await;
    assert_eq!(missing.fault(), (400, "", "phases"));
    let unknown = shop.client.get(&format!("{SCHEDULES}/sub_sched_none")).await;
    assert_eq!(unknown.fault(), (404, "resource_missing", "id"));
}

#[tokio::test]
async fn a_planned_cancellation_becomes_the_end_of_the_schedule() {
    for body in ["cancel_at_period_end=true".to_owned(), format!("cancel_at={}", NOVEMBER + DAY)] {
        let shop = Shop::open().await;
        let subscription = shop.subscribe("").await;
        let leaving = shop.update(&subscription, &body).await.ok();
        let from = format!("from_subscription={}", id(&subscription));
        let schedule = shop.client.post(SCHEDULES, &from).await.ok();
        assert_eq!(schedule["end_behavior"], "cancel");
        assert_eq!(schedule["current_phase"]["end_date"], leaving["cancel_at"]);
        let managed = shop.read(&subscription).await;
        assert_eq!(managed["cancel_at"], leaving["cancel_at"]);
        assert_eq!(managed["cancel_at_period_end"], false);
        shop.client.advance_to(NOVEMBER + DAY);
        assert_eq!(shop.read(&subscription).await["status"], "canceled");
        assert_eq!(count(&shop, "subscription_schedule.completed"), 1);
    }
}

#[tokio::test]
async fn a_metered_item_has_no_quantity_in_any_phase() {
    let shop = Shop::open().await;
    let body = "currency=usd&unit_amount=3&recurring[interval]=month&product_data[name]=Pages\
                &recurring[usage_type]=metered&recurring[meter]=mtr_1";
    let metered = id(&shop.client.post("/v1/prices", body).await.ok());
    let (subscription, schedule) = scheduled(&shop, &format!("items[1][price]={metered}")).await;
    assert_eq!(schedule["phases"][0]["items"][1].get("quantity"), None);
    let body = two_phases(&schedule, &metered);
    let refused = format!("{body}&phases[1][items][0][quantity]=1");
    let refused = shop.client.post(&schedule_path(&schedule), &refused).await;
    assert_eq!(refused.fault(), (400, "", "phases[1][items][0][quantity]"));
    shop.client.post(&schedule_path(&schedule), &body).await.ok();
    shop.client.advance_to(NOVEMBER);
    let items = &shop.read(&subscription).await["items"]["data"];
    assert_eq!((&items[0]["price"]["id"], &items[1]), (&metered.into(), &Value::Null));
}

#[tokio::test]
async fn a_schedule_lives_by_the_test_clock_of_its_customer() {
    let shop = Shop::open().await;
    let clock = format!("frozen_time={START}");
    let clock = shop.client.post("/v1/test_helpers/test_clocks", &clock).await.ok();
    let customer = format!("test_clock={}", id(&clock));
    let customer = id(&shop.client.post("/v1/customers", &customer).await.ok());
    let body = format!(
        "customer={customer}&start_date={NOVEMBER}&phases[0][items][0][price]={}",
        shop.price
    );
    let schedule = shop.client.post(SCHEDULES, &body).await.ok();
    assert_eq!(schedule["test_clock"], clock["id"]);
    shop.client.advance_to(DECEMBER);
    let path = schedule_path(&schedule);
    assert_eq!(shop.client.get(&path).await.ok()["status"], "not_started");
    assert_eq!(ids(&shop.client.get(SCHEDULES).await.ok()), [""; 0]);
    let body = format!("schedule={}", id(&schedule));
    let preview = shop.client.post("/v1/invoices/create_preview", &body).await.ok();
    assert_eq!(preview["created"], NOVEMBER);
    let advance = format!("/v1/test_helpers/test_clocks/{}/advance", id(&clock));
    shop.client.post(&advance, &format!("frozen_time={NOVEMBER}")).await.ok();
    assert_eq!(shop.client.get(&path).await.ok()["status"], "active");
}
