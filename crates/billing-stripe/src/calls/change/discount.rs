//! Giving a discount.

use domain::billing_action::Coupon;
use domain::subscription::{Discount, Subscription};
use engine::ports::{BillingError, ChangeRequest};

use super::update::{self, Update};
use crate::calls::coupons::ensure_coupon;
use crate::form::Form;
use crate::transport::Client;

pub(super) async fn discount(
    client: &Client<'_>,
    request: &ChangeRequest,
    coupon: &Coupon,
    replace: bool,
) -> Result<Subscription, BillingError> {
    ensure_coupon(client, coupon).await?;
    let body = |before: &Subscription| with_coupon(before, &coupon.id(), replace);
    Ok(update::send(client, request, Update::of(request), body).await?)
}

/// The list replaces what the subscription has, so that is sent again unless the coupon is to
/// take its place. A discount it already has is not added a second time: it would begin anew.
pub(in crate::calls) fn with_coupon(before: &Subscription, coupon: &str, replace: bool) -> Form {
    let is_new = !before.discounts.iter().any(|held| held.coupon_id == coupon);
    let kept: Vec<&Discount> =
        before.discounts.iter().filter(|held| !replace || held.coupon_id == coupon).collect();
    let form = kept_discounts(&kept);
    if is_new { form.with(&["discounts", &kept.len().to_string(), "coupon"], coupon) } else { form }
}

/// Discounts sent again as they are.
pub(in crate::calls) fn kept_discounts(kept: &[&Discount]) -> Form {
    kept.iter().enumerate().fold(Form::new(), |form, (index, held)| {
        form.with(&["discounts", &index.to_string(), "discount"], &held.id)
    })
}
