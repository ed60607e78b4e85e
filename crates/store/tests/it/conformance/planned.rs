//! Changes owed later: planned with the confirmation, queued once when due, dropped by an end.

use domain::Timestamp;
use domain::billing_action::{ActionStatus, CancelWhen, SubscriptionChange};
use domain::flow::FollowUp;
use domain::ids::BillingActionId;
use domain::money::Money;
use domain::subscription::{Subscription, SubscriptionStatus};
use engine::ports::{ActionSettlement, ClaimedAction, NewAction, Store};
use store::SqlStore;
use store::db::Options;

use super::offers::{redemption, take, usd};
use super::world::{
    TEST, World, action_id, at, brand_id, cancel, cancel_change, customer_id, ending, event,
    new_action, new_flow, session, settlement, sub, subscription, undo, world,
};
use crate::on_both;

fn refund() -> SubscriptionChange {
    SubscriptionChange::Refund { amount: Money::new(500, usd()), invoice_id: "in_1".to_owned() }
}

/// An action that owes a change afterwards.
fn owing(name: &str, change: SubscriptionChange, due_at: Option<Timestamp>) -> NewAction {
    let owed = if change.is_cancel() { refund() } else { SubscriptionChange::Resume };
    let follow_up = Some(FollowUp { change: owed, due_at });
    NewAction { follow_up, ..new_action(name, change, at(10)) }
}

/// A pause of the subscription of this name that owes its end at `due_at`, settled.
async fn paused(world: &World, name: &str, due_at: i64, status: ActionStatus) {
    world.opened_own(name, at(0)).await;
    let pause = SubscriptionChange::PauseSubscription { resumes_at: at(due_at) };
    let mut commit = take(name, redemption(name, 0), at(10));
    commit.action = Some(owing(name, pause, Some(at(due_at))));
    world.store.commit_decision(&commit).await.expect("a decision");
    world.settled(name, status).await;
}

/// A cancellation of the subscription of this name by another session, confirmed; it has ended.
async fn ended(world: &World, name: &str, action: NewAction) -> ClaimedAction {
    let status = SubscriptionStatus::Canceled;
    canceled(world, name, action, Some(Subscription { status, ..subscription(name) })).await
}

/// A cancellation of the subscription of this name by another session, confirmed.
async fn canceled(
    world: &World,
    name: &str,
    action: NewAction,
    after: Option<Subscription>,
) -> ClaimedAction {
    let session_name = format!("cancel_{name}");
    let mut flow = new_flow(&session_name, at(20));
    flow.flow.subscription_id = Some(sub(name));
    world.store.open_flow(&flow).await.expect("a flow");
    let mut commit = cancel(&session_name, at(30));
    (commit.subscription_id, commit.action) = (sub(name), Some(action));
    world.store.commit_decision(&commit).await.expect("a decision");
    let claimed = world.claimed("w", 100).await.remove(0);
    let done = ActionSettlement { after, ..settlement(&claimed, ActionStatus::Confirmed) };
    assert!(world.store.settle_action(&done).await.expect("a write"));
    claimed
}

fn ids(prefix: &str, count: usize) -> Vec<BillingActionId> {
    (0..count).map(|number| action_id(&format!("{prefix}{number}"))).collect()
}

async fn queued(world: &World, now: i64, ids: Vec<BillingActionId>) -> u64 {
    world.store.queue_planned_changes(at(now), ids).await.expect("a write")
}

async fn next_due(world: &World) -> Option<Timestamp> {
    world.store.next_planned_change_due_at().await.expect("a read")
}

