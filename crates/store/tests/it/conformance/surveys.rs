//! An answer given after a cancellation.

use domain::billing_action::{ActionStatus, SubscriptionChange};
use domain::flow::{Answer, Flow};
use domain::ids::BrandId;
use domain::outcome::Outcome;
use domain::playbook::Feedback;
use engine::ports::{CommitSurvey, DecisionState, SaveOutcome, Store};

use super::world::{
    TEST, World, action_id, at, brand_id, cancel, event, new_action, session, settlement, stay,
    undo, world,
};
use crate::on_both;

fn answered() -> Flow {
    let mut flow = cancel("1", at(10)).flow;
    flow.answer = Some(Answer {
        reason_id: None,
        feedback: Some(Feedback::Unused),
        feedback_option: None,
        comment: Some("too late 🙂".to_owned()),
    });
    flow
}

fn survey(name: &str, expected_version: i64) -> CommitSurvey {
    let said = answered().answer.expect("an answer").said();
    CommitSurvey {
        brand_id: brand_id(),
        session_uid: session("1"),
        expected_version,
        flow: answered(),
        action: new_action(name, SubscriptionChange::Annotate { said }, at(20)),
        events: vec![event(name)],
        answered_at: at(20),
    }
}

async fn canceled(world: &World) {
    world.opened("1", at(0)).await;
    world.store.commit_decision(&cancel("1", at(10))).await.expect("a decision");
}

async fn given(world: &World, survey: &CommitSurvey) -> SaveOutcome {
    world.store.commit_survey(survey).await.expect("an answer")
}

on_both! {
    async fn an_answer_is_written_to_flow_and_decision_and_queued_behind_the_cancellation(on) {
        let world = world(on).await;
        canceled(&world).await;
        assert_eq!(given(&world, &survey("said", 2)).await, SaveOutcome::Saved);
        let store = &world.store;
        let flow = store.find_flow(&brand_id(), &session("1")).await.expect("a read").expect("it");
        assert_eq!((&flow.flow, flow.version, flow.updated_at), (&answered(), 3, at(20)));
        assert_eq!(flow.outcome, Some(Outcome::Canceled));
        let decision = store.find_decision_of_session(&brand_id(), &session("1")).await;
        let decision = decision.expect("a read").expect("the decision");
        assert_eq!((&decision.flow, decision.state), (&answered(), DecisionState::Standing));
        assert_eq!(decision.action.expect("its action").id, action_id("cancel_1"));
        assert_eq!(world.event_ids("1").await, ["evt_opened_1", "evt_canceled_1", "evt_said"]);
        let first = world.claimed("w", 100).await;
        assert_eq!(first.iter().map(|each| &each.id).collect::<Vec<_>>(), [&action_id("cancel_1")]);
        assert!(world.claimed("w", 101).await.is_empty());
        assert!(store.settle_action(&settlement(&first[0], ActionStatus::Confirmed)).await.expect("a write"));
        let second = world.claimed("w", 102).await.remove(0);
        assert_eq!((&second.id, &second.change), (&action_id("said"), &survey("said", 2).action.change));
        assert_eq!((second.subscription_id, second.session_uid), (first[0].subscription_id.clone(), Some(session("1"))));
        assert_eq!((second.mode, &second.customer_id), (TEST, &first[0].customer_id));
    }

    async fn only_a_canceled_flow_at_its_version_is_answered(on) {
        let world = world(on).await;
        world.opened("1", at(0)).await;
        assert_eq!(given(&world, &survey("open", 1)).await, SaveOutcome::Stale);
        let mut commit = stay("1", at(5));
        commit.action = None;
        world.store.commit_decision(&commit).await.expect("a decision");
        assert_eq!(given(&world, &survey("stayed", 2)).await, SaveOutcome::Stale);
        let mut foreign = survey("foreign", 2);
        foreign.brand_id = BrandId::from_suffix("b");
        assert_eq!(given(&world, &foreign).await, SaveOutcome::Stale);
        assert!(world.claimed("w", 100).await.is_empty());
        assert_eq!(world.event_ids("1").await, ["evt_opened_1", "evt_canceled_1"]);
    }

    async fn an_answer_given_twice_is_written_once(on) {
        let world = world(on).await;
        canceled(&world).await;
        let (first, second) = (survey("first", 2), survey("second", 2));
        let (first, second) =
            tokio::join!(world.store.commit_survey(&first), world.store.commit_survey(&second));
        let mut outcomes = [first.expect("an answer"), second.expect("an answer")];
        outcomes.sort_by_key(|outcome| *outcome == SaveOutcome::Stale);
        assert_eq!(outcomes, [SaveOutcome::Saved, SaveOutcome::Stale]);
        assert_eq!(world.event_ids("1").await.len(), 3);
    }

    async fn an_answer_whose_event_is_refused_is_not_written(on) {
        let world = world(on).await;
        canceled(&world).await;
        let mut commit = survey("said", 2);
        commit.events.push(event("opened_1"));
        assert!(world.store.commit_survey(&commit).await.is_err());
        let flow = world.store.find_flow(&brand_id(), &session("1")).await.expect("a read");
        assert_eq!(flow.expect("the flow").flow.answer, None);
        let decision = world.store.find_decision_of_session(&brand_id(), &session("1")).await;
        assert_eq!(decision.expect("a read").expect("it").flow.answer, None);
        let action = world.store.find_action(&brand_id(), &action_id("said")).await;
        assert_eq!(action.expect("a read"), None);
    }

    async fn an_answer_after_an_undo_is_queued_behind_it(on) {
        let world = world(on).await;
        canceled(&world).await;
        world.store.commit_undo(&undo("1", at(15))).await.expect("an undo");
        assert_eq!(given(&world, &survey("said", 2)).await, SaveOutcome::Saved);
        for expected in ["cancel_1", "undo_1", "said"] {
            let claimed = world.claimed("w", 100).await.remove(0);
            assert_eq!(claimed.id, action_id(expected));
            let done = settlement(&claimed, ActionStatus::Confirmed);
            assert!(world.store.settle_action(&done).await.expect("a write"));
        }
    }

    async fn a_refused_note_takes_nothing_back(on) {
        let world = world(on).await;
        canceled(&world).await;
        given(&world, &survey("said", 2)).await;
        for status in [ActionStatus::Confirmed, ActionStatus::Rejected] {
            let claimed = world.claimed("w", 100).await.remove(0);
            assert!(world.store.settle_action(&settlement(&claimed, status)).await.expect("a write"));
        }
        let decision = world.store.find_decision_of_session(&brand_id(), &session("1")).await;
        assert_eq!(decision.expect("a read").expect("it").state, DecisionState::Standing);
    }
}
