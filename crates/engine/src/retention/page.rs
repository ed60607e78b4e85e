//! From a visit to the screen it is on.

use std::sync::Arc;

use domain::billing_action::SubscriptionChange;
use domain::flow::{Step, may_present};
use domain::ids::OfferId;
use domain::outcome::Outcome;
use domain::playbook::SurveyStage;

use super::open_session::OpenSession;
use super::screen::{Notice, OfferCard, RetentionView, Screen};
use super::visit::{Visit, cancelable, find_subscription};
use crate::Engine;
use crate::playbooks::PinnedPlaybook;
use crate::ports::{DecisionRecord, DecisionState, StoreError};

impl Engine {
    /// The page for a visit.
    pub(super) async fn page(
        &self,
        visit: &Visit,
        notice: Option<Notice>,
    ) -> Result<RetentionView, StoreError> {
        let notice = notice.or_else(|| failed_before(visit));
        let screen = match shown_decision(visit) {
            Some(decision) => self.decided(visit, decision),
            None => self.undecided(visit).await?,
        };
        Ok(self.view(visit.session.clone(), Arc::clone(&visit.pinned), screen, notice))
    }

    pub(super) fn view(
        &self,
        session: OpenSession,
        pinned: Arc<PinnedPlaybook>,
        screen: Screen,
        notice: Option<Notice>,
    ) -> RetentionView {
        RetentionView {
            brand: Arc::clone(&session.access.brand),
            session,
            pinned,
            policy: self.policy.clone(),
            screen,
            notice,
        }
    }

    fn decided(&self, visit: &Visit, decision: &DecisionRecord) -> Screen {
        let read = decision.action.as_ref().and_then(|action| action.after.clone());
        let known = find_subscription(&visit.snapshots, &decision.subscription_id).cloned();
        let receipt_bearer = (decision.outcome == Outcome::Canceled)
            .then(|| self.vault.receipt_bearer(&decision.id));
        Screen::Decided {
            decision: Box::new(decision.clone()),
            subscription: read.or(known),
            receipt_bearer,
            asks_survey: asks_survey(visit, decision),
        }
    }

    async fn undecided(&self, visit: &Visit) -> Result<Screen, StoreError> {
        if let Step::Undone { action_id } = &visit.record.flow.step {
            let action = self.store.find_action(&visit.record.brand_id, action_id).await?;
            let action = action
                .ok_or_else(|| StoreError::Corrupt(format!("billing_actions.id {action_id}")))?;
            let subscription = visit.subscription().cloned();
            return Ok(Screen::Undone { action: Box::new(action), subscription });
        }
        if visit.record.flow.step == Step::Choose {
            return Ok(Screen::Choose { subscriptions: cancelable(&visit.snapshots) });
        }
        let Some(subscription) = visit.subscription().cloned() else {
            // Nothing could be read: that nothing is there must not be said.
            let can_cancel = visit.session.named_subscription().is_some();
            let is_unread = visit.snapshots.is_empty();
            return Ok(if is_unread {
                Screen::ProviderDown { can_cancel }
            } else {
                Screen::NothingToCancel
            });
        };
        if subscription.ends_with_period() {
            return Ok(Screen::AlreadyEnding { subscription });
        }
        Ok(match &visit.record.flow.step {
            Step::Offer { offer_id } => match self.card(visit, offer_id) {
                Some(card) => Screen::Offer { subscription, card: Box::new(card) },
                None => Screen::Confirm { subscription },
            },
            Step::Redirected { offer_id } => match self.card(visit, offer_id) {
                Some(card) => Screen::Redirected { subscription, card: Box::new(card) },
                None => Screen::Confirm { subscription },
            },
            Step::Confirm => Screen::Confirm { subscription },
            _ => Screen::Reason { subscription, answer: visit.record.flow.answer.clone() },
        })
    }

    fn card(&self, visit: &Visit, offer_id: &OfferId) -> Option<OfferCard> {
        let flow = &visit.record.flow;
        let shown = flow.presentation(offer_id)?;
        Some(OfferCard {
            offer: shown.offer.clone(),
            quote: shown.quote.clone(),
            more_may_follow: may_present(flow, visit.pinned.playbook(), &self.policy),
        })
    }
}

/// Whether a customer who canceled here may still be asked why.
fn asks_survey(visit: &Visit, decision: &DecisionRecord) -> bool {
    decision.outcome == Outcome::Canceled
        && decision.session_uid == visit.record.session_uid
        && visit.pinned.playbook().flow.survey == SurveyStage::After
        && visit.record.flow.answer.is_none()
}

/// The decision a page shows: the session's own unless it failed, else the one that binds it.
fn shown_decision(visit: &Visit) -> Option<&DecisionRecord> {
    let own = visit.own_decision.as_ref();
    own.filter(|decision| decision.state != DecisionState::Failed).or(visit.binding.as_ref())
}

fn failed_before(visit: &Visit) -> Option<Notice> {
    let own = visit.own_decision.as_ref()?;
    let change = own.action.as_ref().map(|action| &action.change);
    let by_brand = matches!(change, Some(SubscriptionChange::Custom { .. }));
    (own.state == DecisionState::Failed).then_some(Notice::NotCarriedOut { by_brand })
}
