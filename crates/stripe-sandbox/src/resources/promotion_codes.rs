//! `/v1/promotion_codes`: words customers can type instead of a coupon's id.

use serde_json::json;
use stripe_schema::Request;

use crate::errors::{Answer, ApiError};
use crate::listing;
use crate::resources::{param, params, retrieve as retrieve_kind};
use crate::state::{Account, Ctx, kind};
use crate::values::{int, text};

pub(crate) const LIST: &[&str] = &[
    "active",
    "code",
    "coupon",
    "created",
    "customer",
    "ending_before",
    "limit",
    "starting_after",
];

pub(crate) const CREATE: &[&str] =
    &["active", "code", "customer", "expires_at", "max_redemptions", "metadata", "promotion"];

pub(crate) const UPDATE: &[&str] = &["active", "metadata"];

pub(crate) fn list(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let coupon = param(call, "coupon");
    let found = ctx
        .account
        .newest(kind::PROMOTION_CODE)
        .filter(|code| coupon.is_none_or(|id| code["promotion"]["coupon"] == id))
        .filter(|code| listing::passes(code, &call.params, &["coupon"]))
        .cloned()
        .collect();
    listing::page("/v1/promotion_codes", found, &call.params)
}

pub(crate) fn retrieve(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    retrieve_kind(ctx, kind::PROMOTION_CODE, "promotion code", call)
}

pub(crate) fn create(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let coupon = call.params["promotion"]["coupon"]
        .as_str()
        .ok_or_else(|| ApiError::missing("promotion[coupon]"))?;
    if ctx.account.live(kind::COUPON, coupon).is_none() {
        return Err(ApiError::no_such_param("coupon", coupon, "promotion[coupon]"));
    }
    let code = match param(call, "code") {
        Some(code) => code.to_owned(),
        None => ctx.ids.bare().to_uppercase(),
    };
    let taken = ctx
        .account
        .newest(kind::PROMOTION_CODE)
        .any(|known| known["active"] == true && text(known, "code").eq_ignore_ascii_case(&code));
    if taken {
        return Err(ApiError::invalid(format!(
            "An active promotion code with `code: {code}` already exists."
        )));
    }
    if let Some(customer) = param(call, "customer")
        && ctx.account.live(kind::CUSTOMER, customer).is_none()
    {
        return Err(ApiError::no_such_param("customer", customer, "customer"));
    }
    let mut object = json!({
        "id": ctx.ids.long("promo_1"),
        "object": kind::PROMOTION_CODE,
        "active": call.params["active"].as_bool().unwrap_or(true),
        "code": code,
        "created": ctx.now,
        "customer": call.params["customer"],
        "customer_account": null,
        "expires_at": call.params["expires_at"],
        "livemode": false,
        "max_redemptions": call.params["max_redemptions"],
        "metadata": {},
        "promotion": { "coupon": coupon, "type": "coupon" },
        "restrictions": {
            "first_time_transaction": false, "minimum_amount": null,
            "minimum_amount_currency": null,
        },
        "times_redeemed": 0,
    });
    params::merge_metadata(&mut object, &call.params)?;
    ctx.account.put(object.clone());
    ctx.emit("promotion_code.created", &object);
    Ok(object)
}

pub(crate) fn update(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let before = retrieve(ctx, call)?;
    let mut after = before.clone();
    params::merge_metadata(&mut after, &call.params)?;
    params::copy(&mut after, &call.params, &["active"]);
    ctx.account.put(after.clone());
    ctx.emit_update("promotion_code.updated", &before, &after);
    Ok(after)
}

/// The coupon a promotion code stands for, if this customer can use it.
pub(crate) fn coupon_of(
    account: &Account,
    id: &str,
    customer: &str,
    param: &str,
) -> Answer<String> {
    let code = account
        .live(kind::PROMOTION_CODE, id)
        .ok_or_else(|| ApiError::no_such_param("promotion code", id, param))?;
    let foreign = code["customer"].as_str().is_some_and(|owner| owner != customer);
    if code["active"] != true || foreign {
        return Err(ApiError::invalid("This promotion code is not redeemable.").param(param));
    }
    Ok(text(&code["promotion"], "coupon").to_owned())
}

/// Counts a redemption.
pub(crate) fn count_redemption(ctx: &mut Ctx<'_>, id: &str) {
    let Some(mut code) = ctx.account.get(kind::PROMOTION_CODE, id).cloned() else { return };
    let times = int(&code, "times_redeemed") + 1;
    code["times_redeemed"] = json!(times);
    if code["max_redemptions"].as_i64().is_some_and(|max| times >= max) {
        code["active"] = json!(false);
    }
    ctx.account.put(code);
}
