//! Rules that decide nothing: contradictions, and what is true for everyone.
//!
//! A rule is brought into alternatives (disjunctive form) of conditions on single names. An
//! alternative in which some name has no value left is impossible; a rule without a possible
//! alternative is never true. The same question about the opposite tells what is always true.
//! Comparisons of one name with literals, `in`, `has` and booleans are exact; anything else is
//! taken as able to go either way, so nothing is reported that is not certain.

use std::collections::BTreeMap;

use cel::common::ast::{CallExpr, Expr, IdedExpr, operators};

use super::catalog::{Domain, FactType};
use super::error::{Finding, FindingKind};
use super::lower::{comparison, literal};
use super::parse::{Parsed, parts};
use super::program::{Comparison, Literal};
use super::vocabulary::{Name, Vocabulary, resolve};

mod set;

use set::Set;

/// Alternatives beyond which a part is not analyzed.
const MAX_ALTERNATIVES: usize = 200;

/// What is odd about a rule that was compiled with this vocabulary.
pub(super) fn findings(parsed: &Parsed, words: &Vocabulary) -> Vec<Finding> {
    let mut found = Vec::new();
    // `true` alone is how "everyone" is written.
    if !matches!(literal(&parsed.root), Some((Literal::Bool(true), _))) {
        Analysis { parsed, words }.visit(&parsed.root, &mut found);
    }
    found
}

/// What must hold of one name.
#[derive(Debug, Clone, PartialEq)]
struct Condition {
    is_present: bool,
    /// Meaningful while the name is present.
    values: Set,
}

/// Conditions that hold together, by name. Each leaves at least one value.
type Alternative = BTreeMap<String, Condition>;

struct Analysis<'a> {
    parsed: &'a Parsed,
    words: &'a Vocabulary,
}

impl Analysis<'_> {
    /// Reports the outermost parts that decide nothing.
    fn visit(&self, expr: &IdedExpr, found: &mut Vec<Finding>) {
        let can = |wanted| self.alternatives(expr, wanted).is_none_or(|all| !all.is_empty());
        let kind = if !can(true) {
            FindingKind::NeverTrue
        } else if !can(false) {
            FindingKind::AlwaysTrue
        } else {
            for part in boolean_parts(expr) {
                self.visit(part, found);
            }
            return;
        };
        let message = match kind {
            FindingKind::NeverTrue => "no customer can make this true",
            FindingKind::AlwaysTrue => "no customer can make this false",
        };
        let message = format!("{message}{}; change or remove it", self.hint(expr));
        found.push(Finding {
            kind,
            message,
            offset: self.parsed.begin(expr),
            is_whole: expr.id == self.parsed.root.id,
        });
    }

    /// The possible values of the names in a part.
    fn hint(&self, expr: &IdedExpr) -> String {
        let mut hints = BTreeMap::new();
        self.collect_hints(expr, &mut hints);
        hints.into_values().map(|hint| format!("; {hint}")).collect()
    }

    fn collect_hints(&self, expr: &IdedExpr, hints: &mut BTreeMap<String, String>) {
        if let Some(name) = self.name(expr) {
            let text = name.text();
            let hint = match name.domain() {
                Domain::Any => match self.words.values(&text) {
                    Some(values) => format!("`{text}` is one of {}", values.join(", ")),
                    None => return,
                },
                Domain::Words(words) => format!("`{text}` is one of {}", words.join(", ")),
                Domain::Range(low, i64::MAX) => format!("`{text}` is {low} or more"),
                Domain::Range(low, high) => format!("`{text}` is from {low} to {high}"),
                Domain::Shape(shape) => format!("`{text}` is {}", shape.expected()),
            };
            hints.insert(text, hint);
            return;
        }
        for part in parts(expr) {
            self.collect_hints(part, hints);
        }
    }

    fn name(&self, expr: &IdedExpr) -> Option<Name> {
        resolve(expr, self.parsed, self.words).ok().flatten()
    }

    /// The ways in which an expression can be true (or false); none when they are too many.
    fn alternatives(&self, expr: &IdedExpr, wanted: bool) -> Option<Vec<Alternative>> {
        if let Some((Literal::Bool(bool), _)) = literal(expr) {
            return Some(if bool == wanted { anything() } else { Vec::new() });
        }
        if let Some(name) = self.name(expr) {
            let is_test = matches!(&expr.expr, Expr::Select(select) if select.test);
            return Some(if is_test {
                presence(&name, wanted)
            } else {
                self.constrain(&name, Comparison::Equal, &[Literal::Bool(wanted)])
            });
        }
        let Expr::Call(call) = &expr.expr else { return Some(anything()) };
        match (call.func_name.as_str(), call.args.as_slice()) {
            (operators::LOGICAL_NOT, [operand]) => self.alternatives(operand, !wanted),
            (operators::LOGICAL_AND, [a, b]) => self.junction(a, b, wanted, wanted),
            (operators::LOGICAL_OR, [a, b]) => self.junction(a, b, wanted, !wanted),
            (operators::CONDITIONAL, [condition, then, otherwise]) => {
                let yes = product(
                    self.alternatives(condition, true)?,
                    &self.alternatives(then, wanted)?,
                )?;
                let no = product(
                    self.alternatives(condition, false)?,
                    &self.alternatives(otherwise, wanted)?,
                )?;
                union(yes, no)
            }
            _ => Some(self.atom(call, wanted).unwrap_or_else(anything)),
        }
    }

    /// Two operands that must both, or not both, be as wanted.
    fn junction(
        &self,
        a: &IdedExpr,
        b: &IdedExpr,
        wanted: bool,
        is_both: bool,
    ) -> Option<Vec<Alternative>> {
        let (a, b) = (self.alternatives(a, wanted)?, self.alternatives(b, wanted)?);
        if is_both { product(a, &b) } else { union(a, b) }
    }

    /// A comparison of a name with literals; none when it is something else.
    fn atom(&self, call: &CallExpr, wanted: bool) -> Option<Vec<Alternative>> {
        let [left, right] = call.args.as_slice() else { return None };
        if call.func_name == operators::IN {
            let Expr::List(list) = &right.expr else { return None };
            let literals: Option<Vec<Literal>> = list
                .elements
                .iter()
                .map(|item| literal(item).map(|(literal, _)| literal))
                .collect();
            let comparison = if wanted { Comparison::Equal } else { Comparison::NotEqual };
            let name = self.name(left)?;
            // A whole number against a list of other numbers is not decided here.
            let literals = literals?;
            let is_known =
                literals.iter().all(|item| Set::of(name.kind(), comparison, item).is_some());
            return is_known.then(|| self.constrain(&name, comparison, &literals));
        }
        let mut comparison = comparison(&call.func_name)?;
        let (name, value) = match (self.name(left), self.name(right)) {
            (Some(name), None) => (name, literal(right)?.0),
            (None, Some(name)) => {
                comparison = mirrored(comparison);
                (name, literal(left)?.0)
            }
            _ => return None,
        };
        let comparison = if wanted { comparison } else { opposite(comparison) };
        Set::of(name.kind(), comparison, &value)?;
        Some(self.constrain(&name, comparison, &[value]))
    }

    /// The name equals one of the literals, or differs from all of them, or compares so with the one.
    fn constrain(
        &self,
        name: &Name,
        comparison: Comparison,
        literals: &[Literal],
    ) -> Vec<Alternative> {
        let full = match self.words.values(&name.text()) {
            Some(values) if name.kind() == FactType::Text => Set::texts(values),
            _ => Set::full(name.kind(), name.domain()),
        };
        let restrict = |set: &Set, literal: &Literal| {
            let mut set = match Set::of(name.kind(), comparison, literal) {
                Some(values) => set.intersect(&values),
                None => set.clone(),
            };
            if let Domain::Shape(shape) = name.domain() {
                set.keep(|word| shape.fits(word));
            }
            set
        };
        let sets: Vec<Set> = if comparison == Comparison::Equal {
            literals.iter().map(|literal| restrict(&full, literal)).collect()
        } else {
            vec![literals.iter().fold(full.clone(), |set, literal| restrict(&set, literal))]
        };
        sets.into_iter()
            .filter(|values| !values.is_empty())
            .map(|values| [(name.text(), Condition { is_present: true, values })].into())
            .collect()
    }
}

