//! The billing action outbox: queued, claimed under a lease, settled by whoever holds the claim.

use domain::Timestamp;
use domain::billing_action::{ActionStatus, SubscriptionChange};
use domain::brand::Mode;
use domain::ids::{BillingActionId, BrandId, CustomerId, SessionUid, SubscriptionId};
use engine::ports::{ActionRecord, ClaimedAction, NewAction, OpenActions, StoreError};

use crate::codec::{document, id, json, ms, opt_document, opt_id, opt_json, opt_time, time, word};
use crate::db::{DbError, Row, Tx, Val};

/// An action that waits for no other one of its subscription. `a` is the action.
///
/// A cancellation waits for other cancellations, for undos, and for an older action that `$held`
/// says a worker is carrying out: what that one writes late would take the end away again. It
/// does not wait for an offer that lies idle; the offer's turn comes after it, and finds that the
/// subscription is ending. Behind an undo nothing is turned around, or all would wait for all.
macro_rules! its_turn {
    ($held:literal) => {
        concat!(
            "NOT EXISTS (SELECT 1 FROM billing_actions o WHERE o.brand_id = a.brand_id \
             AND o.mode = a.mode AND o.subscription_id = a.subscription_id AND o.is_open \
             AND ((o.ordinal < a.ordinal AND (o.is_cancel OR NOT a.is_cancel \
             OR o.change LIKE '{\"change\":\"undo_cancel\"%'",
            $held,
            ")) OR (o.ordinal > a.ordinal AND o.is_cancel AND NOT a.is_cancel \
             AND NOT EXISTS (SELECT 1 FROM billing_actions u WHERE u.brand_id = a.brand_id \
             AND u.mode = a.mode AND u.subscription_id = a.subscription_id AND u.is_open \
             AND u.ordinal < o.ordinal AND u.change LIKE '{\"change\":\"undo_cancel\"%')))) "
        )
    };
}

/// What [`record`] reads, under the names of [`OWN`].
macro_rules! select_action {
    ($tail:literal) => {
        concat!(
            "SELECT id AS a_id, change AS a_change, follow_up AS a_follow_up, status AS a_status, attempts AS a_attempts, \
             message AS a_message, subscription_after AS a_after, \
             next_invoice AS a_next_invoice, settled_at AS a_settled_at FROM billing_actions ",
            $tail
        )
    };
}

crate::statements! {
    INSERT: "billing_actions",
        "INSERT INTO billing_actions (id, brand_id, mode, subscription_id, customer_id, \
         session_uid, change, is_cancel, guard, follow_up, due_at, created_at, is_open, status, \
         attempts, fence, ordinal) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, TRUE, 'pending', 0, 0, \
         (SELECT coalesce(max(ordinal), 0) + 1 FROM billing_actions \
         WHERE brand_id = $2 AND mode = $3 AND subscription_id = $4))";
    FIND: "billing_actions", select_action!("WHERE brand_id = $1 AND id = $2");
    LAST: "billing_actions",
        select_action!("WHERE brand_id = $1 AND mode = $2 AND subscription_id = $3 \
                        ORDER BY ordinal DESC LIMIT 1");
    DUE: claim "billing_actions",
        concat!("SELECT a.id, a.brand_id, a.mode, a.subscription_id, a.ordinal, \
                 (SELECT count(*) FROM billing_actions b WHERE b.brand_id = a.brand_id \
                 AND b.mode = a.mode AND b.subscription_id = a.subscription_id AND b.is_open \
                 AND b.ordinal < a.ordinal) AS behind FROM billing_actions a WHERE a.is_open \
                 AND (a.due_at <= $1 OR a.due_at > $3) AND (a.lease_until IS NULL \
                 OR a.lease_until <= $1 OR a.lease_until > $3) AND ",
                its_turn!(" OR (o.lease_until > $1 AND o.lease_until <= $3)"),
                "ORDER BY a.is_cancel DESC, a.due_at, a.created_at, a.id LIMIT $2");
    /// Changes nothing, but waits for a worker that is about to take one of them.
    OVERTAKE: "billing_actions",
        "UPDATE billing_actions SET attempts = attempts WHERE brand_id = $1 AND mode = $2 \
         AND subscription_id = $3 AND is_open AND ordinal < $4 RETURNING lease_until";
    CLAIM: "billing_actions",
        "UPDATE billing_actions SET fence = fence + 1, attempts = attempts + 1, \
         lease_owner = $2, lease_until = $3 WHERE id = $1 \
         RETURNING id, brand_id, mode, session_uid, subscription_id, customer_id, change, guard, \
         status, attempts, fence, created_at";
    SUMMARY: "billing_actions",
        "SELECT count(*) AS open, \
         coalesce(sum(CASE WHEN status = 'blocked' THEN 1 ELSE 0 END), 0) AS blocked, \
         min(created_at) AS oldest FROM billing_actions WHERE is_open";
    /// One that waits only for a worker to finish is due when that worker's lease ends.
    NEXT_DUE: "billing_actions",
        concat!("SELECT min(coalesce((SELECT max(l.lease_until) FROM billing_actions l \
                 WHERE l.brand_id = a.brand_id AND l.mode = a.mode \
                 AND l.subscription_id = a.subscription_id AND l.is_open \
                 AND l.ordinal <= a.ordinal AND l.lease_until > a.due_at), a.due_at)) AS due_at \
                 FROM billing_actions a WHERE a.is_open AND ", its_turn!(""));
}

