//! Coupons and the discounts made of them.

use serde::Deserialize;

use super::open_enum::open_enum;
use super::{Expandable, null_as_default};

open_enum! {
    /// How long a coupon's discounts last.
    CouponDuration {
        Forever = "forever",
        Once = "once",
        Repeating = "repeating",
    }
}

/// A coupon.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Coupon {
    pub(crate) id: String,
    pub(crate) percent_off: Option<f64>,
    pub(crate) amount_off: Option<i64>,
    /// Of `amount_off`.
    pub(crate) currency: Option<String>,
    #[serde(deserialize_with = "null_as_default")]
    pub(crate) duration: CouponDuration,
    pub(crate) duration_in_months: Option<u32>,
    /// False once it may not be redeemed any more.
    #[serde(deserialize_with = "null_as_default")]
    pub(crate) valid: bool,
}

/// A coupon applied to something.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Discount {
    pub(crate) id: String,
    pub(crate) end: Option<i64>,
    source: Option<DiscountSource>,
    /// Versions before 2025-09-30.clover have the coupon here.
    coupon: Option<Expandable<Coupon>>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct DiscountSource {
    coupon: Option<Expandable<Coupon>>,
}

impl Discount {
    /// The coupon, wherever this version keeps it.
    pub(crate) fn coupon(&self) -> Option<&Expandable<Coupon>> {
        self.source.as_ref().and_then(|source| source.coupon.as_ref()).or(self.coupon.as_ref())
    }
}
