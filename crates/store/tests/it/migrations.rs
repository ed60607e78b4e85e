//! The schema moves from one numbered state to the next, or stays where it is.

use store::db::{Db, DbError, Migration, Options};

use crate::on_both;
use crate::support::{self, NOTES, insert};

static TWO: &[Migration] = &[
    NOTES[0],
    Migration { number: 2, name: "tags", sql: "CREATE TABLE tags (id TEXT PRIMARY KEY);" },
];

/// Its first half works, its second does not.
static BROKEN: &[Migration] = &[
    NOTES[0],
    Migration {
        number: 2,
        name: "tags",
        sql: "CREATE TABLE tags (id TEXT PRIMARY KEY); INSERT INTO absent VALUES (1);",
    },
];

static CHANGED: &[Migration] =
    &[Migration { number: 1, name: "notes", sql: "CREATE TABLE notes (id TEXT PRIMARY KEY);" }];

store::statements! {
    TAGS: "tags", "SELECT id FROM tags";
}

on_both! {
    async fn a_fresh_database_is_brought_up_to_date_once(on) {
        let test = support::empty(on).await;
        let unready = test.db.ready(TWO).await.expect_err("nothing has run");
        assert_eq!(unready.to_string(), "2 migrations have not run: run `renumerate migrate`");
        assert_eq!(test.db.migrate(TWO).await, Ok(2));
        assert_eq!(test.db.migrate(TWO).await, Ok(0));
        assert_eq!(test.db.ready(TWO).await, Ok(()));
    }

    async fn an_older_database_gets_what_is_missing_and_keeps_its_rows(on) {
        let test = support::notes(on).await;
        insert(&test.db, "kept").await.expect("a note");
        assert_eq!(test.db.migrate(TWO).await, Ok(1));
        assert_eq!(support::ids(&test.db).await, ["kept"]);
    }

    async fn a_newer_database_is_refused(on) {
        let test = support::empty(on).await;
        test.db.migrate(TWO).await.expect("two migrations");
        let refused = test.db.migrate(NOTES).await.expect_err("it is newer");
        assert_eq!(
            refused.to_string(),
            "the database has migration 2 (tags), this binary knows only 1: \
             run a newer version of renumerate, or restore a backup"
        );
        assert_eq!(test.db.ready(NOTES).await, Err(refused));
    }

    async fn an_altered_migration_is_refused(on) {
        let test = support::notes(on).await;
        let refused = test.db.migrate(CHANGED).await.expect_err("its text differs");
        assert!(refused.to_string().contains("was changed after it ran"), "{refused}");
    }

    async fn a_failing_migration_leaves_the_old_state(on) {
        let test = support::notes(on).await;
        let failed = test.db.migrate(BROKEN).await.expect_err("it inserts into nowhere");
        assert!(matches!(&failed, DbError::Schema(text) if text.contains("left nothing behind")));
        assert!(test.db.read(&TAGS, &[]).await.is_err(), "the first half is gone too");
        assert_eq!(test.db.migrate(TWO).await, Ok(1), "and the corrected one runs");
    }

    async fn two_processes_migrate_once(on) {
        let test = support::empty(on).await;
        let second = Db::open(&test.url, &Options::default()).expect("a second process");
        let (first, second) = tokio::join!(test.db.migrate(TWO), second.migrate(TWO));
        assert_eq!(first.expect("the first") + second.expect("the second"), 2);
        assert_eq!(test.db.ready(TWO).await, Ok(()));
    }

    async fn a_closed_database_is_not_ready(on) {
        let test = support::notes(on).await;
        test.db.close().await;
        assert_eq!(test.db.ready(NOTES).await, Err(DbError::Closed));
    }
}
