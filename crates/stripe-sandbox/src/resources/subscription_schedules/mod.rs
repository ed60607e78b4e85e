//! `/v1/subscription_schedules`: changes planned ahead, phase by phase.
//!
//! Not implemented, and refused: backdated starts, one-off items of a phase, default settings, and
//! the end behaviors `none` and `renew`. When the last phase ends with `release` the schedule is
//! `released`; with `cancel` it is `completed` and its subscription canceled.

pub(crate) mod create;
mod phases;
pub(crate) mod update;

use serde_json::{Value, json};
use stripe_schema::Request;

use crate::billing::phasing;
use crate::errors::{Answer, ApiError};
use crate::listing;
use crate::resources::subscriptions::cancel;
use crate::resources::{param, path_id, retrieve as retrieve_kind, test_clocks};
use crate::state::{Ctx, kind};
use crate::values::text;

pub(crate) fn list(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    if let Some(customer) = param(call, "customer")
        && ctx.account.get(kind::CUSTOMER, customer).is_none()
    {
        return Err(ApiError::no_such_param("customer", customer, "customer"));
    }
    let scheduled = call.params["scheduled"] == true;
    let found = ctx
        .account
        .newest(kind::SUBSCRIPTION_SCHEDULE)
        .filter(|schedule| test_clocks::shows(schedule, &call.params))
        .filter(|schedule| !scheduled || schedule["status"] == "not_started")
        .filter(|schedule| listing::passes(schedule, &call.params, &["scheduled"]))
        .cloned()
        .collect();
    listing::page("/v1/subscription_schedules", found, &call.params)
}

pub(crate) fn retrieve(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    retrieve_kind(ctx, kind::SUBSCRIPTION_SCHEDULE, "subscription schedule", call)
}

/// Ends the schedule; the subscription goes on as it is.
pub(crate) fn release(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let before = unfinished(ctx, call, "release")?;
    phasing::release(ctx, &before, call.params["preserve_cancel_date"] == true);
    retrieve(ctx, call)
}

/// Ends the schedule and its subscription. `invoice_now` and `prorate` are true unless sent.
pub(crate) fn cancel(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let before = unfinished(ctx, call, "cancel")?;
    let id = text(&before, "subscription");
    if let Some(subscription) = ctx.account.live(kind::SUBSCRIPTION, id).cloned() {
        let choice = |name: &str| call.params[name] != false;
        let sent = json!({ "invoice_now": choice("invoice_now"), "prorate": choice("prorate") });
        cancel::end_now(ctx, subscription, &sent);
    } else {
        let mut after = before.clone();
        after["status"] = json!("canceled");
        after["canceled_at"] = json!(ctx.now);
        ctx.account.put(after.clone());
        ctx.emit("subscription_schedule.canceled", &after);
    }
    retrieve(ctx, call)
}

/// The schedule of the path, if it can still be changed.
fn unfinished(ctx: &Ctx<'_>, call: &Request, verb: &str) -> Answer {
    let id = path_id(call);
    let found = ctx
        .account
        .live(kind::SUBSCRIPTION_SCHEDULE, id)
        .ok_or_else(|| ApiError::no_such("subscription schedule", id))?;
    let status = text(found, "status");
    if !matches!(status, "not_started" | "active") {
        return Err(ApiError::invalid(format!(
            "You cannot {verb} a subscription schedule that is currently in the `{status}` \
             status; only `not_started` and `active` ones."
        )));
    }
    Ok(found.clone())
}

/// Refuses to change the cancellation of a subscription past its schedule.
pub(crate) fn check_unmanaged(subscription: &Value, sent: &Value) -> Answer<()> {
    let Some(schedule) = subscription["schedule"].as_str() else { return Ok(()) };
    let param =
        ["cancel_at", "cancel_at_period_end"].into_iter().find(|name| sent.get(*name).is_some());
    match param {
        None => Ok(()),
        Some(param) => Err(ApiError::invalid(format!(
            "The subscription is managed by the subscription schedule `{schedule}`, so its \
             cancelation cannot be updated directly. Update the schedule, or release it first."
        ))
        .param(param)),
    }
}

/// The current phase becomes what an update of the subscription made of it.
pub(crate) fn follow(ctx: &mut Ctx<'_>, before: &Value, after: &Value) {
    let changed = before["items"] != after["items"] || before["discounts"] != after["discounts"];
    let Some(schedule) = phasing::schedule_of(ctx.account, after).filter(|_| changed).cloned()
    else {
        return;
    };
    let mut new = schedule.clone();
    let start = &schedule["current_phase"]["start_date"];
    let phases = new["phases"].as_array_mut().into_iter().flatten();
    for phase in phases.filter(|phase| phase["start_date"] == *start) {
        phase["items"] = phases::items_of_subscription(after);
        phase["discounts"] = phases::kept(after);
    }
    ctx.account.put(new.clone());
    ctx.emit_update("subscription_schedule.updated", &schedule, &new);
}

/// Only these two are alive in Stripe's current documentation.
fn end_behavior(sent: &Value) -> Answer<&str> {
    match sent["end_behavior"].as_str() {
        None => Ok("release"),
        Some(known @ ("release" | "cancel")) => Ok(known),
        Some(_) => Err(ApiError::invalid(
            "The sandbox implements the end behaviors release and cancel only.",
        )
        .param("end_behavior")),
    }
}

/// The phase in force at `now`.
fn phase_at(phases: &Value, now: i64) -> Option<&Value> {
    let phases = phases.as_array()?;
    phases.iter().rfind(|phase| phase["start_date"].as_i64().is_some_and(|start| start <= now))
}

/// Whether two phases configure the same.
fn same_terms(one: &Value, other: &Value) -> bool {
    let terms = ["items", "discounts", "trial_end", "metadata"];
    terms.iter().all(|field| one[field] == other[field])
}
