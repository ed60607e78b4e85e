//! Faults lead to the right word, and repeats to one effect.

use std::time::Duration;

use domain::billing_action::SubscriptionChange;
use domain::subscription::Subscription;
use engine::ports::{Billing, BillingError, ChangeRequest};
use stripe_sandbox::{Fault, FaultRule};

use crate::support::changes::{CANCEL, discount_of, shows};
use crate::support::sandbox::World;
use crate::support::{IMPATIENT, PATIENT, adapter, change, subscription_id};

/// A world whose next `times` writes to subscriptions meet the fault.
async fn faulty(fault: Fault, times: u32) -> (World, Subscription) {
    let world = World::start().await;
    let before = world.subscription().await;
    let rule = FaultRule { times, ..FaultRule::once(fault) };
    world.sandbox.inject(rule.on("POST", "/v1/subscriptions/"));
    (world, before)
}

async fn send(
    world: &World,
    request: &ChangeRequest,
    timeout: Duration,
) -> Result<Subscription, BillingError> {
    let billing = adapter(timeout).billing;
    Ok(billing.change_subscription(&world.account, request).await?.after)
}

/// How long to wait: an answer that never comes is not waited for at length.
fn patience(fault: &Fault) -> Duration {
    match fault {
        Fault::TimeoutBeforeEffect | Fault::TimeoutAfterEffect => IMPATIENT,
        _ => PATIENT,
    }
}

fn unclear_faults() -> Vec<Fault> {
    vec![
        Fault::TimeoutBeforeEffect,
        Fault::TimeoutAfterEffect,
        Fault::ResetBeforeEffect,
        Fault::ResetAfterEffect,
        Fault::RateLimited429 { reason: "global-rate".to_owned() },
        Fault::LockTimeout429,
        Fault::Conflict409,
        Fault::ServiceUnavailable503,
        Fault::BadJson,
    ]
}

#[tokio::test]
async fn every_fault_leaves_the_outcome_unknown_and_a_repeat_settles_it() {
    for fault in unclear_faults() {
        let patience = patience(&fault);
        let (world, before) = faulty(fault.clone(), 2).await;
        let request = change("act_1", &before, CANCEL);
        let result = send(&world, &request, patience).await;
        assert!(matches!(result, Err(BillingError::Unknown { .. })), "{fault:?}: {result:?}");
        world.sandbox.clear_faults();
        let after = send(&world, &request, PATIENT).await.unwrap();
        assert!(after.cancel_at_period_end, "{fault:?}");
        assert_eq!(world.effects_on(&before), 1, "{fault:?}");
    }
}

#[tokio::test]
async fn one_reset_or_overload_is_bridged_by_the_quick_repeat() {
    let faults = [
        Fault::ResetBeforeEffect,
        Fault::ResetAfterEffect,
        Fault::Conflict409,
        Fault::ServiceUnavailable503,
    ];
    for fault in faults {
        let (world, before) = faulty(fault.clone(), 1).await;
        let request = change("act_1", &before, CANCEL);
        let after = send(&world, &request, PATIENT).await.unwrap();
        assert!(after.cancel_at_period_end, "{fault:?}");
        assert_eq!(world.effects_on(&before), 1, "{fault:?}");
    }
}

#[tokio::test]
async fn a_stored_failure_is_resolved_by_a_read_and_the_next_key() {
    for wanted in [CANCEL, discount_of(25, 3)] {
        let (world, before) = faulty(Fault::ServerError500Stored, 1).await;
        let after = send(&world, &change("act_1", &before, wanted.clone()), PATIENT).await;
        assert!(shows(&wanted, &after.unwrap()));
        let snapshot = world.inspect();
        let path = format!("/v1/subscriptions/{}", before.id);
        let writes = snapshot.requests_to("POST", &path);
        let keys: Vec<_> =
            writes.iter().filter_map(|write| write.idempotency_key.as_deref()).collect();
        assert_eq!(keys, ["act_1", "act_1", "act_1:1"]);
        assert!(writes[1].replayed);
        assert_eq!(world.effects_on(&before), 1);
    }
}

