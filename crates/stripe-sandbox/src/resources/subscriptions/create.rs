//! Creating a subscription.

use serde_json::{Value, json};
use stripe_schema::Request;

use crate::billing::invoicing::{self, Bill};
use crate::billing::lines::{Span, period_line};
use crate::errors::{Answer, ApiError};
use crate::resources::discounts::{self, Owner};
use crate::resources::{params, payment_methods, test_clocks};
use crate::state::{Ctx, kind};
use crate::values::{array, data, list, text};

use super::{cancel, flexible, items, trial};

pub(crate) const PARAMS: &[&str] = &[
    "billing_mode",
    "cancel_at",
    "cancel_at_period_end",
    "collection_method",
    "currency",
    "customer",
    "days_until_due",
    "default_payment_method",
    "description",
    "discounts",
    "items",
    "metadata",
    "off_session",
    "trial_end",
    "trial_period_days",
    "trial_settings",
];

pub(crate) fn create(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let id = ctx.ids.long("sub_1");
    add(ctx, &id, &call.params)
}

/// Adds a subscription under a given id, as of `ctx.now`.
pub(crate) fn add(ctx: &mut Ctx<'_>, id: &str, sent: &Value) -> Answer {
    let customer = customer_of(ctx, sent)?;
    let trial_end = trial::chosen_end(sent, ctx.now)?;
    let mut subscription = blank(ctx, id, &customer, sent, trial_end)?;
    let added = items::build_new(ctx, &subscription, array(sent, "items"), trial_end)?;
    let currency = text(&added.items[0]["price"], "currency").to_owned();
    if sent["currency"].as_str().is_some_and(|wanted| wanted != currency) {
        return Err(ApiError::invalid("The price's currency differs.").param("currency"));
    }
    subscription["currency"] = json!(currency);
    let items_url = format!("/v1/subscription_items?subscription={id}");
    subscription["items"] = list(&items_url, added.items);
    cancel::schedule(&mut subscription, sent, ctx.now)?;
    let owner = Owner { customer: &customer, subscription: id, item: None, currency: &currency };
    let plan = discounts::plan(ctx.account, &owner, &[], sent.get("discounts"), "discounts")?;
    if let Some(method) = sent["default_payment_method"].as_str() {
        let method = payment_methods::attach(ctx, method, &customer, "default_payment_method")?;
        subscription["default_payment_method"] = json!(method);
    }
    items::commit_discounts(ctx, &mut subscription, added.discounts);
    if let Some(plan) = plan {
        subscription["discounts"] = json!(discounts::commit(ctx, &owner, &[], plan));
    }
    first_invoice(ctx, &mut subscription, trial_end.is_some());
    remember_currency(ctx, &customer, &currency);
    ctx.account.put(subscription.clone());
    ctx.emit("customer.subscription.created", &subscription);
    Ok(subscription)
}

fn customer_of(ctx: &Ctx<'_>, sent: &Value) -> Answer<String> {
    let id = sent["customer"].as_str().ok_or_else(|| ApiError::missing("customer"))?;
    match ctx.account.live(kind::CUSTOMER, id) {
        Some(_) => Ok(id.to_owned()),
        None => Err(ApiError::no_such_param("customer", id, "customer")),
    }
}

fn blank(
    ctx: &Ctx<'_>,
    id: &str,
    customer: &str,
    sent: &Value,
    trial_end: Option<i64>,
) -> Answer<Value> {
    let mut subscription = json!({
        "id": id,
        "object": kind::SUBSCRIPTION,
        "application": null,
        "application_fee_percent": null,
        "automatic_tax": { "disabled_reason": null, "enabled": false, "liability": null },
        "billing_cycle_anchor": trial_end.unwrap_or(ctx.now),
        "billing_cycle_anchor_config": null,
        "billing_mode": billing_mode(sent),
        "billing_schedules": [],
        "billing_thresholds": null,
        "cancel_at": null,
        "cancel_at_period_end": false,
        "canceled_at": null,
        "cancellation_details": cancel::no_details(),
        "collection_method": sent["collection_method"].as_str().unwrap_or("charge_automatically"),
        "created": ctx.now,
        "customer": customer,
        "customer_account": null,
        "days_until_due": sent["days_until_due"],
        "default_payment_method": null,
        "default_source": null,
        "default_tax_rates": [],
        "description": null,
        "discounts": [],
        "ended_at": null,
        "invoice_settings": { "account_tax_ids": null, "issuer": { "type": "self" } },
        "latest_invoice": null,
        "livemode": false,
        "metadata": {},
        "next_pending_invoice_item_invoice": null,
        "on_behalf_of": null,
        "pause_collection": null,
    });
    invoicing::merge(&mut subscription, second_half(ctx, customer, sent, trial_end));
    check_collection(sent)?;
    params::merge_metadata(&mut subscription, sent)?;
    params::set_texts(&mut subscription, sent, &["description"]);
    params::copy(&mut subscription, sent, &["trial_settings"]);
    Ok(subscription)
}

fn second_half(ctx: &Ctx<'_>, customer: &str, sent: &Value, trial_end: Option<i64>) -> Value {
    json!({
        "payment_settings": {
            "payment_method_options": null, "payment_method_types": null,
            "save_default_payment_method": "off",
        },
        "pending_invoice_item_interval": null,
        "pending_setup_intent": null,
        "pending_update": null,
        // Named by a schedule that makes its own subscription; not a parameter of the call.
        "schedule": sent["schedule"],
        "start_date": ctx.now,
        "status": if trial_end.is_some() { "trialing" } else { "active" },
        "test_clock": test_clocks::of_customer(ctx.account, customer),
        "transfer_data": null,
        "trial_end": trial_end,
        "trial_settings": { "end_behavior": { "missing_payment_method": "create_invoice" } },
        "trial_start": trial_end.map(|_| ctx.now),
    })
}

/// Flexible is the default since 2025-09-30.clover.
fn billing_mode(sent: &Value) -> Value {
    if sent["billing_mode"]["type"] == "classic" {
        return json!({ "flexible": null, "type": "classic" });
    }
    flexible(sent, None)
}

/// Invoices that are sent need a time to pay.
fn check_collection(sent: &Value) -> Answer<()> {
    if sent["collection_method"] == "send_invoice" && sent.get("days_until_due").is_none() {
        return Err(ApiError::missing("days_until_due"));
    }
    Ok(())
}

fn first_invoice(ctx: &mut Ctx<'_>, subscription: &mut Value, trial: bool) {
    let mut lines = Vec::new();
    for item in data(&subscription["items"]) {
        lines.push(period_line(ctx.ids, subscription, item, Span::current(item), trial));
    }
    let bill = Bill { reason: "subscription_create", at: ctx.now, lines };
    invoicing::issue(ctx, subscription, bill);
}

fn remember_currency(ctx: &mut Ctx<'_>, customer: &str, currency: &str) {
    if let Some(mut customer) = ctx.account.get(kind::CUSTOMER, customer).cloned()
        && customer["currency"].is_null()
    {
        customer["currency"] = json!(currency);
        ctx.account.put(customer);
    }
}
