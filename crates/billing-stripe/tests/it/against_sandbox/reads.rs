//! Lookups.

use domain::subscription::{
    BillingMode, Interval, IntervalUnit, PlannedItem, Schedule, SubscriptionStatus,
};
use engine::ports::{Billing, BillingAccount, BillingError};
use secrecy::SecretString;
use stripe_schema::StripeSchema;

use crate::support::sandbox::{NOW, World, id};
use crate::support::{PATIENT, action_id, adapter, at, customer_id, subscription_id};

#[tokio::test]
async fn a_customer_is_found_until_deleted() {
    let world = World::start().await;
    let known = world.customer("Ann@example.com").await;
    let billing = adapter(PATIENT).billing;
    let found = billing.find_customer(&world.account, &customer_id(&known)).await.unwrap();
    let found = found.unwrap();
    assert_eq!(found.email.as_deref(), Some("Ann@example.com"));
    assert_eq!(found.country.as_deref(), Some("DE"));
    assert_eq!((found.state.as_deref(), &found.paid_so_far), (Some("BE"), &None));
    assert!(!found.livemode);
    world.delete(&format!("/v1/customers/{known}")).await;
    for gone in [known.as_str(), "cus_unknown"] {
        let found = billing.find_customer(&world.account, &customer_id(gone)).await;
        assert_eq!(found, Ok(None), "{gone}");
    }
}

#[tokio::test]
async fn an_email_finds_its_exact_owners() {
    let world = World::start().await;
    let first = world.customer("Ann%2Ba@example.com").await;
    let second = world.customer("Ann%2Ba@example.com").await;
    world.customer("ann%2Ba@example.com").await;
    let billing = adapter(PATIENT).billing;
    let found = billing.list_customers_by_email(&world.account, "Ann+a@example.com").await;
    let mut ids: Vec<_> = found.unwrap().iter().map(|each| each.id.to_string()).collect();
    ids.sort();
    let mut expected = vec![first, second];
    expected.sort();
    assert_eq!(ids, expected);
    let nobody = billing.list_customers_by_email(&world.account, "no@example.com").await;
    assert_eq!(nobody, Ok(Vec::new()));
}

#[tokio::test]
async fn a_subscription_is_listed_as_it_is_found() {
    let world = World::start().await;
    let found = world.subscription().await;
    assert_eq!(found.status, SubscriptionStatus::Active);
    assert_eq!(found.plan_name(), "Pro");
    assert_eq!(found.recurring_amount().unwrap().minor, 4900);
    assert!(found.current_period_end().is_some());
    let billing = adapter(PATIENT).billing;
    let listed = billing.list_subscriptions(&world.account, &found.customer_id).await;
    assert_eq!(listed, Ok(vec![found]));
}

#[tokio::test]
async fn everything_about_a_subscription_is_listed_as_it_is_found() {
    let world = World::start().await;
    world.post("/v1/coupons", "id=TEN&amount_off=1000&currency=usd&duration=forever").await;
    let made = world.subscription_with("discounts[0][coupon]=TEN").await;
    let form = format!("from_subscription={}", made.id);
    let schedule = id(&world.post("/v1/subscription_schedules", &form).await);
    let lite = world.price("Lite", 1_900).await;
    let (start, end) = (NOW, made.current_period_end().unwrap().as_second());
    let form = format!(
        "metadata[engine_action]=act_7&phases[0][start_date]={start}&phases[0][end_date]={end}\
         &phases[0][items][0][price]={}&phases[1][items][0][price]={lite}\
         &phases[1][items][0][quantity]=3",
        made.items[0].price.id
    );
    world.post(&format!("/v1/subscription_schedules/{schedule}"), &form).await;
    let found = world.read(made.id.as_str()).await;
    let planned = PlannedItem { price_id: lite, quantity: Some(3) };
    let expected = Schedule {
        id: schedule,
        marker: Some(action_id("act_7")),
        next_items: vec![planned],
        next_starts_at: Some(at(end)),
    };
    assert_eq!(found.schedule, Some(expected));
    assert_eq!(found.billing_mode, BillingMode::Flexible);
    assert_eq!(found.started_at, Some(at(NOW)));
    assert_eq!(found.current_period_start(), Some(at(NOW)));
    assert!(found.items[0].price.product_id.starts_with("prod_"));
    let paid = found.latest_invoice.as_ref().unwrap();
    assert_eq!((paid.refundable.minor, paid.paid_at), (3_900, at(NOW)));
    let billing = &world.clients.billing;
    let listed = billing.list_subscriptions(&world.account, &found.customer_id).await;
    assert_eq!(listed, Ok(vec![found]));
}