#[tokio::test]
async fn a_stored_failure_after_the_effect_is_a_success_with_one_effect() {
    for wanted in [CANCEL, discount_of(25, 3)] {
        let (world, before) = faulty(Fault::ServerError500AfterEffect, 1).await;
        let after = send(&world, &change("act_1", &before, wanted.clone()), PATIENT).await;
        assert!(shows(&wanted, &after.unwrap()));
        assert_eq!(
            world.read(before.id.as_str()).await.discounts.len(),
            usize::from(matches!(wanted, SubscriptionChange::Discount { .. }))
        );
        let updates = world.inspect().events_of("customer.subscription.updated").len();
        assert_eq!(updates, 1);
    }
}

#[tokio::test]
async fn a_pruned_key_repeats_a_desired_state_and_nothing_more() {
    let world = World::start().await;
    let before = world.subscription().await;
    let request = change("act_1", &before, discount_of(25, 3));
    send(&world, &request, PATIENT).await.unwrap();
    world.sandbox.inject(FaultRule::once(Fault::PruneIdempotencyKeys));
    let again = send(&world, &request, PATIENT).await.unwrap();
    assert_eq!(again.discounts.len(), 1);
}

#[tokio::test]
async fn a_change_undone_by_somebody_else_is_not_made_again() {
    let world = World::start().await;
    let before = world.subscription().await;
    send(&world, &change("act_1", &before, CANCEL), PATIENT).await.unwrap();
    let other = change("act_1", &before, SubscriptionChange::UndoCancel);
    let result = send(&world, &other, PATIENT).await;
    assert!(matches!(result, Err(BillingError::Unknown { .. })), "{result:?}");
    assert!(world.read(before.id.as_str()).await.cancel_at_period_end);
    assert_eq!(world.effects_on(&before), 1);
}

#[tokio::test]
async fn a_key_held_by_an_older_list_of_discounts_gives_way_to_the_newer_list() {
    // The first try is lost before its effect, and its failure stored.
    let (world, before) = faulty(Fault::ServerError500Stored, 1).await;
    let path = format!("/v1/subscriptions/{}", before.id);
    let lost = "discounts[0][coupon]=renumerate_25pct_3mo&metadata[engine_action]=act_1";
    world.post("/v1/coupons", "id=WELCOME&percent_off=10&duration=forever").await;
    world.post_under("act_1", &path, lost).await;
    world.post(&path, "discounts[0][coupon]=WELCOME").await;
    let before = world.read(before.id.as_str()).await;
    let request = change("act_1", &before, discount_of(25, 3));
    let after = send(&world, &request, PATIENT).await.unwrap();
    let coupons: Vec<_> = after.discounts.iter().map(|each| each.coupon_id.as_str()).collect();
    assert_eq!(coupons, ["WELCOME", "renumerate_25pct_3mo"]);
    let again = send(&world, &change("act_1", &after, discount_of(25, 3)), PATIENT).await.unwrap();
    assert_eq!(again.discounts, after.discounts);
}

#[tokio::test]
async fn a_lost_answer_to_the_coupon_changes_nothing_and_is_made_good() {
    let world = World::start().await;
    let before = world.subscription().await;
    let rule = FaultRule::once(Fault::TimeoutAfterEffect).on("POST", "/v1/coupons");
    world.sandbox.inject(rule);
    let request = change("act_1", &before, discount_of(25, 3));
    let result = send(&world, &request, IMPATIENT).await;
    assert!(matches!(result, Err(BillingError::Unknown { .. })), "{result:?}");
    assert_eq!(world.effects_on(&before), 0);
    world.sandbox.clear_faults();
    let after = send(&world, &request, PATIENT).await.unwrap();
    assert_eq!(after.discounts.len(), 1);
}

#[tokio::test]
async fn what_stripe_refuses_is_rejected() {
    let world = World::start().await;
    let before = world.subscription().await;
    let gone = Subscription { id: subscription_id("sub_gone"), ..before };
    let result = send(&world, &change("act_1", &gone, CANCEL), PATIENT).await;
    let Err(BillingError::Rejected { code, .. }) = result else { panic!("{result:?}") };
    assert_eq!(code, "resource_missing");
}
