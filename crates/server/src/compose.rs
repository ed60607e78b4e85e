//! The composition root: which adapter stands behind which port.

use std::sync::Arc;
use std::time::Duration;

use billing_stripe::{StripeBilling, StripeOptions};
use domain::brand::Mode;
use engine::ports::{Clock, Probe, Rng};
use engine::vault::Vault;
use engine::{Engine, EngineOptions, EngineParts};
use outbound::{HttpOutbound, OutboundOptions};
use secrecy::SecretString;
use store::SqlStore;

use crate::adapters::OsRng;
use crate::commands::Failure;
use crate::settings::{CoreSettings, SettingsError};

/// How long a customer waits for Stripe before the page says "being carried out".
pub(crate) const CONFIRM_WAIT: Duration = Duration::from_secs(4);

/// What differs between the server, the demo and a tool.
pub(crate) struct Parts {
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) probe: Arc<dyn Probe>,
    pub(crate) master_key: SecretString,
    pub(crate) public_url: String,
    pub(crate) confirm_wait: Duration,
    /// Certificate (PEM) of the demo's own receiver of custom offers. With it they may call this
    /// machine; a server never has one.
    pub(crate) receiver_certificate: Option<String>,
}

/// Opens the database and brings it up to date.
pub(crate) async fn open_store(settings: &CoreSettings) -> Result<SqlStore, Failure> {
    let store = SqlStore::open(&settings.database_url, &store::db::Options::default())?;
    let ran = store.migrate().await?;
    if ran > 0 {
        tracing::info!(ran, "migrations were applied");
    }
    Ok(store)
}

/// Ties the engine together.
pub(crate) fn engine(
    store: SqlStore,
    settings: &CoreSettings,
    parts: Parts,
) -> Result<Arc<Engine>, Failure> {
    let rng: Arc<dyn Rng> = Arc::new(OsRng);
    let vault = Vault::from_text(&parts.master_key)
        .map_err(|error| SettingsError::new(format!("RENUMERATE_MASTER_KEY: {error}")))?;
    let billing = StripeBilling::new(StripeOptions::new(Arc::clone(&rng)))?;
    let outbound = HttpOutbound::new(OutboundOptions {
        allow: settings.outbound_allow.clone(),
        allow_loopback: parts.receiver_certificate.is_some(),
        extra_roots_pem: parts.receiver_certificate,
        ..OutboundOptions::default()
    })?;
    Ok(Arc::new(Engine::new(EngineParts {
        store: Arc::new(store),
        billing: Arc::new(billing),
        outbound: Arc::new(outbound),
        clock: parts.clock,
        rng,
        vault,
        probe: parts.probe,
        options: EngineOptions {
            public_url: parts.public_url,
            default_api_base: settings.stripe_api_base.clone(),
            confirm_wait: parts.confirm_wait,
        },
    })))
}

/// Refuses to start with a master key that opens nothing of what the database holds: every
/// session would be refused with words that lead elsewhere.
pub(crate) async fn check_master_key(engine: &Engine) -> Result<(), Failure> {
    let (mut sealed, mut opened) = (0, 0);
    for brand in engine.store().list_brands().await? {
        for mode in [Mode::Test, Mode::Live] {
            if engine.store().find_billing_connection(&brand.id, mode).await?.is_some() {
                sealed += 1;
                let account = engine.directory().account(&brand.id, mode).await?;
                opened += usize::from(account.is_some());
            }
        }
    }
    if sealed > 0 && opened == 0 {
        let message = "RENUMERATE_MASTER_KEY opens nothing in this database: it was made with another \
                       key. Put that one back, after the new one if there are two";
        return Err(SettingsError::new(message).into());
    }
    Ok(())
}
