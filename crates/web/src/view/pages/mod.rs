//! The screens of the retention view: one struct and one template each, filled with text that is
//! ready to be shown. Templates escape everything; nothing here decides anything.

pub mod choose;
pub mod chrome;
pub mod confirm;
pub mod kept;
pub mod message;
pub mod offer;
pub mod pending;
pub mod reason;
pub mod receipt;
pub mod redirected;
pub mod samples;
pub mod undo;

pub use askama::Template;
pub use choose::{ChoosePage, SubscriptionOption};
pub use chrome::{Chrome, DecidedOutcome, Decision, SubscriptionSummary};
pub use confirm::ConfirmPage;
pub use kept::{KeptPage, NextInvoice};
pub use message::{MessageKind, MessagePage};
pub use offer::{Content, Fact, OfferPage, PauseOption};
pub use pending::{PendingPage, PendingStep};
pub use reason::{OwnText, Questions, ReasonOption, ReasonPage};
pub use receipt::{Receipt, ReceiptDocument, ReceiptPage};
pub use redirected::RedirectedPage;
pub use undo::{UndoPage, UndonePage};
