//! The coupons behind discounts. Their ids name their terms, so each is made once per account.

use domain::billing_action::{Coupon, CouponReduction};
use domain::money::Money;
use domain::offer::DiscountDuration;
use engine::ports::BillingError;

use crate::form::{Form, path_segment};
use crate::transport::{Client, Request, rejected};
use crate::wire::{self, CouponDuration};

/// Makes sure the coupon of these terms exists.
///
/// It exists every time but the first, so it is read before it is made. Two actions may make it
/// at once: the one that comes second reads what the first has made.
pub(crate) async fn ensure_coupon(
    client: &Client<'_>,
    coupon: &Coupon,
) -> Result<(), BillingError> {
    let id = coupon.id();
    let found = match find_coupon(client, &id).await? {
        Some(found) => found,
        None => match create_coupon(client, &id, coupon).await {
            Err(BillingError::Rejected { code, .. }) if code == "resource_already_exists" => {
                find_coupon(client, &id).await?.ok_or_else(|| mismatch(&id))?
            }
            created => created?,
        },
    };
    if has_terms(&found, coupon) { Ok(()) } else { Err(mismatch(&id)) }
}

/// `GET /v1/coupons/{coupon}`.
pub(super) async fn find_coupon(
    client: &Client<'_>,
    id: &str,
) -> Result<Option<wire::Coupon>, BillingError> {
    let path = format!("/v1/coupons/{}", path_segment(id));
    client.find(Request::get("find_coupon", path, Form::new())).await
}

/// The id alone keeps it from being made twice. A key that lasts would bring the old answer when
/// somebody has deleted the coupon since.
async fn create_coupon(
    client: &Client<'_>,
    id: &str,
    coupon: &Coupon,
) -> Result<wire::Coupon, BillingError> {
    // Stripe prints the name on invoices and receipts, or the id where there is none.
    let mut body = Form::new().with(&["id"], id).with(&["name"], name(coupon));
    body = match coupon.reduction {
        CouponReduction::Percent(percent) => body.with(&["percent_off"], percent.value()),
        CouponReduction::Amount(amount) => {
            body.with(&["amount_off"], amount.minor).with(&["currency"], amount.currency)
        }
    };
    body = match coupon.duration {
        DiscountDuration::Once => body.with(&["duration"], "once"),
        DiscountDuration::Forever => body.with(&["duration"], "forever"),
        DiscountDuration::Months(months) => {
            body.with(&["duration"], "repeating").with(&["duration_in_months"], months)
        }
    };
    let key = client.fresh_key();
    client.send(Request::post("create_coupon", "/v1/coupons", body, key)).await
}

fn name(coupon: &Coupon) -> String {
    let off = match coupon.reduction {
        CouponReduction::Percent(percent) => format!("{}%", percent.value()),
        CouponReduction::Amount(amount) => major_units(amount),
    };
    match coupon.duration {
        DiscountDuration::Once => format!("{off} off once"),
        DiscountDuration::Forever => format!("{off} off"),
        DiscountDuration::Months(1) => format!("{off} off for 1 month"),
        DiscountDuration::Months(months) => format!("{off} off for {months} months"),
    }
}

/// An amount as `12.50 USD`.
fn major_units(amount: Money) -> String {
    let exponent = amount.currency.exponent();
    let code = amount.currency.code().to_uppercase();
    let (minor, unit) = (amount.minor.unsigned_abs(), 10u64.pow(exponent));
    if exponent == 0 {
        return format!("{minor} {code}");
    }
    let width = exponent as usize;
    format!("{}.{:0width$} {code}", minor / unit, minor % unit)
}

fn has_terms(found: &wire::Coupon, coupon: &Coupon) -> bool {
    let takes_off = match coupon.reduction {
        CouponReduction::Percent(percent) => {
            found.percent_off == Some(f64::from(percent.value())) && found.amount_off.is_none()
        }
        CouponReduction::Amount(amount) => {
            found.amount_off == Some(amount.minor)
                && found.currency.as_deref() == Some(amount.currency.code())
                && found.percent_off.is_none()
        }
    };
    let lasts = match coupon.duration {
        DiscountDuration::Once => found.duration == CouponDuration::Once,
        DiscountDuration::Forever => found.duration == CouponDuration::Forever,
        DiscountDuration::Months(months) => {
            found.duration == CouponDuration::Repeating && found.duration_in_months == Some(months)
        }
    };
    found.valid && takes_off && lasts
}

/// Somebody else uses our id for other terms, or has ended the coupon: giving it would not be
/// what the customer was shown.
fn mismatch(id: &str) -> BillingError {
    let reason = format!("the coupon {id} has other terms than its id says, or is no longer valid");
    rejected("coupon_mismatch", reason)
}

#[cfg(test)]
mod tests {
    use domain::money::Currency;

    use super::*;

    #[test]
    fn amounts_are_named_in_major_units() {
        for (minor, code, expected) in [
            (1250, "usd", "12.50 USD"),
            (5, "usd", "0.05 USD"),
            (500, "jpy", "500 JPY"),
            (1250, "kwd", "1.250 KWD"),
        ] {
            let amount = Money::new(minor, Currency::parse(code).unwrap());
            assert_eq!(major_units(amount), expected);
        }
    }
}
