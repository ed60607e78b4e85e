//! Brands, their keys and their billing accounts, kept in memory for a moment.

use std::sync::Arc;

use domain::Timestamp;
use domain::brand::{Brand, Mode};
use domain::ids::{BrandId, BrandKeyId};
use domain::session::SessionClaims;
use secrecy::SecretString;

use crate::ports::{BillingAccount, BillingConnection, BrandKey, Clock, Rng, Store, StoreError};
use crate::vault::{CannotOpen, Vault};

/// How long a brand or key may be answered from memory, in milliseconds. A revoked key works at
/// most this much longer on other nodes; on this node it ends at once.
const KEPT_MS: i64 = 1_000;
/// Bound of the cache, in entries.
const MAX_ENTRIES: u64 = 10_000;

/// A brand seen through one of its keys.
#[derive(Debug, Clone)]
pub struct BrandAccess {
    /// The brand.
    pub brand: Arc<Brand>,
    /// The key's id.
    pub key_id: BrandKeyId,
    /// Test or live, by the key.
    pub mode: Mode,
}

/// Why a brand key does not open anything.
#[derive(Debug, thiserror::Error)]
pub enum AccessError {
    /// Unknown or revoked. Which of the two is not told.
    #[error("the brand key is unknown or revoked")]
    InvalidKey,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

#[derive(Clone)]
struct Kept<T> {
    value: T,
    until: i64,
}

impl<T> Kept<T> {
    /// Good until its time is over; also over when the clock was set back.
    fn is_good(&self, now: i64) -> bool {
        (1..=KEPT_MS).contains(&(self.until - now))
    }
}

/// Looks brands, keys and accounts up.
pub struct Directory {
    store: Arc<dyn Store>,
    clock: Arc<dyn Clock>,
    vault: Arc<Vault>,
    default_api_base: String,
    by_hash: moka::sync::Cache<[u8; 32], Kept<BrandAccess>>,
    by_id: moka::sync::Cache<BrandKeyId, Kept<BrandAccess>>,
    accounts: moka::sync::Cache<(BrandId, Mode), Kept<BillingAccount>>,
}

impl Directory {
    /// A directory over a store.
    #[must_use]
    pub fn new(
        store: Arc<dyn Store>,
        clock: Arc<dyn Clock>,
        vault: Arc<Vault>,
        default_api_base: String,
    ) -> Self {
        Self {
            store,
            clock,
            vault,
            default_api_base,
            by_hash: moka::sync::Cache::new(MAX_ENTRIES),
            by_id: moka::sync::Cache::new(MAX_ENTRIES),
            accounts: moka::sync::Cache::new(MAX_ENTRIES),
        }
    }

    /// The brand a private key belongs to.
    ///
    /// # Errors
    /// [`AccessError::InvalidKey`] when it is unknown or revoked.
    pub async fn authenticate(&self, brand_key: &str) -> Result<BrandAccess, AccessError> {
        let now = self.clock.now().as_millisecond();
        for hash in self.vault.lookup_hashes(brand_key) {
            if let Some(kept) = self.by_hash.get(&hash)
                && kept.is_good(now)
            {
                return Ok(kept.value);
            }
            if let Some(key) = self.store.find_brand_key(&hash).await? {
                let access = self.access(key).await?;
                self.by_hash.insert(hash, Kept { value: access.clone(), until: now + KEPT_MS });
                return Ok(access);
            }
        }
        Err(AccessError::InvalidKey)
    }

    /// The brand a session was made for, if the key it was made with is still good.
    ///
    /// # Errors
    /// [`AccessError::InvalidKey`] when the key is gone or revoked.
    pub async fn access_by_key_id(
        &self,
        brand_id: &BrandId,
        key_id: &BrandKeyId,
    ) -> Result<BrandAccess, AccessError> {
        let now = self.clock.now().as_millisecond();
        if let Some(kept) = self.by_id.get(key_id)
            && kept.is_good(now)
            && kept.value.brand.id == *brand_id
        {
            return Ok(kept.value);
        }
        let key = self.store.find_brand_key_by_id(brand_id, key_id).await?;
        let access = self.access(key.ok_or(AccessError::InvalidKey)?).await?;
        self.by_id.insert(key_id.clone(), Kept { value: access.clone(), until: now + KEPT_MS });
        Ok(access)
    }

    async fn access(&self, key: BrandKey) -> Result<BrandAccess, AccessError> {
        if key.revoked_at.is_some() {
            return Err(AccessError::InvalidKey);
        }
        let brand = self.store.find_brand(&key.brand_id).await?.ok_or(AccessError::InvalidKey)?;
        Ok(BrandAccess { brand: Arc::new(brand), key_id: key.id, mode: key.mode })
    }

