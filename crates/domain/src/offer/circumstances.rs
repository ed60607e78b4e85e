//! Everything an offer's eligibility depends on, as read at one moment.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::brand::{Mode, PauseMode};
use crate::ids::{OfferId, ReasonId, SubscriptionId};
use crate::money::{Currency, Money};
use crate::session::Attributes;
use crate::subscription::{Customer, Price, Subscription};

/// An offer a customer took before, with or without effect now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acceptance {
    /// Which.
    pub offer_id: OfferId,
    /// Its kind, a word of `OfferKind::WORDS`.
    pub kind: String,
    /// For which subscription.
    pub subscription_id: SubscriptionId,
    /// When.
    pub accepted_at: Timestamp,
}

/// What a customer did before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    /// Offers they took, oldest first; without those that failed.
    pub acceptances: Vec<Acceptance>,
    /// Retention sessions they opened in the last 90 days, this one included.
    pub sessions_90d: u32,
}

/// What was given away so far, by everybody.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Usage {
    /// How often each offer was taken.
    pub taken: BTreeMap<OfferId, u64>,
    /// What each offer cost in this calendar month (UTC).
    pub cost_of_offer: BTreeMap<(OfferId, Currency), i64>,
    /// What all offers together cost in this calendar month (UTC).
    pub cost_of_all: BTreeMap<Currency, i64>,
}

impl Usage {
    /// What an offer cost this month, in minor units.
    #[must_use]
    pub fn cost_of(&self, offer_id: &OfferId, currency: Currency) -> i64 {
        self.cost_of_offer.get(&(offer_id.clone(), currency)).copied().unwrap_or_default()
    }
}

/// Everything an offer's eligibility depends on.
#[derive(Debug, Clone, Copy)]
pub struct Circumstances<'a> {
    /// The customer; none while the provider could not be read.
    pub customer: Option<&'a Customer>,
    /// The subscription as last read.
    pub subscription: &'a Subscription,
    /// What the customer did before.
    pub history: &'a History,
    /// What was given away so far.
    pub usage: &'a Usage,
    /// Prices the playbook names, by id; one the provider does not have, or that is not active,
    /// is missing.
    pub prices: &'a BTreeMap<String, Price>,
    /// Sent with the session.
    pub attributes: &'a Attributes,
    /// The chosen reason.
    pub reason: Option<&'a ReasonId>,
    /// Locale of the customer's page.
    pub locale: &'a str,
    /// How the brand pauses.
    pub pause_mode: PauseMode,
    /// Test or live.
    pub mode: Mode,
    /// Time of the question.
    pub now: Timestamp,
}

impl Circumstances<'_> {
    /// An amount in the subscription's currency.
    #[must_use]
    pub fn money(&self, minor: i64) -> Money {
        Money::new(minor, self.subscription.currency)
    }
}
