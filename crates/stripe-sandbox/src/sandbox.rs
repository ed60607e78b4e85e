//! The sandbox as a value: what tests and the composition root hold.

use std::future::Future;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use axum::Router;
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::sync::{Notify, watch};

use crate::clock;
use crate::demo_cast::{self, CastMember};
use crate::faults::{ActiveRule, FaultRule};
use crate::inspect::Snapshot;
use crate::resources::collection::{self, CollectionOutcome};
use crate::resources::test_clocks;
use crate::state::{Cause, PLATFORM, World};
use crate::webhooks::{self, DeliveryReport};

/// How a sandbox begins.
#[derive(Debug, Clone)]
pub struct SandboxOptions {
    /// The sandbox's time at the start, Unix seconds.
    pub now: i64,
    /// Every id and secret follows from it.
    pub seed: u64,
    /// API keys accepted; with none, any `sk_test_` or `rk_test_` key is.
    pub secret_keys: Vec<String>,
}

/// Tells the time in Unix seconds.
type TimeSource = Box<dyn Fn() -> i64 + Send + Sync>;

/// A Stripe-shaped service. Clones share one state.
#[derive(Clone)]
pub struct Sandbox {
    pub(crate) shared: Arc<Shared>,
}

pub(crate) struct Shared {
    pub(crate) options: SandboxOptions,
    world: Mutex<World>,
    source: Option<TimeSource>,
    /// Counts releases of held requests.
    pub(crate) releases: watch::Sender<u64>,
    /// Becomes true when serving ends, so that answers that never come end too.
    pub(crate) closing: watch::Sender<bool>,
    /// Signals deliveries that wait.
    deliverable: Notify,
    /// Delivers webhooks; made when first needed.
    client: OnceLock<reqwest::Client>,
}

impl Sandbox {
    /// An empty sandbox whose clock stands still until it is moved.
    pub fn new(options: SandboxOptions) -> Self {
        Self::build(options, None)
    }

    /// An empty sandbox whose clock also follows `source` (Unix seconds), for demos: time that
    /// passes there passes here, on top of every [`Self::advance_clock`].
    pub fn following(
        options: SandboxOptions,
        source: impl Fn() -> i64 + Send + Sync + 'static,
    ) -> Self {
        Self::build(options, Some(Box::new(source)))
    }

    fn build(options: SandboxOptions, source: Option<TimeSource>) -> Self {
        let mut world = World::new(options.now, options.seed);
        world.last_source = source.as_ref().map(|source| source());
        Self {
            shared: Arc::new(Shared {
                world: Mutex::new(world),
                options,
                source,
                releases: watch::Sender::new(0),
                closing: watch::Sender::new(false),
                deliverable: Notify::new(),
                client: OnceLock::new(),
            }),
        }
    }

    /// The service: Stripe's paths under `/v1`, the sandbox's own under `/_sandbox`.
    pub fn router(&self) -> Router {
        crate::http::router(self.clone())
    }

    /// Serves until `shutdown` completes. Requests that would never be answered are dropped then.
    pub async fn serve(
        self,
        listener: TcpListener,
        shutdown: impl Future<Output = ()> + Send + 'static,
    ) -> std::io::Result<()> {
        let router = self.router();
        let ending = self.clone();
        axum::serve(listener, router)
            .with_graceful_shutdown(async move {
                shutdown.await;
                ending.shared.closing.send_replace(true);
                ending.release_held();
            })
            .await
    }

    /// Adds the demo's customers, products and subscriptions, with a year of history.
    pub fn seed_demo_cast(&self) -> Vec<CastMember> {
        let mut world = self.world();
        let cast = demo_cast::seed(&mut world);
        self.settle(&mut world);
        cast
    }

    /// A copy of the platform account's state, and of every request served.
    pub fn inspect(&self) -> Snapshot {
        self.inspect_account(PLATFORM)
    }

    /// The same of a connected account.
    pub fn inspect_account(&self, account: &str) -> Snapshot {
        let world = self.world();
        Snapshot::of(
            world.accounts.get(account),
            world.now,
            &world.requests,
            world.deliveries.len(),
        )
    }

