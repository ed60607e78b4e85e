//! Whether a tree has the form of a playbook: fields, types, words and ranges, as the published
//! schema says. One reader of one schema, so what editors show and what is refused agree.

use serde_json::{Map, Value as Schema};

use super::near::did_you_mean;
use super::tree::{Entry, Node, Value};
use crate::ids::{OfferId, ReasonId};
use crate::money::Currency;
use crate::playbook::Finding;

mod branch;

use branch::{Branch, branches};

/// Everything in which a tree differs from the schema.
pub(super) fn findings(root: &Node, schema: &Schema) -> Vec<Finding> {
    let mut walk = Walk { schema, found: Vec::new() };
    walk.visit(root, schema, "");
    walk.found
}

struct Walk<'a> {
    schema: &'a Schema,
    found: Vec<Finding>,
}

impl<'a> Walk<'a> {
    fn report(&mut self, code: &str, place: &str, message: impl Into<String>) {
        self.found.push(Finding::error(code, place, message));
    }

    fn visit(&mut self, node: &Node, schema: &'a Schema, place: &str) {
        let branches = branches(schema, self.schema);
        match &node.value {
            Value::Text(text) => self.text(text, &branches, place),
            Value::Integer(number) => self.integer(*number, &branches, place),
            Value::Float(number) if branches.iter().any(|each| each.is("number")) => {
                if !number.is_finite() {
                    self.report("out_of_range", place, "this number has no value; write digits");
                }
            }
            Value::Bool(_) if branches.iter().any(|each| each.is("boolean")) => {}
            Value::Array(items) => match branches.iter().find(|each| each.is("array")) {
                Some(branch) => {
                    for (index, item) in items.iter().enumerate() {
                        self.visit(item, branch.items(), &format!("{place}[{index}]"));
                    }
                }
                None => self.wrong_type(node, &branches, place),
            },
            Value::Table(entries) => self.table(node, entries, &branches, place),
            Value::Float(_) | Value::Bool(_) | Value::Date => {
                self.wrong_type(node, &branches, place);
            }
        }
    }

