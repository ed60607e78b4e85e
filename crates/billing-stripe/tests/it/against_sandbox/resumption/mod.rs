//! Every fault at every request of every change: tried again as the worker does, each comes to
//! the same end as a run without faults.

mod driver;
mod scenarios;

use std::sync::Arc;

use billing_stripe::StripeBilling;
use serde_json::{Value, json};
use stripe_sandbox::{Fault, FaultRule, RequestRecord};
use stripe_schema::StripeSchema;

use self::driver::drive;
use self::scenarios::Scenario;
use crate::support::sandbox::{Clients, World};
use crate::support::{IMPATIENT, action_id, adapter};

/// What goes wrong, and whether Stripe has forgotten every key when it is tried again.
fn faults() -> Vec<(Fault, bool)> {
    let rate = Fault::RateLimited429 { reason: "global-rate".to_owned() };
    vec![
        (Fault::TimeoutBeforeEffect, false),
        (Fault::TimeoutAfterEffect, false),
        (Fault::TimeoutAfterEffect, true),
        (Fault::ResetAfterEffect, false),
        (rate, false),
        (Fault::Conflict409, false),
        (Fault::ServerError500Stored, false),
        (Fault::ServerError500AfterEffect, false),
        (Fault::ServerError500AfterEffect, true),
        (Fault::BadJson, true),
    ]
}

/// What is left at Stripe, without the ids that a run makes and without the action's marker.
fn state(world: &World, subscription: &str) -> Value {
    let snapshot = world.inspect();
    let of =
        |kind: &'static str| snapshot.objects.values().filter(move |each| each["object"] == kind);
    let own = snapshot.object(subscription);
    let coupon_of = |id: &Value| snapshot.object(id.as_str().unwrap())["source"]["coupon"].clone();
    let discounts: Vec<Value> =
        own["discounts"].as_array().unwrap().iter().map(coupon_of).collect();
    let items: Vec<Value> = own["items"]["data"].as_array().unwrap().iter().map(line).collect();
    let schedules: Vec<Value> = of("subscription_schedule").map(schedule).collect();
    let mut invoices: Vec<Value> = of("invoice")
        .map(|invoice| json!([invoice["created"], invoice["total"], invoice["status"]]))
        .collect();
    invoices.sort_by_key(Value::to_string);
    let customer = snapshot.object(own["customer"].as_str().unwrap());
    json!({
        "status": own["status"], "cancel_at": own["cancel_at"],
        "cancel_at_period_end": own["cancel_at_period_end"],
        "cancellation_details": own["cancellation_details"],
        "pause_collection": own["pause_collection"], "trial_end": own["trial_end"],
        "items": items, "discounts": discounts, "schedules": schedules, "invoices": invoices,
        "balance": customer["balance"],
        "credit_notes": of("credit_note").map(|note| note["amount"].clone()).collect::<Vec<_>>(),
        "coupons": of("coupon").map(|coupon| coupon["id"].clone()).collect::<Vec<_>>(),
    })
}

fn line(item: &Value) -> Value {
    let price = item["price"].as_str().map_or(&item["price"]["id"], |_| &item["price"]);
    json!([price, item["quantity"]])
}

fn schedule(schedule: &Value) -> Value {
    let phases = schedule["phases"].as_array().unwrap().iter().map(|phase| {
        let items: Vec<Value> = phase["items"].as_array().unwrap().iter().map(line).collect();
        json!([phase["start_date"], phase["end_date"], items, phase["discounts"]])
    });
    json!({
        "status": schedule["status"], "end_behavior": schedule["end_behavior"],
        "marker": schedule["metadata"]["engine_action"], "phases": phases.collect::<Vec<_>>(),
    })
}

/// The requests that change something, as they were sent in a run without faults.
struct Clean {
    posts: u32,
    deletes: u32,
    state: Value,
}

/// Asserts that Stripe's document of the request's version knows it and all it expands.
fn assert_valid(sent: &RequestRecord) {
    let schema = StripeSchema::of_version(&sent.api_version);
    let (method, path) = (sent.method.as_str(), sent.path.as_str());
    let request = schema.read_request(method, path, &sent.query, &sent.body);
    let params = request.unwrap_or_else(|issues| panic!("{method} {path}: {issues:?}")).params;
    for expanded in params["expand"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        assert!(schema.can_expand(method, path, expanded), "{method} {path}: {expanded}");
    }
}

async fn run_clean(clients: Arc<Clients>, scenario: &Scenario) -> Clean {
    let (world, id, wanted) = scenario.build(World::start_for(clients).await).await;
    let before = world.inspect().requests.len();
    drive(&world, &[&world.clients.billing], &id, &wanted, false).await.unwrap();
    let requests = world.inspect().requests.split_off(before);
    requests.iter().for_each(assert_valid);
    let count = |method: &str| requests.iter().filter(|each| each.method == method).count();
    let marker = world.read(&id).await.marker;
    let is_marked = marker == Some(action_id("act_1"));
    assert_eq!(is_marked, scenario.leaves_marker, "{}", scenario.name);
    Clean {
        posts: u32::try_from(count("POST")).unwrap(),
        deletes: u32::try_from(count("DELETE")).unwrap(),
        state: state(&world, &id),
    }
}

async fn comes_to_the_same_end(scenario: &Scenario) {
    let clients = Clients::new();
    let impatient = adapter(IMPATIENT).billing;
    let clean = run_clean(clients.clone(), scenario).await;
    assert!(clean.posts + clean.deletes > 0, "{}", scenario.name);
    let posts = (0..clean.posts).map(|after| ("POST", after));
    for (method, after) in posts.chain((0..clean.deletes).map(|after| ("DELETE", after))) {
        for (fault, is_pruned) in faults() {
            let name = format!("{}: {method} {after} {fault:?} {is_pruned}", scenario.name);
            let (world, id, wanted) = scenario.build(World::start_for(clients.clone()).await).await;
            let is_silent = matches!(fault, Fault::TimeoutBeforeEffect | Fault::TimeoutAfterEffect);
            let rule = FaultRule { after, ..FaultRule::once(fault) };
            world.sandbox.inject(rule.on(method, "/v1/"));
            let first: &StripeBilling = if is_silent { &impatient } else { &clients.billing };
            let driven = drive(&world, &[first, &clients.billing], &id, &wanted, is_pruned).await;
            assert_eq!(driven, Ok(()), "{name}");
            let requests = world.inspect().requests;
            assert!(requests.iter().any(|each| each.fault.is_some()), "{name}: met no fault");
            assert_eq!(state(&world, &id), clean.state, "{name}");
        }
    }
}

/// One test a scenario, so that they run side by side.
macro_rules! resumptions {
    ($($scenario:ident),+ $(,)?) => {
        $(
            #[tokio::test]
            async fn $scenario() {
                comes_to_the_same_end(&scenarios::$scenario()).await;
            }
        )+
    };
}

resumptions! {
    cancel,
    cancel_under_a_schedule,
    cancel_at_a_date,
    cancel_now,
    undo_cancel,
    annotate,
    discount,
    discount_in_place_of_another,
    pause,
    pause_subscription,
    resume,
    move_renewal,
    item_now,
    item_at_renewal,
    credit,
    refund,
}
