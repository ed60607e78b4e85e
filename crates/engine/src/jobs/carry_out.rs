//! Brings the provider to a desired state: claim, read, change, record.

use domain::Timestamp;
use domain::billing_action::{ActionStatus, Reading, SubscriptionChange};
use domain::ids::{EventId, PlannedChangeId};
use domain::subscription::{InvoicePreview, Subscription};
use jiff::ToSpan;
use serde_json::json;

use crate::Engine;
use crate::mirror::Scope;
use crate::naming;
use crate::ports::{
    ActionSettlement, AssessmentRecord, BillingAccount, BillingError, ChangeRequest, ClaimedAction,
    CrashPoint, NewEvent, StoreError,
};

/// How long a worker may hold an action before another may take it over, in seconds. Longer
/// than the provider's time limit with its one quick repeat.
const LEASE_SECONDS: i64 = 45;
/// Actions a worker has in hand at once. Each is about three requests one after the other, and
/// the provider allows some tens a second.
pub(super) const MAX_IN_HAND: u32 = 16;
/// First and longest wait before an action without a clear answer is tried again, in seconds.
const RETRY_SECONDS: (i64, i64) = (1, 300);
/// Wait before an action is tried again while the provider refuses our key, in seconds.
const BLOCKED_SECONDS: i64 = 60;

/// What a run found to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ran {
    /// Actions that were taken.
    pub claimed: usize,
    /// Actions that are confirmed or rejected now.
    pub settled: usize,
}

/// What one attempt found out.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) status: ActionStatus,
    pub(super) note: Option<String>,
    /// A sentence for the customer.
    pub(super) message: Option<String>,
    pub(super) wait_ms: Option<u64>,
    pub(super) before: Option<Subscription>,
    pub(super) after: Option<Subscription>,
    pub(super) assessment: Option<AssessmentRecord>,
}

impl Found {
    pub(super) fn open(status: ActionStatus, note: String, wait_ms: Option<u64>) -> Self {
        Self {
            status,
            note: Some(note),
            message: None,
            wait_ms,
            before: None,
            after: None,
            assessment: None,
        }
    }

    pub(super) fn confirmed(after: Subscription) -> Self {
        Self {
            note: None,
            after: Some(after),
            ..Self::open(ActionStatus::Confirmed, String::new(), None)
        }
    }

    pub(super) fn rejected(note: String) -> Self {
        Self::open(ActionStatus::Rejected, note, None)
    }
}

impl Engine {
    /// Takes the actions that are due and tries each once.
    ///
    /// # Errors
    /// [`StoreError`] when actions cannot be taken or recorded; they stay and are taken again
    /// after their lease.
    pub async fn run_due_actions(&self, owner: &str) -> Result<Ran, StoreError> {
        self.queue_planned_changes().await?;
        let claimed = self.claim(owner, MAX_IN_HAND).await?;
        let mut ran = Ran { claimed: claimed.len(), settled: 0 };
        let runs = claimed.iter().map(|action| self.run_action(action));
        for settled in futures_util::future::join_all(runs).await {
            ran.settled += usize::from(settled?);
        }
        Ok(ran)
    }

    /// Takes up to `limit` due actions.
    pub(super) async fn claim(
        &self,
        owner: &str,
        limit: u32,
    ) -> Result<Vec<ClaimedAction>, StoreError> {
        let now = self.clock.now();
        let lease_until = now.checked_add(LEASE_SECONDS.seconds()).unwrap_or(Timestamp::MAX);
        self.store.claim_actions(owner, now, lease_until, limit).await
    }

    /// Answers whether the action is settled now.
    pub(super) async fn run_action(&self, action: &ClaimedAction) -> Result<bool, StoreError> {
        self.probe.reach(CrashPoint::AfterClaim);
        let account = self.directory.account(&action.brand_id, action.mode).await?;
        let found = match &account {
            Some(account) => self.attempt(account, action).await,
            None => Found::open(ActionStatus::Blocked, "no billing account".to_owned(), None),
        };
        let next_invoice = match (&account, &found.after) {
            (Some(account), Some(after)) if !after.is_ending() && after.is_cancelable() => {
                self.read_next_invoice(account, after).await
            }
            _ => None,
        };
        self.note_promise(action, &found, next_invoice.as_ref());
        self.settle(action, account.as_ref(), found, next_invoice).await
    }

