//! A cancellation is taken back once, in line behind the cancellation itself.

use domain::billing_action::{ActionStatus, SubscriptionChange};
use domain::flow::Step;
use domain::ids::BrandId;
use engine::ports::{DecisionState, Store};

use super::world::{
    TEST, World, action_id, at, brand_id, cancel, save, session, settlement, stay, sub, undo, world,
};
use crate::on_both;

async fn canceled(world: &World) {
    world.opened("1", at(0)).await;
    world.store.commit_decision(&cancel("1", at(10))).await.expect("a decision");
}

async fn decision_state(world: &World) -> DecisionState {
    let found = world.store.find_decision_of_session(&brand_id(), &session("1")).await;
    found.expect("a read").expect("the decision").state
}

on_both! {
    async fn an_undo_ends_the_decision_and_is_linked_to_it(on) {
        let world = world(on).await;
        canceled(&world).await;
        let action = world.store.commit_undo(&undo("1", at(20))).await.expect("an undo");
        assert_eq!(action.id, action_id("undo_1"));
        assert_eq!((action.status, &action.change), (ActionStatus::Pending, &SubscriptionChange::UndoCancel));
        let store = &world.store;
        assert_eq!(store.find_standing_decision(&brand_id(), TEST, &sub("1")).await.expect("a read"), None);
        let found = store.find_decision_of_session(&brand_id(), &session("1")).await.expect("a read");
        let found = found.expect("the decision");
        assert_eq!((found.state, found.undo_action), (DecisionState::Undone, Some(action)));
        assert_eq!(world.event_ids("1").await, ["evt_opened_1", "evt_canceled_1", "evt_undone_1"]);
    }

    async fn a_second_undo_answers_the_first(on) {
        let world = world(on).await;
        canceled(&world).await;
        let first = world.store.commit_undo(&undo("1", at(20))).await.expect("an undo");
        let second = world.store.commit_undo(&undo("2", at(21))).await.expect("the same");
        assert_eq!(second, first);
        assert_eq!(world.event_ids("1").await.len(), 3);
    }

    async fn two_undos_at_once_queue_one_action(on) {
        let world = world(on).await;
        canceled(&world).await;
        let (first, second) = (undo("1", at(20)), undo("2", at(20)));
        let (first, second) =
            tokio::join!(world.store.commit_undo(&first), world.store.commit_undo(&second));
        assert_eq!(first.expect("an undo").id, second.expect("the same").id);
        assert_eq!(world.event_ids("1").await.len(), 3);
    }

    async fn undos_at_once_of_an_end_set_elsewhere_queue_one_action(on) {
        let world = world(on).await;
        let tasks: Vec<_> = (0..6).map(|number| {
            let store = world.store.clone();
            tokio::spawn(async move { store.commit_undo(&undo(&number.to_string(), at(20))).await })
        }).collect();
        let mut ids = Vec::new();
        for task in tasks {
            ids.push(task.await.expect("no panic").expect("an undo").id);
        }
        ids.dedup();
        assert_eq!(ids.len(), 1);
        assert_eq!(world.claimed("w", 100).await[0].id, ids[0]);
    }

    async fn an_undo_waits_for_the_cancellation_before_it(on) {
        let world = world(on).await;
        canceled(&world).await;
        world.store.commit_undo(&undo("1", at(10))).await.expect("an undo");
        let first = world.claimed("w", 100).await;
        assert_eq!(first.iter().map(|c| &c.id).collect::<Vec<_>>(), [&action_id("cancel_1")]);
        assert!(world.claimed("w", 101).await.is_empty());
        let done = settlement(&first[0], ActionStatus::Confirmed);
        assert!(world.store.settle_action(&done).await.expect("a write"));
        assert_eq!(world.claimed("w", 102).await[0].id, action_id("undo_1"));
    }

    async fn an_undo_of_an_end_set_elsewhere_saves_the_flow_that_asked(on) {
        let world = world(on).await;
        world.opened("1", at(0)).await;
        let mut commit = undo("1", at(20));
        let step = Step::Undone { action_id: action_id("undo_1") };
        commit.flow = Some(save("1", 1, step.clone()));
        world.store.commit_undo(&commit).await.expect("an undo");
        let flow = world.store.find_flow(&brand_id(), &session("1")).await.expect("a read");
        assert_eq!(flow.expect("the flow").flow.step, step);
        assert_eq!(world.event_ids("1").await, ["evt_opened_1", "evt_saved_1_1", "evt_undone_1"]);
    }

    async fn a_stale_flow_does_not_stop_an_undo(on) {
        let world = world(on).await;
        world.opened("1", at(0)).await;
        let mut commit = undo("1", at(20));
        commit.flow = Some(save("1", 9, Step::Undone { action_id: action_id("undo_1") }));
        let action = world.store.commit_undo(&commit).await.expect("an undo");
        assert_eq!(action.id, action_id("undo_1"));
        assert_eq!(world.event_ids("1").await, ["evt_opened_1", "evt_undone_1"]);
    }

    async fn a_stay_is_not_undone(on) {
        let world = world(on).await;
        world.opened("1", at(0)).await;
        world.store.commit_decision(&stay("1", at(10))).await.expect("a decision");
        world.store.commit_undo(&undo("1", at(20))).await.expect("an action");
        assert_eq!(decision_state(&world).await, DecisionState::Standing);
    }

    async fn an_undo_of_another_brand_leaves_the_decision(on) {
        let world = world(on).await;
        canceled(&world).await;
        let mut foreign = undo("b", at(20));
        foreign.brand_id = BrandId::from_suffix("b");
        world.store.commit_undo(&foreign).await.expect("an action");
        assert_eq!(decision_state(&world).await, DecisionState::Standing);
    }

    async fn an_undo_the_provider_refuses_lets_the_cancellation_stand(on) {
        let world = world(on).await;
        canceled(&world).await;
        world.store.commit_undo(&undo("1", at(20))).await.expect("an undo");
        for status in [ActionStatus::Confirmed, ActionStatus::Rejected] {
            let claimed = world.claimed("w", 100).await;
            let settled = world.store.settle_action(&settlement(&claimed[0], status)).await;
            assert!(settled.expect("a write"));
        }
        assert_eq!(decision_state(&world).await, DecisionState::Standing);
        let again = world.store.commit_undo(&undo("2", at(600))).await.expect("another undo");
        assert_eq!(again.id, action_id("undo_2"));
    }
}
