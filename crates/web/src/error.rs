//! Errors of the JSON API: one shape, one place.

use axum::http::{Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use engine::ports::StoreError;

/// An error for a developer. Internal causes are logged once and never shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ApiError {
    pub(crate) status: StatusCode,
    /// Stable, `snake_case`.
    pub(crate) code: &'static str,
    /// A sentence that says what is wrong and what to do.
    pub(crate) message: String,
    /// The field at fault.
    pub(crate) param: Option<String>,
    /// Seconds to wait.
    pub(crate) retry_after: Option<u64>,
}

impl ApiError {
    pub(crate) fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self { status, code, message: message.into(), param: None, retry_after: None }
    }

    pub(crate) fn bad_request(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, message)
    }

    /// A field with a wrong value; `expected` completes the sentence.
    pub(crate) fn invalid_field(param: &str, expected: &str) -> Self {
        Self::bad_request("invalid_field", format!("`{param}` {expected}.")).with_param(param)
    }

    pub(crate) fn with_param(mut self, param: &str) -> Self {
        self.param = Some(param.to_owned());
        self
    }

    pub(crate) fn too_many(retry_after: u64) -> Self {
        let message = format!("Too many requests. Wait {retry_after} s, then send it again.");
        let mut error = Self::new(StatusCode::TOO_MANY_REQUESTS, "rate_limited", message);
        error.retry_after = Some(retry_after);
        error
    }

    /// A panic or another fault of ours.
    pub(crate) fn internal() -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal",
            "Something failed on our side. Send it again; if it stays, tell the operator the request id.",
        )
    }

    pub(crate) fn overloaded() -> Self {
        let mut error = Self::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "overloaded",
            "The server has too much to do. Send it again in a second.",
        );
        error.retry_after = Some(1);
        error
    }

    /// The body; the layer that knows the request id writes it.
    pub(crate) fn body(&self, request_id: &str) -> String {
        let mut body = serde_json::json!({
            "error": self.message,
            "code": self.code,
            "request_id": request_id,
        });
        if let Some(param) = &self.param {
            body["param"] = serde_json::json!(param);
        }
        body.to_string()
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        tracing::error!(%error, "a request failed in the database");
        match error {
            StoreError::Overloaded(_) => Self::overloaded(),
            _ => Self::internal(),
        }
    }
}

impl IntoResponse for ApiError {
    /// The response has no body yet: `middleware::observe` adds it with the request id.
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Answers for paths that do not exist.
pub(crate) async fn not_found(method: Method, uri: Uri) -> ApiError {
    let message =
        format!("There is no `{method} {}`. The API is described at /v1/docs.", uri.path());
    ApiError::new(StatusCode::NOT_FOUND, "not_found", message)
}
