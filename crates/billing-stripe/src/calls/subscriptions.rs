//! Reading subscriptions.

use domain::ids::{CustomerId, SubscriptionId};
use domain::subscription::Subscription;
use engine::ports::BillingError;

use super::pages::{Listing, read_all};
use super::products::ProductCache;
use crate::form::Form;
use crate::mapping::{self, ProductNames};
use crate::transport::{Client, Request, missing_as_none, unreadable};
use crate::wire;

/// Coupons (for what they take off), products (for their names), the schedule and the newest
/// invoice, in one answer.
pub(super) const EXPANSIONS: [&str; 4] =
    ["discounts.source.coupon", "items.data.price.product", "latest_invoice", "schedule"];

/// The same in a list, but for the products: those would be five levels deep.
const LIST_EXPANSIONS: [&str; 3] =
    ["data.discounts.source.coupon", "data.latest_invoice", "data.schedule"];

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
    let query = Form::new().with(&["customer"], customer_id).expand(&LIST_EXPANSIONS);
    let listing = Listing { call: CALL, path: "/v1/subscriptions", query: &query };
    let listed = read_all(client, listing, None).await;
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
    let listing = Listing { call: "list_subscription_items", path, query: &query };
    let others = read_all(client, listing, after).await?;
    subscription.items.data.extend::<Vec<wire::SubscriptionItem>>(others);
    Ok(())
}
