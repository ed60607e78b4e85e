//! What becomes of invoices that are not paid at once.

use serde_json::{Value, json};
use stripe_sandbox::CollectionOutcome;

use crate::client::{DAY, START, Shop, id, price};

const FIRST_RENEWAL: i64 = START + 31 * DAY;

/// A card that can be attached and then fails every charge.
const FAILING: &str = "default_payment_method=pm_card_chargeCustomerFail";

/// A subscription whose first renewal has failed.
async fn past_due() -> (Shop, Value) {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("").await;
    shop.update(&subscription, FAILING).await.ok();
    shop.client.advance_to(FIRST_RENEWAL);
    let subscription = shop.read(&subscription).await;
    assert_eq!(subscription["status"], "past_due");
    (shop, subscription)
}

fn settle(shop: &Shop, subscription: &Value, outcome: CollectionOutcome) -> Value {
    let invoice = subscription["latest_invoice"].as_str().unwrap();
    let settled = shop.client.sandbox.settle_invoice(invoice, outcome).unwrap();
    shop.client.check_state();
    settled
}

async fn latest_invoice(shop: &Shop, subscription: &Value) -> Value {
    let subscription = shop.read(subscription).await;
    let id = subscription["latest_invoice"].as_str().unwrap();
    shop.client.get(&format!("/v1/invoices/{id}")).await.ok()
}

#[tokio::test]
async fn a_late_payment_makes_the_subscription_active_again() {
    let (shop, subscription) = past_due().await;
    let failed = settle(&shop, &subscription, CollectionOutcome::Failed);
    assert_eq!(failed["status"], "past_due");
    let invoice = latest_invoice(&shop, &subscription).await;
    assert_eq!((&invoice["attempt_count"], &invoice["status"]), (&2.into(), &"open".into()));
    let paid = settle(&shop, &subscription, CollectionOutcome::Paid);
    assert_eq!(paid["status"], "active");
    let invoice = latest_invoice(&shop, &subscription).await;
    assert_eq!((&invoice["status"], &invoice["amount_paid"]), (&"paid".into(), &4900.into()));
    assert_eq!(invoice["status_transitions"]["paid_at"], FIRST_RENEWAL);
    let again = shop.client.sandbox.settle_invoice(&id(&invoice), CollectionOutcome::Paid);
    assert!(again.unwrap_err().contains("paid"));
}

#[tokio::test]
async fn an_unpaid_subscription_gets_drafts_until_it_is_paid() {
    let (shop, subscription) = past_due().await;
    let unpaid = settle(&shop, &subscription, CollectionOutcome::GivenUpUnpaid);
    assert_eq!(unpaid["status"], "unpaid");
    shop.client.advance_to(FIRST_RENEWAL + 30 * DAY);
    assert_eq!(shop.read(&subscription).await["status"], "unpaid");
    let draft = latest_invoice(&shop, &subscription).await;
    assert_eq!((&draft["status"], &draft["auto_advance"]), (&"draft".into(), &false.into()));
    let paid = settle(&shop, &subscription, CollectionOutcome::Paid);
    assert_eq!(paid["status"], "active");
}

#[tokio::test]
async fn stripe_may_cancel_after_its_last_attempt() {
    let (shop, subscription) = past_due().await;
    let ended = settle(&shop, &subscription, CollectionOutcome::GivenUpCanceled);
    assert_eq!(ended["status"], "canceled");
    assert_eq!(ended["cancellation_details"]["reason"], "payment_failed");
    let state = shop.client.sandbox.inspect();
    assert_eq!(state.events_of("customer.subscription.deleted").len(), 1);
}

#[tokio::test]
async fn an_ended_subscription_is_collected_from_no_more() {
    let (shop, subscription) = past_due().await;
    shop.client.delete(&crate::client::path_of(&subscription), "").await.ok();
    let invoice = latest_invoice(&shop, &subscription).await;
    assert_eq!((&invoice["status"], &invoice["auto_advance"]), (&"open".into(), &false.into()));
    assert!(invoice["next_payment_attempt"].is_null());
    let settle = |outcome| shop.client.sandbox.settle_invoice(&id(&invoice), outcome);
    for outcome in [
        CollectionOutcome::Failed,
        CollectionOutcome::GivenUpUnpaid,
        CollectionOutcome::GivenUpCanceled,
    ] {
        assert!(settle(outcome).unwrap_err().contains("canceled"), "{outcome:?}");
    }
    assert_eq!(settle(CollectionOutcome::Paid).unwrap()["status"], "canceled");
    shop.client.check_state();
}

