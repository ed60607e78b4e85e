//! Eligibility of offers as it was found, kept with the session as evidence.

use domain::brand::Mode;
use domain::ids::{BrandId, ReasonId, SessionUid};
use engine::ports::{AssessedWhen, AssessmentRecord, StoreError};

use crate::codec::{document, json, ms, opt_id, time, word};
use crate::db::{DbError, Row, Tx};

crate::statements! {
    INSERT: "offer_assessments",
        "INSERT INTO offer_assessments \
         (brand_id, session_uid, mode, stage, assessed_at, reason_id, offers, ordinal) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, \
         (SELECT coalesce(max(ordinal), 0) + 1 FROM offer_assessments \
         WHERE brand_id = $1 AND session_uid = $2))";
    LIST: "offer_assessments",
        "SELECT session_uid, stage, assessed_at, reason_id, offers FROM offer_assessments \
         WHERE brand_id = $1 AND session_uid = $2 ORDER BY ordinal";
}

/// Writes `assessment`, when there is one, behind those the session has.
pub(crate) async fn insert(
    tx: &mut Tx,
    brand_id: &BrandId,
    mode: Mode,
    session_uid: &SessionUid,
    assessment: Option<&AssessmentRecord>,
) -> Result<(), StoreError> {
    let Some(assessment) = assessment else { return Ok(()) };
    let params = [
        brand_id.as_str().into(),
        session_uid.as_str().into(),
        mode.as_str().into(),
        assessment.when.as_str().into(),
        ms(assessment.assessed_at),
        assessment.reason_id.as_ref().map(ReasonId::as_str).into(),
        json(&assessment.offers)?,
    ];
    tx.execute(&INSERT, &params).await?;
    Ok(())
}

pub(crate) fn record(row: &Row) -> Result<AssessmentRecord, DbError> {
    Ok(AssessmentRecord {
        when: word(row, "stage", AssessedWhen::parse)?,
        assessed_at: time(row, "assessed_at")?,
        reason_id: opt_id(row, "reason_id")?,
        offers: document(row, "offers")?,
    })
}
