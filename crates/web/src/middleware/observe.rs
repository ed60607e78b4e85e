//! One layer for what every request needs: an id, a time limit, a barrier against panics, common
//! headers, a metric, and a log line for errors, slow answers and a sample.
//!
//! It is one layer because each further layer costs microseconds on the path that makes sessions.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures_util::FutureExt;

use crate::app::{App, REQUEST_TIMEOUT};
use crate::error::ApiError;

/// Name of the header that carries the request id.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
/// Answers slower than this are logged.
const SLOW: Duration = Duration::from_millis(500);
/// One of so many good answers is logged.
const SAMPLE: u8 = 255;

/// Runs a request with everything around it.
pub(crate) async fn observe(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let mut random = [0_u8; 9];
    app.engine.rng().fill(&mut random);
    let id = request_id(&random);
    let method = request.method().clone();
    let path = request.extensions().get::<MatchedPath>().cloned();
    let start = tokio::time::Instant::now();
    let run = std::panic::AssertUnwindSafe(next.run(request)).catch_unwind();
    let response = match tokio::time::timeout(REQUEST_TIMEOUT, run).await {
        Ok(Ok(response)) => response,
        Ok(Err(_panic)) => ApiError::internal().into_response(),
        Err(_elapsed) => ApiError::overloaded().into_response(),
    };
    let response = finish(response, &id, app.options.is_https);
    let took = start.elapsed();
    let path = path.as_ref().map_or("unmatched", MatchedPath::as_str);
    app.requests.record(&method, path, response.status(), took);
    log(&id, &method, path, response.status(), took, random[8] == SAMPLE);
    response
}

/// `req_` and 16 hexadecimal digits.
fn request_id(random: &[u8; 9]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut id = String::with_capacity(20);
    id.push_str("req_");
    for byte in &random[..8] {
        id.push(char::from(DIGITS[usize::from(byte >> 4)]));
        id.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    id
}

fn finish(response: Response, id: &str, is_https: bool) -> Response {
    let mut response = match response.extensions().get::<ApiError>() {
        Some(error) => {
            let error = error.clone();
            with_error_body(response, &error, id)
        }
        None if is_bare_rejection(&response) => {
            let error = rejection(response.status());
            with_error_body(response, &error, id)
        }
        None => response,
    };
    let headers = response.headers_mut();
    if let Ok(value) = HeaderValue::from_str(id) {
        headers.insert(REQUEST_ID, value);
    }
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if is_https {
        let year = HeaderValue::from_static("max-age=31536000");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, year);
    }
    response
}

/// Extractors of the framework answer in plain text; the API answers in one shape.
fn is_bare_rejection(response: &Response) -> bool {
    let status = response.status();
    status == StatusCode::METHOD_NOT_ALLOWED
        || status.is_client_error()
            && response
                .headers()
                .get(header::CONTENT_TYPE)
                .is_some_and(|kind| kind.as_bytes().starts_with(b"text/plain"))
}

fn rejection(status: StatusCode) -> ApiError {
    if status == StatusCode::PAYLOAD_TOO_LARGE {
        return ApiError::new(status, "body_too_large", "The body is larger than 64 KiB.");
    }
    if status == StatusCode::METHOD_NOT_ALLOWED {
        let message = "This path does not take this method; see the header `Allow` and /v1/docs.";
        return ApiError::new(status, "method_not_allowed", message);
    }
    ApiError::new(status, "invalid_request", "The request could not be read.")
}

fn with_error_body(mut response: Response, error: &ApiError, id: &str) -> Response {
    let kind = HeaderValue::from_static("application/json");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response.headers_mut().remove(header::CONTENT_LENGTH);
    if let Some(seconds) = error.retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    *response.body_mut() = Body::from(error.body(id));
    response
}

/// The path is the route's pattern: sessions and bearers never reach the log.
fn log(
    id: &str,
    method: &axum::http::Method,
    path: &str,
    status: StatusCode,
    took: Duration,
    is_sample: bool,
) {
    let status = status.as_u16();
    let duration_ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    if status >= 500 {
        tracing::error!(request.id = id, %method, path, status, duration_ms, "a request failed");
    } else if took > SLOW {
        tracing::warn!(request.id = id, %method, path, status, duration_ms, "a request was slow");
    } else if is_sample {
        tracing::info!(request.id = id, %method, path, status, duration_ms, "a request, one of 256");
    }
}