    async fn attempt(&self, account: &BillingAccount, action: &ClaimedAction) -> Found {
        let before = match self.billing.find_subscription(account, &action.subscription_id).await {
            Ok(Some(before)) => before,
            Ok(None) => return self.missing(action).await,
            Err(error) => return unclear(action, error),
        };
        if before.customer_id != action.customer_id {
            return Found::rejected("the subscription belongs to another customer".to_owned());
        }
        let is_ours = before.marker.as_ref() == Some(&action.id);
        let has_entry = match self.has_entry(account, action).await {
            Ok(has_entry) => has_entry,
            Err(error) => return unclear(action, error),
        };
        if action.change.is_reached(Reading { subscription: &before, has_entry }) {
            return self.reached(account, action, before, is_ours || has_entry).await;
        }
        let is_half_made = action.change.marks_before_effect(&before);
        if is_ours && action.change.shows_mark() && !is_half_made {
            // Sent again under the same key, the provider would only repeat its old answer.
            let reason = "it was carried out, and somebody has changed it back since".to_owned();
            return Found { before: Some(before), ..Found::rejected(reason) };
        }
        if let (SubscriptionChange::Custom { .. }, 1..) = (&action.change, action.attempts) {
            // The endpoint may have begun, and changed the subscription itself.
            return self.call_brand(account, action, before).await;
        }
        // The guard first: it says why in the words that are kept with the session.
        let assessment = match self.check_guard(account, action, &before).await {
            Ok(assessment) => assessment,
            Err(found) => return Found { before: Some(before), ..*found },
        };
        let found = match action.change.conflict(&before) {
            Some(reason) => Found { before: Some(before), ..Found::rejected(reason.to_owned()) },
            None => self.carry(account, action, before).await,
        };
        Found { assessment, ..found }
    }

    /// It is as desired: by an earlier attempt of ours, or because somebody else made it so.
    async fn reached(
        &self,
        account: &BillingAccount,
        action: &ClaimedAction,
        before: Subscription,
        is_ours: bool,
    ) -> Found {
        let mut assessment = None;
        if !is_ours && action.attempts == 0 {
            assessment = match self.check_reached(account, action, &before).await {
                Ok(assessment) => assessment,
                Err(found) => return Found { before: Some(before), ..*found },
            };
        }
        let note = (!is_ours).then(|| "it already was as desired".to_owned());
        Found { note, assessment, before: Some(before.clone()), ..Found::confirmed(before) }
    }

    async fn carry(
        &self,
        account: &BillingAccount,
        action: &ClaimedAction,
        before: Subscription,
    ) -> Found {
        match &action.change {
            SubscriptionChange::Custom { .. } => self.call_brand(account, action, before).await,
            _ => self.send(account, action, before).await,
        }
    }

    /// Whether the provider's books hold the action's entry already.
    async fn has_entry(
        &self,
        account: &BillingAccount,
        action: &ClaimedAction,
    ) -> Result<bool, BillingError> {
        if !action.change.leaves_entry() {
            return Ok(false);
        }
        self.billing.has_entry(account, &action.id, &action.customer_id, &action.change).await
    }

    /// The provider does not know the subscription. Where it knew it before, its key now opens
    /// another account: an accepted cancellation waits for the operator and is not dropped.
    async fn missing(&self, action: &ClaimedAction) -> Found {
        let scope = Scope { brand_id: &action.brand_id, mode: action.mode, account: None };
        let known = self.mirror.known(scope, &action.customer_id).await.ok().flatten();
        let was_known = known.is_some_and(|snapshot| {
            snapshot.subscriptions.iter().any(|known| known.id == action.subscription_id)
        });
        if was_known {
            let reason = "this key's account does not have the subscription any more".to_owned();
            return Found::open(ActionStatus::Blocked, reason, None);
        }
        Found::rejected("the subscription does not exist".to_owned())
    }

    async fn send(
        &self,
        account: &BillingAccount,
        action: &ClaimedAction,
        before: Subscription,
    ) -> Found {
        self.probe.reach(CrashPoint::BeforeChange);
        let request = ChangeRequest {
            action_id: action.id.clone(),
            subscription_id: action.subscription_id.clone(),
            change: action.change.clone(),
            before: before.clone(),
        };
        let answer = self.billing.change_subscription(account, &request).await;
        self.probe.reach(CrashPoint::AfterChange);
        let mut found = match answer {
            Ok(outcome) if is_done(action, &outcome.after) => Found::confirmed(outcome.after),
            Ok(_) => Found::open(
                ActionStatus::Unknown,
                "the provider answered, and the change does not show".to_owned(),
                None,
            ),
            // An accepted cancellation, and what is owed besides, is never dropped: it stays open,
            // with an alarm, until the operator removed what stands in its way.
            Err(BillingError::Rejected { code, reason }) if action.change.is_owed() => {
                Found::open(ActionStatus::Blocked, format!("{code}: {reason}"), None)
            }
            Err(BillingError::Rejected { code, reason }) => {
                Found::rejected(format!("{code}: {reason}"))
            }
            Err(error) => unclear(action, error),
        };
        found.before = Some(before);
        found
    }

    /// A preview that cannot be had is no reason to hold a confirmation back.
    async fn read_next_invoice(
        &self,
        account: &BillingAccount,
        after: &Subscription,
    ) -> Option<InvoicePreview> {
        match self.billing.preview_next_invoice(account, &after.id).await {
            Ok(preview) => preview,
            Err(error) => {
                tracing::warn!(%error, "the next invoice could not be read after a change");
                None
            }
        }
    }

