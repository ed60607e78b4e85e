//! What goes into the database and comes out of it: plain records, one per question.

mod actions;
mod eligibility;
mod playbooks;

use domain::Timestamp;
use domain::brand::Mode;
use domain::flow::Flow;
use domain::ids::{
    BrandId, BrandKeyId, CustomerId, DecisionId, EventId, OfferId, SessionUid, SubscriptionId,
};
use domain::offer::Ineligible;
use domain::outcome::Outcome;
use domain::subscription::{Customer, Subscription};

pub use actions::{ActionRecord, ActionSettlement, ClaimedAction, NewAction, OpenActions};
pub use eligibility::{AssessedWhen, AssessmentRecord, Cooldown, Redemption};
pub use playbooks::{PlaybookDraft, PlaybookPublication, PlaybookVersion, PublishPlaybook};

/// A private key of a brand. The key itself is sealed by the engine before it comes here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrandKey {
    /// Its id.
    pub id: BrandKeyId,
    /// Whose.
    pub brand_id: BrandId,
    /// Test or live.
    pub mode: Mode,
    /// Keyed hash the key is found by; unique.
    pub lookup_hash: Vec<u8>,
    /// The key, sealed.
    pub sealed_key: Vec<u8>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was revoked.
    pub revoked_at: Option<Timestamp>,
}

/// How to reach a brand's account at the provider; the key is sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BillingConnection {
    /// Whose.
    pub brand_id: BrandId,
    /// Test or live.
    pub mode: Mode,
    /// The provider's secret key, sealed.
    pub sealed_secret_key: Vec<u8>,
    /// Base URL when it is not the server's default.
    pub api_base: Option<String>,
    /// Connected account.
    pub account: Option<String>,
}

/// A customer and all subscriptions that have not ended, read at one time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerSnapshot {
    /// The customer.
    pub customer: Customer,
    /// Subscriptions, newest first.
    pub subscriptions: Vec<Subscription>,
    /// When this was read from the provider.
    pub fetched_at: Timestamp,
}

/// A flow to open.
#[derive(Debug, Clone, PartialEq)]
pub struct NewFlow {
    /// The session.
    pub session_uid: SessionUid,
    /// Whose.
    pub brand_id: BrandId,
    /// Test or live.
    pub mode: Mode,
    /// The customers the session is for.
    pub customer_ids: Vec<CustomerId>,
    /// The first state.
    pub flow: Flow,
    /// Hash of the playbook version the session keeps; it stands in the store, or is a built-in
    /// one.
    pub playbook_hash: String,
    /// Now.
    pub opened_at: Timestamp,
    /// Told in the same transaction, only when the flow is new.
    pub events: Vec<NewEvent>,
}

/// A flow as stored.
#[derive(Debug, Clone, PartialEq)]
pub struct FlowRecord {
    /// The session.
    pub session_uid: SessionUid,
    /// Whose.
    pub brand_id: BrandId,
    /// Test or live.
    pub mode: Mode,
    /// The customers the session is for.
    pub customer_ids: Vec<CustomerId>,
    /// The state.
    pub flow: Flow,
    /// Hash of the playbook version the session keeps.
    pub playbook_hash: String,
    /// Raised by one with each change.
    pub version: i64,
    /// When the view was first opened.
    pub opened_at: Timestamp,
    /// When the customer last did something.
    pub updated_at: Timestamp,
    /// How it ended. `Abandoned` is set after silence and taken back when the customer goes on.
    pub outcome: Option<Outcome>,
}

/// A change of an undecided flow.
#[derive(Debug, Clone, PartialEq)]
pub struct SaveFlow {
    /// Whose.
    pub brand_id: BrandId,
    /// Which.
    pub session_uid: SessionUid,
    /// The version the new state was made from.
    pub expected_version: i64,
    /// The new state, not decided.
    pub flow: Flow,
    /// Which offers could be shown and which not, when the step assessed them.
    pub assessment: Option<AssessmentRecord>,
    /// Now.
    pub updated_at: Timestamp,
    /// Told in the same transaction.
    pub events: Vec<NewEvent>,
}

/// Whether a flow was saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaveOutcome {
    /// Saved.
    Saved,
    /// Another tab was faster; nothing was written.
    Stale,
}

/// Where a decision stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecisionState {
    /// It stands, and every other session of the subscription shows it.
    Standing,
    /// The customer took the cancellation back.
    Undone,
    /// The provider refused it; nothing changed there.
    Failed,
    /// A later opening of the flow or a change at the provider made it history.
    Superseded,
}

impl DecisionState {
    /// The word in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Standing => "standing",
            Self::Undone => "undone",
            Self::Failed => "failed",
            Self::Superseded => "superseded",
        }
    }

    /// Reads the word in the database.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Standing, Self::Undone, Self::Failed, Self::Superseded]
            .into_iter()
            .find(|state| state.as_str() == text)
    }
}

