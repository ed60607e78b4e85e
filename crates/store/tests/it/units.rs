//! What a unit of work promises, on both engines.

use std::sync::Mutex;
use std::sync::mpsc;

use store::db::{Db, DbError, Options, Tx};

use crate::on_both;
use crate::support::{self, ADD, CLAIM, FIND, INSERT, MISTAKEN, REPLY, SET, ids, insert};

/// A unit's own error, as a use case has one.
#[derive(Debug, PartialEq)]
enum Refusal {
    NotToday,
    Db(DbError),
}

impl From<DbError> for Refusal {
    fn from(error: DbError) -> Refusal {
        Refusal::Db(error)
    }
}

async fn count(db: &Db, id: &str) -> i64 {
    let row = db.read_opt(&FIND, &[id.into()]).await.expect("a read").expect("the note");
    row.int("count").expect("a count")
}

/// Inserts a note, then refuses if its id says so.
async fn insert_unless_odd(db: Db, number: u32) -> Result<(), Refusal> {
    db.write(number, |tx: &mut Tx, number| {
        Box::pin(async move {
            tx.execute(&INSERT, &[format!("{number:03}").into(), "x".into()]).await?;
            if number % 2 == 1 { Err(Refusal::NotToday) } else { Ok(()) }
        })
    })
    .await
}

/// Reads a counter and writes one more, as two statements.
async fn increment(db: &Db) -> Result<u64, DbError> {
    db.write((), |tx: &mut Tx, ()| {
        Box::pin(async move {
            let row = tx.query_opt(&FIND, &["a".into()]).await?;
            let count = row.map_or(Ok(0), |row| row.int("count"))?;
            tx.execute(&SET, &["a".into(), (count + 1).into()]).await
        })
    })
    .await
}

