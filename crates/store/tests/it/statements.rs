//! Every registered statement is accepted by both engines, and finds its rows by an index.

use crate::on_both;
use crate::support::{self, On};

on_both! {
    async fn every_registered_statement_is_accepted(on) {
        let test = support::empty(on).await;
        test.db.migrate(store::MIGRATIONS).await.expect("the released schema");
        assert!(store::statements().count() > 70);
        for statement in store::statements() {
            let outcome = test.db.prepare(statement).await;
            assert_eq!(outcome, Ok(()), "{on:?}: {}", statement.text);
        }
    }
}

/// Tables that are asked for as a whole, and one that keeps an hour.
const READ_WHOLE: [&str; 3] = ["brands", "schema_migrations", "units"];

#[tokio::test]
async fn no_statement_but_the_clearing_reads_a_whole_table() {
    let test = support::empty(On::Sqlite).await;
    test.db.migrate(store::MIGRATIONS).await.expect("the released schema");
    let path = test.url.strip_prefix("sqlite:").expect("a file");
    let connection = rusqlite::Connection::open(path).expect("the file");
    let mut explained = 0;
    for statement in store::statements() {
        let clears =
            statement.text.starts_with("DELETE FROM") && statement.text.ends_with("mode = $2");
        if clears || READ_WHOLE.contains(&statement.table) {
            continue;
        }
        let sql = format!("EXPLAIN QUERY PLAN {}", statement.for_sqlite());
        let mut explain = connection.prepare(&sql).expect("a plan");
        let mut plan = explain.raw_query();
        while let Some(row) = plan.next().expect("a step") {
            let step: String = row.get("detail").expect("its text");
            // `s` is the one row of a sum.
            let is_whole = step.starts_with("SCAN") && !step.contains("USING") && step != "SCAN s";
            assert!(!is_whole, "{step}: {}", statement.text);
            explained += 1;
        }
    }
    assert!(explained > 60, "{explained} steps");
}
