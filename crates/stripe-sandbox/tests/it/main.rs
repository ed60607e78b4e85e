//! The sandbox over its own router; every answer is checked against Stripe's document.

#![expect(clippy::unwrap_used, reason = "a test that meets the unexpected has failed")]

mod client;

mod cast;
mod clock;
mod conventions;
mod customers;
mod discounts;
mod faults;
mod idempotency;
mod invoices;
mod items;
mod resources;
mod serving;
mod subscriptions;
mod webhooks;
