//! Every request the adapter can send agrees with Stripe's own document.

use billing_stripe::API_VERSION;
use domain::billing_action::{Said, SubscriptionChange};
use domain::playbook::Feedback;
use domain::subscription::Subscription;
use engine::ports::{Billing, BillingAccount};
use serde_json::Value;
use stripe_schema::StripeSchema;

use super::wire_json;
use crate::support::changes::{SILENT, cancel_saying, discount_of};
use crate::support::stub::{Reply, Seen, Stub};
use crate::support::{
    PATIENT, SECRET, account, adapter, at, change, customer_id, held_discount, plain_subscription,
    subscription_id,
};

/// Asserts that the document knows the request and all it expands.
fn assert_valid(seen: &Seen) {
    let schema = StripeSchema::load();
    let (method, path) = (seen.method.as_str(), seen.path.as_str());
    let request = schema.read_request(method, path, &seen.query, &seen.body);
    let params = request.unwrap_or_else(|issues| panic!("{method} {path}: {issues:?}")).params;
    for expanded in params["expand"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        assert!(schema.can_expand(method, path, expanded), "{method} {path}: {expanded}");
        assert!(expanded.split('.').count() <= 4, "Stripe expands four levels: {expanded}");
    }
}

fn params(seen: &Seen) -> Value {
    StripeSchema::load()
        .read_request(&seen.method, &seen.path, &seen.query, &seen.body)
        .unwrap()
        .params
}

/// What the adapter sends for one change, everything answered well.
async fn sent_by(before: &Subscription, wanted: SubscriptionChange) -> Vec<Seen> {
    let answer = wire_json::subscription("sub_1", wire_json::product());
    let script = match wanted {
        SubscriptionChange::Discount { .. } => vec![
            Reply::error(404, "invalid_request_error", "resource_missing", "No such coupon"),
            Reply::json(wire_json::coupon()),
            Reply::json(answer),
        ],
        _ => vec![Reply::json(answer)],
    };
    let stub = Stub::start(script).await;
    let request = change("act_1", before, wanted);
    let outcome =
        adapter(PATIENT).billing.change_subscription(&account(&stub.base), &request).await;
    assert_eq!(outcome.unwrap().after.plan_name(), "Pro");
    let seen = stub.seen();
    seen.iter().for_each(assert_valid);
    seen
}

#[tokio::test]
async fn lookups_agree_with_the_document() {
    let subscription = wire_json::subscription("sub_1", "prod_1".into());
    let stub = Stub::start([
        Reply::json(wire_json::customer("cus_1")),
        Reply::json(wire_json::list(vec![wire_json::customer("cus_1")], false)),
        Reply::json(wire_json::subscription("sub_1", wire_json::product())),
        Reply::json(wire_json::list(vec![subscription], false)),
        Reply::json(wire_json::list(vec![wire_json::product()], false)),
        Reply::json(wire_json::invoice()),
    ])
    .await;
    let (billing, account) = (adapter(PATIENT).billing, account(&stub.base));
    billing.find_customer(&account, &customer_id("cus_1")).await.unwrap().unwrap();
    billing.list_customers_by_email(&account, "Ann+x&y@example.com").await.unwrap();
    billing.find_subscription(&account, &subscription_id("sub_1")).await.unwrap().unwrap();
    billing.list_subscriptions(&account, &customer_id("cus_1")).await.unwrap();
    billing.preview_next_invoice(&account, &subscription_id("sub_1")).await.unwrap().unwrap();
    let seen = stub.seen();
    seen.iter().for_each(assert_valid);
    let paths: Vec<_> = seen.iter().map(|seen| seen.path.as_str()).collect();
    let customers = ["/v1/customers/cus_1", "/v1/customers", "/v1/subscriptions/sub_1"];
    let others = ["/v1/subscriptions", "/v1/products", "/v1/invoices/create_preview"];
    assert_eq!(paths, [customers, others].concat());
    assert_eq!(params(&seen[1])["email"], "Ann+x&y@example.com");
}

#[tokio::test]
async fn a_cancellation_says_why_and_who() {
    let wanted = cancel_saying(Said {
        feedback: Some(Feedback::TooExpensive),
        comment: Some(format!(" \0Zu teuer 💸\n{}", "ß".repeat(6000))),
        ..SILENT
    });
    let seen = sent_by(&plain_subscription(), wanted).await;
    let params = params(&seen[0]);
    assert_eq!(params["cancel_at_period_end"], true);
    assert_eq!(params["cancellation_details"]["feedback"], "too_expensive");
    let comment = params["cancellation_details"]["comment"].as_str().unwrap();
    assert!(comment.starts_with("Zu teuer 💸\nß"), "{comment}");
    assert_eq!(comment.chars().count(), 5000);
    assert_eq!(params["metadata"]["engine_action"], "act_1");
    assert_eq!(seen[0].header("idempotency-key"), Some("act_1"));
}