#[tokio::test]
async fn a_first_payment_that_fails_expires_after_23_hours() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe(FAILING).await;
    assert_eq!(subscription["status"], "incomplete");
    let in_time = shop.subscribe(FAILING).await;
    shop.client.advance_to(START + 23 * 3600 - 1);
    assert_eq!(shop.read(&subscription).await["status"], "incomplete");
    assert_eq!(settle(&shop, &in_time, CollectionOutcome::Paid)["status"], "active");
    shop.client.advance_to(START + 23 * 3600);
    assert_eq!(shop.read(&subscription).await["status"], "incomplete_expired");
    assert_eq!(latest_invoice(&shop, &subscription).await["status"], "void");
    assert_eq!(shop.read(&in_time).await["status"], "active");
}

#[tokio::test]
async fn an_invoice_that_is_sent_falls_behind_on_its_due_date() {
    let shop = Shop::open().await;
    let sent = shop.subscribe("collection_method=send_invoice&days_until_due=10").await;
    assert_eq!(sent["status"], "active");
    shop.client.advance_to(START + 10 * DAY - 1);
    assert_eq!(shop.read(&sent).await["status"], "active");
    shop.client.advance_to(START + 10 * DAY);
    assert_eq!(shop.read(&sent).await["status"], "past_due");
    assert_eq!(settle(&shop, &sent, CollectionOutcome::Paid)["status"], "active");
    shop.client.advance_to(START + 12 * DAY);
    assert_eq!(shop.read(&sent).await["status"], "active");
}

#[tokio::test]
async fn a_trial_without_a_card_may_end_in_a_pause() {
    let shop = Shop::open().await;
    let more = "trial_period_days=7&trial_settings[end_behavior][missing_payment_method]=pause";
    let subscription = shop.subscribe(more).await;
    shop.client.advance_to(START + 7 * DAY);
    assert_eq!(shop.read(&subscription).await["status"], "paused");
}

#[tokio::test]
async fn a_metered_price_bills_no_usage_and_has_no_quantity() {
    let shop = Shop::open().await;
    let body = "currency=usd&unit_amount=5&recurring[interval]=month&recurring[usage_type]=metered\
                &product_data[name]=Calls";
    let refused = shop.client.post("/v1/prices", body).await;
    assert_eq!(refused.fault(), (400, "", "recurring[meter]"));
    let body = format!("{body}&recurring[meter]=mtr_1");
    let metered = id(&shop.client.post("/v1/prices", &body).await.ok());
    let refused =
        format!("customer={}&items[0][price]={metered}&items[0][quantity]=2", shop.customer);
    let refused = shop.client.post("/v1/subscriptions", &refused).await;
    assert_eq!(refused.fault(), (400, "", "items[0][quantity]"));
    let subscription = shop.subscribe(&format!("items[1][price]={metered}")).await;
    let item = &subscription["items"]["data"][1];
    assert_eq!(
        (&item["price"]["recurring"]["usage_type"], item.get("quantity")),
        (&"metered".into(), None)
    );
    shop.client.advance_to(FIRST_RENEWAL);
    let invoice = latest_invoice(&shop, &subscription).await;
    let amounts: Vec<_> =
        invoice["lines"]["data"].as_array().unwrap().iter().map(|line| &line["amount"]).collect();
    assert_eq!(amounts, [&json!(4900), &json!(0)]);
}

#[tokio::test]
async fn every_currency_and_billing_mode_renews_and_fails() {
    for (currency, amount) in [("usd", 4900), ("jpy", 7000), ("kwd", 15_000)] {
        for mode in ["classic", "flexible"] {
            let mut shop = Shop::open().await;
            shop.price = price(&shop.client, currency, "month", amount).await;
            let subscription = shop.subscribe(&format!("billing_mode[type]={mode}")).await;
            shop.client.advance_to(FIRST_RENEWAL);
            let invoice = latest_invoice(&shop, &subscription).await;
            assert_eq!(
                (&invoice["amount_paid"], &invoice["currency"]),
                (&amount.into(), &currency.into())
            );
            shop.update(&subscription, FAILING).await.ok();
            shop.client.advance_to(FIRST_RENEWAL + 30 * DAY);
            let failed = shop.read(&subscription).await;
            assert_eq!(failed["status"], "past_due");
            assert_eq!(failed["billing_mode"]["type"], mode);
        }
    }
}
