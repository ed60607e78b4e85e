//! Values of a rule while it is evaluated: small, and borrowed from the facts.

use std::cmp::Ordering;

/// A value; texts borrow from the facts or from the rule.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Value<'a> {
    Text(&'a str),
    Int(i64),
    Number(f64),
    Bool(bool),
}

impl Value<'_> {
    /// Order of two values; none when there is none (other types, or not a number). A whole
    /// number and a number compare as numbers, as the language has it.
    pub(super) fn order(self, other: Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Text(a), Self::Text(b)) => Some(a.cmp(b)),
            (Self::Int(a), Self::Int(b)) => Some(a.cmp(&b)),
            (Self::Number(a), Self::Number(b)) => a.partial_cmp(&b),
            (Self::Int(a), Self::Number(b)) => as_number(a).partial_cmp(&b),
            (Self::Number(a), Self::Int(b)) => a.partial_cmp(&as_number(b)),
            (Self::Bool(a), Self::Bool(b)) => Some(a.cmp(&b)),
            _ => None,
        }
    }

    /// Whether two values are equal; not a number equals nothing.
    pub(super) fn equals(self, other: Self) -> bool {
        match (self, other) {
            (Self::Text(a), Self::Text(b)) => a == b,
            _ => self.order(other) == Some(Ordering::Equal),
        }
    }
}

/// The nearest number: whole numbers above 2^53 lose their last digits, as in the language.
#[expect(clippy::cast_precision_loss, reason = "the language compares the two types this way")]
pub(super) fn as_number(int: i64) -> f64 {
    int as f64
}
