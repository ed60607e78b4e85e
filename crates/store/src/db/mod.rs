//! The database layer: one SQL text, two engines, durable units of work.
//!
//! This is the only module that knows which engine runs. A write is a *unit of work*: a function of
//! a [`Tx`] and an input, answered after its commit is on the disk. A unit may run more than once
//! (PostgreSQL runs colliding units again), so it has no effect but the database.
//!
//! A unit sees one snapshot. What must hold across rows ("one standing decision per subscription")
//! is therefore a unique index, or units that could break it write one common row; a check that only
//! reads would hold on SQLite and not on PostgreSQL.

mod error;
mod migrate;
mod postgres;
mod row;
mod sqlite;
mod statement;
mod tx;
mod value;
mod writer;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

pub use error::DbError;
pub use migrate::Migration;
pub use row::Row;
pub use statement::{Statement, question_marks};
pub use tx::{Tx, UnitFuture};
pub use value::Val;

use postgres::Postgres;
use sqlite::Sqlite;

/// How a [`Db`] uses its engine.
#[derive(Debug, Clone)]
pub struct Options {
    /// Units that may wait or run at once; one more is refused with [`DbError::Overloaded`].
    pub queue: usize,
    /// PostgreSQL connections at most.
    pub connections: usize,
    /// How long to wait for another process's write lock (SQLite) or a free connection
    /// (PostgreSQL).
    pub lock_wait: Duration,
    /// Bytes the SQLite file may grow to; past them units fail with [`DbError::Full`].
    pub max_file_bytes: Option<u64>,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            queue: 4_096,
            connections: 16,
            lock_wait: Duration::from_secs(5),
            max_file_bytes: None,
        }
    }
}

/// An open database. Clones share it.
#[derive(Debug, Clone)]
pub struct Db {
    engine: Arc<Engine>,
}

#[derive(Debug)]
enum Engine {
    Sqlite(Sqlite),
    Postgres(Postgres),
}

impl Db {
    /// Opens `sqlite:path`, a plain path, or `postgres://…`. The SQLite file is made if it is
    /// missing; PostgreSQL is first contacted by the first use. The schema is left alone.
    pub fn open(url: &str, options: &Options) -> Result<Db, DbError> {
        let engine = if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            Engine::Postgres(Postgres::open(url, options)?)
        } else {
            let path = url.strip_prefix("sqlite:").unwrap_or(url);
            Engine::Sqlite(Sqlite::open(Path::new(path), options)?)
        };
        Ok(Db { engine: Arc::new(engine) })
    }

    /// Runs a unit of work and returns after its commit is durable. An `Err` from the unit, a
    /// panic, or a failed statement rolls back this unit alone.
    ///
    /// `input` is handed to each run by reference, so that a second run sees what the first saw.
    /// The unit may await only its [`Tx`].
    ///
    /// ```no_run
    /// # use store::db::{Db, DbError, Tx};
    /// store::statements! {
    ///     TOUCH: "notes", "UPDATE notes SET touched_at = $2 WHERE id = $1";
    /// }
    /// # async fn example(db: Db, id: String, now_ms: i64) -> Result<u64, DbError> {
    /// db.write((id, now_ms), |tx: &mut Tx, (id, now_ms)| {
    ///     Box::pin(async move { tx.execute(&TOUCH, &[id.into(), (*now_ms).into()]).await })
    /// })
    /// .await
    /// # }
    /// ```
    pub async fn write<I, T, E, F>(&self, input: I, unit: F) -> Result<T, E>
    where
        I: Send + Sync + 'static,
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
        F: for<'t> Fn(&'t mut Tx, &'t I) -> UnitFuture<'t, T, E> + Send + Sync + 'static,
    {
        match &*self.engine {
            Engine::Sqlite(engine) => engine.writer.write(input, unit).await,
            Engine::Postgres(engine) => engine.write(input, unit).await,
        }
    }

    /// Runs one short SELECT. It sees every unit that was answered before it began.
    pub async fn read(
        &self,
        statement: &'static Statement,
        params: &[Val],
    ) -> Result<Vec<Row>, DbError> {
        match &*self.engine {
            Engine::Sqlite(engine) => engine.read(statement, params),
            Engine::Postgres(engine) => engine.read(statement, params).await,
        }
    }

    /// Like [`Db::read`], for a SELECT that answers at most one row.
    pub async fn read_opt(
        &self,
        statement: &'static Statement,
        params: &[Val],
    ) -> Result<Option<Row>, DbError> {
        Ok(self.read(statement, params).await?.into_iter().next())
    }

    /// Brings the schema up to the last of `known`; returns how many migrations ran. Each runs in
    /// a transaction of its own. Refuses a database that is newer than `known` or was made by an
    /// altered migration.
    pub async fn migrate(&self, known: &'static [Migration]) -> Result<usize, DbError> {
        match &*self.engine {
            Engine::Postgres(engine) => migrate::on_postgres(engine, known).await,
            Engine::Sqlite(_) => {
                let db = self.clone();
                let run = tokio::task::spawn_blocking(move || match &*db.engine {
                    Engine::Sqlite(engine) => migrate::on_sqlite(engine, known),
                    Engine::Postgres(_) => Ok(0),
                });
                run.await.unwrap_or(Err(DbError::Panicked))
            }
        }
    }

    /// Whether units can be served now: the engine answers, writes are taken, and the schema is
    /// exactly the one that `known` makes.
    pub async fn ready(&self, known: &[Migration]) -> Result<(), DbError> {
        let is_open = match &*self.engine {
            Engine::Sqlite(engine) => engine.writer.is_open(),
            Engine::Postgres(engine) => engine.is_open(),
        };
        if !is_open {
            return Err(DbError::Closed);
        }
        let rows = match self.read(&migrate::APPLIED, &[]).await {
            Err(DbError::Engine(_)) => Vec::new(), // the table is not there yet
            rows => rows?,
        };
        match migrate::plan(known, &migrate::applied(&rows)?)?.len() {
            0 => Ok(()),
            missing => Err(DbError::Schema(format!(
                "{missing} migrations have not run: run `renumerate migrate`"
            ))),
        }
    }

    /// Has the engine check a statement against the schema without running it.
    pub async fn prepare(&self, statement: &'static Statement) -> Result<(), DbError> {
        match &*self.engine {
            Engine::Sqlite(engine) => engine.prepare(statement),
            Engine::Postgres(engine) => engine.prepare(statement).await,
        }
    }

    /// Commits what waits, closes every connection and refuses later units.
    pub async fn close(&self) {
        match &*self.engine {
            Engine::Sqlite(engine) => engine.close().await,
            Engine::Postgres(engine) => engine.close().await,
        }
    }
}

/// The statements of this layer itself, for the test that prepares all of them.
pub(crate) static STATEMENTS: &[&[&Statement]] = &[migrate::STATEMENTS, postgres::STATEMENTS];
