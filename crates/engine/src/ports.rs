//! What the engine needs from outside. Adapters implement these; the engine names none of them.

mod billing;
mod clock;
mod outbound;
mod probe;
mod records;
mod rng;
mod store;

pub use billing::{
    Billing, BillingAccount, BillingError, ChangeOutcome, ChangePreview, ChangeRequest,
};
pub use clock::Clock;
pub use outbound::{
    AddressRefusal, AnswerProblem, CallRefusal, CustomOfferAnswer, MAX_MESSAGE_CHARS, Outbound,
    OutboundAnswer, OutboundCall, OutboundError,
};
pub use probe::{CrashPoint, NoProbe, Probe};
pub use records::{
    ActionRecord, ActionSettlement, AssessedWhen, AssessmentRecord, BillingConnection, BrandKey,
    ClaimedAction, CommitDecision, CommitOutcome, CommitSurvey, CommitUndo, Cooldown,
    CustomerSnapshot, DecisionRecord, DecisionState, FlowRecord, NewAction, NewEvent, NewFlow,
    NewReceipt, OpenActions, PlaybookDraft, PlaybookPublication, PlaybookVersion, PublishPlaybook,
    ReceiptRecord, Redemption, SaveFlow, SaveOutcome,
};
pub use rng::Rng;
pub use store::{Store, StoreError};
