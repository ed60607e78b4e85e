//! The items of a subscription: built from parameters, changed, prorated.

use serde_json::{Value, json};

use crate::billing::lines::{Span, period_line, proration_lines};
use crate::billing::period::Interval;
use crate::errors::{Answer, ApiError};
use crate::resources::discounts::{self, Owner, Plan};
use crate::resources::{params, prices};
use crate::state::{Account, Ctx, kind};
use crate::values::{data, text, texts};

/// Stripe takes this many items on one subscription.
const MAX_ITEMS: usize = 20;

/// Items to be, and the discounts to give them once everything has been checked.
pub(super) struct Built {
    pub(super) items: Vec<Value>,
    pub(super) discounts: Vec<ItemDiscounts>,
}

/// The planned discounts of the item with this id.
pub(super) struct ItemDiscounts {
    item: String,
    plan: Plan,
}

/// The items of a new subscription. During a trial the first period is the trial.
pub(super) fn build_new(
    ctx: &mut Ctx<'_>,
    subscription: &Value,
    sent: &[Value],
    trial_end: Option<i64>,
) -> Answer<Built> {
    if sent.is_empty() {
        return Err(ApiError::missing("items"));
    }
    let mut built = Built { items: Vec::new(), discounts: Vec::new() };
    for (index, entry) in sent.iter().enumerate() {
        let group = format!("items[{index}]");
        let item = build(ctx, subscription, entry, &group, trial_end)?;
        plan_discounts(ctx.account, subscription, &item, entry, &group, &mut built.discounts)?;
        built.items.push(item);
    }
    check_together(&built.items)?;
    Ok(built)
}

fn build(
    ctx: &mut Ctx<'_>,
    subscription: &Value,
    sent: &Value,
    group: &str,
    trial_end: Option<i64>,
) -> Answer<Value> {
    params::only(sent, &["discounts", "metadata", "price", "quantity"], group)?;
    let price = price_of(ctx.account, sent, group)?
        .ok_or_else(|| ApiError::missing(&format!("{group}[price]")))?;
    let anchor = subscription["billing_cycle_anchor"].as_i64().unwrap_or(ctx.now);
    let end =
        trial_end.unwrap_or_else(|| Interval::of_price(&price).next_boundary(anchor, ctx.now));
    let mut item = json!({
        "id": ctx.ids.short("si_"),
        "object": "subscription_item",
        "billing_thresholds": null,
        "created": ctx.now,
        "current_period_end": end,
        "current_period_start": ctx.now,
        "discounts": [],
        "metadata": {},
        "price": price,
        "subscription": subscription["id"],
        "tax_rates": [],
    });
    set_quantity(&mut item, quantity_of(sent, group)?, group)?;
    params::merge_metadata(&mut item, sent)?;
    Ok(item)
}

/// The recurring, active price a parameter names.
fn price_of(account: &Account, sent: &Value, group: &str) -> Answer<Option<Value>> {
    let Some(id) = sent["price"].as_str() else { return Ok(None) };
    let param = format!("{group}[price]");
    let price = account
        .live(kind::PRICE, id)
        .ok_or_else(|| ApiError::no_such_param("price", id, param.clone()))?;
    if price["type"] != "recurring" {
        return Err(ApiError::invalid(format!(
            "The price specified is set to `type=one_time` but this field only accepts prices \
             with `type=recurring`: {id}"
        ))
        .param(param));
    }
    if price["active"] != true {
        return Err(ApiError::invalid(format!(
            "The price specified is inactive. This field only accepts active prices: {id}"
        ))
        .param(param));
    }
    Ok(Some(price.clone()))
}

fn quantity_of(sent: &Value, group: &str) -> Answer<Option<i64>> {
    match sent["quantity"].as_i64() {
        Some(quantity) if !(0..=1_000_000).contains(&quantity) => {
            Err(ApiError::invalid("Invalid non-negative integer")
                .code("parameter_invalid_integer")
                .param(format!("{group}[quantity]")))
        }
        quantity => Ok(quantity),
    }
}

/// Sets the quantity; one where none is known. An item billed by usage has none.
fn set_quantity(item: &mut Value, quantity: Option<i64>, group: &str) -> Answer<()> {
    let metered = prices::is_metered(&item["price"]["recurring"]);
    if metered && quantity.is_some() {
        return Err(ApiError::invalid("An item with a metered price has no quantity.")
            .param(format!("{group}[quantity]")));
    }
    let known = item["quantity"].as_i64().unwrap_or(1);
    if let Some(fields) = item.as_object_mut() {
        fields.remove("quantity");
        if !metered {
            fields.insert("quantity".to_owned(), json!(quantity.unwrap_or(known)));
        }
    }
    Ok(())
}

fn check_together(items: &[Value]) -> Answer<()> {
    if items.is_empty() {
        return Err(ApiError::invalid("A subscription must have at least one item.").param("items"));
    }
    if items.len() > MAX_ITEMS {
        return Err(
            ApiError::invalid(format!("You can pass up to {MAX_ITEMS} items.")).param("items")
        );
    }
    let currency = &items[0]["price"]["currency"];
    if items.iter().any(|item| item["price"]["currency"] != *currency) {
        return Err(ApiError::invalid(
            "All prices of a subscription must be in the same currency.",
        )
        .param("items"));
    }
    Ok(())
}

