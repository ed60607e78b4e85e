//! What can be wrong with a rule, when it is compiled and when it is evaluated.

use serde::Serialize;

/// A rule that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{message}")]
pub struct ExpressionError {
    /// What is wrong and what to do.
    pub message: String,
    /// Where in the source, in bytes from its beginning; none when it is about the whole.
    pub offset: Option<usize>,
}

impl ExpressionError {
    pub(super) fn at(offset: usize, message: impl Into<String>) -> Self {
        Self { message: message.into(), offset: Some(offset) }
    }

    pub(super) fn whole(message: impl Into<String>) -> Self {
        Self { message: message.into(), offset: None }
    }
}

/// What is odd about a rule that can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// No customer can make it true.
    NeverTrue,
    /// No customer can make it false.
    AlwaysTrue,
}

/// Something odd in a rule: it compiles, but it, or a part of it, decides nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What.
    pub kind: FindingKind,
    /// What it means and what to do.
    pub message: String,
    /// Where the part begins, in bytes from the beginning of the source.
    pub offset: usize,
    /// It is about the whole rule, not a part of it.
    pub is_whole: bool,
}

/// Why a rule could not be evaluated for a customer; the caller treats it as "not eligible".
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EvalError {
    /// A fact it needs is unknown for this customer, or an attribute has another type than declared.
    #[error("`{0}` is unknown for this customer")]
    Absent(String),
    /// A calculation left the range of 64-bit whole numbers.
    #[error("a calculation is out of range")]
    Overflow,
    /// A division by zero.
    #[error("a division by zero")]
    DivisionByZero,
    /// Numbers that have no order.
    #[error("a calculation gave no number")]
    NotANumber,
    /// A segment it reads could not be evaluated itself.
    #[error("the segment `{0}` cannot be evaluated for this customer")]
    Segment(String),
}