/// A receipt to write with a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReceipt {
    /// Hash of the bearer `rcp_…`; the bearer itself is never stored.
    pub bearer_hash: Vec<u8>,
    /// Until when the bearer is good. Raised to the end date once that is confirmed.
    pub valid_until: Timestamp,
}

/// An outgoing event to write with a change.
#[derive(Debug, Clone, PartialEq)]
pub struct NewEvent {
    /// Its id.
    pub id: EventId,
    /// Its type, such as `retention.session.canceled`.
    pub kind: String,
    /// Its JSON.
    pub payload: String,
    /// When it happened.
    pub occurred_at: Timestamp,
}

/// A terminal decision to write.
#[derive(Debug, Clone, PartialEq)]
pub struct CommitDecision {
    /// Its id.
    pub id: DecisionId,
    /// Whose.
    pub brand_id: BrandId,
    /// Test or live.
    pub mode: Mode,
    /// The session that decides.
    pub session_uid: SessionUid,
    /// The version the decided state was made from.
    pub expected_version: i64,
    /// The subscription.
    pub subscription_id: SubscriptionId,
    /// Whose subscription.
    pub customer_id: CustomerId,
    /// The flow, decided.
    pub flow: Flow,
    /// `Retained` or `Canceled`.
    pub outcome: Outcome,
    /// The offer that was taken.
    pub offer_id: Option<OfferId>,
    /// What taking it uses up.
    pub redemption: Option<Redemption>,
    /// The offer, assessed again.
    pub assessment: Option<AssessmentRecord>,
    /// Reference for people, such as `RN-7K2M-9QPX`.
    pub reference: String,
    /// The change, when there is one.
    pub action: Option<NewAction>,
    /// The receipt, for a cancellation.
    pub receipt: Option<NewReceipt>,
    /// Told in the same transaction.
    pub events: Vec<NewEvent>,
    /// Now.
    pub decided_at: Timestamp,
}

/// A cancellation to take back.
#[derive(Debug, Clone, PartialEq)]
pub struct CommitUndo {
    /// Whose.
    pub brand_id: BrandId,
    /// Test or live.
    pub mode: Mode,
    /// The subscription.
    pub subscription_id: SubscriptionId,
    /// Whose subscription.
    pub customer_id: CustomerId,
    /// The change, always `UndoCancel`.
    pub action: NewAction,
    /// The flow of the session that asked, at `Step::Undone`; saved in the same transaction,
    /// its events included. None when a receipt asked. A stale version saves no flow and is no
    /// reason to refuse the undo.
    pub flow: Option<SaveFlow>,
    /// Told in the same transaction.
    pub events: Vec<NewEvent>,
    /// Now.
    pub undone_at: Timestamp,
}

/// Whether a decision was written.
#[derive(Debug, Clone, PartialEq)]
pub enum CommitOutcome {
    /// Written, with its action, receipt and events.
    Committed,
    /// Another decision stands; nothing was written.
    AlreadyDecided(Box<DecisionRecord>),
    /// A limit of the offer was reached meanwhile; nothing was written.
    LimitReached(Ineligible),
    /// Another tab moved the flow on; nothing was written.
    Stale,
}

/// An answer that was given after a cancellation.
#[derive(Debug, Clone, PartialEq)]
pub struct CommitSurvey {
    /// Whose.
    pub brand_id: BrandId,
    /// The session, decided as canceled.
    pub session_uid: SessionUid,
    /// The version the new state was made from.
    pub expected_version: i64,
    /// The flow, still decided, with the answer. Also written to the session's decision.
    pub flow: Flow,
    /// Writes the answer to the provider; behind the cancellation in the order of actions.
    pub action: NewAction,
    /// Told in the same transaction.
    pub events: Vec<NewEvent>,
    /// Now.
    pub answered_at: Timestamp,
}

/// A decision as stored.
#[derive(Debug, Clone, PartialEq)]
pub struct DecisionRecord {
    /// Its id.
    pub id: DecisionId,
    /// Whose.
    pub brand_id: BrandId,
    /// Test or live.
    pub mode: Mode,
    /// The session that decided.
    pub session_uid: SessionUid,
    /// The subscription.
    pub subscription_id: SubscriptionId,
    /// Whose subscription.
    pub customer_id: CustomerId,
    /// `Retained` or `Canceled`.
    pub outcome: Outcome,
    /// The flow as it was decided.
    pub flow: Flow,
    /// Reference for people.
    pub reference: String,
    /// Where it stands.
    pub state: DecisionState,
    /// When it was made.
    pub decided_at: Timestamp,
    /// Its action, when it has one.
    pub action: Option<ActionRecord>,
    /// The action that takes it back, when there is one.
    pub undo_action: Option<ActionRecord>,
}

/// What a receipt bearer opens.
#[derive(Debug, Clone, PartialEq)]
pub struct ReceiptRecord {
    /// The decision it proves.
    pub decision: DecisionRecord,
    /// Until when the bearer is good.
    pub valid_until: Timestamp,
}
