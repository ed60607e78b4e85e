//! Changes that are owed later: each waits for its time and then becomes one billing action.

use domain::Timestamp;
use domain::flow::FollowUp;
use domain::ids::{BillingActionId, PlannedChangeId, SessionUid};
use engine::ports::StoreError;

use crate::actions::Target;
use crate::codec::{json, ms};
use crate::db::Tx;

crate::statements! {
    INSERT: "planned_changes",
        "INSERT INTO planned_changes (id, brand_id, mode, subscription_id, customer_id, \
         session_uid, change, is_cancel, due_at, state) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'planned')";
    DROP: "planned_changes",
        "UPDATE planned_changes SET state = 'dropped' WHERE brand_id = $1 AND mode = $2 \
         AND subscription_id = $3 AND state = 'planned' AND due_at > $4";
    DROP_RESUMES: "planned_changes",
        "UPDATE planned_changes SET state = 'dropped' WHERE brand_id = $1 AND mode = $2 \
         AND subscription_id = $3 AND state = 'planned' AND due_at > $4 \
         AND change LIKE '{\"change\":\"resume\"%'";
    DUE: claim "planned_changes",
        "SELECT id FROM planned_changes WHERE state = 'planned' AND due_at <= $1 \
         ORDER BY due_at, id LIMIT $2";
    /// Copies the change unread: one that only a newer version knows holds nothing back here.
    QUEUE: "billing_actions",
        "INSERT INTO billing_actions (id, brand_id, mode, subscription_id, customer_id, \
         session_uid, change, is_cancel, due_at, created_at, is_open, status, attempts, fence, \
         ordinal) SELECT $2, p.brand_id, p.mode, p.subscription_id, p.customer_id, \
         p.session_uid, p.change, p.is_cancel, p.due_at, $3, TRUE, 'pending', 0, 0, \
         (SELECT coalesce(max(a.ordinal), 0) + 1 FROM billing_actions a \
         WHERE a.brand_id = p.brand_id AND a.mode = p.mode \
         AND a.subscription_id = p.subscription_id) FROM planned_changes p WHERE p.id = $1";
    QUEUED: "planned_changes",
        "UPDATE planned_changes SET state = 'queued', action_id = $2 WHERE id = $1";
    NEXT_DUE: "planned_changes",
        "SELECT min(due_at) AS due_at FROM planned_changes WHERE state = 'planned'";
}

/// Plans what a confirmed change owes; without a date of its own it is due at `now`.
pub(crate) async fn insert(
    tx: &mut Tx,
    target: Target<'_>,
    id: &PlannedChangeId,
    follow_up: &FollowUp,
    now: Timestamp,
) -> Result<(), StoreError> {
    let params = [
        id.as_str().into(),
        target.brand_id.as_str().into(),
        target.mode.as_str().into(),
        target.subscription_id.as_str().into(),
        target.customer_id.as_str().into(),
        target.session_uid.map(SessionUid::as_str).into(),
        json(&follow_up.change)?,
        follow_up.change.is_cancel().into(),
        ms(follow_up.due_at.unwrap_or(now)),
    ];
    tx.execute(&INSERT, &params).await?;
    Ok(())
}

/// What a confirmed change leaves nothing to do for.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Needless {
    /// Everything: the subscription has ended.
    All,
    /// The ends of earlier pauses: the new pause brings its own.
    Resumes,
}

/// Drops what is planned for a subscription and not due at `now`.
pub(crate) async fn drop_later(
    tx: &mut Tx,
    target: Target<'_>,
    needless: Needless,
    now: Timestamp,
) -> Result<(), StoreError> {
    let params = [
        target.brand_id.as_str().into(),
        target.mode.as_str().into(),
        target.subscription_id.as_str().into(),
        ms(now),
    ];
    let statement = match needless {
        Needless::All => &DROP,
        Needless::Resumes => &DROP_RESUMES,
    };
    tx.execute(statement, &params).await?;
    Ok(())
}

/// Turns what is due into actions, in the order of their times, as far as there are ids.
pub(crate) async fn queue(
    tx: &mut Tx,
    (now, action_ids): &(Timestamp, Vec<BillingActionId>),
) -> Result<u64, StoreError> {
    let limit = i64::try_from(action_ids.len()).unwrap_or(i64::MAX);
    let due = tx.query(&DUE, &[ms(*now), limit.into()]).await?;
    let mut count = 0;
    for (row, action_id) in due.iter().zip(action_ids) {
        let (id, action_id) = (row.text("id")?, action_id.as_str());
        tx.execute(&QUEUE, &[id.into(), action_id.into(), ms(*now)]).await?;
        tx.execute(&QUEUED, &[id.into(), action_id.into()]).await?;
        count += 1;
    }
    Ok(count)
}
