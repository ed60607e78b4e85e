//! Work that goes on without anybody waiting: billing actions, planned changes, silence.

mod carry_out;
mod custom_offer;
mod guard;
mod planned_changes;
mod settle_abandoned;
mod watch;
mod worker;

pub use carry_out::Ran;
