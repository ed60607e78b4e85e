//! Schedules carried out: phases that begin, and what happens after the last one.
//!
//! A phase that cannot be entered as planned, because a price or coupon in it has been withdrawn
//! since, leaves the subscription as it was in the phase before.

use serde_json::{Value, json};

use crate::resources::subscriptions::{create, update};
use crate::state::{Account, Ctx, kind};
use crate::values::{array, data, int, text, texts};

/// The schedule that manages a subscription, if one does.
pub(crate) fn schedule_of<'a>(account: &'a Account, subscription: &Value) -> Option<&'a Value> {
    account
        .live(kind::SUBSCRIPTION_SCHEDULE, text(subscription, "schedule"))
        .filter(|schedule| schedule["status"] == "active")
}

/// When the phase a subscription is in ends, unless the subscription ends with it.
pub(crate) fn phase_end(account: &Account, subscription: &Value) -> Option<i64> {
    let schedule = schedule_of(account, subscription)?;
    let end = int(&schedule["current_phase"], "end_date");
    let last = array(schedule, "phases").last().is_some_and(|last| int(last, "end_date") <= end);
    (!last || schedule["end_behavior"] != "cancel").then_some(end)
}

/// When a schedule that has not started will.
pub(crate) fn start_of(schedule: &Value) -> Option<i64> {
    let first = array(schedule, "phases").first()?;
    (schedule["status"] == "not_started").then(|| int(first, "start_date"))
}

/// Makes the subscription of a schedule, as its first phase has it.
pub(crate) fn start(ctx: &mut Ctx<'_>, id: &str) {
    let Some(before) = ctx.account.live(kind::SUBSCRIPTION_SCHEDULE, id).cloned() else { return };
    let Some(phase) = array(&before, "phases").first() else { return };
    let mut sent = json!({
        "billing_mode": before["billing_mode"],
        "customer": before["customer"],
        "discounts": phase["discounts"],
        "items": array(phase, "items").iter().map(item_params).collect::<Vec<_>>(),
        "metadata": phase["metadata"],
        "schedule": id,
    });
    if let Some(end) = phase["trial_end"].as_i64() {
        sent["trial_end"] = json!(end);
    }
    strip_nulls(&mut sent);
    let subscription_id = ctx.ids.long("sub_1");
    if let Err(error) = create::add(ctx, &subscription_id, &sent) {
        tracing::warn!(schedule.id = id, reason = error.message, "a schedule could not start");
        let mut after = before.clone();
        after["status"] = json!("canceled");
        after["canceled_at"] = json!(ctx.now);
        ctx.account.put(after.clone());
        return ctx.emit("subscription_schedule.canceled", &after);
    }
    let mut after = before.clone();
    after["status"] = json!("active");
    after["subscription"] = json!(subscription_id);
    after["current_phase"] = bounds(phase);
    ctx.account.put(after.clone());
    sync_cancellation(ctx, &after);
    ctx.emit_update("subscription_schedule.updated", &before, &after);
}

/// Ends the current phase of a subscription's schedule: the next begins, or the schedule lets go.
pub(crate) fn end_phase(ctx: &mut Ctx<'_>, subscription: &Value) {
    let Some(before) = schedule_of(ctx.account, subscription).cloned() else { return };
    let ended = int(&before["current_phase"], "end_date");
    let next = array(&before, "phases").iter().find(|phase| int(phase, "start_date") >= ended);
    let Some(phase) = next else { return release(ctx, &before, false) };
    let mut after = before.clone();
    after["current_phase"] = bounds(phase);
    ctx.account.put(after.clone());
    enter(ctx, subscription, phase, &phase["proration_behavior"]);
    ctx.emit_update("subscription_schedule.updated", &before, &after);
}

/// Gives a subscription what a phase says.
pub(crate) fn enter(
    ctx: &mut Ctx<'_>,
    subscription: &Value,
    phase: &Value,
    proration_behavior: &Value,
) {
    let sent = changes(ctx.account, subscription, phase, proration_behavior, ctx.now);
    if let Err(error) = update::apply(ctx, subscription, &sent) {
        let id = text(subscription, "id");
        tracing::warn!(subscription.id = id, reason = error.message, "a phase was not entered");
    }
}

/// Lets a subscription go on without its schedule.
pub(crate) fn release(ctx: &mut Ctx<'_>, before: &Value, keep_cancellation: bool) {
    let mut after = before.clone();
    after["status"] = json!("released");
    after["released_at"] = json!(ctx.now);
    after["current_phase"] = Value::Null;
    after["released_subscription"] = before["subscription"].clone();
    after["subscription"] = Value::Null;
    ctx.account.put(after.clone());
    let id = text(before, "subscription");
    if let Some(managed) = ctx.account.get(kind::SUBSCRIPTION, id).cloned() {
        let mut free = managed.clone();
        free["schedule"] = Value::Null;
        if before["end_behavior"] == "cancel" && !keep_cancellation {
            update::cancel_at(&mut free, None, ctx.now);
        }
        ctx.account.put(free.clone());
        ctx.emit_update("customer.subscription.updated", &managed, &free);
    }
    ctx.emit("subscription_schedule.released", &after);
}

