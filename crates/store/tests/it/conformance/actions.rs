//! The outbox: claimed by one worker at a time, settled only by the claim that holds.

use domain::Timestamp;
use domain::billing_action::{ActionStatus, SubscriptionChange};
use domain::flow::Step;
use domain::money::Money;
use domain::subscription::InvoicePreview;
use engine::ports::{
    ActionRecord, ActionSettlement, ClaimedAction, DecisionState, OpenActions, Store,
};

use super::offers::{credit, redemption};
use super::world::{
    TEST, World, action_id, at, brand_id, cancel, cancel_change, customer_id, ending, event, hash,
    new_action, new_flow, session, settlement, snapshot, stay, sub, subscription, undo, world,
};
use crate::on_both;

/// A cancellation of a subscription of its own.
pub(crate) async fn canceled(world: &World, name: &str, due_at: Timestamp, is_cancel: bool) {
    let mut flow = new_flow(name, at(0));
    flow.flow.subscription_id = Some(sub(name));
    world.store.open_flow(&flow).await.expect("a flow");
    let mut commit = if is_cancel { cancel(name, at(10)) } else { stay(name, at(10)) };
    commit.subscription_id = sub(name);
    let change = if is_cancel {
        cancel_change()
    } else {
        SubscriptionChange::Pause { resumes_at: at(9_000) }
    };
    commit.action = Some(new_action(name, change, due_at));
    world.store.commit_decision(&commit).await.expect("a decision");
}

/// A cancellation `later` of a subscription for which there is an action already.
pub(crate) async fn canceled_later(world: &World, of: &str, decided_at: Timestamp) {
    let mut flow = new_flow("later", at(11));
    flow.flow.subscription_id = Some(sub(of));
    world.store.open_flow(&flow).await.expect("a flow");
    let mut commit = cancel("later", decided_at);
    commit.subscription_id = sub(of);
    commit.action = Some(new_action("later", cancel_change(), decided_at));
    let outcome = world.store.commit_decision(&commit).await.expect("a decision");
    assert_eq!(outcome, engine::ports::CommitOutcome::Committed);
}

async fn action(world: &World, name: &str) -> ActionRecord {
    let found = world.store.find_action(&brand_id(), &action_id(name)).await;
    found.expect("a read").expect("the action")
}

async fn settle(world: &World, settlement: &ActionSettlement) -> bool {
    world.store.settle_action(settlement).await.expect("a write")
}

fn names(claimed: &[ClaimedAction]) -> Vec<&str> {
    claimed.iter().map(|action| action.id.as_str()).collect()
}

