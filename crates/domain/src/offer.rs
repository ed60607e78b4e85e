//! Offers: what may be proposed, to whom, and what each does.

pub mod choice;
pub mod eligibility;

use serde::{Deserialize, Serialize};

use crate::ids::OfferId;
use crate::money::Percent;
use crate::playbook::Tip;

pub use choice::choose;
pub use eligibility::{Ineligible, check};

/// What an offer does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum OfferKind {
    /// A percentage off for some months.
    Discount {
        /// Percentage off.
        percent: Percent,
        /// For how many months from acceptance.
        months: u32,
    },
    /// Collection stops for as many months as the customer picks.
    Pause {
        /// Shortest pause.
        min_months: u32,
        /// Longest pause.
        max_months: u32,
    },
    /// A tip that answers the reason; nothing changes at the provider.
    Content {
        /// Which tip.
        tip: Tip,
    },
}

impl OfferKind {
    /// The word in events, callbacks and the database.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Discount { .. } => "discount",
            Self::Pause { .. } => "pause",
            Self::Content { .. } => "content",
        }
    }

    /// Whether accepting it changes the subscription.
    #[must_use]
    pub fn changes_subscription(&self) -> bool {
        !matches!(self, Self::Content { .. })
    }
}

/// An offer of a playbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Its id.
    pub id: OfferId,
    /// What it does.
    #[serde(flatten)]
    pub kind: OfferKind,
}
