//! A Stripe-shaped HTTP service with state, a clock that can be moved, and faults on demand.
//!
//! It speaks the part of Stripe's v1 API a retention engine needs, in the shape of version
//! [`API_VERSION`], and serves the demo, the tests and users' continuous integration. Parameters
//! are read by Stripe's own OpenAPI document, and tests check every answer against it. Callers that
//! name [`PAUSE_VERSION`] or later also have `/pause`, by a hand-made patch of that document.
//!
//! Where the sandbox is simpler than Stripe: a customer without a payment method pays (only the
//! test payment method [`FAILING_PAYMENT_METHOD`] fails), a failed renewal leaves the subscription
//! `past_due` until a test says what further attempts come to ([`CollectionOutcome`]), metered
//! prices bill no usage, charges are ids without an object, a test clock is ready at once, there is
//! no tax, and a parameter that is not implemented is refused with a sentence that says so.

mod auth;
mod billing;
mod clock;
mod control;
mod demo_cast;
mod errors;
mod events;
mod expand;
mod faults;
mod http;
mod idempotency;
mod ids;
mod inspect;
mod listing;
mod pipeline;
mod resources;
mod sandbox;
mod state;
mod values;
mod webhooks;

pub use demo_cast::CastMember;
pub use faults::{Fault, FaultRule};
pub use inspect::{RequestRecord, Snapshot};
pub use resources::collection::CollectionOutcome;
pub use resources::payment_methods::FAILING_PAYMENT_METHOD;
pub use sandbox::{Sandbox, SandboxOptions};
pub use stripe_schema::{API_VERSION, PAUSE_VERSION};
pub use webhooks::{DeliveryReport, sign};
