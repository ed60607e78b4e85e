//! Answers in the shapes of neighbouring versions, and what is read from each.

use domain::money::{Currency, Money, Percent};
use domain::subscription::{
    BillingMode, Interval, IntervalUnit, PausedCollection, Subscription, SubscriptionStatus,
};
use engine::ports::{Billing, BillingError};
use serde_json::{Value, json};

use super::wire_json;
use crate::support::stub::{Reply, Stub};
use crate::support::{PATIENT, account, action_id, adapter, at, customer_id, subscription_id};

async fn read(subscription: Value) -> Result<Subscription, BillingError> {
    let stub = Stub::start([Reply::json(subscription)]).await;
    let billing = adapter(PATIENT).billing;
    let found = billing.find_subscription(&account(&stub.base), &subscription_id("sub_1")).await;
    Ok(found?.unwrap())
}

fn plain() -> Value {
    wire_json::subscription("sub_1", wire_json::product())
}

fn coupon() -> Value {
    json!({ "id": "SPRING", "percent_off": 20.0, "duration": "forever", "valid": true })
}

#[tokio::test]
async fn the_pinned_version_is_read_whole() {
    let mut wire = plain();
    wire["pause_collection"] = json!({ "behavior": "void", "resumes_at": 1_800_000_000 });
    wire["collection_method"] = "send_invoice".into();
    wire["metadata"] = json!({ "engine_action": "act_9", "note": "x" });
    wire["schedule"] = "sub_sched_1".into();
    wire["trial_end"] = 1_600_000_000.into();
    wire["cancel_at"] = 1_900_000_000.into();
    let found = read(wire).await.unwrap();
    assert_eq!(found.customer_id, customer_id("cus_1"));
    assert_eq!(found.plan_name(), "Pro");
    assert_eq!(found.recurring_amount().unwrap().minor, 9800);
    assert_eq!(found.interval(), Some(Interval { unit: IntervalUnit::Month, count: 1 }));
    assert_eq!(found.current_period_end(), Some(at(1_700_000_000)));
    let resumes_at = Some(at(1_800_000_000));
    assert_eq!(found.paused_collection, Some(PausedCollection { resumes_at }));
    assert!(found.is_invoiced);
    let held = found.schedule.unwrap();
    assert_eq!((held.id.as_str(), held.marker, held.next_items), ("sub_sched_1", None, vec![]));
    assert_eq!(found.marker, Some(action_id("act_9")));
    assert_eq!(found.trial_end, Some(at(1_600_000_000)));
    assert_eq!(found.cancel_at, Some(at(1_900_000_000)));
}

#[tokio::test]
async fn the_period_is_found_on_the_subscription_too() {
    let mut wire = plain();
    wire["items"]["data"][0].as_object_mut().unwrap().remove("current_period_end");
    wire["items"]["data"][0].as_object_mut().unwrap().remove("current_period_start");
    wire["current_period_end"] = 1_650_000_000.into();
    wire["current_period_start"] = 1_640_000_000.into();
    let found = read(wire).await.unwrap();
    assert_eq!(found.current_period_end(), Some(at(1_650_000_000)));
    assert_eq!(found.current_period_start(), Some(at(1_640_000_000)));
}

#[tokio::test]
async fn discounts_are_read_in_every_shape() {
    let end = 1_750_000_000;
    let of_source = |coupon: Value| {
        json!({ "id": "di_1", "end": end,
        "source": { "type": "coupon", "coupon": coupon } })
    };
    let of_coupon = json!({ "id": "di_1", "end": end, "coupon": coupon() });
    let twenty = Percent::try_from(20).ok();
    let cases = [
        (json!({ "discounts": [of_source(coupon())] }), twenty),
        (json!({ "discounts": [of_source("SPRING".into())] }), None),
        (json!({ "discounts": [of_coupon.clone()] }), twenty),
        (json!({ "discounts": null, "discount": of_coupon }), twenty),
    ];
    for (fields, percent_off) in cases {
        let mut wire = plain();
        wire.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        let found = read(wire).await.unwrap();
        let [discount] = &found.discounts[..] else { panic!("{fields}") };
        assert_eq!(discount.id, "di_1", "{fields}");
        assert_eq!(discount.coupon_id, "SPRING", "{fields}");
        assert_eq!(discount.percent_off, percent_off, "{fields}");
        assert_eq!(discount.ends_at, Some(at(end)), "{fields}");
    }
}

#[tokio::test]
async fn a_discount_that_is_only_an_id_is_kept() {
    let mut wire = plain();
    wire["discounts"] = json!(["di_5"]);
    assert_eq!(read(wire).await.unwrap().discounts[0].id, "di_5");
}

#[tokio::test]
async fn an_amount_off_is_read_with_its_currency() {
    let euros = json!({ "id": "FIVE", "amount_off": 500, "currency": "eur", "valid": true });
    let mut wire = plain();
    wire["discounts"] = json!([{ "id": "di_1", "source": { "coupon": euros } }]);
    let found = read(wire).await.unwrap();
    let eur = Currency::parse("eur").unwrap();
    assert_eq!(found.discounts[0].amount_off, Some(Money::new(500, eur)));
    assert_eq!(found.discounts[0].percent_off, None);
}

#[tokio::test]
async fn the_billing_mode_is_classic_where_nothing_else_is_said() {
    let cases = [
        (Value::Null, BillingMode::Classic),
        (json!({ "type": "classic" }), BillingMode::Classic),
        (json!({ "type": "flexible" }), BillingMode::Flexible),
        (json!({ "type": "elastic" }), BillingMode::Classic),
    ];
    for (mode, expected) in cases {
        let mut wire = plain();
        wire["billing_mode"] = mode.clone();
        assert_eq!(read(wire).await.unwrap().billing_mode, expected, "{mode}");
    }
}

