//! The phases of a schedule: read from parameters, and taken from a running subscription.

use serde_json::{Value, json};

use crate::billing::period::Interval;
use crate::errors::{Answer, ApiError};
use crate::resources::discounts::{self, Owner};
use crate::resources::params;
use crate::resources::subscriptions::items::{price_of, quantity_of, set_quantity};
use crate::state::Account;
use crate::values::{array, data, int, text, texts};

/// What the sandbox acts on in a phase.
const PHASE: &[&str] = &[
    "billing_cycle_anchor",
    "currency",
    "discounts",
    "duration",
    "end_date",
    "items",
    "metadata",
    "proration_behavior",
    "start_date",
    "trial",
    "trial_end",
];

const ITEM: &[&str] = &["discounts", "metadata", "price", "quantity"];

/// 9999-12-31T23:59:59Z.
const LAST_SECOND: i64 = 253_402_300_799;

/// The longest phase counted from its start, in its intervals; Stripe names no limit.
const LONGEST_DURATION: i64 = 1_000;

/// Whose phases they are.
pub(super) struct Holder<'a> {
    pub(super) customer: &'a str,
    /// The subscription that runs already, or null.
    pub(super) subscription: &'a Value,
}

/// Reads `phases`. The first begins at `start`, every other where the one before it ends.
pub(super) fn read(
    account: &Account,
    holder: &Holder<'_>,
    sent: &[Value],
    start: i64,
    now: i64,
) -> Answer<Vec<Value>> {
    if sent.is_empty() {
        return Err(ApiError::missing("phases"));
    }
    let mut phases: Vec<Value> = Vec::new();
    for (index, entry) in sent.iter().enumerate() {
        let group = format!("phases[{index}]");
        params::only(entry, PHASE, &group)?;
        for name in ["start_date", "end_date", "trial_end"] {
            check_time(&entry[name], &format!("{group}[{name}]"))?;
        }
        let begins = phases.last().map_or(start, |before| int(before, "end_date"));
        let given = time(&entry["start_date"], now);
        if given.is_some_and(|given| given != begins) {
            return Err(ApiError::invalid(
                "A phase must begin where the phase before it ends, and the current phase cannot \
                 begin at another time than it did.",
            )
            .param(format!("{group}[start_date]")));
        }
        let phase = read_one(account, holder, entry, &group, begins, now)?;
        if phases.first().is_some_and(|first| first["currency"] != phase["currency"]) {
            return Err(ApiError::invalid("All phases must be in the same currency.")
                .param(format!("{group}[items]")));
        }
        phases.push(phase);
    }
    Ok(phases)
}

/// Refuses times the calendar does not have.
pub(super) fn check_time(sent: &Value, param: &str) -> Answer<()> {
    match sent.as_i64() {
        Some(time) if !(0..=LAST_SECOND).contains(&time) => {
            Err(ApiError::invalid("Invalid timestamp.").param(param))
        }
        _ => Ok(()),
    }
}

/// A time parameter, of which `now` is one.
pub(super) fn time(sent: &Value, now: i64) -> Option<i64> {
    match sent {
        Value::String(_) => Some(now),
        sent => sent.as_i64(),
    }
}

fn read_one(
    account: &Account,
    holder: &Holder<'_>,
    sent: &Value,
    group: &str,
    start: i64,
    now: i64,
) -> Answer<Value> {
    let items = read_items(account, holder, sent, group)?;
    let price = &items[0].1;
    let currency = text(price, "currency").to_owned();
    if sent["currency"].as_str().is_some_and(|wanted| wanted != currency) {
        return Err(
            ApiError::invalid("The price's currency differs.").param(format!("{group}[currency]"))
        );
    }
    let end = end_of(sent, price, group, start, now)?;
    let trial_end = trial_end(sent, group, start, end, now)?;
    let mut phase = blank(&currency, start, end);
    phase["items"] = items.into_iter().map(|(item, _)| item).collect();
    phase["trial_end"] = json!(trial_end);
    phase["discounts"] =
        read_discounts(account, holder, None, sent, &currency, &format!("{group}[discounts]"))?;
    params::copy(&mut phase, sent, &["billing_cycle_anchor", "proration_behavior"]);
    params::merge_metadata(&mut phase, sent)?;
    Ok(phase)
}

/// The items, each with its price.
fn read_items(
    account: &Account,
    holder: &Holder<'_>,
    sent: &Value,
    group: &str,
) -> Answer<Vec<(Value, Value)>> {
    let mut items: Vec<(Value, Value)> = Vec::new();
    for (index, entry) in array(sent, "items").iter().enumerate() {
        let group = format!("{group}[items][{index}]");
        params::only(entry, ITEM, &group)?;
        let price = price_of(account, entry, &group)?
            .ok_or_else(|| ApiError::missing(&format!("{group}[price]")))?;
        let mut item = json!({
            "billing_thresholds": null,
            "discounts": [],
            "metadata": {},
            "price": price["id"],
            "tax_rates": [],
        });
        set_quantity(&mut item, &price, quantity_of(entry, &group)?, &group)?;
        let param = format!("{group}[discounts]");
        item["discounts"] = read_discounts(
            account,
            holder,
            Some(text(&price, "id")),
            entry,
            text(&price, "currency"),
            &param,
        )?;
        params::merge_metadata(&mut item, entry)?;
        if items.first().is_some_and(|(_, first)| first["currency"] != price["currency"]) {
            return Err(ApiError::invalid("All prices of a phase must be in the same currency.")
                .param(format!("{group}[price]")));
        }
        items.push((item, price));
    }
    if items.is_empty() {
        return Err(ApiError::missing(&format!("{group}[items]")));
    }
    Ok(items)
}

