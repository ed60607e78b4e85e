//! Decisions and their receipts: at most one stands for a subscription.

use domain::Timestamp;
use domain::brand::Mode;
use domain::ids::{BillingActionId, BrandId, DecisionId, OfferId, SessionUid, SubscriptionId};
use domain::outcome::Outcome;
use engine::ports::{
    ActionRecord, ActionSettlement, CommitDecision, CommitOutcome, CommitUndo, DecisionRecord,
    DecisionState, FlowRecord, ReceiptRecord, StoreError,
};

use crate::actions::{self, Target};
use crate::codec::{document, id, json, ms, parse_outcome, time, word};
use crate::db::{DbError, Row, Tx};
use crate::redemptions::{self, Halt};
use crate::{assessments, customer_limits, events, flows};

/// A decision with its actions, as [`record`] reads it: in one statement, so of one moment.
macro_rules! select_decision {
    ($columns:literal, $tail:literal) => {
        concat!(
            "SELECT d.id AS id, d.brand_id AS brand_id, d.mode AS mode, \
             d.session_uid AS session_uid, d.subscription_id AS subscription_id, \
             d.customer_id AS customer_id, d.outcome AS outcome, d.flow AS flow, \
             d.reference AS reference, d.state AS state, d.decided_at AS decided_at, \
             a.id AS a_id, a.change AS a_change, a.follow_up AS a_follow_up, a.status AS a_status, \
             a.attempts AS a_attempts, a.message AS a_message, a.subscription_after AS a_after, \
             a.next_invoice AS a_next_invoice, a.settled_at AS a_settled_at, \
             u.id AS u_id, u.change AS u_change, u.follow_up AS u_follow_up, u.status AS u_status, \
             u.attempts AS u_attempts, u.message AS u_message, u.subscription_after AS u_after, \
             u.next_invoice AS u_next_invoice, u.settled_at AS u_settled_at ",
            $columns,
            "FROM decisions d LEFT JOIN billing_actions a ON a.id = d.action_id \
             LEFT JOIN billing_actions u ON u.id = d.undo_action_id ",
            $tail
        )
    };
}

crate::statements! {
    INSERT: "decisions",
        "INSERT INTO decisions (id, brand_id, mode, subscription_id, session_uid, customer_id, \
         outcome, flow, offer_id, reference, decided_at, changed_at, action_id, state, ordinal) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12, 'standing', \
         (SELECT coalesce(max(ordinal), 0) + 1 FROM decisions \
         WHERE brand_id = $2 AND mode = $3 AND subscription_id = $4))";
    STANDING: "decisions",
        select_decision!("", "WHERE d.brand_id = $1 AND d.mode = $2 AND d.subscription_id = $3 \
                              AND d.state = 'standing'");
    LAST_OF_SESSION: "decisions",
        select_decision!("", "WHERE d.brand_id = $1 AND d.session_uid = $2 \
                              ORDER BY d.decided_at DESC, d.ordinal DESC LIMIT 1");
    OF_RECEIPT: "receipts",
        select_decision!(", r.valid_until AS valid_until ",
                         "JOIN receipts r ON r.decision_id = d.id WHERE r.bearer_hash = $1");
    SUPERSEDE: "decisions",
        "UPDATE decisions SET state = 'superseded', changed_at = $3 \
         WHERE brand_id = $1 AND id = $2 AND state = 'standing'";
    UNDO: "decisions",
        "UPDATE decisions SET state = 'undone', changed_at = $3, undo_action_id = $4 \
         WHERE brand_id = $1 AND id = $2 AND state = 'standing'";
    FAIL: "decisions",
        "UPDATE decisions SET state = 'failed', changed_at = $2 \
         WHERE action_id = $1 AND state = 'standing' RETURNING id, brand_id, session_uid";
    /// An undo that the provider refused has not undone anything.
    RESTORE: "decisions",
        "UPDATE decisions SET state = 'standing', changed_at = $2 \
         WHERE undo_action_id = $1 AND state = 'undone' AND NOT EXISTS (\
         SELECT 1 FROM decisions o WHERE o.brand_id = decisions.brand_id \
         AND o.mode = decisions.mode AND o.subscription_id = decisions.subscription_id \
         AND o.state = 'standing')";
    INSERT_RECEIPT: "receipts",
        "INSERT INTO receipts (bearer_hash, decision_id, valid_until) VALUES ($1, $2, $3)";
    EXTEND_RECEIPT: "receipts",
        "UPDATE receipts SET valid_until = $2 WHERE valid_until < $2 \
         AND decision_id IN (SELECT id FROM decisions WHERE action_id = $1)";
    END_RECEIPT: "receipts", "UPDATE receipts SET valid_until = $2 WHERE decision_id = $1";
}

