//! What is asked of Stripe, one file per group of calls.

mod books;
mod change;
mod coupons;
mod customers;
mod invoices;
mod pages;
mod preview;
mod prices;
mod products;
mod schedules;
mod subscriptions;

pub(crate) use books::has_entry;
pub(crate) use change::change_subscription;
pub(crate) use coupons::ensure_coupon;
pub(crate) use customers::{find_customer, list_customers_by_email};
pub(crate) use invoices::sum_paid_invoices;
pub(crate) use preview::{preview_change, preview_next_invoice};
pub(crate) use prices::find_price;
pub(crate) use products::ProductCache;
pub(crate) use subscriptions::{find_subscription, list_subscriptions};

/// Metadata key that tells our effect from a person's in the Dashboard; holds the action's id.
pub(crate) const MARKER: &str = "engine_action";
