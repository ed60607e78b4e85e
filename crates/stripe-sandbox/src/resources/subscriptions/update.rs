//! Updating a subscription.

use serde_json::{Value, json};
use stripe_schema::Request;

use crate::billing::invoicing::{self, Bill};
use crate::billing::renewal::take_pending;
use crate::errors::{Answer, ApiError};
use crate::resources::discounts::{self, Owner};
use crate::resources::{params, payment_methods};
use crate::state::Ctx;
use crate::values::{array, text, texts};

use super::trial::TrialChange;
use super::{cancel, has_ended, items, restart_periods, trial};

pub(crate) const PARAMS: &[&str] = &[
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
    "trial_end",
    "trial_settings",
];

/// All that a canceled subscription accepts.
const AFTER_CANCELLATION: [&str; 3] = ["cancellation_details", "expand", "metadata"];

pub(crate) fn update(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let before = super::retrieve(ctx, call)?;
    apply(ctx, &before, &call.params)
}

/// What the checked parameters ask for beyond the fields already written.
#[derive(Default)]
struct Followup {
    /// Proration lines, billed now or with the next invoice.
    lines: Vec<Value>,
    /// Whether they are billed now.
    bill_now: bool,
    /// Whether a trial has just ended, so that a period begins.
    restart: bool,
}

/// Checks and applies the parameters of an update; the subscription afterwards.
pub(crate) fn apply(ctx: &mut Ctx<'_>, before: &Value, sent: &Value) -> Answer {
    check_canceled(before, sent)?;
    let mut after = before.clone();
    let mut followup = Followup {
        bill_now: sent["proration_behavior"] == "always_invoice",
        ..Followup::default()
    };
    let item_discounts = change_items(ctx, &mut after, sent, &mut followup)?;
    change_trial(ctx, &mut after, sent, &mut followup)?;
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
    follow_up(ctx, &mut after, followup);
    cancel::follow_period(&mut after);
    ctx.account.put(after.clone());
    ctx.emit_update("customer.subscription.updated", before, &after);
    Ok(after)
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

fn prorates(sent: &Value) -> bool {
    sent["proration_behavior"] != "none"
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
    let change = items::change(ctx, after, entries, prorates(sent))?;
    after["items"]["data"] = json!(change.built.items);
    if change.rebill {
        if change.built.items.len() == 1 {
            after["billing_cycle_anchor"] = json!(ctx.now);
        }
        followup.bill_now = true;
    }
    followup.lines.extend(change.lines);
    Ok(change.built.discounts)
}

fn change_trial(
    ctx: &mut Ctx<'_>,
    after: &mut Value,
    sent: &Value,
    followup: &mut Followup,
) -> Answer<()> {
    match trial::change(ctx, after, sent, prorates(sent))? {
        Some(TrialChange::Extended(lines)) => followup.lines.extend(lines),
        Some(TrialChange::Ended) => followup.restart = true,
        None => {}
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

fn follow_up(ctx: &mut Ctx<'_>, after: &mut Value, followup: Followup) {
    let Followup { lines, bill_now, restart } = followup;
    if restart {
        restart_periods(ctx, after, "subscription_update");
    }
    if lines.is_empty() {
        return;
    }
    if bill_now {
        let mut all = take_pending(ctx, after);
        all.extend(lines);
        let bill = Bill { reason: "subscription_update", at: ctx.now, lines: all };
        invoicing::issue(ctx, after, bill);
    } else {
        let id = text(after, "id").to_owned();
        ctx.account.pending_lines.entry(id).or_default().extend(lines);
    }
}
