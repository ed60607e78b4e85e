//! Prorations: what unused time is worth, and what the rest of a period costs.
//!
//! Amounts have the running discounts taken off, except those that last one invoice only. The
//! billing modes differ in what they credit: `flexible` a part of what was billed, `classic` a
//! part of what the item would cost now, whether or not it was ever billed.

use std::collections::HashMap;

use serde_json::{Value, json};

use crate::billing::discounting;
use crate::billing::lines::{Span, item_amount, period_line, proration_line};
use crate::billing::period::Interval;
use crate::ids::Ids;
use crate::resources::discounts;
use crate::state::Account;
use crate::values::{array, data, int, text, texts};

/// What was billed last for an item: for which time, and how much after discounts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Billed {
    span: Span,
    amount: i64,
}

/// Remembers what lines bill. `collected` is false for an invoice that is voided at once.
pub(crate) fn remember(account: &mut Account, lines: &[Value], collected: bool) {
    for line in lines.iter().filter(|line| int(line, "amount") >= 0) {
        let period = &line["period"];
        let billed = Billed {
            span: Span { start: int(period, "start"), end: int(period, "end") },
            amount: if collected { net(line) } else { 0 },
        };
        account.billed.insert(item_of(line), billed);
    }
}

/// The line that credits the time of `item` after `at`; `subscription` is as it was until now.
pub(crate) fn credit(
    account: &Account,
    ids: &mut Ids,
    subscription: &Value,
    item: &Value,
    at: i64,
) -> Value {
    let flexible = subscription["billing_mode"]["type"] == "flexible";
    let billed = account.billed.get(text(item, "id")).filter(|_| flexible);
    let worth = match billed {
        Some(Billed { span, amount }) => span.part_after(at, *amount),
        None => rest_of_period(account, ids, subscription, item, at),
    };
    let end = int(item, "current_period_end");
    proration_line(
        ids,
        subscription,
        item,
        Span { start: at.min(end), end },
        -worth,
        "Unused time on",
    )
}

/// The line that charges the time of `item` after `at`, in the subscription it now belongs to.
pub(crate) fn debit(
    account: &Account,
    ids: &mut Ids,
    subscription: &Value,
    item: &Value,
    at: i64,
) -> Value {
    let cost = rest_of_period(account, ids, subscription, item, at);
    let end = int(item, "current_period_end");
    proration_line(
        ids,
        subscription,
        item,
        Span { start: at.min(end), end },
        cost,
        "Remaining time on",
    )
}

fn rest_of_period(
    account: &Account,
    ids: &mut Ids,
    subscription: &Value,
    item: &Value,
    at: i64,
) -> i64 {
    let end = int(item, "current_period_end");
    let anchor = int(subscription, "billing_cycle_anchor");
    // The period is looked up by its last second: `at` may lie at or after its end.
    let (start, _) = Interval::of_price(&item["price"]).around(anchor, end - 1);
    let costs = period_costs(account, ids, subscription, at);
    let whole = costs.get(text(item, "id")).copied().unwrap_or_else(|| item_amount(item));
    Span { start, end }.part_after(at, whole)
}

/// What a whole period of each item costs, by item id.
fn period_costs(
    account: &Account,
    ids: &mut Ids,
    subscription: &Value,
    at: i64,
) -> HashMap<String, i64> {
    let lasting = |id: &String| discounts::duration(account, id) != "once";
    let mut lines: Vec<Value> = data(&subscription["items"])
        .iter()
        .map(|item| {
            let mut line = period_line(ids, subscription, item, Span::current(item), false);
            let own: Vec<String> = texts(item, "discounts").into_iter().filter(lasting).collect();
            line["discounts"] = json!(own);
            line
        })
        .collect();
    let shared: Vec<String> =
        texts(subscription, "discounts").into_iter().filter(lasting).collect();
    discounting::apply(account, &mut lines, &shared, at);
    lines.iter().map(|line| (item_of(line), net(line))).collect()
}

fn item_of(line: &Value) -> String {
    text(&line["parent"]["subscription_item_details"], "subscription_item").to_owned()
}

fn net(line: &Value) -> i64 {
    let cuts: i64 = array(line, "discount_amounts").iter().map(|cut| int(cut, "amount")).sum();
    int(line, "amount") - cuts
}
