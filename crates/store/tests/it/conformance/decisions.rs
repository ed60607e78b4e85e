//! One decision per subscription, whoever asks and however often.

use domain::brand::Mode;
use domain::flow::Step;
use domain::ids::{BrandId, DecisionId};
use domain::outcome::Outcome;
use engine::ports::{CommitOutcome, DecisionRecord, DecisionState, SaveOutcome, Store};
use store::SqlStore;
use store::db::Options;

use super::world::{
    TEST, World, action_id, at, brand_id, cancel, cancel_change, hash, new_flow, save, session,
    stay, sub, world,
};
use crate::on_both;

async fn standing(world: &World) -> Option<DecisionRecord> {
    world.store.find_standing_decision(&brand_id(), TEST, &sub("1")).await.expect("a read")
}

async fn of_session(world: &World, name: &str) -> Option<DecisionRecord> {
    world.store.find_decision_of_session(&brand_id(), &session(name)).await.expect("a read")
}

on_both! {
    async fn a_decision_is_written_with_its_action_receipt_and_events(on) {
        let world = world(on).await;
        world.opened("1", at(0)).await;
        let commit = cancel("1", at(10));
        let outcome = world.store.commit_decision(&commit).await.expect("a decision");
        assert_eq!(outcome, CommitOutcome::Committed);
        let found = standing(&world).await.expect("it stands");
        assert_eq!((&found.id, &found.flow, &found.reference), (&commit.id, &commit.flow, &commit.reference));
        assert_eq!((found.state, found.outcome), (DecisionState::Standing, Outcome::Canceled));
        assert_eq!((found.decided_at, &found.customer_id), (at(10), &commit.customer_id));
        let action = found.action.as_ref().expect("its action");
        assert_eq!((&action.id, &action.change), (&action_id("cancel_1"), &cancel_change()));
        assert_eq!((action.attempts, &action.settled_at, &found.undo_action), (0, &None, &None));
        assert_eq!(of_session(&world, "1").await, Some(found.clone()));
        let receipt = world.store.find_receipt(&hash("1")).await.expect("a read").expect("a receipt");
        assert_eq!((receipt.decision, receipt.valid_until), (found, at(5_000)));
        assert_eq!(world.store.find_receipt(&hash("2")).await.expect("a read"), None);
        assert_eq!(world.event_ids("1").await, ["evt_opened_1", "evt_canceled_1"]);
        let flow = world.store.find_flow(&brand_id(), &session("1")).await.expect("a read").expect("it");
        assert_eq!((flow.outcome, flow.version), (Some(Outcome::Canceled), 2));
        assert_eq!((flow.flow, flow.updated_at), (commit.flow, at(10)));
    }

    async fn a_standing_cancellation_binds_every_other_session(on) {
        let world = world(on).await;
        world.opened("1", at(0)).await;
        world.store.commit_decision(&cancel("1", at(10))).await.expect("a decision");
        world.opened("2", at(20)).await;
        for commit in [cancel("2", at(30)), stay("2", at(30))] {
            let outcome = world.store.commit_decision(&commit).await.expect("an answer");
            let first = standing(&world).await.expect("it stands");
            assert_eq!(first.session_uid, session("1"));
            assert_eq!(outcome, CommitOutcome::AlreadyDecided(Box::new(first)));
        }
        assert_eq!(of_session(&world, "2").await, None);
        assert_eq!(world.event_ids("2").await, ["evt_opened_2"]);
        assert_eq!(world.store.find_receipt(&hash("2")).await.expect("a read"), None);
        let action = world.store.find_action(&brand_id(), &action_id("cancel_2")).await;
        assert_eq!(action.expect("a read"), None);
    }

    async fn the_same_session_decides_once(on) {
        let world = world(on).await;
        world.opened("1", at(0)).await;
        world.store.commit_decision(&cancel("1", at(10))).await.expect("a decision");
        let mut again = cancel("1", at(11));
        again.id = DecisionId::from_suffix("again");
        let outcome = world.store.commit_decision(&again).await.expect("an answer");
        let first = standing(&world).await.expect("it stands");
        assert_eq!(outcome, CommitOutcome::AlreadyDecided(Box::new(first)));
    }

    async fn a_stay_binds_the_flows_that_were_open(on) {
        let world = world(on).await;
        world.opened("1", at(0)).await;
        world.opened("2", at(5)).await;
        world.store.commit_decision(&stay("1", at(10))).await.expect("a decision");
        let outcome = world.store.commit_decision(&cancel("2", at(20))).await.expect("an answer");
        let first = standing(&world).await.expect("it stands");
        assert_eq!(first.outcome, Outcome::Retained);
        assert_eq!(outcome, CommitOutcome::AlreadyDecided(Box::new(first)));
    }

    async fn a_stay_is_superseded_by_a_flow_opened_after_it(on) {
        let world = world(on).await;
        world.opened("1", at(0)).await;
        world.store.commit_decision(&stay("1", at(10))).await.expect("a decision");
        world.opened("2", at(20)).await;
        let outcome = world.store.commit_decision(&cancel("2", at(30))).await.expect("an answer");
        assert_eq!(outcome, CommitOutcome::Committed);
        assert_eq!(standing(&world).await.expect("it").session_uid, session("2"));
        let first = of_session(&world, "1").await.expect("the first");
        assert_eq!(first.state, DecisionState::Superseded);
    }

    async fn a_flow_that_moved_on_is_stale(on) {
        let world = world(on).await;
        world.opened("1", at(0)).await;
        let saved = world.store.save_flow(&save("1", 1, Step::Confirm)).await.expect("a write");
        assert_eq!(saved, SaveOutcome::Saved);
        let outcome = world.store.commit_decision(&cancel("1", at(10))).await.expect("an answer");
        assert_eq!(outcome, CommitOutcome::Stale);
        assert_eq!(standing(&world).await, None);
        let unknown = world.store.commit_decision(&cancel("nowhere", at(10))).await;
        assert_eq!(unknown.expect("an answer"), CommitOutcome::Stale);
    }

    async fn a_stale_flow_supersedes_nothing(on) {
        let world = world(on).await;
        world.opened("1", at(0)).await;
        world.store.commit_decision(&stay("1", at(10))).await.expect("a decision");
        world.opened("2", at(20)).await;
        let mut stale = cancel("2", at(30));
        stale.expected_version = 7;
        let outcome = world.store.commit_decision(&stale).await.expect("an answer");
        assert_eq!(outcome, CommitOutcome::Stale);
        assert_eq!(standing(&world).await.expect("it").session_uid, session("1"));
    }

    async fn of_many_sessions_at_once_exactly_one_decides(on) {
        let world = world(on).await;
        let second = SqlStore::open(&world.url, &Options::default()).expect("a second node");
        let names: Vec<String> = (0..12).map(|number| number.to_string()).collect();
        for name in &names {
            world.opened(name, at(0)).await;
        }
        let tasks: Vec<_> = names.iter().enumerate().map(|(number, name)| {
            let store = if number % 2 == 0 { world.store.clone() } else { second.clone() };
            let commit = if number % 3 == 0 { stay(name, at(10)) } else { cancel(name, at(10)) };
            tokio::spawn(async move { store.commit_decision(&commit).await })
        }).collect();
        let mut committed = 0;
        let winner = |outcome: &CommitOutcome| matches!(outcome, CommitOutcome::Committed);
        for task in tasks {
            let outcome = task.await.expect("no panic").expect("an answer");
            assert!(winner(&outcome) || matches!(outcome, CommitOutcome::AlreadyDecided(_)));
            committed += usize::from(winner(&outcome));
        }
        assert_eq!(committed, 1);
        let mut decided = 0;
        for name in &names {
            decided += usize::from(of_session(&world, name).await.is_some());
        }
        assert_eq!(decided, 1);
    }

    async fn other_brands_modes_and_subscriptions_decide_for_themselves(on) {
        let world = world(on).await;
        world.opened("1", at(0)).await;
        world.store.commit_decision(&cancel("1", at(10))).await.expect("a decision");
        let other = BrandId::from_suffix("b");
        let mut flow = new_flow("b", at(0));
        flow.brand_id = other.clone();
        world.store.open_flow(&flow).await.expect("a flow");
        let mut commit = cancel("b", at(10));
        commit.brand_id = other.clone();
        let outcome = world.store.commit_decision(&commit).await.expect("an answer");
        assert_eq!(outcome, CommitOutcome::Committed);
        let store = &world.store;
        let live = store.find_standing_decision(&brand_id(), Mode::Live, &sub("1")).await;
        assert_eq!(live.expect("a read"), None);
        let second = store.find_standing_decision(&brand_id(), TEST, &sub("2")).await;
        assert_eq!(second.expect("a read"), None);
        assert_eq!(store.find_decision_of_session(&other, &session("1")).await.expect("a read"), None);
        assert_eq!(store.find_action(&other, &action_id("cancel_1")).await.expect("a read"), None);
        store.supersede_decision(&other, &DecisionId::from_suffix("1"), at(20)).await.expect("a write");
        assert!(standing(&world).await.is_some(), "a foreign brand cannot supersede it");
    }

    async fn a_superseded_decision_binds_nobody(on) {
        let world = world(on).await;
        world.opened("1", at(0)).await;
        world.store.commit_decision(&cancel("1", at(10))).await.expect("a decision");
        let id = DecisionId::from_suffix("1");
        world.store.supersede_decision(&brand_id(), &id, at(20)).await.expect("a write");
        assert_eq!(standing(&world).await, None);
        assert_eq!(of_session(&world, "1").await.expect("it").state, DecisionState::Superseded);
        world.opened("2", at(5)).await;
        let outcome = world.store.commit_decision(&cancel("2", at(30))).await.expect("an answer");
        assert_eq!(outcome, CommitOutcome::Committed);
    }
}
