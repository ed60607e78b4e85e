//! `/v1/coupons`: what a discount is worth.

use serde_json::{Value, json};
use stripe_schema::Request;

use crate::errors::{Answer, ApiError};
use crate::listing;
use crate::resources::{param, params, path_id, retrieve as retrieve_kind};
use crate::state::{Account, Ctx, kind};
use crate::values::{int, text, texts};

pub(crate) const CREATE: &[&str] = &[
    "id",
    "amount_off",
    "applies_to",
    "currency",
    "duration",
    "duration_in_months",
    "max_redemptions",
    "metadata",
    "name",
    "percent_off",
    "redeem_by",
];

pub(crate) fn list(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let found = ctx
        .account
        .newest(kind::COUPON)
        .filter(|coupon| listing::passes(coupon, &call.params, &[]))
        .map(hide_products)
        .collect();
    listing::page("/v1/coupons", found, &call.params)
}

pub(crate) fn retrieve(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let coupon = retrieve_kind(ctx, kind::COUPON, "coupon", call)?;
    let wants_products = texts(&call.params, "expand").iter().any(|path| path == "applies_to");
    Ok(if wants_products { coupon } else { hide_products(&coupon) })
}

/// `applies_to` is shown only when it is expanded.
fn hide_products(coupon: &Value) -> Value {
    let mut coupon = coupon.clone();
    if let Some(fields) = coupon.as_object_mut() {
        fields.remove("applies_to");
    }
    coupon
}

pub(crate) fn create(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    check_value(&call.params)?;
    check_duration(&call.params)?;
    let id = match param(call, "id").filter(|id| !id.is_empty()) {
        Some(id) => id.to_owned(),
        None => ctx.ids.bare(),
    };
    if ctx.account.live(kind::COUPON, &id).is_some() {
        return Err(ApiError::invalid("Coupon already exists.").code("resource_already_exists"));
    }
    add(ctx, &id, &call.params)
}

/// Adds a coupon under a given id.
pub(crate) fn add(ctx: &mut Ctx<'_>, id: &str, sent: &Value) -> Answer {
    let mut coupon = json!({
        "id": id,
        "object": kind::COUPON,
        "amount_off": sent["amount_off"],
        "created": ctx.now,
        "currency": sent["currency"].as_str().map(str::to_lowercase),
        "duration": sent["duration"].as_str().unwrap_or("once"),
        "duration_in_months": sent["duration_in_months"],
        "livemode": false,
        "max_redemptions": sent["max_redemptions"],
        "metadata": {},
        "name": sent["name"],
        "percent_off": sent["percent_off"],
        "redeem_by": sent["redeem_by"],
        "times_redeemed": 0,
        "valid": true,
    });
    let products = texts(&sent["applies_to"], "products");
    if !products.is_empty() {
        coupon["applies_to"] = json!({ "products": products });
    }
    params::merge_metadata(&mut coupon, sent)?;
    ctx.account.undelete(kind::COUPON, id);
    ctx.account.put(coupon.clone());
    ctx.emit("coupon.created", &coupon);
    Ok(hide_products(&coupon))
}

fn check_value(sent: &Value) -> Answer<()> {
    let percent = sent["percent_off"].as_f64();
    let amount = sent["amount_off"].as_i64();
    match (percent, amount) {
        (Some(_), Some(_)) => Err(ApiError::invalid(
            "You may only specify one of these parameters: amount_off, percent_off.",
        )
        .code("parameters_exclusive")),
        (None, None) => Err(ApiError::invalid("Must provide percent_off or amount_off.")),
        (Some(percent), None) if !(percent > 0.0 && percent <= 100.0) => {
            Err(ApiError::invalid("Invalid percent_off: must be above 0 and at most 100.")
                .param("percent_off"))
        }
        (None, Some(amount)) if amount <= 0 => {
            Err(ApiError::invalid("Invalid positive integer").param("amount_off"))
        }
        (None, Some(_)) if sent.get("currency").is_none() => Err(ApiError::missing("currency")),
        _ => Ok(()),
    }
}

fn check_duration(sent: &Value) -> Answer<()> {
    let repeating = sent["duration"] == "repeating";
    match sent["duration_in_months"].as_i64() {
        None if repeating => Err(ApiError::missing("duration_in_months")),
        Some(_) if !repeating => Err(ApiError::invalid(
            "You can only set duration_in_months if the duration is repeating.",
        )
        .param("duration_in_months")),
        Some(months) if months <= 0 => {
            Err(ApiError::invalid("Invalid positive integer").param("duration_in_months"))
        }
        _ => Ok(()),
    }
}

pub(crate) fn delete(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let coupon = retrieve_kind(ctx, kind::COUPON, "coupon", call)?;
    ctx.account.delete(kind::COUPON, path_id(call));
    ctx.emit("coupon.deleted", &coupon);
    Ok(json!({ "id": coupon["id"], "object": kind::COUPON, "deleted": true }))
}

/// The coupon, if it can be redeemed for something billed in `currency`.
pub(crate) fn redeemable(
    account: &Account,
    id: &str,
    currency: &str,
    param: &str,
) -> Answer<Value> {
    let coupon = account
        .live(kind::COUPON, id)
        .ok_or_else(|| ApiError::no_such_param("coupon", id, param))?;
    if coupon["valid"] != true {
        return Err(ApiError::invalid(format!("Coupon expired: {id}"))
            .code("coupon_expired")
            .param(param));
    }
    let foreign = coupon["currency"].as_str().is_some_and(|own| own != currency);
    if foreign && coupon["percent_off"].is_null() {
        return Err(ApiError::invalid(format!(
            "The coupon's currency ({}) does not match the subscription's ({currency}).",
            text(coupon, "currency")
        ))
        .param(param));
    }
    Ok(coupon.clone())
}

/// Counts a redemption.
pub(crate) fn count_redemption(ctx: &mut Ctx<'_>, id: &str) {
    let Some(mut coupon) = ctx.account.get(kind::COUPON, id).cloned() else { return };
    let times = int(&coupon, "times_redeemed") + 1;
    coupon["times_redeemed"] = json!(times);
    if coupon["max_redemptions"].as_i64().is_some_and(|max| times >= max) {
        coupon["valid"] = json!(false);
    }
    ctx.account.put(coupon);
}

/// Invalidates coupons whose time to redeem has passed.
pub(crate) fn expire(account: &mut Account, now: i64) {
    let expired: Vec<Value> = account
        .newest(kind::COUPON)
        .filter(|coupon| coupon["valid"] == true)
        .filter(|coupon| coupon["redeem_by"].as_i64().is_some_and(|by| by <= now))
        .cloned()
        .collect();
    for mut coupon in expired {
        coupon["valid"] = json!(false);
        account.put(coupon);
    }
}
