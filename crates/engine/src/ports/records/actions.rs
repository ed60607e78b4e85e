//! Billing actions in the database: what is to be done, what a worker holds, and what it found.

use domain::Timestamp;
use domain::billing_action::{ActionStatus, SubscriptionChange};
use domain::brand::Mode;
use domain::flow::FollowUp;
use domain::ids::{
    BillingActionId, BrandId, CustomerId, PlannedChangeId, SessionUid, SubscriptionId,
};
use domain::offer::Guard;
use domain::subscription::{InvoicePreview, Subscription};

use super::{AssessmentRecord, NewEvent};

/// A billing action to write with a decision.
#[derive(Debug, Clone, PartialEq)]
pub struct NewAction {
    /// Its id; also its idempotency key and its marker.
    pub id: BillingActionId,
    /// The desired state.
    pub change: SubscriptionChange,
    /// What must hold when it is written, for an offer.
    pub guard: Option<Guard>,
    /// What is owed once it is confirmed. Written as a planned change in the transaction that
    /// records the confirmation.
    pub follow_up: Option<FollowUp>,
    /// When to try first.
    pub due_at: Timestamp,
}

/// A billing action as stored.
#[derive(Debug, Clone, PartialEq)]
pub struct ActionRecord {
    /// Its id.
    pub id: BillingActionId,
    /// The desired state.
    pub change: SubscriptionChange,
    /// What is owed once it is confirmed.
    pub follow_up: Option<FollowUp>,
    /// Where it stands.
    pub status: ActionStatus,
    /// How often it was tried.
    pub attempts: u32,
    /// A sentence for the customer, as a brand's endpoint answered it.
    pub message: Option<String>,
    /// The subscription after the change, once confirmed.
    pub after: Option<Subscription>,
    /// The next invoice after the change, as far as it could be read.
    pub next_invoice: Option<InvoicePreview>,
    /// When it was confirmed or rejected.
    pub settled_at: Option<Timestamp>,
}

/// An action a worker holds.
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimedAction {
    /// Its id.
    pub id: BillingActionId,
    /// Whose.
    pub brand_id: BrandId,
    /// Test or live.
    pub mode: Mode,
    /// The session that decided; none when no session did.
    pub session_uid: Option<SessionUid>,
    /// The subscription.
    pub subscription_id: SubscriptionId,
    /// Whose subscription.
    pub customer_id: CustomerId,
    /// The desired state.
    pub change: SubscriptionChange,
    /// What must hold when it is written.
    pub guard: Option<Guard>,
    /// Where it stood.
    pub status: ActionStatus,
    /// How often it was tried before.
    pub attempts: u32,
    /// Raised with each claim; a worker whose claim was taken over cannot settle.
    pub fence: i64,
    /// When it was accepted.
    pub created_at: Timestamp,
}

/// What a worker found out about an action it holds.
#[derive(Debug, Clone, PartialEq)]
pub struct ActionSettlement {
    /// Which.
    pub id: BillingActionId,
    /// The claim.
    pub fence: i64,
    /// Where it stands now.
    pub status: ActionStatus,
    /// When to try again, for an open status.
    pub retry_at: Option<Timestamp>,
    /// For the operator; no personal data.
    pub note: Option<String>,
    /// A sentence for the customer, as a brand's endpoint answered it.
    pub message: Option<String>,
    /// The offer, assessed before the write.
    pub assessment: Option<AssessmentRecord>,
    /// Id of the planned change, when the action is confirmed and owes one.
    pub planned_id: PlannedChangeId,
    /// The subscription before the first write.
    pub before: Option<Subscription>,
    /// The subscription after the change; also written to the mirror.
    pub after: Option<Subscription>,
    /// The next invoice after the change.
    pub next_invoice: Option<InvoicePreview>,
    /// Told in the same transaction.
    pub events: Vec<NewEvent>,
    /// Now.
    pub at: Timestamp,
}

/// How much work is open, for the operator's alarm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenActions {
    /// Actions that are neither confirmed nor rejected.
    pub open: i64,
    /// Those of them that wait for the operator.
    pub blocked: i64,
    /// When the oldest was accepted.
    pub oldest: Option<Timestamp>,
}
