//! Every registered statement is accepted by both engines.

use crate::on_both;
use crate::support;

on_both! {
    async fn every_registered_statement_is_accepted(on) {
        let test = support::empty(on).await;
        test.db.migrate(store::MIGRATIONS).await.expect("the released schema");
        assert!(store::statements().count() > 40);
        for statement in store::statements() {
            let outcome = test.db.prepare(statement).await;
            assert_eq!(outcome, Ok(()), "{on:?}: {}", statement.text);
        }
    }
}
