//! Previews: what they say is what happens.

use serde_json::Value;

use crate::client::{Answer, DAY, START, Shop, id, path_of, price};

/// 2026-11-01 and 2026-12-01, the first renewals of a monthly subscription.
const NOVEMBER: i64 = START + 31 * DAY;
const DECEMBER: i64 = START + 61 * DAY;
/// The middle of October.
const HALF: i64 = START + 15 * DAY + DAY / 2;

async fn ask(shop: &Shop, body: &str) -> Answer {
    shop.client.post("/v1/invoices/create_preview", body).await
}

async fn preview(shop: &Shop, subscription: &Value, more: &str) -> Answer {
    ask(shop, &format!("subscription={}&{more}", id(subscription))).await
}

fn first_item(subscription: &Value) -> String {
    id(&subscription["items"]["data"][0])
}

#[tokio::test]
async fn the_recurring_charge_leaves_prorations_and_trials_out() {
    let shop = Shop::open().await;
    let dearer = price(&shop.client, "usd", "month", 9900).await;
    let subscription = shop.subscribe("").await;
    shop.client.advance_to(HALF);
    let item = first_item(&subscription);
    // Prorations of this change wait for the next invoice.
    shop.update(&subscription, &format!("items[0][id]={item}&items[0][quantity]=2")).await.ok();
    let recurring = preview(&shop, &subscription, "preview_mode=recurring").await.ok();
    assert_eq!((&recurring["total"], &recurring["created"]), (&9800.into(), &NOVEMBER.into()));
    assert_eq!(preview(&shop, &subscription, "").await.ok()["total"], 9800 + 2450);
    let change = format!(
        "preview_mode=recurring&subscription_details[items][0][id]={item}\
         &subscription_details[items][0][price]={dearer}\
         &subscription_details[items][0][quantity]=1\
         &subscription_details[proration_behavior]=always_invoice"
    );
    assert_eq!(preview(&shop, &subscription, &change).await.ok()["total"], 9900);
    let trial = shop.subscribe("trial_period_days=14").await;
    let recurring = preview(&shop, &trial, "preview_mode=recurring").await.ok();
    assert_eq!(recurring["total"], 4900);
    let ending = "preview_mode=recurring&subscription_details[cancel_at_period_end]=true";
    let none = preview(&shop, &subscription, ending).await;
    assert_eq!(none.fault(), (404, "invoice_upcoming_none", ""));
}

#[tokio::test]
async fn cancelling_now_is_previewed_with_its_credit() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("").await;
    shop.client.advance_to(HALF);
    let cases = [("", -2450, 1), ("&subscription_details[proration_behavior]=none", 0, 0)];
    for (more, total, lines) in cases {
        let body = format!("subscription_details[cancel_now]=true{more}");
        let last = preview(&shop, &subscription, &body).await.ok();
        assert_eq!((&last["total"], &last["amount_due"]), (&total.into(), &0.into()));
        assert_eq!(last["lines"]["data"].as_array().unwrap().len(), lines);
        assert_eq!(last["ending_balance"], total);
    }
    assert_eq!(shop.read(&subscription).await["status"], "active");
}

#[tokio::test]
async fn the_same_proration_date_gives_the_same_proration() {
    let shop = Shop::open().await;
    let dearer = price(&shop.client, "usd", "month", 9900).await;
    let subscription = shop.subscribe("").await;
    shop.client.advance_to(START + 20 * DAY);
    let item = first_item(&subscription);
    let details = |name: &str| format!("subscription_details[{name}]");
    let body = format!(
        "{}[0][id]={item}&{}[0][price]={dearer}&{}=always_invoice&{}={HALF}",
        details("items"),
        details("items"),
        details("proration_behavior"),
        details("proration_date"),
    );
    let asked = preview(&shop, &subscription, &body).await.ok();
    assert_eq!(asked["total"], 2500);
    shop.client.advance_to(START + 25 * DAY);
    let body = format!(
        "items[0][id]={item}&items[0][price]={dearer}&proration_behavior=always_invoice\
         &proration_date={HALF}&expand[]=latest_invoice"
    );
    let done = shop.update(&subscription, &body).await.ok();
    assert_eq!(done["latest_invoice"]["total"], 2500);
    let early = format!("proration_date={}", START - 1);
    let refused = shop.update(&subscription, &early).await;
    assert_eq!(refused.fault(), (400, "", "proration_date"));
}

