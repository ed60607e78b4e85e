//! The engine: the ports, tied together.

use std::sync::Arc;
use std::time::Duration;

use domain::ids::BillingActionId;
use domain::policy::Policy;
use tokio::sync::{Notify, broadcast};

use crate::directory::Directory;
use crate::mirror::Mirror;
use crate::playbooks::Playbooks;
use crate::ports::{Billing, Clock, Outbound, Probe, Rng, Store};
use crate::vault::Vault;

/// What an engine is made of.
pub struct EngineParts {
    /// The database.
    pub store: Arc<dyn Store>,
    /// The billing provider.
    pub billing: Arc<dyn Billing>,
    /// Calls to addresses that brands name.
    pub outbound: Arc<dyn Outbound>,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub rng: Arc<dyn Rng>,
    /// Keys.
    pub vault: Vault,
    /// Fault tests listen here.
    pub probe: Arc<dyn Probe>,
    /// Settings.
    pub options: EngineOptions,
}

/// Settings of the engine.
#[derive(Debug, Clone)]
pub struct EngineOptions {
    /// Origin customers reach this server at, without a trailing slash.
    pub public_url: String,
    /// Base URL of the billing provider for brands that name none.
    pub default_api_base: String,
    /// How long a customer waits for the provider before the page says "being carried out".
    pub confirm_wait: Duration,
}

/// How many settled actions a slow waiter may lag behind before it reads the database instead.
const SETTLED_BACKLOG: usize = 1_024;

/// Use cases live in the modules `retention` and `jobs`; each is one method.
pub struct Engine {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) billing: Arc<dyn Billing>,
    pub(crate) outbound: Arc<dyn Outbound>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) rng: Arc<dyn Rng>,
    pub(crate) vault: Arc<Vault>,
    pub(crate) probe: Arc<dyn Probe>,
    pub(crate) options: EngineOptions,
    pub(crate) directory: Directory,
    pub(crate) mirror: Mirror,
    pub(crate) playbooks: Playbooks,
    pub(crate) policy: Arc<Policy>,
    pub(crate) work: Notify,
    pub(crate) settled: broadcast::Sender<BillingActionId>,
}

impl Engine {
    /// Ties the parts together.
    #[must_use]
    pub fn new(parts: EngineParts) -> Self {
        let EngineParts { store, billing, outbound, clock, rng, vault, probe, options } = parts;
        let vault = Arc::new(vault);
        Self {
            directory: Directory::new(
                Arc::clone(&store),
                Arc::clone(&clock),
                Arc::clone(&vault),
                options.default_api_base.clone(),
            ),
            mirror: Mirror::new(Arc::clone(&store), Arc::clone(&billing), Arc::clone(&clock)),
            playbooks: Playbooks::new(Arc::clone(&store), Arc::clone(&clock)),
            policy: Arc::new(Policy::us_general()),
            work: Notify::new(),
            settled: broadcast::channel(SETTLED_BACKLOG).0,
            store,
            billing,
            outbound,
            clock,
            rng,
            vault,
            probe,
            options,
        }
    }

    /// Brands and keys.
    #[must_use]
    pub fn directory(&self) -> &Directory {
        &self.directory
    }

    /// The database, for readiness and set-up.
    #[must_use]
    pub fn store(&self) -> &dyn Store {
        self.store.as_ref()
    }

    /// Time.
    #[must_use]
    pub fn clock(&self) -> &dyn Clock {
        self.clock.as_ref()
    }

    /// Randomness.
    #[must_use]
    pub fn rng(&self) -> &dyn Rng {
        self.rng.as_ref()
    }

    /// Forgets what memory holds of customers, after their data was replaced behind our back.
    pub fn forget_cached(&self) {
        self.mirror.forget_all();
    }

    /// Settings.
    #[must_use]
    pub fn options(&self) -> &EngineOptions {
        &self.options
    }
}
