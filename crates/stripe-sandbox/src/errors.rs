//! Stripe's error envelope.

use serde_json::{Value, json};
use stripe_schema::{Issue, IssueKind};

/// What every handler answers: the object (not yet expanded), or an error.
pub(crate) type Answer<T = Value> = Result<T, ApiError>;

/// One error, as Stripe would send it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ApiError {
    pub(crate) status: u16,
    pub(crate) kind: &'static str,
    pub(crate) code: Option<&'static str>,
    pub(crate) message: String,
    pub(crate) param: Option<String>,
    /// A header beside the usual ones.
    pub(crate) header: Option<Box<(&'static str, String)>>,
}

impl ApiError {
    /// 400: the request is at fault.
    pub(crate) fn invalid(message: impl Into<String>) -> Self {
        Self {
            status: 400,
            kind: "invalid_request_error",
            code: None,
            message: message.into(),
            param: None,
            header: None,
        }
    }

    /// 500 and its like: Stripe is at fault.
    pub(crate) fn api(status: u16, message: impl Into<String>) -> Self {
        Self { status, kind: "api_error", ..Self::invalid(message) }
    }

    pub(crate) fn code(self, code: &'static str) -> Self {
        Self { code: Some(code), ..self }
    }

    pub(crate) fn param(self, param: impl Into<String>) -> Self {
        Self { param: Some(param.into()), ..self }
    }

    pub(crate) fn status(self, status: u16) -> Self {
        Self { status, ..self }
    }

    pub(crate) fn header(self, name: &'static str, value: impl Into<String>) -> Self {
        Self { header: Some(Box::new((name, value.into()))), ..self }
    }

    /// 404: the object named in the path does not exist.
    pub(crate) fn no_such(what: &str, id: &str) -> Self {
        Self::invalid(format!("No such {what}: '{id}'"))
            .code("resource_missing")
            .param("id")
            .status(404)
    }

    /// 400: an object named by a parameter does not exist.
    pub(crate) fn no_such_param(what: &str, id: &str, param: impl Into<String>) -> Self {
        Self::invalid(format!("No such {what}: '{id}'")).code("resource_missing").param(param)
    }

    pub(crate) fn missing(param: &str) -> Self {
        Self::invalid(format!("Missing required param: {param}."))
            .code("parameter_missing")
            .param(param)
    }

    pub(crate) fn unrecognized_url(method: &str, path: &str) -> Self {
        Self::invalid(format!(
            "Unrecognized request URL ({method}: {path}). Please see https://stripe.com/docs or \
             we can help at https://support.stripe.com/."
        ))
        .status(404)
    }

    /// The body of the answer.
    pub(crate) fn body(&self) -> Value {
        let mut error = json!({ "type": self.kind, "message": self.message });
        if let Some(code) = self.code {
            error["code"] = json!(code);
            let page = code.replace('_', "-");
            error["doc_url"] = json!(format!("https://stripe.com/docs/error-codes/{page}"));
        }
        if let Some(param) = &self.param {
            error["param"] = json!(param);
        }
        json!({ "error": error })
    }
}

impl From<Issue> for ApiError {
    fn from(issue: Issue) -> Self {
        let param = issue.param;
        let error = match issue.kind {
            IssueKind::UnknownParameter => {
                Self::invalid(format!("Received unknown parameter: {param}"))
                    .code("parameter_unknown")
            }
            IssueKind::Missing => return Self::missing(&param),
            IssueKind::NotAnInteger(got) => {
                Self::invalid(format!("Invalid integer: {got}")).code("parameter_invalid_integer")
            }
            IssueKind::NotANumber(got) => Self::invalid(format!("Invalid decimal: {got}")),
            IssueKind::NotABoolean(got) => Self::invalid(format!("Invalid boolean: {got}")),
            IssueKind::NotAnObject => Self::invalid("Invalid object"),
            IssueKind::NotAnArray => Self::invalid("Invalid array"),
            IssueKind::NotAString => Self::invalid("Invalid string"),
            IssueKind::NotInEnum { allowed, .. } => Self::invalid(format!(
                "Invalid {param}: must be one of {}",
                allowed
                    .iter()
                    .filter(|value| !value.is_empty())
                    .cloned()
                    .collect::<Vec<_>>()
                    .join(", ")
            )),
            IssueKind::TooLong { max, .. } => {
                Self::invalid(format!("Invalid string: must be at most {max} characters"))
            }
            IssueKind::UnknownOperation | IssueKind::Malformed => {
                Self::invalid("The request parameters could not be read.")
            }
        };
        error.param(param)
    }
}
