//! `docs/playbook.md` says what is so.

use domain::playbook::source::parse;
use domain::playbook::variables::{OF_REASONS, VARIABLES, of_offer};
use domain::segment::{Domain, FACTS, FactDoc};

use super::{parsed, with};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/playbook.md");

fn values(fact: &FactDoc) -> String {
    let range = match fact.domain {
        Domain::Any => String::new(),
        Domain::Words(words) => format!(": {}", words.join(", ")),
        Domain::Range(low, i64::MAX) => format!(", {low} or more"),
        Domain::Range(low, high) => format!(", {low} to {high}"),
        Domain::Shape(shape) => format!(": {}", shape.expected()),
    };
    let unit = if fact.unit.is_empty() { String::new() } else { format!(" ({})", fact.unit) };
    format!("{}{unit}{range}", fact.kind.name())
}

fn facts() -> String {
    let rows: String = FACTS
        .iter()
        .map(|fact| {
            let absent = if fact.is_optional { "yes" } else { "" };
            format!(
                "| `{}` | {} | {} | {absent} | `{}` |\n",
                fact.name,
                fact.doc,
                values(fact),
                fact.example.replace('|', "\\|")
            )
        })
        .collect();
    format!("| fact | meaning | values | may be absent | example |\n|---|---|---|---|---|\n{rows}")
}

/// Effects of every kind, as a playbook writes them.
const EFFECTS: [&str; 10] = [
    "kind = \"discount\", reduction = { percent = 25 }, duration = { months = 3 }",
    "kind = \"discount\", reduction = { amount = { usd = 5 } }, duration = \"once\"",
    "kind = \"pause\", min_months = 1, max_months = 3",
    "kind = \"plan_change\", price = \"p\", timing = \"now\"",
    "kind = \"seats\", target = { reduce_by = 1 }",
    "kind = \"free_period\", months = 1",
    "kind = \"trial_extension\", days = 3",
    "kind = \"credit\", amount = { usd = 5 }, to = \"balance\"",
    "kind = \"content\"",
    "kind = \"custom\", url = \"https://api.example.com\"",
];

fn variables() -> String {
    let kinds = EFFECTS.map(|effect| {
        let text = with(&format!("[[offers]]\nid = \"offer_a\"\neffect = {{ {effect} }}"));
        let kind = parsed(&text).playbook.offers[0].effect.clone();
        (kind.as_str().to_owned(), of_offer(&kind))
    });
    let rows: String = VARIABLES
        .iter()
        .map(|variable| {
            let mut where_: Vec<&str> = kinds
                .iter()
                .filter(|(_, names)| names.contains(&variable.name))
                .map(|(kind, _)| kind.as_str())
                .collect();
            where_.dedup();
            let place = if OF_REASONS.contains(&variable.name) {
                "everywhere".to_owned()
            } else {
                where_.join(", ")
            };
            format!("| `{{{}}}` | {} | {place} |\n", variable.name, variable.doc)
        })
        .collect();
    format!("| variable | what stands there | where |\n|---|---|---|\n{rows}")
}

/// The text with what stands between two marks replaced.
fn replaced(text: &str, mark: &str, with: &str) -> String {
    let begin = format!("<!-- begin {mark}");
    let end = format!("<!-- end {mark} -->");
    let from = text.find(&begin).and_then(|at| text[at..].find("-->\n").map(|line| at + line + 4));
    let (from, to) = (from.expect("the mark begins"), text.find(&end).expect("the mark ends"));
    format!("{}{with}{}", &text[..from], &text[to..])
}

#[test]
fn its_tables_are_fresh() {
    let written = std::fs::read_to_string(PATH).unwrap();
    let wanted = replaced(&replaced(&written, "facts", &facts()), "variables", &variables());
    if std::env::var_os("REFRESH").is_some() {
        std::fs::write(PATH, &wanted).unwrap();
        return;
    }
    assert!(
        written == wanted,
        "docs/playbook.md is stale; run `REFRESH=1 cargo test -p domain --test it playbook`"
    );
}

#[test]
fn its_first_example_is_a_playbook() {
    let guide = std::fs::read_to_string(PATH).unwrap();
    let example = guide.split("```toml\nschema").nth(1).unwrap().split("```").next().unwrap();
    assert!(parse(&format!("schema{example}")).is_ok());
}

/// Words of the sources that are codes stand in the guide, so nobody meets one that is not there.
#[test]
fn every_code_is_listed() {
    let guide = std::fs::read_to_string(PATH).unwrap();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/playbook");
    let mut folders = vec![std::path::PathBuf::from(folder)];
    let mut codes = std::collections::BTreeSet::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let source = std::fs::read_to_string(path).unwrap();
            for call in ["Finding::error(", "Finding::warning(", ".report("] {
                for after in source.split(call).skip(1) {
                    let after = after.trim_start();
                    let code = after.strip_prefix('"').and_then(|rest| rest.split('"').next());
                    codes.extend(code.map(str::to_owned));
                }
            }
        }
    }
    assert!(codes.len() > 45, "{codes:?}");
    let missing: Vec<&String> =
        codes.iter().filter(|code| !guide.contains(&format!("`{code}`"))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
