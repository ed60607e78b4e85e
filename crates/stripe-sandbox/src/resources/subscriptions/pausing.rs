//! Pausing a subscription itself (`/pause`, since 2026-09-30.endive) and resuming it.
//!
//! A paused subscription makes no invoices and its periods stand still. There is no date to
//! resume: somebody must call `/resume`.

use serde_json::{Value, json};
use stripe_schema::Request;

use crate::billing::invoicing::{self, Bill};
use crate::billing::period::Interval;
use crate::billing::prorating;
use crate::billing::renewal::{take_pending, wait_for_next};
use crate::errors::{Answer, ApiError};
use crate::state::{Account, Ctx, kind};
use crate::values::{data, int, text};

pub(crate) const RESUME: &[&str] =
    &["billing_cycle_anchor", "payment_behavior", "proration_behavior"];

/// A resumption invoice that no payment was attempted for is voided after this many seconds.
const TIME_TO_PAY: i64 = 23 * 60 * 60;

/// What is known of a pause beyond the subscription's status.
#[derive(Debug, Clone, Default)]
pub(crate) struct Pause {
    /// Asked for, rather than the end of a trial without a payment method.
    requested: bool,
    /// The rest of the period was credited when the pause began.
    credited: bool,
    /// The resumption that waits for its invoice to be paid.
    waiting: Option<Waiting>,
}

#[derive(Debug, Clone)]
struct Waiting {
    invoice: String,
    items: Value,
    anchor: Value,
}

/// `POST /pause`.
pub(crate) fn pause(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let id = call.path_params.first().map_or("", String::as_str);
    let before = super::retrieve(ctx, call)?;
    check_pausable(&before, id)?;
    let mut after = before.clone();
    let lines = unused_time(ctx, &before, &call.params["bill_for"]["unused_time_from"]);
    let pause = Pause { requested: true, credited: !lines.is_empty(), waiting: None };
    if call.params["invoicing_behavior"] == "invoice" {
        let mut all = take_pending(ctx, &before);
        all.extend(lines);
        if !all.is_empty() {
            let bill = Bill { reason: "subscription_update", at: ctx.now, lines: all };
            invoicing::issue(ctx, &mut after, bill);
        }
    } else if !lines.is_empty() {
        wait_for_next(ctx.account, &before, lines);
    }
    after["status"] = json!("paused");
    ctx.account.pauses.insert(id.to_owned(), pause);
    ctx.account.put(after.clone());
    ctx.emit("customer.subscription.paused", &after);
    ctx.emit_update("customer.subscription.updated", &before, &after);
    Ok(after)
}

fn check_pausable(subscription: &Value, id: &str) -> Answer<()> {
    if !matches!(text(subscription, "status"), "active" | "trialing") {
        return Err(ApiError::invalid(format!(
            "The subscription '{id}' cannot be paused: its status is {}.",
            text(subscription, "status")
        )));
    }
    if subscription["billing_mode"]["type"] != "flexible" {
        return Err(ApiError::invalid(
            "Pausing a subscription needs the billing mode flexible; migrate it first.",
        ));
    }
    if let Some(schedule) = subscription["schedule"].as_str() {
        return Err(ApiError::invalid(format!(
            "The subscription is managed by the subscription schedule `{schedule}` and cannot be \
             paused. Release the schedule first."
        )));
    }
    Ok(())
}

/// Credits for the time since now or since the period's start; nothing unless asked for.
fn unused_time(ctx: &mut Ctx<'_>, subscription: &Value, from: &Value) -> Vec<Value> {
    if subscription["status"] == "trialing" {
        return Vec::new();
    }
    let since = |item: &Value| match from["type"].as_str() {
        Some("now") => Some(ctx.now),
        Some("item_current_period_start") => Some(int(item, "current_period_start")),
        _ => None,
    };
    data(&subscription["items"])
        .iter()
        .filter_map(|item| Some((item, since(item)?)))
        .map(|(item, at)| prorating::credit(ctx.account, ctx.ids, subscription, item, at))
        .collect()
}

/// Resumes a subscription whose status is `paused`, and bills for the period that begins.
pub(crate) fn resume(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let before = super::retrieve(ctx, call)?;
    apply_resume(ctx, &before, &call.params)
}

/// The same by parameters; the subscription afterwards.
pub(crate) fn apply_resume(ctx: &mut Ctx<'_>, before: &Value, sent: &Value) -> Answer {
    let id = text(before, "id");
    if before["status"] != "paused" || before["collection_method"] != "charge_automatically" {
        return Err(ApiError::invalid(format!(
            "The subscription '{id}' cannot be resumed: only paused subscriptions that charge \
             automatically can."
        )));
    }
    let mut after = before.clone();
    let lines = begin_again(ctx, before, &mut after, sent);
    if !lines.is_empty() {
        let mut all = take_pending(ctx, before);
        all.extend(lines);
        let bill = Bill { reason: "subscription_update", at: ctx.now, lines: all };
        invoicing::issue(ctx, &mut after, bill);
    }
    let unpaid = after["status"] == "past_due";
    if unpaid && sent["payment_behavior"] == "resume_on_payment_success" {
        return Ok(wait_for_payment(ctx, before, &after));
    }
    ctx.account.pauses.remove(id);
    ctx.account.put(after.clone());
    ctx.emit("customer.subscription.resumed", &after);
    ctx.emit_update("customer.subscription.updated", before, &after);
    Ok(after)
}

