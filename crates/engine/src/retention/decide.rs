//! Commits a decision: the flow, its action, its receipt and its events in one transaction.

use std::time::Duration;

use domain::Timestamp;
use domain::flow::{Advance, Decision, Refusal, Taken};
use domain::ids::{BillingActionId, BrandId, CustomerId, DecisionId, EventId, SubscriptionId};
use domain::offer::assessment::budget_month;
use domain::offer::{Guard, Offer, effect};
use domain::outcome::Outcome;
use domain::playbook::PlaybookLimits;
use serde_json::{Value, json};
use tokio::sync::broadcast;

use super::open_session::OpenSession;
use super::screen::{Notice, RetentionView};
use super::visit::{Visit, Visited};
use crate::Engine;
use crate::naming;
use crate::ports::{
    AssessmentRecord, CommitDecision, CommitOutcome, Cooldown, CrashPoint, NewAction, NewEvent,
    NewReceipt, Redemption, StoreError,
};
use crate::vault::Vault;

/// Validity of a receipt's bearer while nothing is known of the paid period, in seconds.
const RECEIPT_LIFE_SECONDS: i64 = 366 * 86_400;
/// How often the database is asked about an action that another process carries out.
const POLL: Duration = Duration::from_millis(200);

impl Engine {
    /// Commits the decision in `next`. None when another tab was faster.
    pub(super) async fn decide(
        &self,
        mut visit: Visit,
        next: Advance,
        assessment: Option<AssessmentRecord>,
        now: Timestamp,
    ) -> Result<Option<RetentionView>, StoreError> {
        // Whose subscription it is cannot be said any more: it has ended meanwhile.
        let Some(commit) = self.decision(&visit, next, assessment, now) else {
            return self.page(&visit, None).await.map(Some);
        };
        let action_id = commit.action.as_ref().map(|action| action.id.clone());
        let settled = self.settled.subscribe();
        self.probe.reach(CrashPoint::BeforeCommit);
        match self.store.commit_decision(&commit).await? {
            CommitOutcome::Stale => return Ok(None),
            CommitOutcome::AlreadyDecided(standing) => {
                visit.binding = Some(*standing);
                return self.page(&visit, None).await.map(Some);
            }
            CommitOutcome::LimitReached(because) => {
                let refusal = Refusal::NoLongerEligible(because);
                return self.page(&visit, Some(Notice::Refused(refusal))).await.map(Some);
            }
            CommitOutcome::Committed => {}
        }
        self.probe.reach(CrashPoint::AfterCommit);
        metrics::counter!("retention_decisions_total", "outcome" => commit.outcome.as_str())
            .increment(1);
        self.work.notify_one();
        if let Some(id) = action_id {
            self.wait_until_settled(&visit.record.brand_id, &id, settled).await?;
        }
        self.show_result(visit).await.map(Some)
    }

    /// Reads everything again after a decision and shows it.
    pub(super) async fn show_result(&self, visit: Visit) -> Result<RetentionView, StoreError> {
        match self.visit(visit.session.clone()).await? {
            Visited::Open(visit) => self.page(&visit, None).await,
            Visited::NothingToCancel(_) | Visited::ProviderDown(_) => self.page(&visit, None).await,
        }
    }

    fn decision(
        &self,
        visit: &Visit,
        next: Advance,
        assessment: Option<AssessmentRecord>,
        now: Timestamp,
    ) -> Option<CommitDecision> {
        let subscription_id = next.flow.subscription_id.clone()?;
        let customer_id = owner_of(visit, &subscription_id)?;
        let decision = next.flow.decision()?.clone();
        let id = DecisionId::from_suffix(&naming::id_suffix(now, self.rng.as_ref()));
        let (outcome, offer_id) = match &decision {
            Decision::Canceled => (Outcome::Canceled, None),
            Decision::Retained { taken } => {
                (Outcome::Retained, taken.as_ref().map(|taken| taken.offer.id.clone()))
            }
        };
        let receipt = (outcome == Outcome::Canceled).then(|| NewReceipt {
            bearer_hash: Vault::receipt_hash(&self.vault.receipt_bearer(&id)),
            valid_until: receipt_end(visit, now),
        });
        let reference = naming::reference(self.rng.as_ref());
        Some(CommitDecision {
            events: self.decision_events(&visit.session, &next, &decision, &reference, now),
            redemption: decision.taken().map(|taken| redemption(visit, taken, now)),
            assessment,
            action: next.change.map(|change| NewAction {
                guard: decision.taken().map(|taken| guard(visit, taken)),
                follow_up: next.follow_up,
                ..self.new_action(change, now)
            }),
            brand_id: visit.record.brand_id.clone(),
            mode: visit.record.mode,
            session_uid: visit.record.session_uid.clone(),
            expected_version: visit.record.version,
            flow: next.flow,
            decided_at: now,
            id,
            subscription_id,
            customer_id,
            outcome,
            offer_id,
            reference,
            receipt,
        })
    }

    /// An action that is due at once.
    pub(super) fn new_action(
        &self,
        change: domain::billing_action::SubscriptionChange,
        now: Timestamp,
    ) -> NewAction {
        let suffix = naming::id_suffix(now, self.rng.as_ref());
        NewAction {
            id: BillingActionId::from_suffix(&suffix),
            change,
            guard: None,
            follow_up: None,
            due_at: now,
        }
    }

