//! Which crate may see which, and what each must not see.

use crate::tree::{crates, read};

/// A crate, the crates of ours it may use, and libraries it must not.
const EDGES: [(&str, &[&str], &[&str]); 10] = [
    (
        "domain",
        &[],
        &["tokio", "axum", "reqwest", "rusqlite", "tokio-postgres", "rand", "tracing", "uuid"],
    ),
    ("engine", &["domain"], &["axum", "reqwest", "rusqlite", "tokio-postgres", "rand"]),
    ("store", &["domain", "engine"], &["axum", "reqwest", "rand"]),
    ("billing-stripe", &["domain", "engine"], &["axum", "rusqlite", "tokio-postgres", "rand"]),
    ("outbound", &["domain", "engine"], &["axum", "rusqlite", "tokio-postgres", "rand"]),
    ("web", &["domain", "engine"], &["reqwest", "rusqlite", "tokio-postgres", "rand"]),
    ("stripe-schema", &[], &["axum", "tokio", "reqwest"]),
    ("stripe-sandbox", &["stripe-schema"], &["rusqlite", "tokio-postgres"]),
    (
        "server",
        &["domain", "engine", "store", "billing-stripe", "outbound", "stripe-sandbox", "web"],
        &["rusqlite", "tokio-postgres"],
    ),
    (
        "testkit",
        &["domain", "engine", "store", "billing-stripe", "outbound", "stripe-sandbox", "web"],
        &["tokio-postgres"],
    ),
];

/// Dependencies of a crate that end up in the program, tests apart.
fn dependencies(name: &str) -> Vec<String> {
    let manifest: toml::Table = read(&format!("crates/{name}/Cargo.toml")).parse().unwrap();
    let sections = ["dependencies", "build-dependencies"];
    let tables = sections.into_iter().filter_map(|section| manifest.get(section)?.as_table());
    tables.flat_map(|table| table.keys().cloned()).collect()
}

#[test]
fn every_crate_has_a_row_in_the_table_of_edges() {
    let mut found = crates();
    found.sort();
    let mut known = EDGES.map(|(name, ..)| name.to_owned());
    known.sort();
    assert_eq!(found, known);
}

#[test]
fn no_crate_uses_one_it_may_not_see() {
    let ours = crates();
    for (name, may_use, _) in EDGES {
        for used in dependencies(name).iter().filter(|used| ours.contains(used)) {
            assert!(may_use.contains(&used.as_str()), "`{name}` must not use `{used}`");
        }
    }
}

#[test]
fn no_crate_uses_a_library_it_must_not_see() {
    for (name, _, must_not_see) in EDGES {
        for used in dependencies(name) {
            assert!(!must_not_see.contains(&used.as_str()), "`{name}` must not use `{used}`");
        }
    }
}

#[test]
fn the_test_kit_is_used_by_tests_only() {
    for name in crates() {
        assert!(!dependencies(&name).contains(&"testkit".to_owned()), "{name}");
    }
}
