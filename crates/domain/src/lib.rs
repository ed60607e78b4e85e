//! Pure decisions of the retention engine: no clock, no randomness, no network, no storage.
//!
//! Everything here is a plain value in and a plain value out, so the same code runs in the
//! server, in tests and in simulations.

pub mod billing_action;
pub mod brand;
pub mod flow;
pub mod ids;
pub mod money;
pub mod offer;
pub mod outcome;
pub mod playbook;
pub mod policy;
pub mod segment;
pub mod session;
pub mod subscription;
pub mod text;

pub use jiff::Timestamp;
