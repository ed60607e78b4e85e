//! Updating a subscription.

use serde_json::{Value, json};
use stripe_schema::Request;

use crate::billing::invoicing::{self, Bill};
use crate::billing::lines::{Span, period_line};
use crate::billing::prorating;
use crate::billing::renewal::{first_period_end, take_pending, wait_for_next};
use crate::errors::{Answer, ApiError};
use crate::resources::discounts::{self, Owner};
use crate::resources::{params, payment_methods, subscription_schedules as schedules};
use crate::state::Ctx;
use crate::values::{array, data, int, text, texts};

use super::items::Swap;
use super::trial::TrialChange;
use super::{cancel, has_ended, items, restart_periods, trial};

pub(crate) const PARAMS: &[&str] = &[
    "billing_cycle_anchor",
    "cancel_at",
    "cancel_at_period_end",
    "cancellation_details",
    "collection_method",
    "days_until_due",
    "default_payment_method",
    "description",
    "discounts",
    "items",
    "metadata",
    "off_session",
    "pause_collection",
    "proration_behavior",
    "proration_date",
    "trial_end",
    "trial_settings",
];

/// All that a canceled subscription accepts.
const AFTER_CANCELLATION: [&str; 3] = ["cancellation_details", "expand", "metadata"];

pub(crate) fn update(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let before = super::retrieve(ctx, call)?;
    schedules::check_unmanaged(&before, &call.params)?;
    let after = apply(ctx, &before, &call.params)?;
    schedules::follow(ctx, &before, &after);
    Ok(after)
}

/// What the checked parameters ask for beyond the fields already written.
#[derive(Default)]
struct Followup {
    swaps: Vec<Swap>,
    begin: Begin,
}

/// What begins now for all items together.
#[derive(Default, PartialEq, Eq)]
enum Begin {
    /// Nothing: periods go on.
    #[default]
    Nothing,
    /// A trial, so that the time already paid for is credited.
    Trial,
    /// A period, which is billed at once.
    Period,
}

/// Checks and applies the parameters of an update; the subscription afterwards.
pub(crate) fn apply(ctx: &mut Ctx<'_>, before: &Value, sent: &Value) -> Answer {
    check_canceled(before, sent)?;
    let mut after = before.clone();
    let mut followup = Followup::default();
    let at = proration_time(before, sent, ctx.now)?;
    let item_discounts = change_items(ctx, &mut after, sent, &mut followup)?;
    change_trial(ctx, &mut after, sent, &mut followup)?;
    change_anchor(ctx, &mut after, sent, &mut followup)?;
    set_fields(ctx, &mut after, sent)?;
    let (customer, id) = (text(before, "customer"), text(before, "id"));
    let currency = text(before, "currency");
    let owner = Owner { customer, subscription: id, item: None, currency };
    let existing = texts(before, "discounts");
    let plan = discounts::plan(ctx.account, &owner, &existing, sent.get("discounts"), "discounts")?;
    if let Some(method) = sent["default_payment_method"].as_str() {
        let method = payment_methods::attach(ctx, method, customer, "default_payment_method")?;
        after["default_payment_method"] = json!(method);
    }
    // Everything has been checked: from here on things happen.
    items::commit_discounts(ctx, &mut after, item_discounts);
    if let Some(plan) = plan {
        after["discounts"] = json!(discounts::commit(ctx, &owner, &existing, plan));
    }
    follow_up(ctx, before, &mut after, sent, &followup, at);
    cancel::follow_period(&mut after);
    ctx.account.put(after.clone());
    ctx.emit_update("customer.subscription.updated", before, &after);
    Ok(after)
}

/// Sets or clears the time a schedule ends its subscription.
pub(crate) fn cancel_at(subscription: &mut Value, at: Option<i64>, now: i64) {
    match at {
        Some(at) => cancel::set_schedule(subscription, at, false, now),
        None => cancel::clear_schedule(subscription),
    }
}

fn check_canceled(before: &Value, sent: &Value) -> Answer<()> {
    let others = sent
        .as_object()
        .into_iter()
        .flatten()
        .any(|(name, _)| !AFTER_CANCELLATION.contains(&name.as_str()));
    if has_ended(before) && others {
        return Err(ApiError::invalid(
            "A canceled subscription can only update its cancellation_details and metadata.",
        )
        .code("invalid_canceled_subscription_fields"));
    }
    Ok(())
}

/// The moment prorations are computed for: `proration_date`, or now.
fn proration_time(before: &Value, sent: &Value, now: i64) -> Answer<i64> {
    let Some(at) = sent["proration_date"].as_i64() else { return Ok(now) };
    let items = data(&before["items"]);
    let start = items.iter().map(|item| int(item, "current_period_start")).max();
    let end = first_period_end(before);
    if start.is_some_and(|start| at < start) || end.is_some_and(|end| at > end) {
        return Err(ApiError::invalid(
            "Invalid timestamp: proration_date must lie in the current billing period.",
        )
        .param("proration_date"));
    }
    Ok(at)
}

