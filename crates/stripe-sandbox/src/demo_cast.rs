//! The demo's customers: every situation a retention flow has to cope with, with real history.
//!
//! The cast lives through its past on the sandbox's own clock, so invoices, events and statuses are
//! those the calendar produced. Customers are invented; addresses are under `example.com`.

mod catalog;
mod script;

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

use crate::billing::period::DAY;
use crate::clock;
use crate::errors::Answer;
use crate::resources::subscription_schedules as schedules;
use crate::resources::subscriptions::{create, update};
use crate::resources::{coupons, customers, prices, products};
use crate::state::{Cause, Ctx, PLATFORM, World, kind};
use crate::values::{array, text};

use catalog::{COUPON, PRICES, PRODUCTS};
use script::{CAST, Member, Subscription};

/// One customer of the demo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CastMember {
    /// `cus_…`
    pub customer_id: String,
    /// The customer's e-mail; two members share one.
    pub email: String,
    /// What is special about this one, for a picker.
    pub note: String,
    /// The customer's subscriptions, oldest first.
    pub subscription_ids: Vec<String>,
    /// What the business knows about the customer and would send with a retention session.
    pub attributes: BTreeMap<String, i64>,
}

/// One thing that happened in the past.
#[derive(Clone, Copy)]
enum Step {
    Join(&'static Member),
    Subscribe(&'static Member, &'static Subscription),
    CancelAtPeriodEnd(&'static Subscription),
    CardFails(&'static Member),
}

/// Adds the cast to the platform account; a second call changes nothing.
pub(crate) fn seed(world: &mut World) -> Vec<CastMember> {
    if world.account(PLATFORM).get(kind::CUSTOMER, CAST[0].customer).is_none() {
        let today = world.now;
        let mut steps = steps();
        steps.sort_by_key(|(days_ago, _)| std::cmp::Reverse(*days_ago));
        world.now = today - 400 * DAY;
        perform(world, catalog);
        for (days_ago, step) in steps {
            clock::advance(world, today - days_ago * DAY);
            perform(world, |ctx| take(ctx, step));
        }
        clock::advance(world, today);
    }
    CAST.iter().map(member).collect()
}

fn member(member: &Member) -> CastMember {
    CastMember {
        customer_id: member.customer.to_owned(),
        email: member.email.to_owned(),
        note: member.note.to_owned(),
        subscription_ids: member.subscriptions.iter().map(|s| s.id.to_owned()).collect(),
        attributes: member.attributes.iter().map(|(key, of)| ((*key).to_owned(), *of)).collect(),
    }
}

/// All steps with how many days ago they happened.
fn steps() -> Vec<(i64, Step)> {
    let mut steps = Vec::new();
    for member in CAST {
        let joined = member.subscriptions.iter().map(|s| s.days_ago).max().unwrap_or(10);
        steps.push((joined, Step::Join(member)));
        for subscription in member.subscriptions {
            steps.push((subscription.days_ago, Step::Subscribe(member, subscription)));
            if let Some(days_ago) = subscription.cancelled_days_ago {
                steps.push((days_ago, Step::CancelAtPeriodEnd(subscription)));
            }
        }
        if let Some(days_ago) = member.card_fails_days_ago {
            steps.push((days_ago, Step::CardFails(member)));
        }
    }
    steps
}

/// The script is fixed, so an error in it is a mistake in this file that its test finds.
fn perform(world: &mut World, act: impl FnOnce(&mut Ctx<'_>) -> Answer<()>) {
    let now = world.now;
    if let Err(error) = act(&mut world.act(PLATFORM, now, Cause::default())) {
        tracing::error!(error.message = %error.message, "the demo cast could not be added");
    }
}

fn catalog(ctx: &mut Ctx<'_>) -> Answer<()> {
    for (id, name, description, family) in PRODUCTS {
        let mut fields = json!({ "name": name, "description": description });
        if !family.is_empty() {
            fields["metadata"] = json!({ "family": family });
        }
        products::add(ctx, id, &fields)?;
    }
    for price in PRICES {
        let fields = json!({
            "currency": price.currency,
            "nickname": price.nickname,
            "recurring": { "interval": price.interval },
            "unit_amount": price.amount,
        });
        prices::add(ctx, price.id, price.product, &fields)?;
    }
    coupons::add(
        ctx,
        COUPON,
        &json!({ "duration": "forever", "name": "Early supporter", "percent_off": 20.0 }),
    )?;
    Ok(())
}

fn take(ctx: &mut Ctx<'_>, step: Step) -> Answer<()> {
    match step {
        Step::Join(member) => {
            let mut customer = customers::blank(ctx, member.customer);
            ctx.account.put(customer.clone());
            let mut fields = json!({
                "address": { "country": member.country },
                "email": member.email,
                "name": member.name,
            });
            if member.card {
                fields["invoice_settings"] = json!({ "default_payment_method": "pm_card_visa" });
            }
            customers::fill(ctx, &mut customer, &fields)?;
            ctx.account.put(customer.clone());
            ctx.emit("customer.created", &customer);
        }
        Step::Subscribe(member, subscription) => {
            create::add(ctx, subscription.id, &parameters(ctx.now, member, subscription))?;
            if let Some(price) = subscription.becomes {
                plan_change(ctx, subscription.id, price)?;
            }
        }
        Step::CancelAtPeriodEnd(subscription) => {
            let fields = json!({
                "cancel_at_period_end": true,
                "cancellation_details": { "feedback": "unused" },
            });
            change(ctx, kind::SUBSCRIPTION, subscription.id, |ctx, before| {
                update::apply(ctx, before, &fields)
            })?;
        }
        Step::CardFails(member) => {
            let fields = json!({ "invoice_settings": {
                "default_payment_method": crate::FAILING_PAYMENT_METHOD,
            } });
            change(ctx, kind::CUSTOMER, member.customer, |ctx, before| {
                let mut after = before.clone();
                customers::fill(ctx, &mut after, &fields)?;
                ctx.account.put(after.clone());
                Ok(after)
            })?;
        }
    }
    Ok(())
}

fn change(
    ctx: &mut Ctx<'_>,
    kind: &str,
    id: &str,
    act: impl FnOnce(&mut Ctx<'_>, &Value) -> Answer,
) -> Answer {
    let before = ctx.account.get(kind, id).cloned().unwrap_or_default();
    act(ctx, &before)
}

/// Attaches a schedule that changes the subscription to one of the price, for a year, when its
/// period ends.
fn plan_change(ctx: &mut Ctx<'_>, subscription: &str, price: &str) -> Answer<()> {
    let schedule = schedules::create::from_subscription(ctx, subscription, &json!({}))?;
    let phase = &array(&schedule, "phases")[0];
    let item = &array(phase, "items")[0];
    let phases = json!({ "phases": [
        {
            "start_date": phase["start_date"],
            "end_date": phase["end_date"],
            "items": [{ "price": text(item, "price"), "quantity": item["quantity"] }],
        },
        {
            "items": [{ "price": price, "quantity": 1 }],
            "duration": { "interval": "year", "interval_count": 1 },
        },
    ] });
    schedules::update::apply(ctx, &schedule, &phases)?;
    Ok(())
}

fn parameters(now: i64, member: &Member, subscription: &Subscription) -> Value {
    let items: Vec<Value> = subscription
        .items
        .iter()
        .map(|(price, quantity)| json!({ "price": price, "quantity": quantity }))
        .collect();
    let mut parameters = json!({ "customer": member.customer, "items": items });
    if let Some(days) = subscription.trial_days {
        parameters["trial_period_days"] = json!(days);
    }
    if !member.card {
        let pause = json!({ "end_behavior": { "missing_payment_method": "pause" } });
        parameters["trial_settings"] = pause;
    }
    if let Some(days) = subscription.days_until_due {
        parameters["collection_method"] = json!("send_invoice");
        parameters["days_until_due"] = json!(days);
    }
    if let Some(days) = subscription.ends_in_days {
        parameters["cancel_at"] = json!(now + (subscription.days_ago + days) * DAY);
    }
    if subscription.discounted {
        parameters["discounts"] = json!([{ "coupon": COUPON }]);
    }
    parameters
}
