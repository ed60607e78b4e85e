//! Flows: where each customer is on the way.

use domain::Timestamp;
use domain::brand::Mode;
use domain::flow::{Flow, Step};
use domain::ids::{BrandId, EventId, SessionUid};
use engine::ports::{
    CommitDecision, FlowRecord, NewEvent, NewFlow, SaveFlow, SaveOutcome, StoreError,
};

use crate::codec::{document, id, json, ms, opt_outcome, time, word};
use crate::db::{DbError, Row, Tx};
use crate::{assessments, events};

macro_rules! columns {
    () => {
        "session_uid, brand_id, mode, customer_ids, document, playbook_hash, version, outcome, \
         opened_at, updated_at"
    };
}

crate::statements! {
    /// Answers no row if the flow is there.
    OPEN: "flows",
        concat!("INSERT INTO flows (session_uid, brand_id, mode, customer_ids, document, \
                 playbook_hash, is_open, opened_at, updated_at, version) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, 1) \
                 ON CONFLICT (brand_id, session_uid) DO NOTHING RETURNING ", columns!());
    INSERT_CUSTOMER: "flow_customers",
        "INSERT INTO flow_customers (brand_id, mode, customer_id, opened_at, session_uid) \
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";
    FIND: "flows",
        concat!("SELECT ", columns!(), " FROM flows WHERE brand_id = $1 AND session_uid = $2");
    /// Also takes `abandoned` back; a decided flow is not touched.
    SAVE: "flows",
        "UPDATE flows SET document = $4, version = version + 1, is_open = $5, outcome = NULL, \
         updated_at = $6 WHERE brand_id = $1 AND session_uid = $2 AND version = $3 \
         AND (outcome IS NULL OR outcome = 'abandoned') RETURNING session_uid, mode";
    /// Ends a flow with a decision.
    DECIDE: "flows",
        "UPDATE flows SET document = $3, version = version + 1, is_open = FALSE, outcome = $4, \
         updated_at = $5 WHERE brand_id = $1 AND session_uid = $2";
    /// Takes a decision back that could not be carried out.
    REOPEN: "flows",
        "UPDATE flows SET document = $3, version = version + 1, is_open = TRUE, outcome = NULL, \
         updated_at = $4 WHERE brand_id = $1 AND session_uid = $2";
    SILENT: "flows",
        "SELECT session_uid, brand_id, mode FROM flows \
         WHERE is_open AND outcome IS NULL AND updated_at < $1 ORDER BY updated_at LIMIT $2";
    ABANDON: "flows",
        "UPDATE flows SET outcome = 'abandoned' WHERE brand_id = $1 AND session_uid = $2";
}

pub(crate) async fn open(tx: &mut Tx, new: &NewFlow) -> Result<FlowRecord, StoreError> {
    let params = [
        new.session_uid.as_str().into(),
        new.brand_id.as_str().into(),
        new.mode.as_str().into(),
        json(&new.customer_ids)?,
        json(&new.flow)?,
        new.playbook_hash.as_str().into(),
        is_open(&new.flow).into(),
        ms(new.opened_at),
    ];
    if let Some(row) = tx.query_opt(&OPEN, &params).await? {
        insert_customers(tx, new).await?;
        events::insert(tx, &new.brand_id, new.mode, Some(&new.session_uid), &new.events).await?;
        return Ok(record(&row)?);
    }
    let found = find(tx, &new.brand_id, &new.session_uid).await?;
    found.ok_or_else(|| StoreError::Failed("a flow vanished while it was opened".to_owned()))
}

async fn insert_customers(tx: &mut Tx, new: &NewFlow) -> Result<(), StoreError> {
    for customer_id in &new.customer_ids {
        let params = [
            new.brand_id.as_str().into(),
            new.mode.as_str().into(),
            customer_id.as_str().into(),
            ms(new.opened_at),
            new.session_uid.as_str().into(),
        ];
        tx.execute(&INSERT_CUSTOMER, &params).await?;
    }
    Ok(())
}

