//! The names a rule may use: facts, declared attributes, segments.

use std::collections::BTreeMap;

use cel::common::ast::{Expr, IdedExpr, LiteralValue, operators};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::catalog::{self, DAYS_SINCE_KINDS, Domain, FACTS, FactDoc, FactType};
use super::error::ExpressionError;
use super::parse::{PRESENCE, Parsed};

/// Type a brand declares for an attribute of its sessions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AttributeType {
    /// A text.
    Text,
    /// A number.
    Number,
    /// `true` or `false`.
    Bool,
}

impl AttributeType {
    fn kind(self) -> FactType {
        match self {
            Self::Text => FactType::Text,
            Self::Number => FactType::Number,
            Self::Bool => FactType::Bool,
        }
    }
}

/// What the rules of one playbook may name, besides the facts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Vocabulary {
    attributes: BTreeMap<String, AttributeType>,
    segments: Vec<String>,
    values: BTreeMap<String, Vec<String>>,
}

impl Vocabulary {
    /// A vocabulary of declared attributes and of segments, in the order in which their
    /// expressions are later given to [`Scope::new`](super::Scope::new).
    #[must_use]
    pub fn new(attributes: BTreeMap<String, AttributeType>, segments: Vec<String>) -> Self {
        Self { attributes, segments, values: BTreeMap::new() }
    }

    /// Tells all values that a text, such as `reason` or `attributes.tier`, can have, so that a
    /// comparison with another is found to be never true.
    #[must_use]
    pub fn with_values(mut self, name: &str, values: Vec<String>) -> Self {
        self.values.insert(name.to_owned(), values);
        self
    }

    /// All values a text can have, where they were told.
    pub(super) fn values(&self, name: &str) -> Option<&[String]> {
        self.values.get(name).map(Vec::as_slice)
    }
}

/// A name of a rule, resolved.
#[derive(Debug, Clone)]
pub(super) enum Name {
    Fact(&'static FactDoc),
    DaysSince(Box<str>),
    Attribute(Box<str>, AttributeType),
    Segment { id: Box<str>, index: usize },
}

impl Name {
    /// The name as a rule writes it.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Fact(fact) => fact.name.to_owned(),
            Self::DaysSince(kind) => format!("days_since.{kind}"),
            Self::Attribute(name, _) => format!("attributes.{name}"),
            Self::Segment { id, .. } => format!("in_segment.{id}"),
        }
    }

    pub(super) fn kind(&self) -> FactType {
        match self {
            Self::Fact(fact) => fact.kind,
            Self::DaysSince(_) => FactType::Int,
            Self::Attribute(_, declared) => declared.kind(),
            Self::Segment { .. } => FactType::Bool,
        }
    }

    pub(super) fn is_optional(&self) -> bool {
        match self {
            Self::Fact(fact) => fact.is_optional,
            Self::DaysSince(_) | Self::Attribute(..) => true,
            Self::Segment { .. } => false,
        }
    }

    pub(super) fn domain(&self) -> Domain {
        match self {
            Self::Fact(fact) => fact.domain,
            Self::DaysSince(_) => Domain::Range(0, i64::MAX),
            Self::Attribute(..) | Self::Segment { .. } => Domain::Any,
        }
    }
}

/// Reads an expression as a name. `Ok(None)` when it is something else.
///
/// # Errors
/// The name is not in the vocabulary.
pub(super) fn resolve(
    expr: &IdedExpr,
    parsed: &Parsed,
    vocabulary: &Vocabulary,
) -> Result<Option<Name>, ExpressionError> {
    let offset = match &expr.expr {
        // Not the `has`, but what it asks for.
        Expr::Select(select) if select.test => parsed.begin(&select.operand),
        _ => parsed.begin(expr),
    };
    match &expr.expr {
        Expr::Ident(name) => fact(name, offset, vocabulary).map(Some),
        Expr::Select(select) => match &select.operand.expr {
            Expr::Ident(root) => member(root, &select.field, offset, vocabulary).map(Some),
            _ => Err(ExpressionError::at(
                offset,
                "facts have at most one dot, as in `attributes.name` or `days_since.discount`",
            )),
        },
        Expr::Call(call) if call.func_name == operators::INDEX => match call.args.as_slice() {
            [root, field] => match (&root.expr, &field.expr) {
                (Expr::Ident(root), Expr::Literal(LiteralValue::String(field))) => {
                    member(root, field.inner(), offset, vocabulary).map(Some)
                }
                _ => Err(ExpressionError::at(
                    offset,
                    "only `attributes[\"name\"]` is understood: a map and a quoted name",
                )),
            },
            _ => Ok(None),
        },
        _ => Ok(None),
    }
}

