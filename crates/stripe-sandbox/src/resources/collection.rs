//! What becomes of invoices that are not paid at once, and the outcomes a test can choose.
//!
//! Stripe retries a failed charge by a schedule of the account. The sandbox does not: a test says
//! what the retries came to, through `POST /_sandbox/collection`.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::billing::renewal::Due;
use crate::billing::{invoicing, phasing};
use crate::errors::{Answer, ApiError};
use crate::resources::subscriptions;
use crate::state::{Account, Ctx, kind};
use crate::values::{int, text};

/// A first payment has 23 hours to be made, in seconds.
const TIME_TO_PAY: i64 = 23 * 60 * 60;

/// What an attempt to collect an invoice comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CollectionOutcome {
    /// The invoice is paid; a subscription that waited for it becomes active.
    Paid,
    /// One more attempt fails.
    Failed,
    /// Stripe gives up and the subscription becomes `unpaid`.
    GivenUpUnpaid,
    /// Stripe gives up and cancels the subscription.
    GivenUpCanceled,
}

/// Brings about an outcome for an open invoice; the subscription afterwards.
pub(crate) fn settle(ctx: &mut Ctx<'_>, invoice: &str, outcome: CollectionOutcome) -> Answer {
    let mut invoice = ctx
        .account
        .get(kind::INVOICE, invoice)
        .cloned()
        .ok_or_else(|| ApiError::no_such("invoice", invoice))?;
    if invoice["status"] != "open" {
        return Err(ApiError::invalid(format!(
            "Only an open invoice can be collected; the status of {} is {}.",
            text(&invoice, "id"),
            text(&invoice, "status")
        )));
    }
    let id = text(&invoice["parent"]["subscription_details"], "subscription").to_owned();
    let before = ctx.account.get(kind::SUBSCRIPTION, &id).cloned().unwrap_or_default();
    check(&before, outcome)?;
    let mut after = before.clone();
    match outcome {
        CollectionOutcome::Paid => {
            let due = int(&invoice, "amount_due");
            invoicing::pay(ctx, &mut after, &mut invoice, due);
        }
        CollectionOutcome::Failed => invoicing::fail(ctx, &mut after, &mut invoice),
        CollectionOutcome::GivenUpUnpaid => {
            invoice["next_payment_attempt"] = Value::Null;
            after["status"] = json!("unpaid");
        }
        CollectionOutcome::GivenUpCanceled => {
            invoice["next_payment_attempt"] = Value::Null;
            ctx.account.put(invoice);
            after["cancellation_details"]["reason"] = json!("payment_failed");
            subscriptions::cancel::end(ctx, after);
            return Ok(ctx.account.get(kind::SUBSCRIPTION, &id).cloned().unwrap_or_default());
        }
    }
    ctx.account.put(invoice);
    ctx.account.put(after.clone());
    ctx.emit_update("customer.subscription.updated", &before, &after);
    Ok(after)
}

/// Whether the subscription can come to this.
fn check(subscription: &Value, outcome: CollectionOutcome) -> Answer<()> {
    let status = text(subscription, "status");
    let possible = match outcome {
        CollectionOutcome::Paid => true,
        // Attempts end with the subscription.
        CollectionOutcome::Failed => !subscriptions::has_ended(subscription),
        CollectionOutcome::GivenUpUnpaid | CollectionOutcome::GivenUpCanceled => {
            matches!(status, "past_due" | "unpaid")
        }
    };
    if possible {
        return Ok(());
    }
    Err(ApiError::invalid(format!(
        "The outcome is not possible for a subscription whose status is {status}."
    )))
}

/// When waiting for a payment ends by itself, and with what.
pub(crate) fn next_due(account: &Account, subscription: &Value) -> Option<(i64, Due)> {
    match text(subscription, "status") {
        "incomplete" => Some((int(subscription, "created") + TIME_TO_PAY, Due::Expire)),
        "active" => {
            let invoice = account.get(kind::INVOICE, text(subscription, "latest_invoice"))?;
            let due = invoice["due_date"].as_i64().filter(|_| invoice["status"] == "open")?;
            Some((due, Due::Overdue))
        }
        _ => None,
    }
}

/// The end of a subscription stops the collection of its open invoices.
pub(crate) fn stop(ctx: &mut Ctx<'_>, subscription: &str) {
    let open: Vec<Value> = ctx
        .account
        .newest(kind::INVOICE)
        .filter(|invoice| invoice["status"] == "open")
        .filter(|invoice| invoice["parent"]["subscription_details"]["subscription"] == subscription)
        .cloned()
        .collect();
    for before in open {
        let mut after = before.clone();
        after["auto_advance"] = json!(false);
        after["next_payment_attempt"] = Value::Null;
        ctx.account.put(after.clone());
        ctx.emit_update("invoice.updated", &before, &after);
    }
}

/// The first payment was not made in time: the invoice is void and the subscription over.
pub(crate) fn expire(ctx: &mut Ctx<'_>, subscription: &mut Value) {
    subscription["status"] = json!("incomplete_expired");
    subscription["ended_at"] = json!(ctx.now);
    phasing::subscription_ended(ctx, subscription);
    let latest = text(subscription, "latest_invoice");
    let Some(mut invoice) = ctx.account.get(kind::INVOICE, latest).cloned() else { return };
    invoice["status"] = json!("void");
    invoice["status_transitions"]["voided_at"] = json!(ctx.now);
    invoice["auto_advance"] = json!(false);
    invoice["next_payment_attempt"] = Value::Null;
    ctx.account.put(invoice.clone());
    ctx.emit("invoice.voided", &invoice);
}
