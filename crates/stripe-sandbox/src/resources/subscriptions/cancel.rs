//! Cancelling: scheduled, undone, and at once.

use serde_json::{Value, json};
use stripe_schema::Request;

use crate::billing::invoicing::{self, Bill};
use crate::billing::renewal::{first_period_end, take_pending};
use crate::billing::{phasing, prorating};
use crate::errors::{Answer, ApiError};
use crate::resources::{collection, feedback_options};
use crate::state::{Account, Ctx, kind};
use crate::values::{data, int, text};

use super::has_ended;

/// `cancellation_details` of a subscription nobody has cancelled.
pub(super) fn no_details() -> Value {
    json!({ "comment": null, "feedback": null, "feedback_option": null, "reason": null })
}

/// Applies `cancel_at` and `cancel_at_period_end`.
pub(super) fn schedule(subscription: &mut Value, sent: &Value, now: i64) -> Answer<()> {
    let at_period_end = sent["cancel_at_period_end"].as_bool();
    let at = &sent["cancel_at"];
    if at_period_end == Some(true) && !at.is_null() && *at != "" {
        return Err(ApiError::invalid(
            "You may only specify one of these parameters: cancel_at, cancel_at_period_end.",
        )
        .code("parameters_exclusive"));
    }
    if at_period_end == Some(true) {
        let end = first_period_end(subscription).unwrap_or(now);
        set_schedule(subscription, end, true, now);
    } else if !at.is_null() && *at != "" {
        let at = chosen_time(subscription, at, now)?;
        set_schedule(subscription, at, false, now);
    } else if at_period_end == Some(false) || *at == "" {
        clear_schedule(subscription);
    }
    Ok(())
}

pub(super) fn clear_schedule(subscription: &mut Value) {
    subscription["cancel_at"] = Value::Null;
    subscription["cancel_at_period_end"] = json!(false);
    subscription["canceled_at"] = Value::Null;
    subscription["cancellation_details"]["reason"] = Value::Null;
}

pub(super) fn set_schedule(subscription: &mut Value, at: i64, at_period_end: bool, now: i64) {
    subscription["cancel_at"] = json!(at);
    subscription["cancel_at_period_end"] = json!(at_period_end);
    subscription["canceled_at"] = json!(now);
    subscription["cancellation_details"]["reason"] = json!("cancellation_requested");
}

fn chosen_time(subscription: &Value, at: &Value, now: i64) -> Answer<i64> {
    let ends = data(&subscription["items"]).iter().map(|item| int(item, "current_period_end"));
    let time = match at.as_str() {
        None => at.as_i64(),
        Some(_) if subscription["billing_mode"]["type"] != "flexible" => {
            return Err(ApiError::invalid(
                "This value needs the billing mode flexible; migrate the subscription first.",
            )
            .param("cancel_at"));
        }
        Some("min_period_end") => ends.min(),
        Some(_) => ends.max(),
    };
    time.filter(|time| *time > now).ok_or_else(|| {
        ApiError::invalid("Invalid timestamp: cancel_at must be in the future.").param("cancel_at")
    })
}

/// A cancellation at the period's end moves with the period.
pub(super) fn follow_period(subscription: &mut Value) {
    if subscription["cancel_at_period_end"] == true
        && let Some(end) = first_period_end(subscription)
    {
        subscription["cancel_at"] = json!(end);
    }
}

/// Applies `cancellation_details`; an empty text clears a field.
pub(super) fn describe(account: &Account, subscription: &mut Value, sent: &Value) -> Answer<()> {
    let details = &sent["cancellation_details"];
    for field in ["comment", "feedback", "feedback_option"] {
        let Some(value) = details[field].as_str() else { continue };
        if field == "feedback_option" && !value.is_empty() {
            let param = "cancellation_details[feedback_option]";
            feedback_options::usable(account, value, param)?;
        }
        subscription["cancellation_details"][field] =
            if value.is_empty() { Value::Null } else { json!(value) };
    }
    Ok(())
}

/// `DELETE`: ends the subscription at once.
pub(crate) fn cancel_now(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let mut before = super::retrieve(ctx, call)?;
    if has_ended(&before) {
        return Err(ApiError::no_such("subscription", text(&before, "id")));
    }
    describe(ctx.account, &mut before, &call.params)?;
    let id = text(&before, "id").to_owned();
    end_now(ctx, before, &call.params);
    Ok(ctx.account.get(kind::SUBSCRIPTION, &id).cloned().unwrap_or_default())
}

/// Ends a subscription on request: `prorate` credits unused time, `invoice_now` bills what waits.
pub(crate) fn end_now(ctx: &mut Ctx<'_>, mut before: Value, sent: &Value) {
    let running = matches!(text(&before, "status"), "active" | "past_due");
    let mut lines = take_pending(ctx, &before);
    if sent["prorate"] == true && running {
        for item in data(&before["items"]) {
            lines.push(prorating::credit(ctx.account, ctx.ids, &before, item, ctx.now));
        }
    }
    if sent["invoice_now"] == true && !lines.is_empty() {
        let bill = Bill { reason: "subscription_update", at: ctx.now, lines };
        invoicing::issue(ctx, &mut before, bill);
    }
    before["cancellation_details"]["reason"] = json!("cancellation_requested");
    before["cancel_at"] = Value::Null;
    before["cancel_at_period_end"] = json!(false);
    before["canceled_at"] = json!(ctx.now);
    end(ctx, before);
}

/// Ends a subscription at the time that was planned: prorations that wait are collected then.
pub(crate) fn end_as_planned(ctx: &mut Ctx<'_>, mut subscription: Value) {
    let lines = take_pending(ctx, &subscription);
    if !lines.is_empty() {
        let bill = Bill { reason: "subscription_cycle", at: ctx.now, lines };
        invoicing::issue(ctx, &mut subscription, bill);
    }
    end(ctx, subscription);
}

/// Ends the subscription as of `ctx.now`; what waits for its next invoice is dropped.
pub(crate) fn end(ctx: &mut Ctx<'_>, mut subscription: Value) {
    take_pending(ctx, &subscription);
    subscription["status"] = json!("canceled");
    subscription["ended_at"] = json!(ctx.now);
    if subscription["canceled_at"].is_null() {
        subscription["canceled_at"] = json!(ctx.now);
    }
    if subscription["cancellation_details"]["reason"].is_null() {
        subscription["cancellation_details"]["reason"] = json!("cancellation_requested");
    }
    collection::stop(ctx, text(&subscription, "id"));
    ctx.account.put(subscription.clone());
    ctx.emit("customer.subscription.deleted", &subscription);
    phasing::subscription_ended(ctx, &subscription);
}