/// The subscription an action is for.
#[derive(Clone, Copy)]
pub(crate) struct Target<'a> {
    pub(crate) brand_id: &'a BrandId,
    pub(crate) mode: Mode,
    pub(crate) subscription_id: &'a SubscriptionId,
    pub(crate) customer_id: &'a CustomerId,
    pub(crate) session_uid: Option<&'a SessionUid>,
}

/// Queues an action behind the others of its subscription.
pub(crate) async fn insert(
    tx: &mut Tx,
    target: Target<'_>,
    action: &NewAction,
    now: Timestamp,
) -> Result<(), StoreError> {
    let params = [
        action.id.as_str().into(),
        target.brand_id.as_str().into(),
        target.mode.as_str().into(),
        target.subscription_id.as_str().into(),
        target.customer_id.as_str().into(),
        target.session_uid.map(SessionUid::as_str).into(),
        json(&action.change)?,
        action.change.is_cancel().into(),
        opt_json(action.guard.as_ref())?,
        opt_json(action.follow_up.as_ref())?,
        ms(action.due_at),
        ms(now),
    ];
    tx.execute(&INSERT, &params).await?;
    Ok(())
}

pub(crate) async fn find(
    tx: &mut Tx,
    brand_id: &BrandId,
    action_id: &BillingActionId,
) -> Result<Option<ActionRecord>, StoreError> {
    let row = tx.query_opt(&FIND, &[brand_id.as_str().into(), action_id.as_str().into()]).await?;
    Ok(row.as_ref().map(own_record).transpose()?)
}

/// The last action of a subscription if it is an undo that is still under way.
pub(crate) async fn open_undo(
    tx: &mut Tx,
    target: Target<'_>,
) -> Result<Option<ActionRecord>, StoreError> {
    let params = [
        target.brand_id.as_str().into(),
        target.mode.as_str().into(),
        target.subscription_id.as_str().into(),
    ];
    let last = tx.query_opt(&LAST, &params).await?.as_ref().map(own_record).transpose()?;
    Ok(last.filter(|last| last.status.is_open() && last.change == SubscriptionChange::UndoCancel))
}

/// No wait and no lease is longer: a later time was written by a clock that has been set back
/// since, and would keep a cancellation waiting for as long. In milliseconds.
const FAR_AHEAD_MS: i64 = 3_600_000;

/// A worker's wish for work.
#[derive(Debug)]
pub(crate) struct Claim {
    pub(crate) owner: String,
    pub(crate) now: Timestamp,
    pub(crate) lease_until: Timestamp,
    pub(crate) limit: u32,
}

