//! The state machine of a cancellation. The server owns it; the browser decides nothing.

mod advance;
mod cancel;
mod state;

pub use advance::{Advance, FlowContext, FlowEvent, FollowUp, Refusal, advance, may_present};
pub use cancel::{Ending, ending};
pub use state::{Answer, Decision, Flow, Presentation, Step, Taken};

/// Longest text a customer may leave, in characters. Stripe's limit for a comment.
pub const MAX_COMMENT_CHARS: usize = 5_000;
