//! A read-only view for tests: objects, events, and every request served.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use crate::state::{Account, kind};
use crate::values::text;

/// One request as it arrived, and what became of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RequestRecord {
    /// `req_…`, as in the `Request-Id` header.
    pub id: String,
    /// The sandbox's time of arrival, Unix seconds.
    pub at: i64,
    /// Upper-case method.
    pub method: String,
    /// Path without the query.
    pub path: String,
    /// Query as sent.
    pub query: String,
    /// Form body as sent.
    pub body: String,
    /// `Idempotency-Key` as sent.
    pub idempotency_key: Option<String>,
    /// `Stripe-Version` as sent, or the sandbox's own.
    pub api_version: String,
    /// `Stripe-Account` as sent.
    pub account: Option<String>,
    /// Status decided for the request; `None` while it is held. A fault may have kept it from
    /// reaching the caller.
    pub status: Option<u16>,
    /// Whether a handler ran to a successful end, so the request had its effect (or read its
    /// object). A replay and a refusal have none.
    pub executed: bool,
    /// Whether the answer was a stored one.
    pub replayed: bool,
    /// The fault that met it, in the words of the control endpoint.
    pub fault: Option<Value>,
}

/// A copy of one account's state.
#[derive(Debug, Clone, Serialize)]
pub struct Snapshot {
    /// The sandbox's time, Unix seconds.
    pub now: i64,
    /// Every object but events, by id, not expanded.
    pub objects: BTreeMap<String, Value>,
    /// Events, oldest first.
    pub events: Vec<Value>,
    /// Requests to every account, in order of arrival.
    pub requests: Vec<RequestRecord>,
    /// Deliveries to webhook endpoints that have not succeeded yet.
    pub pending_deliveries: usize,
}

impl Snapshot {
    pub(crate) fn of(
        account: Option<&Account>,
        now: i64,
        requests: &[RequestRecord],
        pending_deliveries: usize,
    ) -> Self {
        let (mut objects, mut events) = (BTreeMap::new(), Vec::new());
        for object in account.into_iter().flat_map(Account::all) {
            if object["object"] == kind::EVENT {
                events.push(object.clone());
            } else {
                objects.insert(text(object, "id").to_owned(), object.clone());
            }
        }
        Self { now, objects, events, requests: requests.to_vec(), pending_deliveries }
    }

    /// The object with this id, or null.
    pub fn object(&self, id: &str) -> &Value {
        self.objects.get(id).unwrap_or(&Value::Null)
    }

    /// Events of a type, oldest first.
    pub fn events_of(&self, kind: &str) -> Vec<&Value> {
        self.events.iter().filter(|event| event["type"] == kind).collect()
    }

    /// Requests with this method to paths that begin so.
    pub fn requests_to(&self, method: &str, path_prefix: &str) -> Vec<&RequestRecord> {
        self.requests
            .iter()
            .filter(|request| request.method == method && request.path.starts_with(path_prefix))
            .collect()
    }
}
