//! Stripe's published OpenAPI document (`testdata/stripe`) as an oracle.
//!
//! * [`StripeSchema::validate_request`] and [`StripeSchema::read_request`] check a form-encoded
//!   request: unknown and missing parameters, types, enumerations, lengths.
//! * [`StripeSchema::validate_response`] (feature `answers`) checks an answer, expanded or not, and
//!   also reports fields the document does not know, which are typing errors in a sandbox.
//!
//! A call that is not in the cut is reported as an error rather than waved through.

#[cfg(feature = "answers")]
mod answers;
mod expandable;
pub mod form;
mod issue;
mod operation;
mod params;

use std::sync::OnceLock;

use operation::Operation;
use serde_json::Value;

pub use issue::{Issue, IssueKind};

/// The version of the API the document describes.
pub const API_VERSION: &str = "2026-08-26.dahlia";

/// The embedded document.
const DOCUMENT: &str = include_str!("../../../testdata/stripe/stripe-subset.json");

/// The version from which on `POST /v1/subscriptions/{id}/pause` exists.
pub const PAUSE_VERSION: &str = "2026-09-30.endive";

/// What that version changes, written by hand and not verified against Stripe's own document.
const UNVERIFIED: &str = include_str!("../../../testdata/stripe/unverified/2026-09-30.endive.json");

/// The document, read once per process.
pub struct StripeSchema {
    operations: Vec<Operation>,
    components: Value,
    #[cfg(feature = "answers")]
    validators: answers::Validators,
}

/// A request that agrees with the document.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// The path as the document writes it, for example `/v1/customers/{customer}`.
    pub template: String,
    /// The values of the template's variables, in order of appearance.
    pub path_params: Vec<String>,
    /// Query and body together, decoded to the types of the document. Always an object.
    pub params: Value,
}

impl StripeSchema {
    /// The document, parsed on first use and shared afterwards.
    pub fn load() -> &'static Self {
        static LOADED: OnceLock<StripeSchema> = OnceLock::new();
        LOADED.get_or_init(|| {
            #[expect(clippy::expect_used, reason = "the document is embedded, and tests read it")]
            let document = serde_json::from_str(DOCUMENT).expect("the embedded document is JSON");
            Self::of_document(document)
        })
    }

    /// The document for callers of this version of the API: [`Self::load`], and from
    /// [`PAUSE_VERSION`] on with the unverified patch of `testdata/stripe/unverified`.
    pub fn of_version(version: &str) -> &'static Self {
        static PATCHED: OnceLock<StripeSchema> = OnceLock::new();
        if !Self::can_pause(version) {
            return Self::load();
        }
        PATCHED.get_or_init(|| {
            #[expect(clippy::expect_used, reason = "both are embedded, and tests read them")]
            let (mut document, patch) = (
                serde_json::from_str(DOCUMENT).expect("the embedded document is JSON"),
                serde_json::from_str(UNVERIFIED).expect("the embedded patch is JSON"),
            );
            merge(&mut document, &patch);
            Self::of_document(document)
        })
    }

    /// Whether a version of the API is [`PAUSE_VERSION`] or later.
    pub fn can_pause(version: &str) -> bool {
        date_of(version) >= date_of(PAUSE_VERSION)
    }

    fn of_document(mut document: Value) -> Self {
        let components = document["components"]["schemas"].take();
        Self {
            operations: operation::read_all(&document["paths"]),
            #[cfg(feature = "answers")]
            validators: answers::Validators::new(&components),
            components,
        }
    }

    /// Whether the document has this path under any method.
    pub fn knows_path(&self, path: &str) -> bool {
        operation::find_path(&self.operations, path)
    }

    /// Checks a request and names every fault in it.
    ///
    /// `query` and `body` are form-encoded pairs (`a[b][]=c&d=e`), either may be empty.
    pub fn validate_request(
        &self,
        method: &str,
        path: &str,
        query: &str,
        body: &str,
    ) -> Result<(), Vec<String>> {
        match self.read_request(method, path, query, body) {
            Ok(_) => Ok(()),
            Err(issues) => Err(issues.into_iter().map(|issue| issue.to_string()).collect()),
        }
    }

    /// Checks a request and decodes it to the types of the document.
    pub fn read_request(
        &self,
        method: &str,
        path: &str,
        query: &str,
        body: &str,
    ) -> Result<Request, Vec<Issue>> {
        let Some((operation, path_params)) = operation::find(&self.operations, method, path) else {
            return Err(vec![Issue::new(IssueKind::UnknownOperation, format!("{method} {path}"))]);
        };
        let tree = form::decode(&[query, body]).map_err(|issue| vec![issue])?;
        let (params, issues) = params::read(&operation.params, &tree);
        if !issues.is_empty() {
            return Err(issues);
        }
        Ok(Request { template: operation.template.clone(), path_params, params })
    }

    /// Checks an answer and names every fault in it, with its place as a JSON pointer.
    ///
    /// Any status other than 2xx is checked against the error envelope.
    #[cfg(feature = "answers")]
    pub fn validate_response(
        &self,
        method: &str,
        path: &str,
        status: u16,
        answer: &Value,
    ) -> Result<(), Vec<String>> {
        let Some((operation, _)) = operation::find(&self.operations, method, path) else {
            return Err(vec![format!("the document has no operation {method} {path}")]);
        };
        self.validators.check_answer(operation, status, answer)
    }

    /// Checks an object by the name of its schema, for example an event's `data.object`.
    #[cfg(feature = "answers")]
    pub fn validate_object(&self, schema: &str, object: &Value) -> Result<(), Vec<String>> {
        if self.components.get(schema).is_none() {
            return Err(vec![format!("the document has no schema {schema}")]);
        }
        self.validators.check_schema(schema, object)
    }

    /// Whether `expand[]` of this operation may name `path`, for example `data.customer`.
    pub fn can_expand(&self, method: &str, request_path: &str, path: &str) -> bool {
        operation::find(&self.operations, method, request_path).is_some_and(|(operation, _)| {
            expandable::can_expand(&self.components, &operation.answer, path)
        })
    }
}

/// The date of a version such as `2026-08-26.dahlia`; dates in this form sort as texts.
fn date_of(version: &str) -> &str {
    version.split('.').next().unwrap_or_default()
}

/// Applies a JSON merge patch (RFC 7396).
fn merge(document: &mut Value, patch: &Value) {
    let Some(patch) = patch.as_object() else {
        *document = patch.clone();
        return;
    };
    if !document.is_object() {
        *document = Value::Object(serde_json::Map::new());
    }
    for (name, change) in patch {
        if change.is_null() {
            if let Some(fields) = document.as_object_mut() {
                fields.remove(name);
            }
        } else {
            merge(&mut document[name.as_str()], change);
        }
    }
}
