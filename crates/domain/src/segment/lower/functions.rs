//! The few functions a rule may call.

use cel::common::ast::{CallExpr, IdedExpr};

use super::{Lowering, Lowers, Typed};
use crate::segment::catalog::FactType;
use crate::segment::program::{Node, TextTest};

/// What stands in the message about an unknown function.
const KNOWN: &str = "startsWith, endsWith, contains, size, double and has";

fn text_test(name: &str) -> Option<TextTest> {
    Some(match name {
        "startsWith" => TextTest::StartsWith,
        "endsWith" => TextTest::EndsWith,
        "contains" => TextTest::Contains,
        _ => return None,
    })
}

impl Lowering<'_> {
    pub(super) fn function(&mut self, expr: &IdedExpr, call: &CallExpr) -> Lowers<Typed> {
        let name = call.func_name.as_str();
        match (name, call.target.as_deref(), call.args.as_slice()) {
            (_, Some(text), [part]) if text_test(name).is_some() => {
                let (text, part) = (self.text(name, text)?, self.text(name, part)?);
                let Some(test) = text_test(name) else { return self.unknown(expr, name) };
                Ok((Node::TextTest(test, Box::new([text, part])), FactType::Bool))
            }
            ("size", Some(text), []) | ("size", None, [text]) => {
                let text = self.text(name, text)?;
                Ok((Node::Size(Box::new(text)), FactType::Int))
            }
            ("double", None, [operand]) => {
                let (node, kind) = self.expression(operand)?;
                if !super::is_numeric(kind) {
                    return self.fail(operand, format!("not a number but a {}", kind.name()));
                }
                Ok((Node::ToNumber(Box::new(node)), FactType::Number))
            }
            ("has", ..) => {
                self.fail(expr, "`has` takes one fact, `attributes.<name>` or `days_since.<kind>`")
            }
            ("all" | "exists" | "exists_one" | "map" | "filter", ..) => self.fail(
                expr,
                format!(
                    "`{name}` is not allowed: the cost of a rule must not grow with its facts; \
                     use `in [...]`"
                ),
            ),
            ("matches", ..) => self.fail(
                expr,
                "`matches` is not allowed: patterns have no bounded cost; \
                 use `startsWith`, `endsWith`, `contains` or `in [...]`",
            ),
            _ if text_test(name).is_some() => {
                self.fail(expr, format!("write `fact.{name}(\"text\")`"))
            }
            _ => self.unknown(expr, name),
        }
    }

    fn unknown(&self, expr: &IdedExpr, name: &str) -> Lowers<Typed> {
        self.fail(expr, format!("there is no function `{name}`; there are {KNOWN}"))
    }

    fn text(&mut self, function: &str, expr: &IdedExpr) -> Lowers<Node> {
        self.typed(expr, FactType::Text, |found| {
            format!("`{function}` needs a text, this is a {found}")
        })
    }
}
