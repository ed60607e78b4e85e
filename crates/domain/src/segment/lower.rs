//! From syntax tree to typed program: every name, type and function is settled here, once.

use std::collections::BTreeSet;

use cel::common::ast::{CallExpr, Expr, IdedExpr, LiteralValue, operators};

use super::catalog::FactType;
use super::error::ExpressionError;
use super::parse::Parsed;
use super::program::{Arithmetic, Comparison, Literal, Node};
use super::vocabulary::{Name, Vocabulary, resolve};

mod functions;

/// A checked rule.
pub(super) struct Lowered {
    pub(super) root: Node,
    /// Every name it reads, as written, sorted.
    pub(super) reads: Vec<String>,
    /// Segments it reads, by index, sorted.
    pub(super) segments: Vec<usize>,
}

/// Checks a rule against a vocabulary and lowers it.
///
/// # Errors
/// The first thing that is wrong, with its place.
pub(super) fn lower(parsed: &Parsed, words: &Vocabulary) -> Result<Lowered, ExpressionError> {
    let mut lowering =
        Lowering { parsed, words, reads: BTreeSet::new(), segments: BTreeSet::new() };
    let root = lowering.typed(&parsed.root, FactType::Bool, |found| {
        format!("the expression gives a {found}, not true or false; compare it with something")
    })?;
    Ok(Lowered {
        root,
        reads: lowering.reads.into_iter().collect(),
        segments: lowering.segments.into_iter().collect(),
    })
}

struct Lowering<'a> {
    parsed: &'a Parsed,
    words: &'a Vocabulary,
    reads: BTreeSet<String>,
    segments: BTreeSet<usize>,
}

type Typed = (Node, FactType);
type Lowers<T> = Result<T, ExpressionError>;

/// The literal of an expression, if it is one that rules may use.
pub(super) fn literal(expr: &IdedExpr) -> Option<(Literal, FactType)> {
    let Expr::Literal(value) = &expr.expr else { return None };
    match value {
        LiteralValue::Boolean(bool) => Some((Literal::Bool(*bool.inner()), FactType::Bool)),
        LiteralValue::Int(int) => Some((Literal::Int(*int.inner()), FactType::Int)),
        LiteralValue::Double(number) => Some((Literal::Number(*number.inner()), FactType::Number)),
        LiteralValue::String(text) => Some((Literal::Text(text.inner().into()), FactType::Text)),
        _ => None,
    }
}

/// The comparison an operator stands for.
pub(super) fn comparison(operator: &str) -> Option<Comparison> {
    Some(match operator {
        operators::EQUALS => Comparison::Equal,
        operators::NOT_EQUALS => Comparison::NotEqual,
        operators::LESS => Comparison::Less,
        operators::LESS_EQUALS => Comparison::LessOrEqual,
        operators::GREATER => Comparison::Greater,
        operators::GREATER_EQUALS => Comparison::GreaterOrEqual,
        _ => return None,
    })
}

fn arithmetic(operator: &str) -> Option<(Arithmetic, &'static str)> {
    Some(match operator {
        operators::ADD => (Arithmetic::Add, "+"),
        operators::SUBSTRACT => (Arithmetic::Subtract, "-"),
        operators::MULTIPLY => (Arithmetic::Multiply, "*"),
        operators::DIVIDE => (Arithmetic::Divide, "/"),
        operators::MODULO => (Arithmetic::Remainder, "%"),
        _ => return None,
    })
}

fn is_numeric(kind: FactType) -> bool {
    matches!(kind, FactType::Int | FactType::Number)
}

fn comparable(a: FactType, b: FactType) -> bool {
    a == b || (is_numeric(a) && is_numeric(b))
}

