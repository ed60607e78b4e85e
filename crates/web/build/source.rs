//! One language's file of messages, read with Fluent's own parser and reduced to what the view
//! uses of it: texts, values, and variants chosen by a number.

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Message, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::parser;

/// Values that are whole numbers; all others are texts.
pub(crate) const NUMBERS: [&str; 3] = ["count", "from", "to"];

/// CLDR's names of plural categories.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// A message and what it is made of.
pub(crate) struct Source {
    /// Its name, such as `paid-until`.
    pub(crate) key: String,
    /// Its parts in order.
    pub(crate) parts: Vec<Part>,
}

/// A part of a message.
pub(crate) enum Part {
    /// Said as it is.
    Text(String),
    /// A value, by its name.
    Value(String),
    /// Variants by the value of that name; the default last.
    Select { on: String, variants: Vec<(Key, Vec<Part>)>, default: Vec<Part> },
}

/// Which numbers a variant is for.
pub(crate) enum Key {
    /// This one.
    Exact(u32),
    /// Those of a plural category of the language.
    Category(String),
}

/// Reads a file; the error names the message.
pub(crate) fn read(text: &str) -> Result<Vec<Source>, String> {
    let resource = parser::parse(text).map_err(|(_, errors)| {
        let first = errors.first().map(|e| {
            let line = text[..e.pos.start].lines().count();
            format!("line {line}: {e}")
        });
        first.unwrap_or_default()
    })?;
    let mut messages = Vec::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => messages.push(source(message)?),
            Entry::Term(term) => return Err(format!("{}: terms are not used", term.id.name)),
            _ => {}
        }
    }
    Ok(messages)
}

fn source(message: &Message<&str>) -> Result<Source, String> {
    let key = message.id.name.to_owned();
    let value = message.value.as_ref().ok_or_else(|| format!("{key}: says nothing"))?;
    if !message.attributes.is_empty() {
        return Err(format!("{key}: attributes are not used"));
    }
    let parts = parts(value).map_err(|problem| format!("{key}: {problem}"))?;
    Ok(Source { key, parts })
}

fn parts(pattern: &Pattern<&str>) -> Result<Vec<Part>, String> {
    let mut parts = Vec::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => parts.push(Part::Text((*value).to_owned())),
            PatternElement::Placeable { expression } => parts.push(part(expression)?),
        }
    }
    Ok(parts)
}

fn part(expression: &Expression<&str>) -> Result<Part, String> {
    match expression {
        Expression::Inline(InlineExpression::VariableReference { id }) => {
            Ok(Part::Value(id.name.to_owned()))
        }
        Expression::Inline(InlineExpression::StringLiteral { value }) => {
            Ok(Part::Text((*value).to_owned()))
        }
        Expression::Inline(_) => Err("only values and literals are used in braces".to_owned()),
        Expression::Select { selector, variants } => {
            let InlineExpression::VariableReference { id } = selector else {
                return Err("only a number is selected on".to_owned());
            };
            if !NUMBERS.contains(&id.name) {
                return Err(format!("${} is not a number", id.name));
            }
            let mut default = Vec::new();
            let mut chosen = Vec::new();
            for variant in variants {
                let parts = parts(&variant.value)?;
                if variant.default {
                    default = parts;
                } else {
                    chosen.push((key(&variant.key)?, parts));
                }
            }
            Ok(Part::Select { on: id.name.to_owned(), variants: chosen, default })
        }
    }
}

fn key(key: &VariantKey<&str>) -> Result<Key, String> {
    match key {
        VariantKey::NumberLiteral { value } => {
            let number = value.parse().map_err(|_| format!("[{value}] is not a whole number"))?;
            Ok(Key::Exact(number))
        }
        VariantKey::Identifier { name } if CATEGORIES.contains(name) => {
            Ok(Key::Category((*name).to_owned()))
        }
        VariantKey::Identifier { name } => Err(format!("[{name}] is no plural category")),
    }
}

impl Source {
    /// The names of its values, in the order of their first use.
    pub(crate) fn values(&self) -> Vec<String> {
        let mut names = Vec::new();
        collect(&self.parts, &mut names);
        names
    }
}

fn collect(parts: &[Part], names: &mut Vec<String>) {
    let add = |name: &String, names: &mut Vec<String>| {
        if !names.contains(name) {
            names.push(name.clone());
        }
    };
    for part in parts {
        match part {
            Part::Text(_) => {}
            Part::Value(name) => add(name, names),
            Part::Select { on, variants, default } => {
                collect(default, names);
                for (_, parts) in variants {
                    collect(parts, names);
                }
                add(on, names);
            }
        }
    }
}
