//! Answers as Stripe writes them, cut to what matters.

use serde_json::{Value, json};

pub(crate) fn product() -> Value {
    json!({ "id": "prod_1", "object": "product", "name": "Pro" })
}

pub(crate) fn price(product: Value) -> Value {
    json!({
        "id": "price_1", "object": "price", "currency": "usd", "unit_amount": 4900,
        "unit_amount_decimal": "4900", "nickname": "Pro monthly", "product": product,
        "transform_quantity": null,
        "recurring": { "interval": "month", "interval_count": 1, "usage_type": "licensed" }
    })
}

pub(crate) fn item(id: &str, product: Value) -> Value {
    json!({
        "id": id, "object": "subscription_item", "quantity": 2, "price": price(product),
        "current_period_start": 1_690_000_000, "current_period_end": 1_700_000_000
    })
}

pub(crate) fn list(data: Vec<Value>, has_more: bool) -> Value {
    json!({ "object": "list", "data": data, "has_more": has_more, "url": "/v1/x" })
}

pub(crate) fn subscription(id: &str, product: Value) -> Value {
    json!({
        "id": id, "object": "subscription", "customer": "cus_1", "status": "active",
        "livemode": false, "currency": "usd", "cancel_at_period_end": false, "cancel_at": null,
        "ended_at": null, "trial_end": null, "pause_collection": null, "discounts": [],
        "schedule": null, "collection_method": "charge_automatically", "metadata": {},
        "items": list(vec![item("si_1", product)], false)
    })
}

pub(crate) fn customer(id: &str) -> Value {
    json!({
        "id": id, "object": "customer", "email": "Ann@example.com", "name": "Ann",
        "livemode": true, "address": { "country": "DE", "city": null }
    })
}

pub(crate) fn coupon() -> Value {
    json!({
        "id": "renumerate_25pct_3mo", "object": "coupon", "percent_off": 25.0,
        "duration": "repeating", "duration_in_months": 3, "valid": true
    })
}

pub(crate) fn invoice() -> Value {
    json!({
        "object": "invoice", "amount_due": 9800, "currency": "usd",
        "next_payment_attempt": 1_700_003_600, "period_end": 1_700_000_000, "due_date": null
    })
}