/// The discounts of a phase, or of its item with the price `item`.
fn read_discounts(
    account: &Account,
    holder: &Holder<'_>,
    item: Option<&str>,
    sent: &Value,
    currency: &str,
    param: &str,
) -> Answer<Value> {
    let own = match item {
        None => holder.subscription,
        Some(price) => data(&holder.subscription["items"])
            .iter()
            .find(|item| item["price"]["id"] == price)
            .unwrap_or(&Value::Null),
    };
    let owner = Owner {
        customer: holder.customer,
        subscription: text(holder.subscription, "id"),
        item: None,
        currency,
    };
    discounts::plan(account, &owner, &texts(own, "discounts"), sent.get("discounts"), param)?;
    Ok(array(sent, "discounts")
        .iter()
        .map(|entry| {
            json!({
                "coupon": entry["coupon"],
                "discount": entry["discount"],
                "promotion_code": entry["promotion_code"],
            })
        })
        .collect())
}

/// The end of a phase: given, counted from its start, or after one period of its first price.
fn end_of(sent: &Value, price: &Value, group: &str, start: i64, now: i64) -> Answer<i64> {
    let duration = &sent["duration"];
    let end = match (time(&sent["end_date"], now), duration.is_object()) {
        (Some(_), true) => {
            return Err(ApiError::invalid(
                "You may only specify one of these parameters: duration, end_date.",
            )
            .code("parameters_exclusive")
            .param(group));
        }
        (Some(end), false) => end,
        (None, true) => {
            let count = duration["interval_count"].as_i64().unwrap_or(1);
            if !(1..=LONGEST_DURATION).contains(&count) {
                return Err(ApiError::invalid(format!(
                    "Invalid integer: must be between 1 and {LONGEST_DURATION}"
                ))
                .code("parameter_invalid_integer")
                .param(format!("{group}[duration][interval_count]")));
            }
            Interval::of_recurring(duration).next_boundary(start, start)
        }
        (None, false) => Interval::of_price(price).next_boundary(start, start),
    };
    if end <= start {
        return Err(ApiError::invalid("A phase must end after it begins.")
            .param(format!("{group}[end_date]")));
    }
    Ok(end)
}

fn trial_end(sent: &Value, group: &str, start: i64, end: i64, now: i64) -> Answer<Option<i64>> {
    let chosen = match (time(&sent["trial_end"], now), sent["trial"] == true) {
        (Some(_), true) => {
            return Err(ApiError::invalid(
                "You may only specify one of these parameters: trial, trial_end.",
            )
            .code("parameters_exclusive")
            .param(group));
        }
        (Some(at), false) => Some(at),
        (None, trial) => trial.then_some(end),
    };
    if chosen.is_some_and(|at| at < start || at > end) {
        return Err(ApiError::invalid("A trial must end within its phase.")
            .param(format!("{group}[trial_end]")));
    }
    Ok(chosen)
}

/// A phase without items.
fn blank(currency: &str, start: i64, end: i64) -> Value {
    json!({
        "add_invoice_items": [],
        "application_fee_percent": null,
        "billing_cycle_anchor": null,
        "billing_thresholds": null,
        "collection_method": null,
        "currency": currency,
        "default_payment_method": null,
        "default_tax_rates": [],
        "description": null,
        "discounts": [],
        "end_date": end,
        "invoice_settings": null,
        "items": [],
        "metadata": {},
        "on_behalf_of": null,
        "proration_behavior": "create_prorations",
        "start_date": start,
        "transfer_data": null,
        "trial_end": null,
    })
}

/// One phase: what the subscription is in its current period.
pub(super) fn of_subscription(subscription: &Value) -> Value {
    let items = data(&subscription["items"]);
    let start = items.iter().map(|item| int(item, "current_period_start")).max();
    let end = items.iter().map(|item| int(item, "current_period_end")).min();
    let mut phase = blank(text(subscription, "currency"), start.unwrap_or(0), end.unwrap_or(0));
    phase["discounts"] = kept(subscription);
    phase["items"] = items_of_subscription(subscription);
    if subscription["status"] == "trialing" {
        phase["trial_end"] = subscription["trial_end"].clone();
    }
    phase
}

/// The items of a phase that are what the subscription has.
pub(super) fn items_of_subscription(subscription: &Value) -> Value {
    data(&subscription["items"])
        .iter()
        .map(|item| {
            let mut planned = json!({
                "billing_thresholds": null,
                "discounts": kept(item),
                "metadata": item["metadata"],
                "price": item["price"]["id"],
                "tax_rates": [],
            });
            params::copy(&mut planned, item, &["quantity"]);
            planned
        })
        .collect()
}

/// The discounts an object has, as a phase names them.
pub(super) fn kept(object: &Value) -> Value {
    texts(object, "discounts")
        .iter()
        .map(|id| json!({ "coupon": null, "discount": id, "promotion_code": null }))
        .collect()
}