fn change_items(
    ctx: &mut Ctx<'_>,
    after: &mut Value,
    sent: &Value,
    followup: &mut Followup,
) -> Answer<Vec<items::ItemDiscounts>> {
    let entries = array(sent, "items");
    if entries.is_empty() {
        return Ok(Vec::new());
    }
    let change = items::change(ctx, after, entries)?;
    after["items"]["data"] = json!(change.built.items);
    if change.anew {
        after["billing_cycle_anchor"] = json!(ctx.now);
    }
    followup.swaps = change.swaps;
    Ok(change.built.discounts)
}

fn change_trial(
    ctx: &Ctx<'_>,
    after: &mut Value,
    sent: &Value,
    followup: &mut Followup,
) -> Answer<()> {
    let trialing = after["status"] == "trialing";
    match trial::change(ctx, after, sent)? {
        Some(TrialChange::Extended) if !trialing => followup.begin = Begin::Trial,
        Some(TrialChange::Ended) => followup.begin = Begin::Period,
        Some(TrialChange::Extended) | None => {}
    }
    Ok(())
}

/// Applies `billing_cycle_anchor=now`, which since 2026-09-30.endive is a group with a `type`.
fn change_anchor(
    ctx: &Ctx<'_>,
    after: &mut Value,
    sent: &Value,
    followup: &mut Followup,
) -> Answer<()> {
    let anchor = &sent["billing_cycle_anchor"];
    if *anchor != "now" && anchor["type"] != "now" {
        return Ok(());
    }
    if after["status"] == "trialing" {
        return Err(ApiError::invalid(
            "The billing cycle of a trial begins at the end of the trial; send trial_end.",
        )
        .param("billing_cycle_anchor"));
    }
    after["billing_cycle_anchor"] = json!(ctx.now);
    if !items::renews_now(after, ctx.now) {
        followup.begin = Begin::Period;
    }
    Ok(())
}

fn set_fields(ctx: &Ctx<'_>, after: &mut Value, sent: &Value) -> Answer<()> {
    params::merge_metadata(after, sent)?;
    params::set_texts(after, sent, &["description"]);
    params::copy(after, sent, &["collection_method", "days_until_due", "trial_settings"]);
    if after["collection_method"] == "send_invoice" && after["days_until_due"].is_null() {
        return Err(ApiError::missing("days_until_due"));
    }
    cancel::schedule(after, sent, ctx.now)?;
    cancel::describe(ctx.account, after, sent)?;
    match &sent["pause_collection"] {
        Value::Null => {}
        Value::Object(pause) => {
            let resumes_at = pause.get("resumes_at").and_then(Value::as_i64);
            if resumes_at.is_some_and(|at| at <= ctx.now) {
                return Err(ApiError::invalid("Invalid timestamp: must be in the future.")
                    .param("pause_collection[resumes_at]"));
            }
            after["pause_collection"] =
                json!({ "behavior": pause["behavior"], "resumes_at": resumes_at });
        }
        _ => after["pause_collection"] = Value::Null,
    }
    Ok(())
}

/// Bills what the change costs: now, or with the next invoice.
fn follow_up(
    ctx: &mut Ctx<'_>,
    before: &Value,
    after: &mut Value,
    sent: &Value,
    followup: &Followup,
    at: i64,
) {
    let mut lines = Vec::new();
    let settled = matches!(text(before, "status"), "trialing" | "paused")
        || items::renews_now(before, ctx.now);
    let prorates = sent["proration_behavior"] != "none" && !settled;
    if followup.begin == Begin::Nothing {
        for swap in &followup.swaps {
            lines.extend(swap_lines(ctx, before, after, swap, prorates, at));
        }
    } else if prorates {
        for item in data(&before["items"]) {
            lines.push(prorating::credit(ctx.account, ctx.ids, before, item, at));
        }
    }
    if followup.begin == Begin::Period {
        lines.extend(restart_periods(ctx, after));
    }
    let restarted =
        followup.begin == Begin::Nothing && followup.swaps.iter().any(|swap| swap.restarted);
    let bill_now = sent["proration_behavior"] == "always_invoice"
        || followup.begin == Begin::Period
        || restarted;
    if lines.is_empty() {
        return;
    }
    if bill_now {
        let mut all = take_pending(ctx, after);
        all.extend(lines);
        let bill = Bill { reason: "subscription_update", at: ctx.now, lines: all };
        invoicing::issue(ctx, after, bill);
    } else {
        wait_for_next(ctx.account, after, lines);
    }
}

/// What one changed item credits and charges.
fn swap_lines(
    ctx: &mut Ctx<'_>,
    before: &Value,
    after: &Value,
    swap: &Swap,
    prorates: bool,
    at: i64,
) -> Vec<Value> {
    let mut lines = Vec::new();
    if let Some(old) = swap.old.as_ref().filter(|_| prorates) {
        lines.push(prorating::credit(ctx.account, ctx.ids, before, old, at));
    }
    let new = data(&after["items"]).iter().find(|item| swap.new.as_deref() == item["id"].as_str());
    let Some(new) = new else { return lines };
    // Alone or together with all others, an item that restarts begins the whole cycle.
    if swap.restarted && after["billing_cycle_anchor"] == ctx.now {
        lines.push(period_line(ctx.ids, after, new, Span::current(new), false));
    } else if swap.restarted {
        lines.push(prorating::debit(ctx.account, ctx.ids, after, new, ctx.now));
    } else if prorates {
        lines.push(prorating::debit(ctx.account, ctx.ids, after, new, at));
    }
    lines
}
