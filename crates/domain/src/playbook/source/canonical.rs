//! One text per document, for its hash.

use serde_json::Value;

use super::Playbook;

/// The document as JSON without spaces and with sorted keys: equal documents give equal texts.
#[must_use]
pub fn canonical(playbook: &Playbook) -> String {
    let mut text = String::new();
    // Every map of the document has texts as keys, so this cannot fail.
    write(&serde_json::to_value(playbook).unwrap_or_default(), &mut text);
    text
}

fn write(value: &Value, text: &mut String) {
    match value {
        Value::Array(items) => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                write(item, text);
            }
            text.push(']');
        }
        Value::Object(fields) => {
            // The order of a map depends on features of the library; this one does not.
            let mut keys: Vec<&String> = fields.keys().collect();
            keys.sort_unstable();
            text.push('{');
            for (index, key) in keys.into_iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                text.push_str(&Value::String(key.clone()).to_string());
                text.push(':');
                write(&fields[key], text);
            }
            text.push('}');
        }
        other => text.push_str(&other.to_string()),
    }
}