    fn wrong_type(&mut self, node: &Node, branches: &[Branch<'a>], place: &str) {
        let message = format!(
            "`{}` is {}; expected {}",
            name_of(place),
            node.describe(),
            branch::expected(branches)
        );
        self.report("wrong_type", place, message);
    }

    fn text(&mut self, text: &str, branches: &[Branch<'a>], place: &str) {
        let words: Vec<&str> = branches.iter().flat_map(Branch::words).collect();
        if words.contains(&text) {
            return;
        }
        let Some(branch) = branches.iter().find(|each| each.is("string") && !each.has_words())
        else {
            let near = did_you_mean(text, words.iter().copied());
            let message = format!(
                "`{}` cannot be \"{}\"; expected {}{near}",
                name_of(place),
                shortened(text),
                branch::expected(branches)
            );
            let code = if words.is_empty() { "wrong_type" } else { "unknown_word" };
            return self.report(code, place, message);
        };
        if let Some(message) = branch.pattern().and_then(|pattern| malformed(text, pattern)) {
            self.report("malformed", place, format!("`{}`: {message}", shortened(text)));
        }
    }

    fn integer(&mut self, number: Option<i64>, branches: &[Branch<'a>], place: &str) {
        let numeric = |each: &&Branch<'a>| each.is("integer") || each.is("number");
        let Some(branch) = branches.iter().find(numeric) else {
            let message = format!(
                "`{}` is a whole number; expected {}",
                name_of(place),
                branch::expected(branches)
            );
            return self.report("wrong_type", place, message);
        };
        let (low, high) = branch.range();
        if !number.is_some_and(|number| (low..=high).contains(&i128::from(number))) {
            let message = format!("`{}` is out of range; expected {low} to {high}", name_of(place));
            self.report("out_of_range", place, message);
        }
    }

    fn table(&mut self, node: &Node, entries: &[Entry], branches: &[Branch<'a>], place: &str) {
        let objects: Vec<&Branch<'a>> = branches.iter().filter(|each| each.is("object")).collect();
        let branch = match objects.as_slice() {
            [] => return self.wrong_type(node, branches, place),
            [only] => *only,
            several => match branch::tag_of(several) {
                Some(tag) => match self.tagged(node, tag, several, place) {
                    Some(branch) => branch,
                    None => return,
                },
                None => match several.iter().find(|each| each.is_named_by(entries)) {
                    Some(branch) => *branch,
                    None => {
                        let names = several.iter().flat_map(|each| each.required());
                        let near = entries
                            .first()
                            .map_or(String::new(), |entry| did_you_mean(&entry.key, names));
                        let expected = branch::expected(branches);
                        let message = format!("`{}`: expected {expected}{near}", name_of(place));
                        return self.report("unknown_field", place, message);
                    }
                },
            },
        };
        self.fields(entries, branch, place);
    }

    /// The branch that the table's tag names.
    fn tagged<'b>(
        &mut self,
        node: &Node,
        tag: &str,
        several: &[&'b Branch<'a>],
        place: &str,
    ) -> Option<&'b Branch<'a>> {
        let words: Vec<&str> = several.iter().filter_map(|each| each.tag(tag)).collect();
        let inner = join(place, tag);
        let Some(entry) = node.entry(tag) else {
            let message = format!("`{tag}` is missing: one of {}", branch::list(&words));
            self.report("missing_field", &inner, message);
            return None;
        };
        let Value::Text(word) = &entry.node.value else {
            let message = format!(
                "`{tag}` is {}; expected one of {}",
                entry.node.describe(),
                branch::list(&words)
            );
            self.report("wrong_type", &inner, message);
            return None;
        };
        let found = several.iter().find(|each| each.tag(tag) == Some(word)).copied();
        if found.is_none() {
            let near = did_you_mean(word, words.iter().copied());
            let word = shortened(word);
            let message = format!(
                "`{tag}` cannot be \"{word}\"; expected one of {}{near}",
                branch::list(&words)
            );
            self.report("unknown_word", &inner, message);
        }
        found
    }

    fn fields(&mut self, entries: &[Entry], branch: &Branch<'a>, place: &str) {
        for entry in entries {
            let inner = join(place, &entry.key);
            if let Some(schema) = branch.property(&entry.key) {
                self.visit(&entry.node, schema, &inner);
                continue;
            }
            match branch.additional() {
                Additional::Values(schema) => self.visit(&entry.node, schema, &inner),
                Additional::Matching(pattern, schema) => {
                    if let Some(message) = malformed(&entry.key, pattern) {
                        let key = shortened(&entry.key);
                        self.report("malformed", &inner, format!("`{key}`: {message}"));
                    }
                    self.visit(&entry.node, schema, &inner);
                }
                Additional::None => {
                    let names: Vec<&str> = branch.names().collect();
                    let near = did_you_mean(&entry.key, names.iter().copied());
                    let message = format!(
                        "there is no field `{}` {}; fields here are {}{near}",
                        shortened(&entry.key),
                        if place.is_empty() {
                            "in a playbook".to_owned()
                        } else {
                            format!("in `{place}`")
                        },
                        branch::list(&names)
                    );
                    self.report("unknown_field", &inner, message);
                }
            }
        }
        for name in branch.required() {
            if !entries.iter().any(|entry| entry.key == name) {
                let meaning = branch.meaning(name, self.schema);
                let message = format!("`{name}` is missing{meaning}");
                self.report("missing_field", &join(place, name), message);
            }
        }
    }
}

/// What a table may hold besides its named fields.
enum Additional<'a> {
    None,
    Values(&'a Schema),
    Matching(&'a str, &'a Schema),
}

fn join(place: &str, key: &str) -> String {
    if place.is_empty() { key.to_owned() } else { format!("{place}.{key}") }
}

/// The last name of a path: `copy` of `offers[0].copy`.
fn name_of(place: &str) -> &str {
    place.rsplit('.').next().filter(|name| !name.is_empty()).unwrap_or("the playbook")
}

/// A text for a message: not longer than a line.
fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(60).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// Why a text does not fit one of the schema's patterns.
fn malformed(text: &str, pattern: &str) -> Option<String> {
    if pattern.starts_with("^offer_") {
        OfferId::parse(text).err().map(|error| error.to_string())
    } else if pattern.starts_with("^reason_") {
        ReasonId::parse(text).err().map(|error| error.to_string())
    } else {
        let is_currency = Currency::parse(text).is_ok_and(|currency| currency.code() == text);
        (!is_currency).then(|| "a currency is three small letters, such as `usd`".to_owned())
    }
}

type Fields = Map<String, Schema>;