    fn decision_events(
        &self,
        session: &OpenSession,
        next: &Advance,
        decision: &Decision,
        reference: &str,
        now: Timestamp,
    ) -> Vec<NewEvent> {
        let answer = next.flow.answer.as_ref();
        let base = json!({
            "subscription_id": next.flow.subscription_id,
            "reference": reference,
            "reason": answer.and_then(|answer| answer.reason_id.as_ref()).map(|id| json!({
                "id": id, "feedback": answer.and_then(|answer| answer.feedback),
            })),
        });
        match decision {
            Decision::Canceled => {
                vec![self.event(session, "retention.session.canceled", now, Some(base))]
            }
            Decision::Retained { taken } => {
                let mut events = Vec::new();
                let mut details = base;
                if let Some(taken) = taken {
                    let offer = &taken.offer;
                    details["offer"] = json!({"id": offer.id, "kind": offer.effect.as_str()});
                    let accepted = Some(details.clone());
                    events.push(self.event(
                        session,
                        "retention.session.offer_accepted",
                        now,
                        accepted,
                    ));
                }
                events.push(self.event(session, "retention.session.retained", now, Some(details)));
                events
            }
        }
    }

    /// An event of a session. Carries ids only, never e-mail or free text.
    pub(super) fn event(
        &self,
        session: &OpenSession,
        kind: &str,
        now: Timestamp,
        details: Option<Value>,
    ) -> NewEvent {
        let mut payload = details.unwrap_or_else(|| json!({}));
        payload["session_id"] = json!(session.claims.uid);
        payload["livemode"] = json!(session.claims.mode.is_live());
        NewEvent {
            id: EventId::from_suffix(&naming::id_suffix(now, self.rng.as_ref())),
            kind: kind.to_owned(),
            payload: payload.to_string(),
            occurred_at: now,
        }
    }

    /// Waits a few seconds at most until the action is confirmed or rejected, wherever the
    /// worker runs.
    pub(super) async fn wait_until_settled(
        &self,
        brand_id: &BrandId,
        id: &BillingActionId,
        mut settled: broadcast::Receiver<BillingActionId>,
    ) -> Result<(), StoreError> {
        let deadline = tokio::time::Instant::now() + self.options.confirm_wait;
        while tokio::time::Instant::now() < deadline {
            let action = self.store.find_action(brand_id, id).await?;
            if action.is_none_or(|action| !action.status.is_open()) {
                break;
            }
            let wake = (tokio::time::Instant::now() + POLL).min(deadline);
            tokio::select! {
                () = tokio::time::sleep_until(wake) => {}
                () = heard(&mut settled, id) => {}
            }
        }
        Ok(())
    }
}

/// What taking an offer uses up of the brand's limits.
fn redemption(visit: &Visit, taken: &Taken, now: Timestamp) -> Redemption {
    let offer = &taken.offer;
    let limits = &visit.pinned.playbook().limits;
    let cost = visit
        .subscription()
        .and_then(|subscription| effect::worst_cost(offer, subscription))
        .filter(|cost| cost.minor > 0);
    let budget = |amounts: &domain::playbook::Amounts| {
        cost.and_then(|cost| amounts.get(cost.currency)).map(|budget| budget.minor)
    };
    Redemption {
        offer_id: offer.id.clone(),
        kind: offer.effect.as_str().to_owned(),
        cost,
        month: budget_month(now),
        max_total: offer.limits.total,
        offer_budget_minor: budget(&offer.limits.budget_per_month),
        all_budget_minor: budget(&limits.budget_per_month),
        max_per_customer: offer.limits.per_customer,
        max_per_subscription: offer.limits.per_subscription,
        max_of_customer: limits.per_customer,
        cooldowns: cooldowns(offer, limits),
    }
}

/// What an assessment holds against an offer for a time, in its order.
fn cooldowns(offer: &Offer, limits: &PlaybookLimits) -> Vec<Cooldown> {
    let kind = offer.effect.as_str();
    let all = [
        (Some(kind), offer.limits.cooldown_days),
        (Some(kind), limits.cooldown_days.get(kind).copied()),
        (None, limits.cooldown_days.get("any").copied()),
    ];
    let set = all.into_iter().filter_map(|(kind, days)| Some((kind, days?)));
    set.map(|(kind, days)| Cooldown { kind: kind.map(str::to_owned), days }).collect()
}

/// What the worker holds against the subscription before it writes.
fn guard(visit: &Visit, taken: &Taken) -> Guard {
    Guard {
        offer: taken.offer.clone(),
        stacking: visit.pinned.playbook().limits.stacking,
        quote: taken.quote.clone(),
        period_end: visit.subscription().and_then(|subscription| subscription.current_period_end()),
    }
}

/// A receipt is good until the paid period ends; the confirmation moves it on if that is later.
fn receipt_end(visit: &Visit, now: Timestamp) -> Timestamp {
    let period_end =
        visit.subscription().and_then(|subscription| subscription.current_period_end());
    period_end.filter(|end| *end > now).unwrap_or_else(|| {
        Timestamp::from_second(now.as_second() + RECEIPT_LIFE_SECONDS).unwrap_or(Timestamp::MAX)
    })
}

/// Ends when this process settled the action, or when too much was missed to know.
async fn heard(settled: &mut broadcast::Receiver<BillingActionId>, id: &BillingActionId) {
    loop {
        match settled.recv().await {
            Ok(other) if other != *id => {}
            Ok(_) | Err(broadcast::error::RecvError::Lagged(_)) => return,
            Err(broadcast::error::RecvError::Closed) => std::future::pending::<()>().await,
        }
    }
}

/// The customer a subscription belongs to; while nothing could be read, the one customer the
/// session names.
pub(super) fn owner_of(visit: &Visit, id: &SubscriptionId) -> Option<CustomerId> {
    match super::visit::find_subscription(&visit.snapshots, id) {
        Some(subscription) => Some(subscription.customer_id.clone()),
        None => visit.session.named_subscription().map(|(customer_id, _)| customer_id),
    }
}
