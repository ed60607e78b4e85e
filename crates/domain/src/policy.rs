//! The rules a flow must obey in a region. One profile is built in; the flow engine asks the
//! policy and never hard-wires a rule.

use serde::{Deserialize, Serialize};

/// A policy profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// Name of the profile.
    pub id: String,
    /// Raised whenever a rule changes; stored with each session.
    pub version: u32,
    /// Offers that may be shown before the customer declares to cancel.
    pub max_offers_before_decision: u32,
    /// Label of the finishing cancel control that stands on every screen.
    pub cancel_label: String,
}

impl Policy {
    /// Profile of the United States without state rules: a finishing cancel control on every
    /// screen, the survey may be skipped, one offer before the decision. Not legal advice.
    #[must_use]
    pub fn us_general() -> Self {
        Self {
            id: "us-general".to_owned(),
            version: 1,
            max_offers_before_decision: 1,
            cancel_label: "Cancel now".to_owned(),
        }
    }
}