#[tokio::test]
async fn a_price_is_found_while_it_can_be_sold() {
    let world = World::start().await;
    let known = world.price_of("Pro", 12_345, "kwd", "year").await;
    let once = world.post("/v1/products", "name=Setup").await;
    let form = format!("product={}&currency=usd&unit_amount=5", id(&once));
    let once = id(&world.post("/v1/prices", &form).await);
    let billing = &world.clients.billing;
    let found = billing.find_price(&world.account, &known).await.unwrap().unwrap();
    assert_eq!((found.id.as_str(), found.product_name.as_str()), (known.as_str(), "Pro"));
    assert_eq!(found.unit_amount_minor, Some(12_345));
    assert_eq!(found.interval, Interval { unit: IntervalUnit::Year, count: 1 });
    assert!(found.product_id.starts_with("prod_"));
    for absent in [once.as_str(), "price_gone", "a/b?c"] {
        let found = billing.find_price(&world.account, absent).await;
        assert_eq!(found, Ok(None), "{absent}");
    }
}

#[tokio::test]
async fn every_page_of_a_long_list_is_read() {
    let world = World::start().await;
    let first = world.subscription().await;
    let customer = first.customer_id.clone();
    let price = &first.items[0].price.id;
    for _ in 0..104 {
        let form = format!("customer={customer}&items[0][price]={price}");
        id(&world.post("/v1/subscriptions", &form).await);
    }
    let billing = adapter(PATIENT).billing;
    let listed = billing.list_subscriptions(&world.account, &customer).await.unwrap();
    assert_eq!(listed.len(), 105);
    assert_eq!(world.inspect().requests_to("GET", "/v1/products").len(), 1);
}

#[tokio::test]
async fn what_is_missing_is_none() {
    let world = World::start().await;
    let billing = adapter(PATIENT).billing;
    let missing = subscription_id("sub_missing");
    assert_eq!(billing.find_subscription(&world.account, &missing).await, Ok(None));
    assert_eq!(billing.preview_next_invoice(&world.account, &missing).await, Ok(None));
    let nobody = customer_id("cus_missing");
    assert_eq!(billing.list_subscriptions(&world.account, &nobody).await, Ok(Vec::new()));
}

#[tokio::test]
async fn the_next_invoice_is_what_the_price_says_and_none_when_it_ends() {
    let world = World::start().await;
    let subscription = world.subscription().await;
    let billing = adapter(PATIENT).billing;
    let preview = billing.preview_next_invoice(&world.account, &subscription.id).await;
    assert_eq!(preview.unwrap().unwrap().amount_due.minor, 4900);
    let path = format!("/v1/subscriptions/{}", subscription.id);
    world.post(&path, "cancel_at_period_end=true").await;
    let preview = billing.preview_next_invoice(&world.account, &subscription.id).await;
    assert_eq!(preview, Ok(None));
}

#[tokio::test]
async fn a_wrong_key_is_named_as_such() {
    let world = World::start().await;
    let wrong =
        BillingAccount { secret_key: SecretString::from("sk_test_wrong"), ..world.account.clone() };
    let billing = adapter(PATIENT).billing;
    let result = billing.find_customer(&wrong, &customer_id("cus_1")).await;
    assert!(matches!(result, Err(BillingError::Unauthorized { .. })), "{result:?}");
}

#[tokio::test]
async fn a_connected_account_sees_its_own_customers_only() {
    let world = World::start().await;
    let ours = world.customer("Ann@example.com").await;
    let connected =
        BillingAccount { account: Some("acct_other".to_owned()), ..world.account.clone() };
    let billing = adapter(PATIENT).billing;
    assert_eq!(billing.find_customer(&connected, &customer_id(&ours)).await, Ok(None));
    for request in world.inspect().requests {
        let checked = StripeSchema::load().validate_request(
            &request.method,
            &request.path,
            &request.query,
            &request.body,
        );
        assert_eq!(checked, Ok(()), "{} {}", request.method, request.path);
    }
}
