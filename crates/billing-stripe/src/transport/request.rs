//! What is to be sent.

use crate::form::Form;

/// One request, the same at every attempt.
#[derive(Debug)]
pub(crate) struct Request {
    /// Name of the call in metrics and logs.
    pub(crate) call: &'static str,
    /// Path with its ids, from the slash after the host.
    pub(crate) path: String,
    /// Query of a GET, body of a POST.
    pub(crate) form: Form,
    /// Idempotency key; makes the request a POST.
    pub(crate) idempotency_key: Option<String>,
}

impl Request {
    /// Reads.
    pub(crate) fn get(call: &'static str, path: impl Into<String>, query: Form) -> Self {
        Self { call, path: path.into(), form: query, idempotency_key: None }
    }

    /// Writes; Stripe carries the same key out once.
    pub(crate) fn post(
        call: &'static str,
        path: impl Into<String>,
        body: Form,
        idempotency_key: impl Into<String>,
    ) -> Self {
        Self { call, path: path.into(), form: body, idempotency_key: Some(idempotency_key.into()) }
    }
}
