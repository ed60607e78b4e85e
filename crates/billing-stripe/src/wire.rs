//! The fields of Stripe's answers that are used, and no more.
//!
//! Read tolerantly: a missing field takes its default, an unknown word is kept, an unknown field
//! is ignored. What must be there is checked by `mapping`.

mod coupon;
mod customer;
mod error;
mod expandable;
mod invoice;
mod list;
mod open_enum;
mod product;
mod subscription;

pub(crate) use coupon::{Coupon, CouponDuration, Discount};
pub(crate) use customer::{Address, Customer};
pub(crate) use error::{ErrorBody, ErrorEnvelope};
pub(crate) use expandable::{Expandable, Identified};
pub(crate) use invoice::InvoicePreview;
pub(crate) use list::{Listed, Page};
pub(crate) use product::Product;
pub(crate) use subscription::{
    CollectionMethod, IntervalUnit, Price, Recurring, Status, Subscription, SubscriptionItem,
    UsageType,
};

use serde::{Deserialize, Deserializer};

/// Reads `null` as the default, which `#[serde(default)]` alone does for missing fields only.
fn null_as_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Default + Deserialize<'de>,
{
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}
