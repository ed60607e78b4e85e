//! Names of products. A list of subscriptions cannot expand them: their place in it is five
//! levels deep and Stripe expands four.

use std::collections::BTreeSet;
use std::time::Duration;

use engine::ports::{BillingAccount, BillingError};
use moka::sync::Cache;
use secrecy::ExposeSecret;
use sha2::{Digest, Sha256};

use super::pages::{Listing, PAGE_SIZE, read_all};
use crate::form::Form;
use crate::mapping::ProductNames;
use crate::transport::Client;
use crate::wire::{Expandable, Product, Subscription};

/// Longest time a renamed product is shown under its old name.
const TIME_TO_LIVE: Duration = Duration::from_secs(300);

const CAPACITY: u64 = 10_000;

/// Names read lately. Product ids may be chosen by their owner, so a name is kept under the
/// account it was read from: a brand never sees another brand's.
pub(crate) struct ProductCache {
    names: Cache<([u8; 32], String), String>,
}

impl ProductCache {
    pub(crate) fn new() -> Self {
        let names = Cache::builder().max_capacity(CAPACITY).time_to_live(TIME_TO_LIVE).build();
        Self { names }
    }

    /// Names of the products that are not expanded in `subscriptions`:
    /// `GET /v1/products?ids[]=`, for those not read lately. A product Stripe no longer knows has
    /// none.
    pub(super) async fn names(
        &self,
        client: &Client<'_>,
        subscriptions: &[Subscription],
    ) -> Result<ProductNames, BillingError> {
        let account = fingerprint(client.account());
        let mut names = ProductNames::new();
        let mut missing = Vec::new();
        for id in unexpanded_products(subscriptions) {
            match self.names.get(&(account, id.to_owned())) {
                Some(name) => {
                    names.insert(id.to_owned(), name);
                }
                None => missing.push(id),
            }
        }
        for ids in missing.chunks(PAGE_SIZE) {
            let query = ids.iter().fold(Form::new(), |query, id| query.with(&["ids", ""], id));
            let listing = Listing { call: "list_products", path: "/v1/products", query: &query };
            let found: Vec<Product> = read_all(client, listing, None).await?;
            for product in found {
                self.names.insert((account, product.id.clone()), product.name.clone());
                names.insert(product.id, product.name);
            }
        }
        Ok(names)
    }
}

fn unexpanded_products(subscriptions: &[Subscription]) -> BTreeSet<&str> {
    let items = subscriptions.iter().flat_map(|subscription| &subscription.items.data);
    items
        .filter_map(|item| match &item.price.product {
            Some(Expandable::Id(id)) => Some(id.as_str()),
            _ => None,
        })
        .collect()
}

/// Names an account without keeping its key.
fn fingerprint(account: &BillingAccount) -> [u8; 32] {
    let connected = account.account.as_deref().unwrap_or_default();
    let mut hash = Sha256::new();
    for part in [account.api_base.as_str(), connected, account.secret_key.expose_secret()] {
        hash.update(part.len().to_le_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}
