//! The store on both engines. PostgreSQL is a real server, found through
//! `RENUMERATE_TEST_POSTGRES` (see `scripts/postgres-for-tests.sh`); without it the tests fail.

#![expect(clippy::expect_used, reason = "a test that meets the unexpected has failed")]

mod claims;
mod conformance;
mod kill;
mod migrations;
mod placeholders;
mod postgres;
mod sqlite;
mod statements;
mod support;
mod units;
mod values;
