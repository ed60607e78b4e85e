//! The fields of Stripe's answers that are used, and no more.
//!
//! Read tolerantly: a missing field takes its default, an unknown word is kept, an unknown field
//! is ignored. What must be there is checked by `mapping`.

mod books;
mod coupon;
mod customer;
mod error;
mod expandable;
mod invoice;
mod list;
mod open_enum;
mod preview;
mod product;
mod schedule;
mod subscription;

pub(crate) use books::BookEntry;
pub(crate) use coupon::{Coupon, CouponDuration, Discount};
pub(crate) use customer::{Address, Customer};
pub(crate) use error::{ErrorBody, ErrorEnvelope};
pub(crate) use expandable::{Expandable, Identified};
pub(crate) use invoice::{Invoice, InvoiceStatus};
pub(crate) use list::{Listed, Page};
pub(crate) use preview::InvoicePreview;
pub(crate) use product::Product;
pub(crate) use schedule::{Phase, PhaseDiscount, PhaseItem, Schedule};
pub(crate) use subscription::{
    BillingModeType, CollectionMethod, IntervalUnit, Price, Recurring, Status, Subscription,
    SubscriptionItem, UsageType,
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