/// Sets status and periods of a resumed subscription; the lines that bill for them.
fn begin_again(ctx: &mut Ctx<'_>, before: &Value, after: &mut Value, sent: &Value) -> Vec<Value> {
    if before["trial_end"].as_i64().is_some_and(|end| end > ctx.now) {
        after["status"] = json!("trialing");
        return Vec::new();
    }
    after["status"] = json!("active");
    let anchor = &sent["billing_cycle_anchor"];
    if *anchor != "unchanged" && anchor["type"] != "unchanged" {
        after["billing_cycle_anchor"] = json!(ctx.now);
        return super::restart_periods(ctx, after);
    }
    let pause = ctx.account.pauses.get(text(before, "id")).cloned().unwrap_or_default();
    let cycle = int(after, "billing_cycle_anchor");
    let mut begun = Vec::new();
    for item in after["items"]["data"].as_array_mut().into_iter().flatten() {
        if int(item, "current_period_end") > ctx.now && !pause.credited {
            continue;
        }
        let (_, end) = Interval::of_price(&item["price"]).around(cycle, ctx.now);
        item["current_period_start"] = json!(ctx.now);
        item["current_period_end"] = json!(end);
        begun.push(item.clone());
    }
    if sent["proration_behavior"] == "none" {
        return Vec::new();
    }
    begun.iter().map(|item| prorating::debit(ctx.account, ctx.ids, after, item, ctx.now)).collect()
}

/// The subscription stays paused until its resumption invoice is paid.
fn wait_for_payment(ctx: &mut Ctx<'_>, before: &Value, resumed: &Value) -> Value {
    let id = text(before, "id").to_owned();
    let mut after = before.clone();
    after["latest_invoice"] = resumed["latest_invoice"].clone();
    let waiting = Waiting {
        invoice: text(resumed, "latest_invoice").to_owned(),
        items: resumed["items"].clone(),
        anchor: resumed["billing_cycle_anchor"].clone(),
    };
    ctx.account.pauses.entry(id).or_default().waiting = Some(waiting);
    ctx.account.put(after.clone());
    ctx.emit_update("customer.subscription.updated", before, &after);
    after
}

/// Resumes a subscription whose resumption invoice has just been paid, in memory only.
pub(crate) fn invoice_paid(ctx: &mut Ctx<'_>, subscription: &mut Value, invoice: &Value) {
    let id = text(subscription, "id");
    let waiting = ctx.account.pauses.get(id).and_then(|pause| pause.waiting.clone());
    let Some(waiting) = waiting.filter(|waiting| invoice["id"] == *waiting.invoice) else {
        return;
    };
    ctx.account.pauses.remove(id);
    subscription["status"] = json!("active");
    subscription["items"] = waiting.items;
    subscription["billing_cycle_anchor"] = waiting.anchor;
    ctx.emit("customer.subscription.resumed", subscription);
}

/// When a resumption invoice is voided because nobody paid it.
pub(crate) fn gives_up_at(account: &Account, subscription: &Value) -> Option<i64> {
    let waiting = account.pauses.get(text(subscription, "id"))?.waiting.as_ref()?;
    Some(int(account.get(kind::INVOICE, &waiting.invoice)?, "created") + TIME_TO_PAY)
}

/// Voids the resumption invoice; the subscription stays paused.
pub(crate) fn give_up(ctx: &mut Ctx<'_>, subscription: &Value) {
    let pause = ctx.account.pauses.entry(text(subscription, "id").to_owned()).or_default();
    let Some(waiting) = pause.waiting.take() else { return };
    let Some(mut invoice) = ctx.account.get(kind::INVOICE, &waiting.invoice).cloned() else {
        return;
    };
    invoice["status"] = json!("void");
    invoice["status_transitions"]["voided_at"] = json!(ctx.now);
    invoice["auto_advance"] = json!(false);
    invoice["next_payment_attempt"] = Value::Null;
    ctx.account.put(invoice.clone());
    ctx.emit("invoice.voided", &invoice);
}

/// Adds `status_details` to every subscription of an answer: callers of the versions that have
/// `/pause` see it.
pub(crate) fn show_details(account: &Account, answer: &mut Value) {
    match answer {
        Value::Array(elements) => {
            elements.iter_mut().for_each(|element| show_details(account, element));
        }
        Value::Object(fields) => {
            fields.values_mut().for_each(|field| show_details(account, field));
            if fields.get("object").is_some_and(|object| object == kind::SUBSCRIPTION) {
                let details = details(account, answer);
                answer["status_details"] = details;
            }
        }
        _ => {}
    }
}

fn details(account: &Account, subscription: &Value) -> Value {
    if subscription["status"] != "paused" {
        return Value::Null;
    }
    let pause = account.pauses.get(text(subscription, "id"));
    let kind = if pause.is_some_and(|pause| pause.requested) {
        "pause_requested"
    } else {
        "trial_end_without_payment_method"
    };
    json!({ "paused": { "subscription": { "type": kind } } })
}
