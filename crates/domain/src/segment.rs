//! Segments and eligibility rules: CEL expressions over documented facts.
//!
//! A rule such as `interval == "year" && country == "CA"` is compiled once, when a playbook is
//! read, against a [`Vocabulary`]: the [`FACTS`], `days_since.<kind>`, the declared
//! `attributes.<name>`, and `in_segment.<id>`. Every name and type is settled then; what cannot be
//! settled is refused with its place. Afterwards [`Expression::holds`] answers for one customer.
//!
//! **Money** is compared in minor units, as `amount_minor >= 2000`: whole numbers are exact, and the
//! names say the unit. **Absent facts** make a rule fail, and a failed rule means "not eligible";
//! `has(country)`, `has(days_since.discount)` and `has(attributes.seats)` ask first. As in CEL,
//! `false && x` is false and `true || x` is true even if `x` fails.
//!
//! **Why not the interpreter.** The `cel` crate parses, and is the reference that tests compare
//! with. Evaluating 80 small rules with its interpreter takes 27 µs in a release build (names are
//! looked up by text, every name path is built anew) and its context another 18 µs, where a whole
//! choice may take 20 µs. So the syntax tree is lowered once into a typed tree over the facts
//! themselves. What the lowering does not know is refused when compiling: comprehensions, patterns,
//! maps, bytes, `null`, time, joining texts. Thus every rule costs no more than its length.

use std::fmt;
use std::sync::Arc;

use serde::{Serialize, Serializer};

mod analysis;
mod catalog;
mod error;
mod facts;
mod lower;
mod order;
mod parse;
mod program;
mod scope;
mod value;
mod vocabulary;

pub use catalog::{DAYS_SINCE_KINDS, Domain, FACTS, FactDoc, FactType, Shape};
pub use error::{EvalError, ExpressionError, Finding, FindingKind};
pub use facts::Facts;
pub use order::{Loop, order_segments};
pub use parse::{MAX_NODES, MAX_SOURCE_BYTES};
pub use scope::Scope;
pub(crate) use vocabulary::distance;
pub use vocabulary::{AttributeType, Vocabulary};

/// A compiled rule; cheap to clone, equal when the text is, serialized as its text.
///
/// A text can only be read back with a vocabulary, so documents keep texts and are compiled whole.
#[derive(Clone)]
pub struct Expression(Arc<Compiled>);

struct Compiled {
    source: Box<str>,
    root: program::Node,
    reads: Vec<String>,
    segments: Vec<usize>,
    findings: Vec<Finding>,
}

impl Expression {
    /// Compiles and checks a rule.
    ///
    /// # Errors
    /// The rule is not CEL, names something that is not in the vocabulary, mixes types, is not true
    /// or false, or uses what is not allowed; with its place and what to do.
    pub fn compile(source: &str, vocabulary: &Vocabulary) -> Result<Self, ExpressionError> {
        let parsed = parse::parse(source)?;
        let lowered = lower::lower(&parsed, vocabulary)?;
        let findings = analysis::findings(&parsed, vocabulary);
        Ok(Self(Arc::new(Compiled {
            source: source.into(),
            root: lowered.root,
            reads: lowered.reads,
            segments: lowered.segments,
            findings,
        })))
    }

    /// Whether the rule is true for a customer.
    ///
    /// # Errors
    /// It cannot be evaluated for this customer, most often because a fact is unknown. The caller
    /// takes that as "not eligible".
    pub fn holds(&self, scope: &Scope<'_>) -> Result<bool, EvalError> {
        self.0.root.holds(scope).map_err(EvalError::from)
    }

    /// The text it was compiled from.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.0.source
    }

    /// Every name the rule reads, as it is written with a dot, sorted.
    #[must_use]
    pub fn reads(&self) -> &[String] {
        &self.0.reads
    }

    /// Places of the segments the rule reads, ascending, in the order of its vocabulary.
    #[must_use]
    pub fn segments(&self) -> &[usize] {
        &self.0.segments
    }

    /// Parts that decide nothing, in the order of the text.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.0.findings
    }

    fn program(&self) -> &program::Node {
        &self.0.root
    }
}

impl fmt::Debug for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Expression").field(&self.source()).finish()
    }
}

impl fmt::Display for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.source())
    }
}

impl PartialEq for Expression {
    fn eq(&self, other: &Self) -> bool {
        self.source() == other.source()
    }
}

impl Eq for Expression {}

impl Serialize for Expression {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.source())
    }
}
