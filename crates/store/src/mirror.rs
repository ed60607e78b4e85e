//! The mirror: what the billing provider said of a customer, and when.

use domain::Timestamp;
use domain::brand::Mode;
use domain::ids::BrandId;
use domain::subscription::Subscription;
use engine::ports::{CustomerSnapshot, StoreError};

use crate::codec::{document, json, ms, time};
use crate::db::{DbError, Row, Tx};

crate::statements! {
    /// Touches no row if a younger reading is there.
    SAVE_CUSTOMER: "mirror_customers",
        "INSERT INTO mirror_customers (brand_id, mode, id, document, fetched_at) \
         VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (brand_id, mode, id) DO UPDATE SET \
         document = excluded.document, fetched_at = excluded.fetched_at \
         WHERE mirror_customers.fetched_at <= excluded.fetched_at";
    /// Forgets what the new reading no longer names; a younger single reading stays.
    FORGET_OLDER: "mirror_subscriptions",
        "DELETE FROM mirror_subscriptions \
         WHERE brand_id = $1 AND mode = $2 AND customer_id = $3 AND fetched_at <= $4";
    /// Writes one subscription, unless a younger reading of it is there.
    SAVE_SUBSCRIPTION: "mirror_subscriptions",
        "INSERT INTO mirror_subscriptions \
         (brand_id, mode, id, customer_id, position, document, fetched_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) \
         ON CONFLICT (brand_id, mode, id) DO UPDATE SET \
         customer_id = excluded.customer_id, document = excluded.document, \
         fetched_at = excluded.fetched_at \
         WHERE mirror_subscriptions.fetched_at <= excluded.fetched_at";
    /// A customer's subscriptions beside it; one row without them if it has none.
    FIND: "mirror_customers",
        "SELECT c.id AS id, c.document AS customer, c.fetched_at AS fetched_at, \
         s.document AS subscription FROM mirror_customers c \
         LEFT JOIN mirror_subscriptions s \
         ON s.brand_id = c.brand_id AND s.mode = c.mode AND s.customer_id = c.id \
         WHERE c.brand_id = $1 AND c.mode = $2 AND c.id = $3 \
         ORDER BY s.position, s.id";
}

/// Whose mirror is written.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'a> {
    pub(crate) brand_id: &'a BrandId,
    pub(crate) mode: Mode,
}

pub(crate) async fn save(
    tx: &mut Tx,
    scope: Scope<'_>,
    snapshot: &CustomerSnapshot,
) -> Result<(), StoreError> {
    let customer = &snapshot.customer;
    let params = [
        scope.brand_id.as_str().into(),
        scope.mode.as_str().into(),
        customer.id.as_str().into(),
        json(customer)?,
        ms(snapshot.fetched_at),
    ];
    if tx.execute(&SAVE_CUSTOMER, &params).await? == 0 {
        return Ok(());
    }
    let [brand_id, mode, customer_id, _, fetched_at] = params;
    tx.execute(&FORGET_OLDER, &[brand_id, mode, customer_id, fetched_at]).await?;
    for (position, subscription) in (0..).zip(&snapshot.subscriptions) {
        save_subscription(tx, scope, subscription, position, snapshot.fetched_at).await?;
    }
    Ok(())
}

/// Writes one subscription as read at `at`; `position` counts only if the mirror lacks it.
pub(crate) async fn save_subscription(
    tx: &mut Tx,
    scope: Scope<'_>,
    subscription: &Subscription,
    position: i64,
    at: Timestamp,
) -> Result<(), StoreError> {
    let params = [
        scope.brand_id.as_str().into(),
        scope.mode.as_str().into(),
        subscription.id.as_str().into(),
        subscription.customer_id.as_str().into(),
        position.into(),
        json(subscription)?,
        ms(at),
    ];
    tx.execute(&SAVE_SUBSCRIPTION, &params).await?;
    Ok(())
}

pub(crate) fn snapshot(rows: &[Row]) -> Result<Option<CustomerSnapshot>, DbError> {
    let Some(first) = rows.first() else { return Ok(None) };
    let mut subscriptions = Vec::with_capacity(rows.len());
    for row in rows {
        if row.opt_text("subscription")?.is_some() {
            let subscription: Subscription = document(row, "subscription")?;
            // One that a change has ended stays as a row until the next whole reading.
            if subscription.is_cancelable() {
                subscriptions.push(subscription);
            }
        }
    }
    Ok(Some(CustomerSnapshot {
        customer: document(first, "customer")?,
        subscriptions,
        fetched_at: time(first, "fetched_at")?,
    }))
}
