//! Canceling works whatever the subscription is.

use domain::billing_action::{CancelWhen, SubscriptionChange};
use domain::subscription::{Subscription, SubscriptionStatus};
use engine::ports::{Billing, BillingError};
use serde_json::Value;
use stripe_sandbox::{CollectionOutcome, FAILING_PAYMENT_METHOD, Fault, FaultRule};

use crate::support::changes::{CANCEL, SILENT, cancel_now, shows};
use crate::support::sandbox::{NOW, World, id};
use crate::support::{at, change};

const DAY: i64 = 86_400;

/// The ways to cancel: with the period, at a date, and at once with and without a credit.
fn ways() -> [SubscriptionChange; 4] {
    let when = CancelWhen::At { at: at(NOW + 300 * DAY) };
    let at_a_date = SubscriptionChange::Cancel { when, said: SILENT };
    [CANCEL, at_a_date, cancel_now(false), cancel_now(true)]
}

/// Every shape that is hard to end, by name.
const SHAPES: [&str; 11] = [
    "trialing",
    "past_due",
    "unpaid",
    "incomplete",
    "paused",
    "paused itself",
    "canceled",
    "flexible",
    "sent invoices",
    "metered",
    "test clock",
];

async fn failing_renewal(world: &World) -> Subscription {
    let made = world.subscription().await;
    let path = format!("/v1/subscriptions/{}", made.id);
    world.post(&path, &format!("default_payment_method={FAILING_PAYMENT_METHOD}")).await;
    world.sandbox.advance_clock(NOW + 31 * DAY);
    world.read(made.id.as_str()).await
}

async fn build(world: &World, shape: &str) -> Subscription {
    let made = match shape {
        "trialing" => world.subscription_with("trial_period_days=30").await,
        "past_due" => failing_renewal(world).await,
        "unpaid" => {
            let late = failing_renewal(world).await;
            let invoice = world.inspect().object(late.id.as_str())["latest_invoice"].clone();
            let outcome = CollectionOutcome::GivenUpUnpaid;
            world.sandbox.settle_invoice(invoice.as_str().unwrap(), outcome).unwrap();
            late
        }
        "incomplete" => {
            let method = format!("default_payment_method={FAILING_PAYMENT_METHOD}");
            world.subscription_with(&method).await
        }
        "paused" => {
            let form = "trial_period_days=1&\
                        trial_settings[end_behavior][missing_payment_method]=pause";
            let made = world.subscription_with(form).await;
            world.sandbox.advance_clock(NOW + 2 * DAY);
            made
        }
        "paused itself" => {
            let made = world.subscription().await;
            let path = format!("/v1/subscriptions/{}/pause", made.id);
            world.post_in_pause_version(&path, "type=subscription").await;
            made
        }
        "canceled" => {
            let made = world.subscription().await;
            world.delete(&format!("/v1/subscriptions/{}", made.id)).await;
            made
        }
        "sent invoices" => {
            world.subscription_with("collection_method=send_invoice&days_until_due=14").await
        }
        "metered" => {
            let price = world.metered_price().await;
            world.subscription_with(&format!("items[1][price]={price}")).await
        }
        "test clock" => {
            let form = format!("frozen_time={}", NOW + 5 * DAY);
            let clock = id(&world.post("/v1/test_helpers/test_clocks", &form).await);
            let form = format!("email=b%40example.com&test_clock={clock}");
            let customer = id(&world.post("/v1/customers", &form).await);
            let price = world.price("Pro", 4_900).await;
            let form = format!("customer={customer}&items[0][price]={price}");
            let made = id(&world.post("/v1/subscriptions", &form).await);
            world.read(&made).await
        }
        _ => world.subscription_with("billing_mode[type]=flexible").await,
    };
    world.read(made.id.as_str()).await
}

#[tokio::test]
async fn every_way_to_cancel_works_for_every_shape() {
    for shape in SHAPES {
        for wanted in ways() {
            let world = World::start().await;
            let before = build(&world, shape).await;
            let request = change("act_1", &before, wanted.clone());
            let billing = &world.clients.billing;
            let outcome = billing.change_subscription(&world.account, &request).await;
            let after = outcome.unwrap_or_else(|error| panic!("{shape} {wanted:?}: {error:?}"));
            assert!(shows(&wanted, &after.after), "{shape} {wanted:?}");
            let again = billing.change_subscription(&world.account, &request).await.unwrap();
            assert!(shows(&wanted, &again.after), "{shape} {wanted:?}");
        }
    }
}

#[tokio::test]
async fn unused_time_is_credited_only_where_it_was_paid_for() {
    // Half of the thirty days are left of 49.00.
    let cases =
        [("flexible", -2_450), ("trialing", 0), ("past_due", 0), ("unpaid", 0), ("canceled", 0)];
    for (shape, expected) in cases {
        let world = World::start().await;
        let before = build(&world, shape).await;
        if shape == "flexible" {
            world.sandbox.advance_clock(NOW + 15 * DAY);
        }
        let request = change("act_1", &before, cancel_now(true));
        world.clients.billing.change_subscription(&world.account, &request).await.unwrap();
        let state = world.inspect();
        assert_eq!(state.object(before.customer_id.as_str())["balance"], expected, "{shape}");
    }
}

#[tokio::test]
async fn the_mark_and_the_words_are_there_when_it_ends() {
    let world = World::start().await;
    let before = world.subscription().await;
    let request = change("act_1", &before, cancel_now(true));
    let after = world.clients.billing.change_subscription(&world.account, &request).await.unwrap();
    assert_eq!(after.after.status, SubscriptionStatus::Canceled);
    let state = world.inspect();
    let [ended] = &state.events_of("customer.subscription.deleted")[..] else { panic!("one end") };
    assert_eq!(ended["data"]["object"]["metadata"]["engine_action"], "act_1");
    assert_eq!(state.requests_to("DELETE", "/v1/subscriptions").len(), 1);
}

