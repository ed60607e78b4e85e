//! What can be wrong with a request.

use std::fmt;

/// One fault of a request, at one parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// The kind of fault.
    pub kind: IssueKind,
    /// The parameter as it is written on the wire, for example `items[0][price]`.
    pub param: String,
}

/// The kinds of fault, with what a message about them needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IssueKind {
    /// The document has no such method and path.
    UnknownOperation,
    /// The body or query is not form-encoded text, or one name is both a value and a group.
    Malformed,
    /// No such parameter.
    UnknownParameter,
    /// A required parameter is missing.
    Missing,
    /// Not an integer; carries what was sent.
    NotAnInteger(String),
    /// Not a number; carries what was sent.
    NotANumber(String),
    /// Not `true` or `false`; carries what was sent.
    NotABoolean(String),
    /// A single value where a group of parameters is expected.
    NotAnObject,
    /// A single value where a list is expected.
    NotAnArray,
    /// A group of parameters where a single value is expected.
    NotAString,
    /// Not one of the allowed values.
    NotInEnum {
        /// What was sent.
        got: String,
        /// What is allowed.
        allowed: Vec<String>,
    },
    /// Longer than allowed.
    TooLong {
        /// The length in characters of what was sent.
        got: usize,
        /// The longest allowed.
        max: usize,
    },
}

impl Issue {
    pub(crate) fn new(kind: IssueKind, param: impl Into<String>) -> Self {
        Self { kind, param: param.into() }
    }
}

impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let param = &self.param;
        match &self.kind {
            IssueKind::UnknownOperation => write!(f, "the document has no operation {param}"),
            IssueKind::Malformed => write!(f, "{param}: not readable as form parameters"),
            IssueKind::UnknownParameter => write!(f, "{param}: unknown parameter"),
            IssueKind::Missing => write!(f, "{param}: required and missing"),
            IssueKind::NotAnInteger(got) => write!(f, "{param}: {got:?} is not an integer"),
            IssueKind::NotANumber(got) => write!(f, "{param}: {got:?} is not a number"),
            IssueKind::NotABoolean(got) => write!(f, "{param}: {got:?} is not true or false"),
            IssueKind::NotAnObject => write!(f, "{param}: a group of parameters is expected"),
            IssueKind::NotAnArray => write!(f, "{param}: a list is expected"),
            IssueKind::NotAString => write!(f, "{param}: a single value is expected"),
            IssueKind::NotInEnum { got, allowed } => {
                write!(f, "{param}: {got:?} is not one of {}", allowed.join(", "))
            }
            IssueKind::TooLong { got, max } => {
                write!(f, "{param}: {got} characters, at most {max} are allowed")
            }
        }
    }
}
