//! Playbooks in the database.

use domain::Timestamp;
use domain::brand::Mode;
use domain::ids::BrandId;

/// A published version of a playbook. Never changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaybookVersion {
    /// SHA-256 of the canonical document, in hexadecimal.
    pub hash: String,
    /// The canonical document: JSON.
    pub document: String,
    /// The text it was published from, as its author wrote it: TOML.
    pub source: String,
}

/// Makes a version the one that new sessions open with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishPlaybook {
    /// Whose.
    pub brand_id: BrandId,
    /// Test or live.
    pub mode: Mode,
    /// The version; written if it is not there yet.
    pub version: PlaybookVersion,
    /// Published or rolled back.
    pub is_rollback: bool,
    /// Who, in words.
    pub by: String,
    /// Why, in words.
    pub why: String,
    /// Now.
    pub at: Timestamp,
}

/// One line of a playbook's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaybookPublication {
    /// Counts the publications of a brand and mode from 1.
    pub number: i64,
    /// The version.
    pub hash: String,
    /// Whether an earlier version was brought back.
    pub is_rollback: bool,
    /// Who.
    pub by: String,
    /// Why.
    pub why: String,
    /// When.
    pub at: Timestamp,
}

/// A playbook being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaybookDraft {
    /// Whose.
    pub brand_id: BrandId,
    /// Test or live.
    pub mode: Mode,
    /// The text: TOML, possibly with mistakes.
    pub source: String,
    /// Who saved it last.
    pub by: String,
    /// When.
    pub saved_at: Timestamp,
}
