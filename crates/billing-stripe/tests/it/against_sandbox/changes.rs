//! Each change, and each change twice.

use domain::billing_action::{Said, SubscriptionChange};
use domain::playbook::Feedback;
use domain::subscription::Subscription;
use engine::ports::Billing;

use crate::support::changes::{SILENT, cancel_saying, discount_of, shows};
use crate::support::sandbox::{NOW, World};
use crate::support::{PATIENT, action_id, adapter, at, change};

/// Makes the change twice; gives the subscription after it.
async fn changed(
    world: &World,
    action: &str,
    before: &Subscription,
    wanted: SubscriptionChange,
) -> Subscription {
    let billing = adapter(PATIENT).billing;
    let request = change(action, before, wanted.clone());
    let first = billing.change_subscription(&world.account, &request).await.unwrap().after;
    assert!(shows(&wanted, &first), "{first:?}");
    assert_eq!(first.marker, Some(action_id(action)));
    let again = billing.change_subscription(&world.account, &request).await.unwrap().after;
    assert_eq!(again, first);
    assert_eq!(world.read(before.id.as_str()).await, first);
    first
}

#[tokio::test]
async fn a_cancellation_is_made_once_and_undone() {
    let world = World::start().await;
    let before = world.subscription().await;
    let wanted = cancel_saying(Said {
        feedback: Some(Feedback::Unused),
        comment: Some("Too little time & money 💸".to_owned()),
        ..SILENT
    });
    let ending = changed(&world, "act_1", &before, wanted).await;
    assert_eq!(ending.ends_at(), before.current_period_end());
    let snapshot = world.inspect();
    let details = &snapshot.object(before.id.as_str())["cancellation_details"];
    assert_eq!(details["feedback"], "unused");
    assert_eq!(details["comment"], "Too little time & money 💸");
    assert_eq!(world.effects_on(&before), 1);

    let kept = changed(&world, "act_2", &ending, SubscriptionChange::UndoCancel).await;
    assert!(!kept.is_ending());
    assert_eq!(world.effects_on(&before), 2);
}

#[tokio::test]
async fn a_set_end_date_is_undone() {
    let world = World::start().await;
    let before = world.subscription().await;
    let path = format!("/v1/subscriptions/{}", before.id);
    world.post(&path, &format!("cancel_at={}", NOW + 90 * 86_400)).await;
    let ending = world.read(before.id.as_str()).await;
    assert!(ending.is_ending());
    let kept = changed(&world, "act_1", &ending, SubscriptionChange::UndoCancel).await;
    assert_eq!(kept.cancel_at, None);
}

#[tokio::test]
async fn a_discount_joins_the_others() {
    let world = World::start().await;
    let before = world.subscription().await;
    world.post("/v1/coupons", "id=WELCOME&percent_off=10&duration=forever").await;
    let path = format!("/v1/subscriptions/{}", before.id);
    world.post(&path, "discounts[0][coupon]=WELCOME").await;
    let before = world.read(before.id.as_str()).await;
    let after = changed(&world, "act_1", &before, discount_of(25, 3)).await;
    let coupons: Vec<_> =
        after.discounts.iter().map(|discount| discount.coupon_id.as_str()).collect();
    assert_eq!(coupons, ["WELCOME", "renumerate_25pct_3mo"]);
    assert_eq!(after.discounts[0].id, before.discounts[0].id);
    assert_eq!(after.discounts[1].percent_off.map(|percent| percent.value()), Some(25));
    assert!(after.discounts[1].ends_at.is_some());
    // The read for the first, the making, and the read for the repeat.
    assert_eq!(world.inspect().requests_to("POST", "/v1/coupons").len(), 2);
}

#[tokio::test]
async fn the_coupon_is_made_once_for_all_subscriptions() {
    let world = World::start().await;
    for action in ["act_1", "act_2"] {
        let before = world.subscription().await;
        changed(&world, action, &before, discount_of(50, 1)).await;
    }
    let snapshot = world.inspect();
    assert_eq!(snapshot.requests_to("POST", "/v1/coupons").len(), 1);
    assert_eq!(snapshot.object("renumerate_50pct_1mo")["name"], "50% off for 1 month");
}

#[tokio::test]
async fn a_discount_lowers_the_next_invoice() {
    let world = World::start().await;
    let before = world.subscription().await;
    changed(&world, "act_1", &before, discount_of(25, 3)).await;
    let billing = adapter(PATIENT).billing;
    let preview = billing.preview_next_invoice(&world.account, &before.id).await.unwrap();
    assert_eq!(preview.unwrap().amount_due.minor, 3675);
}

#[tokio::test]
async fn a_pause_ends_on_its_date() {
    let world = World::start().await;
    let before = world.subscription().await;
    let resumes_at = at(NOW + 60 * 86_400);
    let paused = changed(&world, "act_1", &before, SubscriptionChange::Pause { resumes_at }).await;
    assert_eq!(paused.paused_collection.and_then(|paused| paused.resumes_at), Some(resumes_at));
    world.sandbox.advance_clock(NOW + 61 * 86_400);
    assert_eq!(world.read(before.id.as_str()).await.paused_collection, None);
}