impl Lowering<'_> {
    fn fail<T>(&self, expr: &IdedExpr, message: impl Into<String>) -> Lowers<T> {
        Err(ExpressionError::at(self.parsed.begin(expr), message))
    }

    /// Lowers an expression that must have a type.
    fn typed(
        &mut self,
        expr: &IdedExpr,
        wanted: FactType,
        message: impl Fn(&'static str) -> String,
    ) -> Lowers<Node> {
        let (node, kind) = self.expression(expr)?;
        if kind == wanted { Ok(node) } else { self.fail(expr, message(kind.name())) }
    }

    fn expression(&mut self, expr: &IdedExpr) -> Lowers<Typed> {
        if let Some((literal, kind)) = literal(expr) {
            return Ok((Node::Literal(literal), kind));
        }
        if let Some(name) = resolve(expr, self.parsed, self.words)? {
            return self.name(expr, name);
        }
        match &expr.expr {
            Expr::Call(call) => self.call(expr, call),
            Expr::Literal(LiteralValue::Null) => {
                self.fail(expr, "there is no `null`; ask whether a fact is known with `has(fact)`")
            }
            Expr::Literal(LiteralValue::UInt(_)) => {
                self.fail(expr, "write whole numbers without `u`")
            }
            Expr::List(_) => self.fail(expr, "a list can only stand after `in`"),
            _ => self.fail(
                expr,
                "only names, texts, numbers, true and false are understood here; \
                 there are no maps, bytes or records",
            ),
        }
    }

    fn name(&mut self, expr: &IdedExpr, name: Name) -> Lowers<Typed> {
        self.reads.insert(name.text());
        let is_test = matches!(&expr.expr, Expr::Select(select) if select.test);
        if let Name::Segment { index, .. } = &name {
            if is_test {
                return self.fail(expr, "a customer is in a segment or not; leave `has` out");
            }
            self.segments.insert(*index);
        }
        if is_test {
            return Ok((Node::Has(name), FactType::Bool));
        }
        let kind = name.kind();
        Ok((Node::Name(name), kind))
    }

    fn call(&mut self, expr: &IdedExpr, call: &CallExpr) -> Lowers<Typed> {
        let operator = call.func_name.as_str();
        match (operator, call.args.as_slice()) {
            (operators::LOGICAL_AND | operators::LOGICAL_OR, [_, _]) => {
                let mut nodes = Vec::new();
                self.operands(expr, operator, &mut nodes)?;
                let nodes = nodes.into();
                let is_all = operator == operators::LOGICAL_AND;
                let node = if is_all { Node::All(nodes) } else { Node::Any(nodes) };
                Ok((node, FactType::Bool))
            }
            (operators::LOGICAL_NOT, [operand]) => {
                let node = self.typed(operand, FactType::Bool, |found| {
                    format!("`!` needs true or false, this is a {found}")
                })?;
                Ok((Node::Not(Box::new(node)), FactType::Bool))
            }
            (operators::CONDITIONAL, [condition, then, otherwise]) => {
                self.conditional(condition, then, otherwise)
            }
            (operators::IN, [item, list]) => self.membership(item, list),
            (operators::NEGATE, [operand]) => {
                let (node, kind) = self.expression(operand)?;
                if !is_numeric(kind) {
                    return self
                        .fail(operand, format!("`-` needs a number, this is a {}", kind.name()));
                }
                Ok((Node::Negate(Box::new(node)), kind))
            }
            (_, [left, right]) if comparison(operator).is_some() => {
                self.comparison(operator, left, right)
            }
            (_, [left, right]) if arithmetic(operator).is_some() => {
                self.arithmetic(operator, left, right)
            }
            _ => self.function(expr, call),
        }
    }

    /// Operands of a chain of one of `&&` and `||`, flattened.
    fn operands(&mut self, expr: &IdedExpr, operator: &str, nodes: &mut Vec<Node>) -> Lowers<()> {
        if let Expr::Call(call) = &expr.expr
            && call.func_name == operator
        {
            return call.args.iter().try_for_each(|arg| self.operands(arg, operator, nodes));
        }
        let word = if operator == operators::LOGICAL_AND { "&&" } else { "||" };
        nodes.push(self.typed(expr, FactType::Bool, |found| {
            format!("`{word}` needs true or false on both sides, this is a {found}")
        })?);
        Ok(())
    }

    fn conditional(
        &mut self,
        condition: &IdedExpr,
        then: &IdedExpr,
        otherwise: &IdedExpr,
    ) -> Lowers<Typed> {
        let condition = self.typed(condition, FactType::Bool, |found| {
            format!("what stands before `?` must be true or false, this is a {found}")
        })?;
        let (then, kind) = self.expression(then)?;
        let otherwise = self.typed(otherwise, kind, |found| {
            format!("both branches need one type: this is a {found}, the first a {}", kind.name())
        })?;
        Ok((Node::If(Box::new([condition, then, otherwise])), kind))
    }

    fn comparison(&mut self, operator: &str, left: &IdedExpr, right: &IdedExpr) -> Lowers<Typed> {
        let (a, kind) = self.expression(left)?;
        let (b, other) = self.expression(right)?;
        let Some(comparison) = comparison(operator) else {
            return self.fail(left, "not a comparison");
        };
        if !comparable(kind, other) {
            return self.fail(
                right,
                format!(
                    "a {} cannot be compared with a {}; compare with a {0}",
                    kind.name(),
                    other.name()
                ),
            );
        }
        let is_order = !matches!(comparison, Comparison::Equal | Comparison::NotEqual);
        if is_order && kind == FactType::Bool {
            return self.fail(left, "true and false have no order; use `==`, `!=` or `!`");
        }
        Ok((Node::Compare(comparison, Box::new([a, b])), FactType::Bool))
    }

    fn membership(&mut self, item: &IdedExpr, list: &IdedExpr) -> Lowers<Typed> {
        let (node, kind) = self.expression(item)?;
        let Expr::List(elements) = &list.expr else {
            return self.fail(list, "write a list after `in`: `country in [\"CA\", \"US\"]`");
        };
        let mut literals = Vec::with_capacity(elements.elements.len());
        for element in &elements.elements {
            let Some((literal, found)) = literal(element) else {
                return self.fail(element, "a list holds texts, numbers, true or false only");
            };
            if !comparable(kind, found) {
                return self.fail(
                    element,
                    format!(
                        "a {} in a list for a {}; it can never match",
                        found.name(),
                        kind.name()
                    ),
                );
            }
            literals.push(literal);
        }
        Ok((Node::In(Box::new(node), literals.into()), FactType::Bool))
    }

    fn arithmetic(&mut self, operator: &str, left: &IdedExpr, right: &IdedExpr) -> Lowers<Typed> {
        let (a, kind) = self.expression(left)?;
        let (b, other) = self.expression(right)?;
        let Some((arithmetic, sign)) = arithmetic(operator) else {
            return self.fail(left, "not a calculation");
        };
        for (side, kind) in [(left, kind), (right, other)] {
            if !is_numeric(kind) {
                return self
                    .fail(side, format!("`{sign}` needs numbers, this is a {}", kind.name()));
            }
        }
        if kind != other {
            return self.fail(
                right,
                format!(
                    "`{sign}` needs two numbers of one type; write `2.0` for `2`, \
                     or `double(…)` around the whole number"
                ),
            );
        }
        if arithmetic == Arithmetic::Remainder && kind == FactType::Number {
            return self.fail(left, "`%` needs whole numbers");
        }
        Ok((Node::Calculate(arithmetic, Box::new([a, b])), kind))
    }
}
