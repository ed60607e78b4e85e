//! `/v1/customers/{customer}/balance_transactions`: credit a customer holds.

use serde_json::{Value, json};
use stripe_schema::Request;

use crate::errors::{Answer, ApiError};
use crate::listing;
use crate::resources::{customers, params};
use crate::state::{Ctx, kind};
use crate::values::{int, text};

pub(crate) fn list(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let customer = customers::of_path(ctx, call)?;
    let id = text(&customer, "id");
    let found = ctx
        .account
        .newest(kind::BALANCE_TRANSACTION)
        .filter(|entry| entry["customer"] == id)
        .filter(|entry| listing::passes(entry, &call.params, &[]))
        .cloned()
        .collect();
    listing::page(&format!("/v1/customers/{id}/balance_transactions"), found, &call.params)
}

pub(crate) fn create(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let customer = customers::of_path(ctx, call)?;
    let currency = text(&call.params, "currency").to_lowercase();
    if customer["currency"].as_str().is_some_and(|known| known != currency) {
        return Err(ApiError::invalid(
            "The currency must be the one the customer is already billed in.",
        )
        .param("currency"));
    }
    let mut extra = json!({ "description": null, "metadata": {} });
    params::set_texts(&mut extra, &call.params, &["description"]);
    params::merge_metadata(&mut extra, &call.params)?;
    let amount = int(&call.params, "amount");
    let entry = record(ctx, &customer, &currency, amount, json!(null), &extra);
    Ok(entry)
}

/// Uses an open invoice's share of the customer's balance.
pub(crate) fn settle(ctx: &mut Ctx<'_>, invoice: &Value) {
    let change = int(invoice, "ending_balance") - int(invoice, "starting_balance");
    let Some(customer) = ctx.account.get(kind::CUSTOMER, text(invoice, "customer")).cloned() else {
        return;
    };
    if change != 0 {
        let currency = text(invoice, "currency").to_owned();
        let extra = json!({ "description": null, "metadata": {} });
        record(ctx, &customer, &currency, change, invoice["id"].clone(), &extra);
    }
}

fn record(
    ctx: &mut Ctx<'_>,
    customer: &Value,
    currency: &str,
    amount: i64,
    invoice: Value,
    extra: &Value,
) -> Value {
    let mut after = customer.clone();
    let ending = int(customer, "balance").saturating_add(amount);
    after["balance"] = json!(ending);
    after["currency"] = json!(currency);
    let entry = json!({
        "id": ctx.ids.long("cbtxn_1"),
        "object": kind::BALANCE_TRANSACTION,
        "amount": amount,
        "checkout_session": null,
        "created": ctx.now,
        "credit_note": null,
        "currency": currency,
        "customer": customer["id"],
        "customer_account": null,
        "description": extra["description"],
        "ending_balance": ending,
        "invoice": invoice,
        "livemode": false,
        "metadata": extra["metadata"],
        "type": if invoice.is_null() { "adjustment" } else { "applied_to_invoice" },
    });
    ctx.account.put(after.clone());
    ctx.account.put(entry.clone());
    ctx.emit_update("customer.updated", customer, &after);
    entry
}
