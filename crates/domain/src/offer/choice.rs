//! Which offer to show: the first eligible one in the playbook's order.

use serde::{Deserialize, Serialize};

use super::{Ineligible, Offer, check};
use crate::ids::{OfferId, ReasonId};
use crate::playbook::Playbook;
use crate::policy::Policy;
use crate::subscription::Subscription;

/// Why one offer was not shown, kept with the session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    /// The offer.
    pub offer_id: OfferId,
    /// Why not.
    pub because: Ineligible,
}

/// The offer to show, if any, and those passed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The offer to show.
    pub offer: Option<Offer>,
    /// Offers of the reason that come before it and are not eligible.
    pub refused: Vec<Refused>,
}

/// Chooses the offer that answers `reason`.
#[must_use]
pub fn choose(
    playbook: &Playbook,
    policy: &Policy,
    reason: Option<&ReasonId>,
    subscription: &Subscription,
    accepted: &[OfferId],
) -> Choice {
    let mut refused = Vec::new();
    let listed = reason.and_then(|id| playbook.find_reason(id)).map(|r| r.offers.as_slice());
    if policy.max_offers_before_decision == 0 {
        return Choice { offer: None, refused };
    }
    for offer in listed.unwrap_or_default().iter().filter_map(|id| playbook.find_offer(id)) {
        match check(offer, subscription, accepted) {
            Ok(()) => return Choice { offer: Some(offer.clone()), refused },
            Err(because) => refused.push(Refused { offer_id: offer.id.clone(), because }),
        }
    }
    Choice { offer: None, refused }
}
