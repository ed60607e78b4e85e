//! The wire: axum in, [`Outgoing`] out.

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Response, StatusCode, header};
use axum::response::IntoResponse;

use crate::auth::Headers;
use crate::control;
use crate::errors::ApiError;
use crate::pipeline::{Incoming, Outgoing, WireMode};
use crate::sandbox::Sandbox;

/// Stripe's own requests are a few kilobytes; this bounds memory.
const MAX_BODY: usize = 256 * 1024;

/// Receivers that do not answer within this many seconds count as failed.
const DELIVERY_TIMEOUT: u64 = 10;

pub(crate) fn router(sandbox: Sandbox) -> Router {
    Router::new().nest("/_sandbox", control::router()).fallback(serve_api).with_state(sandbox)
}

/// The client that delivers webhooks.
pub(crate) fn client() -> reqwest::Client {
    // Whoever comes first installs the one TLS provider; being second is no error.
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::builder()
        .timeout(std::time::Duration::from_secs(DELIVERY_TIMEOUT))
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap_or_default()
}

async fn serve_api(State(sandbox): State<Sandbox>, request: Request) -> Response<Body> {
    let (parts, body) = request.into_parts();
    let version = Headers::read(&parts.headers).version;
    let Some(body) = read_body(body).await else {
        let error = ApiError::invalid("The request body is too large or not UTF-8.");
        return plain_error(&error);
    };
    let incoming = Incoming {
        method: parts.method.as_str().to_owned(),
        path: parts.uri.path().to_owned(),
        query: parts.uri.query().unwrap_or_default().to_owned(),
        body,
        headers: Headers::read(&parts.headers),
    };
    let outgoing = sandbox.answer(incoming).await;
    match outgoing.mode {
        WireMode::Silent => never(&sandbox).await,
        WireMode::Reset => reset(),
        WireMode::Whole | WireMode::Cut => render(&outgoing, &version),
    }
}

async fn read_body(body: Body) -> Option<String> {
    let bytes = to_bytes(body, MAX_BODY).await.ok()?;
    String::from_utf8(bytes.to_vec()).ok()
}

fn plain_error(error: &ApiError) -> Response<Body> {
    let status = StatusCode::from_u16(error.status).unwrap_or(StatusCode::BAD_REQUEST);
    (status, axum::Json(error.body())).into_response()
}

/// Waits until the caller gives up, or serving ends.
async fn never(sandbox: &Sandbox) -> Response<Body> {
    let mut closing = sandbox.shared.closing.subscribe();
    if closing.wait_for(|closing| *closing).await.is_err() {
        tracing::warn!("the sandbox ended without saying so");
    }
    reset()
}

/// A body that fails before its first byte makes hyper close the connection with nothing sent.
fn reset() -> Response<Body> {
    let broken = std::io::Error::from(std::io::ErrorKind::ConnectionReset);
    let stream = futures_util::stream::iter([Err::<Bytes, _>(broken)]);
    Response::new(Body::from_stream(stream))
}

fn render(outgoing: &Outgoing, version: &str) -> Response<Body> {
    let mut text = serde_json::to_string_pretty(&outgoing.body).unwrap_or_default();
    if outgoing.mode == WireMode::Cut {
        text.truncate(text.len() / 2);
    }
    let mut response = Response::new(Body::from(text));
    *response.status_mut() =
        StatusCode::from_u16(outgoing.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut set = |name: &'static str, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().insert(name, value);
        }
    };
    set(header::CONTENT_TYPE.as_str(), "application/json");
    set("request-id", &outgoing.request_id);
    set("stripe-version", version);
    if let Some(original) = &outgoing.replayed_from {
        set("idempotent-replayed", "true");
        set("original-request", original);
    }
    if let Some((name, value)) = outgoing.header.as_deref() {
        set(name, value);
    }
    response
}
