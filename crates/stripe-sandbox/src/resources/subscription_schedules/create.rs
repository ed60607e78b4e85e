//! Creating a schedule: from a subscription that runs, or for one to come.

use serde_json::{Value, json};
use stripe_schema::Request;

use crate::billing::phasing;
use crate::errors::{Answer, ApiError};
use crate::resources::subscriptions::{flexible, has_ended};
use crate::resources::{params, test_clocks};
use crate::state::{Ctx, kind};
use crate::values::{array, text};

use super::phases::{self, Holder};
use super::{end_behavior, phase_at};

pub(crate) const PARAMS: &[&str] = &[
    "billing_mode",
    "customer",
    "end_behavior",
    "from_subscription",
    "metadata",
    "phases",
    "start_date",
];

pub(crate) fn create(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    match call.params["from_subscription"].as_str() {
        Some(id) => from_subscription(ctx, id, &call.params),
        None => for_customer(ctx, &call.params),
    }
}

/// A schedule whose one phase is the subscription's current period.
pub(crate) fn from_subscription(ctx: &mut Ctx<'_>, id: &str, sent: &Value) -> Answer {
    let others = ["billing_mode", "customer", "end_behavior", "metadata", "phases", "start_date"];
    if let Some(other) = others.into_iter().find(|name| sent.get(*name).is_some()) {
        return Err(ApiError::invalid(format!(
            "You cannot set `{other}` if `from_subscription` is set."
        ))
        .param(other));
    }
    let param = "from_subscription";
    let subscription = ctx
        .account
        .live(kind::SUBSCRIPTION, id)
        .cloned()
        .ok_or_else(|| ApiError::no_such_param("subscription", id, param))?;
    if !matches!(text(&subscription, "status"), "active" | "trialing" | "past_due") {
        let word = if has_ended(&subscription) { "has ended" } else { "does not run" };
        return Err(ApiError::invalid(format!(
            "You cannot create a schedule from a subscription that {word}."
        ))
        .param(param));
    }
    if let Some(other) = subscription["schedule"].as_str() {
        return Err(ApiError::invalid(format!(
            "The subscription is managed by another subscription schedule: {other}."
        ))
        .param(param));
    }
    let ends_at = subscription["cancel_at"].as_i64();
    let mut schedule = blank(ctx, &subscription["customer"]);
    let mut phase = phases::of_subscription(&subscription);
    if let Some(at) = ends_at {
        phase["end_date"] = json!(at);
    }
    schedule["billing_mode"] = subscription["billing_mode"].clone();
    schedule["current_phase"] = phasing::bounds(&phase);
    schedule["end_behavior"] = json!(if ends_at.is_some() { "cancel" } else { "release" });
    schedule["phases"] = json!([phase]);
    schedule["status"] = json!("active");
    schedule["subscription"] = json!(id);
    ctx.account.put(schedule.clone());
    ctx.emit("subscription_schedule.created", &schedule);
    let mut managed = subscription.clone();
    managed["schedule"] = schedule["id"].clone();
    // From here on the schedule says when the subscription ends.
    managed["cancel_at_period_end"] = json!(false);
    ctx.account.put(managed.clone());
    ctx.emit_update("customer.subscription.updated", &subscription, &managed);
    phasing::sync_cancellation(ctx, &schedule);
    Ok(schedule)
}

/// A schedule that makes its own subscription, now or later.
pub(crate) fn for_customer(ctx: &mut Ctx<'_>, sent: &Value) -> Answer {
    let customer = sent["customer"].as_str().ok_or_else(|| ApiError::missing("customer"))?;
    if ctx.account.live(kind::CUSTOMER, customer).is_none() {
        return Err(ApiError::no_such_param("customer", customer, "customer"));
    }
    phases::check_time(&sent["start_date"], "start_date")?;
    let start = phases::time(&sent["start_date"], ctx.now).unwrap_or(ctx.now);
    if start < ctx.now {
        return Err(ApiError::invalid("The sandbox does not implement backdated schedules.")
            .param("start_date"));
    }
    let holder = Holder { customer, subscription: &Value::Null };
    let phases = phases::read(ctx.account, &holder, array(sent, "phases"), start, ctx.now)?;
    let mut schedule = blank(ctx, &sent["customer"]);
    schedule["end_behavior"] = json!(end_behavior(sent)?);
    schedule["phases"] = json!(phases);
    schedule["billing_mode"] = if sent["billing_mode"]["type"] == "classic" {
        json!({ "flexible": null, "type": "classic" })
    } else {
        flexible(sent, None)
    };
    params::merge_metadata(&mut schedule, sent)?;
    ctx.account.put(schedule.clone());
    ctx.emit("subscription_schedule.created", &schedule);
    let id = text(&schedule, "id").to_owned();
    if phase_at(&schedule["phases"], ctx.now).is_some() {
        phasing::start(ctx, &id);
    }
    Ok(ctx.account.get(kind::SUBSCRIPTION_SCHEDULE, &id).cloned().unwrap_or_default())
}

fn blank(ctx: &mut Ctx<'_>, customer: &Value) -> Value {
    let owner = customer.as_str().unwrap_or_default();
    let test_clock = test_clocks::of_customer(ctx.account, owner);
    json!({
        "id": ctx.ids.long("sub_sched_1"),
        "object": kind::SUBSCRIPTION_SCHEDULE,
        "application": null,
        "billing_mode": null,
        "canceled_at": null,
        "completed_at": null,
        "created": ctx.now,
        "current_phase": null,
        "customer": customer,
        "customer_account": null,
        "default_settings": {
            "application_fee_percent": null,
            "automatic_tax": { "disabled_reason": null, "enabled": false, "liability": null },
            "billing_cycle_anchor": "automatic",
            "billing_thresholds": null,
            "collection_method": "charge_automatically",
            "default_payment_method": null,
            "description": null,
            "invoice_settings": {
                "account_tax_ids": null, "custom_fields": null, "days_until_due": null,
                "description": null, "footer": null, "issuer": { "type": "self" },
            },
            "on_behalf_of": null,
            "transfer_data": null,
        },
        "end_behavior": "release",
        "livemode": false,
        "metadata": {},
        "phases": [],
        "released_at": null,
        "released_subscription": null,
        "status": "not_started",
        "subscription": null,
        "test_clock": test_clock,
    })
}
