//! One of the forms a value may have.

use serde_json::Value as Schema;

use super::super::tree::Entry;
use super::{Additional, Fields};

/// A schema without alternatives and references.
pub(super) struct Branch<'a>(&'a Fields);

/// The forms a schema allows. `null` is none of them: TOML has no such value.
pub(super) fn branches<'a>(schema: &'a Schema, root: &'a Schema) -> Vec<Branch<'a>> {
    let mut found = Vec::new();
    collect(schema, root, 0, &mut found);
    found
}

fn collect<'a>(schema: &'a Schema, root: &'a Schema, depth: u32, found: &mut Vec<Branch<'a>>) {
    let Some(fields) = schema.as_object() else { return };
    // Schemas are finite; the bound keeps a circle of references from being followed for ever.
    if depth > 8 {
        return;
    }
    if let Some(target) = fields.get("$ref").and_then(|target| resolve(target, root)) {
        return collect(target, root, depth + 1, found);
    }
    let alternatives = ["oneOf", "anyOf"].iter().find_map(|key| fields.get(*key)?.as_array());
    match alternatives {
        Some(alternatives) => {
            for each in alternatives {
                collect(each, root, depth + 1, found);
            }
        }
        None if fields.get("type").and_then(Schema::as_str) == Some("null") => {}
        None => found.push(Branch(fields)),
    }
}

fn resolve<'a>(target: &Schema, root: &'a Schema) -> Option<&'a Schema> {
    root.pointer(target.as_str()?.strip_prefix('#')?)
}

impl<'a> Branch<'a> {
    /// Whether it is of a JSON type.
    pub(super) fn is(&self, wanted: &str) -> bool {
        match self.0.get("type") {
            Some(Schema::String(kind)) => kind == wanted,
            Some(Schema::Array(kinds)) => kinds.iter().any(|kind| kind == wanted),
            _ => false,
        }
    }

    /// The words it allows, when it allows only certain words.
    pub(super) fn words(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let several = self.0.get("enum").and_then(Schema::as_array).into_iter().flatten();
        several.chain(self.0.get("const")).filter_map(Schema::as_str)
    }

    pub(super) fn has_words(&self) -> bool {
        self.words().next().is_some()
    }

    pub(super) fn pattern(&self) -> Option<&'a str> {
        self.0.get("pattern")?.as_str()
    }

    pub(super) fn items(&self) -> &'a Schema {
        self.0.get("items").unwrap_or(&Schema::Bool(true))
    }

    /// Smallest and largest number.
    pub(super) fn range(&self) -> (i128, i128) {
        let bound = |key: &str| self.0.get(key)?.as_number()?.as_i128();
        let (low, high) = match self.0.get("format").and_then(Schema::as_str) {
            Some("uint32") => (0, i128::from(u32::MAX)),
            _ => (i128::from(i64::MIN), i128::from(i64::MAX)),
        };
        (bound("minimum").unwrap_or(low), bound("maximum").unwrap_or(high))
    }

    fn properties(&self) -> Option<&'a Fields> {
        self.0.get("properties")?.as_object()
    }

    pub(super) fn property(&self, name: &str) -> Option<&'a Schema> {
        self.properties()?.get(name)
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.properties().into_iter().flatten().map(|(name, _)| name.as_str())
    }

    pub(super) fn required(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let names = self.0.get("required").and_then(Schema::as_array).into_iter().flatten();
        names.filter_map(Schema::as_str)
    }

    /// The one word a property must be.
    pub(super) fn tag(&self, property: &str) -> Option<&'a str> {
        self.property(property)?.get("const")?.as_str()
    }

    /// Whether a table's only key is the one this form is named by.
    pub(super) fn is_named_by(&self, entries: &[Entry]) -> bool {
        matches!(entries, [only] if self.required().any(|name| name == only.key))
    }

    pub(super) fn additional(&self) -> Additional<'a> {
        let patterns = self.0.get("patternProperties").and_then(Schema::as_object);
        if let Some((pattern, schema)) = patterns.and_then(|all| all.iter().next()) {
            return Additional::Matching(pattern, schema);
        }
        match self.0.get("additionalProperties") {
            Some(Schema::Bool(false)) => Additional::None,
            Some(schema @ Schema::Object(_)) => Additional::Values(schema),
            _ => Additional::None,
        }
    }

    /// `: what the field is`, as the schema describes it.
    pub(super) fn meaning(&self, name: &str, root: &Schema) -> String {
        let described = |schema: &'a Schema| schema.get("description").and_then(Schema::as_str);
        let schema = self.property(name);
        let meaning = schema.and_then(described).or_else(|| {
            let target = resolve(schema?.get("$ref")?, root)?;
            target.get("description").and_then(Schema::as_str).map(|_| "")
        });
        match meaning.and_then(|text| text.lines().next()).filter(|text| !text.is_empty()) {
            Some(text) => format!(": {}", text.trim_end_matches('.')),
            None => "; add it".to_owned(),
        }
    }
}

/// The property by whose word several forms are told apart.
pub(super) fn tag_of<'a>(several: &[&Branch<'a>]) -> Option<&'a str> {
    let first = several.first()?;
    first.names().find(|name| several.iter().all(|each| each.tag(name).is_some()))
}

/// What is expected, in words.
pub(super) fn expected(branches: &[Branch<'_>]) -> String {
    let words: Vec<&str> = branches.iter().flat_map(Branch::words).collect();
    let mut parts = Vec::new();
    match words.as_slice() {
        [] => {}
        [only] => parts.push(format!("\"{only}\"")),
        several => parts.push(format!("one of {}", list(several))),
    }
    let kinds = [
        ("string", "a text"),
        ("integer", "a whole number"),
        ("number", "a number"),
        ("boolean", "true or false"),
        ("array", "a list"),
    ];
    for (kind, said) in kinds {
        if branches.iter().any(|each| each.is(kind) && !each.has_words()) {
            parts.push(said.to_owned());
        }
    }
    let objects: Vec<&Branch<'_>> = branches.iter().filter(|each| each.is("object")).collect();
    let named: Vec<&str> = match objects.as_slice() {
        [] | [_] => objects.iter().flat_map(|each| each.required()).collect(),
        several => match tag_of(several) {
            Some(tag) => vec![tag],
            None => several.iter().flat_map(|each| each.required()).collect(),
        },
    };
    match (objects.len(), named.as_slice()) {
        (0, _) => {}
        (_, []) => parts.push("a table".to_owned()),
        (1, named) => parts.push(format!("a table with {}", list(named))),
        (_, [tag]) => parts.push(format!("a table with {}", list(&[tag]))),
        (_, named) => parts.push(format!("a table with one of {}", list(named))),
    }
    if parts.is_empty() { "something else".to_owned() } else { parts.join(" or ") }
}

/// Names in backquotes.
pub(super) fn list(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}