    /// How to reach a brand's account at the provider; none when it is not connected, or when the
    /// stored key cannot be opened: then sessions are made unverified and billing actions wait.
    ///
    /// # Errors
    /// [`StoreError`] from the database.
    pub async fn account(
        &self,
        brand_id: &BrandId,
        mode: Mode,
    ) -> Result<Option<BillingAccount>, StoreError> {
        let now = self.clock.now().as_millisecond();
        let name = (brand_id.clone(), mode);
        if let Some(kept) = self.accounts.get(&name)
            && kept.is_good(now)
        {
            return Ok(Some(kept.value));
        }
        let Some(connection) = self.store.find_billing_connection(brand_id, mode).await? else {
            return Ok(None);
        };
        let context = secret_context(brand_id, mode);
        let Ok(secret_key) = self.vault.open_secret(&connection.sealed_secret_key, &context) else {
            tracing::error!(
                %brand_id,
                mode = mode.as_str(),
                "the stored Stripe key cannot be opened: is its master key still in the ring?"
            );
            return Ok(None);
        };
        let account = BillingAccount {
            secret_key,
            api_base: connection.api_base.unwrap_or_else(|| self.default_api_base.clone()),
            account: connection.account,
            mode,
        };
        self.accounts.insert(name, Kept { value: account.clone(), until: now + KEPT_MS });
        Ok(Some(account))
    }

    /// Secrets that custom offers of a brand are signed with, newest first: what its receivers
    /// check calls with.
    #[must_use]
    pub fn signing_secrets(&self, brand_id: &BrandId, mode: Mode) -> Vec<SecretString> {
        self.vault.signing_secrets(brand_id, mode)
    }

    /// What a session was made for, even when it has expired: for the operator's tools.
    ///
    /// # Errors
    /// [`CannotOpen`] for everything that was not sealed by one of the master keys.
    pub fn read_session(&self, token: &str) -> Result<SessionClaims, CannotOpen> {
        self.vault.open_session(token)
    }

    /// Connects a brand to its account at the provider.
    ///
    /// # Errors
    /// [`StoreError`] from the database.
    pub async fn connect(
        &self,
        brand_id: &BrandId,
        account: &BillingAccount,
        rng: &dyn Rng,
    ) -> Result<(), StoreError> {
        let context = secret_context(brand_id, account.mode);
        let connection = BillingConnection {
            brand_id: brand_id.clone(),
            mode: account.mode,
            sealed_secret_key: self.vault.seal_secret(&account.secret_key, &context, rng),
            // What is the server's default may change with it.
            api_base: (account.api_base != self.default_api_base).then(|| account.api_base.clone()),
            account: account.account.clone(),
        };
        self.accounts.invalidate(&(brand_id.clone(), account.mode));
        self.store.save_billing_connection(&connection).await
    }

    /// Writes a private key of a brand; found by its keyed hash, kept sealed.
    ///
    /// # Errors
    /// [`StoreError`] from the database.
    pub async fn add_brand_key(
        &self,
        brand_id: &BrandId,
        mode: Mode,
        id: BrandKeyId,
        brand_key: &SecretString,
        rng: &dyn Rng,
    ) -> Result<(), StoreError> {
        use secrecy::ExposeSecret as _;
        let hash = self.vault.lookup_hashes(brand_key.expose_secret()).next();
        let context = format!("brand_keys.sealed_key:{id}");
        self.store
            .insert_brand_key(&BrandKey {
                sealed_key: self.vault.seal_secret(brand_key, &context, rng),
                lookup_hash: hash.map(|hash| hash.to_vec()).unwrap_or_default(),
                id,
                brand_id: brand_id.clone(),
                mode,
                created_at: self.clock.now(),
                revoked_at: None,
            })
            .await
    }

    /// Revokes a private key, and with it every session made with it.
    ///
    /// # Errors
    /// [`StoreError`] from the database.
    pub async fn revoke_brand_key(
        &self,
        brand_id: &BrandId,
        id: &BrandKeyId,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        self.store.revoke_brand_key(brand_id, id, at).await?;
        self.by_hash.invalidate_all();
        self.by_id.invalidate(id);
        Ok(())
    }
}

fn secret_context(brand_id: &BrandId, mode: Mode) -> String {
    format!("billing_connections.sealed_secret_key:{brand_id}:{}", mode.as_str())
}
