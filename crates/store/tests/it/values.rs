//! Values come back as they went in, on both engines, and what one engine cannot hold neither takes.

use store::db::{DbError, Row, Tx, Val};

use crate::on_both;
use crate::support::{self, FIND, PUT, TestDb};

async fn put(test: &TestDb, values: Vec<Val>) -> Result<Row, DbError> {
    let stored = test.db.write(values, |tx: &mut Tx, values| {
        Box::pin(async move { tx.query_opt(&PUT, values).await })
    });
    Ok(stored.await?.expect("RETURNING answers a row"))
}

on_both! {
    async fn every_kind_comes_back(on) {
        let test = support::notes(on).await;
        let text = "naïve 🙂 \u{202e}rtl 'quote' $1";
        let row = put(&test, vec![
            "id".into(), text.into(), i64::MIN.into(), true.into(), 0.1.into(), vec![0u8, 255].into(),
        ]).await.expect("a row");
        assert_eq!(row.text("body"), Ok(text));
        assert_eq!(row.int("count"), Ok(i64::MIN));
        assert_eq!(row.bool("is_open"), Ok(true));
        assert_eq!(row.real("ratio"), Ok(0.1));
        assert_eq!(row.bytes("raw"), Ok(&[0u8, 255][..]));
    }

    async fn nulls_come_back(on) {
        let test = support::notes(on).await;
        let row = put(&test, vec![
            "id".into(), Val::Null, 0.into(), false.into(), Val::Null, Val::Null,
        ]).await.expect("a row");
        assert_eq!(row.opt_text("body"), Ok(None));
        assert_eq!(row.bool("is_open"), Ok(false));
        assert!(row.bytes("raw").is_err());
    }

    async fn what_one_engine_cannot_hold_neither_takes(on) {
        let test = support::notes(on).await;
        for bad in [Val::from("a\0b"), Val::from(f64::NAN), Val::from(f64::INFINITY)] {
            let outcome = put(&test, vec![
                "id".into(), bad.clone(), 0.into(), false.into(), bad, Val::Null,
            ]).await;
            assert!(matches!(outcome, Err(DbError::Unstorable(_))), "{outcome:?}");
        }
        assert!(support::ids(&test.db).await.is_empty());
    }

    async fn a_wrong_number_of_values_is_an_error(on) {
        let test = support::notes(on).await;
        let outcome = test.db.read(&FIND, &[]).await;
        assert!(matches!(outcome, Err(DbError::Engine(_))), "{outcome:?}");
    }

    async fn a_bad_row_names_its_table_column_and_id(on) {
        let test = support::notes(on).await;
        let row = put(&test, vec![
            "note-7".into(), Val::Null, 0.into(), false.into(), Val::Null, Val::Null,
        ]).await.expect("a row");
        assert_eq!(
            row.text("body").expect_err("it is null").to_string(),
            "table notes, column body, row note-7: expected a text, found null"
        );
        assert_eq!(
            row.int("body_").expect_err("no such column").to_string(),
            "table notes, column body_, row note-7: the statement does not select this column"
        );
        assert_eq!(
            row.invalid("count", "unknown state 'x'").to_string(),
            "table notes, column count, row note-7: unknown state 'x'"
        );
    }
}
