//! From a visit to the screen it is on.

use std::sync::Arc;

use domain::Timestamp;
use domain::flow::{Step, resume_date};
use domain::ids::OfferId;
use domain::offer::{Offer, OfferKind};
use domain::outcome::Outcome;
use domain::subscription::Subscription;
use jiff::ToSpan;

use super::open_session::OpenSession;
use super::screen::{Notice, OfferCard, PauseOption, RetentionView, Screen};
use super::visit::{Visit, cancelable, find_subscription};
use crate::Engine;
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
        Ok(self.view(visit.session.clone(), screen, notice))
    }

    pub(super) fn view(
        &self,
        session: OpenSession,
        screen: Screen,
        notice: Option<Notice>,
    ) -> RetentionView {
        RetentionView {
            brand: Arc::clone(&session.access.brand),
            session,
            playbook: self.playbook.clone(),
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
        if subscription.is_ending() {
            return Ok(Screen::AlreadyEnding { subscription });
        }
        Ok(match &visit.record.flow.step {
            Step::Offer { offer_id } => match self.card(visit, &subscription, offer_id) {
                Some(card) => Screen::Offer { subscription, card: Box::new(card) },
                None => Screen::Confirm { subscription },
            },
            Step::Confirm => Screen::Confirm { subscription },
            _ => Screen::Reason { subscription, answer: visit.record.flow.answer.clone() },
        })
    }

    fn card(
        &self,
        visit: &Visit,
        subscription: &Subscription,
        offer_id: &OfferId,
    ) -> Option<OfferCard> {
        let shown = visit.record.flow.presentations.iter().find(|p| p.offer.id == *offer_id)?;
        Some(offer_card(&shown.offer, subscription, self.clock.now()))
    }
}

/// Reads what an offer means for a subscription.
fn offer_card(offer: &Offer, subscription: &Subscription, now: Timestamp) -> OfferCard {
    let price_now = subscription.recurring_amount();
    let mut card = OfferCard {
        offer: offer.clone(),
        price_now,
        price_after: None,
        starts_at: subscription.current_period_end(),
        ends_at: None,
        pause_options: Vec::new(),
    };
    match &offer.kind {
        OfferKind::Discount { percent, months } => {
            card.price_after = price_now.map(|price| price.after_percent_off(*percent));
            let ends = now
                .to_zoned_datetime(jiff::tz::TimeZone::UTC)
                .checked_add(i64::from(*months).months());
            card.ends_at = ends.ok().map(|at| at.timestamp());
        }
        OfferKind::Pause { min_months, max_months } => {
            card.pause_options = (*min_months..=*max_months)
                .filter_map(|months| {
                    let resumes_at = resume_date(subscription, months, now)?;
                    Some(PauseOption { months, resumes_at })
                })
                .collect();
        }
        OfferKind::Content { .. } => {}
    }
    card
}

/// The decision a page shows: the session's own unless it failed, else the one that binds it.
fn shown_decision(visit: &Visit) -> Option<&DecisionRecord> {
    let own = visit.own_decision.as_ref();
    own.filter(|decision| decision.state != DecisionState::Failed).or(visit.binding.as_ref())
}

fn failed_before(visit: &Visit) -> Option<Notice> {
    let own = visit.own_decision.as_ref()?;
    (own.state == DecisionState::Failed).then_some(Notice::NotCarriedOut)
}
