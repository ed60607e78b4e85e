//! Playbooks: versions that never change, the history of what was current, and one draft.

use domain::brand::Mode;
use domain::ids::BrandId;
use engine::ports::{
    PlaybookDraft, PlaybookPublication, PlaybookVersion, PublishPlaybook, StoreError,
};

use crate::codec::{id, ms, time, word};
use crate::db::{DbError, Row, Tx, Val};

crate::statements! {
    /// The first text of a hash stays.
    INSERT_VERSION: "playbook_versions",
        "INSERT INTO playbook_versions (brand_id, hash, document, source) \
         VALUES ($1, $2, $3, $4) ON CONFLICT (brand_id, hash) DO NOTHING";
    FIND_VERSION: "playbook_versions",
        "SELECT hash, document, source FROM playbook_versions WHERE brand_id = $1 AND hash = $2";
    PUBLISH: "playbook_publications",
        "INSERT INTO playbook_publications (brand_id, mode, hash, is_rollback, published_by, \
         why, published_at, number) VALUES ($1, $2, $3, $4, $5, $6, $7, \
         (SELECT coalesce(max(number), 0) + 1 FROM playbook_publications \
         WHERE brand_id = $1 AND mode = $2)) RETURNING number";
    CURRENT: "playbook_versions",
        "SELECT v.hash AS hash, v.document AS document, v.source AS source \
         FROM playbook_publications p \
         JOIN playbook_versions v ON v.brand_id = p.brand_id AND v.hash = p.hash \
         WHERE p.brand_id = $1 AND p.mode = $2 ORDER BY p.number DESC LIMIT 1";
    HISTORY: "playbook_publications",
        "SELECT number, hash, is_rollback, published_by, why, published_at \
         FROM playbook_publications WHERE brand_id = $1 AND mode = $2 ORDER BY number DESC";
    SAVE_DRAFT: "playbook_drafts",
        "INSERT INTO playbook_drafts (brand_id, mode, source, saved_by, saved_at) \
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (brand_id, mode) DO UPDATE SET \
         source = excluded.source, saved_by = excluded.saved_by, saved_at = excluded.saved_at";
    FIND_DRAFT: "playbook_drafts",
        "SELECT brand_id, mode, source, saved_by, saved_at FROM playbook_drafts \
         WHERE brand_id = $1 AND mode = $2";
}

pub(crate) async fn publish(tx: &mut Tx, publish: &PublishPlaybook) -> Result<i64, StoreError> {
    let version = &publish.version;
    insert_version(tx, &publish.brand_id, version).await?;
    let params = [
        publish.brand_id.as_str().into(),
        publish.mode.as_str().into(),
        version.hash.as_str().into(),
        publish.is_rollback.into(),
        publish.by.as_str().into(),
        publish.why.as_str().into(),
        ms(publish.at),
    ];
    let written = tx.query_opt(&PUBLISH, &params).await?;
    let written =
        written.ok_or_else(|| StoreError::Failed("a publication answered no number".to_owned()))?;
    Ok(written.int("number")?)
}

pub(crate) async fn save_version(
    tx: &mut Tx,
    (brand_id, version): &(BrandId, PlaybookVersion),
) -> Result<(), StoreError> {
    insert_version(tx, brand_id, version).await
}

async fn insert_version(
    tx: &mut Tx,
    brand_id: &BrandId,
    version: &PlaybookVersion,
) -> Result<(), StoreError> {
    let params = [
        brand_id.as_str().into(),
        version.hash.as_str().into(),
        version.document.as_str().into(),
        version.source.as_str().into(),
    ];
    tx.execute(&INSERT_VERSION, &params).await?;
    Ok(())
}

pub(crate) async fn save_draft(tx: &mut Tx, draft: &PlaybookDraft) -> Result<(), StoreError> {
    let params = [
        draft.brand_id.as_str().into(),
        draft.mode.as_str().into(),
        draft.source.as_str().into(),
        draft.by.as_str().into(),
        ms(draft.saved_at),
    ];
    tx.execute(&SAVE_DRAFT, &params).await?;
    Ok(())
}

/// Parameters of the statements that take a brand and a mode.
pub(crate) fn scope(brand_id: &BrandId, mode: Mode) -> [Val; 2] {
    [brand_id.as_str().into(), mode.as_str().into()]
}

pub(crate) fn version(row: &Row) -> Result<PlaybookVersion, DbError> {
    Ok(PlaybookVersion {
        hash: row.text("hash")?.to_owned(),
        document: row.text("document")?.to_owned(),
        source: row.text("source")?.to_owned(),
    })
}

pub(crate) fn publication(row: &Row) -> Result<PlaybookPublication, DbError> {
    Ok(PlaybookPublication {
        number: row.int("number")?,
        hash: row.text("hash")?.to_owned(),
        is_rollback: row.bool("is_rollback")?,
        by: row.text("published_by")?.to_owned(),
        why: row.text("why")?.to_owned(),
        at: time(row, "published_at")?,
    })
}

pub(crate) fn draft(row: &Row) -> Result<PlaybookDraft, DbError> {
    Ok(PlaybookDraft {
        brand_id: id(row, "brand_id")?,
        mode: word(row, "mode", Mode::parse)?,
        source: row.text("source")?.to_owned(),
        by: row.text("saved_by")?.to_owned(),
        saved_at: time(row, "saved_at")?,
    })
}
