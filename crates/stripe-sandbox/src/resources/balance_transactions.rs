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
    Ok(record(ctx, text(&customer, "id"), &currency, amount, Movement::Adjustment(extra)))
}

/// Uses an open invoice's share of the customer's balance.
pub(crate) fn settle(ctx: &mut Ctx<'_>, invoice: &Value) {
    let change = int(invoice, "ending_balance") - int(invoice, "starting_balance");
    if change != 0 {
        let (customer, currency) = (text(invoice, "customer"), text(invoice, "currency"));
        let movement = Movement::Invoice(text(invoice, "id"));
        record(ctx, customer, currency, change, movement);
    }
}

/// Why a customer's balance moves.
pub(crate) enum Movement<'a> {
    /// The business did it; `description` and `metadata` are its words.
    Adjustment(Value),
    /// This invoice used the balance, or added to it.
    Invoice(&'a str),
    /// This credit note of this invoice put money there.
    CreditNote { note: &'a str, invoice: &'a str },
}

/// Moves a customer's balance by `amount` minor units: below zero is credit the customer holds.
pub(crate) fn record(
    ctx: &mut Ctx<'_>,
    customer: &str,
    currency: &str,
    amount: i64,
    movement: Movement<'_>,
) -> Value {
    let before = ctx.account.get(kind::CUSTOMER, customer).cloned().unwrap_or_default();
    let mut after = before.clone();
    let ending = int(&before, "balance").saturating_add(amount);
    after["balance"] = json!(ending);
    after["currency"] = json!(currency);
    let plain = json!({ "description": null, "metadata": {} });
    let (kind_of, invoice, note, words) = match movement {
        Movement::Adjustment(words) => ("adjustment", None, None, words),
        Movement::Invoice(invoice) => ("applied_to_invoice", Some(invoice), None, plain),
        Movement::CreditNote { note, invoice } => ("credit_note", Some(invoice), Some(note), plain),
    };
    let entry = json!({
        "id": ctx.ids.long("cbtxn_1"),
        "object": kind::BALANCE_TRANSACTION,
        "amount": amount,
        "checkout_session": null,
        "created": ctx.now,
        "credit_note": note,
        "currency": currency,
        "customer": customer,
        "customer_account": null,
        "description": words["description"],
        "ending_balance": ending,
        "invoice": invoice,
        "livemode": false,
        "metadata": words["metadata"],
        "type": kind_of,
    });
    // A customer that has been deleted meanwhile keeps its last state.
    if before.is_object() {
        ctx.account.put(after.clone());
        ctx.emit_update("customer.updated", &before, &after);
    }
    ctx.account.put(entry.clone());
    entry
}
