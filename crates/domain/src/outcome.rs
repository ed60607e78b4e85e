//! How a session ended, as events and callbacks name it.

use serde::{Deserialize, Serialize};

/// How a retention session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The customer stays by a decision of their own, with or without an offer.
    Retained,
    /// The customer canceled.
    Canceled,
    /// The customer left without deciding. Never counted as a save.
    Abandoned,
}

impl Outcome {
    /// The word in the database and in events.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Retained => "retained",
            Self::Canceled => "canceled",
            Self::Abandoned => "abandoned",
        }
    }
}
