//! The database. Each method is one transaction: all of it happens or nothing.

use async_trait::async_trait;
use domain::Timestamp;
use domain::brand::{Brand, Mode};
use domain::ids::{
    BillingActionId, BrandId, BrandKeyId, CustomerId, DecisionId, EventId, SessionUid,
    SubscriptionId,
};
use domain::offer::{History, Usage};

use super::records::{
    ActionRecord, ActionSettlement, AssessmentRecord, BillingConnection, BrandKey, ClaimedAction,
    CommitDecision, CommitOutcome, CommitSurvey, CommitUndo, CustomerSnapshot, DecisionRecord,
    FlowRecord, NewEvent, NewFlow, OpenActions, PlaybookDraft, PlaybookPublication,
    PlaybookVersion, PublishPlaybook, ReceiptRecord, SaveFlow, SaveOutcome,
};

/// Why the database did not do what was asked.
#[derive(Debug, Clone, thiserror::Error)]
pub enum StoreError {
    /// Too much work is waiting, or the database is locked, full or away; nothing was written.
    #[error("the database cannot take more work now: {0}")]
    Overloaded(String),
    /// A row does not hold what the program wrote; names table, column and id.
    #[error("a row is not readable: {0}")]
    Corrupt(String),
    /// Anything else. Whether the work was written is not known only if the text says so.
    #[error("the database failed: {0}")]
    Failed(String),
}

/// The database.
///
/// Every method takes the brand or finds it by an unguessable hash. A lookup that finds nothing
/// is `Ok(None)`.
#[async_trait]
pub trait Store: Send + Sync {
    /// Answers when the database is reachable and its migrations are those of this program.
    async fn check_ready(&self) -> Result<(), StoreError>;

    /// Writes a brand, or replaces it.
    async fn save_brand(&self, brand: &Brand) -> Result<(), StoreError>;
    /// A brand by id.
    async fn find_brand(&self, id: &BrandId) -> Result<Option<Brand>, StoreError>;
    /// Every brand, oldest first.
    async fn list_brands(&self) -> Result<Vec<Brand>, StoreError>;

    /// Writes a private key.
    async fn insert_brand_key(&self, key: &BrandKey) -> Result<(), StoreError>;
    /// A private key by its keyed hash, revoked ones included.
    async fn find_brand_key(&self, lookup_hash: &[u8]) -> Result<Option<BrandKey>, StoreError>;
    /// A private key by id, revoked ones included.
    async fn find_brand_key_by_id(
        &self,
        brand_id: &BrandId,
        id: &BrandKeyId,
    ) -> Result<Option<BrandKey>, StoreError>;
    /// Revokes a key; revoking twice keeps the first time.
    async fn revoke_brand_key(
        &self,
        brand_id: &BrandId,
        id: &BrandKeyId,
        at: Timestamp,
    ) -> Result<(), StoreError>;

    /// Writes how to reach the provider for a brand and mode, or replaces it.
    async fn save_billing_connection(
        &self,
        connection: &BillingConnection,
    ) -> Result<(), StoreError>;
    /// How to reach the provider for a brand and mode.
    async fn find_billing_connection(
        &self,
        brand_id: &BrandId,
        mode: Mode,
    ) -> Result<Option<BillingConnection>, StoreError>;

    /// Replaces what the mirror knows of a customer, unless it holds a younger reading.
    async fn save_snapshot(
        &self,
        brand_id: &BrandId,
        mode: Mode,
        snapshot: &CustomerSnapshot,
    ) -> Result<(), StoreError>;
    /// What the mirror knows of a customer, with the subscriptions that have not ended.
    async fn find_snapshot(
        &self,
        brand_id: &BrandId,
        mode: Mode,
        customer_id: &CustomerId,
    ) -> Result<Option<CustomerSnapshot>, StoreError>;

    /// Opens a flow, or answers the one this session already has.
    async fn open_flow(&self, flow: &NewFlow) -> Result<FlowRecord, StoreError>;
    /// The flow of a session.
    async fn find_flow(
        &self,
        brand_id: &BrandId,
        session_uid: &SessionUid,
    ) -> Result<Option<FlowRecord>, StoreError>;
    /// Saves an undecided flow if nobody else moved it. Takes `Abandoned` back.
    async fn save_flow(&self, save: &SaveFlow) -> Result<SaveOutcome, StoreError>;
    /// Marks undecided flows without a sign since `silent_since` as abandoned, with an event
    /// `retention.session.abandoned` each; answers how many. `event_id` makes the ids.
    async fn settle_abandoned(
        &self,
        silent_since: Timestamp,
        now: Timestamp,
        event_ids: Vec<EventId>,
    ) -> Result<u64, StoreError>;

