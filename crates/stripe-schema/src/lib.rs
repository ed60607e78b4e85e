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
            let mut document: Value =
                serde_json::from_str(DOCUMENT).expect("the embedded document is JSON");
            let components = document["components"]["schemas"].take();
            Self {
                operations: operation::read_all(&document["paths"]),
                #[cfg(feature = "answers")]
                validators: answers::Validators::new(&components),
                components,
            }
        })
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
