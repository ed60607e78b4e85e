//! HTTP: the API, the retention view, receipts, the SDK's files, health and metrics.
//!
//! A handler parses, calls one use case of `engine`, and renders. Nothing here decides.

mod api;
mod app;
mod assets;
mod error;
mod health;
pub mod i18n;
mod middleware;
mod receipt;
mod retention;
mod telemetry;
pub mod view;

pub use api::openapi::document as openapi_document;
pub use app::{App, Hosts, RateLimits, WebOptions, admin_router, router};
pub use assets::SDK_VERSION;
pub use telemetry::install as install_metrics;
