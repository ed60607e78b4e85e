//! A price or seats from the next billing period on.

use domain::billing_action::SubscriptionChange;
use domain::offer::{Proration, Timing};
use domain::subscription::{PlannedItem, Subscription};
use engine::ports::{Billing, BillingError};
use serde_json::json;

use crate::support::changes::{CANCEL, item_change, shows};
use crate::support::sandbox::{NOW, World, id};
use crate::support::{action_id, change};

const DAY: i64 = 86_400;

fn at_renewal(before: &Subscription, price: &str, quantity: u64) -> SubscriptionChange {
    item_change(before, price, Some(quantity), Timing::Renewal, Proration::None)
}

async fn carry_out(
    world: &World,
    before: &Subscription,
    wanted: &SubscriptionChange,
) -> Result<Subscription, BillingError> {
    let request = change("act_1", before, wanted.clone());
    let outcome = world.clients.billing.change_subscription(&world.account, &request).await;
    Ok(outcome?.after)
}

#[tokio::test]
async fn the_next_phase_keeps_everything_but_the_line() {
    let world = World::start().await;
    world.post("/v1/coupons", "id=TEN&percent_off=10&duration=forever").await;
    world.post("/v1/coupons", "id=FIVE&percent_off=5&duration=forever").await;
    let addon = world.price("Addon", 500).await;
    let form = format!(
        "items[1][discounts][0][coupon]=FIVE&items[1][price]={addon}&items[1][quantity]=2\
         &items[0][metadata][team]=a&discounts[0][coupon]=TEN"
    );
    let before = world.subscription_with(&form).await;
    let cheaper = world.price("Lite", 1_900).await;
    let after = carry_out(&world, &before, &at_renewal(&before, &cheaper, 3)).await.unwrap();
    let held = after.schedule.unwrap();
    assert_eq!(held.marker, Some(action_id("act_1")));
    assert_eq!(held.next_starts_at, before.current_period_end());
    let planned = |price_id: &str, quantity| PlannedItem {
        price_id: price_id.to_owned(),
        quantity: Some(quantity),
    };
    assert_eq!(held.next_items, [planned(&cheaper, 3), planned(&addon, 2)]);
    // Nothing has changed yet, and the phases differ in the line alone.
    assert_eq!((&after.items, &after.discounts), (&before.items, &before.discounts));
    let state = world.inspect();
    let phases = &state.object(&held.id)["phases"];
    for field in ["discounts", "metadata"] {
        assert_eq!(phases[0][field], phases[1][field], "{field}");
    }
    let (line, next) = (&phases[0]["items"][0], &phases[1]["items"][0]);
    assert_eq!(line["metadata"], json!({ "team": "a" }));
    assert_eq!(line["metadata"], next["metadata"]);
    assert_eq!(phases[0]["items"][1], phases[1]["items"][1]);
    assert_ne!(phases[0]["items"][1]["discounts"], json!([]));
    assert_eq!(state.object(&held.id)["end_behavior"], "release");
}

#[tokio::test]
async fn it_lets_go_after_one_interval_and_stays_as_it_is() {
    let world = World::start().await;
    let before = world.subscription().await;
    let wanted = at_renewal(&before, &before.items[0].price.id, 4);
    carry_out(&world, &before, &wanted).await.unwrap();
    world.sandbox.advance_clock(NOW + 31 * DAY);
    let renewed = world.read(before.id.as_str()).await;
    assert_eq!((renewed.items[0].quantity, renewed.schedule.is_some()), (Some(4), true));
    world.sandbox.advance_clock(NOW + 70 * DAY);
    let free = world.read(before.id.as_str()).await;
    assert_eq!((free.items[0].quantity, &free.schedule), (Some(4), &None));
    assert!(shows(&wanted, &free));
}

#[tokio::test]
async fn a_repeat_finds_what_is_planned() {
    let world = World::start().await;
    let before = world.subscription().await;
    let cheaper = world.price("Lite", 1_900).await;
    let wanted = at_renewal(&before, &cheaper, 1);
    let first = carry_out(&world, &before, &wanted).await.unwrap();
    // Once with the reading of then, once with a new one.
    assert_eq!(carry_out(&world, &before, &wanted).await.unwrap(), first);
    assert_eq!(carry_out(&world, &first, &wanted).await.unwrap(), first);
    let state = world.inspect();
    let schedules =
        state.objects.values().filter(|object| object["object"] == "subscription_schedule");
    assert_eq!(schedules.count(), 1);
}

#[tokio::test]
async fn somebody_elses_schedule_is_left_alone() {
    let world = World::start().await;
    let before = world.subscription().await;
    let cheaper = world.price("Lite", 1_900).await;
    let form = format!("from_subscription={}", before.id);
    let made = world.post("/v1/subscription_schedules", &form).await;
    let path = format!("/v1/subscription_schedules/{}", id(&made));
    world.post(&path, "metadata[campaign]=spring").await;
    let scheduled = world.read(before.id.as_str()).await;
    for before in [scheduled, before] {
        let result = carry_out(&world, &before, &at_renewal(&before, &cheaper, 1)).await;
        let Err(BillingError::Rejected { code, .. }) = result else { panic!("{result:?}") };
        assert_eq!(code, "subscription_scheduled");
    }
    assert_eq!(world.inspect().object(&id(&made))["phases"], made["phases"]);
}