on_both! {
    async fn due_actions_are_claimed_cancels_first_then_by_due_time(on) {
        let world = world(on).await;
        canceled(&world, "pause", at(20), false).await;
        canceled(&world, "late", at(40), true).await;
        canceled(&world, "early", at(30), true).await;
        canceled(&world, "future", at(500), true).await;
        let claimed = world.claimed("w", 100).await;
        assert_eq!(names(&claimed), ["act_early", "act_late", "act_pause"]);
        let first = &claimed[0];
        assert_eq!((&first.brand_id, first.mode), (&brand_id(), TEST));
        assert_eq!((&first.subscription_id, &first.customer_id), (&sub("early"), &customer_id()));
        assert_eq!((&first.change, first.status), (&cancel_change(), ActionStatus::Pending));
        assert_eq!((first.attempts, first.fence, first.created_at), (0, 1, at(10)));
        assert_eq!((&first.session_uid, &first.guard), (&Some(session("early")), &None));
    }

    async fn a_cancellation_waits_for_no_offer_and_the_offer_comes_after_it(on) {
        let world = world(on).await;
        canceled(&world, "offer", at(10), false).await;
        let offer = world.claimed("w", 20).await.remove(0);
        let mut found = settlement(&offer, ActionStatus::Unknown);
        found.retry_at = Some(at(300));
        assert!(settle(&world, &found).await);
        canceled_later(&world, "offer", at(40)).await;
        let mut back = undo("back", at(41));
        back.subscription_id = sub("offer");
        world.store.commit_undo(&back).await.expect("an undo");
        let claimed = world.claimed("w", 50).await;
        assert_eq!(names(&claimed), ["act_later"]);
        assert!(settle(&world, &settlement(&claimed[0], ActionStatus::Confirmed)).await);
        assert!(world.claimed("w", 60).await.is_empty(), "the undo waits for the offer");
        assert_eq!(names(&world.claimed("w", 300).await), ["act_offer"]);
    }

    async fn a_cancellation_waits_for_an_offer_that_a_worker_is_carrying_out(on) {
        let world = world(on).await;
        canceled(&world, "offer", at(10), false).await;
        let offer = world.claimed("slow", 20).await.remove(0);
        canceled_later(&world, "offer", at(40)).await;
        assert!(world.claimed("w", 45).await.is_empty(), "the offer is held until 50");
        assert_eq!(world.store.next_action_due_at().await.expect("a read"), Some(at(50)));
        let mut found = settlement(&offer, ActionStatus::Unknown);
        found.retry_at = Some(at(46));
        assert!(settle(&world, &found).await);
        assert_eq!(world.store.next_action_due_at().await.expect("a read"), Some(at(40)));
        assert_eq!(names(&world.claimed("w", 46).await), ["act_later"], "both are due: it is first");
    }

    async fn a_cancellation_waits_no_longer_than_the_lease_of_a_worker_that_died(on) {
        let world = world(on).await;
        canceled(&world, "offer", at(10), false).await;
        world.claimed("dies", 20).await;
        canceled_later(&world, "offer", at(40)).await;
        assert!(world.claimed("w", 49).await.is_empty());
        assert_eq!(names(&world.claimed("w", 50).await), ["act_later"]);
    }

    async fn a_lease_written_by_a_wrong_clock_keeps_no_cancellation_waiting(on) {
        let world = world(on).await;
        canceled(&world, "offer", at(10), false).await;
        let far = at(100_000_000_000);
        world.store.claim_actions("wrong", at(20), far, 10).await.expect("claims");
        canceled_later(&world, "offer", at(40)).await;
        assert_eq!(names(&world.claimed("w", 45).await), ["act_later"]);
    }

    async fn nothing_of_its_subscription_is_claimed_while_a_cancellation_is_open(on) {
        let world = world(on).await;
        canceled(&world, "offer", at(10), false).await;
        canceled_later(&world, "offer", at(15)).await;
        let mut back = undo("back", at(16));
        back.subscription_id = sub("offer");
        world.store.commit_undo(&back).await.expect("an undo");
        let held = world.claimed("w", 20).await;
        assert_eq!(names(&held), ["act_later"]);
        assert!(world.claimed("other", 30).await.is_empty(), "neither what is older nor newer");
        assert!(settle(&world, &settlement(&held[0], ActionStatus::Confirmed)).await);
        let offer = world.claimed("w", 31).await;
        assert_eq!(names(&offer), ["act_offer"]);
        assert!(settle(&world, &settlement(&offer[0], ActionStatus::Rejected)).await);
        assert_eq!(names(&world.claimed("w", 32).await), ["act_undo_back"]);
    }

    async fn an_undo_between_an_offer_and_a_cancellation_keeps_all_three_in_order(on) {
        let world = world(on).await;
        canceled(&world, "offer", at(10), false).await;
        let mut back = undo("back", at(12));
        back.subscription_id = sub("offer");
        world.store.commit_undo(&back).await.expect("an undo");
        canceled_later(&world, "offer", at(15)).await;
        for (now, expected) in [(20, "act_offer"), (21, "act_undo_back"), (22, "act_later")] {
            let claimed = world.claimed("w", now).await;
            assert_eq!(names(&claimed), [expected]);
            assert!(settle(&world, &settlement(&claimed[0], ActionStatus::Confirmed)).await);
        }
    }

    async fn a_time_written_by_a_wrong_clock_keeps_nothing_waiting(on) {
        let world = world(on).await;
        canceled(&world, "1", at(10), true).await;
        let claimed = world.claimed("w", 100).await.remove(0);
        let mut found = settlement(&claimed, ActionStatus::Unknown);
        found.retry_at = Some(at(100_000_000_000));
        assert!(settle(&world, &found).await);
        assert_eq!(names(&world.claimed("w", 200).await), ["act_1"]);
    }

    async fn open_work_is_counted_for_the_alarm(on) {
        let world = world(on).await;
        let none = OpenActions { open: 0, blocked: 0, oldest: None };
        assert_eq!(world.store.summarize_open_actions().await.expect("a read"), none);
        canceled(&world, "1", at(10), true).await;
        canceled(&world, "2", at(10), true).await;
        let claimed = world.claimed("w", 20).await;
        assert!(settle(&world, &settlement(&claimed[0], ActionStatus::Blocked)).await);
        let open = OpenActions { open: 2, blocked: 1, oldest: Some(at(10)) };
        assert_eq!(world.store.summarize_open_actions().await.expect("a read"), open);
    }

    async fn no_more_are_claimed_than_asked_for(on) {
        let world = world(on).await;
        for name in ["1", "2", "3"] {
            canceled(&world, name, at(10), true).await;
        }
        let two = world.store.claim_actions("w", at(20), at(50), 2).await.expect("claims");
        assert_eq!(two.len(), 2);
        assert_eq!(world.claimed("w", 20).await.len(), 1);
    }

    async fn workers_at_once_share_the_work(on) {
        let world = world(on).await;
        for number in 0..10 {
            canceled(&world, &number.to_string(), at(10), true).await;
        }
        let claims = |owner: &'static str| world.store.claim_actions(owner, at(20), at(50), 10);
        let (first, second) = tokio::join!(claims("w1"), claims("w2"));
        let mut all = first.expect("claims");
        all.extend(second.expect("claims"));
        let mut ids = names(&all);
        ids.sort_unstable();
        ids.dedup();
        assert_eq!((ids.len(), all.len()), (10, 10));
    }

    async fn a_claim_ends_with_its_lease_and_the_old_worker_is_fenced_off(on) {
        let world = world(on).await;
        canceled(&world, "1", at(10), true).await;
        let slow = world.claimed("slow", 100).await.remove(0);
        assert!(world.claimed("fast", 129).await.is_empty());
        let fast = world.claimed("fast", 130).await.remove(0);
        assert_eq!((fast.fence, fast.attempts), (slow.fence + 1, 1));
        assert!(!settle(&world, &settlement(&slow, ActionStatus::Rejected)).await);
        assert_eq!(action(&world, "1").await.status, ActionStatus::Pending);
        assert!(settle(&world, &settlement(&fast, ActionStatus::Confirmed)).await);
        let settled = action(&world, "1").await;
        assert_eq!((settled.status, settled.settled_at), (ActionStatus::Confirmed, Some(at(500))));
        assert_eq!(settled.attempts, 2);
    }

    async fn a_claim_settles_once(on) {
        let world = world(on).await;
        canceled(&world, "1", at(10), true).await;
        let claimed = world.claimed("w", 100).await.remove(0);
        let mut first = settlement(&claimed, ActionStatus::Unknown);
        first.retry_at = Some(at(600));
        first.events = vec![event("first")];
        assert!(settle(&world, &first).await);
        let mut second = settlement(&claimed, ActionStatus::Confirmed);
        second.events = vec![event("second")];
        assert!(!settle(&world, &second).await);
        assert_eq!(action(&world, "1").await.status, ActionStatus::Unknown);
        assert_eq!(world.event_ids("1").await, ["evt_opened_1", "evt_canceled_1", "evt_first"]);
    }

    async fn an_open_action_comes_back_when_it_is_due(on) {
        let world = world(on).await;
        canceled(&world, "1", at(10), true).await;
        for (status, now, retry_at) in
            [(ActionStatus::Unknown, 100, 200), (ActionStatus::Blocked, 200, 300)]
        {
            let claimed = world.claimed("w", now).await.remove(0);
            let mut found = settlement(&claimed, status);
            found.retry_at = Some(at(retry_at));
            assert!(settle(&world, &found).await);
            assert!(world.claimed("w", retry_at - 1).await.is_empty());
            let due = world.store.next_action_due_at().await.expect("a read");
            assert_eq!(due, Some(at(retry_at)));
        }
        let last = world.claimed("w", 300).await.remove(0);
        assert_eq!((last.status, last.attempts), (ActionStatus::Blocked, 2));
    }

    async fn the_next_due_time_knows_leases_and_queues(on) {
        let world = world(on).await;
        assert_eq!(world.store.next_action_due_at().await.expect("a read"), None);
        canceled(&world, "1", at(50), true).await;
        let mut behind = undo("1", at(20));
        behind.subscription_id = sub("1");
        world.store.commit_undo(&behind).await.expect("an undo");
        assert_eq!(world.store.next_action_due_at().await.expect("a read"), Some(at(50)));
        let claimed = world.claimed("w", 60).await.remove(0);
        assert_eq!(world.store.next_action_due_at().await.expect("a read"), Some(at(90)));
        assert!(settle(&world, &settlement(&claimed, ActionStatus::Confirmed)).await);
        assert_eq!(world.store.next_action_due_at().await.expect("a read"), Some(at(20)));
    }

    async fn a_confirmation_extends_the_receipt_and_refreshes_the_mirror(on) {
        let world = world(on).await;
        let before = snapshot(vec![subscription("2"), subscription("1")], at(400));
        world.store.save_snapshot(&brand_id(), TEST, &before).await.expect("a write");
        canceled(&world, "1", at(10), true).await;
        let claimed = world.claimed("w", 100).await.remove(0);
        let mut found = settlement(&claimed, ActionStatus::Confirmed);
        found.before = Some(subscription("1"));
        found.after = Some(ending("1"));
        let amount_due = Money::new(4_900, ending("1").currency);
        found.next_invoice = Some(InvoicePreview { amount_due, due_at: Some(at(9_999)) });
        assert!(settle(&world, &found).await);
        let confirmed = action(&world, "1").await;
        assert_eq!((confirmed.after, confirmed.next_invoice), (found.after, found.next_invoice));
        let receipt = world.store.find_receipt(&hash("1")).await.expect("a read").expect("it");
        assert_eq!(receipt.valid_until, at(1_000_000));
        assert_eq!(receipt.decision.state, DecisionState::Standing);
        let mirror = world.store.find_snapshot(&brand_id(), TEST, &customer_id()).await;
        let expected = snapshot(vec![subscription("2"), ending("1")], at(400));
        assert_eq!(mirror.expect("a read"), Some(expected));
        // A reading that began before the change and ends after it must not bring the old back.
        let mut late = before.clone();
        late.fetched_at = at(450);
        world.store.save_snapshot(&brand_id(), TEST, &late).await.expect("a write");
        let mirror = world.store.find_snapshot(&brand_id(), TEST, &customer_id()).await;
        let subscriptions = mirror.expect("a read").expect("the customer").subscriptions;
        assert_eq!(subscriptions, [subscription("2"), ending("1")]);
    }

    async fn a_receipt_is_never_shortened_by_a_confirmation(on) {
        let world = world(on).await;
        canceled(&world, "1", at(10), true).await;
        let claimed = world.claimed("w", 100).await.remove(0);
        let mut found = settlement(&claimed, ActionStatus::Confirmed);
        let mut ended = subscription("1");
        ended.ended_at = Some(at(200));
        found.after = Some(ended);
        assert!(settle(&world, &found).await);
        let receipt = world.store.find_receipt(&hash("1")).await.expect("a read").expect("it");
        assert_eq!(receipt.valid_until, at(5_000));
    }

    async fn a_rejection_fails_the_decision_ends_its_receipt_and_reopens_its_flow(on) {
        let world = world(on).await;
        canceled(&world, "1", at(10), true).await;
        let claimed = world.claimed("w", 100).await.remove(0);
        let mut found = settlement(&claimed, ActionStatus::Rejected);
        found.note = Some("resource_missing".to_owned());
        found.events = vec![event("failed")];
        assert!(settle(&world, &found).await);
        let store = &world.store;
        assert_eq!(store.find_standing_decision(&brand_id(), TEST, &sub("1")).await.expect("a read"), None);
        let receipt = store.find_receipt(&hash("1")).await.expect("a read").expect("it");
        assert_eq!((receipt.decision.state, receipt.valid_until), (DecisionState::Failed, at(500)));
        let flow = store.find_flow(&brand_id(), &session("1")).await.expect("a read").expect("it");
        assert_eq!((&flow.flow.step, flow.outcome), (&Step::Confirm, None));
        assert_eq!((flow.version, flow.updated_at), (3, at(500)));
        assert_eq!(world.event_ids("1").await.last().expect("an event"), "evt_failed");
        let mut again = cancel("again", at(600));
        (again.session_uid, again.subscription_id) = (session("1"), sub("1"));
        again.expected_version = 3;
        let outcome = store.commit_decision(&again).await.expect("an answer");
        assert_eq!(outcome, engine::ports::CommitOutcome::Committed);
    }

    async fn an_offer_carries_its_guard_and_keeps_its_message(on) {
        let world = world(on).await;
        world.taken("1", redemption("x", 5)).await;
        let claimed = world.claimed("w", 100).await.remove(0);
        let expected = credit("1", at(10));
        assert_eq!((&claimed.change, &claimed.guard), (&expected.change, &expected.guard));
        assert_eq!(action(&world, "1").await.message, None);
        let mut found = settlement(&claimed, ActionStatus::Unknown);
        (found.message, found.retry_at) = (Some("Almost done 🙂".to_owned()), Some(at(200)));
        assert!(settle(&world, &found).await);
        let again = world.claimed("w", 200).await.remove(0);
        assert_eq!((&again.guard, &again.session_uid), (&expected.guard, &Some(session("1"))));
        assert!(settle(&world, &settlement(&again, ActionStatus::Confirmed)).await);
        assert_eq!(action(&world, "1").await.message.as_deref(), Some("Almost done 🙂"));
        let decision = world.store.find_decision_of_session(&brand_id(), &session("1")).await;
        let found = decision.expect("a read").expect("it").action.expect("its action");
        assert_eq!(found, action(&world, "1").await);
    }

    async fn an_unknown_action_settles_nothing(on) {
        let world = world(on).await;
        canceled(&world, "1", at(10), true).await;
        let mut claimed = world.claimed("w", 100).await.remove(0);
        claimed.id = action_id("nowhere");
        assert!(!settle(&world, &settlement(&claimed, ActionStatus::Confirmed)).await);
    }
}
