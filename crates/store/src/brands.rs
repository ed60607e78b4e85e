//! Brands, their private keys, and how their account at the provider is reached.

use domain::brand::{Brand, Mode};
use engine::ports::{BillingConnection, BrandKey, StoreError};

use crate::codec::{document, id, json, ms, opt_time, time, word};
use crate::db::{DbError, Row, Tx};

crate::statements! {
    /// Keeps the place of a brand that is replaced.
    SAVE: "brands",
        "INSERT INTO brands (id, document, position) \
         VALUES ($1, $2, (SELECT coalesce(max(position), 0) + 1 FROM brands)) \
         ON CONFLICT (id) DO UPDATE SET document = excluded.document";
    FIND: "brands", "SELECT id, document FROM brands WHERE id = $1";
    LIST: "brands", "SELECT id, document FROM brands ORDER BY position, id";

    INSERT_KEY: "brand_keys",
        "INSERT INTO brand_keys \
         (id, brand_id, mode, lookup_hash, sealed_key, created_at, revoked_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)";
    FIND_KEY: "brand_keys",
        "SELECT id, brand_id, mode, lookup_hash, sealed_key, created_at, revoked_at \
         FROM brand_keys WHERE lookup_hash = $1";
    FIND_KEY_BY_ID: "brand_keys",
        "SELECT id, brand_id, mode, lookup_hash, sealed_key, created_at, revoked_at \
         FROM brand_keys WHERE brand_id = $1 AND id = $2";
    REVOKE_KEY: "brand_keys",
        "UPDATE brand_keys SET revoked_at = $3 \
         WHERE brand_id = $1 AND id = $2 AND revoked_at IS NULL";

    SAVE_CONNECTION: "billing_connections",
        "INSERT INTO billing_connections (brand_id, mode, sealed_secret_key, api_base, account) \
         VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (brand_id, mode) DO UPDATE SET \
         sealed_secret_key = excluded.sealed_secret_key, \
         api_base = excluded.api_base, account = excluded.account";
    FIND_CONNECTION: "billing_connections",
        "SELECT brand_id, mode, sealed_secret_key, api_base, account \
         FROM billing_connections WHERE brand_id = $1 AND mode = $2";
}

pub(crate) async fn save(tx: &mut Tx, brand: &Brand) -> Result<(), StoreError> {
    tx.execute(&SAVE, &[brand.id.as_str().into(), json(brand)?]).await?;
    Ok(())
}

pub(crate) async fn insert_key(tx: &mut Tx, key: &BrandKey) -> Result<(), StoreError> {
    let params = [
        key.id.as_str().into(),
        key.brand_id.as_str().into(),
        key.mode.as_str().into(),
        key.lookup_hash.as_slice().into(),
        key.sealed_key.as_slice().into(),
        ms(key.created_at),
        key.revoked_at.map(|at| at.as_millisecond()).into(),
    ];
    tx.execute(&INSERT_KEY, &params).await?;
    Ok(())
}

pub(crate) async fn save_connection(
    tx: &mut Tx,
    connection: &BillingConnection,
) -> Result<(), StoreError> {
    let params = [
        connection.brand_id.as_str().into(),
        connection.mode.as_str().into(),
        connection.sealed_secret_key.as_slice().into(),
        connection.api_base.as_deref().into(),
        connection.account.as_deref().into(),
    ];
    tx.execute(&SAVE_CONNECTION, &params).await?;
    Ok(())
}

pub(crate) fn brand(row: &Row) -> Result<Brand, DbError> {
    document(row, "document")
}

pub(crate) fn key(row: &Row) -> Result<BrandKey, DbError> {
    Ok(BrandKey {
        id: id(row, "id")?,
        brand_id: id(row, "brand_id")?,
        mode: word(row, "mode", Mode::parse)?,
        lookup_hash: row.bytes("lookup_hash")?.to_vec(),
        sealed_key: row.bytes("sealed_key")?.to_vec(),
        created_at: time(row, "created_at")?,
        revoked_at: opt_time(row, "revoked_at")?,
    })
}

pub(crate) fn connection(row: &Row) -> Result<BillingConnection, DbError> {
    Ok(BillingConnection {
        brand_id: id(row, "brand_id")?,
        mode: word(row, "mode", Mode::parse)?,
        sealed_secret_key: row.bytes("sealed_secret_key")?.to_vec(),
        api_base: row.opt_text("api_base")?.map(str::to_owned),
        account: row.opt_text("account")?.map(str::to_owned),
    })
}