#[tokio::test]
async fn what_stripe_will_not_end_later_ends_at_once_where_nothing_is_lost() {
    for (shape, is_ended) in [("incomplete", true), ("paused", true), ("flexible", false)] {
        let world = World::start().await;
        let before = build(&world, shape).await;
        let path = format!("/v1/subscriptions/{}", before.id);
        world.sandbox.inject(FaultRule::once(Fault::Refused400).on("POST", &path));
        let request = change("act_1", &before, CANCEL);
        let result = world.clients.billing.change_subscription(&world.account, &request).await;
        let now = world.read(before.id.as_str()).await;
        assert_eq!(now.status == SubscriptionStatus::Canceled, is_ended, "{shape}: {result:?}");
        assert_eq!(matches!(result, Err(BillingError::Rejected { .. })), !is_ended, "{shape}");
    }
}

#[tokio::test]
async fn a_schedule_is_released_first_even_if_it_came_after_the_read() {
    for is_known in [true, false] {
        let world = World::start().await;
        let unscheduled = world.subscription().await;
        let form = format!("from_subscription={}", unscheduled.id);
        let schedule = id(&world.post("/v1/subscription_schedules", &form).await);
        let before = if is_known { world.read(unscheduled.id.as_str()).await } else { unscheduled };
        let request = change("act_1", &before, CANCEL);
        let outcome = world.clients.billing.change_subscription(&world.account, &request).await;
        assert!(outcome.unwrap().after.cancel_at_period_end);
        let state = world.inspect();
        assert_eq!(state.object(&schedule)["status"], "released");
        let path = format!("/v1/subscription_schedules/{schedule}/release");
        let [release] = &state.requests_to("POST", &path)[..] else { panic!("one release") };
        assert_eq!(release.idempotency_key.as_deref(), Some("act_1:release"));
    }
}

#[tokio::test]
async fn a_stored_refusal_does_not_stand_in_the_way_for_ever() {
    let world = World::start().await;
    let before = world.subscription().await;
    let path = format!("/v1/subscriptions/{}", before.id);
    // An earlier attempt met a schedule, and Stripe has kept its refusal under the key.
    let form = format!("from_subscription={}", before.id);
    let schedule = id(&world.post("/v1/subscription_schedules", &form).await);
    let refused = "cancel_at_period_end=true&metadata[engine_action]=act_1\
                   &expand[]=discounts.source.coupon&expand[]=items.data.price.product\
                   &expand[]=latest_invoice&expand[]=schedule";
    world.post_under("act_1", &path, refused).await;
    world.post(&format!("/v1/subscription_schedules/{schedule}/release"), "").await;
    let request = change("act_1", &before, CANCEL);
    let outcome = world.clients.billing.change_subscription(&world.account, &request).await;
    assert!(outcome.unwrap().after.cancel_at_period_end);
    let state = world.inspect();
    let writes = state.requests_to("POST", &path);
    let keys: Vec<_> = writes.iter().map(|write| write.idempotency_key.as_deref()).collect();
    assert_eq!(keys, [Some("act_1"), Some("act_1"), Some("act_1:1")]);
    assert!(writes[1].replayed);
}

#[tokio::test]
async fn words_are_added_to_what_ends_and_to_what_has_ended() {
    for is_ended in [false, true] {
        let world = World::start().await;
        let before = world.subscription().await;
        let path = format!("/v1/subscriptions/{}", before.id);
        if is_ended {
            world.delete(&path).await;
        } else {
            world.post(&path, "cancel_at_period_end=true").await;
        }
        let before = world.read(before.id.as_str()).await;
        let comment = Some("One more thing".to_owned());
        let said = domain::billing_action::Said { comment, ..SILENT };
        let request = change("act_2", &before, SubscriptionChange::Annotate { said });
        world.clients.billing.change_subscription(&world.account, &request).await.unwrap();
        let details = &world.inspect().object(before.id.as_str())["cancellation_details"].clone();
        assert_eq!(details["comment"], "One more thing");
        assert_ne!(details["reason"], Value::Null);
    }
}

#[tokio::test]
async fn a_feedback_option_is_written_and_a_refused_one_left_out() {
    for (is_active, wanted) in [(true, CANCEL), (false, CANCEL), (false, cancel_now(false))] {
        let world = World::start().await;
        let before = world.subscription().await;
        let made = world.post("/v1/billing/feedback_options", "description=Too%20slow").await;
        let option = id(&made);
        if !is_active {
            world.post(&format!("/v1/billing/feedback_options/{option}/deactivate"), "").await;
        }
        let SubscriptionChange::Cancel { when, .. } = wanted else { panic!("a cancellation") };
        let comment = Some("Slow".to_owned());
        let feedback_option = Some(option.clone());
        let said = domain::billing_action::Said { comment, feedback_option, feedback: None };
        let wanted = SubscriptionChange::Cancel { when, said };
        let request = change("act_1", &before, wanted.clone());
        for _ in 0..2 {
            let billing = &world.clients.billing;
            let outcome = billing.change_subscription(&world.account, &request).await.unwrap();
            assert!(shows(&wanted, &outcome.after));
        }
        let state = world.inspect();
        let details = &state.object(before.id.as_str())["cancellation_details"];
        assert_eq!(details["comment"], "Slow");
        let expected = if is_active { option.into() } else { Value::Null };
        assert_eq!(details["feedback_option"], expected);
    }
}
