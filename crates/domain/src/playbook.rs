//! A brand's playbook: reasons, offers and which offers answer which reason.
//!
//! One playbook is built in; a later release reads them as versioned documents. The flow only
//! sees this type, so it does not matter where a playbook comes from.

use serde::{Deserialize, Serialize};

use crate::ids::{OfferId, ReasonId};
use crate::money::Percent;
use crate::offer::{Offer, OfferKind};

/// Stripe's closed list of cancellation feedback
/// (<https://docs.stripe.com/api/subscriptions/update>, `cancellation_details.feedback`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Feedback {
    /// Customer service was less than expected.
    CustomerService,
    /// Quality was less than expected.
    LowQuality,
    /// Some features are missing.
    MissingFeatures,
    /// Something else.
    Other,
    /// Switching to a different service.
    SwitchedService,
    /// Ease of use was less than expected.
    TooComplex,
    /// It is too expensive.
    TooExpensive,
    /// Not used enough.
    Unused,
}

impl Feedback {
    /// All values, in the order the built-in survey shows them.
    pub const ALL: [Self; 8] = [
        Self::TooExpensive,
        Self::Unused,
        Self::MissingFeatures,
        Self::SwitchedService,
        Self::TooComplex,
        Self::LowQuality,
        Self::CustomerService,
        Self::Other,
    ];

    /// The word on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::CustomerService => "customer_service",
            Self::LowQuality => "low_quality",
            Self::MissingFeatures => "missing_features",
            Self::Other => "other",
            Self::SwitchedService => "switched_service",
            Self::TooComplex => "too_complex",
            Self::TooExpensive => "too_expensive",
            Self::Unused => "unused",
        }
    }
}

/// One answer of the survey and the offers that may follow it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// Its id.
    pub id: ReasonId,
    /// What the customer reads.
    pub label: String,
    /// What is written to the provider.
    pub feedback: Feedback,
    /// Offers that answer it, best first.
    pub offers: Vec<OfferId>,
}

/// Reasons and offers of a brand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Playbook {
    /// Reasons in the order shown.
    pub reasons: Vec<Reason>,
    /// Every offer a reason may name.
    pub offers: Vec<Offer>,
}

impl Playbook {
    /// Looks a reason up.
    #[must_use]
    pub fn find_reason(&self, id: &ReasonId) -> Option<&Reason> {
        self.reasons.iter().find(|reason| reason.id == *id)
    }

    /// Looks an offer up.
    #[must_use]
    pub fn find_offer(&self, id: &OfferId) -> Option<&Offer> {
        self.offers.iter().find(|offer| offer.id == *id)
    }

    /// The playbook every brand starts with: Stripe's eight reasons, 25 % off for three months,
    /// a pause of one to three months, and tips.
    #[must_use]
    pub fn built_in() -> Self {
        let discount = offer("discount", OfferKind::Discount { percent: QUARTER, months: 3 });
        let pause = offer("pause", OfferKind::Pause { min_months: 1, max_months: 3 });
        let setup_tip = offer("tip_setup", OfferKind::Content { tip: Tip::GuidedSetup });
        let roadmap_tip = offer("tip_roadmap", OfferKind::Content { tip: Tip::AskForFeature });
        let support_tip = offer("tip_support", OfferKind::Content { tip: Tip::ReachAPerson });
        let reasons = Feedback::ALL
            .into_iter()
            .map(|feedback| Reason {
                id: reason_id(feedback.as_str()),
                label: label(feedback).to_owned(),
                feedback,
                offers: match feedback {
                    Feedback::TooExpensive => vec![discount.id.clone(), pause.id.clone()],
                    Feedback::SwitchedService => vec![discount.id.clone()],
                    Feedback::Unused | Feedback::Other => vec![pause.id.clone()],
                    Feedback::MissingFeatures => vec![roadmap_tip.id.clone()],
                    Feedback::TooComplex => vec![setup_tip.id.clone()],
                    Feedback::LowQuality | Feedback::CustomerService => {
                        vec![support_tip.id.clone()]
                    }
                },
            })
            .collect();
        Self { reasons, offers: vec![discount, pause, setup_tip, roadmap_tip, support_tip] }
    }
}

/// The tips of the built-in playbook; their words stand with the rest of the view's copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tip {
    /// Help with setting things up.
    GuidedSetup,
    /// How to ask for what is missing.
    AskForFeature,
    /// How to reach a person.
    ReachAPerson,
}

const QUARTER: Percent = Percent::const_new::<25>();

fn offer(name: &str, kind: OfferKind) -> Offer {
    Offer { id: OfferId::from_suffix(name), kind }
}

fn reason_id(name: &str) -> ReasonId {
    ReasonId::from_suffix(name)
}

fn label(feedback: Feedback) -> &'static str {
    match feedback {
        Feedback::TooExpensive => "It’s too expensive",
        Feedback::Unused => "I don’t use it enough",
        Feedback::MissingFeatures => "Some features I need are missing",
        Feedback::SwitchedService => "I’m switching to another service",
        Feedback::TooComplex => "It’s too hard to use",
        Feedback::LowQuality => "The quality isn’t what I expected",
        Feedback::CustomerService => "The customer service isn’t what I expected",
        Feedback::Other => "Something else",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_playbook_names_only_offers_it_has() {
        let playbook = Playbook::built_in();
        assert_eq!(playbook.reasons.len(), 8);
        for reason in &playbook.reasons {
            assert!(ReasonId::parse(reason.id.as_str()).is_ok());
            for id in &reason.offers {
                assert!(OfferId::parse(id.as_str()).is_ok());
                assert!(playbook.find_offer(id).is_some(), "{id}");
            }
        }
    }
}
