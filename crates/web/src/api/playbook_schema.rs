//! The JSON Schema of a playbook, for editors and for programs that write playbooks.

use std::sync::LazyLock;

use axum::http::header;
use axum::response::{IntoResponse, Response};

/// Made once: it depends on the program alone.
static SCHEMA: LazyLock<String> = LazyLock::new(|| domain::playbook::json_schema().to_string());

/// `GET /v1/schemas/playbook.json`
pub(super) async fn serve() -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/schema+json"),
        (header::CACHE_CONTROL, "public, max-age=3600"),
    ];
    (headers, SCHEMA.as_str()).into_response()
}
