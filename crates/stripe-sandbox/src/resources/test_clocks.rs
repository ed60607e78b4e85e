//! `/v1/test_helpers/test_clocks`: clocks of their own for some customers.
//!
//! A customer made on a test clock lives by it, with everything it is subscribed to; the sandbox's
//! own clock does not move it. Advancing is done when the call answers, so a clock is always
//! `ready`, it may go any way forward, and it is deleted only on request.

use serde_json::{Value, json};
use stripe_schema::Request;

use crate::billing::period::DAY;
use crate::clock;
use crate::errors::{Answer, ApiError};
use crate::listing;
use crate::resources::{customers, params, path_id, payments, retrieve as retrieve_kind};
use crate::state::{Account, Ctx, kind};
use crate::values::{int, text};

pub(crate) const CREATE: &[&str] = &["frozen_time", "name"];

/// Stripe deletes a test clock this many days after it was made.
const LIFE: i64 = 30 * DAY;

/// Parameters that name an object which may live on a test clock.
const OWNERS: [&str; 7] = [
    "customer",
    "from_subscription",
    "invoice",
    "payment_intent",
    "schedule",
    "subscription",
    "test_clock",
];

/// The time of the test clock the call is about, if it is about one.
pub(crate) fn time_of(account: &Account, call: &Request) -> Option<i64> {
    let named = OWNERS.iter().filter_map(|name| call.params[*name].as_str());
    if let Some(intent) = payments::intent_of_charge(account, text(&call.params, "charge")) {
        return time_of_object(account, text(&intent, "id"));
    }
    let mut ids = call.path_params.iter().map(String::as_str).chain(named);
    ids.find_map(|id| time_of_object(account, id))
}

/// The time of the test clock an object lives on, if it lives on one.
pub(crate) fn time_of_object(account: &Account, id: &str) -> Option<i64> {
    let clock = clock_of(account, id)?;
    account.live(kind::TEST_CLOCK, &clock)?["frozen_time"].as_i64()
}

/// The id of the test clock an object lives on, or is.
fn clock_of(account: &Account, id: &str) -> Option<String> {
    let object = account.find(id)?;
    if object["object"] == kind::TEST_CLOCK {
        return Some(id.to_owned());
    }
    match object["test_clock"].as_str() {
        Some(clock) => Some(clock.to_owned()),
        None => of_customer(account, text(object, "customer")).as_str().map(str::to_owned),
    }
}

/// The `test_clock` field of what belongs to the customer.
pub(crate) fn of_customer(account: &Account, customer: &str) -> Value {
    account.get(kind::CUSTOMER, customer).map_or(Value::Null, |found| found["test_clock"].clone())
}

/// Whether a list shows the object: what lives on a test clock is listed by that clock or by its
/// customer.
pub(crate) fn shows(object: &Value, params: &Value) -> bool {
    let wanted = params["test_clock"].as_str();
    object["test_clock"].as_str() == wanted || (wanted.is_none() && params["customer"].is_string())
}

pub(crate) fn list(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let found = ctx.account.newest(kind::TEST_CLOCK).cloned().collect();
    listing::page("/v1/test_helpers/test_clocks", found, &call.params)
}

pub(crate) fn retrieve(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    retrieve_kind(ctx, kind::TEST_CLOCK, "test clock", call)
}

pub(crate) fn create(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let mut clock = json!({
        "id": ctx.ids.long("clock_1"),
        "object": kind::TEST_CLOCK,
        "created": ctx.now,
        "deletes_after": ctx.now + LIFE,
        "frozen_time": call.params["frozen_time"],
        "livemode": false,
        "name": null,
        "status": "ready",
        "status_details": {},
    });
    params::set_texts(&mut clock, &call.params, &["name"]);
    ctx.account.put(clock.clone());
    ctx.emit("test_helpers.test_clock.created", &clock);
    Ok(clock)
}

/// Moves the clock; what is due on the way happens before the call answers.
pub(crate) fn advance(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let mut clock = retrieve(ctx, call)?;
    let to = int(&call.params, "frozen_time");
    if to <= int(&clock, "frozen_time") {
        return Err(ApiError::invalid(
            "The frozen time must be later than the clock's current one.",
        )
        .param("frozen_time"));
    }
    clock["status"] = json!("advancing");
    clock["status_details"] = json!({ "advancing": { "target_frozen_time": to } });
    ctx.emit("test_helpers.test_clock.advancing", &clock);
    let cause = std::mem::take(&mut ctx.cause);
    clock::advance_test_clock(ctx, path_id(call), to);
    ctx.cause = cause;
    clock["frozen_time"] = json!(to);
    clock["status"] = json!("ready");
    clock["status_details"] = json!({});
    ctx.account.put(clock.clone());
    ctx.emit("test_helpers.test_clock.ready", &clock);
    Ok(clock)
}

/// Deletes the clock with its customers, which cancels what they are subscribed to.
pub(crate) fn delete(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let clock = retrieve(ctx, call)?;
    let id = text(&clock, "id");
    let owned: Vec<Value> = ctx
        .account
        .newest(kind::CUSTOMER)
        .filter(|customer| customer["test_clock"] == id)
        .cloned()
        .collect();
    for customer in owned {
        customers::remove(ctx, &customer);
    }
    ctx.account.delete(kind::TEST_CLOCK, id);
    ctx.emit("test_helpers.test_clock.deleted", &clock);
    Ok(json!({ "id": id, "object": kind::TEST_CLOCK, "deleted": true }))
}