    /// Writes a decision with its action, receipt and events, if the flow is at the expected
    /// version and undecided, and no other decision stands for the subscription that binds this
    /// flow: a standing `Canceled`, or a standing `Retained` decided after this flow was opened.
    /// A standing `Retained` decided before becomes `Superseded`. Nothing is written either when
    /// the redemption would pass a limit, counting what others commit at the same time.
    async fn commit_decision(&self, commit: &CommitDecision) -> Result<CommitOutcome, StoreError>;
    /// Takes the standing cancellation of a subscription back (if one stands: its state becomes
    /// `Undone` and the action is linked as its undo action) and queues the action. When the
    /// last action of the subscription is an open `UndoCancel` already, nothing is written.
    async fn commit_undo(&self, commit: &CommitUndo) -> Result<ActionRecord, StoreError>;
    /// The decision that stands for a subscription.
    async fn find_standing_decision(
        &self,
        brand_id: &BrandId,
        mode: Mode,
        subscription_id: &SubscriptionId,
    ) -> Result<Option<DecisionRecord>, StoreError>;
    /// The last decision of a session, whatever its state.
    async fn find_decision_of_session(
        &self,
        brand_id: &BrandId,
        session_uid: &SessionUid,
    ) -> Result<Option<DecisionRecord>, StoreError>;
    /// Makes a standing decision history.
    async fn supersede_decision(
        &self,
        brand_id: &BrandId,
        id: &DecisionId,
        at: Timestamp,
    ) -> Result<(), StoreError>;
    /// What the customer of a subscription did before: offers they took in decisions that did
    /// not fail, oldest first, and how many sessions they opened since `sessions_since`.
    async fn read_history(
        &self,
        brand_id: &BrandId,
        mode: Mode,
        customer_id: &CustomerId,
        sessions_since: Timestamp,
    ) -> Result<History, StoreError>;
    /// What was given away so far, costs in `month`.
    async fn read_usage(
        &self,
        brand_id: &BrandId,
        mode: Mode,
        month: &str,
    ) -> Result<Usage, StoreError>;
    /// Every assessment of a session, oldest first.
    async fn list_assessments(
        &self,
        brand_id: &BrandId,
        session_uid: &SessionUid,
    ) -> Result<Vec<AssessmentRecord>, StoreError>;
    /// Writes an answer given after a cancellation, with its action, if the flow is at the
    /// expected version and decided as canceled.
    async fn commit_survey(&self, commit: &CommitSurvey) -> Result<SaveOutcome, StoreError>;

    /// Makes a playbook version current, and writes it if it is new; answers its number in the
    /// history.
    async fn publish_playbook(&self, publish: &PublishPlaybook) -> Result<i64, StoreError>;
    /// Writes a version that sessions follow without a publication, unless it is there.
    async fn save_playbook_version(
        &self,
        brand_id: &BrandId,
        version: &PlaybookVersion,
    ) -> Result<(), StoreError>;
    /// The version new sessions open with; none while nothing was published.
    async fn find_current_playbook(
        &self,
        brand_id: &BrandId,
        mode: Mode,
    ) -> Result<Option<PlaybookVersion>, StoreError>;
    /// A version by its hash.
    async fn find_playbook_version(
        &self,
        brand_id: &BrandId,
        hash: &str,
    ) -> Result<Option<PlaybookVersion>, StoreError>;
    /// The history of a brand's playbook, newest first.
    async fn list_playbook_publications(
        &self,
        brand_id: &BrandId,
        mode: Mode,
    ) -> Result<Vec<PlaybookPublication>, StoreError>;
    /// Writes a draft, or replaces it.
    async fn save_playbook_draft(&self, draft: &PlaybookDraft) -> Result<(), StoreError>;
    /// The draft of a brand and mode.
    async fn find_playbook_draft(
        &self,
        brand_id: &BrandId,
        mode: Mode,
    ) -> Result<Option<PlaybookDraft>, StoreError>;

    /// What a receipt bearer opens.
    async fn find_receipt(&self, bearer_hash: &[u8]) -> Result<Option<ReceiptRecord>, StoreError>;

    /// One action by id.
    async fn find_action(
        &self,
        brand_id: &BrandId,
        id: &BillingActionId,
    ) -> Result<Option<ActionRecord>, StoreError>;
    /// Takes up to `limit` due actions for a worker until `lease_until`: cancels first, then by
    /// due time; of one subscription only the oldest open one, except that a cancellation does
    /// not wait for an offer that lies idle, and the offer waits for it instead (unless an open
    /// undo is older than the cancellation). A cancellation does wait for whatever older action a
    /// worker holds now. None that another worker holds. A time more than an hour ahead was
    /// written by a clock that was wrong, and counts as now.
    async fn claim_actions(
        &self,
        owner: &str,
        now: Timestamp,
        lease_until: Timestamp,
        limit: u32,
    ) -> Result<Vec<ClaimedAction>, StoreError>;
    /// Turns planned changes that are due into billing actions, at most as many as there are
    /// ids; answers how many. Each planned change becomes one action, once.
    async fn queue_planned_changes(
        &self,
        now: Timestamp,
        action_ids: Vec<BillingActionId>,
    ) -> Result<u64, StoreError>;
    /// When the next planned change is due; none when there is none.
    async fn next_planned_change_due_at(&self) -> Result<Option<Timestamp>, StoreError>;
    /// Records what a worker found out. Answers false, and writes nothing, when the claim was
    /// lost. `Confirmed` raises the receipt's validity to the end date, refreshes the mirror and
    /// writes the follow-up as a planned change. Of the subscription's planned changes that are not
    /// due yet, a confirmed `Cancel` drops all if the subscription in `after` has ended, and a
    /// confirmed `PauseSubscription` drops each `Resume` planned before; nothing else drops any.
    /// `Rejected` makes the decision `Failed`, its receipt invalid, gives its redemption back, and
    /// makes its flow undecided again (`Flow::reopened`).
    async fn settle_action(&self, settlement: &ActionSettlement) -> Result<bool, StoreError>;
    /// When the next open action is due; none when there is none.
    async fn next_action_due_at(&self) -> Result<Option<Timestamp>, StoreError>;
    /// How much work is open, in all brands.
    async fn summarize_open_actions(&self) -> Result<OpenActions, StoreError>;
    /// Events of a session in the order they happened, as kind and JSON.
    async fn list_events(
        &self,
        brand_id: &BrandId,
        session_uid: &SessionUid,
    ) -> Result<Vec<NewEvent>, StoreError>;
}
