//! Before an offer is written: is it still eligible, and does it still cost what was shown?

use std::collections::BTreeMap;

use domain::billing_action::SubscriptionChange;
use domain::brand::PauseMode;
use domain::offer::{
    Assessment, Circumstances, Guard, History, Ineligible, Timing, Usage, Verdict, shape,
};
use domain::session::Attributes;
use domain::subscription::{InvoicePreview, Price, Subscription};

use super::carry_out::{Found, unclear};
use crate::Engine;
use crate::ports::{AssessedWhen, AssessmentRecord, BillingAccount, BillingError, ClaimedAction};

impl Engine {
    /// Checks an offer a last time, with the subscription as read just before the write. Answers
    /// what was found, or why nothing is written now.
    pub(super) async fn check_guard(
        &self,
        account: &BillingAccount,
        action: &ClaimedAction,
        before: &Subscription,
    ) -> Result<Option<AssessmentRecord>, Box<Found>> {
        let Some(guard) = &action.guard else { return Ok(None) };
        let mut because = self.refusals(account, action, guard, before).await;
        if because.is_empty() && guard.quote.next_invoice.is_some() {
            match self.billing.preview_change(account, before, &action.change).await {
                Ok(preview) => {
                    let next = preview.next_invoice.as_ref();
                    let is_broken = next.is_some_and(|next| guard.is_broken_by(next))
                        || guard.is_broken_now_by(preview.charged_now);
                    because.extend(is_broken.then_some(Ineligible::CostsMoreThanShown));
                }
                Err(BillingError::Rejected { code, .. }) => {
                    because.push(Ineligible::Refused { code });
                }
                Err(error) => return Err(Box::new(unclear(action, error))),
            }
        }
        self.verdict(guard, because)
    }

    /// Checks an offer that is as desired before anything was sent: somebody else made the change.
    /// The customer was told what it costs all the same.
    pub(super) async fn check_reached(
        &self,
        account: &BillingAccount,
        action: &ClaimedAction,
        before: &Subscription,
    ) -> Result<Option<AssessmentRecord>, Box<Found>> {
        let Some(guard) = &action.guard else { return Ok(None) };
        let next = match self.billing.preview_next_invoice(account, &before.id).await {
            Ok(next) => next,
            Err(error) => return Err(Box::new(unclear(action, error))),
        };
        let is_broken = next.is_some_and(|next| guard.is_broken_by(&next));
        self.verdict(
            guard,
            is_broken.then_some(Ineligible::CostsMoreThanShown).into_iter().collect(),
        )
    }

    /// The record of what was found; with it, why nothing is written.
    fn verdict(
        &self,
        guard: &Guard,
        because: Vec<Ineligible>,
    ) -> Result<Option<AssessmentRecord>, Box<Found>> {
        let verdict = if because.is_empty() { Verdict::Eligible } else { Verdict::Refused };
        let note = because.first().map(ToString::to_string);
        let assessment = AssessmentRecord {
            when: AssessedWhen::Write,
            assessed_at: self.clock.now(),
            reason_id: None,
            offers: vec![Assessment { offer_id: guard.offer.id.clone(), verdict, because }],
        };
        match note {
            None => Ok(Some(assessment)),
            Some(note) => {
                Err(Box::new(Found { assessment: Some(assessment), ..Found::rejected(note) }))
            }
        }
    }

    async fn refusals(
        &self,
        account: &BillingAccount,
        action: &ClaimedAction,
        guard: &Guard,
        before: &Subscription,
    ) -> Vec<Ineligible> {
        let mut prices: BTreeMap<String, Price> = BTreeMap::new();
        if let Some(id) = guard.offer.effect.target_price() {
            let price = self.mirror.price(&action.brand_id, action.mode, account, id).await;
            prices.extend(price.map(|price| (id.to_owned(), price)));
        }
        let around = Circumstances {
            customer: None,
            subscription: before,
            history: &History::default(),
            usage: &Usage::default(),
            prices: &prices,
            attributes: &Attributes::new(),
            reason: None,
            locale: "",
            pause_mode: pause_mode(action),
            mode: action.mode,
            now: self.clock.now(),
        };
        let mut because = shape::refusals(&guard.offer, &around, guard.stacking);
        if guard.is_overtaken(&action.change, before.current_period_end(), self.clock.now()) {
            because.push(Ineligible::TermsChanged);
        }
        if may_be_half_made(&action.change, before) {
            because.retain(|reason| *reason != Ineligible::Scheduled);
        }
        because
    }

    /// After the change: a next invoice above what was shown is an alarm.
    pub(super) fn note_promise(
        &self,
        action: &ClaimedAction,
        found: &Found,
        next: Option<&InvoicePreview>,
    ) {
        let (Some(guard), Some(next), Some(_)) = (&action.guard, next, &found.after) else {
            return;
        };
        if guard.is_broken_by(next) {
            metrics::counter!("offer_promises_broken_total").increment(1);
            tracing::error!(
                id = %action.id,
                offer = %guard.offer.id,
                "the next invoice is higher than the offer's card said"
            );
        }
    }
}

/// A schedule that plans nothing may be this change's own, left by an attempt that was cut off.
fn may_be_half_made(change: &SubscriptionChange, before: &Subscription) -> bool {
    let is_at_renewal =
        matches!(change, SubscriptionChange::ChangeItem(item) if item.timing == Timing::Renewal);
    is_at_renewal && before.schedule.as_ref().is_some_and(|held| held.next_items.is_empty())
}

/// How the decision pauses is part of its change.
fn pause_mode(action: &ClaimedAction) -> PauseMode {
    match action.change {
        SubscriptionChange::PauseSubscription { .. } => PauseMode::Subscription,
        _ => PauseMode::Collection,
    }
}
