//! What only a file can suffer: foreign locks, a full disk, units that wait for the world.

use std::time::Duration;

use store::db::{DbError, Options, Tx};

use crate::support::{self, INSERT, On, ids, insert};

#[tokio::test]
async fn a_unit_that_awaits_something_else_is_refused() {
    let test = support::notes(On::Sqlite).await;
    let outcome: Result<(), DbError> = test
        .db
        .write((), |tx: &mut Tx, ()| {
            Box::pin(async move {
                tx.execute(&INSERT, &["gone".into(), "x".into()]).await?;
                std::future::pending().await
            })
        })
        .await;
    assert_eq!(outcome, Err(DbError::Pending));
    insert(&test.db, "next").await.expect("the writer lives on");
    assert_eq!(ids(&test.db).await, ["next"]);
}

#[tokio::test]
async fn a_lock_held_by_another_process_is_waited_for_and_then_reported() {
    let options = Options { lock_wait: Duration::from_millis(50), ..Options::default() };
    let test = support::notes_with(On::Sqlite, &options).await;
    let path = test.url.strip_prefix("sqlite:").expect("a file");
    let other = rusqlite::Connection::open(path).expect("another program");
    other.execute_batch("BEGIN IMMEDIATE").expect("its lock");
    assert_eq!(insert(&test.db, "a").await, Err(DbError::Locked));
    assert_eq!(ids(&test.db).await, [""; 0], "reads go on meanwhile");
    other.execute_batch("COMMIT").expect("its end");
    assert_eq!(insert(&test.db, "b").await, Ok(1));
    assert_eq!(ids(&test.db).await, ["b"]);
}

#[tokio::test]
async fn a_full_disk_is_reported_and_leaves_nothing_half_written() {
    let options = Options { max_file_bytes: Some(128 * 1024), ..Options::default() };
    let test = support::notes_with(On::Sqlite, &options).await;
    insert(&test.db, "before").await.expect("there is room");
    let outcome: Result<(), DbError> = test
        .db
        .write("x".repeat(4_096), |tx: &mut Tx, long| {
            Box::pin(async move {
                for number in 0..1_000 {
                    tx.execute(&INSERT, &[number.to_string().into(), long.into()]).await?;
                }
                Ok(())
            })
        })
        .await;
    assert_eq!(outcome, Err(DbError::Full));
    assert_eq!(ids(&test.db).await, ["before"]);
    insert(&test.db, "small").await.expect("what fits is still taken");
}

#[cfg(unix)]
#[tokio::test]
async fn the_file_belongs_to_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let test = support::notes(On::Sqlite).await;
    let path = test.url.strip_prefix("sqlite:").expect("a file");
    let mode = std::fs::metadata(path).expect("the file").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[tokio::test]
async fn a_path_that_cannot_be_made_is_named() {
    let error = store::db::Db::open("/nowhere/at/all.db", &Options::default());
    let text = error.expect_err("no such directory").to_string();
    assert!(text.contains("/nowhere/at/all.db"), "{text}");
}
