//! Sets of values of one name: finite or co-finite sets of texts, unions of ranges of numbers.

use std::collections::BTreeSet;

use crate::segment::catalog::{Domain, FactType};
use crate::segment::program::{Comparison, Literal};

/// Values one name may still have.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Set {
    /// These texts, or all texts but these.
    Texts { words: BTreeSet<String>, is_complement: bool },
    /// Ranges of numbers, both ends included, ascending and apart. Whole numbers stand for
    /// themselves, other numbers for their place in the order of all numbers, booleans for 0 and 1.
    Ranges(Vec<(i128, i128)>),
}

impl Set {
    /// Every value a name may have.
    pub(super) fn full(kind: FactType, domain: Domain) -> Self {
        match (kind, domain) {
            (FactType::Text, Domain::Words(words)) => Self::texts(words),
            (FactType::Text, _) => Self::Texts { words: BTreeSet::new(), is_complement: true },
            (FactType::Bool, _) => Self::Ranges(vec![(0, 1)]),
            (FactType::Int, Domain::Range(low, high)) => {
                Self::Ranges(vec![(low.into(), high.into())])
            }
            (FactType::Int, _) => Self::Ranges(vec![(i64::MIN.into(), i64::MAX.into())]),
            (FactType::Number, _) => {
                Self::Ranges(vec![(place(f64::NEG_INFINITY), place(f64::INFINITY))])
            }
        }
    }

    /// These texts.
    pub(super) fn texts(words: &[impl ToString]) -> Self {
        let words = words.iter().map(ToString::to_string).collect();
        Self::Texts { words, is_complement: false }
    }

    /// Values of a type that compare so with a literal; none when that is not decided here.
    pub(super) fn of(kind: FactType, comparison: Comparison, literal: &Literal) -> Option<Self> {
        if let (FactType::Text, Literal::Text(text)) = (kind, literal) {
            let is_complement = match comparison {
                Comparison::Equal => false,
                Comparison::NotEqual => true,
                _ => return None,
            };
            return Some(Self::Texts { words: [text.to_string()].into(), is_complement });
        }
        let (low, high) = match (kind, literal) {
            (FactType::Int, Literal::Int(int)) => (i128::from(*int), i128::from(*int)),
            (FactType::Bool, Literal::Bool(bool)) => (i128::from(*bool), i128::from(*bool)),
            (FactType::Number, Literal::Number(number)) => around(*number),
            (FactType::Number, Literal::Int(int)) => around(crate::segment::value::as_number(*int)),
            _ => return None,
        };
        let ranges = match comparison {
            Comparison::Equal => vec![(low, high)],
            Comparison::NotEqual => vec![(i128::MIN, low - 1), (high + 1, i128::MAX)],
            Comparison::Less => vec![(i128::MIN, low - 1)],
            Comparison::LessOrEqual => vec![(i128::MIN, high)],
            Comparison::Greater => vec![(high + 1, i128::MAX)],
            Comparison::GreaterOrEqual => vec![(low, i128::MAX)],
        };
        Some(Self::Ranges(ranges))
    }

    /// Values in both sets.
    pub(super) fn intersect(&self, other: &Self) -> Self {
        match (self, other) {
            (
                Self::Texts { words: a, is_complement: not_a },
                Self::Texts { words: b, is_complement: not_b },
            ) => {
                let (words, is_complement) = match (not_a, not_b) {
                    (false, false) => (a & b, false),
                    (false, true) => (a - b, false),
                    (true, false) => (b - a, false),
                    (true, true) => (a | b, true),
                };
                Self::Texts { words, is_complement }
            }
            (Self::Ranges(a), Self::Ranges(b)) => {
                let pairs = a.iter().flat_map(|x| b.iter().map(move |y| (x, y)));
                Self::Ranges(
                    pairs
                        .map(|(x, y)| (x.0.max(y.0), x.1.min(y.1)))
                        .filter(|(low, high)| low <= high)
                        .collect(),
                )
            }
            // One name has one type.
            _ => self.clone(),
        }
    }

    /// Takes texts out that lack a form.
    pub(super) fn keep(&mut self, fits: impl Fn(&str) -> bool) {
        if let Self::Texts { words, is_complement: false } = self {
            words.retain(|word| fits(word));
        }
    }

    /// No value is left.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::Texts { words, is_complement } => !is_complement && words.is_empty(),
            Self::Ranges(ranges) => ranges.is_empty(),
        }
    }
}

/// Places of all numbers equal to this one: both zeros are.
fn around(number: f64) -> (i128, i128) {
    if number == 0.0 { (place(-0.0), place(0.0)) } else { (place(number), place(number)) }
}

/// A number's place in the order of all numbers: neighbors are one apart.
fn place(number: f64) -> i128 {
    let bits = i128::from(number.to_bits() & (u64::MAX >> 1));
    if number.is_sign_negative() { -bits - 1 } else { bits }
}
