//! The evaluator: a small typed tree over borrowed facts.
//!
//! The checker has settled every type, so a wrong type can only mean an absent value. Failure is
//! commutative in `&&` and `||`, as the language has it: `false && x` is false even if `x` fails.

use super::error::EvalError;
use super::scope::Scope;
use super::value::{Value, as_number};
use super::vocabulary::Name;

/// Why an evaluation stopped; turned into an [`EvalError`] only at the edge, so that a failing
/// rule costs no allocation.
#[derive(Debug, Clone, Copy)]
pub(super) enum Fault<'p> {
    Absent(&'p Name),
    Segment(&'p Name),
    Overflow,
    DivisionByZero,
    NotANumber,
}

impl From<Fault<'_>> for EvalError {
    fn from(fault: Fault<'_>) -> Self {
        match fault {
            Fault::Absent(name) => Self::Absent(name.text()),
            Fault::Segment(name) => Self::Segment(match name {
                Name::Segment { id, .. } => id.to_string(),
                other => other.text(),
            }),
            Fault::Overflow => Self::Overflow,
            Fault::DivisionByZero => Self::DivisionByZero,
            Fault::NotANumber => Self::NotANumber,
        }
    }
}

/// A literal of a rule.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Literal {
    Text(Box<str>),
    Int(i64),
    Number(f64),
    Bool(bool),
}

impl Literal {
    pub(super) fn value(&self) -> Value<'_> {
        match self {
            Self::Text(text) => Value::Text(text),
            Self::Int(int) => Value::Int(*int),
            Self::Number(number) => Value::Number(*number),
            Self::Bool(bool) => Value::Bool(*bool),
        }
    }
}

/// A comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// A calculation with two numbers of one type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Arithmetic {
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
}

/// A question about two texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TextTest {
    StartsWith,
    EndsWith,
    Contains,
}

/// One node of the program.
#[derive(Debug)]
pub(super) enum Node {
    Literal(Literal),
    Name(Name),
    Has(Name),
    Compare(Comparison, Box<[Node; 2]>),
    In(Box<Node>, Box<[Literal]>),
    All(Box<[Node]>),
    Any(Box<[Node]>),
    Not(Box<Node>),
    If(Box<[Node; 3]>),
    Calculate(Arithmetic, Box<[Node; 2]>),
    Negate(Box<Node>),
    ToNumber(Box<Node>),
    TextTest(TextTest, Box<[Node; 2]>),
    Size(Box<Node>),
}

type Outcome<'p> = Result<Value<'p>, Fault<'p>>;

impl Node {
    /// Evaluates a node that the checker knows to be true or false.
    pub(super) fn holds<'p>(&'p self, scope: &'p Scope<'_>) -> Result<bool, Fault<'p>> {
        match self {
            Self::All(nodes) => decide(nodes, false, scope),
            Self::Any(nodes) => decide(nodes, true, scope),
            Self::Not(node) => node.holds(scope).map(|holds| !holds),
            Self::Compare(comparison, sides) => {
                let [left, right] = &**sides;
                compare(*comparison, left.value(scope)?, right.value(scope)?)
            }
            Self::In(node, literals) => {
                let value = node.value(scope)?;
                Ok(literals.iter().any(|literal| value.equals(literal.value())))
            }
            Self::Has(name) => Ok(scope.load(name).is_ok()),
            Self::TextTest(test, sides) => {
                let [text, part] = &**sides;
                match (text.value(scope)?, part.value(scope)?) {
                    (Value::Text(text), Value::Text(part)) => Ok(match test {
                        TextTest::StartsWith => text.starts_with(part),
                        TextTest::EndsWith => text.ends_with(part),
                        TextTest::Contains => text.contains(part),
                    }),
                    _ => Err(Fault::NotANumber),
                }
            }
            _ => match self.value(scope)? {
                Value::Bool(holds) => Ok(holds),
                _ => Err(Fault::NotANumber),
            },
        }
    }

    fn value<'p>(&'p self, scope: &'p Scope<'_>) -> Outcome<'p> {
        match self {
            Self::Literal(literal) => Ok(literal.value()),
            Self::Name(name) => scope.load(name),
            Self::If(branches) => {
                let [condition, then, otherwise] = &**branches;
                if condition.holds(scope)? { then.value(scope) } else { otherwise.value(scope) }
            }
            Self::Calculate(arithmetic, sides) => {
                let [left, right] = &**sides;
                calculate(*arithmetic, left.value(scope)?, right.value(scope)?)
            }
            Self::Negate(node) => match node.value(scope)? {
                Value::Int(int) => int.checked_neg().map(Value::Int).ok_or(Fault::Overflow),
                Value::Number(number) => Ok(Value::Number(-number)),
                _ => Err(Fault::NotANumber),
            },
            Self::ToNumber(node) => match node.value(scope)? {
                Value::Int(int) => Ok(Value::Number(as_number(int))),
                other => Ok(other),
            },
            Self::Size(node) => match node.value(scope)? {
                Value::Text(text) => {
                    i64::try_from(text.chars().count()).map(Value::Int).map_err(|_| Fault::Overflow)
                }
                _ => Err(Fault::NotANumber),
            },
            _ => self.holds(scope).map(Value::Bool),
        }
    }
}

/// `&&` (absorbed by false) and `||` (absorbed by true) of many: the first failure stands only if
/// no other operand decides.
fn decide<'p>(nodes: &'p [Node], absorbing: bool, scope: &'p Scope<'_>) -> Result<bool, Fault<'p>> {
    let mut failure = None;
    for node in nodes {
        match node.holds(scope) {
            Ok(holds) if holds == absorbing => return Ok(absorbing),
            Ok(_) => {}
            Err(fault) => failure = failure.or(Some(fault)),
        }
    }
    failure.map_or(Ok(!absorbing), Err)
}

fn compare<'p>(
    comparison: Comparison,
    left: Value<'p>,
    right: Value<'p>,
) -> Result<bool, Fault<'p>> {
    match comparison {
        Comparison::Equal => return Ok(left.equals(right)),
        Comparison::NotEqual => return Ok(!left.equals(right)),
        _ => {}
    }
    let order = left.order(right).ok_or(Fault::NotANumber)?;
    Ok(match comparison {
        Comparison::Less => order.is_lt(),
        Comparison::LessOrEqual => order.is_le(),
        Comparison::Greater => order.is_gt(),
        Comparison::GreaterOrEqual => order.is_ge(),
        Comparison::Equal => order.is_eq(),
        Comparison::NotEqual => order.is_ne(),
    })
}

fn calculate<'p>(arithmetic: Arithmetic, left: Value<'p>, right: Value<'p>) -> Outcome<'p> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => {
            if b == 0 && matches!(arithmetic, Arithmetic::Divide | Arithmetic::Remainder) {
                return Err(Fault::DivisionByZero);
            }
            let result = match arithmetic {
                Arithmetic::Add => a.checked_add(b),
                Arithmetic::Subtract => a.checked_sub(b),
                Arithmetic::Multiply => a.checked_mul(b),
                Arithmetic::Divide => a.checked_div(b),
                Arithmetic::Remainder => a.checked_rem(b),
            };
            result.map(Value::Int).ok_or(Fault::Overflow)
        }
        (Value::Number(a), Value::Number(b)) => Ok(Value::Number(match arithmetic {
            Arithmetic::Add => a + b,
            Arithmetic::Subtract => a - b,
            Arithmetic::Multiply => a * b,
            Arithmetic::Divide => a / b,
            Arithmetic::Remainder => return Err(Fault::NotANumber),
        })),
        _ => Err(Fault::NotANumber),
    }
}
