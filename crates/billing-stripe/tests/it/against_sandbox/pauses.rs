//! Stripe's own pause, and the ways out of one.

use domain::billing_action::SubscriptionChange;
use domain::subscription::{Subscription, SubscriptionStatus};
use engine::ports::{Billing, BillingError};
use stripe_sandbox::{CollectionOutcome, FAILING_PAYMENT_METHOD};

use crate::support::sandbox::{NOW, World};
use crate::support::{action_id, at, change};

const DAY: i64 = 86_400;

const HALF: i64 = NOW + 15 * DAY;

fn pause() -> SubscriptionChange {
    SubscriptionChange::PauseSubscription { resumes_at: at(NOW + 60 * DAY) }
}

async fn carry_out(
    world: &World,
    action: &str,
    before: &Subscription,
    wanted: SubscriptionChange,
) -> Result<Subscription, BillingError> {
    let request = change(action, before, wanted);
    let outcome = world.clients.billing.change_subscription(&world.account, &request).await;
    Ok(outcome?.after)
}

#[tokio::test]
async fn a_pause_credits_unused_time_at_once_and_a_resumption_begins_anew() {
    let world = World::start().await;
    let before = world.subscription().await;
    world.sandbox.advance_clock(HALF);
    let paused = carry_out(&world, "act_1", &before, pause()).await.unwrap();
    assert_eq!(paused.status, SubscriptionStatus::Paused);
    assert_eq!(paused.marker, Some(action_id("act_1")));
    let balance = || world.inspect().object(before.customer_id.as_str())["balance"].clone();
    assert_eq!(balance(), -2_450);
    world.sandbox.advance_clock(NOW + 60 * DAY);
    let resumed = carry_out(&world, "act_2", &paused, SubscriptionChange::Resume).await.unwrap();
    assert_eq!(resumed.status, SubscriptionStatus::Active);
    assert_eq!(resumed.marker, Some(action_id("act_2")));
    assert_eq!(resumed.current_period_start(), Some(at(NOW + 60 * DAY)));
    assert_eq!(balance(), 0);
    assert_eq!(resumed.latest_invoice.unwrap().refundable.minor, 2_450);
    let own = |path: &str| format!("/v1/subscriptions/{}/{path}", before.id);
    for path in [own("pause"), own("resume")] {
        let state = world.inspect();
        let [sent] = &state.requests_to("POST", &path)[..] else { panic!("{path}") };
        assert_eq!(sent.api_version, billing_stripe::PAUSE_VERSION);
    }
}

#[tokio::test]
async fn a_credit_stays_the_customers_when_the_paused_subscription_ends() {
    let world = World::start().await;
    let before = world.subscription().await;
    world.sandbox.advance_clock(HALF);
    carry_out(&world, "act_1", &before, pause()).await.unwrap();
    world.delete(&format!("/v1/subscriptions/{}", before.id)).await;
    assert_eq!(world.inspect().object(before.customer_id.as_str())["balance"], -2_450);
}

#[tokio::test]
async fn a_resumption_waits_until_it_is_paid() {
    let world = World::start().await;
    let before = world.subscription().await;
    // The credit for the half that is left does not pay for a month.
    world.sandbox.advance_clock(HALF);
    let paused = carry_out(&world, "act_1", &before, pause()).await.unwrap();
    let path = format!("/v1/subscriptions/{}", before.id);
    world.post(&path, &format!("default_payment_method={FAILING_PAYMENT_METHOD}")).await;
    let waiting = carry_out(&world, "act_2", &paused, SubscriptionChange::Resume).await.unwrap();
    assert_eq!(waiting.status, SubscriptionStatus::Paused);
    assert_ne!(waiting.marker, Some(action_id("act_2")));
    let state = world.inspect();
    let invoice = state.object(before.id.as_str())["latest_invoice"].as_str().unwrap();
    world.sandbox.settle_invoice(invoice, CollectionOutcome::Paid).unwrap();
    let resumed = world.read(before.id.as_str()).await;
    assert_eq!(resumed.status, SubscriptionStatus::Active);
    let again = carry_out(&world, "act_2", &resumed, SubscriptionChange::Resume).await;
    assert!(again.is_ok(), "{again:?}");
}

#[tokio::test]
async fn a_pause_of_an_older_kind_is_resumed_in_the_words_of_its_time() {
    let world = World::start().await;
    let form = "billing_mode[type]=classic&trial_period_days=1&\
                trial_settings[end_behavior][missing_payment_method]=pause";
    let made = world.subscription_with(form).await;
    world.sandbox.advance_clock(NOW + 2 * DAY);
    let paused = world.read(made.id.as_str()).await;
    assert_eq!(paused.status, SubscriptionStatus::Paused);
    let resumed = carry_out(&world, "act_1", &paused, SubscriptionChange::Resume).await.unwrap();
    assert_eq!(resumed.status, SubscriptionStatus::Active);
    let path = format!("/v1/subscriptions/{}/resume", made.id);
    let state = world.inspect();
    assert_eq!(state.requests_to("POST", &path)[0].api_version, billing_stripe::API_VERSION);
}

#[tokio::test]
async fn what_could_not_be_resumed_or_is_not_flexible_is_not_paused() {
    for form in ["collection_method=send_invoice&days_until_due=14", "billing_mode[type]=classic"] {
        let world = World::start().await;
        let before = world.subscription_with(form).await;
        let result = carry_out(&world, "act_1", &before, pause()).await;
        assert!(matches!(result, Err(BillingError::Rejected { .. })), "{form}: {result:?}");
        assert_eq!(world.read(before.id.as_str()).await, before);
    }
}
