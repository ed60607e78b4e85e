//! Every registered statement is accepted by both engines.

use crate::on_both;
use crate::support;

on_both! {
    async fn every_registered_statement_is_accepted(on) {
        let test = support::notes(on).await;
        for statement in store::statements() {
            let outcome = test.db.prepare(statement).await;
            assert_eq!(outcome, Ok(()), "{on:?}: {}", statement.text);
        }
    }
}
