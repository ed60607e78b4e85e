//! `/v1/refunds`: money given back from the charge that paid an invoice.

use serde_json::{Value, json};
use stripe_schema::Request;

use crate::errors::{Answer, ApiError};
use crate::listing;
use crate::resources::{param, params, payments, retrieve as retrieve_kind};
use crate::state::{Account, Ctx, kind};
use crate::values::{int, text};

pub(crate) const CREATE: &[&str] = &["amount", "charge", "metadata", "payment_intent", "reason"];

pub(crate) fn list(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let found = ctx
        .account
        .newest(kind::REFUND)
        .filter(|refund| listing::passes(refund, &call.params, &[]))
        .cloned()
        .collect();
    listing::page("/v1/refunds", found, &call.params)
}

pub(crate) fn retrieve(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    retrieve_kind(ctx, kind::REFUND, "refund", call)
}

/// Without an amount all that is left of the charge goes back.
pub(crate) fn create(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let intent = intent_of(ctx.account, call)?;
    let left = left_of(ctx.account, &intent);
    if left == 0 {
        let charge = text(&intent, "latest_charge");
        return Err(ApiError::invalid(format!("Charge {charge} has already been refunded."))
            .code("charge_already_refunded"));
    }
    let amount = call.params["amount"].as_i64().unwrap_or(left);
    if amount < 1 {
        return Err(ApiError::invalid("This value must be greater than or equal to 1.")
            .code("parameter_invalid_integer")
            .param("amount"));
    }
    if amount > left {
        return Err(ApiError::invalid(format!(
            "Refund amount ({amount}) is greater than unrefunded amount on charge ({left})"
        ))
        .param("amount"));
    }
    let mut extra = json!({ "metadata": {}, "reason": null });
    params::merge_metadata(&mut extra, &call.params)?;
    params::set_texts(&mut extra, &call.params, &["reason"]);
    Ok(make(ctx, &intent, amount, extra))
}

/// The payment to refund, named by itself or by its charge.
fn intent_of(account: &Account, call: &Request) -> Answer<Value> {
    match (param(call, "payment_intent"), param(call, "charge")) {
        (Some(id), None) => account
            .get(kind::PAYMENT_INTENT, id)
            .cloned()
            .ok_or_else(|| ApiError::no_such_param("payment_intent", id, "payment_intent")),
        (None, Some(id)) => payments::intent_of_charge(account, id)
            .ok_or_else(|| ApiError::no_such_param("charge", id, "charge")),
        _ => Err(ApiError::invalid(
            "You must specify exactly one of these parameters: charge, payment_intent.",
        )),
    }
}

/// What of a payment has not been given back, in minor units.
pub(crate) fn left_of(account: &Account, intent: &Value) -> i64 {
    let refunds = account.newest(kind::REFUND);
    let refunded: i64 = refunds
        .filter(|refund| refund["payment_intent"] == intent["id"])
        .map(|refund| int(refund, "amount"))
        .sum();
    int(intent, "amount_received") - refunded
}

/// Gives an amount back that has been checked. `extra` holds `metadata` and `reason`.
pub(crate) fn make(ctx: &mut Ctx<'_>, intent: &Value, amount: i64, extra: Value) -> Value {
    let refund = json!({
        "id": ctx.ids.long("re_3"),
        "object": kind::REFUND,
        "amount": amount,
        "balance_transaction": null,
        "charge": intent["latest_charge"],
        "created": ctx.now,
        "currency": intent["currency"],
        "metadata": extra["metadata"],
        "payment_intent": intent["id"],
        "reason": extra["reason"],
        "receipt_number": null,
        "source_transfer_reversal": null,
        "status": "succeeded",
        "transfer_reversal": null,
    });
    ctx.account.put(refund.clone());
    ctx.emit("refund.created", &refund);
    refund
}
