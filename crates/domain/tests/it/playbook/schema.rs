//! The published schema says what the reader does.

use domain::playbook::{json_schema, ready};
use proptest::prelude::*;

use super::generate::playbook;
use super::parsed;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/schemas/playbook.schema.json");

#[test]
fn the_published_file_is_fresh() {
    let wanted = serde_json::to_string_pretty(&json_schema()).unwrap() + "\n";
    if std::env::var_os("REFRESH").is_some() {
        std::fs::write(PATH, &wanted).unwrap();
    }
    let published = std::fs::read_to_string(PATH).unwrap_or_default();
    assert!(
        published == wanted,
        "docs/schemas/playbook.schema.json is stale; run `REFRESH=1 cargo test -p domain --test it schema`"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn it_accepts_every_document(playbook in playbook()) {
        let validator = jsonschema::validator_for(&json_schema()).unwrap();
        let document = serde_json::to_value(&playbook).unwrap();
        let errors: Vec<String> =
            validator.iter_errors(&document).map(|error| format!("{error} at {}", error.instance_path())).collect();
        prop_assert!(errors.is_empty(), "{:#?}", errors);
    }
}

#[test]
fn it_refuses_what_the_reader_refuses() {
    let validator = jsonschema::validator_for(&json_schema()).unwrap();
    let valid = serde_json::to_value(parsed(ready()[0].1).playbook).unwrap();
    assert!(validator.is_valid(&valid));
    for (pointer, value) in [
        ("/reasons/0/feedback", serde_json::json!("price")),
        ("/reasons/0/id", serde_json::json!("too_expensive")),
        ("/reasons/0/unknown", serde_json::json!(1)),
        ("/offers/0/effect/kind", serde_json::json!("gift")),
        ("/offers/0/effect/unknown", serde_json::json!(1)),
        ("/offers/0/effect/reduction", serde_json::json!({ "percent": 0 })),
        ("/flow/cancel", serde_json::json!({ "mode": "at_date" })),
        ("/name", serde_json::json!(3)),
    ] {
        let mut broken = valid.clone();
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        broken.pointer_mut(parent).unwrap().as_object_mut().unwrap().insert(key.to_owned(), value);
        assert!(!validator.is_valid(&broken), "{pointer}");
        assert!(serde_json::from_value::<domain::playbook::Playbook>(broken).is_err(), "{pointer}");
    }
}
