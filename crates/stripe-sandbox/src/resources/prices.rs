//! `/v1/prices`. Amounts are in the currency's minor unit, of which JPY has none and KWD three
//! digits; Stripe's API never scales them.

use serde_json::{Value, json};
use stripe_schema::Request;

use crate::errors::{Answer, ApiError};
use crate::listing;
use crate::resources::{param, params, products, retrieve as retrieve_kind};
use crate::state::{Ctx, kind};
use crate::values::{int, text, texts};

pub(crate) const LIST: &[&str] = &[
    "active",
    "created",
    "currency",
    "ending_before",
    "limit",
    "lookup_keys",
    "product",
    "recurring",
    "starting_after",
    "type",
];

pub(crate) const CREATE: &[&str] = &[
    "active",
    "billing_scheme",
    "currency",
    "lookup_key",
    "metadata",
    "nickname",
    "product",
    "product_data",
    "recurring",
    "tax_behavior",
    "unit_amount",
];

/// Longest period of each unit Stripe takes: three years.
const LONGEST: [(&str, i64); 4] = [("day", 1095), ("week", 156), ("month", 36), ("year", 3)];

pub(crate) fn list(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let recurring = &call.params["recurring"];
    let keys = texts(&call.params, "lookup_keys");
    let found = ctx
        .account
        .newest(kind::PRICE)
        .filter(|price| listing::passes(price, &call.params, &["recurring", "lookup_keys"]))
        .filter(|price| keys.is_empty() || keys.iter().any(|key| price["lookup_key"] == *key))
        .filter(|price| listing::passes(&price["recurring"], recurring, &[]) || recurring.is_null())
        .cloned()
        .collect();
    listing::page("/v1/prices", found, &call.params)
}

pub(crate) fn retrieve(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    retrieve_kind(ctx, kind::PRICE, "price", call)
}

pub(crate) fn create(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    check(&call.params)?;
    let recurring = ["interval", "interval_count", "meter", "usage_type"];
    params::only(&call.params["recurring"], &recurring, "recurring")?;
    let product_data = &call.params["product_data"];
    params::only(
        product_data,
        &["active", "id", "metadata", "name", "statement_descriptor", "unit_label"],
        "product_data",
    )?;
    let product = match (param(call, "product"), product_data.is_object()) {
        (Some(id), false) => {
            if ctx.account.live(kind::PRODUCT, id).is_none() {
                return Err(ApiError::no_such_param("product", id, "product"));
            }
            id.to_owned()
        }
        (None, true) => {
            let id = match product_data["id"].as_str() {
                Some(id) => id.to_owned(),
                None => ctx.ids.short("prod_"),
            };
            text(&products::add(ctx, &id, product_data)?, "id").to_owned()
        }
        _ => {
            return Err(ApiError::invalid(
                "You must specify exactly one of these parameters: product, product_data.",
            )
            .param("product"));
        }
    };
    let id = ctx.ids.long("price_1");
    add(ctx, &id, &product, &call.params)
}

/// Whether what a price's `recurring` says is billed by usage. The sandbox knows no usage: such a
/// price bills nothing, and its items have no quantity.
pub(crate) fn is_metered(recurring: &Value) -> bool {
    recurring["usage_type"] == "metered"
}

fn check(sent: &Value) -> Answer<()> {
    if sent["billing_scheme"] == "tiered" {
        return Err(ApiError::invalid("The sandbox does not implement tiered prices.")
            .param("billing_scheme"));
    }
    let currency = text(sent, "currency");
    if currency.len() != 3 || !currency.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return Err(ApiError::invalid(format!("Invalid currency: {currency}")).param("currency"));
    }
    match sent["unit_amount"].as_i64() {
        None => return Err(ApiError::missing("unit_amount")),
        Some(amount) if !(0..=99_999_999_999).contains(&amount) => {
            return Err(ApiError::invalid("Invalid non-negative integer").param("unit_amount"));
        }
        Some(_) => {}
    }
    let recurring = &sent["recurring"];
    if is_metered(recurring) && recurring["meter"].as_str().is_none_or(str::is_empty) {
        return Err(ApiError::invalid("Metered prices must be backed by a meter.")
            .param("recurring[meter]"));
    }
    let count = recurring["interval_count"].as_i64().unwrap_or(1);
    let longest = LONGEST.iter().find(|(unit, _)| recurring["interval"] == *unit);
    match longest {
        Some((_, longest)) if !(1..=*longest).contains(&count) => Err(ApiError::invalid(
            "The interval count must be positive and the period at most three years.",
        )
        .param("recurring[interval_count]")),
        _ => Ok(()),
    }
}

/// Adds a price under a given id.
pub(crate) fn add(ctx: &mut Ctx<'_>, id: &str, product: &str, sent: &Value) -> Answer {
    let recurring = match &sent["recurring"] {
        Value::Object(_) => json!({
            "interval": sent["recurring"]["interval"],
            "interval_count": sent["recurring"]["interval_count"].as_i64().unwrap_or(1),
            "meter": sent["recurring"]["meter"],
            "usage_type": sent["recurring"]["usage_type"].as_str().unwrap_or("licensed"),
        }),
        _ => Value::Null,
    };
    let amount = int(sent, "unit_amount");
    let mut price = json!({
        "id": id,
        "object": kind::PRICE,
        "active": true,
        "billing_scheme": "per_unit",
        "created": ctx.now,
        "currency": text(sent, "currency").to_lowercase(),
        "custom_unit_amount": null,
        "livemode": false,
        "lookup_key": null,
        "metadata": {},
        "nickname": null,
        "product": product,
        "tax_behavior": "unspecified",
        "tiers_mode": null,
        "transform_quantity": null,
        "type": if recurring.is_null() { "one_time" } else { "recurring" },
        "recurring": recurring,
        "unit_amount": amount,
        "unit_amount_decimal": amount.to_string(),
    });
    params::merge_metadata(&mut price, sent)?;
    params::set_texts(&mut price, sent, &["lookup_key", "nickname"]);
    params::copy(&mut price, sent, &["active", "tax_behavior"]);
    ctx.account.put(price.clone());
    ctx.emit("price.created", &price);
    Ok(price)
}
