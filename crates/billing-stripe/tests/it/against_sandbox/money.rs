//! Money given, money back, and what was paid so far.

use domain::billing_action::{Coupon, SubscriptionChange};
use domain::money::{Currency, Money};
use domain::offer::DiscountDuration;
use domain::subscription::Subscription;
use engine::ports::{Billing, BillingError};
use stripe_sandbox::{Fault, FaultRule};

use crate::support::changes::{CANCEL, amount_off, percent_off};
use crate::support::sandbox::{NOW, World, id};
use crate::support::{action_id, change, customer_id};

const DAY: i64 = 86_400;

fn dollars(minor: i64) -> Money {
    Money::new(minor, Currency::parse("usd").unwrap())
}

fn refund_of(before: &Subscription, minor: i64) -> SubscriptionChange {
    let invoice_id = before.latest_invoice.as_ref().unwrap().id.clone();
    SubscriptionChange::Refund { amount: dollars(minor), invoice_id }
}

async fn carry_out(
    world: &World,
    action: &str,
    before: &Subscription,
    wanted: &SubscriptionChange,
) -> Result<Subscription, BillingError> {
    let request = change(action, before, wanted.clone());
    let outcome = world.clients.billing.change_subscription(&world.account, &request).await;
    Ok(outcome?.after)
}

async fn has_entry(
    world: &World,
    action: &str,
    of: &Subscription,
    to: &SubscriptionChange,
) -> bool {
    let (billing, action) = (&world.clients.billing, action_id(action));
    billing.has_entry(&world.account, &action, &of.customer_id, to).await.unwrap()
}

#[tokio::test]
async fn an_entry_is_made_once_for_each_action() {
    let world = World::start().await;
    let before = world.subscription().await;
    let credit = SubscriptionChange::Credit { amount: dollars(700) };
    for wanted in [credit, refund_of(&before, 900)] {
        assert!(!has_entry(&world, "act_1", &before, &wanted).await);
        for action in ["act_1", "act_1", "act_2"] {
            carry_out(&world, action, &before, &wanted).await.unwrap();
        }
        assert!(has_entry(&world, "act_1", &before, &wanted).await);
        assert!(!has_entry(&world, "act_3", &before, &wanted).await);
    }
    let state = world.inspect();
    assert_eq!(state.object(before.customer_id.as_str())["balance"], -1_400);
    let refunded: Vec<_> = state
        .objects
        .values()
        .filter(|object| object["object"] == "refund")
        .map(|refund| refund["amount"].as_i64().unwrap())
        .collect();
    assert_eq!(refunded, [900, 900]);
    assert!(!has_entry(&world, "act_1", &before, &CANCEL).await);
}

#[tokio::test]
async fn money_is_not_given_twice_when_the_key_is_forgotten() {
    let world = World::start().await;
    let before = world.subscription().await;
    let credit = SubscriptionChange::Credit { amount: dollars(700) };
    for wanted in [credit, refund_of(&before, 900)] {
        carry_out(&world, "act_1", &before, &wanted).await.unwrap();
        world.sandbox.inject(FaultRule::once(Fault::PruneIdempotencyKeys));
        carry_out(&world, "act_1", &before, &wanted).await.unwrap();
    }
    let state = world.inspect();
    assert_eq!(state.object(before.customer_id.as_str())["balance"], -700);
    let notes = state.objects.values().filter(|object| object["object"] == "credit_note");
    assert_eq!(notes.count(), 1);
}

#[tokio::test]
async fn the_answer_to_a_refund_shows_what_is_left() {
    let world = World::start().await;
    let before = world.subscription().await;
    assert_eq!(before.latest_invoice.as_ref().unwrap().refundable, dollars(4_900));
    let after = carry_out(&world, "act_1", &before, &refund_of(&before, 900)).await.unwrap();
    assert_eq!(after.latest_invoice.unwrap().refundable, dollars(4_000));
}

#[tokio::test]
async fn more_than_was_paid_is_not_refunded() {
    let world = World::start().await;
    let before = world.subscription().await;
    for minor in [4_901, 10_000] {
        let result = carry_out(&world, "act_1", &before, &refund_of(&before, minor)).await;
        let Err(BillingError::Rejected { code, .. }) = result else { panic!("{result:?}") };
        assert_eq!(code, "not_refundable");
    }
    let unknown =
        SubscriptionChange::Refund { amount: dollars(1), invoice_id: "in_gone".to_owned() };
    let result = carry_out(&world, "act_1", &before, &unknown).await;
    assert!(matches!(result, Err(BillingError::Rejected { .. })), "{result:?}");
    assert_eq!(world.inspect().requests_to("POST", "/v1/credit_notes").len(), 0);
}