/// Ends the schedule of a subscription that has just ended: completed if it planned this end.
pub(crate) fn subscription_ended(ctx: &mut Ctx<'_>, subscription: &Value) {
    let Some(before) = schedule_of(ctx.account, subscription).cloned() else { return };
    let mut after = before.clone();
    let planned = before["end_behavior"] == "cancel" && final_end(&before) == Some(ctx.now);
    let (status, at) =
        if planned { ("completed", "completed_at") } else { ("canceled", "canceled_at") };
    after["status"] = json!(status);
    after[at] = json!(ctx.now);
    after["current_phase"] = Value::Null;
    ctx.account.put(after.clone());
    ctx.emit(&format!("subscription_schedule.{status}"), &after);
}

/// The subscription shows the end its schedule plans as `cancel_at`.
pub(crate) fn sync_cancellation(ctx: &mut Ctx<'_>, schedule: &Value) {
    let id = text(schedule, "subscription");
    let Some(before) = ctx.account.get(kind::SUBSCRIPTION, id).cloned() else { return };
    let end = final_end(schedule).filter(|_| schedule["end_behavior"] == "cancel");
    if before["cancel_at"].as_i64() == end {
        return;
    }
    let mut after = before.clone();
    update::cancel_at(&mut after, end, ctx.now);
    ctx.account.put(after.clone());
    ctx.emit_update("customer.subscription.updated", &before, &after);
}

/// The `current_phase` that stands for a phase.
pub(crate) fn bounds(phase: &Value) -> Value {
    json!({ "start_date": phase["start_date"], "end_date": phase["end_date"] })
}

fn final_end(schedule: &Value) -> Option<i64> {
    array(schedule, "phases").last().map(|last| int(last, "end_date"))
}

/// What an update must send to make a subscription what a phase says.
fn changes(
    account: &Account,
    subscription: &Value,
    phase: &Value,
    proration_behavior: &Value,
    now: i64,
) -> Value {
    let mut sent = json!({
        "discounts": discount_params(account, subscription, phase),
        "items": item_changes(account, subscription, phase),
        "metadata": phase["metadata"],
        "proration_behavior": proration_behavior,
    });
    if phase["billing_cycle_anchor"] == "phase_start" {
        sent["billing_cycle_anchor"] = json!("now");
    }
    match phase["trial_end"].as_i64().filter(|end| *end > now) {
        Some(end) if subscription["trial_end"] != end => sent["trial_end"] = json!(end),
        // A trial that ends at this moment is ended by the calendar, with its invoice.
        None if subscription["status"] == "trialing" && int(subscription, "trial_end") > now => {
            sent["trial_end"] = json!("now");
        }
        _ => {}
    }
    strip_nulls(&mut sent);
    sent
}

/// Items keep their id if the phase has their price; the others take each other's place in order.
fn item_changes(account: &Account, subscription: &Value, phase: &Value) -> Vec<Value> {
    let mut old: Vec<&Value> = data(&subscription["items"]).iter().collect();
    let mut new: Vec<(&Value, Option<&Value>)> =
        array(phase, "items").iter().map(|item| (item, None)).collect();
    for (wanted, found) in &mut new {
        if let Some(at) = old.iter().position(|item| item["price"]["id"] == wanted["price"]) {
            *found = Some(old.remove(at));
        }
    }
    let mut left = old.into_iter();
    let mut changes: Vec<Value> = Vec::new();
    for (wanted, found) in new {
        let mut entry = item_params(wanted);
        if let Some(item) = found.or_else(|| left.next()) {
            entry["id"] = item["id"].clone();
            entry["discounts"] = discount_params(account, item, wanted);
            if found.is_some() {
                // The price is as it was, even if nobody else may have it any more.
                entry["price"] = Value::Null;
            }
        }
        changes.push(entry);
    }
    changes.extend(left.map(|item| json!({ "id": item["id"], "deleted": true })));
    changes
}

fn item_params(item: &Value) -> Value {
    json!({
        "discounts": item["discounts"],
        "metadata": item["metadata"],
        "price": item["price"],
        "quantity": item["quantity"],
    })
}

/// The discounts of a phase as parameters. A coupon that is in effect already goes on, so that it
/// neither starts again nor is counted twice.
fn discount_params(account: &Account, object: &Value, wanted: &Value) -> Value {
    let mut running = texts(object, "discounts");
    let entries: Vec<Value> = array(wanted, "discounts")
        .iter()
        .map(|entry| {
            let same = running.iter().position(|id| is_from(account, id, entry));
            match same {
                Some(at) => json!({ "discount": running.remove(at) }),
                None => entry.clone(),
            }
        })
        // A discount that has ended since cannot be kept.
        .filter(|entry| {
            entry["discount"]
                .as_str()
                .is_none_or(|id| texts(object, "discounts").iter().any(|known| known == id))
        })
        .collect();
    if entries.is_empty() { json!("") } else { json!(entries) }
}

fn is_from(account: &Account, id: &str, entry: &Value) -> bool {
    let Some(discount) = account.get(kind::DISCOUNT, id) else { return false };
    entry["discount"] == id
        || (entry["coupon"].is_string() && entry["coupon"] == discount["source"]["coupon"])
        || (entry["promotion_code"].is_string()
            && entry["promotion_code"] == discount["promotion_code"])
}

/// A parameter that was not sent is absent, not null.
fn strip_nulls(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|_, field| !field.is_null());
            fields.values_mut().for_each(strip_nulls);
        }
        Value::Array(elements) => elements.iter_mut().for_each(strip_nulls),
        _ => {}
    }
}
