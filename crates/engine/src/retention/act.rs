//! One step of the customer: checked, advanced, saved, and answered with the next page.

use domain::flow::{Answer, FlowEvent, Refusal, Step, advance};
use domain::ids::{OfferId, ReasonId, SubscriptionId};
use serde_json::json;

use super::open_view::ViewError;
use super::propose::Surroundings;
use super::screen::{Notice, RetentionView, Screen};
use super::visit::{Visit, Visited};
use crate::Engine;
use crate::ports::{AssessmentRecord, NewEvent, SaveFlow, SaveOutcome, StoreError};

/// What the customer pressed, with what stood in the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Chose a subscription.
    Choose(SubscriptionId),
    /// "Continue" on the survey.
    Answer {
        /// The reason, if one was picked.
        reason_id: Option<ReasonId>,
        /// Own words.
        comment: Option<String>,
    },
    /// A finishing cancel control.
    Cancel {
        /// The subscription, on the screen that asks which.
        subscription_id: Option<SubscriptionId>,
        /// The reason, on the screen that asks why.
        reason_id: Option<ReasonId>,
        /// Own words, on the screen that asks why.
        comment: Option<String>,
    },
    /// Takes the offer.
    Accept {
        /// Which.
        offer_id: OfferId,
        /// Length of a pause.
        months: Option<u32>,
    },
    /// "Continue" past the offer.
    Decline,
    /// Keeps the subscription as it is.
    Keep,
    /// Says why, after the cancellation.
    Survey {
        /// The reason, if one was picked.
        reason_id: Option<ReasonId>,
        /// Own words.
        comment: Option<String>,
    },
    /// Takes a cancellation back.
    Undo,
    /// Asks where things stand.
    Refresh,
}

/// Why a step has no page.
pub type ActError = ViewError;

/// How often a step is tried again when another tab was faster.
const MAX_TRIES: u32 = 4;

impl Engine {
    /// Makes one step and answers with the page after it.
    ///
    /// The same step again gives the same page. A step that does not fit gives the page the
    /// session is on, with a notice.
    ///
    /// # Errors
    /// [`ActError`].
    pub async fn act(&self, token: &str, action: Action) -> Result<RetentionView, ActError> {
        let session = self.open_session(token).await?;
        for _ in 0..MAX_TRIES {
            let visit = match self.visit(session.clone()).await? {
                Visited::Open(visit) => *visit,
                Visited::NothingToCancel(session) => {
                    return Ok(self.message(session, Screen::NothingToCancel).await?);
                }
                Visited::ProviderDown(session) => {
                    match self.visit_blind(&session, &action).await? {
                        Some(visit) => visit,
                        None => return Ok(self.provider_down(session).await?),
                    }
                }
            };
            if let Some(view) = self.step(visit, &action).await? {
                return Ok(view);
            }
        }
        Err(StoreError::Overloaded("a flow was moved by others again and again".to_owned()).into())
    }

    /// None when another tab was faster and everything has to be read again.
    async fn step(
        &self,
        mut visit: Visit,
        action: &Action,
    ) -> Result<Option<RetentionView>, StoreError> {
        if *action == Action::Refresh {
            return self.page(&visit, None).await.map(Some);
        }
        if *action == Action::Undo {
            return self.undo(visit).await.map(Some);
        }
        if let Action::Survey { reason_id, comment } = action {
            let answer = answer(reason_id.as_ref(), comment.as_ref());
            return self.answer_after(visit, answer).await;
        }
        if visit.binding.is_some() || matches!(visit.record.flow.step, Step::Done { .. }) {
            return self.page(&visit, None).await.map(Some);
        }
        if needs_surroundings(action) {
            self.read_again(&mut visit).await?;
        }
        if is_ending(&visit) {
            return self.page(&visit, None).await.map(Some);
        }
        self.advance_flow(visit, action).await
    }

