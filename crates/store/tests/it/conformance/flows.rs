//! Flows are opened once, moved by one tab at a time, and abandoned after silence.

use domain::flow::{Flow, Step};
use domain::ids::{BrandId, EventId};
use domain::outcome::Outcome;
use domain::playbook::SurveyStage;
use engine::ports::{SaveOutcome, Store};

use super::world::{
    TEST, action_id, at, brand_id, cancel, customer_id, fresh_flow, new_flow, save, session, world,
};
use crate::on_both;

fn ids(names: &[&str]) -> Vec<EventId> {
    names.iter().map(|name| EventId::from_suffix(name)).collect()
}

on_both! {
    async fn a_flow_is_opened_once(on) {
        let world = world(on).await;
        let first = world.store.open_flow(&new_flow("1", at(0))).await.expect("a flow");
        let mut again = new_flow("1", at(9));
        again.flow = Flow::start(None, SurveyStage::Before);
        again.playbook_hash = "beef".to_owned();
        again.events[0].id = EventId::from_suffix("other");
        let second = world.store.open_flow(&again).await.expect("the same flow");
        assert_eq!(second, first);
        assert_eq!((first.version, first.opened_at, first.updated_at), (1, at(0), at(0)));
        assert_eq!((first.outcome, first.mode), (None, TEST));
        assert_eq!(first.customer_ids, [customer_id()]);
        assert_eq!((&first.flow, first.playbook_hash.as_str()), (&fresh_flow(), "f00d"));
        assert_eq!(world.event_ids("1").await, ["evt_opened_1"]);
        let found = world.store.find_flow(&brand_id(), &session("1")).await.expect("a read");
        assert_eq!(found, Some(first));
    }

    async fn a_flow_belongs_to_one_brand(on) {
        let world = world(on).await;
        world.opened("1", at(0)).await;
        let other = BrandId::from_suffix("b");
        assert_eq!(world.store.find_flow(&other, &session("1")).await.expect("a read"), None);
        let mut foreign = save("1", 1, Step::Confirm);
        foreign.brand_id = other.clone();
        assert_eq!(world.store.save_flow(&foreign).await.expect("a write"), SaveOutcome::Stale);
        assert!(world.store.list_events(&other, &session("1")).await.expect("a read").is_empty());
    }

    async fn the_slower_of_two_tabs_is_stale_and_tells_nothing(on) {
        let world = world(on).await;
        world.opened("1", at(0)).await;
        let fast = world.store.save_flow(&save("1", 1, Step::Confirm)).await.expect("a write");
        assert_eq!(fast, SaveOutcome::Saved);
        let mut slow = save("1", 1, Step::Reason);
        slow.events[0].id = EventId::from_suffix("slow");
        assert_eq!(world.store.save_flow(&slow).await.expect("a write"), SaveOutcome::Stale);
        let found = world.store.find_flow(&brand_id(), &session("1")).await.expect("a read");
        let found = found.expect("the flow");
        assert_eq!((found.version, found.flow.step, found.updated_at), (2, Step::Confirm, at(50)));
        assert_eq!(world.event_ids("1").await, ["evt_opened_1", "evt_saved_1_1"]);
    }

    async fn two_tabs_at_once_leave_one_step(on) {
        let world = world(on).await;
        world.opened("1", at(0)).await;
        let saves = [("x", Step::Confirm), ("y", Step::Reason)].map(|(name, step)| {
            let mut save = save("1", 1, step);
            save.events[0].id = EventId::from_suffix(name);
            save
        });
        let (first, second) =
            tokio::join!(world.store.save_flow(&saves[0]), world.store.save_flow(&saves[1]));
        let mut outcomes = [first.expect("a write"), second.expect("a write")];
        outcomes.sort_by_key(|outcome| *outcome == SaveOutcome::Stale);
        assert_eq!(outcomes, [SaveOutcome::Saved, SaveOutcome::Stale]);
        assert_eq!(world.event_ids("1").await.len(), 2);
    }

    async fn a_decided_flow_is_not_saved_over(on) {
        let world = world(on).await;
        world.opened("1", at(0)).await;
        world.store.commit_decision(&cancel("1", at(1))).await.expect("a decision");
        let outcome = world.store.save_flow(&save("1", 2, Step::Reason)).await.expect("a write");
        assert_eq!(outcome, SaveOutcome::Stale);
    }

    async fn silent_flows_are_abandoned_once_and_taken_back_by_the_next_step(on) {
        let world = world(on).await;
        for (name, opened_at) in [("old", 0), ("young", 100)] {
            world.opened(name, at(opened_at)).await;
        }
        let settle = || world.store.settle_abandoned(at(60), at(200), ids(&["e1", "e2"]));
        assert_eq!(settle().await.expect("a write"), 1);
        assert_eq!(settle().await.expect("a write"), 0);
        let outcome = async |name| {
            let flow = world.store.find_flow(&brand_id(), &session(name)).await.expect("a read");
            flow.expect("the flow").outcome
        };
        assert_eq!(outcome("old").await, Some(Outcome::Abandoned));
        assert_eq!(outcome("young").await, None);
        let events = world.store.list_events(&brand_id(), &session("old")).await.expect("events");
        let told = events.last().expect("an event");
        assert_eq!(told.kind, "retention.session.abandoned");
        assert_eq!(told.payload, r#"{"livemode":false,"session_id":"rs_old"}"#);
        assert_eq!(told.occurred_at, at(200));
        world.store.save_flow(&save("old", 1, Step::Confirm)).await.expect("a write");
        assert_eq!(outcome("old").await, None);
    }

    async fn as_many_flows_are_abandoned_as_there_are_event_ids(on) {
        let world = world(on).await;
        for (name, opened_at) in [("3", 30), ("1", 10), ("2", 20)] {
            world.opened(name, at(opened_at)).await;
        }
        let settled = world.store.settle_abandoned(at(60), at(200), ids(&["e1", "e2"])).await;
        assert_eq!(settled.expect("a write"), 2);
        assert_eq!(world.event_ids("1").await, ["evt_opened_1", "evt_e1"]);
        assert_eq!(world.event_ids("2").await, ["evt_opened_2", "evt_e2"]);
        assert_eq!(world.event_ids("3").await, ["evt_opened_3"]);
    }

    async fn decided_and_undone_flows_are_never_abandoned(on) {
        let world = world(on).await;
        world.opened("decided", at(0)).await;
        world.store.commit_decision(&cancel("decided", at(1))).await.expect("a decision");
        world.opened("undone", at(0)).await;
        let undone = save("undone", 1, Step::Undone { action_id: action_id("1") });
        world.store.save_flow(&undone).await.expect("a write");
        let settled = world.store.settle_abandoned(at(900), at(901), ids(&["e1", "e2"])).await;
        assert_eq!(settled.expect("a write"), 0);
    }
}
