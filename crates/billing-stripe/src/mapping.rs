//! Wire types to domain types.

mod customer;
mod discount;
mod invoice;
mod price;
mod schedule;
mod subscription;

pub(crate) use customer::customer;
pub(crate) use invoice::{invoice_preview, kept, paid_invoice};
pub(crate) use price::price;
pub(crate) use subscription::subscription;

use std::collections::HashMap;

use domain::Timestamp;

/// Names of products by id, for prices whose product is not expanded.
pub(crate) type ProductNames = HashMap<String, String>;

/// A field the engine cannot do without is missing or has a value that cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{field} is missing or unreadable")]
pub(crate) struct Unreadable {
    /// The field; never its value.
    pub(crate) field: &'static str,
}

impl Unreadable {
    fn new(field: &'static str) -> Self {
        Self { field }
    }
}

fn timestamp(second: i64, field: &'static str) -> Result<Timestamp, Unreadable> {
    Timestamp::from_second(second).map_err(|_| Unreadable::new(field))
}

pub(crate) fn optional_timestamp(
    second: Option<i64>,
    field: &'static str,
) -> Result<Option<Timestamp>, Unreadable> {
    second.map(|second| timestamp(second, field)).transpose()
}
