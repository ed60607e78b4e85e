//! Is the process up, is it ready, and what does it measure.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use secrecy::ExposeSecret;
use subtle::ConstantTimeEq;

use crate::app::App;
use crate::error::ApiError;

pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/healthz", get(healthz))
        .route("/readyz", get(readyz))
        .route("/metrics", get(metrics))
}

/// The process is up.
async fn healthz() -> &'static str {
    "ok\n"
}

/// Database and migrations are good.
async fn readyz(State(app): State<Arc<App>>) -> Response {
    match app.engine.store().check_ready().await {
        Ok(()) => "ready\n".into_response(),
        Err(error) => {
            tracing::error!(%error, "not ready: the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response()
        }
    }
}

/// Prometheus text; closed unless the operator opened it.
async fn metrics(State(app): State<Arc<App>>, headers: HeaderMap) -> Result<Response, ApiError> {
    if !app.options.metrics_open && !has_token(&app, &headers) {
        let message = "Metrics need `Authorization: Bearer` with RENUMERATE_METRICS_TOKEN.";
        return Err(ApiError::new(StatusCode::UNAUTHORIZED, "missing_metrics_token", message));
    }
    let kind = [(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")];
    Ok((kind, app.metrics.render()).into_response())
}

fn has_token(app: &App, headers: &HeaderMap) -> bool {
    let given = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let given = given.and_then(|value| value.strip_prefix("Bearer ")).unwrap_or_default();
    app.options
        .metrics_token
        .as_ref()
        .is_some_and(|token| token.expose_secret().as_bytes().ct_eq(given.as_bytes()).into())
}
