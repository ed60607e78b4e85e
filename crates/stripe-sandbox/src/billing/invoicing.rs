//! Invoices: what they add up to, and what happens when one is issued.

use serde_json::{Value, json};

use crate::billing::period::DAY;
use crate::billing::{discounting, prorating};
use crate::ids::Ids;
use crate::resources::subscriptions::pausing;
use crate::resources::{balance_transactions, discounts, payment_methods, payments};
use crate::state::{Account, Ctx, kind};
use crate::values::{array, data, int, list, text, texts};

/// An invoice to be.
pub(crate) struct Bill {
    /// Stripe's `billing_reason`.
    pub(crate) reason: &'static str,
    /// When it is made, Unix seconds.
    pub(crate) at: i64,
    pub(crate) lines: Vec<Value>,
}

/// The invoice as a draft, with every amount computed and nothing changed.
pub(crate) fn compute(account: &Account, ids: &mut Ids, subscription: &Value, bill: Bill) -> Value {
    let Bill { reason, at, mut lines } = bill;
    let discounts = texts(subscription, "discounts");
    let totals = discounting::apply(account, &mut lines, &discounts, at);
    let id = ids.long("in_1");
    for line in &mut lines {
        line["invoice"] = json!(id);
    }
    let subtotal: i64 = lines.iter().map(|line| int(line, "amount")).sum();
    let total = subtotal - totals.iter().map(|(_, amount)| amount).sum::<i64>();
    let customer = account.get(kind::CUSTOMER, text(subscription, "customer"));
    let balance = customer.map_or(0, |customer| int(customer, "balance"));
    let due = (total + balance).max(0);
    let ending_balance = total + balance - due;
    let mut invoice = skeleton(subscription, customer, reason, at);
    let fields = json!({
        "id": id,
        "amount_due": due,
        "amount_remaining": due,
        "discounts": discounts,
        "ending_balance": ending_balance,
        "lines": list(&format!("/v1/invoices/{id}/lines"), lines),
        "starting_balance": balance,
        "subtotal": subtotal,
        "subtotal_excluding_tax": subtotal,
        "total": total,
        "total_discount_amounts": totals
            .iter()
            .map(|(discount, amount)| json!({ "amount": amount, "discount": discount }))
            .collect::<Vec<_>>(),
        "total_excluding_tax": total,
    });
    merge(&mut invoice, fields);
    invoice
}

/// The fields that do not depend on the lines.
fn skeleton(subscription: &Value, customer: Option<&Value>, reason: &str, at: i64) -> Value {
    let customer = customer.unwrap_or(&Value::Null);
    let mut invoice = json!({
        "object": "invoice",
        "account_country": "US",
        "account_name": "Lumen Notes",
        "account_tax_ids": null,
        "amount_overpaid": 0,
        "amount_paid": 0,
        "amount_paid_off_stripe": 0,
        "amount_shipping": 0,
        "application": null,
        "attempt_count": 0,
        "attempted": false,
        "auto_advance": true,
        "automatic_tax": {
            "disabled_reason": null, "enabled": false, "liability": null, "provider": null,
            "status": null,
        },
        "automatically_finalizes_at": null,
        "billing_reason": reason,
        "collection_method": subscription["collection_method"],
        "created": at,
        "currency": subscription["currency"],
        "custom_fields": null,
        "customer": subscription["customer"],
        "customer_account": null,
        "customer_address": customer["address"],
        "customer_email": customer["email"],
        "customer_name": customer["name"],
        "customer_phone": customer["phone"],
        "customer_shipping": null,
        "customer_tax_exempt": "none",
        "customer_tax_ids": [],
        "default_payment_method": null,
        "default_source": null,
        "default_tax_rates": [],
        "description": null,
        "due_date": null,
        "effective_at": null,
        "footer": null,
        "from_invoice": null,
        "hosted_invoice_url": null,
    });
    merge(&mut invoice, second_half(subscription, at));
    invoice
}

