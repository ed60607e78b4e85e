//! Which fields of an object `expand[]` may name.

use serde_json::Value;

pub(crate) fn is_expandable(components: &Value, kind: &str, field: &str) -> Option<bool> {
    // An event's data carries objects of any kind and is never expanded.
    let schema = components.get(kind)?;
    let listed = schema["x-expandableFields"]
        .as_array()
        .is_some_and(|fields| fields.iter().any(|known| known == field));
    let property = &schema["properties"][field];
    // An id whose object lies outside the cut is marked on the property instead.
    let marked = property.get("x-expandable").is_some_and(|mark| *mark != Value::Bool(false));
    Some(listed || marked)
}