    async fn settle(
        &self,
        action: &ClaimedAction,
        account: Option<&BillingAccount>,
        found: Found,
        next_invoice: Option<InvoicePreview>,
    ) -> Result<bool, StoreError> {
        let now = self.clock.now();
        let is_settled = !found.status.is_open();
        log(action, &found);
        let settlement = ActionSettlement {
            id: action.id.clone(),
            fence: action.fence,
            status: found.status,
            retry_at: (!is_settled).then(|| retry_at(action, &found, now)),
            note: found.note.clone(),
            message: found.message,
            assessment: found.assessment,
            planned_id: PlannedChangeId::from_suffix(&naming::id_suffix(now, self.rng.as_ref())),
            before: found.before,
            after: found.after,
            next_invoice,
            events: self.settled_event(action, found.status, now).into_iter().collect(),
            at: now,
        };
        let is_recorded = self.store.settle_action(&settlement).await?;
        self.probe.reach(CrashPoint::AfterSettle);
        metrics::counter!("billing_actions_total", "change" => action.change.as_str(),
            "status" => settlement.status.as_str())
        .increment(1);
        if is_recorded && is_settled {
            self.mirror.forget(&action.brand_id, action.mode, &action.customer_id);
            if settlement.status == ActionStatus::Rejected {
                self.read_anew(action, account).await;
            }
            // Nobody may be waiting; the broadcast has no other way to fail.
            drop(self.settled.send(action.id.clone()));
        }
        Ok(is_recorded && is_settled)
    }

    /// A refusal says that the subscription is not as we believed: the next page must not be
    /// built on that belief.
    async fn read_anew(&self, action: &ClaimedAction, account: Option<&BillingAccount>) {
        let scope = Scope { brand_id: &action.brand_id, mode: action.mode, account };
        if let Err(error) = self.mirror.fetch(scope, &action.customer_id).await {
            tracing::warn!(%error, "a customer could not be read again after a refusal");
        }
    }

    fn settled_event(
        &self,
        action: &ClaimedAction,
        status: ActionStatus,
        now: Timestamp,
    ) -> Option<NewEvent> {
        let kind = match status {
            ActionStatus::Confirmed => "billing_action.confirmed",
            ActionStatus::Rejected => "billing_action.failed",
            _ => return None,
        };
        let payload = json!({
            "billing_action_id": action.id,
            "subscription_id": action.subscription_id,
            "change": action.change.as_str(),
            "livemode": action.mode.is_live(),
        });
        Some(NewEvent {
            id: EventId::from_suffix(&naming::id_suffix(now, self.rng.as_ref())),
            kind: kind.to_owned(),
            payload: payload.to_string(),
            occurred_at: now,
        })
    }
}

/// Whether the answer to the change shows it. An entry in the books and an annotation show in
/// the answer's own success.
fn is_done(action: &ClaimedAction, after: &Subscription) -> bool {
    !action.change.shows_mark()
        || action.change.is_reached(Reading { subscription: after, has_entry: false })
}

/// An answer that leaves the action open.
pub(super) fn unclear(action: &ClaimedAction, error: BillingError) -> Found {
    match error {
        BillingError::Unauthorized { reason } => Found::open(ActionStatus::Blocked, reason, None),
        BillingError::Unknown { reason, retry_after_ms } => {
            Found::open(ActionStatus::Unknown, reason, retry_after_ms)
        }
        // A read that is refused for good says nothing about the write.
        BillingError::Rejected { code, reason } => {
            Found::open(action.status.max_open(), format!("{code}: {reason}"), None)
        }
    }
}

fn retry_at(action: &ClaimedAction, found: &Found, now: Timestamp) -> Timestamp {
    let (first, longest) = RETRY_SECONDS;
    let seconds = if found.status == ActionStatus::Blocked {
        BLOCKED_SECONDS
    } else {
        first.saturating_mul(1_i64 << action.attempts.min(10)).min(longest)
    };
    let told = found.wait_ms.and_then(|ms| i64::try_from(ms / 1_000).ok()).unwrap_or(0);
    now.checked_add(seconds.max(told).min(longest).seconds()).unwrap_or(Timestamp::MAX)
}

fn log(action: &ClaimedAction, found: &Found) {
    let (id, change, status) = (&action.id, action.change.as_str(), found.status.as_str());
    let note = found.note.as_deref().unwrap_or_default();
    match found.status {
        ActionStatus::Confirmed => tracing::debug!(%id, change, status, "a billing action is done"),
        ActionStatus::Blocked => tracing::error!(
            %id, change, status, note,
            "a billing action waits for the operator: Stripe refuses the key, or a cancellation"
        ),
        ActionStatus::Rejected if action.change.is_cancel() => tracing::error!(
            %id, change, status, note,
            "a cancellation was refused for good: the customer was told, please look at it"
        ),
        ActionStatus::Rejected => {
            tracing::warn!(%id, change, status, note, "a billing action was refused for good");
        }
        _ => tracing::warn!(%id, change, status, note, "a billing action has no effect yet"),
    }
}
