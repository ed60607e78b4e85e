//! The local mirror of customers and subscriptions: what is read once serves many.

use std::sync::Arc;
use std::time::Duration;

use domain::Timestamp;
use domain::brand::Mode;
use domain::ids::{BrandId, CustomerId};
use domain::subscription::Price;

use crate::ports::{
    Billing, BillingAccount, BillingError, Clock, CustomerSnapshot, Store, StoreError,
};

/// Age at which an entry is read again when a session is made, in milliseconds.
const FRESH_MS: i64 = 60_000;
/// How long a customer waits for the provider before a page or a session does without it: less
/// than the SDK waits for the view. What is still on its way is dropped.
const PATIENCE: Duration = Duration::from_secs(3);
/// How long a reading waits for what was paid so far, which nothing but rules needs.
const PAID_PATIENCE: Duration = Duration::from_secs(1);
/// Bound of each cache, in entries.
const MAX_ENTRIES: u64 = 20_000;

/// Why the mirror has no answer.
#[derive(Debug, thiserror::Error)]
pub(crate) enum MirrorError {
    #[error(transparent)]
    Billing(#[from] BillingError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// One brand's account in one mode.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'a> {
    pub(crate) brand_id: &'a BrandId,
    pub(crate) mode: Mode,
    /// None while the brand is not connected; then only what is known is answered.
    pub(crate) account: Option<&'a BillingAccount>,
}

type Place = (BrandId, Mode, CustomerId);
type Emails = (Timestamp, Arc<[CustomerId]>);

/// Caches in memory over the mirror tables over the provider.
pub(crate) struct Mirror {
    store: Arc<dyn Store>,
    billing: Arc<dyn Billing>,
    clock: Arc<dyn Clock>,
    snapshots: moka::sync::Cache<Place, Arc<CustomerSnapshot>>,
    emails: moka::sync::Cache<(BrandId, Mode, String), Emails>,
    prices: moka::sync::Cache<(BrandId, Mode, String), Price>,
}

impl Mirror {
    pub(crate) fn new(
        store: Arc<dyn Store>,
        billing: Arc<dyn Billing>,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self {
            store,
            billing,
            clock,
            snapshots: short_lived(),
            emails: short_lived(),
            prices: short_lived(),
        }
    }

    fn is_fresh(&self, fetched_at: Timestamp) -> bool {
        let age = self.clock.now().as_millisecond() - fetched_at.as_millisecond();
        (0..FRESH_MS).contains(&age)
    }

    /// A customer as read at most a minute ago; none when the provider has no such customer.
    pub(crate) async fn fresh(
        &self,
        scope: Scope<'_>,
        id: &CustomerId,
    ) -> Result<Option<Arc<CustomerSnapshot>>, MirrorError> {
        match self.known(scope, id).await? {
            Some(snapshot) if self.is_fresh(snapshot.fetched_at) => Ok(Some(snapshot)),
            _ => self.fetch(scope, id).await,
        }
    }

    /// A customer as last read, however long ago. No call to the provider.
    pub(crate) async fn known(
        &self,
        scope: Scope<'_>,
        id: &CustomerId,
    ) -> Result<Option<Arc<CustomerSnapshot>>, StoreError> {
        let place = (scope.brand_id.clone(), scope.mode, id.clone());
        if let Some(snapshot) = self.snapshots.get(&place)
            && self.is_fresh(snapshot.fetched_at)
        {
            return Ok(Some(snapshot));
        }
        let stored = match self.store.find_snapshot(scope.brand_id, scope.mode, id).await {
            // The mirror is a copy: what an older or newer version wrote there is read anew.
            Err(StoreError::Corrupt(place)) => {
                tracing::warn!(place, "an entry of the mirror cannot be read and is fetched again");
                None
            }
            stored => stored?,
        };
        Ok(stored.map(|snapshot| {
            let snapshot = Arc::new(snapshot);
            self.snapshots.insert(place, Arc::clone(&snapshot));
            snapshot
        }))
    }

