//! The table of facts: one row is the documentation, the type, the possible values and the reader.

use serde::Serialize;

use super::facts::Facts;
use super::value::Value;
use crate::offer::OfferKind;

mod table;

pub use table::FACTS;

/// Type of a fact or attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FactType {
    /// A text.
    Text,
    /// A whole number.
    Int,
    /// A number with decimals; attributes alone.
    Number,
    /// `true` or `false`.
    Bool,
}

impl FactType {
    /// The type in words, for messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Int => "whole number",
            Self::Number => "number",
            Self::Bool => "true or false",
        }
    }
}

/// Form every value of a text fact has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// Two upper-case letters.
    Country,
    /// A country, a dash, and one to three upper-case letters or digits.
    Region,
    /// Three lower-case letters.
    Currency,
}

impl Shape {
    /// Whether a text has the form.
    #[must_use]
    pub fn fits(self, text: &str) -> bool {
        let all = |part: &str, test: fn(&u8) -> bool| part.as_bytes().iter().all(test);
        match self {
            Self::Country => text.len() == 2 && all(text, u8::is_ascii_uppercase),
            Self::Currency => text.len() == 3 && all(text, u8::is_ascii_lowercase),
            Self::Region => text.split_once('-').is_some_and(|(country, rest)| {
                Self::Country.fits(country)
                    && (1..=3).contains(&rest.len())
                    && all(rest, |b| b.is_ascii_uppercase() || b.is_ascii_digit())
            }),
        }
    }

    /// The form in words, for messages.
    #[must_use]
    pub fn expected(self) -> &'static str {
        match self {
            Self::Country => "two capital letters, such as `CA`",
            Self::Region => "a country and a subdivision, such as `US-CA`",
            Self::Currency => "three small letters, such as `usd`",
        }
    }
}

/// Which values a fact can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Domain {
    /// Every value of its type.
    Any,
    /// One of these words.
    Words(&'static [&'static str]),
    /// From the first to the second number, both included.
    Range(i64, i64),
    /// A text of this form.
    Shape(Shape),
}

/// One fact: its documentation, and how it is read.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct FactDoc {
    /// Name in expressions.
    pub name: &'static str,
    /// Its type.
    #[serde(rename = "type")]
    pub kind: FactType,
    /// Unit of a number; empty for others.
    pub unit: &'static str,
    /// It may be absent: ask `has(name)` first.
    pub is_optional: bool,
    /// Its possible values.
    pub domain: Domain,
    /// What it means.
    pub doc: &'static str,
    /// An expression that reads it.
    pub example: &'static str,
    #[serde(skip)]
    read: Read,
}

/// How a fact is read; its type follows from this.
#[derive(Debug, Clone, Copy)]
enum Read {
    Text(fn(&Facts) -> &str),
    OptionalText(fn(&Facts) -> Option<&str>),
    Int(fn(&Facts) -> i64),
    OptionalInt(fn(&Facts) -> Option<i64>),
    Bool(fn(&Facts) -> bool),
}

const fn fact(name: &'static str, read: Read) -> FactDoc {
    let kind = match read {
        Read::Text(_) | Read::OptionalText(_) => FactType::Text,
        Read::Int(_) | Read::OptionalInt(_) => FactType::Int,
        Read::Bool(_) => FactType::Bool,
    };
    let is_optional = matches!(read, Read::OptionalText(_) | Read::OptionalInt(_));
    FactDoc { name, kind, unit: "", is_optional, domain: Domain::Any, doc: "", example: "", read }
}

impl FactDoc {
    const fn unit(self, unit: &'static str) -> Self {
        Self { unit, ..self }
    }

    const fn domain(self, domain: Domain) -> Self {
        Self { domain, ..self }
    }

    const fn doc(self, doc: &'static str) -> Self {
        Self { doc, ..self }
    }

    const fn example(self, example: &'static str) -> Self {
        Self { example, ..self }
    }

    /// The value for one customer; none when it is absent.
    pub(super) fn value<'a>(&self, facts: &'a Facts) -> Option<Value<'a>> {
        match self.read {
            Read::Text(read) => Some(Value::Text(read(facts))),
            Read::OptionalText(read) => read(facts).map(Value::Text),
            Read::Int(read) => Some(Value::Int(read(facts))),
            Read::OptionalInt(read) => read(facts).map(Value::Int),
            Read::Bool(read) => Some(Value::Bool(read(facts))),
        }
    }
}

/// Kinds of offers that can be asked for as `days_since.<kind>`: whole days since an offer of that
/// kind was accepted, absent when none ever was.
pub const DAYS_SINCE_KINDS: &[&str] = &OfferKind::WORDS;

/// Place of a fact in [`FACTS`].
pub(super) fn find(name: &str) -> Option<usize> {
    FACTS.iter().position(|fact| fact.name == name)
}
