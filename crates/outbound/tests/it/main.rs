//! The adapter against servers on the loopback, and its guard against tables of addresses.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail the test")]

mod addresses;
mod allow_list;
mod answers;
mod connections;
mod documents;
mod logs;
mod names;
mod proxies;
mod ranges;
mod signatures;
mod support;
