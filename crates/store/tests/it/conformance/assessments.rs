//! Eligibility is kept with the session, in the order in which it was found.

use domain::billing_action::ActionStatus;
use domain::flow::Step;
use domain::ids::BrandId;
use engine::ports::{AssessedWhen, AssessmentRecord, SaveOutcome, Store};

use super::offers::{assessment, redemption, take};
use super::world::{World, at, brand_id, event, save, session, settlement, undo, world};
use crate::on_both;

async fn of(world: &World, name: &str) -> Vec<AssessmentRecord> {
    world.store.list_assessments(&brand_id(), &session(name)).await.expect("a read")
}

on_both! {
    async fn each_stage_of_a_session_adds_its_assessment(on) {
        let world = world(on).await;
        world.opened_own("1", at(0)).await;
        let mut expected = Vec::new();
        for version in 1..3 {
            let mut step = save("1", version, Step::Reason);
            let mut found = assessment(AssessedWhen::Open, at(version));
            found.reason_id = found.reason_id.filter(|_| version == 1);
            expected.push(found.clone());
            step.assessment = Some(found);
            world.store.save_flow(&step).await.expect("a step");
        }
        world.store.save_flow(&save("1", 3, Step::Confirm)).await.expect("a step without one");
        let mut commit = take("1", redemption("x", 1), at(10));
        expected.push(assessment(AssessedWhen::Accept, at(10)));
        (commit.expected_version, commit.assessment) = (4, expected.last().cloned());
        world.store.commit_decision(&commit).await.expect("a decision");
        let claimed = world.claimed("w", 100).await.remove(0);
        let mut found = settlement(&claimed, ActionStatus::Rejected);
        expected.push(assessment(AssessedWhen::Write, at(5)));
        found.assessment = expected.last().cloned();
        assert!(world.store.settle_action(&found).await.expect("a write"));
        assert!(!world.store.settle_action(&found).await.expect("an answer"));
        assert_eq!(of(&world, "1").await, expected);
        let foreign = world.store.list_assessments(&BrandId::from_suffix("b"), &session("1")).await;
        assert_eq!(foreign.expect("a read"), []);
        assert_eq!(of(&world, "2").await, []);
    }

    async fn a_step_that_is_not_saved_leaves_no_assessment(on) {
        let world = world(on).await;
        world.opened("1", at(0)).await;
        let mut stale = save("1", 9, Step::Reason);
        stale.assessment = Some(assessment(AssessedWhen::Open, at(1)));
        assert_eq!(world.store.save_flow(&stale).await.expect("an answer"), SaveOutcome::Stale);
        stale.expected_version = 1;
        stale.events.push(event("opened_1"));
        assert!(world.store.save_flow(&stale).await.is_err());
        assert_eq!(of(&world, "1").await, []);
    }

    async fn an_action_of_no_session_settles_without_an_assessment(on) {
        let world = world(on).await;
        world.store.commit_undo(&undo("1", at(10))).await.expect("an undo");
        let claimed = world.claimed("w", 100).await.remove(0);
        assert_eq!(claimed.session_uid, None);
        let mut found = settlement(&claimed, ActionStatus::Confirmed);
        found.assessment = Some(assessment(AssessedWhen::Write, at(5)));
        assert!(world.store.settle_action(&found).await.expect("a write"));
    }
}
