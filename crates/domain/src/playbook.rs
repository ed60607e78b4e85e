//! A brand's playbook: reasons, offers, who gets which, limits and words.
//!
//! [`Playbook`] is the document as it is written, stored and published. [`Rulebook`] is the same
//! with its expressions compiled and its names resolved; the flow only sees that.

mod check;
mod diff;
mod document;
mod feedback;
mod limits;
mod ready;
mod rulebook;
mod schema;
pub mod source;
pub mod variables;

pub use check::{CheckContext, check};
pub use diff::{Change, diff};
pub use document::{
    CancelMode, ContentBlock, FlowOptions, ListedOffer, Playbook, Reason, Segment, SurveyStage,
    TextField, UnusedTime,
};
pub use feedback::Feedback;
pub use limits::{Amounts, OfferLimits, PlaybookLimits};
pub use ready::{built_in, ready};
pub use rulebook::{Finding, Rulebook, Severity, vocabulary};
pub use schema::json_schema;

/// Version of the document's own format.
pub const SCHEMA_VERSION: u32 = 1;
