//! `/v1/credit_notes`: taking back a part of an invoice that has been paid.
//!
//! The sandbox credits paid invoices by one amount. All of it has to go somewhere: to the customer's
//! balance, back to the card, or outside of Stripe.

use serde_json::{Value, json};
use stripe_schema::Request;

use crate::errors::{Answer, ApiError};
use crate::listing;
use crate::resources::balance_transactions::{self, Movement};
use crate::resources::{params, payments, refunds, retrieve as retrieve_kind};
use crate::state::{Account, Ctx, kind};
use crate::values::{int, list as embedded, text};

pub(crate) const LIST: &[&str] =
    &["created", "customer", "ending_before", "invoice", "limit", "starting_after"];

pub(crate) const CREATE: &[&str] = &[
    "amount",
    "credit_amount",
    "email_type",
    "invoice",
    "memo",
    "metadata",
    "out_of_band_amount",
    "reason",
    "refund_amount",
];

pub(crate) fn list(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let found = ctx
        .account
        .newest(kind::CREDIT_NOTE)
        .filter(|note| listing::passes(note, &call.params, &[]))
        .cloned()
        .collect();
    listing::page("/v1/credit_notes", found, &call.params)
}

pub(crate) fn retrieve(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    retrieve_kind(ctx, kind::CREDIT_NOTE, "credit note", call)
}

/// The credit note as it would be; nothing is kept and nothing moves.
pub(crate) fn preview(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let plan = Plan::check(ctx.account, &call.params)?;
    draft(ctx, &plan, &call.params)
}

/// Issues the credit note, and moves the money as it says.
pub(crate) fn create(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let plan = Plan::check(ctx.account, &call.params)?;
    let mut note = draft(ctx, &plan, &call.params)?;
    // Everything has been checked: from here on things happen.
    if let Some(intent) = &plan.refunded {
        let extra = json!({ "metadata": {}, "reason": null });
        let refund = refunds::make(ctx, intent, plan.refund, extra);
        note["refunds"] = json!([{
            "amount_refunded": plan.refund, "payment_record_refund": null, "refund": refund["id"],
            "type": "refund",
        }]);
    }
    if plan.credit > 0 {
        let entry = balance_transactions::record(
            ctx,
            text(&plan.invoice, "customer"),
            text(&plan.invoice, "currency"),
            -plan.credit,
            Movement::CreditNote { note: text(&note, "id"), invoice: text(&plan.invoice, "id") },
        );
        note["customer_balance_transaction"] = entry["id"].clone();
    }
    ctx.account.put(note.clone());
    ctx.emit("credit_note.created", &note);
    let mut invoice = plan.invoice.clone();
    invoice["post_payment_credit_notes_amount"] =
        json!(int(&invoice, "post_payment_credit_notes_amount") + plan.amount);
    ctx.account.put(invoice.clone());
    ctx.emit_update("invoice.updated", &plan.invoice, &invoice);
    Ok(note)
}

/// A checked division of the credited amount, in minor units of the invoice's currency.
struct Plan {
    invoice: Value,
    amount: i64,
    credit: i64,
    refund: i64,
    out_of_band: i64,
    /// The payment that is refunded, if one is.
    refunded: Option<Value>,
}