#[tokio::test]
async fn the_newest_invoice_is_known_once_it_is_paid() {
    let invoice = |fields: Value| {
        let mut invoice = json!({
            "id": "in_1", "status": "paid", "currency": "usd", "amount_paid": 4_900,
            "status_transitions": { "paid_at": 1_690_000_100 }
        });
        invoice.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        invoice
    };
    let cases = [
        (invoice(json!({})), Some(4_900)),
        (invoice(json!({ "post_payment_credit_notes_amount": 900 })), Some(4_000)),
        (invoice(json!({ "post_payment_credit_notes_amount": 9_000 })), Some(0)),
        (invoice(json!({ "amount_paid_off_stripe": 4_900 })), Some(0)),
        (invoice(json!({ "status": "open" })), None),
        (invoice(json!({ "status_transitions": null })), None),
        (json!("in_1"), None),
        (Value::Null, None),
    ];
    for (latest, expected) in cases {
        let mut wire = plain();
        wire["latest_invoice"] = latest.clone();
        let paid = read(wire).await.unwrap().latest_invoice;
        assert_eq!(paid.map(|paid| paid.refundable.minor), expected, "{latest}");
    }
}

#[tokio::test]
async fn a_schedule_tells_what_comes_next() {
    let phase = |start: i64, end: i64, price: Value| {
        json!({ "start_date": start, "end_date": end,
                "items": [{ "price": price, "quantity": 2 }] })
    };
    let passed = phase(10, 20, "price_old".into());
    let running = phase(20, 30, "price_1".into());
    let next = phase(30, 40, json!({ "id": "price_2", "object": "price" }));
    let last = phase(40, 50, "price_3".into());
    let current = json!({ "start_date": 20, "end_date": 30 });
    let cases = [
        (json!([passed, running, next, last]), current.clone(), Some(("price_2", 30))),
        (json!([running]), current, None),
        (json!([running, next]), Value::Null, None),
    ];
    for (phases, current_phase, expected) in cases {
        let mut wire = plain();
        wire["schedule"] = json!({
            "id": "sub_sched_1", "phases": phases, "current_phase": current_phase,
            "metadata": { "engine_action": "act_4" }
        });
        let held = read(wire).await.unwrap().schedule.unwrap();
        assert_eq!(held.marker, Some(action_id("act_4")));
        let items = held.next_items.iter().map(|item| item.price_id.as_str());
        let found = items.zip(held.next_starts_at.map(|at| at.as_second())).next();
        assert_eq!(found, expected, "{phases}");
    }
}

#[tokio::test]
async fn amounts_that_are_not_per_unit_are_not_shown() {
    for (field, value) in [
        ("unit_amount", Value::Null),
        ("transform_quantity", json!({ "divide_by": 10, "round": "up" })),
    ] {
        let mut wire = plain();
        wire["items"]["data"][0]["price"][field] = value;
        assert_eq!(read(wire).await.unwrap().recurring_amount(), None, "{field}");
    }
    let mut metered = plain();
    metered["items"]["data"][0]["price"]["recurring"]["usage_type"] = "metered".into();
    assert_eq!(read(metered).await.unwrap().recurring_amount(), None);
}

#[tokio::test]
async fn newer_words_and_fields_do_not_break_reading() {
    let mut wire = plain();
    wire["status"] = "hibernating".into();
    wire["collection_method"] = "carrier_pigeon".into();
    wire["customer"] = json!({ "id": "cus_1", "object": "customer" });
    wire["metadata"] = json!({ "engine_action": "written by a person" });
    wire["status_details"] = json!({ "paused": {} });
    let found = read(wire).await.unwrap();
    assert_eq!(found.status, SubscriptionStatus::Other("hibernating".to_owned()));
    assert!(!found.is_invoiced);
    assert_eq!(found.marker, None);
    assert_eq!(found.customer_id, customer_id("cus_1"));
}

#[tokio::test]
async fn what_cannot_be_is_unknown_and_named() {
    let cases = [
        ("/id", json!("in_1"), "subscription.id"),
        ("/customer", Value::Null, "subscription.customer"),
        ("/currency", json!("dollars"), "subscription.currency"),
        ("/cancel_at", json!(i64::MAX), "subscription.cancel_at"),
        ("/items/data/0/price/recurring", Value::Null, "price.recurring"),
        ("/items/data/0/price/recurring/interval", json!("eon"), "price.recurring.interval"),
    ];
    for (place, value, named) in cases {
        let mut wire = plain();
        *wire.pointer_mut(place).unwrap() = value;
        let error = read(wire).await.unwrap_err();
        let BillingError::Unknown { reason, .. } = &error else { panic!("{error:?}") };
        assert!(reason.contains(named), "{place}: {reason}");
    }
}

#[tokio::test]
async fn a_preview_is_due_when_it_is_charged() {
    let cases = [
        (json!(1_700_003_600), Value::Null, Some(1_700_003_600)),
        (Value::Null, json!(1_700_009_000), Some(1_700_009_000)),
        (Value::Null, Value::Null, Some(1_700_000_000)),
    ];
    for (attempt, due, expected) in cases {
        let mut wire = wire_json::invoice();
        wire["next_payment_attempt"] = attempt;
        wire["due_date"] = due;
        let stub = Stub::start([Reply::json(wire)]).await;
        let id = subscription_id("sub_1");
        let billing = adapter(PATIENT).billing;
        let preview = billing.preview_next_invoice(&account(&stub.base), &id).await;
        let preview = preview.unwrap().unwrap();
        assert_eq!(preview.due_at, expected.map(at));
        assert_eq!(preview.amount_due.minor, 9800);
    }
}