on_both! {
    async fn a_follow_up_is_planned_with_the_confirmation_and_becomes_one_action(on) {
        let world = world(on).await;
        assert_eq!(next_due(&world).await, None);
        paused(&world, "1", 2_000, ActionStatus::Confirmed).await;
        assert_eq!(next_due(&world).await, Some(at(2_000)));
        assert_eq!(queued(&world, 1_999, ids("early", 2)).await, 0);
        assert_eq!(queued(&world, 2_000, ids("due", 2)).await, 1);
        assert_eq!(queued(&world, 2_001, ids("again", 2)).await, 0);
        assert_eq!(next_due(&world).await, None);
        let claimed = world.claimed("w", 2_001).await;
        assert_eq!(claimed.len(), 1);
        let action = &claimed[0];
        assert_eq!((&action.id, &action.change), (&action_id("due0"), &SubscriptionChange::Resume));
        assert_eq!((&action.brand_id, action.mode), (&brand_id(), TEST));
        assert_eq!((&action.subscription_id, &action.customer_id), (&sub("1"), &customer_id()));
        assert_eq!((&action.session_uid, &action.guard), (&Some(session("1")), &None));
        assert_eq!((action.status, action.attempts), (ActionStatus::Pending, 0));
        assert_eq!(action.created_at, at(2_000));
    }

    async fn only_a_confirmation_plans(on) {
        let world = world(on).await;
        for (name, status) in [("1", ActionStatus::Unknown), ("2", ActionStatus::Rejected)] {
            paused(&world, name, 2_000, status).await;
        }
        assert_eq!(next_due(&world).await, None);
    }

    async fn a_confirmation_that_is_not_written_plans_nothing(on) {
        let world = world(on).await;
        world.opened_own("1", at(0)).await;
        let mut commit = take("1", redemption("1", 0), at(10));
        let pause = SubscriptionChange::PauseSubscription { resumes_at: at(2_000) };
        commit.action = Some(owing("1", pause, Some(at(2_000))));
        world.store.commit_decision(&commit).await.expect("a decision");
        let claimed = world.claimed("w", 100).await.remove(0);
        let mut found = settlement(&claimed, ActionStatus::Confirmed);
        found.events = vec![event("opened_1")];
        assert!(world.store.settle_action(&found).await.is_err());
        assert_eq!(next_due(&world).await, None);
    }

    async fn an_end_drops_what_is_planned_but_not_its_own_refund(on) {
        let world = world(on).await;
        paused(&world, "1", 2_000, ActionStatus::Confirmed).await;
        paused(&world, "other", 3_000, ActionStatus::Confirmed).await;
        let now = SubscriptionChange::Cancel {
            when: CancelWhen::Now { credit_unused: false },
            said: domain::billing_action::Said::default(),
        };
        ended(&world, "1", owing("ends", now, None)).await;
        assert_eq!(next_due(&world).await, Some(at(500)), "at once: the time of the settlement");
        assert_eq!(queued(&world, 500, ids("refund", 5)).await, 1);
        let claimed = world.claimed("w", 501).await.remove(0);
        assert_eq!((&claimed.change, &claimed.subscription_id), (&refund(), &sub("1")));
        assert_eq!(next_due(&world).await, Some(at(3_000)), "of the other subscription");
    }

    async fn a_follow_up_with_a_later_date_survives_its_own_cancellation(on) {
        let world = world(on).await;
        ended(&world, "1", owing("ends", cancel_change(), Some(at(9_000)))).await;
        assert_eq!(next_due(&world).await, Some(at(9_000)));
    }

    async fn what_is_due_already_is_not_dropped(on) {
        let world = world(on).await;
        for (name, due_at) in [("1", 500), ("2", 501)] {
            paused(&world, name, due_at, ActionStatus::Confirmed).await;
            ended(&world, name, new_action(&format!("end_{name}"), cancel_change(), at(30))).await;
        }
        assert_eq!(queued(&world, 9_000, ids("a", 5)).await, 1);
        assert_eq!(world.claimed("w", 9_000).await[0].subscription_id, sub("1"));
    }

    async fn a_cancellation_that_has_not_ended_it_yet_drops_nothing(on) {
        for after in [None, Some(ending("1")), Some(subscription("1"))] {
            let world = world(on).await;
            paused(&world, "1", 2_000, ActionStatus::Confirmed).await;
            canceled(&world, "1", new_action("end", cancel_change(), at(30)), after).await;
            assert_eq!(next_due(&world).await, Some(at(2_000)));
        }
    }

    async fn an_undo_leaves_the_end_of_a_pause(on) {
        let world = world(on).await;
        paused(&world, "1", 2_000, ActionStatus::Confirmed).await;
        world.store.commit_undo(&undo("1", at(30))).await.expect("an undo");
        world.settled("undo_1", ActionStatus::Confirmed).await;
        assert_eq!(next_due(&world).await, Some(at(2_000)));
    }

    async fn a_second_pause_takes_the_place_of_the_end_of_the_first(on) {
        let world = world(on).await;
        paused(&world, "other", 1_500, ActionStatus::Confirmed).await;
        paused(&world, "1", 2_000, ActionStatus::Confirmed).await;
        let mut flow = new_flow("again", at(20));
        flow.flow.subscription_id = Some(sub("1"));
        world.store.open_flow(&flow).await.expect("a flow");
        let mut commit = take("again", redemption("again", 0), at(30));
        commit.subscription_id = sub("1");
        let pause = SubscriptionChange::PauseSubscription { resumes_at: at(7_000) };
        commit.action = Some(owing("again", pause, Some(at(7_000))));
        world.store.commit_decision(&commit).await.expect("a decision");
        world.settled("again", ActionStatus::Confirmed).await;
        assert_eq!(next_due(&world).await, Some(at(1_500)), "of the other subscription");
        assert_eq!(queued(&world, 6_999, ids("early", 5)).await, 1);
        assert_eq!(next_due(&world).await, Some(at(7_000)));
    }

    async fn a_pause_leaves_what_else_is_planned(on) {
        let world = world(on).await;
        canceled(&world, "1", owing("ends", cancel_change(), Some(at(2_000))), None).await;
        world.store.commit_undo(&undo("1", at(30))).await.expect("an undo");
        world.settled("undo_1", ActionStatus::Confirmed).await;
        paused(&world, "1", 3_000, ActionStatus::Confirmed).await;
        assert_eq!(next_due(&world).await, Some(at(2_000)), "the refund");
    }

    async fn a_refused_cancellation_drops_nothing(on) {
        let world = world(on).await;
        paused(&world, "1", 2_000, ActionStatus::Confirmed).await;
        let mut back = undo("1", at(30));
        back.subscription_id = sub("1");
        world.store.commit_undo(&back).await.expect("an undo");
        world.settled("undo_1", ActionStatus::Rejected).await;
        assert_eq!(next_due(&world).await, Some(at(2_000)));
    }

    async fn changes_are_queued_in_the_order_of_their_times_as_far_as_there_are_ids(on) {
        let world = world(on).await;
        for (name, due_at) in [("c", 2_003), ("a", 2_001), ("b", 2_002)] {
            paused(&world, name, due_at, ActionStatus::Confirmed).await;
        }
        assert_eq!(queued(&world, 5_000, Vec::new()).await, 0);
        assert_eq!(queued(&world, 5_000, ids("first", 2)).await, 2);
        let claimed = world.claimed("w", 5_000).await;
        let subscriptions: Vec<_> = claimed.iter().map(|each| each.subscription_id.clone()).collect();
        assert_eq!(subscriptions, [sub("a"), sub("b")]);
        assert_eq!(next_due(&world).await, Some(at(2_003)));
    }

    async fn a_queued_change_keeps_the_order_of_its_subscription(on) {
        let world = world(on).await;
        paused(&world, "1", 2_000, ActionStatus::Confirmed).await;
        let mut back = undo("1", at(1_000));
        back.subscription_id = sub("1");
        back.action.due_at = at(3_000);
        world.store.commit_undo(&back).await.expect("an undo");
        assert_eq!(queued(&world, 2_000, ids("resume", 1)).await, 1);
        assert!(world.claimed("w", 2_500).await.is_empty(), "it waits for the undo before it");
        let claimed = world.claimed("w", 3_000).await.remove(0);
        assert_eq!(claimed.id, action_id("undo_1"));
        let done = settlement(&claimed, ActionStatus::Confirmed);
        assert!(world.store.settle_action(&done).await.expect("a write"));
        assert_eq!(world.claimed("w", 3_001).await[0].id, action_id("resume0"));
    }

    async fn workers_at_once_queue_each_change_once(on) {
        let world = world(on).await;
        for number in 0..12 {
            paused(&world, &number.to_string(), 2_000, ActionStatus::Confirmed).await;
        }
        let second = SqlStore::open(&world.url, &Options::default()).expect("a second node");
        let tasks: Vec<_> = (0..6).map(|worker| {
            let store = if worker % 2 == 0 { world.store.clone() } else { second.clone() };
            tokio::spawn(async move {
                let mut count = 0;
                // A worker that finds everything locked comes back, as the engine's does.
                for round in 0..3 {
                    let ids = ids(&format!("w{worker}r{round}n"), 4);
                    count += store.queue_planned_changes(at(2_000), ids).await.expect("a write");
                }
                count
            })
        }).collect();
        let mut count = 0;
        for task in tasks {
            count += task.await.expect("no panic");
        }
        assert_eq!((count, next_due(&world).await), (12, None));
        let claimed = world.store.claim_actions("w", at(2_000), at(2_030), 100).await.expect("claims");
        let mut subscriptions: Vec<_> = claimed.iter().map(|each| &each.subscription_id).collect();
        subscriptions.sort();
        subscriptions.dedup();
        assert_eq!((subscriptions.len(), claimed.len()), (12, 12));
    }
}
