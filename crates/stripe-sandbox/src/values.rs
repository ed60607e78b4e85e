//! Small readers for the JSON objects the sandbox keeps.

use serde_json::Value;

/// The text of a field, or the empty text.
pub(crate) fn text<'a>(object: &'a Value, field: &str) -> &'a str {
    object[field].as_str().unwrap_or_default()
}

/// The integer of a field, or zero.
pub(crate) fn int(object: &Value, field: &str) -> i64 {
    object[field].as_i64().unwrap_or_default()
}

/// The elements of a list that is a plain array.
pub(crate) fn array<'a>(object: &'a Value, field: &str) -> &'a [Value] {
    object[field].as_array().map_or(&[], Vec::as_slice)
}

/// The elements of an embedded list object (`{"object": "list", "data": […]}`).
pub(crate) fn data(list: &Value) -> &[Value] {
    array(list, "data")
}

/// The texts of a field that is an array of ids.
pub(crate) fn texts(object: &Value, field: &str) -> Vec<String> {
    array(object, field).iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// An embedded list object with all elements on its one page.
pub(crate) fn list(url: &str, elements: Vec<Value>) -> Value {
    serde_json::json!({
        "object": "list", "data": elements, "has_more": false, "url": url
    })
}
