//! `/v1/invoices/create_preview`: the next invoice, found by living it on a copy.
//!
//! The subscription, its discounts and prices are copied, the changes asked about are made there,
//! and the copy's calendar runs until an invoice is collected. Trials, discounts that end, credit,
//! pauses and cancellations are therefore treated exactly as the clock will treat them. Invoices
//! that a paused collection voids are skipped, as nobody will be asked to pay them.

use serde_json::{Value, json};
use stripe_schema::Request;

use crate::billing::renewal::{carry_out, next_due};
use crate::errors::{Answer, ApiError};
use crate::ids::Ids;
use crate::resources::subscriptions::{has_ended, update};
use crate::resources::{param, params};
use crate::state::{Account, Cause, Ctx, kind};
use crate::values::text;

pub(crate) const PARAMS: &[&str] =
    &["customer", "discounts", "preview_mode", "subscription", "subscription_details"];

/// What may be asked about, as in an update of the subscription.
const DETAILS: &[&str] =
    &["cancel_at", "cancel_at_period_end", "items", "proration_behavior", "trial_end"];

/// More steps than any subscription needs to its next paid invoice.
const MAX_STEPS: usize = 500;

pub(crate) fn create(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let subscription = subscription_of(ctx, call)?;
    let changes = changes(call)?;
    let mut ids = Ids::new(ctx.now.unsigned_abs());
    let mut account = excerpt(ctx.account, &subscription);
    let mut copy =
        Ctx { account: &mut account, ids: &mut ids, now: ctx.now, cause: Cause::default() };
    update::apply(&mut copy, &subscription, &changes)?;
    let id = text(&subscription, "id");
    for _ in 0..MAX_STEPS {
        if let Some(invoice) = collected(copy.account) {
            return Ok(as_preview(&invoice));
        }
        let due = copy.account.get(kind::SUBSCRIPTION, id).and_then(|s| next_due(copy.account, s));
        let Some((at, due)) = due else { break };
        copy.now = at;
        carry_out(&mut copy, id, due);
    }
    Err(none_upcoming(&subscription))
}

fn none_upcoming(subscription: &Value) -> ApiError {
    ApiError::invalid(format!(
        "No upcoming invoices for customer: {}",
        text(subscription, "customer")
    ))
    .code("invoice_upcoming_none")
    .status(404)
}

/// The subscription asked about, or the customer's newest that runs.
fn subscription_of(ctx: &Ctx<'_>, call: &Request) -> Answer<Value> {
    let found = match (param(call, "subscription"), param(call, "customer")) {
        (Some(id), customer) => {
            let found = ctx.account.live(kind::SUBSCRIPTION, id).cloned();
            let found =
                found.filter(|found| customer.is_none_or(|owner| found["customer"] == owner));
            found.ok_or_else(|| ApiError::no_such_param("subscription", id, "subscription"))?
        }
        (None, Some(customer)) => {
            let mut own = ctx.account.subscriptions_of(customer).into_iter();
            own.find(|subscription| !has_ended(subscription))
                .ok_or_else(|| none_upcoming(&json!({ "customer": customer })))?
        }
        (None, None) => return Err(ApiError::missing("customer")),
    };
    if has_ended(&found) {
        return Err(none_upcoming(&found));
    }
    Ok(found)
}

fn changes(call: &Request) -> Answer<Value> {
    let details = &call.params["subscription_details"];
    params::only(details, DETAILS, "subscription_details")?;
    if param(call, "preview_mode") == Some("recurring") {
        return Err(
            ApiError::invalid("The sandbox previews the next invoice only.").param("preview_mode")
        );
    }
    let mut changes = if details.is_object() { details.clone() } else { json!({}) };
    if let Some(discounts) = call.params.get("discounts") {
        changes["discounts"] = discounts.clone();
    }
    Ok(changes)
}

/// What one subscription's billing can touch, without its history.
fn excerpt(account: &Account, subscription: &Value) -> Account {
    let mut copy = account.copy_of(&[
        kind::COUPON,
        kind::DISCOUNT,
        kind::PAYMENT_METHOD,
        kind::PRICE,
        kind::PRODUCT,
        kind::PROMOTION_CODE,
    ]);
    if let Some(customer) = account.get(kind::CUSTOMER, text(subscription, "customer")) {
        copy.put(customer.clone());
    }
    copy.put(subscription.clone());
    let id = text(subscription, "id");
    if let Some(lines) = account.pending_lines.get(id) {
        copy.pending_lines.insert(id.to_owned(), lines.clone());
    }
    copy
}

/// The first invoice somebody is asked to pay, as it was when it was made.
fn collected(account: &Account) -> Option<Value> {
    let invoice = account
        .newest(kind::INVOICE)
        .filter(|invoice| matches!(text(invoice, "status"), "open" | "paid"))
        .last()?;
    account
        .newest(kind::EVENT)
        .filter(|event| event["type"] == "invoice.created")
        .map(|event| &event["data"]["object"])
        .find(|made| made["id"] == invoice["id"])
        .cloned()
}

fn as_preview(invoice: &Value) -> Value {
    let id = format!("upcoming_{}", text(invoice, "id"));
    let mut preview = invoice.clone();
    for line in preview["lines"]["data"].as_array_mut().into_iter().flatten() {
        line["invoice"] = json!(id);
    }
    preview["lines"]["url"] = json!(format!("/v1/invoices/upcoming/lines?invoice={id}"));
    if preview["billing_reason"] == "subscription_cycle" {
        preview["billing_reason"] = json!("upcoming");
    }
    preview["id"] = json!(id);
    preview
}
