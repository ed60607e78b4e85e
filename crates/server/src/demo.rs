//! `renumerate demo`: everything on embedded parts, for a first look and for browser tests.

mod api;
mod cast;
mod page;
mod panel;
mod playbook;
mod receiver;

use std::sync::Arc;

use axum::Router;
use domain::brand::{Brand, Mode, OfferCeilings, OriginPattern, PauseMode};
use domain::ids::BrandId;
use engine::Engine;
use engine::naming;
use engine::ports::{BillingAccount, Clock, NoProbe};
use engine::vault::Vault;
use outbound::AllowList;
use secrecy::{ExposeSecret, SecretString};
use stripe_sandbox::{CastMember, Sandbox, SandboxOptions};
use tokio::sync::watch;
use web::{App, Hosts, RateLimits, WebOptions};

use crate::adapters::{MovedClock, OsRng};
use crate::cli::DemoArgs;
use crate::commands::{Failure, new_key, say, start_worker};
use crate::compose::{CONFIRM_WAIT, Parts, engine, open_store};
use crate::settings::{CoreSettings, default_listen};
use crate::{http, tls};
use receiver::Receiver;

/// The demo's brand.
const BRAND_SUFFIX: &str = "lumen";
/// Key of the sandboxed account.
const SANDBOX_KEY: &str = "sk_test_lumen_notes";
/// Ids and secrets of the sandbox follow from it.
const SEED: u64 = 1;

/// What the demo's own endpoints share.
pub(crate) struct Demo {
    pub(crate) engine: Arc<Engine>,
    pub(crate) store: store::SqlStore,
    pub(crate) sandbox: Sandbox,
    pub(crate) cast: Vec<CastMember>,
    pub(crate) sandbox_url: String,
    pub(crate) clock: Arc<MovedClock>,
    pub(crate) brand_id: BrandId,
    pub(crate) brand_key: SecretString,
    pub(crate) public_key: String,
    pub(crate) origin: String,
    pub(crate) http: reqwest::Client,
    pub(crate) panel: panel::OwnRequests,
}

/// Runs the demo until it is told to stop.
pub(crate) async fn run(args: DemoArgs) -> Result<(), Failure> {
    let listen = match args.listen.listen {
        Some(listen) => listen,
        None => default_listen()?,
    };
    let tls = tls::config(&args.listen).await?;
    let listener = http::bind(listen)?;
    let scheme = if tls.is_some() { "https" } else { "http" };
    let origin = format!("{scheme}://localhost:{}", listener.local_addr()?.port());
    let folder = DataFolder::open(args.data_dir.clone())?;
    let (stop, stopped) = watch::channel(false);
    let demo = Arc::new(set_up(&folder, &origin, stopped.clone()).await?);
    let worker = start_worker(&demo.engine, stopped);
    let router = router(&demo, &args)?;
    announce(&demo, args.json);
    http::serve(listener, router, tls, http::told_to_stop()).await?;
    stop.send_replace(true);
    if let Err(error) = worker.await {
        tracing::error!(%error, "the worker ended badly");
    }
    demo.store.close().await;
    Ok(())
}

async fn set_up(
    folder: &DataFolder,
    origin: &str,
    stopped: watch::Receiver<bool>,
) -> Result<Demo, Failure> {
    let clock = Arc::new(MovedClock::default());
    let (sandbox, cast, sandbox_url) = start_sandbox(&clock, stopped.clone()).await?;
    let receiver = Receiver::bind()?;
    let settings = CoreSettings {
        database_url: format!("sqlite:{}", folder.path.join("demo.db").display()),
        public_url: Some(origin.to_owned()),
        stripe_api_base: sandbox_url.clone(),
        outbound_allow: AllowList::default(),
    };
    let store = open_store(&settings).await?;
    let parts = Parts {
        clock: Arc::<MovedClock>::clone(&clock),
        probe: Arc::new(NoProbe),
        master_key: Vault::generate_master_key(&OsRng),
        public_url: origin.to_owned(),
        confirm_wait: CONFIRM_WAIT,
        receiver_certificate: Some(receiver.certificate()),
    };
    let engine = engine(store.clone(), &settings, parts)?;
    let brand_id = BrandId::from_suffix(BRAND_SUFFIX);
    engine.store().save_brand(&brand(&brand_id)).await?;
    // The sandbox begins anew with each start, so what an older start decided is history.
    store.clear_test_data(&brand_id).await?;
    let account = BillingAccount {
        secret_key: SecretString::from(SANDBOX_KEY),
        api_base: sandbox_url.clone(),
        account: None,
        mode: Mode::Test,
    };
    engine.directory().connect(&brand_id, &account, engine.rng()).await?;
    let (_, brand_key) = new_key(&engine, &brand_id, Mode::Test).await?;
    playbook::publish(&engine, &brand_id, receiver.origin()).await?;
    let secrets = engine.directory().signing_secrets(&brand_id, Mode::Test);
    receiver.start(secrets, Arc::<MovedClock>::clone(&clock), stopped).await?;
    Ok(Demo {
        public_key: naming::public_key(Mode::Test, origin, &brand_id),
        origin: origin.to_owned(),
        http: page::client()?,
        panel: panel::OwnRequests::default(),
        engine,
        store,
        sandbox,
        cast,
        sandbox_url,
        clock,
        brand_id,
        brand_key,
    })
}

