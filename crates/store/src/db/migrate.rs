//! Numbered, checksummed changes of the schema, the same text for both engines.

use sha2::{Digest, Sha256};
use tokio_postgres::NoTls;

use super::postgres::Postgres;
use super::sqlite::{self, Sqlite};
use super::{DbError, Row};

/// One file of the `migrations` directory. Once released, its text never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Migration {
    /// Position, counting from 1 without gaps.
    pub number: i64,
    /// What it does, as in the file name.
    pub name: &'static str,
    /// Statements, each good for both engines.
    pub sql: &'static str,
}

/// Tables this layer itself needs. Units are only marked on PostgreSQL, but both schemas are equal.
const OWN_TABLES: &str = "
    CREATE TABLE IF NOT EXISTS schema_migrations
        (number BIGINT PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS units (id TEXT PRIMARY KEY, at BIGINT NOT NULL);
    CREATE INDEX IF NOT EXISTS units_at ON units (at);";

/// Any number; every process that migrates takes the advisory lock of this name.
const ADVISORY_LOCK: &str = "SET lock_timeout = '60s'; SELECT pg_advisory_lock(7363684201)";

crate::statements! {
    /// What the database has been through.
    APPLIED: "schema_migrations",
        "SELECT number, name, checksum FROM schema_migrations ORDER BY number";
}

impl Migration {
    fn checksum(&self) -> String {
        Sha256::digest(self.sql).iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The change and the note of it, to be run in one transaction. The values are our own
    /// constants, so they need no placeholders (a script of several statements has none).
    fn script(&self) -> String {
        let (number, name, checksum) = (self.number, self.name, self.checksum());
        format!(
            "{}\n;INSERT INTO schema_migrations (number, name, checksum) \
             VALUES ({number}, '{name}', '{checksum}');",
            self.sql
        )
    }
}

/// Which of `known` are still to be applied, or why this binary must not touch the database.
pub(super) fn plan<'m>(
    known: &'m [Migration],
    applied: &[Applied],
) -> Result<&'m [Migration], DbError> {
    for done in applied {
        let index = usize::try_from(done.number - 1).unwrap_or(usize::MAX);
        match known.get(index) {
            None => {
                let newest = known.len();
                return Err(DbError::Schema(format!(
                    "the database has migration {} ({}), this binary knows only {newest}: \
                     run a newer version of renumerate, or restore a backup",
                    done.number, done.name
                )));
            }
            Some(ours) if ours.checksum() != done.checksum => {
                return Err(DbError::Schema(format!(
                    "migration {} ({}) was changed after it ran on this database: \
                     run the version of renumerate that made it",
                    done.number, done.name
                )));
            }
            Some(_) => {}
        }
    }
    Ok(known.get(applied.len()..).unwrap_or_default())
}

/// A row of `schema_migrations`.
pub(super) struct Applied {
    number: i64,
    name: String,
    checksum: String,
}

pub(super) fn applied(rows: &[Row]) -> Result<Vec<Applied>, DbError> {
    rows.iter()
        .map(|row| {
            Ok(Applied {
                number: row.int("number")?,
                name: row.text("name")?.to_owned(),
                checksum: row.text("checksum")?.to_owned(),
            })
        })
        .collect()
}

/// Applies what is missing; BEGIN IMMEDIATE keeps other processes out meanwhile.
pub(super) fn on_sqlite(engine: &Sqlite, known: &[Migration]) -> Result<usize, DbError> {
    let connection = sqlite::connect(&engine.path, &engine.options)?;
    let mut count = 0;
    loop {
        connection.execute_batch("BEGIN IMMEDIATE")?;
        // Dropping the connection on an error rolls the transaction back.
        connection.execute_batch(OWN_TABLES)?;
        let done = applied(&sqlite::query(&connection, &APPLIED, &[])?)?;
        let next = plan(known, &done)?.first();
        if let Some(next) = next {
            connection.execute_batch(&next.script()).map_err(|error| failed(next, error.into()))?;
            count += 1;
        }
        connection.execute_batch("COMMIT")?;
        if next.is_none() {
            return Ok(count);
        }
    }
}

/// Applies what is missing on a connection of its own, which holds an advisory lock until it is
/// closed: a second process waits, then finds nothing to do.
pub(super) async fn on_postgres(engine: &Postgres, known: &[Migration]) -> Result<usize, DbError> {
    let (client, connection) = engine.config.connect(NoTls).await.map_err(|error| {
        DbError::Unavailable(
            std::error::Error::source(&error)
                .map_or_else(|| error.to_string(), |cause| format!("{error}: {cause}")),
        )
    })?;
    let pump = tokio::spawn(connection);
    let outcome = async {
        client.batch_execute(ADVISORY_LOCK).await?;
        client.batch_execute(OWN_TABLES).await?;
        let rows = client.query(APPLIED.for_postgres(), &[]).await?;
        let mut done = Vec::new();
        for row in &rows {
            done.push(Applied {
                number: row.try_get(0)?,
                name: row.try_get(1)?,
                checksum: row.try_get(2)?,
            });
        }
        let missing = plan(known, &done)?;
        for next in missing {
            // One simple query is one transaction: it happens whole or not at all.
            let script = format!("BEGIN; {} COMMIT;", next.script());
            client.batch_execute(&script).await.map_err(|error| failed(next, error.into()))?;
        }
        Ok(missing.len())
    }
    .await;
    drop(client);
    if let Ok(Err(error)) = pump.await {
        tracing::warn!(error = %error, "the migration's connection ended badly");
    }
    outcome
}

fn failed(migration: &Migration, error: DbError) -> DbError {
    match error {
        DbError::Engine(problem) | DbError::Constraint(problem) => DbError::Schema(format!(
            "migration {} ({}) failed and left nothing behind: {problem}",
            migration.number, migration.name
        )),
        other => other,
    }
}
