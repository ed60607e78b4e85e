//! Thin Stripe client behind the engine's billing port.
//!
//! * `calls` – one file per group of calls, and what each sends.
//! * `wire` – the fields of Stripe's answers that are used, read tolerantly.
//! * `mapping` – wire types to domain types; no Stripe type leaves this crate.
//! * `transport` – headers, time limit, retries, and what an answer means when it is an error.
//! * `form` – the bracket form Stripe's parameters are written in.
//!
//! Permissions a restricted key needs: prices and products read; customers (balance),
//! subscriptions and their schedules, coupons, invoices (previews) and credit notes write.

mod billing;
mod calls;
mod form;
mod mapping;
mod options;
mod transport;
mod wire;

pub use billing::{SetupError, StripeBilling};
pub use options::{Sleeper, StripeOptions, TokioSleeper};

/// The version of Stripe's API every request names, but those of [`PAUSE_VERSION`].
pub const API_VERSION: &str = "2026-08-26.dahlia";

/// The version the requests of Stripe's own pause name instead: the first that has it.
pub const PAUSE_VERSION: &str = "2026-09-30.endive";