    async fn advance_flow(
        &self,
        mut visit: Visit,
        action: &Action,
    ) -> Result<Option<RetentionView>, StoreError> {
        let had_chosen = visit.record.flow.subscription_id.is_some();
        if let Some(refusal) = self.choose_first(&mut visit, action).await? {
            return self.page(&visit, Some(Notice::Refused(refusal))).await.map(Some);
        }
        let now = self.clock.now();
        // What was chosen has its end already. The choice is kept, or the undo on that page would
        // not know of what.
        if !had_chosen && (visit.binding.is_some() || is_ending(&visit)) {
            return self.save(visit, None, now).await;
        }
        let surroundings = if needs_surroundings(action) {
            self.surroundings(&visit).await?
        } else {
            Surroundings::default()
        };
        let Some((event, assessment)) = self.flow_event(action, &visit, &surroundings, now).await?
        else {
            return self.save(visit, None, now).await;
        };
        let reason = visit.record.flow.answer.as_ref().and_then(|answer| answer.reason_id.as_ref());
        let around = surroundings.circumstances(&visit, reason, now);
        let next = advance(&visit.record.flow, event, visit.context(self, around.as_ref(), now));
        match next {
            Err(refusal) => self.refuse(visit, refusal, assessment, now).await,
            Ok(next) if next.flow.decision().is_some() => {
                self.decide(visit, next, assessment, now).await
            }
            Ok(next) if next.flow == visit.record.flow => self.page(&visit, None).await.map(Some),
            Ok(next) => {
                visit.record.flow = next.flow;
                self.save(visit, assessment, now).await
            }
        }
    }

    /// Chooses the subscription that stands in the form, when one is still to be chosen.
    async fn choose_first(
        &self,
        visit: &mut Visit,
        action: &Action,
    ) -> Result<Option<Refusal>, StoreError> {
        let (Action::Choose(id) | Action::Cancel { subscription_id: Some(id), .. }) = action else {
            return Ok(None);
        };
        if super::visit::find_subscription(&visit.snapshots, id).is_none() {
            return Ok(Some(Refusal::OtherSubscription));
        }
        let event = FlowEvent::Chose { subscription_id: id.clone() };
        let next = advance(&visit.record.flow, event, visit.context(self, None, self.clock.now()));
        match next {
            Err(refusal) => Ok(Some(refusal)),
            Ok(next) => {
                visit.record.flow = next.flow;
                self.read_decisions(visit).await?;
                Ok(None)
            }
        }
    }

    /// The page the session is on, with a notice. What was found out about an offer on the way is
    /// kept as evidence.
    async fn refuse(
        &self,
        visit: Visit,
        refusal: Refusal,
        assessment: Option<AssessmentRecord>,
        now: domain::Timestamp,
    ) -> Result<Option<RetentionView>, StoreError> {
        if let (Refusal::NoLongerEligible(_), Some(assessment)) = (&refusal, assessment) {
            let save = SaveFlow {
                brand_id: visit.record.brand_id.clone(),
                session_uid: visit.record.session_uid.clone(),
                expected_version: visit.record.version,
                flow: visit.record.flow.clone(),
                assessment: Some(assessment),
                updated_at: now,
                events: Vec::new(),
            };
            if self.store.save_flow(&save).await? == SaveOutcome::Stale {
                return Ok(None);
            }
        }
        self.page(&visit, Some(Notice::Refused(refusal))).await.map(Some)
    }

    async fn save(
        &self,
        mut visit: Visit,
        assessment: Option<AssessmentRecord>,
        now: domain::Timestamp,
    ) -> Result<Option<RetentionView>, StoreError> {
        let saved = self
            .store
            .save_flow(&SaveFlow {
                brand_id: visit.record.brand_id.clone(),
                session_uid: visit.record.session_uid.clone(),
                expected_version: visit.record.version,
                flow: visit.record.flow.clone(),
                assessment,
                updated_at: now,
                events: self.step_events(&visit, now),
            })
            .await?;
        if saved == SaveOutcome::Stale {
            return Ok(None);
        }
        visit.record.version += 1;
        self.page(&visit, None).await.map(Some)
    }

