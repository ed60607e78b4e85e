//! A playbook as a TOML text: reading it, with the place of everything in it, and writing it.

mod canonical;
mod near;
mod places;
mod render;
mod shape;
mod toml_text;
mod tree;

use std::fmt;

use serde::{Deserialize, Serialize};
use toml::de::DeTable;

use super::{Finding, Playbook, Severity};

pub use canonical::canonical;
pub(crate) use near::did_you_mean;
pub use places::{Places, Position};
pub use render::render;

/// Longest text that is read, in bytes.
pub const MAX_BYTES: usize = 512 * 1024;

/// Findings after which the rest of a text is not searched.
const MAX_FINDINGS: usize = 100;

/// A playbook with the places of its parts in the text it was read from.
#[derive(Debug, Clone, PartialEq)]
pub struct ParsedPlaybook {
    /// The document.
    pub playbook: Playbook,
    /// Where everything stands.
    pub places: Places,
}

impl ParsedPlaybook {
    /// Findings with their places in the text, in its order.
    #[must_use]
    pub fn locate(&self, findings: Vec<Finding>) -> Vec<SourceFinding> {
        let mut located: Vec<SourceFinding> =
            findings.into_iter().map(|finding| located(finding, &self.places)).collect();
        located.sort_by_key(|finding| (finding.line, finding.column));
        located
    }
}

/// A finding at a line and a column, both counted from 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceFinding {
    /// How bad.
    pub severity: Severity,
    /// A stable word for the kind of finding.
    pub code: String,
    /// Path of the part it is about; empty for the whole.
    pub place: String,
    /// The line.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
    /// What is wrong and what to do.
    pub message: String,
}

impl fmt::Display for SourceFinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(f, "{}:{}: {severity}[{}] {}", self.line, self.column, self.code, self.message)
    }
}

/// Reads a playbook.
///
/// # Errors
/// Everything that keeps the text from being a playbook: TOML that is none, fields that are
/// unknown, missing or of another type. What the playbook *says* is not judged here.
pub fn parse(text: &str) -> Result<ParsedPlaybook, Vec<SourceFinding>> {
    if text.len() > MAX_BYTES {
        return Err(vec![too_large(text.len())]);
    }
    let (table, errors) = DeTable::parse_recoverable(text);
    let places = Places::new(text, tree::Node::root(&table));
    if !errors.is_empty() {
        return Err(errors.iter().take(MAX_FINDINGS).map(|each| syntax(each, &places)).collect());
    }
    let schema = super::json_schema();
    let mut findings: Vec<SourceFinding> = shape::findings(places.root(), &schema)
        .into_iter()
        .take(MAX_FINDINGS)
        .map(|finding| located(finding, &places))
        .collect();
    if findings.is_empty() {
        match serde_json::from_value(places.root().to_json()) {
            Ok(playbook) => return Ok(ParsedPlaybook { playbook, places }),
            Err(error) => {
                let finding = Finding::error("document", "", error.to_string());
                findings.push(located(finding, &places));
            }
        }
    }
    findings.sort_by_key(|finding| (finding.line, finding.column));
    Err(findings)
}

fn located(finding: Finding, places: &Places) -> SourceFinding {
    let Position { line, column } = match finding.code.as_str() {
        // The name is what is wrong, not what is set to it.
        "unknown_field" => places.locate_key(&finding.place),
        _ => places.locate(&finding.place, finding.offset),
    };
    let Finding { severity, code, place, message, .. } = finding;
    SourceFinding { severity, code, place, line, column, message }
}

fn too_large(bytes: usize) -> SourceFinding {
    SourceFinding {
        severity: Severity::Error,
        code: "too_large".to_owned(),
        place: String::new(),
        line: 1,
        column: 1,
        message: format!(
            "the text has {bytes} bytes; a playbook has at most {MAX_BYTES}: remove offers or words"
        ),
    }
}

fn syntax(error: &toml::de::Error, places: &Places) -> SourceFinding {
    let Position { line, column } = places.position(error.span().map_or(0, |span| span.start));
    SourceFinding {
        severity: Severity::Error,
        code: "syntax".to_owned(),
        place: String::new(),
        line,
        column,
        message: format!("this is not TOML: {}", error.message().trim_end().replace('\n', "; ")),
    }
}
