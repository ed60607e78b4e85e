//! Lists longer than one page, and names of products.

use domain::billing_action::SubscriptionChange;
use domain::money::{Currency, Money};
use engine::ports::{Billing, BillingAccount, BillingError};
use secrecy::SecretString;
use serde_json::{Value, json};

use super::wire_json;
use crate::support::stub::{Reply, Stub};
use crate::support::{PATIENT, account, action_id, adapter, customer_id, subscription_id};

fn page(ids: &[&str], has_more: bool) -> Reply {
    let subscription = |id: &&str| wire_json::subscription(id, "prod_1".into());
    Reply::json(wire_json::list(ids.iter().map(subscription).collect(), has_more))
}

fn products(names: &[(&str, &str)]) -> Reply {
    let product = |(id, name): &(&str, &str)| json!({ "id": id, "name": name });
    Reply::json(wire_json::list(names.iter().map(product).collect(), false))
}

#[tokio::test]
async fn every_page_is_read() {
    let script = [page(&["sub_1", "sub_2"], true), page(&["sub_3"], false), products(&[])];
    let stub = Stub::start(script).await;
    let billing = adapter(PATIENT).billing;
    let found =
        billing.list_subscriptions(&account(&stub.base), &customer_id("cus_1")).await.unwrap();
    let ids: Vec<_> = found.iter().map(|each| each.id.as_str()).collect();
    assert_eq!(ids, ["sub_1", "sub_2", "sub_3"]);
    let seen = stub.seen();
    assert!(!seen[0].query.contains("starting_after"));
    assert!(seen[1].query.contains("starting_after=sub_2"));
}

#[tokio::test]
async fn a_list_without_end_is_given_up() {
    let stub = Stub::start([page(&["sub_1"], true)]).await;
    let billing = adapter(PATIENT).billing;
    let result = billing.list_subscriptions(&account(&stub.base), &customer_id("cus_1")).await;
    assert!(matches!(result, Err(BillingError::Unknown { .. })), "{result:?}");
    assert_eq!(stub.seen().len(), 50);
}

#[tokio::test]
async fn ended_subscriptions_are_left_out() {
    let mut expired = wire_json::subscription("sub_2", "prod_1".into());
    expired["status"] = "incomplete_expired".into();
    let listed = vec![wire_json::subscription("sub_1", "prod_1".into()), expired];
    let stub = Stub::start([Reply::json(wire_json::list(listed, false)), products(&[])]).await;
    let billing = adapter(PATIENT).billing;
    let found =
        billing.list_subscriptions(&account(&stub.base), &customer_id("cus_1")).await.unwrap();
    assert_eq!(found.len(), 1);
}

#[tokio::test]
async fn items_beyond_the_first_page_are_read() {
    let mut subscription = wire_json::subscription("sub_1", wire_json::product());
    subscription["items"]["has_more"] = true.into();
    let other = wire_json::item("si_2", json!({ "id": "prod_2", "name": "Seats" }));
    let others = wire_json::list(vec![other], false);
    let stub = Stub::start([Reply::json(subscription), Reply::json(others)]).await;
    let billing = adapter(PATIENT).billing;
    let found = billing.find_subscription(&account(&stub.base), &subscription_id("sub_1")).await;
    assert_eq!(found.unwrap().unwrap().plan_name(), "Pro + Seats");
    let seen = stub.seen();
    let schema = stripe_schema::StripeSchema::load();
    assert_eq!(schema.validate_request("GET", &seen[1].path, &seen[1].query, ""), Ok(()));
    assert!(schema.can_expand("GET", &seen[1].path, "data.price.product"));
    assert!(seen[1].query.contains("starting_after=si_1"), "{}", seen[1].query);
}

#[tokio::test]
async fn a_name_is_read_once_for_an_account() {
    let script = [
        page(&["sub_1"], false),
        products(&[("prod_1", "Pro")]),
        page(&["sub_1"], false),
        page(&["sub_1"], false),
        products(&[("prod_1", "Other")]),
    ];
    let stub = Stub::start(script).await;
    let billing = adapter(PATIENT).billing;
    let ours = account(&stub.base);
    let theirs = BillingAccount { secret_key: SecretString::from("sk_test_other"), ..ours.clone() };
    let mut names = Vec::new();
    for account in [&ours, &ours, &theirs] {
        let found = billing.list_subscriptions(account, &customer_id("cus_1")).await.unwrap();
        names.push(found[0].plan_name());
    }
    assert_eq!(names, ["Pro", "Pro", "Other"]);
    assert_eq!(stub.seen().len(), 5);
}

#[tokio::test]
async fn a_product_that_is_gone_leaves_the_nickname() {
    let mut nameless = wire_json::subscription("sub_2", "prod_9".into());
    nameless["items"]["data"][0]["price"]["nickname"] = Value::Null;
    let listed = vec![wire_json::subscription("sub_1", "prod_1".into()), nameless];
    let stub = Stub::start([Reply::json(wire_json::list(listed, false)), products(&[])]).await;
    let billing = adapter(PATIENT).billing;
    let found =
        billing.list_subscriptions(&account(&stub.base), &customer_id("cus_1")).await.unwrap();
    let names: Vec<_> = found.iter().map(domain::subscription::Subscription::plan_name).collect();
    assert_eq!(names, ["Pro monthly", "Subscription"]);
}

#[tokio::test]
async fn a_sum_is_bounded_and_a_missing_mark_is_not_guessed() {
    let entry = json!({ "id": "x_1", "currency": "usd", "amount_paid": 7, "metadata": {} });
    let endless = Reply::json(wire_json::list(vec![entry], true));
    let stub = Stub::start([endless]).await;
    let (billing, account) = (adapter(PATIENT).billing, account(&stub.base));
    let customer = customer_id("cus_1");
    let paid = billing.sum_paid_invoices(&account, &customer).await.unwrap();
    assert_eq!(paid[0].minor, 70);
    assert_eq!(stub.seen().len(), 10);
    let usd = Currency::parse("usd").unwrap();
    let change = SubscriptionChange::Credit { amount: Money::new(5, usd) };
    let found = billing.has_entry(&account, &action_id("act_1"), &customer, &change).await;
    assert!(matches!(found, Err(BillingError::Unknown { .. })), "{found:?}");
    assert_eq!(stub.seen().len(), 20);
}
