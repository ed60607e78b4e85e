//! What fails half-way leaves nothing: each method is one transaction.

use domain::billing_action::ActionStatus;
use domain::flow::Step;
use engine::ports::{DecisionState, Store, StoreError};

use super::world::{
    TEST, action_id, at, brand_id, cancel, event, hash, new_flow, save, session, settlement, sub,
    undo, world,
};
use crate::on_both;

on_both! {
    async fn a_flow_whose_event_is_refused_is_not_opened(on) {
        let world = world(on).await;
        world.opened("1", at(0)).await;
        let mut second = new_flow("2", at(0));
        second.events.push(event("opened_1"));
        let refused = world.store.open_flow(&second).await;
        assert!(matches!(refused, Err(StoreError::Failed(_))), "{refused:?}");
        assert_eq!(world.store.find_flow(&brand_id(), &session("2")).await.expect("a read"), None);
        assert!(world.event_ids("2").await.is_empty());
    }

    async fn a_step_whose_event_is_refused_is_not_saved(on) {
        let world = world(on).await;
        world.opened("1", at(0)).await;
        let mut step = save("1", 1, Step::Confirm);
        step.events.push(event("opened_1"));
        assert!(world.store.save_flow(&step).await.is_err());
        let flow = world.store.find_flow(&brand_id(), &session("1")).await.expect("a read");
        assert_eq!(flow.expect("the flow").version, 1);
    }

    async fn a_decision_whose_last_event_is_refused_leaves_nothing(on) {
        let world = world(on).await;
        world.opened("1", at(0)).await;
        let mut commit = cancel("1", at(10));
        commit.events.push(event("opened_1"));
        assert!(world.store.commit_decision(&commit).await.is_err());
        let store = &world.store;
        assert_eq!(store.find_decision_of_session(&brand_id(), &session("1")).await.expect("a read"), None);
        assert_eq!(store.find_action(&brand_id(), &action_id("cancel_1")).await.expect("a read"), None);
        assert_eq!(store.find_receipt(&hash("1")).await.expect("a read"), None);
        assert_eq!(store.next_action_due_at().await.expect("a read"), None);
        let flow = store.find_flow(&brand_id(), &session("1")).await.expect("a read").expect("it");
        assert_eq!((flow.version, flow.outcome), (1, None));
        assert_eq!(world.event_ids("1").await, ["evt_opened_1"]);
    }

    async fn an_undo_whose_event_is_refused_leaves_the_cancellation(on) {
        let world = world(on).await;
        world.opened("1", at(0)).await;
        world.store.commit_decision(&cancel("1", at(10))).await.expect("a decision");
        let mut commit = undo("1", at(20));
        commit.events.push(event("opened_1"));
        assert!(world.store.commit_undo(&commit).await.is_err());
        let standing = world.store.find_standing_decision(&brand_id(), TEST, &sub("1")).await;
        assert_eq!(standing.expect("a read").expect("it").state, DecisionState::Standing);
        let action = world.store.find_action(&brand_id(), &action_id("undo_1")).await;
        assert_eq!(action.expect("a read"), None);
    }

    async fn a_settlement_whose_event_is_refused_keeps_the_claim(on) {
        let world = world(on).await;
        world.opened("1", at(0)).await;
        world.store.commit_decision(&cancel("1", at(10))).await.expect("a decision");
        let claimed = world.claimed("w", 100).await.remove(0);
        let mut found = settlement(&claimed, ActionStatus::Rejected);
        found.events = vec![event("opened_1")];
        assert!(world.store.settle_action(&found).await.is_err());
        let standing = world.store.find_standing_decision(&brand_id(), TEST, &sub("1")).await;
        assert!(standing.expect("a read").is_some());
        found.events.clear();
        assert!(world.store.settle_action(&found).await.expect("the claim still holds"));
    }

    async fn a_text_no_engine_can_hold_is_refused_whole(on) {
        let world = world(on).await;
        world.opened("1", at(0)).await;
        let mut commit = cancel("1", at(10));
        commit.reference = "RN\0".to_owned();
        assert!(matches!(world.store.commit_decision(&commit).await, Err(StoreError::Failed(_))));
        let flow = world.store.find_flow(&brand_id(), &session("1")).await.expect("a read");
        assert_eq!(flow.expect("the flow").version, 1);
    }
}
