//! The cancellation: sessions, the view's screens, receipts.

mod act;
mod create_session;
mod decide;
mod open_session;
mod open_view;
mod page;
mod propose;
mod quote;
mod receipt;
mod screen;
mod survey;
mod undo;
mod visit;

pub use act::{ActError, Action};
pub use create_session::{CreateSession, CreateSessionError, CreatedSession};
pub use open_session::{OpenSession, SessionError};
pub use open_view::ViewError;
pub use receipt::{ReceiptError, ReceiptView};
pub use screen::{Notice, OfferCard, RetentionView, Screen, screen_name};