#[tokio::test]
async fn a_schedule_that_ended_meanwhile_is_made_anew() {
    let world = World::start().await;
    let before = world.subscription().await;
    let wanted = at_renewal(&before, &before.items[0].price.id, 2);
    // An earlier attempt made one and came no further; it has been released since.
    let form = format!("from_subscription={}", before.id);
    world.post_under("act_1:schedule", "/v1/subscription_schedules", &form).await;
    let held = world.read(before.id.as_str()).await.schedule.unwrap();
    let path = format!("/v1/subscription_schedules/{}/release", held.id);
    world.post(&path, "").await;
    let after = carry_out(&world, &before, &wanted).await.unwrap();
    assert!(shows(&wanted, &after));
    assert_ne!(after.schedule.unwrap().id, held.id);
}

#[tokio::test]
async fn a_price_that_cannot_be_sold_and_a_line_that_is_gone_are_refused() {
    let world = World::start().await;
    let before = world.subscription().await;
    let mut gone = at_renewal(&before, &before.items[0].price.id, 2);
    if let SubscriptionChange::ChangeItem(change) = &mut gone {
        change.item_id = "si_gone".to_owned();
    }
    for wanted in [at_renewal(&before, "price_gone", 1), gone] {
        let made = carry_out(&world, &before, &wanted).await;
        assert!(matches!(made, Err(BillingError::Rejected { .. })), "{made:?}");
        let billing = &world.clients.billing;
        let previewed = billing.preview_change(&world.account, &before, &wanted).await;
        assert!(matches!(previewed, Err(BillingError::Rejected { .. })), "{previewed:?}");
    }
    assert_eq!(world.read(before.id.as_str()).await, before);
}

#[tokio::test]
async fn a_refused_plan_leaves_no_schedule_behind() {
    let world = World::start().await;
    // A discount of the line itself cannot go to another price.
    world.post("/v1/coupons", "id=FIVE&percent_off=5&duration=forever").await;
    let before = world.subscription_with("items[0][discounts][0][coupon]=FIVE").await;
    let cheaper = world.price("Lite", 1_900).await;
    let result = carry_out(&world, &before, &at_renewal(&before, &cheaper, 1)).await;
    assert!(matches!(result, Err(BillingError::Rejected { .. })), "{result:?}");
    assert_eq!(world.read(before.id.as_str()).await, before);
}

/// How far a change came before the customer canceled.
#[derive(Debug, Clone, Copy)]
enum Cut {
    BeforeCreation,
    /// The key of the creation is spent, and nothing was made under it.
    CreationLost,
    Created,
    /// The key of the second request is spent, and nothing was made under it.
    CompletionLost,
    Completed,
}

/// Carries the change out up to the cut.
async fn cut_off(world: &World, before: &Subscription, wanted: &SubscriptionChange, cut: Cut) {
    let creation = format!("from_subscription={}", before.id);
    let schedules = "/v1/subscription_schedules";
    match cut {
        Cut::BeforeCreation => {}
        Cut::CreationLost => {
            world.post_under("act_1:schedule", schedules, "from_subscription=sub_gone").await;
        }
        Cut::Created => world.post_under("act_1:schedule", schedules, &creation).await,
        Cut::CompletionLost => {
            world.post_under("act_1:schedule", schedules, &creation).await;
            world.post_under("act_1:phases", schedules, "from_subscription=sub_gone").await;
        }
        Cut::Completed => {
            carry_out(world, before, wanted).await.unwrap();
        }
    }
}

#[tokio::test]
async fn a_cancellation_in_between_stands() {
    for cut in
        [Cut::BeforeCreation, Cut::CreationLost, Cut::Created, Cut::CompletionLost, Cut::Completed]
    {
        for is_read_anew in [false, true] {
            let name = format!("{cut:?}, read anew {is_read_anew}");
            let world = World::start().await;
            let read = world.subscription().await;
            let wanted = at_renewal(&read, &read.items[0].price.id, 4);
            cut_off(&world, &read, &wanted, cut).await;
            let held = world.read(read.id.as_str()).await;
            let cancel = change("act_2", &held, CANCEL);
            let billing = &world.clients.billing;
            billing.change_subscription(&world.account, &cancel).await.unwrap();
            // The offer is carried out with a reading from before the cancellation.
            let before = if is_read_anew { &held } else { &read };
            let made = carry_out(&world, before, &wanted).await;
            if !matches!(cut, Cut::Completed) {
                let Err(BillingError::Rejected { code, .. }) = made else {
                    panic!("{name}: {made:?}")
                };
                assert_eq!(code, "conflict", "{name}");
            }
            let after = world.read(read.id.as_str()).await;
            assert_eq!(
                (after.ends_at(), &after.schedule),
                (read.current_period_end(), &None),
                "{name}"
            );
            world.sandbox.advance_clock(NOW + 40 * DAY);
            assert!(!world.read(read.id.as_str()).await.is_cancelable(), "{name}");
        }
    }
}