fn fact(name: &str, offset: usize, vocabulary: &Vocabulary) -> Result<Name, ExpressionError> {
    if let Some(index) = catalog::find(name) {
        return Ok(Name::Fact(&FACTS[index]));
    }
    let message = match name {
        "attributes" => "name the attribute: `attributes.<name>`".to_owned(),
        "days_since" => "name the kind of offer: `days_since.<kind>`".to_owned(),
        "in_segment" => "name the segment: `in_segment.<id>`".to_owned(),
        _ => {
            let advice =
                suggest(name, FACTS.iter().map(|fact| fact.name), "").unwrap_or_else(|| {
                    if vocabulary.attributes.contains_key(name) {
                        format!("write `attributes.{name}`")
                    } else if vocabulary.segments.iter().any(|id| id == name) {
                        format!("write `in_segment.{name}`")
                    } else {
                        "see the list of facts".to_owned()
                    }
                });
            format!("`{name}` is not a fact; {advice}")
        }
    };
    Err(ExpressionError::at(offset, message))
}

fn member(
    root: &str,
    field: &str,
    offset: usize,
    vocabulary: &Vocabulary,
) -> Result<Name, ExpressionError> {
    let fail = |message: String| Err(ExpressionError::at(offset, message));
    match root {
        PRESENCE => fact(field, offset, vocabulary),
        "attributes" => match vocabulary.attributes.get_key_value(field) {
            Some((name, declared)) => Ok(Name::Attribute(name.as_str().into(), *declared)),
            None => {
                let names = vocabulary.attributes.keys().map(String::as_str);
                let advice = suggest(field, names, "attributes.")
                    .unwrap_or_else(|| "declare it with its type".to_owned());
                fail(format!("the attribute `{field}` is not declared; {advice}"))
            }
        },
        "days_since" if DAYS_SINCE_KINDS.contains(&field) => Ok(Name::DaysSince(field.into())),
        "days_since" => {
            let advice = suggest(field, DAYS_SINCE_KINDS.iter().copied(), "days_since.")
                .unwrap_or_else(|| format!("kinds are {}", DAYS_SINCE_KINDS.join(", ")));
            fail(format!("`{field}` is not a kind of offer; {advice}"))
        }
        "in_segment" => match vocabulary.segments.iter().position(|id| id == field) {
            Some(index) => Ok(Name::Segment { id: field.into(), index }),
            None => {
                let names = vocabulary.segments.iter().map(String::as_str);
                let advice = suggest(field, names, "in_segment.")
                    .unwrap_or_else(|| "define it first".to_owned());
                fail(format!("there is no segment `{field}`; {advice}"))
            }
        },
        _ => {
            fact(root, offset, vocabulary)?;
            fail(format!("`{root}` is a single value and has no `.{field}`"))
        }
    }
}

/// "did you mean …", with the nearest of the names: a typing error, or a name it begins.
fn suggest<'a>(wrong: &str, names: impl Iterator<Item = &'a str>, prefix: &str) -> Option<String> {
    let limit = 1 + wrong.len() / 4;
    let lower = wrong.to_lowercase();
    let rank = |name: &str| {
        if lower.len() >= 3 && name.starts_with(&lower) { 1 } else { distance(&lower, name) }
    };
    let (best, nearest) = names.map(|name| (rank(name), name)).min()?;
    (best <= limit).then(|| format!("did you mean `{prefix}{nearest}`?"))
}

/// Edits between two texts: characters inserted, removed or replaced.
pub(crate) fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        row[0] = left;
        for (j, to) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            left = replaced.min(left + 1).min(diagonal + 1);
            row[j + 1] = left;
        }
    }
    row[b.len()]
}
