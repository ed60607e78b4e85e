//! The application of one test.

use std::cell::Cell;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use billing_stripe::{StripeBilling, StripeOptions};
use domain::brand::{Brand, Mode, OfferCeilings, OriginPattern, PauseMode};
use domain::ids::{BrandId, BrandKeyId};
use engine::ports::{BillingAccount, NoProbe, Probe, Rng};
use engine::vault::Vault;
use engine::{Engine, EngineOptions, EngineParts, naming};
use metrics_exporter_prometheus::PrometheusHandle;
use outbound::{HttpOutbound, OutboundOptions};
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::Value;
use store::SqlStore;
use stripe_sandbox::{Sandbox, SandboxOptions};
use tempfile::TempDir;
use tokio::net::TcpListener;
use web::{App, RateLimits, WebOptions};

use crate::http::{Answer, encode_form, send};
use crate::page::Page;
use crate::ports::{ManualClock, NoNap, SeededRng};
use crate::session::{NewSession, View};

/// The key of the sandboxed Stripe account; no other text contains it.
pub const STRIPE_KEY: &str = "sk_test_sandboxCanary4242";
/// Suffix of the brand's id.
pub const BRAND: &str = "lumen";
/// When tests begin: 2026-11-23T10:00:00Z.
const START_S: i64 = 1_795_428_000;
/// Origin customers reach the application at.
const PUBLIC_URL: &str = "https://retention.example.com";

/// What may differ from test to test.
#[must_use]
pub struct TestAppBuilder {
    web: WebOptions,
    probe: Arc<dyn Probe>,
    stripe_timeout: Duration,
    seed: u64,
}

impl Default for TestAppBuilder {
    fn default() -> Self {
        let limit = 1_000_000;
        let rate_limits =
            RateLimits { per_key: limit, per_address: limit, per_address_cancel: limit };
        Self {
            web: WebOptions { rate_limits, metrics_open: true, ..WebOptions::default() },
            probe: Arc::new(NoProbe),
            stripe_timeout: Duration::from_secs(10),
            seed: 42,
        }
    }
}

impl TestAppBuilder {
    /// Changes the settings of the HTTP side.
    pub fn web(mut self, change: impl FnOnce(&mut WebOptions)) -> Self {
        change(&mut self.web);
        self
    }

    /// Listens to the points of the outbox.
    pub fn probe(mut self, probe: Arc<dyn Probe>) -> Self {
        self.probe = probe;
        self
    }

    /// Gives up on Stripe early, for answers that never come.
    pub fn impatient(mut self) -> Self {
        self.stripe_timeout = Duration::from_millis(700);
        self
    }

    /// Keys, ids and nonces follow from it: another seed is another server.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// Starts everything.
    ///
    /// # Panics
    /// When anything does not start.
    pub async fn start(self) -> TestApp {
        install_tls();
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("test.db");
        let (sandbox, stripe_url) = start_sandbox().await;
        let clock = Arc::new(ManualClock::at_millisecond(START_S * 1_000));
        let rng: Arc<dyn Rng> = Arc::new(SeededRng::new(self.seed));
        let url = format!("sqlite:{}", file.display());
        let store = SqlStore::open(&url, &store::db::Options::default()).unwrap();
        store.migrate().await.unwrap();
        let parts = {
            let (store, clock, url) = (store.clone(), Arc::clone(&clock), stripe_url.clone());
            let key = Vault::generate_master_key(rng.as_ref());
            let (timeout, probe) = (self.stripe_timeout, self.probe);
            move || {
                let options = StripeOptions {
                    timeout,
                    sleeper: Arc::new(NoNap),
                    ..StripeOptions::new(Arc::clone(&rng))
                };
                EngineParts {
                    store: Arc::new(store.clone()),
                    billing: Arc::new(StripeBilling::new(options).unwrap()),
                    outbound: Arc::new(outbound()),
                    clock: Arc::<ManualClock>::clone(&clock),
                    vault: Vault::from_text(&key).unwrap(),
                    rng: Arc::clone(&rng),
                    probe: Arc::clone(&probe),
                    options: EngineOptions {
                        public_url: PUBLIC_URL.to_owned(),
                        default_api_base: url.clone(),
                        confirm_wait: Duration::ZERO,
                    },
                }
            }
        };
        let engine = Arc::new(Engine::new(parts()));
        let (brand_key, brand_key_id) = set_up_brand(&engine, &stripe_url).await;
        let web = web::router(App::new(Arc::clone(&engine), self.web, metrics()));
        TestApp {
            engine,
            sandbox,
            clock,
            store,
            brand_key,
            brand_key_id,
            stripe_url,
            router: web,
            file,
            parts: Box::new(parts),
            _folder: folder,
            may_leave_work: Cell::new(false),
        }
    }
}