fn second_half(subscription: &Value, at: i64) -> Value {
    json!({
        "invoice_pdf": null,
        "issuer": { "type": "self" },
        "last_finalization_error": null,
        "latest_revision": null,
        "livemode": false,
        "metadata": {},
        "next_payment_attempt": null,
        "number": null,
        "on_behalf_of": null,
        "parent": {
            "quote_details": null,
            "subscription_details": {
                "metadata": subscription["metadata"], "subscription": subscription["id"],
            },
            "type": "subscription_details",
        },
        "payment_settings": {
            "default_mandate": null, "payment_method_options": null, "payment_method_types": null,
        },
        "period_end": at,
        "period_start": at,
        "post_payment_credit_notes_amount": 0,
        "pre_payment_credit_notes_amount": 0,
        "receipt_number": null,
        "rendering": null,
        "shipping_cost": null,
        "shipping_details": null,
        "statement_descriptor": null,
        "status": "draft",
        "status_transitions": {
            "finalized_at": null, "marked_uncollectible_at": null, "paid_at": null,
            "voided_at": null,
        },
        "test_clock": subscription["test_clock"],
        "total_pretax_credit_amounts": [],
        "total_taxes": [],
        "webhooks_delivered_at": at,
    })
}

pub(crate) fn merge(object: &mut Value, fields: Value) {
    if let (Some(object), Value::Object(fields)) = (object.as_object_mut(), fields) {
        object.extend(fields);
    }
}

/// Makes the invoice and everything that follows from it: discounts used up, the customer's
/// balance, payment, events. `subscription` is changed but not stored.
pub(crate) fn issue(ctx: &mut Ctx<'_>, subscription: &mut Value, bill: Bill) {
    let since = bill.at;
    issue_since(ctx, subscription, bill, since);
}

/// The same for an invoice that closes a period which began at `since`, Unix seconds.
pub(crate) fn issue_since(ctx: &mut Ctx<'_>, subscription: &mut Value, bill: Bill, since: i64) {
    let mut invoice = compute(ctx.account, ctx.ids, subscription, bill);
    invoice["period_start"] = json!(since);
    use_up_once(ctx, subscription, &invoice);
    let voided = subscription["pause_collection"]["behavior"] == "void";
    prorating::remember(ctx.account, data(&invoice["lines"]), !voided);
    subscription["latest_invoice"] = invoice["id"].clone();
    ctx.account.put(invoice.clone());
    ctx.emit("invoice.created", &invoice);
    match subscription["pause_collection"]["behavior"].as_str() {
        Some("keep_as_draft") => invoice["auto_advance"] = json!(false),
        Some(behavior) => close_uncollected(ctx, &mut invoice, behavior),
        // Stripe goes on making invoices of what nobody pays, and leaves them as drafts.
        None if subscription["status"] == "unpaid" => invoice["auto_advance"] = json!(false),
        None => finalize(ctx, subscription, &mut invoice),
    }
    ctx.account.put(invoice);
}

/// Coupons that last one invoice end with the first one they reduce.
fn use_up_once(ctx: &mut Ctx<'_>, subscription: &mut Value, invoice: &Value) {
    let used: Vec<String> = array(invoice, "total_discount_amounts")
        .iter()
        .filter(|cut| int(cut, "amount") > 0)
        .map(|cut| text(cut, "discount").to_owned())
        .filter(|id| discounts::duration(ctx.account, id) == "once")
        .collect();
    for id in used {
        if let Some(list) = subscription["discounts"].as_array_mut() {
            list.retain(|known| *known != json!(id));
        }
        discounts::remove(ctx, &id);
    }
}