#[tokio::test]
async fn what_was_paid_is_summed_by_currency_less_what_was_given_back() {
    let world = World::start().await;
    let billing = &world.clients.billing;
    let before = world.subscription().await;
    // A renewal, and a second customer who does not count.
    world.sandbox.advance_clock(NOW + 35 * DAY);
    world.subscription().await;
    let paid = billing.sum_paid_invoices(&world.account, &before.customer_id).await.unwrap();
    assert_eq!(paid, [dollars(9_800)]);
    carry_out(&world, "act_1", &before, &refund_of(&before, 900)).await.unwrap();
    let paid = billing.sum_paid_invoices(&world.account, &before.customer_id).await.unwrap();
    assert_eq!(paid, [dollars(8_900)]);
    for nobody in ["cus_missing", &world.customer("new@example.com").await] {
        let paid = billing.sum_paid_invoices(&world.account, &customer_id(nobody)).await;
        assert_eq!(paid, Ok(Vec::new()), "{nobody}");
    }
}

#[tokio::test]
async fn every_page_of_invoices_is_summed() {
    let world = World::start().await;
    let customer = world.customer("Ann@example.com").await;
    let price = world.price_of("Daily", 100, "usd", "day").await;
    let form = format!("customer={customer}&items[0][price]={price}");
    world.post("/v1/subscriptions", &form).await;
    world.sandbox.advance_clock(NOW + 129 * DAY);
    let billing = &world.clients.billing;
    let paid = billing.sum_paid_invoices(&world.account, &customer_id(&customer)).await.unwrap();
    assert_eq!(paid, [dollars(13_000)]);
    assert_eq!(world.inspect().requests_to("GET", "/v1/invoices").len(), 2);
}

fn coupons() -> Vec<(Coupon, &'static str)> {
    let jpy = Money::new(500, Currency::parse("jpy").unwrap());
    let months = DiscountDuration::Months;
    vec![
        (percent_off(25, months(3)), "25% off for 3 months"),
        (percent_off(100, months(1)), "100% off for 1 month"),
        (percent_off(10, DiscountDuration::Once), "10% off once"),
        (percent_off(15, DiscountDuration::Forever), "15% off"),
        (amount_off(dollars(550), months(6)), "5.50 USD off for 6 months"),
        (amount_off(jpy, DiscountDuration::Once), "500 JPY off once"),
        (amount_off(dollars(5), DiscountDuration::Forever), "0.05 USD off"),
    ]
}

#[tokio::test]
async fn each_coupon_is_made_once_and_named_for_people() {
    let world = World::start().await;
    let billing = &world.clients.billing;
    for (coupon, name) in coupons() {
        for _ in 0..2 {
            billing.ensure_coupon(&world.account, &coupon).await.unwrap();
        }
        assert_eq!(world.inspect().object(&coupon.id())["name"], name);
    }
    assert_eq!(world.inspect().requests_to("POST", "/v1/coupons").len(), coupons().len());
}

#[tokio::test]
async fn a_coupon_that_was_deleted_is_made_again() {
    let world = World::start().await;
    let billing = &world.clients.billing;
    let (coupon, _) = coupons()[0];
    billing.ensure_coupon(&world.account, &coupon).await.unwrap();
    world.delete(&format!("/v1/coupons/{}", coupon.id())).await;
    billing.ensure_coupon(&world.account, &coupon).await.unwrap();
    assert_eq!(world.inspect().requests_to("POST", "/v1/coupons").len(), 2);
}

#[tokio::test]
async fn a_coupon_that_says_something_else_is_refused() {
    let others = [
        "percent_off=30&duration=repeating&duration_in_months=3",
        "percent_off=25&duration=once",
        "percent_off=25&duration=repeating&duration_in_months=4",
        "amount_off=25&currency=usd&duration=repeating&duration_in_months=3",
    ];
    for other in others {
        let world = World::start().await;
        let (coupon, _) = coupons()[0];
        let made = world.post("/v1/coupons", &format!("id={}&{other}", coupon.id())).await;
        assert_eq!(id(&made), coupon.id());
        let result = world.clients.billing.ensure_coupon(&world.account, &coupon).await;
        let Err(BillingError::Rejected { code, .. }) = result else { panic!("{other}") };
        assert_eq!(code, "coupon_mismatch", "{other}");
    }
    for other in ["amount_off=551&currency=usd", "amount_off=550&currency=eur", "percent_off=5"] {
        let world = World::start().await;
        let (coupon, _) = coupons()[4];
        let form = format!("id={}&duration=repeating&duration_in_months=6&{other}", coupon.id());
        world.post("/v1/coupons", &form).await;
        let result = world.clients.billing.ensure_coupon(&world.account, &coupon).await;
        assert!(matches!(result, Err(BillingError::Rejected { .. })), "{other}");
    }
}
