//! State of one flow.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::ids::{BillingActionId, OfferId, ReasonId, SubscriptionId};
use crate::offer::{Offer, OfferKind, choice::Refused};
use crate::playbook::Feedback;

/// What the customer answered to the survey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The reason, none when the survey was skipped.
    pub reason_id: Option<ReasonId>,
    /// What is written to the provider for that reason.
    pub feedback: Option<Feedback>,
    /// Own words.
    pub comment: Option<String>,
}

/// An offer actually shown. The offer is kept as it was shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presentation {
    /// As it was shown.
    pub offer: Offer,
    /// The reason it answered.
    pub reason_id: Option<ReasonId>,
    /// Set when the customer went on without it.
    pub is_declined: bool,
}

/// A terminal decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "decision", rename_all = "snake_case")]
pub enum Decision {
    /// The subscription is to end.
    Canceled,
    /// The customer stays.
    Retained {
        /// The offer that was taken, if one was.
        offer: Option<Offer>,
        /// When a pause that was taken ends.
        resumes_at: Option<Timestamp>,
    },
}

impl Decision {
    /// Kind of the offer that was taken.
    #[must_use]
    pub fn accepted_kind(&self) -> Option<&OfferKind> {
        match self {
            Self::Retained { offer: Some(offer), .. } => Some(&offer.kind),
            _ => None,
        }
    }
}

/// The screen the customer is on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Step {
    /// Which subscription.
    Choose,
    /// Why.
    Reason,
    /// One offer.
    Offer {
        /// Id of the offer shown; its content is the last presentation.
        offer_id: OfferId,
    },
    /// What ends and when.
    Confirm,
    /// Decided.
    Done {
        /// How.
        #[serde(flatten)]
        decision: Decision,
    },
    /// The subscription was already ending, and the customer took that back.
    Undone {
        /// The action that does it.
        action_id: BillingActionId,
    },
}

impl Step {
    /// The word in pages, events and the database.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Choose => "choose",
            Self::Reason => "reason",
            Self::Offer { .. } => "offer",
            Self::Confirm => "confirm",
            Self::Done { .. } => "done",
            Self::Undone { .. } => "undone",
        }
    }
}

/// One customer's way through the screens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flow {
    /// The subscription; none until it is chosen.
    pub subscription_id: Option<SubscriptionId>,
    /// The last answer to the survey.
    pub answer: Option<Answer>,
    /// Offers shown so far, in order.
    pub presentations: Vec<Presentation>,
    /// Offers passed over, with the reason.
    pub refused: Vec<Refused>,
    /// Where the customer is.
    #[serde(flatten)]
    pub step: Step,
}

impl Flow {
    /// A flow for one subscription, or for the choice among several.
    #[must_use]
    pub fn start(subscription_id: Option<SubscriptionId>) -> Self {
        let step = if subscription_id.is_some() { Step::Reason } else { Step::Choose };
        Self { subscription_id, answer: None, presentations: Vec::new(), refused: Vec::new(), step }
    }

    /// The decision, once there is one.
    #[must_use]
    pub fn decision(&self) -> Option<&Decision> {
        match &self.step {
            Step::Done { decision } => Some(decision),
            _ => None,
        }
    }

    /// Takes a decision back that could not be carried out: the customer is asked again, with
    /// the screens they know. The offer that failed is not shown again.
    #[must_use]
    pub fn reopened(mut self) -> Self {
        if let Step::Done { .. } = self.step {
            self.step = if self.subscription_id.is_some() { Step::Confirm } else { Step::Choose };
            for presentation in &mut self.presentations {
                presentation.is_declined = true;
            }
        }
        self
    }
}
