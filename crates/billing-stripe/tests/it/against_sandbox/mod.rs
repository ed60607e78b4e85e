//! Against the Stripe-shaped sandbox: every call and change, and what faults lead to.

mod changes;
mod faults;
mod money;
mod pauses;
mod previews;
mod promises;
mod prorations;
mod reads;
mod resumption;
mod schedules;
mod statuses;
