//! `/v1/customers`.

use serde_json::{Value, json};
use stripe_schema::Request;

use crate::errors::{Answer, ApiError};
use crate::expand::present;
use crate::listing;
use crate::resources::{param, params, path_id, payment_methods, subscriptions, test_clocks};
use crate::state::{Ctx, kind};
use crate::values::text;

pub(crate) const LIST: &[&str] =
    &["created", "email", "ending_before", "limit", "starting_after", "test_clock"];

/// What a new customer takes: all that an update takes, and its clock.
pub(crate) const CREATE: &[&str] = &[
    "address",
    "balance",
    "description",
    "email",
    "invoice_prefix",
    "invoice_settings",
    "metadata",
    "name",
    "next_invoice_sequence",
    "payment_method",
    "phone",
    "preferred_locales",
    "tax_exempt",
    "test_clock",
];

pub(crate) const WRITE: &[&str] = &[
    "address",
    "balance",
    "description",
    "email",
    "invoice_prefix",
    "invoice_settings",
    "metadata",
    "name",
    "next_invoice_sequence",
    "payment_method",
    "phone",
    "preferred_locales",
    "tax_exempt",
];

/// The e-mail filter is exact and minds the case, as Stripe's. Customers on a test clock are listed
/// only by that clock.
pub(crate) fn list(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let found = ctx
        .account
        .newest(kind::CUSTOMER)
        .filter(|customer| test_clocks::shows(customer, &call.params))
        .filter(|customer| listing::passes(customer, &call.params, &[]))
        .cloned()
        .collect();
    listing::page("/v1/customers", found, &call.params)
}

/// A deleted customer is answered as a stub, not as missing.
pub(crate) fn retrieve(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let id = path_id(call);
    let customer =
        ctx.account.get(kind::CUSTOMER, id).ok_or_else(|| ApiError::no_such("customer", id))?;
    Ok(present(ctx.account, customer))
}

/// The customer named first in the path.
pub(crate) fn of_path(ctx: &Ctx<'_>, call: &Request) -> Answer<Value> {
    let id = call.path_params.first().map_or("", String::as_str);
    ctx.account.live(kind::CUSTOMER, id).cloned().ok_or_else(|| ApiError::no_such("customer", id))
}

pub(crate) fn create(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let id = ctx.ids.short("cus_");
    let mut customer = blank(ctx, &id);
    if let Some(clock) = param(call, "test_clock") {
        if ctx.account.live(kind::TEST_CLOCK, clock).is_none() {
            return Err(ApiError::no_such_param("test clock", clock, "test_clock"));
        }
        customer["test_clock"] = json!(clock);
    }
    fill(ctx, &mut customer, &call.params)?;
    ctx.account.put(customer.clone());
    ctx.emit("customer.created", &customer);
    Ok(customer)
}

/// A customer with nothing filled in.
pub(crate) fn blank(ctx: &mut Ctx<'_>, id: &str) -> Value {
    json!({
        "id": id,
        "object": kind::CUSTOMER,
        "address": null,
        "balance": 0,
        "created": ctx.now,
        "currency": null,
        "customer_account": null,
        "default_source": null,
        "delinquent": false,
        "description": null,
        "email": null,
        "invoice_prefix": ctx.ids.bare().to_uppercase(),
        "invoice_settings": {
            "custom_fields": null, "default_payment_method": null, "footer": null,
            "rendering_options": null,
        },
        "livemode": false,
        "metadata": {},
        "name": null,
        "next_invoice_sequence": 1,
        "phone": null,
        "preferred_locales": [],
        "shipping": null,
        "tax_exempt": "none",
        "test_clock": null,
    })
}

pub(crate) fn update(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let before = of_path(ctx, call)?;
    let mut after = before.clone();
    fill(ctx, &mut after, &call.params)?;
    ctx.account.put(after.clone());
    ctx.emit_update("customer.updated", &before, &after);
    Ok(after)
}

/// Writes the parameters of create and update. Fails before anything else changes.
pub(crate) fn fill(ctx: &mut Ctx<'_>, customer: &mut Value, sent: &Value) -> Answer<()> {
    params::only(
        &sent["invoice_settings"],
        &["default_payment_method", "footer"],
        "invoice_settings",
    )?;
    params::merge_metadata(customer, sent)?;
    params::set_texts(customer, sent, &["description", "email", "name", "phone"]);
    params::copy(
        customer,
        sent,
        &["balance", "invoice_prefix", "next_invoice_sequence", "preferred_locales"],
    );
    if let Some(exempt) = sent["tax_exempt"].as_str() {
        customer["tax_exempt"] = json!(if exempt.is_empty() { "none" } else { exempt });
    }
    match &sent["address"] {
        Value::Null => {}
        Value::Object(_) => customer["address"] = params::address(&sent["address"]),
        _ => customer["address"] = Value::Null,
    }
    params::set_texts(&mut customer["invoice_settings"], &sent["invoice_settings"], &["footer"]);
    let owner = text(customer, "id").to_owned();
    if let Some(method) = sent["payment_method"].as_str() {
        payment_methods::attach(ctx, method, &owner, "payment_method")?;
    }
    if let Some(method) = sent["invoice_settings"]["default_payment_method"].as_str() {
        let param = "invoice_settings[default_payment_method]";
        let method = payment_methods::attach(ctx, method, &owner, param)?;
        customer["invoice_settings"]["default_payment_method"] = json!(method);
    }
    Ok(())
}

/// Deletes the customer and cancels what it is subscribed to.
pub(crate) fn delete(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let customer = of_path(ctx, call)?;
    remove(ctx, &customer);
    Ok(present(ctx.account, &customer))
}

/// Deletes a customer that is there.
pub(crate) fn remove(ctx: &mut Ctx<'_>, customer: &Value) {
    let id = text(customer, "id").to_owned();
    for subscription in ctx.account.subscriptions_of(&id) {
        if !subscriptions::has_ended(&subscription) {
            subscriptions::cancel::end(ctx, subscription);
        }
    }
    ctx.account.delete(kind::CUSTOMER, &id);
    ctx.emit("customer.deleted", customer);
}