pub(crate) async fn commit(tx: &mut Tx, commit: &CommitDecision) -> Result<CommitOutcome, Halt> {
    let target = Target {
        brand_id: &commit.brand_id,
        mode: commit.mode,
        subscription_id: &commit.subscription_id,
        customer_id: &commit.customer_id,
        session_uid: Some(&commit.session_uid),
    };
    let flow = flows::find(tx, &commit.brand_id, &commit.session_uid).await?;
    let standing = find_standing(tx, target).await?;
    match (standing, &flow) {
        (Some(standing), Some(flow)) if binds(&standing, flow) => {
            return Ok(CommitOutcome::AlreadyDecided(Box::new(standing)));
        }
        (_, flow) if !flow.as_ref().is_some_and(|flow| is_current(flow, commit)) => {
            return Ok(CommitOutcome::Stale);
        }
        (Some(standing), _) => {
            supersede(tx, &commit.brand_id, &standing.id, commit.decided_at).await?;
        }
        (None, _) => {}
    }
    flows::decide(tx, commit).await?;
    if let Some(redemption) = &commit.redemption {
        customer_limits::check(tx, commit, redemption).await?;
        redemptions::count(tx, &commit.brand_id, commit.mode, redemption).await?;
    }
    if let Some(action) = &commit.action {
        actions::insert(tx, target, action, commit.decided_at).await?;
    }
    insert(tx, commit).await?;
    redemptions::accept(tx, commit).await?;
    let (brand_id, mode, session_uid) = (&commit.brand_id, commit.mode, &commit.session_uid);
    assessments::insert(tx, brand_id, mode, session_uid, commit.assessment.as_ref()).await?;
    events::insert(tx, brand_id, mode, Some(session_uid), &commit.events).await?;
    Ok(CommitOutcome::Committed)
}

/// Whether a standing decision binds a flow: a cancellation always does; a stay does unless the
/// customer opened the flow again after it.
fn binds(standing: &DecisionRecord, flow: &FlowRecord) -> bool {
    standing.outcome == Outcome::Canceled || standing.decided_at >= flow.opened_at
}

fn is_current(flow: &FlowRecord, commit: &CommitDecision) -> bool {
    flow.version == commit.expected_version && flow.flow.decision().is_none()
}

async fn insert(tx: &mut Tx, commit: &CommitDecision) -> Result<(), StoreError> {
    let params = [
        commit.id.as_str().into(),
        commit.brand_id.as_str().into(),
        commit.mode.as_str().into(),
        commit.subscription_id.as_str().into(),
        commit.session_uid.as_str().into(),
        commit.customer_id.as_str().into(),
        commit.outcome.as_str().into(),
        json(&commit.flow)?,
        commit.offer_id.as_ref().map(OfferId::as_str).into(),
        commit.reference.as_str().into(),
        ms(commit.decided_at),
        commit.action.as_ref().map(|action| action.id.as_str()).into(),
    ];
    tx.execute(&INSERT, &params).await?;
    if let Some(receipt) = &commit.receipt {
        let hash = receipt.bearer_hash.as_slice().into();
        let params = [hash, commit.id.as_str().into(), ms(receipt.valid_until)];
        tx.execute(&INSERT_RECEIPT, &params).await?;
    }
    Ok(())
}

