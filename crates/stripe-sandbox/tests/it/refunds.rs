//! Refunds of what paid an invoice.

use serde_json::Value;

use crate::client::{Answer, Shop, id, ids};

/// A shop with one paid invoice of 49.00 USD, and its payment intent.
async fn paid() -> (Shop, Value) {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("").await;
    let invoice = subscription["latest_invoice"].as_str().unwrap();
    let path = format!("/v1/invoices/{invoice}?expand[]=payments");
    let invoice = shop.client.get(&path).await.ok();
    let payments = invoice["payments"]["data"].as_array().unwrap();
    assert_eq!(payments.len(), 1);
    assert_eq!(payments[0]["status"], "paid");
    assert_eq!(payments[0]["amount_paid"], 4900);
    let intent = payments[0]["payment"]["payment_intent"].as_str().unwrap();
    let intent = shop.client.sandbox.inspect().object(intent).clone();
    assert_eq!(intent["amount_received"], 4900);
    (shop, intent)
}

async fn refund(shop: &Shop, body: &str) -> Answer {
    shop.client.post("/v1/refunds", body).await
}

#[tokio::test]
async fn a_payment_is_refunded_in_parts_and_never_beyond() {
    let (shop, intent) = paid().await;
    let by_intent = format!("payment_intent={}", id(&intent));
    let by_charge = format!("charge={}", intent["latest_charge"].as_str().unwrap());
    let body = format!("{by_intent}&amount=1000&reason=requested_by_customer&metadata[a]=b");
    let first = refund(&shop, &body).await.ok();
    assert_eq!((&first["amount"], &first["currency"]), (&1000.into(), &"usd".into()));
    assert_eq!(
        (&first["reason"], &first["metadata"]["a"]),
        (&"requested_by_customer".into(), &"b".into())
    );
    assert_eq!(first["charge"], intent["latest_charge"]);
    let refused = refund(&shop, &format!("{by_charge}&amount=3901")).await;
    assert_eq!(refused.fault(), (400, "", "amount"));
    let rest = refund(&shop, &by_charge).await.ok();
    assert_eq!(rest["amount"], 3900);
    let refused = refund(&shop, &by_intent).await;
    assert_eq!(refused.fault(), (400, "charge_already_refunded", ""));
    assert_eq!(shop.client.sandbox.inspect().events_of("refund.created").len(), 2);
    shop.client.check_state();
}

#[tokio::test]
async fn a_refund_names_one_payment_that_exists() {
    let (shop, intent) = paid().await;
    let both = format!("payment_intent={}&charge=ch_1", id(&intent));
    for (body, code, param) in [
        ("", "", ""),
        (both.as_str(), "", ""),
        ("payment_intent=pi_none", "resource_missing", "payment_intent"),
        ("charge=ch_none", "resource_missing", "charge"),
        ("charge=ch_none&refund_application_fee=true", "", "refund_application_fee"),
    ] {
        assert_eq!(refund(&shop, body).await.fault(), (400, code, param), "{body}");
    }
    let nothing = refund(&shop, &format!("payment_intent={}&amount=0", id(&intent))).await;
    assert_eq!(nothing.fault(), (400, "parameter_invalid_integer", "amount"));
}

#[tokio::test]
async fn refunds_are_listed_by_payment_and_read() {
    let (shop, intent) = paid().await;
    let other = shop.subscribe("").await;
    let body = format!("payment_intent={}&amount=100", id(&intent));
    let made = id(&refund(&shop, &body).await.ok());
    let path = format!("/v1/refunds?payment_intent={}", id(&intent));
    assert_eq!(ids(&shop.client.get(&path).await.ok()), [made.as_str()]);
    let path = format!("/v1/refunds?charge={}", intent["latest_charge"].as_str().unwrap());
    assert_eq!(ids(&shop.client.get(&path).await.ok()), [made.as_str()]);
    assert!(ids(&shop.client.get("/v1/refunds?charge=ch_none").await.ok()).is_empty());
    let path = format!("/v1/invoices/{}", other["latest_invoice"].as_str().unwrap());
    assert!(shop.client.get(&path).await.ok().get("payments").is_none());
}

#[tokio::test]
async fn an_invoice_nobody_paid_has_no_payment() {
    let shop = Shop::open().await;
    shop.coupon("percent_off=100&duration=once&id=FREE").await;
    for more in [
        "trial_period_days=14",
        "discounts[0][coupon]=FREE",
        "collection_method=send_invoice&days_until_due=3",
    ] {
        let more = format!("{more}&expand[]=latest_invoice.payments");
        let invoice = shop.subscribe(&more).await["latest_invoice"].clone();
        assert!(ids(&invoice["payments"]).is_empty(), "{more}");
    }
}
