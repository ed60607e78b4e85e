//! The sandbox over its own router; every answer is checked against Stripe's document.

#![expect(clippy::unwrap_used, reason = "a test that meets the unexpected has failed")]

mod client;

mod cast;
mod clock;
mod collection;
mod conventions;
mod credit_notes;
mod customers;
mod discounts;
mod faults;
mod idempotency;
mod invoice_items;
mod invoices;
mod items;
mod pause;
mod preview;
mod preview_property;
mod prorations;
mod refunds;
mod resources;
mod schedules;
mod serving;
mod subscriptions;
mod test_clocks;
mod webhooks;