    /// Reads a customer at the provider and keeps what was read.
    pub(crate) async fn fetch(
        &self,
        scope: Scope<'_>,
        id: &CustomerId,
    ) -> Result<Option<Arc<CustomerSnapshot>>, MirrorError> {
        let account = connected(scope)?;
        // The time the reading began: what it says may be overtaken by a change made meanwhile,
        // and must not look younger than that change.
        let fetched_at = self.clock.now();
        let (customer, subscriptions, paid) = in_time(async {
            tokio::join!(
                self.billing.find_customer(account, id),
                self.billing.list_subscriptions(account, id),
                tokio::time::timeout(PAID_PATIENCE, self.billing.sum_paid_invoices(account, id))
            )
        })
        .await?;
        let Some(mut customer) = customer? else { return Ok(None) };
        // What was paid only matters to rules; one that needs it does not hold without it.
        customer.paid_so_far = paid.ok().and_then(Result::ok);
        let snapshot = CustomerSnapshot { customer, subscriptions: subscriptions?, fetched_at };
        self.store.save_snapshot(scope.brand_id, scope.mode, &snapshot).await?;
        let snapshot = Arc::new(snapshot);
        let place = (scope.brand_id.clone(), scope.mode, id.clone());
        self.snapshots.insert(place, Arc::clone(&snapshot));
        Ok(Some(snapshot))
    }

    /// Customers with an e-mail: tried exactly as given, then in lower case.
    pub(crate) async fn customers_by_email(
        &self,
        scope: Scope<'_>,
        email: &str,
    ) -> Result<Arc<[CustomerId]>, MirrorError> {
        let place = (scope.brand_id.clone(), scope.mode, email.to_owned());
        if let Some((fetched_at, ids)) = self.emails.get(&place)
            && self.is_fresh(fetched_at)
        {
            return Ok(ids);
        }
        let account = connected(scope)?;
        let mut found = in_time(self.billing.list_customers_by_email(account, email)).await??;
        let lower = email.to_lowercase();
        if found.is_empty() && lower != email {
            found = in_time(self.billing.list_customers_by_email(account, &lower)).await??;
        }
        let ids: Arc<[CustomerId]> = found.into_iter().map(|customer| customer.id).collect();
        if !ids.is_empty() {
            self.emails.insert(place, (self.clock.now(), Arc::clone(&ids)));
        }
        Ok(ids)
    }

    /// A price that can be sold, as read at most a minute ago.
    pub(crate) async fn price(
        &self,
        brand_id: &BrandId,
        mode: Mode,
        account: &BillingAccount,
        id: &str,
    ) -> Option<Price> {
        let place = (brand_id.clone(), mode, id.to_owned());
        if let Some(price) = self.prices.get(&place) {
            return Some(price);
        }
        let found = self.billing.find_price(account, id).await;
        if let Err(error) = &found {
            tracing::warn!(%error, "a price that the playbook names could not be read");
        }
        let price = found.ok().flatten()?;
        self.prices.insert(place, price.clone());
        Some(price)
    }

    /// Forgets everything memory holds.
    pub(crate) fn forget_all(&self) {
        self.snapshots.invalidate_all();
        self.emails.invalidate_all();
        self.prices.invalidate_all();
    }

    /// Forgets what memory holds of a customer, after a change.
    pub(crate) fn forget(&self, brand_id: &BrandId, mode: Mode, id: &CustomerId) {
        self.snapshots.invalidate(&(brand_id.clone(), mode, id.clone()));
    }
}

async fn in_time<T>(read: impl Future<Output = T>) -> Result<T, BillingError> {
    let answer = tokio::time::timeout(PATIENCE, read).await;
    answer.map_err(|_| BillingError::Unknown {
        reason: "no answer while a customer waits".to_owned(),
        retry_after_ms: None,
    })
}

/// A cache that gives its memory back: after a minute no entry answers any more.
fn short_lived<K, V>() -> moka::sync::Cache<K, V>
where
    K: std::hash::Hash + Eq + Send + Sync + 'static,
    V: Clone + Send + Sync + 'static,
{
    let life = Duration::from_millis(FRESH_MS.unsigned_abs());
    moka::sync::Cache::builder().max_capacity(MAX_ENTRIES).time_to_live(life).build()
}

fn connected(scope: Scope<'_>) -> Result<&BillingAccount, BillingError> {
    scope.account.ok_or_else(|| BillingError::Unauthorized {
        reason: "no billing account is connected for this brand and mode".to_owned(),
    })
}