async fn start_sandbox(
    clock: &Arc<MovedClock>,
    mut stopped: watch::Receiver<bool>,
) -> Result<(Sandbox, Vec<CastMember>, String), Failure> {
    let options = SandboxOptions {
        now: clock.now().as_second(),
        seed: SEED,
        secret_keys: vec![SANDBOX_KEY.to_owned()],
    };
    let time = Arc::clone(clock);
    let sandbox = Sandbox::following(options, move || time.now().as_second());
    let cast = sandbox.seed_demo_cast();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}", listener.local_addr()?);
    let serving = sandbox.clone();
    let stop = async move { drop(stopped.wait_for(|stopped| *stopped).await) };
    tokio::spawn(async move {
        if let Err(error) = serving.serve(listener, stop).await {
            tracing::error!(%error, "the sandbox is not served any more");
        }
    });
    Ok((sandbox, cast, url))
}

fn brand(id: &BrandId) -> Brand {
    let loopback =
        ["http://localhost:*", "http://127.0.0.1:*", "https://localhost:*", "https://127.0.0.1:*"];
    Brand {
        id: id.clone(),
        name: "Lumen Notes".to_owned(),
        accent_color: "#b4540a".to_owned(),
        allowed_origins: loopback.iter().filter_map(|o| OriginPattern::parse(o).ok()).collect(),
        support_contact: Some("support@lumen-notes.example".to_owned()),
        default_locale: None,
        media_origins: Vec::new(),
        // The demo's own receiver.
        call_hosts: vec!["localhost".to_owned()],
        pause_mode: PauseMode::default(),
        offer_ceilings: OfferCeilings::default(),
    }
}

fn router(demo: &Arc<Demo>, args: &DemoArgs) -> Result<Router, Failure> {
    let mut rate_limits = RateLimits::default();
    if let Some(limit) = args.rate_limit {
        rate_limits = RateLimits { per_key: limit, per_address: limit, per_address_cancel: limit };
    }
    let options = WebOptions {
        hosts: Hosts { retention: args.host_retention.clone() },
        rate_limits,
        metrics_open: true,
        home: "/demo/",
        ..WebOptions::default()
    };
    let app = App::new(Arc::clone(&demo.engine), options, web::install_metrics()?);
    Ok(page::routes(Arc::clone(demo)).merge(web::router(app)))
}

fn announce(demo: &Demo, as_json: bool) {
    let origin = &demo.origin;
    let cast = cast::members(demo);
    if as_json {
        say(serde_json::json!({
            "api": origin,
            "studio": null,
            "demo_page": format!("{origin}/demo/"),
            "brand_key": demo.brand_key.expose_secret(),
            "public_key": demo.public_key,
            "sandbox": demo.sandbox_url,
            "customers": cast,
        }));
        return;
    }
    say(format_args!("\n  Renumerate demo\n"));
    say(format_args!("  sample page   {origin}/demo/"));
    say(format_args!("  API           {origin}/v1/docs"));
    say(format_args!("  brand key     {}", demo.brand_key.expose_secret()));
    say(format_args!("  public key    {}", demo.public_key));
    say(format_args!("  Stripe        {} (sandbox inside this process)\n", demo.sandbox_url));
    for member in cast {
        say(format_args!("  {:<26} {}", member.id, member.note));
    }
    say("\n  Ctrl-C ends it.");
}

/// Where the database lies.
struct DataFolder {
    path: std::path::PathBuf,
    /// Removes a temporary folder when the demo ends.
    _temporary: Option<tempfile::TempDir>,
}

impl DataFolder {
    fn open(given: Option<std::path::PathBuf>) -> Result<Self, Failure> {
        match given {
            Some(path) => {
                std::fs::create_dir_all(&path)?;
                Ok(Self { path, _temporary: None })
            }
            None => {
                let temporary = tempfile::Builder::new().prefix("renumerate-demo-").tempdir()?;
                Ok(Self { path: temporary.path().to_owned(), _temporary: Some(temporary) })
            }
        }
    }
}
