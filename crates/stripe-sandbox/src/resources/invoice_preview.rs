//! `/v1/invoices/create_preview`: the next invoice, found by living it on a copy.
//!
//! The subscription, its schedule, discounts and prices are copied, the changes asked about are
//! made there, and the copy's calendar runs until an invoice is collected. Trials, discounts that
//! end, credit, pauses, phases and cancellations are therefore treated exactly as the clock will
//! treat them. Invoices that a paused collection voids are skipped, as nobody will be asked to pay
//! them.
//!
//! `preview_mode=recurring` makes the same changes without prorations, leaves out the prorations
//! that wait already, and runs past a trial.

mod copy;

use serde_json::{Value, json};
use stripe_schema::Request;

use crate::billing::invoicing::{self, Bill};
use crate::errors::{Answer, ApiError};
use crate::ids::Ids;
use crate::resources::subscriptions::{cancel, create as creation, has_ended, pausing, update};
use crate::resources::{param, params, subscription_schedules as schedules};
use crate::state::{Cause, Ctx, kind};
use crate::values::{array, text};

pub(crate) const PARAMS: &[&str] = &[
    "customer",
    "discounts",
    "preview_mode",
    "schedule",
    "schedule_details",
    "subscription",
    "subscription_details",
];

/// What may be asked about, as in an update of the subscription.
const CHANGES: &[&str] = &[
    "billing_cycle_anchor",
    "cancel_at",
    "cancel_at_period_end",
    "items",
    "proration_behavior",
    "proration_date",
    "trial_end",
];

/// What may be asked about a subscription that does not exist yet.
const NEW: &[&str] = &["billing_mode", "items", "trial_end"];

/// What the preview is about.
enum Subject {
    /// A subscription that runs, or is paused.
    Subscription(Value),
    /// A schedule that has not made its subscription yet.
    Schedule(Value),
    /// A subscription, or a schedule, that this customer does not have yet.
    New(String),
}

pub(crate) fn create(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let subject = subject(ctx, call)?;
    let (object, customer) = match &subject {
        Subject::Subscription(object) | Subject::Schedule(object) => {
            (object, text(object, "customer"))
        }
        Subject::New(customer) => (&Value::Null, customer.as_str()),
    };
    let mut ids = Ids::new(ctx.now.unsigned_abs());
    let mut account = copy::of(ctx.account, object, customer);
    let mut copy =
        Ctx { account: &mut account, ids: &mut ids, now: ctx.now, cause: Cause::default() };
    let recurring = param(call, "preview_mode") == Some("recurring");
    if recurring {
        copy.account.pending_lines.clear();
    }
    let mut params = call.params.clone();
    if recurring {
        params["subscription_details"]["proration_behavior"] = json!("none");
        params["schedule_details"]["proration_behavior"] = json!("none");
    }
    match &subject {
        Subject::Subscription(before) => {
            if let Some(last) = change(&mut copy, before, &params)? {
                return Ok(copy::as_preview(&last));
            }
        }
        Subject::Schedule(before) => {
            schedules::update::apply(&mut copy, before, &schedule_changes(&params)?)?;
        }
        Subject::New(customer) => add(&mut copy, customer, &params)?,
    }
    copy::live_on(&mut copy, recurring)
        .map(|invoice| copy::as_preview(&invoice))
        .ok_or_else(|| none_upcoming(customer))
}

fn none_upcoming(customer: &str) -> ApiError {
    ApiError::invalid(format!("No upcoming invoices for customer: {customer}"))
        .code("invoice_upcoming_none")
        .status(404)
}

/// The schedule or subscription named, the customer's newest subscription that runs, or one that
/// the customer does not have yet.
fn subject(ctx: &Ctx<'_>, call: &Request) -> Answer<Subject> {
    let customer = param(call, "customer");
    let owned = |found: &Value| customer.is_none_or(|owner| found["customer"] == owner);
    if let Some(id) = param(call, "schedule") {
        let found = ctx.account.live(kind::SUBSCRIPTION_SCHEDULE, id).filter(|found| owned(found));
        let found = found
            .ok_or_else(|| ApiError::no_such_param("subscription schedule", id, "schedule"))?;
        return match text(found, "status") {
            "not_started" => Ok(Subject::Schedule(found.clone())),
            "active" => running(ctx, text(found, "subscription"), "schedule"),
            _ => Err(none_upcoming(text(found, "customer"))),
        };
    }
    if let Some(id) = param(call, "subscription") {
        let found = ctx.account.live(kind::SUBSCRIPTION, id).filter(|found| owned(found));
        if found.is_none() {
            return Err(ApiError::no_such_param("subscription", id, "subscription"));
        }
        return running(ctx, id, "subscription");
    }
    let id = customer.ok_or_else(|| ApiError::missing("customer"))?;
    if ctx.account.live(kind::CUSTOMER, id).is_none() {
        return Err(ApiError::no_such_param("customer", id, "customer"));
    }
    let details = &call.params["subscription_details"];
    if !array(details, "items").is_empty() || call.params["schedule_details"].is_object() {
        return Ok(Subject::New(id.to_owned()));
    }
    let mut own = ctx.account.subscriptions_of(id).into_iter();
    own.find(|subscription| !has_ended(subscription))
        .map(Subject::Subscription)
        .ok_or_else(|| none_upcoming(id))
}

