//! Work that goes on without anybody waiting: billing actions, silence.

mod carry_out;
mod settle_abandoned;
mod watch;
mod worker;

pub use carry_out::Ran;
