//! The coupons behind discounts. Their ids name their terms, so each is made once per account.

use domain::billing_action::coupon_id;
use domain::ids::BillingActionId;
use domain::money::Percent;
use engine::ports::BillingError;

use crate::form::{Form, path_segment};
use crate::transport::{Client, Request};
use crate::wire::{Coupon, CouponDuration};

/// Makes sure the coupon of these terms exists.
///
/// It exists every time but the first, so it is read before it is made. Two actions may make it
/// at once: the one that comes second reads what the first has made.
pub(super) async fn ensure_coupon(
    client: &Client<'_>,
    action_id: &BillingActionId,
    percent: Percent,
    months: u32,
) -> Result<(), BillingError> {
    let id = coupon_id(percent, months);
    let found = match find_coupon(client, &id).await? {
        Some(found) => found,
        None => match create_coupon(client, action_id, &id, percent, months).await {
            Err(BillingError::Rejected { code, .. }) if code == "resource_already_exists" => {
                find_coupon(client, &id).await?.ok_or_else(|| mismatch(&id))?
            }
            created => created?,
        },
    };
    if has_terms(&found, percent, months) { Ok(()) } else { Err(mismatch(&id)) }
}

async fn find_coupon(client: &Client<'_>, id: &str) -> Result<Option<Coupon>, BillingError> {
    let path = format!("/v1/coupons/{}", path_segment(id));
    client.find(Request::get("find_coupon", path, Form::new())).await
}

async fn create_coupon(
    client: &Client<'_>,
    action_id: &BillingActionId,
    id: &str,
    percent: Percent,
    months: u32,
) -> Result<Coupon, BillingError> {
    let unit = if months == 1 { "month" } else { "months" };
    let body = Form::new()
        .with(&["id"], id)
        // Stripe prints the name on invoices and receipts, or the id where there is none.
        .with(&["name"], format!("{}% off for {months} {unit}", percent.value()))
        .with(&["percent_off"], percent.value())
        .with(&["duration"], "repeating")
        .with(&["duration_in_months"], months);
    let key = format!("{action_id}:coupon");
    client.send(Request::post("create_coupon", "/v1/coupons", body, key)).await
}

fn has_terms(coupon: &Coupon, percent: Percent, months: u32) -> bool {
    coupon.valid
        && coupon.percent_off == Some(f64::from(percent.value()))
        && coupon.duration == CouponDuration::Repeating
        && coupon.duration_in_months == Some(months)
}

/// Somebody else uses our id for other terms, or has ended the coupon: giving it would not be
/// what the customer was shown.
fn mismatch(id: &str) -> BillingError {
    BillingError::Rejected {
        code: "coupon_mismatch".to_owned(),
        reason: format!("the coupon {id} has other terms than its id says, or is no longer valid"),
    }
}
