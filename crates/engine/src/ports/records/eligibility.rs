//! Eligibility and limits in the database.

use domain::Timestamp;
use domain::ids::{OfferId, ReasonId};
use domain::money::Money;
use domain::offer::Assessment;

/// When an assessment was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AssessedWhen {
    /// An offer was about to be shown.
    Open,
    /// The customer accepted.
    Accept,
    /// The worker was about to write.
    Write,
}

impl AssessedWhen {
    /// The word in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Accept => "accept",
            Self::Write => "write",
        }
    }

    /// Reads the word in the database.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Open, Self::Accept, Self::Write].into_iter().find(|when| when.as_str() == text)
    }
}

/// Eligibility of offers for one session at one time, kept as evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssessmentRecord {
    /// When in the flow.
    pub when: AssessedWhen,
    /// The time.
    pub assessed_at: Timestamp,
    /// The reason the customer gave.
    pub reason_id: Option<ReasonId>,
    /// Each offer, with every reason why not.
    pub offers: Vec<Assessment>,
}

/// What taking an offer uses up of the brand's limits. Counted in the transaction of the
/// decision, so that no limit is passed however many decide at once, and given back when the
/// provider refuses it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redemption {
    /// The offer.
    pub offer_id: OfferId,
    /// Its kind.
    pub kind: String,
    /// What it costs at most; none when nothing.
    pub cost: Option<Money>,
    /// The calendar month its cost counts in, such as `2026-11`.
    pub month: String,
    /// How often it may be taken in all.
    pub max_total: Option<u64>,
    /// The month's budget of this offer in the cost's currency, in minor units.
    pub offer_budget_minor: Option<i64>,
    /// The month's budget of all offers in the cost's currency, in minor units.
    pub all_budget_minor: Option<i64>,
    /// How often the customer may take this offer, over all their subscriptions.
    pub max_per_customer: Option<u32>,
    /// How often it may be taken for the subscription.
    pub max_per_subscription: Option<u32>,
    /// How many offers the customer may take in all.
    pub max_of_customer: Option<u32>,
    /// How long after an offer the customer may take this one.
    pub cooldowns: Vec<Cooldown>,
}

impl Redemption {
    /// Whether what the customer took before can stand against it.
    #[must_use]
    pub fn limits_customer(&self) -> bool {
        let counts = [self.max_per_customer, self.max_per_subscription, self.max_of_customer];
        counts.iter().any(Option::is_some) || !self.cooldowns.is_empty()
    }
}

/// A span after an offer in which the customer may take no other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cooldown {
    /// The kind of offer it begins with; none for any.
    pub kind: Option<String>,
    /// Its length.
    pub days: u32,
}
