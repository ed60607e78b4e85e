//! The items of a subscription: built from parameters, changed.

use serde_json::{Value, json};

use crate::billing::period::Interval;
use crate::billing::renewal::first_period_end;
use crate::errors::{Answer, ApiError};
use crate::resources::discounts::{self, Owner, Plan};
use crate::resources::{params, prices};
use crate::state::{Account, Ctx, kind};
use crate::values::{data, int, text, texts};

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
    check_together(subscription, &built.items)?;
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
        "price": price.clone(),
        "subscription": subscription["id"],
        "tax_rates": [],
    });
    set_quantity(&mut item, &price, quantity_of(sent, group)?, group)?;
    params::merge_metadata(&mut item, sent)?;
    Ok(item)
}

/// The recurring, active price a parameter names.
pub(crate) fn price_of(account: &Account, sent: &Value, group: &str) -> Answer<Option<Value>> {
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

pub(crate) fn quantity_of(sent: &Value, group: &str) -> Answer<Option<i64>> {
    match sent["quantity"].as_i64() {
        Some(quantity) if !(0..=1_000_000).contains(&quantity) => {
            Err(ApiError::invalid("Invalid non-negative integer")
                .code("parameter_invalid_integer")
                .param(format!("{group}[quantity]")))
        }
        quantity => Ok(quantity),
    }
}

/// Sets the quantity; one where none is known. An item billed by usage has none. `price` is the
/// item's own.
pub(crate) fn set_quantity(
    item: &mut Value,
    price: &Value,
    quantity: Option<i64>,
    group: &str,
) -> Answer<()> {
    let metered = prices::is_metered(&price["recurring"]);
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

fn check_together(subscription: &Value, items: &[Value]) -> Answer<()> {
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
    let interval = Interval::of_price(&items[0]["price"]);
    if subscription["billing_mode"]["type"] == "classic"
        && items.iter().any(|item| Interval::of_price(&item["price"]) != interval)
    {
        return Err(ApiError::invalid(
            "In the billing mode classic all prices of a subscription must have the same interval. \
             To change an item rather than to add one, send its id.",
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
    pub(super) swaps: Vec<Swap>,
    /// Every item has a new interval, so the billing cycle begins anew.
    pub(super) anew: bool,
}

/// An item that was added, removed, or changed in what it costs.
pub(super) struct Swap {
    pub(super) old: Option<Value>,
    /// The id of the item that takes its place.
    pub(super) new: Option<String>,
    /// A new billing interval begins now, which is billed at once.
    pub(super) restarted: bool,
}

/// Applies `items` of an update: entries with an id change or remove it, others add an item.
pub(super) fn change(ctx: &mut Ctx<'_>, subscription: &Value, sent: &[Value]) -> Answer<Change> {
    let trialing = subscription["status"] == "trialing";
    let trial_end = subscription["trial_end"].as_i64().filter(|_| trialing);
    let built = Built { items: data(&subscription["items"]).to_vec(), discounts: Vec::new() };
    let mut change = Change { built, swaps: Vec::new(), anew: false };
    for (index, entry) in sent.iter().enumerate() {
        let group = format!("items[{index}]");
        if let Some(id) = entry["id"].as_str() {
            change_one(ctx, subscription, &mut change, id, entry, &group)?;
            continue;
        }
        let mut item = build(ctx, subscription, entry, &group, trial_end)?;
        if renews_now(subscription, ctx.now) {
            item["current_period_end"] = json!(ctx.now);
        }
        let plans = &mut change.built.discounts;
        plan_discounts(ctx.account, subscription, &item, entry, &group, plans)?;
        let new = Some(text(&item, "id").to_owned());
        change.swaps.push(Swap { old: None, new, restarted: false });
        change.built.items.push(item);
    }
    check_together(subscription, &change.built.items)?;
    if trialing {
        // The trial goes on; the first period after it has the new length.
        change.swaps.iter_mut().for_each(|swap| swap.restarted = false);
    } else {
        begin_intervals(subscription, &mut change, ctx.now);
    }
    Ok(change)
}

/// Whether the period ends at this very moment and the renewal is still to come: what changes
/// now needs no proration, as the renewal bills it.
pub(super) fn renews_now(subscription: &Value, now: i64) -> bool {
    first_period_end(subscription).is_some_and(|end| end <= now)
}

fn change_one(
    ctx: &mut Ctx<'_>,
    subscription: &Value,
    change: &mut Change,
    id: &str,
    sent: &Value,
    group: &str,
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
        change.swaps.push(Swap { old: Some(old), new: None, restarted: false });
        return Ok(());
    }
    let mut new = old.clone();
    params::merge_metadata(&mut new, sent)?;
    if let Some(price) = price_of(ctx.account, sent, group)? {
        new["price"] = price;
    }
    let price = new["price"].clone();
    set_quantity(&mut new, &price, quantity_of(sent, group)?, group)?;
    plan_discounts(ctx.account, subscription, &new, sent, group, &mut change.built.discounts)?;
    if old["price"]["id"] != new["price"]["id"] || old["quantity"] != new["quantity"] {
        let interval = Interval::of_price(&new["price"]);
        let restarted = interval != Interval::of_price(&old["price"]);
        change.swaps.push(Swap { old: Some(old), new: Some(id.to_owned()), restarted });
    }
    change.built.items[position] = new;
    Ok(())
}

/// Begins the periods of items with a new interval: now, with the renewal of this moment, or at the
/// end of the trial.
fn begin_intervals(subscription: &Value, change: &mut Change, now: i64) {
    let restarted: Vec<String> = change
        .swaps
        .iter()
        .filter(|swap| swap.restarted)
        .filter_map(|swap| swap.new.clone())
        .collect();
    let is_restarted = |item: &Value| restarted.iter().any(|id| item["id"] == *id);
    let trialing = subscription["status"] == "trialing";
    change.anew = !trialing && change.built.items.iter().all(is_restarted);
    if trialing || renews_now(subscription, now) {
        for swap in &mut change.swaps {
            swap.restarted = false;
        }
        return;
    }
    let anchor = if change.anew { now } else { int(subscription, "billing_cycle_anchor") };
    for item in change.built.items.iter_mut().filter(|item| is_restarted(item)) {
        let (_, end) = Interval::of_price(&item["price"]).around(anchor, now);
        item["current_period_start"] = json!(now);
        item["current_period_end"] = json!(end);
    }
}
