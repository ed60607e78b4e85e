//! What is asked of Stripe, one file per group of calls.

mod change;
mod change_body;
mod coupons;
mod customers;
mod invoices;
mod pages;
mod products;
mod subscriptions;

pub(crate) use change::change_subscription;
pub(crate) use customers::{find_customer, list_customers_by_email};
pub(crate) use invoices::preview_next_invoice;
pub(crate) use products::ProductCache;
pub(crate) use subscriptions::{find_subscription, list_subscriptions};

/// Metadata key that tells our effect from a person's in the Dashboard; holds the action's id.
pub(crate) const MARKER: &str = "engine_action";
