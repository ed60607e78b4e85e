//! Trials: their end chosen, extended, or brought forward to now.

use serde_json::{Value, json};

use crate::billing::period::DAY;
use crate::errors::{Answer, ApiError};
use crate::state::Ctx;
use crate::values::int;

/// Stripe takes trials that end at most this many days after the billing cycle anchor.
const LONGEST_DAYS: i64 = 730;

/// The end of a new subscription's trial, if it has one.
pub(super) fn chosen_end(sent: &Value, now: i64) -> Answer<Option<i64>> {
    let days = sent["trial_period_days"].as_i64();
    let end = match (&sent["trial_end"], days) {
        (Value::Null, None) => return Ok(None),
        (Value::Null, Some(days)) if days >= 1 => now + days * DAY,
        (Value::Null, Some(_)) => {
            return Err(ApiError::invalid("The minimum number of trial period days is 1.")
                .param("trial_period_days"));
        }
        (_, Some(_)) => {
            return Err(ApiError::invalid(
                "You may only specify one of these parameters: trial_end, trial_period_days.",
            )
            .code("parameters_exclusive"));
        }
        (Value::Number(end), None) => end.as_i64().unwrap_or_default(),
        (_, None) => return Ok(None),
    };
    check(end, now, now)?;
    Ok(Some(end))
}

fn check(end: i64, now: i64, anchor: i64) -> Answer<()> {
    if end <= now {
        return Err(ApiError::invalid(
            "Invalid timestamp: trial_end must be a time in the future, or 'now'.",
        )
        .param("trial_end"));
    }
    if end > anchor.max(now) + LONGEST_DAYS * DAY {
        return Err(ApiError::invalid(
            "Invalid timestamp: trial_end can be no more than two years in the future.",
        )
        .param("trial_end"));
    }
    Ok(())
}

/// What a new trial end asks for.
pub(super) enum TrialChange {
    /// The subscription (already changed) trials until later.
    Extended,
    /// The trial ends now: a new period begins and is billed.
    Ended,
}

/// Applies `trial_end` of an update to a subscription, in memory only.
pub(super) fn change(
    ctx: &Ctx<'_>,
    subscription: &mut Value,
    sent: &Value,
) -> Answer<Option<TrialChange>> {
    let trialing = subscription["status"] == "trialing";
    let end = match &sent["trial_end"] {
        Value::Number(end) => end.as_i64().unwrap_or_default(),
        Value::String(_) if trialing => {
            subscription["status"] = json!("active");
            subscription["trial_end"] = json!(ctx.now);
            subscription["billing_cycle_anchor"] = json!(ctx.now);
            return Ok(Some(TrialChange::Ended));
        }
        _ => return Ok(None),
    };
    check(end, ctx.now, int(subscription, "billing_cycle_anchor"))?;
    for item in subscription["items"]["data"].as_array_mut().into_iter().flatten() {
        if !trialing {
            item["current_period_start"] = json!(ctx.now);
        }
        item["current_period_end"] = json!(end);
    }
    if !trialing {
        subscription["trial_start"] = json!(ctx.now);
    }
    subscription["status"] = json!("trialing");
    subscription["trial_end"] = json!(end);
    subscription["billing_cycle_anchor"] = json!(end);
    Ok(Some(TrialChange::Extended))
}
