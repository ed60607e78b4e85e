//! `/v1/subscriptions`.

pub(crate) mod cancel;
pub(crate) mod create;
pub(crate) mod items;
pub(crate) mod pausing;
mod trial;
pub(crate) mod update;

use serde_json::{Value, json};
use stripe_schema::Request;

use crate::billing::lines::{Span, period_line};
use crate::billing::period::Interval;
use crate::errors::{Answer, ApiError};
use crate::listing;
use crate::resources::{discounts, param, retrieve as retrieve_kind, test_clocks};
use crate::state::{Ctx, kind};
use crate::values::{data, int, text, texts};

pub(crate) const LIST: &[&str] = &[
    "collection_method",
    "created",
    "current_period_end",
    "current_period_start",
    "customer",
    "ending_before",
    "limit",
    "price",
    "starting_after",
    "status",
    "test_clock",
];

/// Whether a subscription is over for good.
pub(crate) fn has_ended(subscription: &Value) -> bool {
    matches!(text(subscription, "status"), "canceled" | "incomplete_expired")
}

pub(crate) fn list(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    if let Some(customer) = param(call, "customer")
        && ctx.account.get(kind::CUSTOMER, customer).is_none()
    {
        return Err(ApiError::no_such_param("customer", customer, "customer"));
    }
    let found = ctx
        .account
        .newest(kind::SUBSCRIPTION)
        .filter(|subscription| has_status(subscription, param(call, "status")))
        .filter(|subscription| has_price(subscription, param(call, "price")))
        .filter(|subscription| in_periods(subscription, &call.params))
        .filter(|subscription| test_clocks::shows(subscription, &call.params))
        .filter(|subscription| {
            let special = ["status", "price", "current_period_start", "current_period_end"];
            listing::passes(subscription, &call.params, &special)
        })
        .cloned()
        .collect();
    listing::page("/v1/subscriptions", found, &call.params)
}

/// Without a filter Stripe hides canceled subscriptions.
fn has_status(subscription: &Value, wanted: Option<&str>) -> bool {
    match wanted {
        None => subscription["status"] != "canceled",
        Some("all") => true,
        Some("ended") => has_ended(subscription),
        Some(wanted) => subscription["status"] == wanted,
    }
}

fn has_price(subscription: &Value, wanted: Option<&str>) -> bool {
    let mut items = data(&subscription["items"]).iter();
    wanted.is_none_or(|price| items.any(|item| item["price"]["id"] == price))
}

/// Stripe compares the earliest end and the latest start among the items.
fn in_periods(subscription: &Value, params: &Value) -> bool {
    let items = data(&subscription["items"]);
    let end = items.iter().map(|item| int(item, "current_period_end")).min();
    let start = items.iter().map(|item| int(item, "current_period_start")).max();
    let periods = json!({ "current_period_end": end, "current_period_start": start });
    ["current_period_end", "current_period_start"].iter().all(|name| {
        params
            .get(*name)
            .is_none_or(|range| listing::passes(&periods, &json!({ *name: range }), &[]))
    })
}

pub(crate) fn retrieve(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    retrieve_kind(ctx, kind::SUBSCRIPTION, "subscription", call)
}

/// Removes the discount applied last.
pub(crate) fn delete_discount(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let before = retrieve(ctx, call)?;
    let mut remaining = texts(&before, "discounts");
    let Some(id) = remaining.pop() else {
        return Err(ApiError::invalid(format!(
            "No active discount for subscription: {}",
            text(&before, "id")
        ))
        .code("resource_missing")
        .status(404));
    };
    let mut after = before.clone();
    after["discounts"] = json!(remaining);
    discounts::remove(ctx, &id);
    ctx.account.put(after.clone());
    ctx.emit_update("customer.subscription.updated", &before, &after);
    Ok(ctx.account.get(kind::DISCOUNT, &id).map(discounts::deleted).unwrap_or_default())
}

/// Begins a new period of every item now; the lines that bill for them.
fn restart_periods(ctx: &mut Ctx<'_>, subscription: &mut Value) -> Vec<Value> {
    let anchor = int(subscription, "billing_cycle_anchor");
    let view = subscription.clone();
    let mut lines = Vec::new();
    for item in subscription["items"]["data"].as_array_mut().into_iter().flatten() {
        let end = Interval::of_price(&item["price"]).next_boundary(anchor, ctx.now);
        item["current_period_start"] = json!(ctx.now);
        item["current_period_end"] = json!(end);
        let span = Span { start: ctx.now, end };
        lines.push(period_line(ctx.ids, &view, item, span, false));
    }
    lines
}

/// Moves a subscription to flexible billing; there is no way back.
pub(crate) fn migrate(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let before = retrieve(ctx, call)?;
    if before["billing_mode"]["type"] == "flexible" {
        return Err(ApiError::invalid("The subscription already has the billing mode flexible.")
            .param("billing_mode[type]"));
    }
    let mut after = before.clone();
    after["billing_mode"] = flexible(&call.params, Some(ctx.now));
    ctx.account.put(after.clone());
    ctx.emit_update("customer.subscription.updated", &before, &after);
    Ok(after)
}

/// The flexible billing mode, with the choice made in `billing_mode[flexible]`.
pub(crate) fn flexible(params: &Value, updated_at: Option<i64>) -> Value {
    let choice = params["billing_mode"]["flexible"]["proration_discounts"].as_str();
    let mut mode = json!({
        "flexible": { "proration_discounts": choice.unwrap_or("included") }, "type": "flexible",
    });
    if let Some(at) = updated_at {
        mode["updated_at"] = json!(at);
    }
    mode
}
