//! From text to syntax tree, within the limits that keep every rule cheap.

use std::sync::LazyLock;
use std::thread;

use cel::Env;
use cel::common::ast::{CallExpr, Expr, IdedExpr, LiteralValue, SelectExpr, SourceInfo, operators};
use cel::parser::{Macro, ParseError};

use super::error::ExpressionError;

/// Longest expression, in bytes.
pub const MAX_SOURCE_BYTES: usize = 1_000;
/// Most nodes of an expression: names, literals and operators.
pub const MAX_NODES: usize = 100;
/// Deepest nesting of parentheses, calls and lists.
const MAX_NESTING: u16 = 20;
/// Stack of the parser; four times what the deepest texts within the limits were seen to need.
const PARSER_STACK_BYTES: usize = 32 << 20;
/// Stands for "all facts" under `has(plan)`; cannot be written in a rule.
pub(super) const PRESENCE: &str = "@facts";

/// The language without its comprehensions, and with `has(fact)` beside `has(map.field)`.
static LANGUAGE: LazyLock<Env> = LazyLock::new(|| {
    let mut env = Env::default().with_optional_support(false);
    let has = Macro::global("has", 1, |helper, _target, args| {
        let Some(presence) = args.first().and_then(presence) else { return Ok(None) };
        args.clear();
        Ok(Some(helper.next_expr(presence)))
    });
    // A second macro of that name would be refused; there is none.
    let _ = env.add_macro(has);
    env
});

/// The question whether a name is present; none when the argument is no name, which leaves the
/// call as it is for the checker to refuse.
fn presence(argument: &IdedExpr) -> Option<Expr> {
    let test = |operand: IdedExpr, field: String| {
        Expr::Select(SelectExpr { operand: Box::new(operand), field, test: true })
    };
    match &argument.expr {
        Expr::Ident(name) => {
            let all = IdedExpr { id: argument.id, expr: Expr::Ident(PRESENCE.to_owned()) };
            Some(test(all, name.clone()))
        }
        Expr::Select(select) => Some(test((*select.operand).clone(), select.field.clone())),
        Expr::Call(call) if call.func_name == operators::INDEX => match call.args.as_slice() {
            [root, IdedExpr { expr: Expr::Literal(LiteralValue::String(field)), .. }] => {
                Some(test(root.clone(), field.inner().to_owned()))
            }
            _ => None,
        },
        _ => None,
    }
}

/// A syntax tree, and where its nodes were written.
pub(super) struct Parsed {
    pub(super) root: IdedExpr,
    places: SourceInfo,
}

impl Parsed {
    /// First byte of an expression with all its parts.
    pub(super) fn begin(&self, expr: &IdedExpr) -> usize {
        let own = self.places.offset_for(expr.id).map(|(start, _)| start as usize);
        let own = own.map(|start| self.before_bracket(expr, start));
        let parts = parts(expr).into_iter().map(|part| self.begin(part));
        own.into_iter().chain(parts).min().unwrap_or_default()
    }

    /// A call is placed at its bracket; its name stands before it.
    fn before_bracket(&self, expr: &IdedExpr, start: usize) -> usize {
        let name = match &expr.expr {
            Expr::Call(call) if call.target.is_none() => call.func_name.as_str(),
            Expr::Select(select) if select.test => operators::HAS,
            _ => return start,
        };
        let before = self.places.source.get(..start).unwrap_or_default().trim_end();
        before.strip_suffix(name).map_or(start, str::len)
    }
}

/// Parses within the limits.
///
/// # Errors
/// The text is too long, has too many nodes, or is not an expression.
pub(super) fn parse(source: &str) -> Result<Parsed, ExpressionError> {
    if source.len() > MAX_SOURCE_BYTES {
        return Err(ExpressionError::whole(format!(
            "the expression has {} bytes, at most {MAX_SOURCE_BYTES} are allowed; \
             move parts of it into segments",
            source.len()
        )));
    }
    if source.trim().is_empty() {
        return Err(ExpressionError::at(0, "the expression is empty; `true` means everyone"));
    }
    check_nesting(source)?;
    let (root, places) = on_own_stack(source)?;
    let nodes = count(&root);
    if nodes > MAX_NODES {
        return Err(ExpressionError::whole(format!(
            "the expression has {nodes} parts, at most {MAX_NODES} are allowed; \
             move parts of it into segments"
        )));
    }
    Ok(Parsed { root, places })
}

