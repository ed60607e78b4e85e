//! The application: state, routes, and the layers around them.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler as _;
use axum::routing::get;
use engine::Engine;
use metrics_exporter_prometheus::PrometheusHandle;
use secrecy::SecretString;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::SizeAbove;

use crate::middleware::observe;
use crate::middleware::rate_limit::RateLimiter;
use crate::middleware::request_metrics::RequestMetrics;
use crate::{api, assets, health, receipt, retention};

/// Largest body that is read, in bytes.
pub(crate) const MAX_BODY_BYTES: usize = 64 * 1024;
/// How long a request may take before it is answered with 503.
pub(crate) const REQUEST_TIMEOUT: Duration = Duration::from_secs(30);
/// Answers shorter than this are sent as they are, in bytes.
const COMPRESS_ABOVE: u64 = 1_024;

/// Names an operator gave to parts of the server; each serves all paths too.
#[derive(Debug, Clone, Default)]
pub struct Hosts {
    /// Host whose `/` is the retention view.
    pub retention: Option<String>,
}

/// Requests a second and the burst above it.
#[derive(Debug, Clone, Copy)]
pub struct RateLimits {
    /// Sessions a brand key may make a second.
    pub per_key: u32,
    /// Requests an address may make a second on pages and with bad keys.
    pub per_address: u32,
    /// Cancellations an address may press a second, kept apart so that nothing else uses it up.
    pub per_address_cancel: u32,
}

impl Default for RateLimits {
    fn default() -> Self {
        Self { per_key: 200, per_address: 20, per_address_cancel: 5 }
    }
}

/// Settings of the HTTP side.
#[derive(Debug, Clone)]
pub struct WebOptions {
    /// Hosts of their own.
    pub hosts: Hosts,
    /// Limits.
    pub rate_limits: RateLimits,
    /// Addresses whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// Bearer that opens `/metrics`; none closes it, see `metrics_open`.
    pub metrics_token: Option<SecretString>,
    /// `/metrics` needs no bearer: for the demo and for an admin listener.
    pub metrics_open: bool,
    /// Whether customers reach the server over TLS, for HSTS.
    pub is_https: bool,
    /// Where `/` leads.
    pub home: &'static str,
}

impl Default for WebOptions {
    fn default() -> Self {
        Self {
            hosts: Hosts::default(),
            rate_limits: RateLimits::default(),
            trusted_proxies: Vec::new(),
            metrics_token: None,
            metrics_open: false,
            is_https: false,
            home: "/v1/docs",
        }
    }
}

/// What handlers share.
pub struct App {
    pub(crate) engine: Arc<Engine>,
    pub(crate) options: WebOptions,
    pub(crate) limiter: RateLimiter,
    pub(crate) metrics: PrometheusHandle,
    pub(crate) requests: RequestMetrics,
}

impl App {
    /// Ties the engine to the web.
    #[must_use]
    pub fn new(engine: Arc<Engine>, options: WebOptions, metrics: PrometheusHandle) -> Arc<Self> {
        let limiter = RateLimiter::new(options.rate_limits);
        let requests = RequestMetrics::default();
        Arc::new(Self { engine, options, limiter, metrics, requests })
    }
}

/// Every route of the server.
pub fn router(app: Arc<App>) -> Router {
    let root = retention::root.layer(compression());
    Router::new()
        .route("/", get(root.clone()).post(root))
        .merge(pages().layer(compression()))
        .merge(api::routes())
        .merge(assets::routes())
        .merge(health::routes())
        .fallback(crate::error::not_found)
        .layer(DefaultBodyLimit::max(MAX_BODY_BYTES))
        .layer(axum::middleware::from_fn_with_state(Arc::clone(&app), observe::observe))
        .with_state(app)
}

/// Health and metrics alone, open, for an address only the operator reaches.
pub fn admin_router(app: Arc<App>) -> Router {
    health::routes()
        .layer(axum::middleware::from_fn_with_state(Arc::clone(&app), observe::observe))
        .with_state(app)
}

fn pages() -> Router<Arc<App>> {
    retention::routes().merge(receipt::routes())
}

fn compression() -> CompressionLayer<SizeAbove> {
    CompressionLayer::new().compress_when(SizeAbove::new(COMPRESS_ABOVE))
}
