//! Which discounts an invoice of a later time has.

use domain::Timestamp;
use domain::subscription::{Discount, Subscription};
use engine::ports::BillingError;

use crate::calls::change::kept_discounts;
use crate::calls::coupons::find_coupon;
use crate::form::Form;
use crate::transport::Client;
use crate::wire::CouponDuration;

/// The discounts that still run at a time. One that ends with the renewal is not in its invoice.
pub(super) fn running(subscription: &Subscription, at: Timestamp) -> Vec<&Discount> {
    let runs = |discount: &&Discount| discount.ends_at.is_none_or(|ends| ends > at);
    subscription.discounts.iter().filter(runs).collect()
}

/// The same without those that one invoice before it has used up.
pub(super) async fn lasting<'a>(
    client: &Client<'_>,
    subscription: &'a Subscription,
    at: Timestamp,
) -> Result<Vec<&'a Discount>, BillingError> {
    let mut kept = Vec::new();
    for discount in running(subscription, at) {
        if !is_for_one_invoice(client, discount).await? {
            kept.push(discount);
        }
    }
    Ok(kept)
}

/// Whether the discount is used up by the first invoice. One whose coupon is gone counts as such,
/// so that never less is promised than is charged.
async fn is_for_one_invoice(
    client: &Client<'_>,
    discount: &Discount,
) -> Result<bool, BillingError> {
    if discount.ends_at.is_some() {
        return Ok(false);
    }
    let coupon = find_coupon(client, &discount.coupon_id).await?;
    Ok(coupon.is_none_or(|coupon| coupon.duration == CouponDuration::Once))
}

/// The discounts to preview with, when they are not simply those the subscription has.
pub(super) fn discounts_form(subscription: &Subscription, kept: &[&Discount]) -> Form {
    if kept.len() == subscription.discounts.len() {
        return Form::new();
    }
    if kept.is_empty() {
        return Form::new().with(&["discounts"], "");
    }
    kept_discounts(kept)
}
