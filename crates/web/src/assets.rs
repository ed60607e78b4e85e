//! The SDK's files, built before this program and held inside it.

use std::sync::Arc;

use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

use crate::app::App;
use crate::error::ApiError;

mod embedded {
    include!(concat!(env!("OUT_DIR"), "/assets.rs"));
}

pub use embedded::SDK_VERSION;

/// Text of the retention view's script.
pub(crate) const VIEW_SCRIPT: &str = embedded::VIEW_SCRIPT;

/// A versioned file never changes.
const FOREVER: &str = "public, max-age=31536000, immutable";
/// The unversioned file is asked for again after a short while.
const SHORT: &str = "public, max-age=300";

pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/sdk/renumerate.js", get(latest))
        .route("/sdk/renumerate.json", get(description))
        .route("/sdk/{version}/renumerate.js", get(versioned))
        .route("/sdk/{file}", get(package))
}

async fn latest() -> Response {
    script(SHORT)
}

/// What a page needs to load the versioned script with Subresource Integrity.
async fn description() -> Response {
    let digest = Sha384::digest(embedded::SDK_SCRIPT);
    let description = serde_json::json!({
        "version": SDK_VERSION,
        "script": format!("/sdk/{SDK_VERSION}/renumerate.js"),
        "integrity": format!("sha384-{}", STANDARD.encode(digest)),
        "package": format!("/sdk/renumerate-js-{SDK_VERSION}.tgz"),
    });
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/json")),
        (header::CACHE_CONTROL, HeaderValue::from_static(SHORT)),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*")),
    ];
    (headers, description.to_string()).into_response()
}

async fn versioned(Path(version): Path<String>) -> Result<Response, ApiError> {
    if version == SDK_VERSION { Ok(script(FOREVER)) } else { Err(no_such_file()) }
}

/// `npm i https://host/sdk/renumerate-js-<version>.tgz`.
async fn package(Path(file): Path<String>) -> Result<Response, ApiError> {
    if file != format!("renumerate-js-{SDK_VERSION}.tgz") {
        return Err(no_such_file());
    }
    Ok(file_response(embedded::PACKAGE, "application/gzip", FOREVER))
}

fn script(cache: &'static str) -> Response {
    file_response(embedded::SDK_SCRIPT, "text/javascript; charset=utf-8", cache)
}

fn file_response(bytes: &'static [u8], kind: &'static str, cache: &'static str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CACHE_CONTROL, HeaderValue::from_static(cache)),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*")),
        (
            header::HeaderName::from_static("cross-origin-resource-policy"),
            HeaderValue::from_static("cross-origin"),
        ),
    ];
    (headers, bytes).into_response()
}

fn no_such_file() -> ApiError {
    let message =
        format!("There is no such file. This server holds /sdk/{SDK_VERSION}/renumerate.js.");
    ApiError::new(StatusCode::NOT_FOUND, "not_found", message)
}
