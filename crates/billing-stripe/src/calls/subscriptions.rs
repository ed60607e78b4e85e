//! Reading subscriptions.

use domain::ids::{CustomerId, SubscriptionId};
use domain::subscription::Subscription;
use engine::ports::BillingError;

use super::pages::read_all;
use super::products::ProductCache;
use crate::form::Form;
use crate::mapping::{self, ProductNames};
use crate::transport::{Client, Request, missing_as_none, unreadable};
use crate::wire;

/// Coupons (for their percentage) and products (for their names), in one answer.
pub(super) const EXPANSIONS: [&str; 2] = ["discounts.source.coupon", "items.data.price.product"];

/// `GET /v1/subscriptions/{id}`; ended ones are found too.
pub(crate) async fn find_subscription(
    client: &Client<'_>,
    id: &SubscriptionId,
) -> Result<Option<Subscription>, BillingError> {
    const CALL: &str = "find_subscription";
    let query = Form::new().expand(&EXPANSIONS);
    let request = Request::get(CALL, format!("/v1/subscriptions/{id}"), query);
    match client.find(request).await? {
        Some(found) => complete(client, CALL, found).await.map(Some),
        None => Ok(None),
    }
}

/// `GET /v1/subscriptions?customer=`, every page. Without a status Stripe leaves canceled ones
/// out; the other ended ones are left out here.
pub(crate) async fn list_subscriptions(
    client: &Client<'_>,
    products: &ProductCache,
    customer_id: &CustomerId,
) -> Result<Vec<Subscription>, BillingError> {
    const CALL: &str = "list_subscriptions";
    let query =
        Form::new().with(&["customer"], customer_id).expand(&["data.discounts.source.coupon"]);
    let listed = read_all(client, CALL, "/v1/subscriptions", &query, None).await;
    let mut found: Vec<wire::Subscription> = missing_as_none(listed)?.unwrap_or_default();
    for subscription in &mut found {
        read_other_items(client, subscription).await?;
    }
    let names = products.names(client, &found).await?;
    let mapped = found.iter().map(|subscription| mapping::subscription(subscription, &names));
    let all: Vec<_> =
        mapped.collect::<Result<_, _>>().map_err(|problem| unreadable(CALL, problem))?;
    Ok(all.into_iter().filter(Subscription::is_cancelable).collect())
}

/// A subscription as Stripe answered it, with [`EXPANSIONS`], made whole and mapped.
pub(super) async fn complete(
    client: &Client<'_>,
    call: &'static str,
    mut found: wire::Subscription,
) -> Result<Subscription, BillingError> {
    read_other_items(client, &mut found).await?;
    mapping::subscription(&found, &ProductNames::new()).map_err(|problem| unreadable(call, problem))
}

/// A subscription carries the first page of its items: reads the others, with their products, by
/// `GET /v1/subscription_items`.
async fn read_other_items(
    client: &Client<'_>,
    subscription: &mut wire::Subscription,
) -> Result<(), BillingError> {
    if !subscription.items.has_more {
        return Ok(());
    }
    let query =
        Form::new().with(&["subscription"], &subscription.id).expand(&["data.price.product"]);
    let after = subscription.items.data.last().map(|item| item.id.clone());
    let path = "/v1/subscription_items";
    let others = read_all(client, "list_subscription_items", path, &query, after).await?;
    subscription.items.data.extend::<Vec<wire::SubscriptionItem>>(others);
    Ok(())
}
