//! Customers who come at the same time do not get in each other's way.

use domain::flow::Step;
use engine::ports::{CommitOutcome, Store};
use store::SqlStore;

use super::world::{at, cancel, new_flow, save, sub, world};
use crate::on_both;

/// One customer's whole way, with ids that sort by time as the engine makes them.
async fn walk(store: SqlStore, name: String) -> CommitOutcome {
    let mut flow = new_flow(&name, at(0));
    flow.flow.subscription_id = Some(sub(&name));
    store.open_flow(&flow).await.expect("a flow");
    for version in 1..3 {
        store.save_flow(&save(&name, version, Step::Confirm)).await.expect("a step");
    }
    let mut commit = cancel(&name, at(10));
    (commit.subscription_id, commit.expected_version) = (sub(&name), 3);
    store.commit_decision(&commit).await.expect("a decision")
}

on_both! {
    async fn a_crowd_of_customers_is_served_without_a_refusal(on) {
        let world = world(on).await;
        let tasks: Vec<_> = (0..32).map(|customer| {
            let store = world.store.clone();
            tokio::spawn(async move {
                for round in 0..5 {
                    let outcome = walk(store.clone(), format!("{round:03}{customer:03}")).await;
                    assert_eq!(outcome, CommitOutcome::Committed);
                }
            })
        }).collect();
        for task in tasks {
            task.await.expect("every customer is served");
        }
        assert_eq!(world.store.claim_actions("w", at(20), at(50), 1_000).await.expect("claims").len(), 160);
    }
}
