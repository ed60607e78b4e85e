//! State of one flow.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::advance::{Refusal, checked};
use crate::ids::{BillingActionId, OfferId, ReasonId, SubscriptionId};
use crate::offer::{Offer, OfferKind, Quote};
use crate::playbook::{Feedback, Playbook, SurveyStage};

/// What the customer answered to the survey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The reason, none when the survey was skipped.
    pub reason_id: Option<ReasonId>,
    /// What is written to the provider for that reason.
    pub feedback: Option<Feedback>,
    /// Id of the account's own feedback option for that reason.
    #[serde(default)]
    pub feedback_option: Option<String>,
    /// Own words.
    pub comment: Option<String>,
}

/// An offer actually shown. The offer is kept as it was shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Presentation {
    /// As it was shown.
    pub offer: Offer,
    /// What its card promised.
    pub quote: Quote,
    /// The reason it answered.
    pub reason_id: Option<ReasonId>,
    /// Set when the customer went on without it.
    pub is_declined: bool,
}

/// A terminal decision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "decision", rename_all = "snake_case")]
pub enum Decision {
    /// The subscription is to end.
    Canceled,
    /// The customer stays.
    Retained {
        /// The offer that was taken, if one was, with what its card promised.
        taken: Option<Box<Taken>>,
    },
}

/// An offer that was taken.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Taken {
    /// As it was shown.
    pub offer: Offer,
    /// What its card promised.
    pub quote: Quote,
    /// Length of a pause that was picked.
    pub months: Option<u32>,
    /// Until when nothing is charged, for a pause.
    pub until: Option<Timestamp>,
}

impl Decision {
    /// The offer that was taken.
    #[must_use]
    pub fn taken(&self) -> Option<&Taken> {
        match self {
            Self::Retained { taken } => taken.as_deref(),
            Self::Canceled => None,
        }
    }

    /// Kind of the offer that was taken.
    #[must_use]
    pub fn accepted_kind(&self) -> Option<&OfferKind> {
        self.taken().map(|taken| &taken.offer.effect)
    }
}

/// The screen the customer is on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
    /// The way to a person that an offer opened; nothing has changed.
    Redirected {
        /// Id of the offer.
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
            Self::Redirected { .. } => "redirected",
            Self::Confirm => "confirm",
            Self::Done { .. } => "done",
            Self::Undone { .. } => "undone",
        }
    }
}

/// One customer's way through the screens.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Flow {
    /// The subscription; none until it is chosen.
    pub subscription_id: Option<SubscriptionId>,
    /// The last answer to the survey.
    pub answer: Option<Answer>,
    /// Offers shown so far, in order.
    pub presentations: Vec<Presentation>,
    /// Whether the customer went to talk to a person.
    #[serde(default)]
    pub is_redirected: bool,
    /// Where the customer is.
    #[serde(flatten)]
    pub step: Step,
}

impl Flow {
    /// A flow for one subscription, or for the choice among several. Without a survey before the
    /// decision, it begins where the cancellation is confirmed.
    #[must_use]
    pub fn start(subscription_id: Option<SubscriptionId>, survey: SurveyStage) -> Self {
        let step = match (&subscription_id, survey) {
            (None, _) => Step::Choose,
            (Some(_), SurveyStage::Before) => Step::Reason,
            (Some(_), SurveyStage::After | SurveyStage::Off) => Step::Confirm,
        };
        Self {
            subscription_id,
            answer: None,
            presentations: Vec::new(),
            is_redirected: false,
            step,
        }
    }

    /// Offers the customer went on without in this attempt.
    #[must_use]
    pub fn declined(&self) -> Vec<OfferId> {
        let declined = self.presentations.iter().filter(|shown| shown.is_declined);
        declined.map(|shown| shown.offer.id.clone()).collect()
    }

    /// An offer that was shown in this attempt.
    #[must_use]
    pub fn presentation(&self, offer_id: &OfferId) -> Option<&Presentation> {
        self.presentations.iter().find(|shown| shown.offer.id == *offer_id)
    }

    /// The decision, once there is one.
    #[must_use]
    pub fn decision(&self) -> Option<&Decision> {
        match &self.step {
            Step::Done { decision } => Some(decision),
            _ => None,
        }
    }

    /// Adds the answer of a customer who was asked after the cancellation.
    ///
    /// # Errors
    /// [`Refusal`] when the answer does not fit; nothing has changed.
    pub fn annotate(&mut self, answer: Answer, playbook: &Playbook) -> Result<(), Refusal> {
        self.answer = Some(checked(answer, playbook)?);
        Ok(())
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