    /// The sandbox's time, Unix seconds.
    pub fn now(&self) -> i64 {
        self.world().now
    }

    /// Moves time forward to `to` (Unix seconds): renewals, resumes, trial ends and scheduled
    /// cancellations happen on the way, in order. A time in the past changes nothing.
    pub fn advance_clock(&self, to: i64) {
        let mut world = self.world();
        clock::advance(&mut world, to);
        self.settle(&mut world);
    }

    /// Says what the attempts to collect an open invoice of the platform account come to; the
    /// subscription afterwards, or why it cannot be.
    pub fn settle_invoice(
        &self,
        invoice: &str,
        outcome: CollectionOutcome,
    ) -> Result<Value, String> {
        self.settle_invoice_of(PLATFORM, invoice, outcome)
    }

    /// The same for a connected account.
    pub fn settle_invoice_of(
        &self,
        account: &str,
        invoice: &str,
        outcome: CollectionOutcome,
    ) -> Result<Value, String> {
        let mut world = self.world();
        let now = test_clocks::time_of_object(world.account(account), invoice);
        let now = now.unwrap_or(world.now);
        let mut ctx = world.act(account, now, Cause::default());
        let settled = collection::settle(&mut ctx, invoice, outcome);
        self.settle(&mut world);
        settled.map_err(|error| error.message)
    }

    /// Adds a fault; rules strike in the order they were added.
    pub fn inject(&self, rule: FaultRule) {
        self.world().faults.push(ActiveRule::new(rule));
    }

    /// Removes every fault that has not struck yet.
    pub fn clear_faults(&self) {
        self.world().faults.clear();
    }

    /// Lets every held request run.
    pub fn release_held(&self) {
        self.shared.releases.send_modify(|count| *count += 1);
    }

    /// Cuts a connected account off: every later call for it answers 403.
    pub fn disconnect_account(&self, account: &str) {
        self.world().account(account).disconnected = true;
    }

    /// Forgets everything but the options. The clock returns to its start.
    pub fn reset(&self) {
        let options = &self.shared.options;
        let mut world = World::new(options.now, options.seed);
        world.last_source = self.shared.source.as_ref().map(|source| source());
        *self.world_as_it_is() = world;
    }

    /// Attempts every waiting delivery once, in order; refused ones keep waiting.
    pub async fn deliver_pending(&self) -> Vec<DeliveryReport> {
        let (waiting, signed_at) = {
            let mut world = self.world();
            // A receiver compares the signature's time with its own clock, which knows nothing of
            // moves of the sandbox's.
            let signed_at = world.last_source.unwrap_or(world.now);
            (std::mem::take(&mut world.deliveries), signed_at)
        };
        let client = self.shared.client.get_or_init(crate::http::client);
        let mut reports = Vec::new();
        let mut refused = Vec::new();
        for delivery in waiting {
            let report = webhooks::send(client, &delivery, signed_at).await;
            if report.is_success() {
                self.world().delivered(&delivery);
            } else {
                refused.push(delivery);
            }
            reports.push(report);
        }
        let mut world = self.world();
        let newer = std::mem::replace(&mut world.deliveries, refused);
        world.deliveries.extend(newer);
        reports
    }

    /// Delivers whenever an event happens, until dropped. Refused deliveries are tried again with
    /// the next event.
    pub async fn deliver_continuously(&self) {
        loop {
            self.shared.deliverable.notified().await;
            self.deliver_pending().await;
        }
    }

    /// The state, with time caught up.
    pub(crate) fn world(&self) -> MutexGuard<'_, World> {
        let mut world = self.world_as_it_is();
        if let (Some(source), Some(last)) = (&self.shared.source, world.last_source) {
            let current = source();
            if current > last {
                let to = world.now + (current - last);
                clock::advance(&mut world, to);
                world.last_source = Some(current);
                self.settle(&mut world);
            }
        }
        world
    }

    /// Hands new events to webhook endpoints.
    pub(crate) fn settle(&self, world: &mut World) {
        webhooks::route(world);
        if !world.deliveries.is_empty() {
            self.shared.deliverable.notify_one();
        }
    }

    fn world_as_it_is(&self) -> MutexGuard<'_, World> {
        self.shared.world.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
