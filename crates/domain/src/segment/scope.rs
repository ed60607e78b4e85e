//! One customer's facts and segments while rules are evaluated.

use std::cell::Cell;

use crate::session::AttributeValue;

use super::Expression;
use super::facts::Facts;
use super::program::Fault;
use super::value::Value;
use super::vocabulary::{AttributeType, Name};

/// What is known of a segment so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Memo {
    Unknown,
    InProgress,
    Known(bool),
    Failed,
}

/// Facts of one customer, with each segment evaluated at most once. Building one reads nothing.
#[derive(Debug)]
pub struct Scope<'a> {
    facts: &'a Facts,
    segments: &'a [Expression],
    memo: Box<[Cell<Memo>]>,
}

impl<'a> Scope<'a> {
    /// A scope over facts and the playbook's segments, in the order of the
    /// [`Vocabulary`](super::Vocabulary) that the rules were compiled with.
    #[must_use]
    pub fn new(facts: &'a Facts, segments: &'a [Expression]) -> Self {
        let memo = segments.iter().map(|_| Cell::new(Memo::Unknown)).collect();
        Self { facts, segments, memo }
    }

    /// The facts it was built from.
    #[must_use]
    pub fn facts(&self) -> &'a Facts {
        self.facts
    }

    /// Value of a name.
    pub(super) fn load<'p>(&'p self, name: &'p Name) -> Result<Value<'p>, Fault<'p>> {
        match name {
            Name::Fact(fact) => fact.value(self.facts).ok_or(Fault::Absent(name)),
            Name::DaysSince(kind) => {
                let days = self.facts.days_since_accepted_by_kind.get(&**kind);
                days.copied().map(Value::Int).ok_or(Fault::Absent(name))
            }
            Name::Attribute(attribute, declared) => {
                let value = self.facts.attributes.get(&**attribute);
                typed(value, *declared).ok_or(Fault::Absent(name))
            }
            Name::Segment { index, .. } => {
                self.segment(*index).map(Value::Bool).ok_or(Fault::Segment(name))
            }
        }
    }

    /// Whether the customer is in a segment; none when that cannot be evaluated.
    pub(crate) fn segment(&self, index: usize) -> Option<bool> {
        let (memo, segment) = (self.memo.get(index)?, self.segments.get(index)?);
        match memo.get() {
            Memo::Known(holds) => Some(holds),
            // A loop is refused before a playbook is published; here it only must end.
            Memo::InProgress | Memo::Failed => None,
            Memo::Unknown => {
                memo.set(Memo::InProgress);
                let holds = segment.program().holds(self).ok();
                memo.set(holds.map_or(Memo::Failed, Memo::Known));
                holds
            }
        }
    }
}

/// An attribute of the declared type; `null`, a number that is none, and every value of another
/// type count as absent.
fn typed(value: Option<&AttributeValue>, declared: AttributeType) -> Option<Value<'_>> {
    match (value?, declared) {
        (AttributeValue::Text(text), AttributeType::Text) => Some(Value::Text(text)),
        (AttributeValue::Number(number), AttributeType::Number) if !number.is_nan() => {
            Some(Value::Number(*number))
        }
        (AttributeValue::Bool(bool), AttributeType::Bool) => Some(Value::Bool(*bool)),
        _ => None,
    }
}
