//! The adapter against a server that answers what a test tells it, and against the sandbox.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail the test")]

mod against_sandbox;
mod against_stub;
mod support;
