//! Parameters that many calls share.

use serde_json::{Map, Value, json};

use crate::errors::{Answer, ApiError};

/// Refuses members of a group the sandbox does not act on. `group` is their name on the wire.
pub(crate) fn only(params: &Value, allowed: &[&str], group: &str) -> Answer<()> {
    for name in params.as_object().into_iter().flatten().map(|(name, _)| name.as_str()) {
        if name != "expand" && !allowed.contains(&name) {
            let param = if group.is_empty() { name.to_owned() } else { format!("{group}[{name}]") };
            return Err(ApiError::invalid(format!(
                "The sandbox does not implement the parameter {param} of this call."
            ))
            .param(param));
        }
    }
    Ok(())
}

/// Sets text fields that were sent; an empty text clears the field.
pub(crate) fn set_texts(object: &mut Value, params: &Value, fields: &[&str]) {
    for field in fields {
        if let Some(text) = params[*field].as_str() {
            object[*field] = if text.is_empty() { Value::Null } else { json!(text) };
        }
    }
}

/// Copies the fields that were sent, whatever their type.
pub(crate) fn copy(object: &mut Value, params: &Value, fields: &[&str]) {
    for field in fields {
        if let Some(value) = params.get(*field) {
            object[*field] = value.clone();
        }
    }
}

/// Merges `metadata`: sent keys replace, an empty value removes its key, an empty text removes
/// all. Limits: 50 keys, 40 characters in a key, 500 in a value.
pub(crate) fn merge_metadata(object: &mut Value, params: &Value) -> Answer<()> {
    let mut metadata = object["metadata"].as_object().cloned().unwrap_or_else(Map::new);
    match params.get("metadata") {
        None => {}
        Some(Value::Object(sent)) => {
            for (key, value) in sent {
                check_entry(key, value)?;
                if value == "" {
                    metadata.remove(key);
                } else {
                    metadata.insert(key.clone(), value.clone());
                }
            }
        }
        Some(_) => metadata.clear(),
    }
    if metadata.len() > 50 {
        return Err(ApiError::invalid("Metadata can have at most 50 keys.").param("metadata"));
    }
    object["metadata"] = Value::Object(metadata);
    Ok(())
}

fn check_entry(key: &str, value: &Value) -> Answer<()> {
    let length = value.as_str().map_or(0, |text| text.chars().count());
    if key.chars().count() <= 40 && length <= 500 {
        return Ok(());
    }
    Err(ApiError::invalid(
        "Metadata keys can have up to 40 characters and values up to 500 characters.",
    )
    .param(format!("metadata[{key}]")))
}

/// An address with every field the object has.
pub(crate) fn address(sent: &Value) -> Value {
    let mut address = json!({
        "city": null, "country": null, "line1": null, "line2": null, "postal_code": null,
        "state": null,
    });
    set_texts(&mut address, sent, &["city", "country", "line1", "line2", "postal_code", "state"]);
    address
}