impl Plan {
    fn check(account: &Account, sent: &Value) -> Answer<Self> {
        let id = text(sent, "invoice");
        let invoice = account
            .get(kind::INVOICE, id)
            .ok_or_else(|| ApiError::no_such_param("invoice", id, "invoice"))?;
        if invoice["status"] != "paid" {
            return Err(ApiError::invalid(format!(
                "The sandbox credits paid invoices only; the status of {id} is {}.",
                text(invoice, "status")
            ))
            .param("invoice"));
        }
        let amount = sent["amount"].as_i64().ok_or_else(|| ApiError::missing("amount"))?;
        let [credit, refund, out_of_band] =
            ["credit_amount", "refund_amount", "out_of_band_amount"].map(|name| int(sent, name));
        if amount < 1 || [credit, refund, out_of_band].iter().any(|part| *part < 0) {
            return Err(ApiError::invalid("Invalid positive integer")
                .code("parameter_invalid_integer")
                .param("amount"));
        }
        let left = int(invoice, "total") - int(invoice, "post_payment_credit_notes_amount");
        if amount > left {
            return Err(ApiError::invalid(format!(
                "The credit note amount ({amount}) is more than what is left to credit of the \
                 invoice ({left})."
            ))
            .param("amount"));
        }
        if i128::from(credit) + i128::from(refund) + i128::from(out_of_band) != i128::from(amount) {
            return Err(ApiError::invalid(format!(
                "The sum of refund_amount, credit_amount and out_of_band_amount must equal the \
                 amount ({amount}) of a credit note for a paid invoice."
            ))
            .param("amount"));
        }
        let refunded = payment_to_refund(account, id, refund)?;
        Ok(Self { invoice: invoice.clone(), amount, credit, refund, out_of_band, refunded })
    }
}

fn payment_to_refund(account: &Account, invoice: &str, amount: i64) -> Answer<Option<Value>> {
    if amount == 0 {
        return Ok(None);
    }
    let intent = payments::intent_of_invoice(account, invoice);
    let left = intent.as_ref().map_or(0, |intent| refunds::left_of(account, intent));
    if amount > left {
        return Err(ApiError::invalid(format!(
            "The refund_amount ({amount}) is more than what is left of the payment ({left})."
        ))
        .param("refund_amount"));
    }
    Ok(intent)
}

/// The note before any money has moved.
fn draft(ctx: &mut Ctx<'_>, plan: &Plan, sent: &Value) -> Answer {
    let Plan { invoice, amount, out_of_band, .. } = plan;
    let id = ctx.ids.long("cn_1");
    let notes = ctx.account.newest(kind::CREDIT_NOTE);
    let earlier = notes.filter(|note| note["invoice"] == invoice["id"]).count();
    let mut note = json!({
        "id": id,
        "object": kind::CREDIT_NOTE,
        "amount": amount,
        "amount_shipping": 0,
        "created": ctx.now,
        "currency": invoice["currency"],
        "customer": invoice["customer"],
        "customer_account": null,
        "customer_balance_transaction": null,
        "discount_amount": 0,
        "discount_amounts": [],
        "effective_at": ctx.now,
        "invoice": invoice["id"],
        "lines": embedded(&format!("/v1/credit_notes/{id}/lines"), vec![line(ctx, *amount)]),
        "livemode": false,
        "memo": null,
        "metadata": {},
        "number": format!("{}-CN-{:02}", text(invoice, "number"), earlier + 1),
        "out_of_band_amount": (*out_of_band > 0).then_some(out_of_band),
        "pdf": format!("https://sandbox.invalid/credit_notes/{id}.pdf"),
        "post_payment_amount": amount,
        "pre_payment_amount": 0,
        "pretax_credit_amounts": [],
        "reason": null,
        "refunds": [],
        "shipping_cost": null,
        "status": "issued",
        "subtotal": amount,
        "subtotal_excluding_tax": amount,
        "total": amount,
        "total_excluding_tax": amount,
        "total_taxes": [],
        "type": "post_payment",
        "voided_at": null,
    });
    params::merge_metadata(&mut note, sent)?;
    params::set_texts(&mut note, sent, &["memo", "reason"]);
    Ok(note)
}

/// The one line of a note that was asked for as an amount.
fn line(ctx: &mut Ctx<'_>, amount: i64) -> Value {
    json!({
        "id": ctx.ids.long("cnli_1"),
        "object": "credit_note_line_item",
        "amount": amount,
        "description": null,
        "discount_amount": 0,
        "discount_amounts": [],
        "livemode": false,
        "metadata": {},
        "pretax_credit_amounts": [],
        "quantity": 1,
        "tax_rates": [],
        "taxes": [],
        "type": "custom_line_item",
        "unit_amount": amount,
        "unit_amount_decimal": amount.to_string(),
    })
}