#[tokio::test]
async fn a_cancellation_without_words_has_no_details() {
    for comment in [None, Some(" \n\0 ".to_owned())] {
        let wanted = cancel_saying(Said { comment, ..SILENT });
        let seen = sent_by(&plain_subscription(), wanted).await;
        assert_eq!(params(&seen[0])["cancellation_details"], Value::Null);
    }
}

#[tokio::test]
async fn an_undo_clears_what_is_set() {
    let with_period =
        Subscription { cancel_at_period_end: true, cancel_at: Some(at(9)), ..plain_subscription() };
    let seen = sent_by(&with_period, SubscriptionChange::UndoCancel).await;
    assert_eq!(params(&seen[0])["cancel_at_period_end"], false);
    assert_eq!(params(&seen[0])["cancel_at"], Value::Null);

    let on_a_date = Subscription { cancel_at: Some(at(9)), ..plain_subscription() };
    let seen = sent_by(&on_a_date, SubscriptionChange::UndoCancel).await;
    assert_eq!(params(&seen[0])["cancel_at_period_end"], Value::Null);
    assert_eq!(params(&seen[0])["cancel_at"], "");
}

#[tokio::test]
async fn a_discount_makes_its_coupon_and_keeps_the_others() {
    let discounts = vec![held_discount("di_1", "WELCOME"), held_discount("di_2", "")];
    let before = Subscription { discounts, ..plain_subscription() };
    let seen = sent_by(&before, discount_of(25, 3)).await;
    let [read, made, changed] = &seen[..] else { panic!("{seen:?}") };
    assert_eq!((read.method.as_str(), made.method.as_str()), ("GET", "POST"));
    assert_eq!(params(made)["name"], "25% off for 3 months");
    // A key of its own each time: under one that lasts, a coupon deleted since would seem made.
    assert!(!made.header("idempotency-key").unwrap().starts_with("act_1"));
    let expected = serde_json::json!([
        { "discount": "di_1" }, { "discount": "di_2" }, { "coupon": "renumerate_25pct_3mo" }
    ]);
    assert_eq!(params(changed)["discounts"], expected);
    assert_eq!(params(changed)["metadata"]["engine_action"], "act_1");
}

#[tokio::test]
async fn a_discount_it_has_is_not_added_again() {
    let discounts = vec![held_discount("di_1", "renumerate_25pct_3mo")];
    let before = Subscription { discounts, ..plain_subscription() };
    let seen = sent_by(&before, discount_of(25, 3)).await;
    let expected = serde_json::json!([{ "discount": "di_1" }]);
    assert_eq!(params(&seen[2])["discounts"], expected);
}

#[tokio::test]
async fn a_pause_voids_invoices_until_its_end() {
    let wanted = SubscriptionChange::Pause { resumes_at: at(1_800_000_000) };
    let seen = sent_by(&plain_subscription(), wanted).await;
    let expected = serde_json::json!({ "behavior": "void", "resumes_at": 1_800_000_000 });
    assert_eq!(params(&seen[0])["pause_collection"], expected);
}

#[tokio::test]
async fn every_request_names_version_key_and_account() {
    let stub = Stub::start([Reply::json(wire_json::customer("cus_1"))]).await;
    let billing = adapter(PATIENT).billing;
    let connected = BillingAccount { account: Some("acct_7".to_owned()), ..account(&stub.base) };
    billing.find_customer(&connected, &customer_id("cus_1")).await.unwrap();
    billing.find_customer(&account(&stub.base), &customer_id("cus_1")).await.unwrap();
    let seen = stub.seen();
    assert_eq!(seen[0].header("stripe-version"), Some(API_VERSION));
    assert_eq!(API_VERSION, stripe_schema::API_VERSION);
    assert_eq!(seen[0].header("authorization"), Some(format!("Bearer {SECRET}").as_str()));
    assert!(seen[0].header("user-agent").unwrap().starts_with("Renumerate/"));
    assert_eq!(seen[0].header("stripe-account"), Some("acct_7"));
    assert_eq!(seen[0].header("idempotency-key"), None);
    assert_eq!(seen[1].header("stripe-account"), None);
}

#[tokio::test]
async fn each_preview_has_a_key_of_its_own() {
    let stub = Stub::start([Reply::json(wire_json::invoice())]).await;
    let billing = adapter(PATIENT).billing;
    for _ in 0..2 {
        let id = subscription_id("sub_1");
        billing.preview_next_invoice(&account(&stub.base), &id).await.unwrap();
    }
    let keys: Vec<_> =
        stub.seen().iter().map(|seen| seen.header("idempotency-key").unwrap().to_owned()).collect();
    assert_ne!(keys[0], keys[1]);
}