    fn step_events(&self, visit: &Visit, now: domain::Timestamp) -> Vec<NewEvent> {
        let flow = &visit.record.flow;
        let (offer_id, kind) = match &flow.step {
            Step::Offer { offer_id } => (offer_id, "retention.session.offer_shown"),
            Step::Redirected { offer_id } => (offer_id, "retention.session.redirected"),
            _ => return Vec::new(),
        };
        let Some(shown) = flow.presentation(offer_id) else { return Vec::new() };
        let details = json!({
            "subscription_id": flow.subscription_id,
            "offer": {"id": shown.offer.id, "kind": shown.offer.effect.as_str()},
            "reason_id": shown.reason_id,
        });
        vec![self.event(&visit.session, kind, now, Some(details))]
    }

    /// The event of a step, with what was found out about offers on the way; none for the choice
    /// of a subscription, which is already made.
    async fn flow_event(
        &self,
        action: &Action,
        visit: &Visit,
        surroundings: &Surroundings,
        now: domain::Timestamp,
    ) -> Result<Option<(FlowEvent, Option<AssessmentRecord>)>, StoreError> {
        let flow = &visit.record.flow;
        let given = flow.answer.as_ref().and_then(|answer| answer.reason_id.as_ref());
        Ok(match action {
            Action::Answer { reason_id, comment } => {
                let around = surroundings.circumstances(visit, reason_id.as_ref(), now);
                let (proposal, found) = match around {
                    Some(around) => {
                        let (proposal, found) =
                            self.propose(visit, &around, &flow.declined()).await?;
                        (proposal, Some(found))
                    }
                    None => (None, None),
                };
                let answer = answer(reason_id.as_ref(), comment.as_ref());
                Some((FlowEvent::Answered { answer, proposal }, found))
            }
            Action::Decline => {
                let mut declined = flow.declined();
                if let Step::Offer { offer_id } | Step::Redirected { offer_id } = &flow.step {
                    declined.push(offer_id.clone());
                }
                let around = surroundings.circumstances(visit, given, now);
                let (proposal, found) = match around {
                    Some(around) => {
                        let (proposal, found) = self.propose(visit, &around, &declined).await?;
                        (proposal, Some(found))
                    }
                    None => (None, None),
                };
                Some((FlowEvent::Declined { proposal }, found))
            }
            Action::Cancel { reason_id, comment, .. } => {
                let said = reason_id.is_some() || comment.is_some();
                let on_survey = flow.step == Step::Reason;
                let answer =
                    (said && on_survey).then(|| answer(reason_id.as_ref(), comment.as_ref()));
                Some((FlowEvent::Canceled { answer }, None))
            }
            Action::Accept { offer_id, months } => {
                let around = surroundings.circumstances(visit, given, now);
                let found = around.map(|around| self.reassess(visit, &around, offer_id));
                let because = found
                    .as_ref()
                    .and_then(|found| found.offers.first())
                    .map(|assessed| assessed.because.clone())
                    .unwrap_or_default();
                let offer_id = offer_id.clone();
                Some((FlowEvent::Accepted { offer_id, months: *months, because }, found))
            }
            Action::Keep => Some((FlowEvent::Kept, None)),
            Action::Choose(_) | Action::Undo | Action::Refresh | Action::Survey { .. } => None,
        })
    }
}

/// Whether the step looks at offers.
fn needs_surroundings(action: &Action) -> bool {
    matches!(action, Action::Answer { .. } | Action::Accept { .. } | Action::Decline)
}

fn is_ending(visit: &Visit) -> bool {
    visit.subscription().is_some_and(domain::subscription::Subscription::ends_with_period)
}

fn answer(reason_id: Option<&ReasonId>, comment: Option<&String>) -> Answer {
    Answer {
        reason_id: reason_id.cloned(),
        feedback: None,
        feedback_option: None,
        comment: comment.cloned(),
    }
}