/// The application of one test.
pub struct TestApp {
    /// The engine inside.
    pub engine: Arc<Engine>,
    /// Stripe's twin.
    pub sandbox: Sandbox,
    /// Time of the engine; [`TestApp::advance`] moves Stripe's too.
    pub clock: Arc<ManualClock>,
    /// The store inside.
    pub store: SqlStore,
    /// The brand's private key, test mode.
    pub brand_key: String,
    /// That key's id.
    pub brand_key_id: BrandKeyId,
    /// Where the sandbox listens.
    pub stripe_url: String,
    router: Router,
    file: PathBuf,
    parts: Box<dyn Fn() -> EngineParts + Send + Sync>,
    _folder: TempDir,
    may_leave_work: Cell<bool>,
}

impl TestApp {
    /// An application with a brand, its key, and Stripe with its cast.
    pub async fn start() -> Self {
        TestAppBuilder::default().start().await
    }

    /// An application that differs from [`TestApp::start`].
    pub fn with() -> TestAppBuilder {
        TestAppBuilder::default()
    }

    /// The brand's id.
    #[must_use]
    pub fn brand_id(&self) -> BrandId {
        BrandId::from_suffix(BRAND)
    }

    /// Begins a session.
    pub fn session(&self) -> NewSession<'_> {
        NewSession::new(self)
    }

    /// Opens the view of a session in a new tab.
    pub async fn open(&self, token: &str) -> View<'_> {
        View::open(self, token).await
    }

    /// `POST /v1/retention/session` with the brand's key.
    pub async fn create_session(&self, body: &Value) -> Answer {
        self.post_json(&self.brand_key, body.to_string()).await
    }

    /// The same with any key and any body.
    pub async fn post_json(&self, key: &str, body: impl Into<Body>) -> Answer {
        let request = Request::post("/v1/retention/session")
            .header("content-type", "application/json")
            .header("x-brand-key", key);
        self.send(request.body(body.into()).unwrap()).await
    }

    /// Any request.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        send(self.router.clone(), request).await
    }

    /// A GET.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    /// A GET of a page.
    pub async fn get_page(&self, path: &str) -> Page {
        Page::new(self.get(path).await)
    }

    /// Posts a form and answers the page.
    pub async fn post_page(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let request = Request::post(path)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(encode_form(fields)));
        Page::new(self.send(request.unwrap()).await)
    }

    /// Carries out what is due, until nothing is.
    ///
    /// # Panics
    /// When the database fails.
    pub async fn run_jobs(&self) {
        while self.engine.run_due_actions("test").await.unwrap().claimed > 0 {}
    }

    /// Moves the engine's and Stripe's time forward.
    pub fn advance(&self, seconds: i64) {
        self.clock.advance(seconds);
        self.sandbox.advance_clock(self.sandbox.now() + seconds);
    }

    /// The engine as it is after the process was started anew: the same database and keys, and
    /// nothing in memory.
    ///
    /// # Panics
    /// When anything does not start.
    #[must_use]
    pub fn restarted(&self) -> Engine {
        Engine::new((self.parts)())
    }

    /// Another key of the brand; live keys reach the same sandbox.
    ///
    /// # Panics
    /// When the database fails.
    pub async fn add_key(&self, mode: Mode) -> String {
        connect(&self.engine, &self.stripe_url, mode, STRIPE_KEY).await;
        new_key(&self.engine, mode).await.0
    }

    /// Connects the brand with another Stripe key, as an operator who repairs it.
    ///
    /// # Panics
    /// When the database fails.
    pub async fn connect_with(&self, stripe_key: &str) {
        connect(&self.engine, &self.stripe_url, Mode::Test, stripe_key).await;
    }

    /// Lets the test end with work that is not done.
    pub fn leave_work(&self) {
        self.may_leave_work.set(true);
    }

    /// The database as it lies on the disk: any write changes it.
    ///
    /// # Panics
    /// When a file cannot be read.
    #[must_use]
    pub fn database_files(&self) -> Vec<u8> {
        let log = self.file.with_extension("db-wal");
        [&self.file, &log].into_iter().flat_map(|file| std::fs::read(file).unwrap()).collect()
    }

    /// A number from the database, for what no door tells: `SELECT count(*) …`.
    ///
    /// # Panics
    /// When the statement is wrong.
    #[must_use]
    pub fn count(&self, sql: &str) -> i64 {
        let database = rusqlite::Connection::open(&self.file).unwrap();
        database.query_row(sql, [], |row| row.get(0)).unwrap()
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        if std::thread::panicking() || self.may_leave_work.get() {
            return;
        }
        let open = self.count("SELECT count(*) FROM billing_actions WHERE is_open");
        assert_eq!(open, 0, "a test ended with billing actions that are not done: `run_jobs`");
    }
}

