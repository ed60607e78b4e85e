//! An answer that is given after the cancellation.

use domain::brand::Mode;
use domain::ids::{CustomerId, SubscriptionId};
use engine::ports::{CommitSurvey, SaveOutcome, StoreError};

use crate::actions::{self, Target};
use crate::codec::{id, json, ms, word};
use crate::db::Tx;
use crate::events;

crate::statements! {
    /// Touches no row when the flow moved on or did not end with a cancellation.
    ANSWER: "flows",
        "UPDATE flows SET document = $4, version = version + 1, updated_at = $5 \
         WHERE brand_id = $1 AND session_uid = $2 AND version = $3 AND outcome = 'canceled' \
         RETURNING session_uid";
    /// The session's last decision: it is the one that ended the flow.
    ANSWER_DECISION: "decisions",
        "UPDATE decisions SET flow = $3, changed_at = $4 WHERE id = (SELECT id FROM decisions \
         WHERE brand_id = $1 AND session_uid = $2 ORDER BY decided_at DESC, ordinal DESC LIMIT 1) \
         RETURNING id, mode, subscription_id, customer_id";
}

pub(crate) async fn commit(tx: &mut Tx, commit: &CommitSurvey) -> Result<SaveOutcome, StoreError> {
    let (brand_id, session_uid) = (&commit.brand_id, &commit.session_uid);
    let params = [
        brand_id.as_str().into(),
        session_uid.as_str().into(),
        commit.expected_version.into(),
        json(&commit.flow)?,
        ms(commit.answered_at),
    ];
    if tx.query_opt(&ANSWER, &params).await?.is_none() {
        return Ok(SaveOutcome::Stale);
    }
    let [brand, session, _, flow, at] = params;
    let decision = tx.query_opt(&ANSWER_DECISION, &[brand, session, flow, at]).await?;
    let decision = decision.ok_or_else(|| {
        StoreError::Corrupt(format!("the canceled flow {session_uid} has no decision"))
    })?;
    let mode = word(&decision, "mode", Mode::parse)?;
    let subscription_id: SubscriptionId = id(&decision, "subscription_id")?;
    let customer_id: CustomerId = id(&decision, "customer_id")?;
    let target = Target {
        brand_id,
        mode,
        subscription_id: &subscription_id,
        customer_id: &customer_id,
        session_uid: Some(session_uid),
    };
    actions::insert(tx, target, &commit.action, commit.answered_at).await?;
    events::insert(tx, brand_id, mode, Some(session_uid), &commit.events).await?;
    Ok(SaveOutcome::Saved)
}
