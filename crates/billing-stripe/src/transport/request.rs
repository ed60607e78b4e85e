//! What is to be sent.

use crate::API_VERSION;
use crate::form::Form;

/// How it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Method {
    /// Reads.
    Get,
    /// Writes under an idempotency key: Stripe carries the same key out once.
    Post(String),
    /// Removes; Stripe ignores keys, and a second time finds nothing.
    Delete,
}

/// One request, the same at every attempt.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    /// Name of the call in metrics and logs.
    pub(crate) call: &'static str,
    /// Path with its ids, from the slash after the host.
    pub(crate) path: String,
    /// Body of a POST, query of the others.
    pub(crate) form: Form,
    pub(super) method: Method,
    /// The version of the API it is written for.
    pub(super) version: &'static str,
}

impl Request {
    fn new(call: &'static str, path: impl Into<String>, form: Form, method: Method) -> Self {
        Self { call, path: path.into(), form, method, version: API_VERSION }
    }

    /// Reads.
    pub(crate) fn get(call: &'static str, path: impl Into<String>, query: Form) -> Self {
        Self::new(call, path, query, Method::Get)
    }

    /// Writes.
    pub(crate) fn post(
        call: &'static str,
        path: impl Into<String>,
        body: Form,
        idempotency_key: impl Into<String>,
    ) -> Self {
        Self::new(call, path, body, Method::Post(idempotency_key.into()))
    }

    /// Removes.
    pub(crate) fn delete(call: &'static str, path: impl Into<String>, query: Form) -> Self {
        Self::new(call, path, query, Method::Delete)
    }

    /// The same in words of another version.
    #[must_use]
    pub(crate) fn in_version(self, version: &'static str) -> Self {
        Self { version, ..self }
    }
}
