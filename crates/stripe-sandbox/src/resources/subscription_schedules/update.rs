//! Updating a schedule: its phases, what follows the last, its metadata.

use serde_json::{Value, json};
use stripe_schema::Request;

use crate::billing::phasing;
use crate::errors::{Answer, ApiError};
use crate::resources::params;
use crate::state::{Ctx, kind};
use crate::values::{array, int, text};

use super::phases::{self, Holder};
use super::{end_behavior, phase_at, same_terms, unfinished};

pub(crate) const PARAMS: &[&str] = &["end_behavior", "metadata", "phases", "proration_behavior"];

pub(crate) fn update(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let before = unfinished(ctx, call, "update")?;
    apply(ctx, &before, &call.params)
}

/// Checks and applies the parameters of an update; the schedule afterwards.
pub(crate) fn apply(ctx: &mut Ctx<'_>, before: &Value, sent: &Value) -> Answer {
    let mut after = before.clone();
    if sent.get("end_behavior").is_some() {
        after["end_behavior"] = json!(end_behavior(sent)?);
    }
    params::merge_metadata(&mut after, sent)?;
    if sent.get("phases").is_some() {
        after["phases"] = json!(new_phases(ctx, before, sent)?);
    }
    if before["status"] == "active" {
        after["current_phase"] =
            phase_at(&after["phases"], ctx.now).map_or(Value::Null, phasing::bounds);
    }
    ctx.account.put(after.clone());
    ctx.emit_update("subscription_schedule.updated", before, &after);
    phasing::sync_cancellation(ctx, &after);
    change_current_phase(ctx, before, &after, sent);
    Ok(after)
}

/// The phases sent, behind those that have passed and were left out.
fn new_phases(ctx: &Ctx<'_>, before: &Value, sent: &Value) -> Answer<Vec<Value>> {
    let mut entries = array(sent, "phases");
    let old = array(before, "phases");
    let running = phase_at(&before["phases"], ctx.now).filter(|_| before["status"] == "active");
    let subscription =
        ctx.account.get(kind::SUBSCRIPTION, text(before, "subscription")).unwrap_or(&Value::Null);
    let holder = Holder { customer: text(before, "customer"), subscription };
    let Some(current) = running else {
        let first = entries.first().map_or(&Value::Null, |entry| &entry["start_date"]);
        let start = match phases::time(first, ctx.now) {
            Some(start) if start < ctx.now => {
                return Err(ApiError::invalid(
                    "The sandbox does not implement backdated schedules.",
                )
                .param("phases[0][start_date]"));
            }
            Some(start) => start,
            None => old.first().map_or(ctx.now, |phase| int(phase, "start_date")),
        };
        return phases::read(ctx.account, &holder, entries, start, ctx.now);
    };
    let start = int(current, "start_date");
    let mut passed: Vec<Value> =
        old.iter().filter(|phase| int(phase, "start_date") < start).cloned().collect();
    // Phases that have passed may be sent again, and stay what they were.
    while let Some((first, rest)) = entries.split_first()
        && first["start_date"].as_i64().is_some_and(|at| at < start)
    {
        if !passed.iter().any(|phase| phase["start_date"] == first["start_date"]) {
            return Err(
                ApiError::invalid("You can not change a phase that has passed.").param("phases")
            );
        }
        entries = rest;
    }
    let first = entries.first().map_or(&Value::Null, |entry| &entry["start_date"]);
    if phases::time(first, ctx.now).is_none_or(|at| at > start && !first.is_string()) {
        return Err(ApiError::invalid(
            "The subscription schedule update is missing at least one phase: the current one, \
             with its `start_date`.",
        )
        .param("phases"));
    }
    if first.is_string() {
        // The current phase ends now, and another begins.
        let mut ended = current.clone();
        ended["end_date"] = json!(ctx.now);
        passed.push(ended);
        passed.extend(phases::read(ctx.account, &holder, entries, ctx.now, ctx.now)?);
        return Ok(passed);
    }
    let read = phases::read(ctx.account, &holder, entries, start, ctx.now)?;
    if read.last().is_some_and(|last| int(last, "end_date") <= ctx.now) {
        return Err(ApiError::invalid("The last phase must end in the future.").param("phases"));
    }
    passed.extend(read);
    Ok(passed)
}

/// What changed in the phase that runs happens to the subscription at once.
fn change_current_phase(ctx: &mut Ctx<'_>, before: &Value, after: &Value, sent: &Value) {
    let (Some(old), Some(new)) =
        (phase_at(&before["phases"], ctx.now), phase_at(&after["phases"], ctx.now))
    else {
        return;
    };
    let id = text(after, "subscription");
    let subscription = ctx.account.live(kind::SUBSCRIPTION, id).cloned();
    if let Some(subscription) = subscription.filter(|_| !same_terms(old, new)) {
        let behavior = match &sent["proration_behavior"] {
            Value::Null => &new["proration_behavior"],
            chosen => chosen,
        };
        phasing::enter(ctx, &subscription, new, behavior);
    }
}
