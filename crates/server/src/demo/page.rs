//! The sample page's files and routes.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};

use super::{Demo, api};
use crate::commands::Failure;
use crate::settings::SettingsError;

mod embedded {
    include!(concat!(env!("OUT_DIR"), "/demo_files.rs"));
}

/// What the page may load and frame: itself and, for the view, any loopback port.
const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
    connect-src 'self'; frame-src 'self' http://localhost:* http://127.0.0.1:* https://localhost:* https://127.0.0.1:*; \
    form-action 'self' http://localhost:* http://127.0.0.1:* https://localhost:* https://127.0.0.1:*; \
    base-uri 'none'; frame-ancestors 'none'";

/// Routes below `/demo`.
pub(super) fn routes(demo: Arc<Demo>) -> Router {
    Router::new()
        .route("/demo", get(|| async { Redirect::temporary("/demo/") }))
        .route("/demo/", get(index))
        .route("/demo/api/config", get(api::config))
        .route("/demo/api/customers", get(api::customers))
        .route("/demo/api/state", get(api::state))
        .route("/demo/api/session", post(api::session))
        .route("/demo/api/clock", post(api::clock))
        .route("/demo/api/reset", post(api::reset))
        .route("/demo/{*path}", get(file))
        .with_state(demo)
}

/// The client of the page's backend. It talks to this process only, whose certificate may be of
/// its own making.
pub(super) fn client() -> Result<reqwest::Client, Failure> {
    reqwest::Client::builder()
        .no_proxy()
        .tls_danger_accept_invalid_certs(true)
        .build()
        .map_err(|error| SettingsError::new(format!("no HTTP client: {error}")).into())
}

async fn index(State(_demo): State<Arc<Demo>>) -> Response {
    serve("index.html")
}

async fn file(Path(path): Path<String>) -> Response {
    serve(&path)
}

fn serve(path: &str) -> Response {
    let Some((_, bytes)) = embedded::FILES.iter().find(|(name, _)| *name == path) else {
        return (StatusCode::NOT_FOUND, "there is no such file\n").into_response();
    };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind_of(path))),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(CSP)),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    (headers, *bytes).into_response()
}

fn kind_of(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}