fn running(ctx: &Ctx<'_>, id: &str, param: &str) -> Answer<Subject> {
    let found = ctx.account.live(kind::SUBSCRIPTION, id);
    let found = found.ok_or_else(|| ApiError::no_such_param("subscription", id, param))?;
    if has_ended(found) {
        return Err(none_upcoming(text(found, "customer")));
    }
    Ok(Subject::Subscription(found.clone()))
}

/// Makes the changes asked about; the last invoice, if the subscription is cancelled now.
fn change(copy: &mut Ctx<'_>, before: &Value, params: &Value) -> Answer<Option<Value>> {
    let details = &params["subscription_details"];
    let mut changes = picked(details, &[CHANGES, &["cancel_now", "resume_at"]].concat())?;
    if let Some(discounts) = params.get("discounts") {
        changes["discounts"] = discounts.clone();
    }
    schedules::check_unmanaged(before, &changes)?;
    if params.get("schedule_details").is_some_and(|details| details.get("phases").is_some()) {
        change_schedule(copy, before, params)?;
    }
    if changes.get("resume_at").is_some() {
        pausing::apply_resume(copy, before, &json!({}))?;
    }
    let id = text(before, "id");
    let before = copy.account.get(kind::SUBSCRIPTION, id).cloned().unwrap_or_default();
    let after = update::apply(copy, &before, &changes)?;
    schedules::follow(copy, &before, &after);
    if changes["cancel_now"] != true {
        return Ok(None);
    }
    let prorate = changes["proration_behavior"] != "none";
    let sent = json!({ "invoice_now": true, "prorate": prorate });
    let mut ended = after.clone();
    cancel::end_now(copy, after, &sent);
    if let Some(invoice) = copy::first_collected(copy.account) {
        return Ok(Some(invoice));
    }
    ended["status"] = json!("canceled");
    let bill = Bill { reason: "subscription_update", at: copy.now, lines: Vec::new() };
    Ok(Some(invoicing::compute(copy.account, copy.ids, &ended, bill)))
}

/// Makes the schedule what `schedule_details` asks; a subscription without one gets one.
fn change_schedule(copy: &mut Ctx<'_>, subscription: &Value, params: &Value) -> Answer<()> {
    let changes = schedule_changes(params)?;
    let schedule = match subscription["schedule"].as_str() {
        Some(id) => copy.account.get(kind::SUBSCRIPTION_SCHEDULE, id).cloned().unwrap_or_default(),
        None => schedules::create::from_subscription(copy, text(subscription, "id"), &json!({}))?,
    };
    schedules::update::apply(copy, &schedule, &changes)?;
    Ok(())
}

fn schedule_changes(params: &Value) -> Answer<Value> {
    let details = &params["schedule_details"];
    params::only(details, schedules::update::PARAMS, "schedule_details")?;
    Ok(if details.is_object() { details.clone() } else { json!({}) })
}

/// Adds the subscription or schedule asked about.
fn add(copy: &mut Ctx<'_>, customer: &str, params: &Value) -> Answer<()> {
    if params["schedule_details"].get("phases").is_some() {
        let mut sent = params["schedule_details"].clone();
        let known = ["billing_mode", "end_behavior", "phases", "proration_behavior"];
        params::only(&sent, &known, "schedule_details")?;
        sent["customer"] = json!(customer);
        sent["start_date"] = sent["phases"][0]["start_date"].clone();
        schedules::create::for_customer(copy, &sent)?;
        return Ok(());
    }
    let mut sent =
        picked(&params["subscription_details"], &[NEW, &["proration_behavior"]].concat())?;
    sent["customer"] = json!(customer);
    if let Some(discounts) = params.get("discounts") {
        sent["discounts"] = discounts.clone();
    }
    let id = copy.ids.long("sub_1");
    creation::add(copy, &id, &sent)?;
    Ok(())
}

/// The details, if all of them are known.
fn picked(details: &Value, known: &[&str]) -> Answer<Value> {
    params::only(details, known, "subscription_details")?;
    Ok(if details.is_object() { details.clone() } else { json!({}) })
}