on_both! {
    async fn an_answered_unit_is_seen_by_the_next_read(on) {
        let test = support::notes(on).await;
        assert_eq!(insert(&test.db, "a").await, Ok(1));
        assert_eq!(ids(&test.db).await, ["a"]);
    }

    async fn a_unit_reads_its_own_writes(on) {
        let test = support::notes(on).await;
        let seen: Result<i64, DbError> = test.db.write((), |tx: &mut Tx, ()| Box::pin(async move {
            tx.execute(&INSERT, &["a".into(), "x".into()]).await?;
            tx.execute(&ADD, &["a".into(), 7.into()]).await?;
            tx.query_opt(&FIND, &["a".into()]).await?.map_or(Ok(0), |row| row.int("count"))
        })).await;
        assert_eq!(seen, Ok(7));
    }

    async fn units_that_refuse_are_rolled_back_alone(on) {
        let test = support::notes(on).await;
        let tasks: Vec<_> =
            (0..60).map(|n| tokio::spawn(insert_unless_odd(test.db.clone(), n))).collect();
        for (number, task) in tasks.into_iter().enumerate() {
            let expected = if number % 2 == 1 { Err(Refusal::NotToday) } else { Ok(()) };
            assert_eq!(task.await.expect("no panic"), expected);
        }
        let even: Vec<String> = (0..60).step_by(2).map(|n| format!("{n:03}")).collect();
        assert_eq!(ids(&test.db).await, even);
    }

    async fn a_panicking_unit_is_rolled_back_alone_and_the_next_one_works(on) {
        let test = support::notes(on).await;
        let other = test.db.clone();
        let beside = tokio::spawn(async move { insert(&other, "beside").await });
        let outcome: Result<(), DbError> = test.db.write((), |tx: &mut Tx, ()| Box::pin(async move {
            tx.execute(&INSERT, &["gone".into(), "x".into()]).await?;
            panic!("a mistake in a unit");
        })).await;
        assert_eq!(outcome, Err(DbError::Panicked));
        assert_eq!(beside.await.expect("no panic"), Ok(1));
        assert_eq!(insert(&test.db, "later").await, Ok(1));
        assert_eq!(ids(&test.db).await, ["beside", "later"]);
    }

    async fn a_failed_statement_dooms_the_unit_even_if_it_carries_on(on) {
        let test = support::notes(on).await;
        insert(&test.db, "taken").await.expect("the first insert");
        let outcome: Result<(), DbError> = test.db.write((), |tx: &mut Tx, ()| Box::pin(async move {
            tx.execute(&INSERT, &["new".into(), "x".into()]).await?;
            let refused = tx.execute(&INSERT, &["taken".into(), "x".into()]).await;
            assert!(matches!(refused, Err(DbError::Constraint(_))));
            Ok(())
        })).await;
        assert!(matches!(outcome, Err(DbError::Constraint(_))), "{outcome:?}");
        assert_eq!(ids(&test.db).await, ["taken"]);
    }

    async fn a_commit_that_fails_is_told_and_leaves_nothing(on) {
        let test = support::notes(on).await;
        // The rule is checked at the commit, so the unit itself sees no error.
        let outcome: Result<(), DbError> = test.db.write((), |tx: &mut Tx, ()| Box::pin(async move {
            tx.execute(&INSERT, &["gone".into(), "x".into()]).await?;
            tx.execute(&REPLY, &["r".into(), "nowhere".into()]).await?;
            Ok(())
        })).await;
        assert!(matches!(outcome, Err(DbError::Constraint(_))), "{outcome:?}");
        assert_eq!(insert(&test.db, "next").await, Ok(1));
        assert_eq!(ids(&test.db).await, ["next"]);
    }

    async fn a_mistake_in_sql_is_told_and_leaves_the_database_usable(on) {
        let test = support::notes(on).await;
        let outcome = test.db.read(&MISTAKEN, &[]).await.expect_err("no such column");
        assert!(matches!(&outcome, DbError::Engine(text) if text.contains("nonsense")));
        assert_eq!(insert(&test.db, "a").await, Ok(1));
    }

    async fn two_writers_lose_no_increment(on) {
        let test = support::notes(on).await;
        insert(&test.db, "a").await.expect("a counter");
        let second = Db::open(&test.url, &Options::default()).expect("a second process's view");
        let tasks = [test.db.clone(), second].map(|db| tokio::spawn(async move {
            for _ in 0..40 {
                increment(&db).await.expect("an increment");
            }
        }));
        for task in tasks {
            task.await.expect("no panic");
        }
        assert_eq!(count(&test.db, "a").await, 80);
    }

    async fn a_claim_is_a_plain_select_within_one_unit(on) {
        let test = support::notes(on).await;
        insert(&test.db, "a").await.expect("a note");
        let claimed: Result<String, DbError> = test.db.write((), |tx: &mut Tx, ()| Box::pin(async move {
            let row = tx.query_opt(&CLAIM, &[]).await?;
            row.map_or(Ok(String::new()), |row| row.text("id").map(str::to_owned))
        })).await;
        assert_eq!(claimed, Ok("a".to_owned()));
    }

    async fn closing_commits_what_waits_and_refuses_what_comes(on) {
        let test = support::notes(on).await;
        let tasks: Vec<_> = (0..30).map(|n| {
            let db = test.db.clone();
            tokio::spawn(async move { insert(&db, &format!("{n:02}")).await })
        }).collect();
        test.db.close().await;
        assert_eq!(insert(&test.db, "late").await, Err(DbError::Closed));
        let mut acknowledged = Vec::new();
        for (number, task) in tasks.into_iter().enumerate() {
            match task.await.expect("no panic") {
                Ok(_) => acknowledged.push(format!("{number:02}")),
                Err(error) => assert_eq!(error, DbError::Closed),
            }
        }
        let again = Db::open(&test.url, &Options::default()).expect("it opens again");
        assert_eq!(ids(&again).await, acknowledged);
    }

    async fn a_full_queue_refuses_at_once(on) {
        let options = Options { queue: 2, ..Options::default() };
        let test = support::notes_with(on, &options).await;
        let (started, has_started) = mpsc::channel();
        let (release, held) = mpsc::channel::<()>();
        let held = Mutex::new(held);
        let db = test.db.clone();
        let slow = tokio::spawn(async move {
            db.write((started, held), |_: &mut Tx, (started, held)| Box::pin(async move {
                started.send(()).expect("the test listens");
                held.lock().expect("one user").recv().expect("the test releases");
                Ok::<(), DbError>(())
            })).await
        });
        has_started.recv().expect("the slow unit runs");
        let waiting: Vec<_> = (0..3).map(|n| {
            let db = test.db.clone();
            tokio::spawn(async move { insert(&db, &n.to_string()).await })
        }).collect();
        // One of the three finds no place; the others wait for the slow unit.
        while !waiting.iter().any(tokio::task::JoinHandle::is_finished) {
            tokio::task::yield_now().await;
        }
        release.send(()).expect("the slow unit waits");
        slow.await.expect("no panic").expect("the slow unit");
        let mut refused = 0;
        for task in waiting {
            match task.await.expect("no panic") {
                Ok(_) => {}
                Err(error) => {
                    assert_eq!(error, DbError::Overloaded);
                    refused += 1;
                }
            }
        }
        assert!(refused >= 1);
    }
}