fn plan_discounts(
    account: &Account,
    subscription: &Value,
    item: &Value,
    sent: &Value,
    group: &str,
    plans: &mut Vec<ItemDiscounts>,
) -> Answer<()> {
    let id = text(item, "id").to_owned();
    let owner = Owner {
        customer: text(subscription, "customer"),
        subscription: text(subscription, "id"),
        item: Some(&id),
        currency: text(&item["price"], "currency"),
    };
    let existing = texts(item, "discounts");
    let param = format!("{group}[discounts]");
    if let Some(plan) = discounts::plan(account, &owner, &existing, sent.get("discounts"), &param)?
    {
        plans.push(ItemDiscounts { item: id, plan });
    }
    Ok(())
}

/// Gives items their planned discounts.
pub(super) fn commit_discounts(
    ctx: &mut Ctx<'_>,
    subscription: &mut Value,
    plans: Vec<ItemDiscounts>,
) {
    let view = subscription.clone();
    let items = subscription["items"]["data"].as_array_mut();
    let mut items: Vec<&mut Value> = items.into_iter().flatten().collect();
    for ItemDiscounts { item: id, plan } in plans {
        let Some(item) = items.iter_mut().find(|item| item["id"] == *id) else { continue };
        let owner = Owner {
            customer: text(&view, "customer"),
            subscription: text(&view, "id"),
            item: Some(&id),
            currency: text(&view, "currency"),
        };
        let existing = texts(item, "discounts");
        item["discounts"] = json!(discounts::commit(ctx, &owner, &existing, plan));
    }
}

/// What changed items ask for.
pub(super) struct Change {
    pub(super) built: Built,
    /// Proration lines.
    pub(super) lines: Vec<Value>,
    /// A new billing interval begins a period now, which is billed at once.
    pub(super) rebill: bool,
}

/// Applies `items` of an update: entries with an id change or remove it, others add an item.
pub(super) fn change(
    ctx: &mut Ctx<'_>,
    subscription: &Value,
    sent: &[Value],
    prorate: bool,
) -> Answer<Change> {
    let trialing = subscription["status"] == "trialing";
    let trial_end = subscription["trial_end"].as_i64().filter(|_| trialing);
    let prorate = prorate && !trialing;
    let built = Built { items: data(&subscription["items"]).to_vec(), discounts: Vec::new() };
    let mut change = Change { built, lines: Vec::new(), rebill: false };
    for (index, entry) in sent.iter().enumerate() {
        let group = format!("items[{index}]");
        match entry["id"].as_str() {
            Some(id) => change_one(ctx, subscription, &mut change, id, entry, &group, prorate)?,
            None => {
                let item = build(ctx, subscription, entry, &group, trial_end)?;
                if prorate {
                    let more = proration_lines(ctx.ids, subscription, None, Some(&item), ctx.now);
                    change.lines.extend(more);
                }
                let plans = &mut change.built.discounts;
                plan_discounts(ctx.account, subscription, &item, entry, &group, plans)?;
                change.built.items.push(item);
            }
        }
    }
    check_together(&change.built.items)?;
    Ok(change)
}

fn change_one(
    ctx: &mut Ctx<'_>,
    subscription: &Value,
    change: &mut Change,
    id: &str,
    sent: &Value,
    group: &str,
    prorate: bool,
) -> Answer<()> {
    let allowed = ["deleted", "discounts", "id", "metadata", "price", "quantity"];
    params::only(sent, &allowed, group)?;
    let position = change.built.items.iter().position(|item| item["id"] == id);
    let Some(position) = position else {
        return Err(ApiError::no_such_param("subscription item", id, format!("{group}[id]")));
    };
    let old = change.built.items[position].clone();
    if sent["deleted"] == true {
        change.built.items.remove(position);
        if prorate {
            let credit = proration_lines(ctx.ids, subscription, Some(&old), None, ctx.now);
            change.lines.extend(credit);
        }
        return Ok(());
    }
    let mut new = old.clone();
    params::merge_metadata(&mut new, sent)?;
    if let Some(price) = price_of(ctx.account, sent, group)? {
        new["price"] = price;
    }
    set_quantity(&mut new, quantity_of(sent, group)?, group)?;
    plan_discounts(ctx.account, subscription, &new, sent, group, &mut change.built.discounts)?;
    prorate_change(ctx, subscription, change, &old, &mut new, prorate);
    change.built.items[position] = new;
    Ok(())
}

fn prorate_change(
    ctx: &mut Ctx<'_>,
    subscription: &Value,
    change: &mut Change,
    old: &Value,
    new: &mut Value,
    prorate: bool,
) {
    let interval = Interval::of_price(&new["price"]);
    let same_interval = interval == Interval::of_price(&old["price"]);
    if same_interval || subscription["status"] == "trialing" {
        let same = old["price"]["id"] == new["price"]["id"] && old["quantity"] == new["quantity"];
        if prorate && !same {
            let lines = proration_lines(ctx.ids, subscription, Some(old), Some(new), ctx.now);
            change.lines.extend(lines);
        }
        return;
    }
    let span = Span { start: ctx.now, end: interval.next_boundary(ctx.now, ctx.now) };
    new["current_period_start"] = json!(span.start);
    new["current_period_end"] = json!(span.end);
    if prorate {
        let credit = proration_lines(ctx.ids, subscription, Some(old), None, ctx.now);
        change.lines.extend(credit);
    }
    change.lines.push(period_line(ctx.ids, subscription, new, span, false));
    change.rebill = true;
}