#[tokio::test]
async fn a_balance_is_used_up_in_a_preview_and_not_by_it() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("").await;
    let path = format!("/v1/customers/{}/balance_transactions", shop.customer);
    shop.client.post(&path, "amount=-1000&currency=usd").await.ok();
    let next = preview(&shop, &subscription, "").await.ok();
    assert_eq!(next["starting_balance"], -1000);
    assert_eq!((&next["total"], &next["amount_due"]), (&4900.into(), &3900.into()));
    assert_eq!(next["ending_balance"], 0);
    let customer = shop.client.get(&format!("/v1/customers/{}", shop.customer)).await.ok();
    assert_eq!(customer["balance"], -1000);
}

#[tokio::test]
async fn a_subscription_to_come_is_previewed_for_its_customer() {
    let shop = Shop::open().await;
    shop.coupon("percent_off=20&duration=once&id=FIRST").await;
    let body = format!(
        "customer={}&subscription_details[items][0][price]={}\
         &subscription_details[items][0][quantity]=2&discounts[0][coupon]=FIRST",
        shop.customer, shop.price
    );
    let first = ask(&shop, &body).await.ok();
    assert_eq!((&first["subtotal"], &first["total"]), (&9800.into(), &7840.into()));
    let trial = format!("{body}&subscription_details[trial_end]={}", START + 5 * DAY);
    assert_eq!(ask(&shop, &trial).await.ok()["total"], 0);
    let recurring = ask(&shop, &format!("{trial}&preview_mode=recurring")).await.ok();
    assert_eq!(
        (&recurring["total"], &recurring["created"]),
        (&7840.into(), &(START + 5 * DAY).into())
    );
    assert_eq!(shop.client.sandbox.inspect().events_of("customer.subscription.created").len(), 0);
}

#[tokio::test]
async fn the_phases_of_a_schedule_are_previewed() {
    let shop = Shop::open().await;
    let cheaper = price(&shop.client, "usd", "month", 2900).await;
    let subscription = shop.subscribe("").await;
    let phases = |group: &str| {
        format!(
            "{group}[0][start_date]={START}&{group}[0][end_date]={NOVEMBER}\
             &{group}[0][items][0][price]={}&{group}[1][items][0][price]={cheaper}",
            shop.price
        )
    };
    // Before there is a schedule, with one, and once it has the phases.
    let body = phases("schedule_details[phases]");
    let planned = preview(&shop, &subscription, &body).await.ok();
    assert_eq!((&planned["total"], &planned["created"]), (&2900.into(), &NOVEMBER.into()));
    let from = format!("from_subscription={}", id(&subscription));
    let schedule = shop.client.post("/v1/subscription_schedules", &from).await.ok();
    let named = format!("schedule={}", id(&schedule));
    assert_eq!(ask(&shop, &named).await.ok()["total"], 4900);
    assert_eq!(ask(&shop, &format!("{named}&{body}")).await.ok()["total"], 2900);
    let path = format!("/v1/subscription_schedules/{}", id(&schedule));
    shop.client.post(&path, &phases("phases")).await.ok();
    assert_eq!(preview(&shop, &subscription, "").await.ok()["total"], 2900);
    let refused = "subscription_details[cancel_at_period_end]=true";
    let refused = preview(&shop, &subscription, refused).await;
    assert_eq!(refused.fault(), (400, "", "cancel_at_period_end"));
    // One that has not started, and one that is only thought of.
    let later = format!(
        "customer={}&start_date={DECEMBER}&phases[0][items][0][price]={cheaper}",
        shop.customer
    );
    let later = shop.client.post("/v1/subscription_schedules", &later).await.ok();
    let first = ask(&shop, &format!("schedule={}", id(&later))).await.ok();
    assert_eq!((&first["total"], &first["created"]), (&2900.into(), &DECEMBER.into()));
    let thought = format!(
        "customer={}&schedule_details[phases][0][items][0][price]={cheaper}\
         &schedule_details[phases][0][start_date]={DECEMBER}",
        shop.customer
    );
    let first = ask(&shop, &thought).await.ok();
    assert_eq!((&first["total"], &first["created"]), (&2900.into(), &DECEMBER.into()));
}

#[tokio::test]
async fn resuming_is_previewed() {
    let shop = Shop::open().await;
    let shop =
        Shop { client: shop.client.with("stripe-version", stripe_schema::PAUSE_VERSION), ..shop };
    let subscription = shop.subscribe("").await;
    let pause = format!("{}/pause", path_of(&subscription));
    shop.client.post(&pause, "type=subscription").await.ok();
    let none = preview(&shop, &subscription, "").await;
    assert_eq!(none.fault(), (404, "invoice_upcoming_none", ""));
    let body = "subscription_details[resume_at]=now";
    assert_eq!(preview(&shop, &subscription, body).await.ok()["total"], 4900);
}
