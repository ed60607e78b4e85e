//! Where a billing action stands.

use serde::{Deserialize, Serialize};

/// Where a billing action stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActionStatus {
    /// Accepted, not yet tried or due for a retry; nothing is known to have happened.
    Pending,
    /// Tried, and the answer did not say whether it happened; resolved by reading.
    Unknown,
    /// The provider refuses our key: waits for the operator, is retried slowly, never dropped.
    Blocked,
    /// The provider says it is so.
    Confirmed,
    /// The provider refused it for good, or the subscription changed meanwhile. Nothing changed.
    Rejected,
}

impl ActionStatus {
    /// The word in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Unknown => "unknown",
            Self::Blocked => "blocked",
            Self::Confirmed => "confirmed",
            Self::Rejected => "rejected",
        }
    }

    /// Reads the word in the database.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Pending, Self::Unknown, Self::Blocked, Self::Confirmed, Self::Rejected]
            .into_iter()
            .find(|status| status.as_str() == text)
    }

    /// This status as long as work is left: a settled one never comes back, so it reads as
    /// [`Self::Unknown`].
    #[must_use]
    pub fn max_open(self) -> Self {
        if self.is_open() { self } else { Self::Unknown }
    }

    /// Whether work is left.
    #[must_use]
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Confirmed | Self::Rejected)
    }
}
