//! Which fields of an answer `expand[]` may name.

use serde_json::Value;

/// Whether `path` (for example `data.customer`) leads only through expandable fields.
pub(crate) fn can_expand(components: &Value, answer: &Value, path: &str) -> bool {
    let mut nodes = objects(components, answer);
    for field in path.split('.') {
        nodes = nodes.iter().flat_map(|node| step(components, node, field)).collect();
        if nodes.is_empty() {
            return false;
        }
    }
    true
}

/// What stands in `field` of an object; nothing if the field cannot be expanded.
///
/// A field that can, but whose object lies outside the cut, yields the field itself.
fn step<'a>(components: &'a Value, node: &'a Value, field: &str) -> Vec<&'a Value> {
    let property = &node["properties"][field];
    let listed = node["x-expandableFields"]
        .as_array()
        .is_some_and(|fields| fields.iter().any(|known| known == field));
    if property.is_null() || !(listed || property.get("x-expandable").is_some()) {
        return Vec::new();
    }
    let found = objects(components, property);
    if found.is_empty() { vec![property] } else { found }
}

/// The object schemas a schema may stand for: through references, alternatives and lists.
fn objects<'a>(components: &'a Value, schema: &'a Value) -> Vec<&'a Value> {
    if let Some(name) = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
        return objects(components, &components[name]);
    }
    if let Some(choices) = schema["anyOf"].as_array() {
        return choices.iter().flat_map(|choice| objects(components, choice)).collect();
    }
    if schema["type"] == "array" {
        return objects(components, &schema["items"]);
    }
    if schema.get("properties").is_some() { vec![schema] } else { Vec::new() }
}