fn close_uncollected(ctx: &mut Ctx<'_>, invoice: &mut Value, behavior: &str) {
    number(ctx, invoice);
    let (status, at, event) = if behavior == "void" {
        ("void", "voided_at", "invoice.voided")
    } else {
        ("uncollectible", "marked_uncollectible_at", "invoice.marked_uncollectible")
    };
    invoice["status"] = json!(status);
    invoice["status_transitions"][at] = json!(ctx.now);
    invoice["auto_advance"] = json!(false);
    ctx.emit("invoice.finalized", invoice);
    ctx.emit(event, invoice);
}

/// Gives the invoice its number and its time of finalization.
fn number(ctx: &mut Ctx<'_>, invoice: &mut Value) {
    let customer_id = text(invoice, "customer").to_owned();
    if let Some(mut customer) = ctx.account.get(kind::CUSTOMER, &customer_id).cloned() {
        let sequence = int(&customer, "next_invoice_sequence");
        invoice["number"] = json!(format!("{}-{sequence:04}", text(&customer, "invoice_prefix")));
        customer["next_invoice_sequence"] = json!(sequence + 1);
        ctx.account.put(customer);
    }
    invoice["status_transitions"]["finalized_at"] = json!(ctx.now);
    invoice["effective_at"] = json!(ctx.now);
}

fn finalize(ctx: &mut Ctx<'_>, subscription: &mut Value, invoice: &mut Value) {
    number(ctx, invoice);
    invoice["status"] = json!("open");
    balance_transactions::settle(ctx, invoice);
    ctx.emit("invoice.finalized", invoice);
    let due = int(invoice, "amount_due");
    if due > 0 && invoice["collection_method"] == "send_invoice" {
        let days = int(subscription, "days_until_due");
        invoice["due_date"] = json!(ctx.now + days * DAY);
        ctx.emit("invoice.sent", invoice);
        return;
    }
    invoice["attempted"] = json!(due > 0);
    if due > 0 && payment_methods::fails(ctx.account, subscription) {
        fail(ctx, subscription, invoice);
    } else {
        pay(ctx, subscription, invoice, due);
    }
}

/// An attempt to collect the invoice fails.
pub(crate) fn fail(ctx: &mut Ctx<'_>, subscription: &mut Value, invoice: &mut Value) {
    invoice["attempted"] = json!(true);
    invoice["attempt_count"] = json!(int(invoice, "attempt_count") + 1);
    invoice["next_payment_attempt"] = json!(ctx.now + 3 * DAY);
    let first = invoice["billing_reason"] == "subscription_create";
    if subscription["status"] != "unpaid" {
        subscription["status"] = json!(if first { "incomplete" } else { "past_due" });
    }
    set_delinquent(ctx, text(subscription, "customer"), true);
    ctx.emit("invoice.payment_failed", invoice);
}

/// `due` is collected, which is all of the invoice.
pub(crate) fn pay(ctx: &mut Ctx<'_>, subscription: &mut Value, invoice: &mut Value, due: i64) {
    merge(
        invoice,
        json!({
            "status": "paid", "amount_paid": due, "amount_remaining": 0,
            "attempt_count": int(invoice, "attempt_count") + i64::from(due > 0),
            "attempted": due > 0, "auto_advance": false, "next_payment_attempt": null,
        }),
    );
    invoice["status_transitions"]["paid_at"] = json!(ctx.now);
    payments::record(ctx, invoice, payment_methods::of_subscription(ctx.account, subscription));
    if matches!(text(subscription, "status"), "past_due" | "incomplete" | "unpaid") {
        subscription["status"] = json!("active");
        set_delinquent(ctx, text(subscription, "customer"), false);
    }
    pausing::invoice_paid(ctx, subscription, invoice);
    ctx.emit("invoice.paid", invoice);
    ctx.emit("invoice.payment_succeeded", invoice);
}

fn set_delinquent(ctx: &mut Ctx<'_>, customer: &str, delinquent: bool) {
    if let Some(mut customer) = ctx.account.get(kind::CUSTOMER, customer).cloned() {
        customer["delinquent"] = json!(delinquent);
        ctx.account.put(customer);
    }
}