pub(crate) async fn save(tx: &mut Tx, save: &SaveFlow) -> Result<SaveOutcome, StoreError> {
    let params = [
        save.brand_id.as_str().into(),
        save.session_uid.as_str().into(),
        save.expected_version.into(),
        json(&save.flow)?,
        is_open(&save.flow).into(),
        ms(save.updated_at),
    ];
    let Some(saved) = tx.query_opt(&SAVE, &params).await? else { return Ok(SaveOutcome::Stale) };
    let mode = word(&saved, "mode", Mode::parse)?;
    let assessment = save.assessment.as_ref();
    assessments::insert(tx, &save.brand_id, mode, &save.session_uid, assessment).await?;
    events::insert(tx, &save.brand_id, mode, Some(&save.session_uid), &save.events).await?;
    Ok(SaveOutcome::Saved)
}

pub(crate) async fn find(
    tx: &mut Tx,
    brand_id: &BrandId,
    session_uid: &SessionUid,
) -> Result<Option<FlowRecord>, StoreError> {
    let row = tx.query_opt(&FIND, &[brand_id.as_str().into(), session_uid.as_str().into()]).await?;
    Ok(row.as_ref().map(record).transpose()?)
}

/// Makes the flow of a decision that failed undecided again; one that moved on is left alone.
pub(crate) async fn reopen(
    tx: &mut Tx,
    brand_id: &BrandId,
    session_uid: &SessionUid,
    at: Timestamp,
) -> Result<(), StoreError> {
    let Some(found) = find(tx, brand_id, session_uid).await? else { return Ok(()) };
    if found.flow.decision().is_some() {
        let params = [
            brand_id.as_str().into(),
            session_uid.as_str().into(),
            json(&found.flow.reopened())?,
            ms(at),
        ];
        tx.execute(&REOPEN, &params).await?;
    }
    Ok(())
}

/// Flows to settle in one go: nobody has touched them since `silent_since`.
#[derive(Debug)]
pub(crate) struct Silence {
    pub(crate) silent_since: Timestamp,
    pub(crate) now: Timestamp,
    pub(crate) event_ids: Vec<EventId>,
}

pub(crate) async fn settle_abandoned(tx: &mut Tx, silence: &Silence) -> Result<u64, StoreError> {
    let limit = i64::try_from(silence.event_ids.len()).unwrap_or(i64::MAX);
    let silent = tx.query(&SILENT, &[ms(silence.silent_since), limit.into()]).await?;
    let mut count = 0;
    for (row, event_id) in silent.iter().zip(&silence.event_ids) {
        let brand_id: BrandId = id(row, "brand_id")?;
        let session_uid: SessionUid = id(row, "session_uid")?;
        let mode = word(row, "mode", Mode::parse)?;
        tx.execute(&ABANDON, &[brand_id.as_str().into(), session_uid.as_str().into()]).await?;
        let payload = serde_json::json!({"session_id": session_uid, "livemode": mode.is_live()});
        let event = NewEvent {
            id: event_id.clone(),
            kind: "retention.session.abandoned".to_owned(),
            payload: payload.to_string(),
            occurred_at: silence.now,
        };
        events::insert(tx, &brand_id, mode, Some(&session_uid), &[event]).await?;
        count += 1;
    }
    Ok(count)
}

/// Ends the flow with a decision. The caller has checked, in this transaction, that it is current.
pub(crate) async fn decide(tx: &mut Tx, commit: &CommitDecision) -> Result<(), StoreError> {
    let params = [
        commit.brand_id.as_str().into(),
        commit.session_uid.as_str().into(),
        json(&commit.flow)?,
        commit.outcome.as_str().into(),
        ms(commit.decided_at),
    ];
    tx.execute(&DECIDE, &params).await?;
    Ok(())
}

fn is_open(flow: &Flow) -> bool {
    !matches!(flow.step, Step::Done { .. } | Step::Undone { .. })
}

pub(crate) fn record(row: &Row) -> Result<FlowRecord, DbError> {
    Ok(FlowRecord {
        session_uid: id(row, "session_uid")?,
        brand_id: id(row, "brand_id")?,
        mode: word(row, "mode", Mode::parse)?,
        customer_ids: document(row, "customer_ids")?,
        flow: document(row, "document")?,
        playbook_hash: row.text("playbook_hash")?.to_owned(),
        version: row.int("version")?,
        opened_at: time(row, "opened_at")?,
        updated_at: time(row, "updated_at")?,
        outcome: opt_outcome(row, "outcome")?,
    })
}
