//! Coupons behind discounts: deterministic, so that each is made once per account.

use serde::{Deserialize, Serialize};

use crate::money::{Money, Percent};
use crate::offer::DiscountDuration;

/// What a coupon takes off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CouponReduction {
    /// A percentage.
    Percent(Percent),
    /// An amount of each invoice.
    Amount(Money),
}

/// A reusable reduction at the provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coupon {
    /// What it takes off.
    pub reduction: CouponReduction,
    /// For how long.
    pub duration: DiscountDuration,
}

impl Coupon {
    /// Its id at the provider: says everything it does, so the same coupon has the same id.
    #[must_use]
    pub fn id(&self) -> String {
        let duration = match self.duration {
            DiscountDuration::Once => "once".to_owned(),
            DiscountDuration::Months(months) => format!("{months}mo"),
            DiscountDuration::Forever => "forever".to_owned(),
        };
        match self.reduction {
            CouponReduction::Percent(percent) => {
                format!("renumerate_{}pct_{duration}", percent.value())
            }
            CouponReduction::Amount(amount) => {
                format!("renumerate_{}{}_{duration}", amount.minor, amount.currency)
            }
        }
    }
}