/// Parts whose truth makes the truth of the whole.
fn boolean_parts(expr: &IdedExpr) -> Vec<&IdedExpr> {
    match &expr.expr {
        Expr::Call(call) => match call.func_name.as_str() {
            operators::LOGICAL_AND
            | operators::LOGICAL_OR
            | operators::LOGICAL_NOT
            | operators::CONDITIONAL => call.args.iter().collect(),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

fn anything() -> Vec<Alternative> {
    vec![Alternative::new()]
}

fn presence(name: &Name, wanted: bool) -> Vec<Alternative> {
    match (name.is_optional(), wanted) {
        (false, true) => anything(),
        (false, false) => Vec::new(),
        (true, is_present) => {
            let values = Set::full(name.kind(), name.domain());
            vec![[(name.text(), Condition { is_present, values })].into()]
        }
    }
}

fn union(mut a: Vec<Alternative>, b: Vec<Alternative>) -> Option<Vec<Alternative>> {
    a.extend(b);
    (a.len() <= MAX_ALTERNATIVES).then_some(a)
}

fn product(a: Vec<Alternative>, b: &[Alternative]) -> Option<Vec<Alternative>> {
    let mut both = Vec::new();
    for left in a {
        both.extend(b.iter().filter_map(|right| merge(left.clone(), right)));
        if both.len() > MAX_ALTERNATIVES {
            return None;
        }
    }
    Some(both)
}

/// Both alternatives at once; none when that is impossible.
fn merge(mut a: Alternative, b: &Alternative) -> Option<Alternative> {
    for (name, condition) in b {
        let merged = match a.get(name) {
            None => condition.clone(),
            Some(other) if other.is_present != condition.is_present => return None,
            Some(other) => Condition {
                is_present: other.is_present,
                values: other.values.intersect(&condition.values),
            },
        };
        if merged.values.is_empty() {
            return None;
        }
        a.insert(name.clone(), merged);
    }
    Some(a)
}

fn mirrored(comparison: Comparison) -> Comparison {
    match comparison {
        Comparison::Less => Comparison::Greater,
        Comparison::LessOrEqual => Comparison::GreaterOrEqual,
        Comparison::Greater => Comparison::Less,
        Comparison::GreaterOrEqual => Comparison::LessOrEqual,
        same => same,
    }
}

fn opposite(comparison: Comparison) -> Comparison {
    match comparison {
        Comparison::Equal => Comparison::NotEqual,
        Comparison::NotEqual => Comparison::Equal,
        Comparison::Less => Comparison::GreaterOrEqual,
        Comparison::LessOrEqual => Comparison::Greater,
        Comparison::Greater => Comparison::LessOrEqual,
        Comparison::GreaterOrEqual => Comparison::Less,
    }
}
