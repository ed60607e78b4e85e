//! Databases of one test each, and the small schema the layer's own tests use.

use std::sync::atomic::{AtomicU32, Ordering};

use store::db::{Db, DbError, Migration, Options, Tx};
use tempfile::TempDir;

/// A database nobody else uses. Dropping it removes the SQLite file.
pub(crate) struct TestDb {
    pub(crate) db: Db,
    pub(crate) url: String,
    _dir: Option<TempDir>,
}

/// The engines a test runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum On {
    Sqlite,
    Postgres,
}

/// Makes one test per engine of a body that takes the engine.
#[macro_export]
macro_rules! on_both {
    ($(async fn $name:ident($on:ident) $body:block)*) => {$(
        mod $name {
            use super::*;
            async fn run($on: $crate::support::On) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
            async fn on_sqlite() {
                run($crate::support::On::Sqlite).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
            async fn on_postgres() {
                run($crate::support::On::Postgres).await;
            }
        }
    )*};
}

/// The PostgreSQL server of this test run.
pub(crate) fn postgres_url() -> String {
    std::env::var("RENUMERATE_TEST_POSTGRES").expect(
        "RENUMERATE_TEST_POSTGRES names no server: run `make test`, or \
         `eval \"$(scripts/postgres-for-tests.sh env DIR)\"` after starting one with it",
    )
}

/// An empty database: a file, or a schema of its own.
pub(crate) async fn empty(on: On) -> TestDb {
    empty_with(on, &Options::default()).await
}

pub(crate) async fn empty_with(on: On, options: &Options) -> TestDb {
    let (url, dir) = match on {
        On::Sqlite => {
            let dir = tempfile::tempdir().expect("a directory");
            let url = format!("sqlite:{}", dir.path().join("test.db").display());
            (url, Some(dir))
        }
        On::Postgres => (own_schema().await, None),
    };
    TestDb { db: Db::open(&url, options).expect("the database opens"), url, _dir: dir }
}

/// A database with the schema of these tests.
pub(crate) async fn notes(on: On) -> TestDb {
    notes_with(on, &Options::default()).await
}

pub(crate) async fn notes_with(on: On, options: &Options) -> TestDb {
    let test = empty_with(on, options).await;
    test.db.migrate(NOTES).await.expect("the schema is made");
    test
}

async fn own_schema() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let schema = format!("test_{}_{number}", std::process::id());
    let sql = format!("DROP SCHEMA IF EXISTS {schema} CASCADE; CREATE SCHEMA {schema}");
    admin(&sql).await;
    format!("{}?options=-csearch_path%3D{schema}", postgres_url())
}

/// Runs SQL on the server, past the layer under test.
pub(crate) async fn admin(sql: &str) {
    let config = postgres_url();
    let (client, connection) =
        tokio_postgres::connect(&config, tokio_postgres::NoTls).await.expect("the server answers");
    let pump = tokio::spawn(connection);
    client.batch_execute(sql).await.expect("the server obeys");
    drop(client);
    pump.await.expect("no panic").expect("a clean end");
}

/// The schema of these tests.
pub(crate) static NOTES: &[Migration] = &[Migration {
    number: 1,
    name: "notes",
    sql: "CREATE TABLE notes (id TEXT PRIMARY KEY, body TEXT, count BIGINT NOT NULL DEFAULT 0, \
          is_open BOOLEAN NOT NULL DEFAULT FALSE, ratio DOUBLE PRECISION, raw BYTEA);
          CREATE INDEX notes_body ON notes (body);
          CREATE TABLE replies (id TEXT PRIMARY KEY, note_id TEXT NOT NULL
          REFERENCES notes (id) DEFERRABLE INITIALLY DEFERRED);",
}];

store::statements! {
    INSERT: "notes", "INSERT INTO notes (id, body) VALUES ($1, $2)";
    ADD: "notes", "UPDATE notes SET count = count + $2 WHERE id = $1";
    SET: "notes", "UPDATE notes SET count = $2 WHERE id = $1";
    FIND: "notes", "SELECT id, body, count FROM notes WHERE id = $1";
    IDS: "notes", "SELECT id FROM notes ORDER BY id";
    CLAIM: claim "notes", "SELECT id FROM notes WHERE count = 0 ORDER BY id LIMIT 1";
    REPLY: "replies", "INSERT INTO replies (id, note_id) VALUES ($1, $2)";
    MISTAKEN: "notes", "SELECT nonsense FROM notes";
    PUT: "notes", "INSERT INTO notes (id, body, count, is_open, ratio, raw) \
        VALUES ($1, $2, $3, $4, $5, $6) \
        ON CONFLICT (id) DO UPDATE SET body = excluded.body \
        RETURNING id, body, count, is_open, ratio, raw";
}

/// A unit of work that inserts one note.
pub(crate) async fn insert(db: &Db, id: &str) -> Result<u64, DbError> {
    db.write(id.to_owned(), |tx: &mut Tx, id| {
        Box::pin(async move { tx.execute(&INSERT, &[id.into(), "text".into()]).await })
    })
    .await
}

/// Ids of all notes, in order.
pub(crate) async fn ids(db: &Db) -> Vec<String> {
    let rows = db.read(&IDS, &[]).await.expect("the notes are read");
    rows.iter().map(|row| row.text("id").expect("an id").to_owned()).collect()
}
