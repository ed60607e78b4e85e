//! Throws away what a brand collected in test mode. Brand, keys, connection and playbooks stay.

use domain::brand::Mode;
use domain::ids::BrandId;
use engine::ports::StoreError;

use crate::db::Tx;

crate::statements! {
    CLEAR_RECEIPTS: "receipts",
        "DELETE FROM receipts WHERE decision_id IN \
         (SELECT id FROM decisions WHERE brand_id = $1 AND mode = $2)";
    CLEAR_ACCEPTANCES: "offer_acceptances",
        "DELETE FROM offer_acceptances WHERE brand_id = $1 AND mode = $2";
    CLEAR_COUNTERS: "offer_counters",
        "DELETE FROM offer_counters WHERE brand_id = $1 AND mode = $2";
    CLEAR_ASSESSMENTS: "offer_assessments",
        "DELETE FROM offer_assessments WHERE brand_id = $1 AND mode = $2";
    CLEAR_PLANNED_CHANGES: "planned_changes",
        "DELETE FROM planned_changes WHERE brand_id = $1 AND mode = $2";
    CLEAR_DECISIONS: "decisions", "DELETE FROM decisions WHERE brand_id = $1 AND mode = $2";
    CLEAR_ACTIONS: "billing_actions",
        "DELETE FROM billing_actions WHERE brand_id = $1 AND mode = $2";
    CLEAR_EVENTS: "events", "DELETE FROM events WHERE brand_id = $1 AND mode = $2";
    CLEAR_FLOW_CUSTOMERS: "flow_customers",
        "DELETE FROM flow_customers WHERE brand_id = $1 AND mode = $2";
    CLEAR_FLOWS: "flows", "DELETE FROM flows WHERE brand_id = $1 AND mode = $2";
    CLEAR_SUBSCRIPTIONS: "mirror_subscriptions",
        "DELETE FROM mirror_subscriptions WHERE brand_id = $1 AND mode = $2";
    CLEAR_CUSTOMERS: "mirror_customers",
        "DELETE FROM mirror_customers WHERE brand_id = $1 AND mode = $2";
}

/// Deletes in the order the references allow.
pub(crate) async fn clear(tx: &mut Tx, brand_id: &BrandId) -> Result<(), StoreError> {
    for statement in STATEMENTS.iter().copied() {
        tx.execute(statement, &[brand_id.as_str().into(), Mode::Test.as_str().into()]).await?;
    }
    Ok(())
}
