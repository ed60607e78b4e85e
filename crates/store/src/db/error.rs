//! What can go wrong in the database layer, told by what the caller can do about it.

use deadpool_postgres::PoolError;
use rusqlite::ErrorCode;
use tokio_postgres::error::SqlState;

/// A failed read, unit of work or migration. Cloneable, because one failed commit answers every
/// unit that waited for it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DbError {
    /// More units wait than the queue holds; nothing was written. Answer 503 and ask to come back.
    #[error("the database is overloaded; nothing was written, try again shortly")]
    Overloaded,
    /// The database was closed for shutdown; nothing was written.
    #[error("the database is closed; nothing was written")]
    Closed,
    /// The engine cannot be reached, or the connection broke before the commit; nothing was written.
    #[error("the database is unreachable: {0}")]
    Unavailable(String),
    /// Another process held the write lock for longer than we wait; nothing was written.
    #[error("the database is locked by another process; nothing was written")]
    Locked,
    /// The disk (or the permitted file size) is exhausted; nothing was written.
    #[error("the database has no space left; nothing was written")]
    Full,
    /// Concurrent units kept colliding until we gave up; nothing was written.
    #[error("concurrent changes kept colliding; nothing was written")]
    Contention,
    /// A uniqueness, foreign key, check or not-null rule refused the statement.
    #[error("a constraint refused the change: {0}")]
    Constraint(String),
    /// The connection broke at the commit and the engine could not be asked afterwards: the unit
    /// may or may not have happened.
    #[error("the connection broke at the commit and its outcome could not be learned")]
    Unknown,
    /// The unit awaited something other than its transaction; it was rolled back.
    #[error("a unit of work may only await its transaction; it was rolled back")]
    Pending,
    /// The unit panicked; it was rolled back alone.
    #[error("a unit of work panicked; it was rolled back")]
    Panicked,
    /// A value that one of the two engines cannot hold (NUL in a text, a float that is no number).
    #[error("a value cannot be stored: {0}")]
    Unstorable(String),
    /// A row does not read as the code expects it.
    #[error("table {table}, column {column}, row {row}: {problem}")]
    Row {
        /// Table the statement is registered for.
        table: &'static str,
        /// Column asked for.
        column: String,
        /// Value of the row's first column, by convention its id.
        row: String,
        /// What was expected and what was found.
        problem: String,
    },
    /// The schema is not the one this binary works with; the text says what to do.
    #[error("{0}")]
    Schema(String),
    /// Anything else the engine reports: a mistake in our SQL, or damage.
    #[error("the database reported: {0}")]
    Engine(String),
}

impl From<rusqlite::Error> for DbError {
    fn from(error: rusqlite::Error) -> DbError {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => DbError::Locked,
            Some(ErrorCode::DiskFull) => DbError::Full,
            Some(ErrorCode::ConstraintViolation) => DbError::Constraint(error.to_string()),
            Some(ErrorCode::CannotOpen) => DbError::Unavailable(error.to_string()),
            _ => DbError::Engine(error.to_string()),
        }
    }
}

impl From<tokio_postgres::Error> for DbError {
    fn from(error: tokio_postgres::Error) -> DbError {
        let Some(report) = error.as_db_error() else {
            // Without a report from the server there are two cases: the connection is gone, or the
            // driver refused our parameters or answer.
            let broken = error.is_closed() || std::error::Error::source(&error).is_some_and(is_io);
            return if broken {
                DbError::Unavailable(chain(&error))
            } else {
                DbError::Engine(chain(&error))
            };
        };
        let code = report.code();
        if *code == SqlState::T_R_SERIALIZATION_FAILURE || *code == SqlState::T_R_DEADLOCK_DETECTED
        {
            return DbError::Contention;
        }
        match code.code().get(..2) {
            Some("08") => DbError::Unavailable(report.message().to_owned()),
            Some("57") if code.code().starts_with("57P") => {
                DbError::Unavailable(report.message().to_owned())
            }
            Some("53") if *code == SqlState::DISK_FULL => DbError::Full,
            Some("53") => DbError::Unavailable(report.message().to_owned()),
            Some("55") if *code == SqlState::LOCK_NOT_AVAILABLE => DbError::Locked,
            Some("23") => DbError::Constraint(report.message().to_owned()),
            _ => DbError::Engine(format!("{} ({})", report.message(), code.code())),
        }
    }
}

impl From<PoolError> for DbError {
    fn from(error: PoolError) -> DbError {
        match error {
            PoolError::Backend(error) => {
                // Whatever stops a new connection, nothing has been sent on it yet.
                DbError::Unavailable(chain(&error))
            }
            PoolError::Timeout(_) => DbError::Overloaded,
            PoolError::Closed => DbError::Closed,
            other => DbError::Unavailable(other.to_string()),
        }
    }
}

fn is_io(cause: &(dyn std::error::Error + 'static)) -> bool {
    cause.is::<std::io::Error>()
}

/// The driver's own text is one word ("connect"); the cause behind it is what an operator needs.
fn chain(error: &tokio_postgres::Error) -> String {
    match std::error::Error::source(error) {
        Some(cause) => format!("{error}: {cause}"),
        None => error.to_string(),
    }
}