pub(crate) async fn undo(tx: &mut Tx, commit: &CommitUndo) -> Result<ActionRecord, StoreError> {
    let mut target = Target {
        brand_id: &commit.brand_id,
        mode: commit.mode,
        subscription_id: &commit.subscription_id,
        customer_id: &commit.customer_id,
        session_uid: commit.flow.as_ref().map(|flow| &flow.session_uid),
    };
    if let Some(under_way) = actions::open_undo(tx, target).await? {
        return Ok(under_way);
    }
    let standing = find_standing(tx, target).await?;
    let standing = standing.filter(|decision| decision.outcome == Outcome::Canceled);
    if target.session_uid.is_none() {
        target.session_uid = standing.as_ref().map(|decision| &decision.session_uid);
    }
    actions::insert(tx, target, &commit.action, commit.undone_at).await?;
    if let Some(decision) = &standing {
        let params = [
            commit.brand_id.as_str().into(),
            decision.id.as_str().into(),
            ms(commit.undone_at),
            commit.action.id.as_str().into(),
        ];
        tx.execute(&UNDO, &params).await?;
    }
    if let Some(flow) = &commit.flow {
        // A flow that another tab moved on stays as it is; the undo happens all the same.
        let _saved_or_stale = flows::save(tx, flow).await?;
    }
    let session_uid = target.session_uid;
    events::insert(tx, &commit.brand_id, commit.mode, session_uid, &commit.events).await?;
    let queued = actions::find(tx, &commit.brand_id, &commit.action.id).await?;
    queued.ok_or_else(|| StoreError::Failed("an undo vanished while it was queued".to_owned()))
}

/// The provider did it: the receipt is good until the subscription ends.
pub(crate) async fn confirm(tx: &mut Tx, found: &ActionSettlement) -> Result<(), StoreError> {
    let ends_at = found.after.as_ref().and_then(|after| after.ends_at());
    if let Some(ends_at) = ends_at {
        tx.execute(&EXTEND_RECEIPT, &[found.id.as_str().into(), ms(ends_at)]).await?;
    }
    Ok(())
}

/// The provider refused it for good: what was decided did not happen.
pub(crate) async fn reject(
    tx: &mut Tx,
    action_id: &BillingActionId,
    at: Timestamp,
) -> Result<(), StoreError> {
    for row in tx.query(&FAIL, &[action_id.as_str().into(), ms(at)]).await? {
        let brand_id: BrandId = id(&row, "brand_id")?;
        let session_uid: SessionUid = id(&row, "session_uid")?;
        tx.execute(&END_RECEIPT, &[row.text("id")?.into(), ms(at)]).await?;
        flows::reopen(tx, &brand_id, &session_uid, at).await?;
    }
    tx.execute(&RESTORE, &[action_id.as_str().into(), ms(at)]).await?;
    redemptions::give_back(tx, action_id).await
}

pub(crate) async fn supersede(
    tx: &mut Tx,
    brand_id: &BrandId,
    decision_id: &DecisionId,
    at: Timestamp,
) -> Result<(), StoreError> {
    let params = [brand_id.as_str().into(), decision_id.as_str().into(), ms(at)];
    tx.execute(&SUPERSEDE, &params).await?;
    Ok(())
}

async fn find_standing(
    tx: &mut Tx,
    target: Target<'_>,
) -> Result<Option<DecisionRecord>, StoreError> {
    let params = standing_params(target.brand_id, target.mode, target.subscription_id);
    Ok(tx.query_opt(&STANDING, &params).await?.as_ref().map(record).transpose()?)
}

/// Parameters of the statements that take a brand, a mode and a subscription.
pub(crate) fn standing_params(
    brand_id: &BrandId,
    mode: Mode,
    subscription_id: &SubscriptionId,
) -> [crate::db::Val; 3] {
    [brand_id.as_str().into(), mode.as_str().into(), subscription_id.as_str().into()]
}

pub(crate) fn record(row: &Row) -> Result<DecisionRecord, DbError> {
    let action = |names: &actions::Columns| match row.opt_text(names.id)? {
        Some(_) => actions::record(row, names).map(Some),
        None => Ok(None),
    };
    Ok(DecisionRecord {
        id: id(row, "id")?,
        brand_id: id(row, "brand_id")?,
        mode: word(row, "mode", Mode::parse)?,
        session_uid: id(row, "session_uid")?,
        subscription_id: id(row, "subscription_id")?,
        customer_id: id(row, "customer_id")?,
        outcome: word(row, "outcome", parse_outcome)?,
        flow: document(row, "flow")?,
        reference: row.text("reference")?.to_owned(),
        state: word(row, "state", DecisionState::parse)?,
        decided_at: time(row, "decided_at")?,
        action: action(&actions::OWN)?,
        undo_action: action(&actions::UNDO)?,
    })
}

pub(crate) fn receipt(row: &Row) -> Result<ReceiptRecord, DbError> {
    Ok(ReceiptRecord { decision: record(row)?, valid_until: time(row, "valid_until")? })
}
