//! Outgoing events, written in the transaction of what they tell.

use domain::brand::Mode;
use domain::ids::{BrandId, SessionUid};
use engine::ports::{NewEvent, StoreError};

use crate::codec::{id, ms, time};
use crate::db::{DbError, Row, Tx};

crate::statements! {
    INSERT: "events",
        "INSERT INTO events \
         (id, brand_id, mode, session_uid, kind, payload, occurred_at, ordinal) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, (SELECT coalesce(max(ordinal), 0) + 1 FROM events \
         WHERE brand_id = $2 AND session_uid = $4))";
    LIST: "events",
        "SELECT id, kind, payload, occurred_at FROM events \
         WHERE brand_id = $1 AND session_uid = $2 ORDER BY ordinal, id";
}

/// Writes `events` behind those the session has.
pub(crate) async fn insert(
    tx: &mut Tx,
    brand_id: &BrandId,
    mode: Mode,
    session_uid: Option<&SessionUid>,
    events: &[NewEvent],
) -> Result<(), StoreError> {
    for event in events {
        let params = [
            event.id.as_str().into(),
            brand_id.as_str().into(),
            mode.as_str().into(),
            session_uid.map(SessionUid::as_str).into(),
            event.kind.as_str().into(),
            event.payload.as_str().into(),
            ms(event.occurred_at),
        ];
        tx.execute(&INSERT, &params).await?;
    }
    Ok(())
}

pub(crate) fn event(row: &Row) -> Result<NewEvent, DbError> {
    Ok(NewEvent {
        id: id(row, "id")?,
        kind: row.text("kind")?.to_owned(),
        payload: row.text("payload")?.to_owned(),
        occurred_at: time(row, "occurred_at")?,
    })
}
