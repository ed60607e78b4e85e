//! Playbooks as documents: reading, writing, checking.

mod check;
mod diff;
mod generate;
mod guide;
mod places;
mod ready;
mod round_trip;
mod schema;
mod shape;

use domain::playbook::source::{ParsedPlaybook, parse};

/// The smallest playbook, with more text after it.
fn with(more: &str) -> String {
    format!(
        "schema = 1\nname = \"Test\"\ndefault_locale = \"en\"\n\n\
         [[reasons]]\nid = \"reason_other\"\nfeedback = \"other\"\n{more}"
    )
}

fn parsed(text: &str) -> ParsedPlaybook {
    parse(text).unwrap_or_else(|findings| {
        let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
        panic!("{}\n{text}", lines.join("\n"))
    })
}