/// The parser with a stack of its own: it needs 100 KB per bracket in an unoptimized build, more
/// than the threads of a server have, and a stack that overflows ends the process.
fn on_own_stack(source: &str) -> Result<(IdedExpr, SourceInfo), ExpressionError> {
    let parse = || {
        // One recovery yields one clear error; more would go deeper than the limit.
        let parser = LANGUAGE.parser().max_recursion_depth(MAX_NESTING).error_recovery_limit(1);
        parser.parse_with_source_info(source).map_err(|errors| match errors.errors.first() {
            Some(error) => explain(error, source),
            None => ExpressionError::at(0, "this is not an expression"),
        })
    };
    thread::scope(|scope| {
        let builder = thread::Builder::new().stack_size(PARSER_STACK_BYTES);
        let parsed = builder.spawn_scoped(scope, parse).map(|thread| thread.join());
        match parsed {
            Ok(Ok(parsed)) => parsed,
            Ok(Err(_)) => Err(ExpressionError::whole("the parser gave up on this expression")),
            Err(error) => Err(ExpressionError::whole(format!("no thread to parse with: {error}"))),
        }
    })
}

/// Refuses deep nesting before the parser sees it: its stack grows with every opening bracket.
fn check_nesting(source: &str) -> Result<(), ExpressionError> {
    let mut depth = 0_u16;
    for (offset, byte) in source.bytes().enumerate() {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX_NESTING {
            return Err(ExpressionError::at(offset, nested_too_deep()));
        }
    }
    Ok(())
}

fn nested_too_deep() -> String {
    format!("nested deeper than {MAX_NESTING} levels; move parts of it into segments")
}

/// Direct parts of an expression.
pub(super) fn parts(expr: &IdedExpr) -> Vec<&IdedExpr> {
    match &expr.expr {
        Expr::Call(CallExpr { target, args, .. }) => {
            target.iter().map(|target| &**target).chain(args).collect()
        }
        Expr::Select(select) => vec![&select.operand],
        Expr::List(list) => list.elements.iter().collect(),
        _ => Vec::new(),
    }
}

fn count(expr: &IdedExpr) -> usize {
    1 + parts(expr).into_iter().map(count).sum::<usize>()
}

/// A parser's error in our words, with a byte offset.
fn explain(error: &ParseError, source: &str) -> ExpressionError {
    let own = error.source_info.as_ref().and_then(|info| info.offset_for(error.expr_id));
    let offset = match own {
        Some((start, _)) if error.expr_id != 0 => start as usize,
        _ => byte_offset(source, error.pos),
    };
    let found = |marker: &str| error.msg.split_once(marker).map(|(_, rest)| rest);
    let token = |rest: &str| match rest.split_once("' expecting") {
        Some((token, _)) => token.to_owned(),
        None => rest.trim_end_matches('\'').trim().to_owned(),
    };
    let message = if error.msg.contains("Recursion limit") {
        nested_too_deep()
    } else if let Some(rest) = found("missing '") {
        let missing = rest.split_once("' at").map_or(rest, |(token, _)| token);
        format!("a closing bracket is missing; `{missing}` is expected here")
    } else if let Some(rest) = found("token recognition error at: '") {
        unknown_token(&token(rest))
    } else if let Some(rest) = found("input '") {
        match token(rest).as_str() {
            "<EOF>" => {
                "the expression ends too early; a value or a closing bracket is missing".to_owned()
            }
            token => format!("`{token}` is not expected here; check operators and brackets"),
        }
    } else if error.msg.contains("Context") {
        "this is not an expression; check operators and brackets".to_owned()
    } else {
        error.msg.trim_start_matches("Syntax error: ").to_owned()
    };
    ExpressionError::at(offset.min(source.len()), message)
}

/// What to do about characters that begin nothing.
fn unknown_token(token: &str) -> String {
    match token {
        "=" => "`=` is not an operator; write `==` to compare".to_owned(),
        "&" => "`&` is not an operator; write `&&`".to_owned(),
        "|" => "`|` is not an operator; write `||`".to_owned(),
        text if text.starts_with(['"', '\'']) => {
            "a quote is missing at the end of the text".to_owned()
        }
        other => format!("`{other}` is not understood; put texts in quotes"),
    }
}

/// Byte of a line and column; both count from 1, the column in characters.
fn byte_offset(source: &str, (line, column): (isize, isize)) -> usize {
    let line = usize::try_from(line - 1).unwrap_or_default();
    let column = usize::try_from(column - 1).unwrap_or_default();
    let before: usize = source.split_inclusive('\n').take(line).map(str::len).sum();
    let rest = source.get(before..).unwrap_or_default();
    before + rest.char_indices().nth(column).map_or(rest.len(), |(byte, _)| byte)
}
