//! What a subscription's own calendar does to it.

use serde_json::{Value, json};

use crate::billing::invoicing::{self, Bill};
use crate::billing::lines::{Span, period_line};
use crate::billing::period::{DAY, Interval};
use crate::billing::{phasing, prorating};
use crate::resources::{collection, discounts, payment_methods, subscriptions};
use crate::state::{Account, Ctx, kind};
use crate::values::{data, int, text, texts};

/// Stripe announces the end of a trial this many seconds ahead.
const TRIAL_NOTICE: i64 = 3 * DAY;

/// The next thing that happens by itself. The order is the order at equal times: a cancellation
/// at the period's end comes before the renewal it prevents, and a discount that ends at that
/// moment is not in the new invoice. A phase's items are there before the renewal that bills them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Due {
    StartSchedule,
    Cancel,
    EndPhase,
    ResumeCollection,
    EndDiscount,
    AnnounceTrialEnd,
    EndTrial,
    VoidResumption,
    Overdue,
    Expire,
    Renew,
}

/// When and what, for one subscription; `None` if nothing will.
pub(crate) fn next_due(account: &Account, subscription: &Value) -> Option<(i64, Due)> {
    let status = text(subscription, "status");
    if matches!(status, "canceled" | "incomplete_expired") {
        return None;
    }
    let mut due = Vec::new();
    due.extend(subscription["cancel_at"].as_i64().map(|at| (at, Due::Cancel)));
    due.extend(phasing::phase_end(account, subscription).map(|at| (at, Due::EndPhase)));
    let resumes_at = subscription["pause_collection"]["resumes_at"].as_i64();
    due.extend(resumes_at.map(|at| (at, Due::ResumeCollection)));
    due.extend(
        texts(subscription, "discounts")
            .iter()
            .filter_map(|id| account.get(kind::DISCOUNT, id)?["end"].as_i64())
            .map(|at| (at, Due::EndDiscount)),
    );
    if status == "trialing" {
        let end = int(subscription, "trial_end");
        let key = (text(subscription, "id").to_owned(), end);
        if !account.announced_trials.contains(&key) {
            let announced = (end - TRIAL_NOTICE).max(int(subscription, "trial_start"));
            due.push((announced, Due::AnnounceTrialEnd));
        }
        due.push((end, Due::EndTrial));
    } else if matches!(status, "active" | "past_due" | "unpaid") {
        due.extend(first_period_end(subscription).map(|at| (at, Due::Renew)));
    }
    due.extend(collection::next_due(account, subscription));
    let given_up = subscriptions::pausing::gives_up_at(account, subscription);
    due.extend(given_up.map(|at| (at, Due::VoidResumption)));
    due.into_iter().min()
}

/// The earliest end of a current period among the items.
pub(crate) fn first_period_end(subscription: &Value) -> Option<i64> {
    data(&subscription["items"]).iter().map(|item| int(item, "current_period_end")).min()
}

/// Makes it happen, at `ctx.now`. `id` names the subscription, or the schedule that starts.
pub(crate) fn carry_out(ctx: &mut Ctx<'_>, id: &str, due: Due) {
    // Only the start of a schedule has no subscription.
    let before = ctx.account.get(kind::SUBSCRIPTION, id).cloned().unwrap_or_default();
    let mut after = before.clone();
    match due {
        Due::Cancel => return subscriptions::cancel::end_as_planned(ctx, before),
        Due::ResumeCollection => after["pause_collection"] = Value::Null,
        Due::EndDiscount => end_discounts(ctx, &mut after),
        Due::AnnounceTrialEnd => {
            ctx.account.announced_trials.insert((id.to_owned(), int(&before, "trial_end")));
            return ctx.emit("customer.subscription.trial_will_end", &before);
        }
        Due::StartSchedule => return phasing::start(ctx, id),
        Due::EndPhase => return phasing::end_phase(ctx, &before),
        Due::EndTrial => return end_trial(ctx, before),
        Due::VoidResumption => return subscriptions::pausing::give_up(ctx, &before),
        Due::Overdue => after["status"] = json!("past_due"),
        Due::Expire => collection::expire(ctx, &mut after),
        Due::Renew => renew(ctx, &mut after),
    }
    ctx.account.put(after.clone());
    ctx.emit_update("customer.subscription.updated", &before, &after);
}

fn end_discounts(ctx: &mut Ctx<'_>, subscription: &mut Value) {
    let now = ctx.now;
    let (ended, running): (Vec<_>, Vec<_>) =
        texts(subscription, "discounts").into_iter().partition(|id| {
            let discount = ctx.account.get(kind::DISCOUNT, id);
            discount.and_then(|discount| discount["end"].as_i64()).is_some_and(|end| end <= now)
        });
    subscription["discounts"] = json!(running);
    for id in ended {
        discounts::remove(ctx, &id);
    }
}

fn end_trial(ctx: &mut Ctx<'_>, before: Value) {
    let mut after = before.clone();
    if payment_methods::of_subscription(ctx.account, &before).is_none() {
        match before["trial_settings"]["end_behavior"]["missing_payment_method"].as_str() {
            Some("cancel") => return subscriptions::cancel::end(ctx, before),
            Some("pause") => {
                after["status"] = json!("paused");
                ctx.account.put(after.clone());
                ctx.emit("customer.subscription.paused", &after);
                return;
            }
            _ => {}
        }
    }
    after["status"] = json!("active");
    renew(ctx, &mut after);
    ctx.account.put(after.clone());
    ctx.emit_update("customer.subscription.updated", &before, &after);
}

/// Begins the next period of every item whose period has ended, and bills for it together with
/// the prorations that waited.
pub(crate) fn renew(ctx: &mut Ctx<'_>, subscription: &mut Value) {
    let items = data(&subscription["items"]).iter();
    let began = items.map(|item| int(item, "current_period_start")).min();
    let mut lines = take_pending(ctx, subscription);
    lines.extend(next_period_lines(ctx, subscription, ctx.now));
    let bill = Bill { reason: "subscription_cycle", at: ctx.now, lines };
    invoicing::issue_since(ctx, subscription, bill, began.unwrap_or(ctx.now));
}

/// The proration lines that wait for the next invoice; they wait no longer.
pub(crate) fn take_pending(ctx: &mut Ctx<'_>, subscription: &Value) -> Vec<Value> {
    ctx.account.pending_lines.remove(text(subscription, "id")).unwrap_or_default()
}

/// Lets lines wait for the next invoice.
pub(crate) fn wait_for_next(account: &mut Account, subscription: &Value, lines: Vec<Value>) {
    prorating::remember(account, &lines, true);
    let id = text(subscription, "id").to_owned();
    account.pending_lines.entry(id).or_default().extend(lines);
}

/// Moves the items that end at or before `at` to their next period; their lines.
pub(crate) fn next_period_lines(
    ctx: &mut Ctx<'_>,
    subscription: &mut Value,
    at: i64,
) -> Vec<Value> {
    let anchor = int(subscription, "billing_cycle_anchor");
    let mut lines = Vec::new();
    let view = subscription.clone();
    for item in subscription["items"]["data"].as_array_mut().into_iter().flatten() {
        let start = int(item, "current_period_end");
        if start > at {
            continue;
        }
        let end = Interval::of_price(&item["price"]).next_boundary(anchor, start);
        item["current_period_start"] = json!(start);
        item["current_period_end"] = json!(end);
        lines.push(period_line(ctx.ids, &view, item, Span { start, end }, false));
    }
    lines
}