pub(crate) async fn claim(tx: &mut Tx, claim: &Claim) -> Result<Vec<ClaimedAction>, StoreError> {
    let far = Val::Int(claim.now.as_millisecond().saturating_add(FAR_AHEAD_MS));
    let due = tx.query(&DUE, &[ms(claim.now), claim.limit.into(), far]).await?;
    let mut claimed = Vec::with_capacity(due.len());
    for row in due {
        if row.int("behind")? > 0 && !overtakes(tx, &row, claim).await? {
            continue;
        }
        let params = [row.text("id")?.into(), claim.owner.as_str().into(), ms(claim.lease_until)];
        for row in tx.query(&CLAIM, &params).await? {
            // One that cannot be read, such as a change that only a newer version knows, keeps
            // its lease: it must not hold the others back.
            match claimed_action(&row) {
                Ok(action) => claimed.push(action),
                Err(error) => tracing::error!(%error, "a billing action cannot be read"),
            }
        }
    }
    Ok(claimed)
}

/// Whether a cancellation may still go before what is older: another worker may have claimed
/// that since this one looked.
async fn overtakes(tx: &mut Tx, row: &Row, claim: &Claim) -> Result<bool, StoreError> {
    let params = [
        row.text("brand_id")?.into(),
        row.text("mode")?.into(),
        row.text("subscription_id")?.into(),
        row.int("ordinal")?.into(),
    ];
    let now = claim.now.as_millisecond();
    for older in tx.query(&OVERTAKE, &params).await? {
        let lease = older.opt_int("lease_until")?;
        if lease.is_some_and(|until| until > now && until <= now.saturating_add(FAR_AHEAD_MS)) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Names under which one action's columns stand in a row.
pub(crate) struct Columns {
    pub(crate) id: &'static str,
    change: &'static str,
    follow_up: &'static str,
    status: &'static str,
    attempts: &'static str,
    message: &'static str,
    after: &'static str,
    next_invoice: &'static str,
    settled_at: &'static str,
}

/// The action itself.
pub(crate) const OWN: Columns = Columns {
    id: "a_id",
    change: "a_change",
    follow_up: "a_follow_up",
    status: "a_status",
    attempts: "a_attempts",
    message: "a_message",
    after: "a_after",
    next_invoice: "a_next_invoice",
    settled_at: "a_settled_at",
};

/// The action that takes a decision back.
pub(crate) const UNDO: Columns = Columns {
    id: "u_id",
    change: "u_change",
    follow_up: "u_follow_up",
    status: "u_status",
    attempts: "u_attempts",
    message: "u_message",
    after: "u_after",
    next_invoice: "u_next_invoice",
    settled_at: "u_settled_at",
};

pub(crate) fn record(row: &Row, names: &Columns) -> Result<ActionRecord, DbError> {
    Ok(ActionRecord {
        id: id(row, names.id)?,
        change: document(row, names.change)?,
        follow_up: opt_document(row, names.follow_up)?,
        status: word(row, names.status, ActionStatus::parse)?,
        attempts: attempts(row, names.attempts)?,
        message: row.opt_text(names.message)?.map(str::to_owned),
        after: opt_document(row, names.after)?,
        next_invoice: opt_document(row, names.next_invoice)?,
        settled_at: opt_time(row, names.settled_at)?,
    })
}

pub(crate) fn own_record(row: &Row) -> Result<ActionRecord, DbError> {
    record(row, &OWN)
}

pub(crate) fn summary(row: &Row) -> Result<OpenActions, DbError> {
    Ok(OpenActions {
        open: row.int("open")?,
        blocked: row.int("blocked")?,
        oldest: opt_time(row, "oldest")?,
    })
}

fn claimed_action(row: &Row) -> Result<ClaimedAction, DbError> {
    Ok(ClaimedAction {
        id: id(row, "id")?,
        brand_id: id(row, "brand_id")?,
        mode: word(row, "mode", Mode::parse)?,
        session_uid: opt_id(row, "session_uid")?,
        subscription_id: id(row, "subscription_id")?,
        customer_id: id(row, "customer_id")?,
        change: document(row, "change")?,
        guard: opt_document(row, "guard")?,
        status: word(row, "status", ActionStatus::parse)?,
        // The row counts this claim too: a worker that dies has tried.
        attempts: attempts(row, "attempts")?.saturating_sub(1),
        fence: row.int("fence")?,
        created_at: time(row, "created_at")?,
    })
}

fn attempts(row: &Row, column: &str) -> Result<u32, DbError> {
    u32::try_from(row.int(column)?).map_err(|error| row.invalid(column, error))
}
