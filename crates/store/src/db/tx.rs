//! The transaction a unit of work runs in.

use std::future::Future;
use std::pin::Pin;

use super::{DbError, Row, Statement, Val, postgres, sqlite};

/// What a unit of work returns: a future that may await its [`Tx`] and nothing else.
pub type UnitFuture<'t, T, E> = Pin<Box<dyn Future<Output = Result<T, E>> + Send + 't>>;

/// One open transaction. Reads see the unit's own writes.
///
/// A statement that fails dooms the unit, on both engines alike: even if the unit carries on and
/// returns `Ok`, it is rolled back and answered with that failure.
#[derive(Debug)]
pub struct Tx {
    pub(super) on: On,
    pub(super) failure: Option<DbError>,
}

#[derive(Debug)]
pub(super) enum On {
    Sqlite(rusqlite::Connection),
    Postgres(postgres::Checkout),
}

impl Tx {
    pub(super) fn new(on: On) -> Tx {
        Tx { on, failure: None }
    }

    /// Runs a statement that answers rows: SELECT, or a change with RETURNING.
    pub async fn query(
        &mut self,
        statement: &'static Statement,
        params: &[Val],
    ) -> Result<Vec<Row>, DbError> {
        let answer = match &self.on {
            On::Sqlite(connection) => sqlite::query(connection, statement, params),
            On::Postgres(checkout) => postgres::query(checkout.client(), statement, params).await,
        };
        self.note(answer)
    }

    /// Runs a statement that answers at most one row (the first, should there be more).
    pub async fn query_opt(
        &mut self,
        statement: &'static Statement,
        params: &[Val],
    ) -> Result<Option<Row>, DbError> {
        Ok(self.query(statement, params).await?.into_iter().next())
    }

    /// Runs a change and tells how many rows it touched.
    pub async fn execute(
        &mut self,
        statement: &'static Statement,
        params: &[Val],
    ) -> Result<u64, DbError> {
        let answer = match &self.on {
            On::Sqlite(connection) => sqlite::execute(connection, statement, params),
            On::Postgres(checkout) => postgres::execute(checkout.client(), statement, params).await,
        };
        self.note(answer)
    }

    fn note<T>(&mut self, answer: Result<T, DbError>) -> Result<T, DbError> {
        if let (Err(error), None) = (&answer, &self.failure) {
            self.failure = Some(error.clone());
        }
        answer
    }
}