async fn start_sandbox() -> (Sandbox, String) {
    let options =
        SandboxOptions { now: START_S, seed: 7, secret_keys: vec![STRIPE_KEY.to_owned()] };
    let sandbox = Sandbox::new(options);
    sandbox.seed_demo_cast();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(sandbox.clone().serve(listener, std::future::pending()));
    (sandbox, url)
}

async fn set_up_brand(engine: &Engine, stripe_url: &str) -> (String, BrandKeyId) {
    let brand = Brand {
        id: BrandId::from_suffix(BRAND),
        name: "Lumen Notes".to_owned(),
        accent_color: "#5b4bd6".to_owned(),
        allowed_origins: ["https://app.example.com", "http://localhost:*"]
            .map(|origin| OriginPattern::parse(origin).unwrap())
            .to_vec(),
        support_contact: Some("support@lumen-notes.example".to_owned()),
        default_locale: None,
        media_origins: Vec::new(),
        call_hosts: Vec::new(),
        pause_mode: PauseMode::default(),
        offer_ceilings: OfferCeilings::default(),
    };
    engine.store().save_brand(&brand).await.unwrap();
    connect(engine, stripe_url, Mode::Test, STRIPE_KEY).await;
    new_key(engine, Mode::Test).await
}

async fn connect(engine: &Engine, stripe_url: &str, mode: Mode, stripe_key: &str) {
    let account = BillingAccount {
        secret_key: SecretString::from(stripe_key),
        api_base: stripe_url.to_owned(),
        account: None,
        mode,
    };
    let brand_id = BrandId::from_suffix(BRAND);
    engine.directory().connect(&brand_id, &account, engine.rng()).await.unwrap();
}

async fn new_key(engine: &Engine, mode: Mode) -> (String, BrandKeyId) {
    let id = BrandKeyId::from_suffix(&naming::id_suffix(engine.clock().now(), engine.rng()));
    let key = naming::brand_key(mode, engine.rng());
    let brand_id = BrandId::from_suffix(BRAND);
    let added = engine.directory().add_brand_key(&brand_id, mode, id.clone(), &key, engine.rng());
    added.await.unwrap();
    (key.expose_secret().to_owned(), id)
}

/// The process has one TLS provider and one metrics recorder; the first test sets both up.
fn install_tls() {
    static INSTALLED: OnceLock<()> = OnceLock::new();
    INSTALLED.get_or_init(|| {
        // A test of the same process may have installed the same one.
        drop(rustls::crypto::ring::default_provider().install_default());
    });
}

fn metrics() -> PrometheusHandle {
    static HANDLE: OnceLock<PrometheusHandle> = OnceLock::new();
    HANDLE.get_or_init(|| web::install_metrics().unwrap()).clone()
}

/// Calls receivers that run in the test.
fn outbound() -> HttpOutbound {
    HttpOutbound::new(OutboundOptions { allow_loopback: true, ..OutboundOptions::default() })
        .unwrap()
}
