//! Between rows and the values of the code: ids, times, words and documents.

use domain::Timestamp;
use domain::ids::InvalidId;
use domain::outcome::Outcome;
use engine::ports::StoreError;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::db::{DbError, Row, Val};

impl From<DbError> for StoreError {
    fn from(error: DbError) -> StoreError {
        match error {
            DbError::Overloaded
            | DbError::Closed
            | DbError::Unavailable(_)
            | DbError::Locked
            | DbError::Full
            | DbError::Contention => StoreError::Overloaded(error.to_string()),
            DbError::Row { .. } => StoreError::Corrupt(error.to_string()),
            _ => StoreError::Failed(error.to_string()),
        }
    }
}

/// A time as it is stored: milliseconds since 1970.
pub(crate) fn ms(at: Timestamp) -> Val {
    Val::Int(at.as_millisecond())
}

/// A document as it is stored. Our own types always have a JSON form; should one not, nothing is
/// written.
pub(crate) fn json<T: Serialize>(document: &T) -> Result<Val, DbError> {
    serde_json::to_string(document)
        .map(Val::Text)
        .map_err(|error| DbError::Unstorable(error.to_string()))
}

/// Like [`json`], NULL for none.
pub(crate) fn opt_json<T: Serialize>(document: Option<&T>) -> Result<Val, DbError> {
    document.map_or(Ok(Val::Null), json)
}

/// The id in `column`.
pub(crate) fn id<T>(row: &Row, column: &str) -> Result<T, DbError>
where
    T: TryFrom<String, Error = InvalidId>,
{
    T::try_from(row.text(column)?.to_owned()).map_err(|error| row.invalid(column, error))
}

/// The id in `column`, if there is one.
pub(crate) fn opt_id<T>(row: &Row, column: &str) -> Result<Option<T>, DbError>
where
    T: TryFrom<String, Error = InvalidId>,
{
    row.opt_text(column)?.map(|_| id(row, column)).transpose()
}

/// The time in `column`.
pub(crate) fn time(row: &Row, column: &str) -> Result<Timestamp, DbError> {
    let ms = row.int(column)?;
    Timestamp::from_millisecond(ms).map_err(|error| row.invalid(column, error))
}

/// The time in `column`, if there is one.
pub(crate) fn opt_time(row: &Row, column: &str) -> Result<Option<Timestamp>, DbError> {
    row.opt_int(column)?.map(|_| time(row, column)).transpose()
}

/// The word in `column`, read by the type's own `parse`.
pub(crate) fn word<T>(row: &Row, column: &str, parse: fn(&str) -> Option<T>) -> Result<T, DbError> {
    let text = row.text(column)?;
    parse(text).ok_or_else(|| row.invalid(column, format_args!("unknown word {text:?}")))
}

/// The outcome in `column`, if there is one.
pub(crate) fn opt_outcome(row: &Row, column: &str) -> Result<Option<Outcome>, DbError> {
    row.opt_text(column)?.map(|_| word(row, column, parse_outcome)).transpose()
}

/// Reads an outcome's word.
pub(crate) fn parse_outcome(text: &str) -> Option<Outcome> {
    let all = [Outcome::Retained, Outcome::Canceled, Outcome::Abandoned];
    all.into_iter().find(|outcome| outcome.as_str() == text)
}

/// The document in `column`.
pub(crate) fn document<T: DeserializeOwned>(row: &Row, column: &str) -> Result<T, DbError> {
    serde_json::from_str(row.text(column)?).map_err(|error| row.invalid(column, error))
}

/// The document in `column`, if there is one.
pub(crate) fn opt_document<T: DeserializeOwned>(
    row: &Row,
    column: &str,
) -> Result<Option<T>, DbError> {
    row.opt_text(column)?.map(|_| document(row, column)).transpose()
}
