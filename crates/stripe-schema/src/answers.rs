//! Answers against the document: OpenAPI 3.0 schemas turned into JSON Schema, compiled on demand.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use jsonschema::Validator;
use serde_json::{Map, Value, json};

use crate::operation::Operation;

/// Compiled validators, by the text of the schema they were made from.
pub(crate) struct Validators {
    /// All components, converted.
    components: Value,
    compiled: Mutex<HashMap<String, Arc<Validator>>>,
}

impl Validators {
    pub(crate) fn new(components: &Value) -> Self {
        let converted = components
            .as_object()
            .into_iter()
            .flatten()
            .map(|(name, schema)| (name.clone(), convert(schema)))
            .collect::<Map<_, _>>();
        Self { components: Value::Object(converted), compiled: Mutex::new(HashMap::new()) }
    }

    pub(crate) fn check_answer(
        &self,
        operation: &Operation,
        status: u16,
        answer: &Value,
    ) -> Result<(), Vec<String>> {
        if (200..300).contains(&status) {
            self.check(&operation.answer, answer)
        } else {
            self.check_schema("error", answer)
        }
    }

    pub(crate) fn check_schema(&self, name: &str, object: &Value) -> Result<(), Vec<String>> {
        self.check(&json!({ "$ref": format!("#/components/schemas/{name}") }), object)
    }

    fn check(&self, schema: &Value, answer: &Value) -> Result<(), Vec<String>> {
        let faults: Vec<String> = self
            .validator(schema)?
            .iter_errors(answer)
            .map(|error| format!("{}: {}", error.instance_path(), shorten(&error.to_string())))
            .collect();
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }

    fn validator(&self, schema: &Value) -> Result<Arc<Validator>, Vec<String>> {
        let key = schema.to_string();
        let mut compiled = self.compiled.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(validator) = compiled.get(&key) {
            return Ok(Arc::clone(validator));
        }
        let mut root = convert(schema);
        root["components"] = json!({ "schemas": self.components });
        let validator = jsonschema::draft202012::options()
            .build(&root)
            .map_err(|error| vec![format!("the schema does not compile: {error}")])?;
        let validator = Arc::new(validator);
        compiled.insert(key, Arc::clone(&validator));
        Ok(validator)
    }
}

/// Errors quote the whole value at fault; the beginning is enough to find it.
fn shorten(text: &str) -> String {
    const ENDS: usize = 400;
    let count = text.chars().count();
    if count <= 2 * ENDS {
        return text.to_owned();
    }
    let head: String = text.chars().take(ENDS).collect();
    let tail: String = text.chars().skip(count - ENDS).collect();
    format!("{head} … {tail}")
}

/// `nullable` becomes an alternative, and objects refuse fields the document does not list.
fn convert(schema: &Value) -> Value {
    let Some(source) = schema.as_object() else { return schema.clone() };
    let mut object = Map::new();
    for (keyword, value) in source {
        let converted = match keyword.as_str() {
            "properties" => value
                .as_object()
                .into_iter()
                .flatten()
                .map(|(name, property)| (name.clone(), convert(property)))
                .collect::<Map<_, _>>()
                .into(),
            "items" | "additionalProperties" => convert(value),
            "anyOf" => value.as_array().into_iter().flatten().map(convert).collect(),
            "type" | "enum" | "required" | "maxLength" | "pattern" | "$ref" => value.clone(),
            // Descriptions, formats, Stripe's own extensions: nothing to check.
            _ => continue,
        };
        object.insert(keyword.clone(), converted);
    }
    if object.contains_key("properties") && !object.contains_key("additionalProperties") {
        object.insert("additionalProperties".to_owned(), Value::Bool(false));
    }
    let converted = Value::Object(object);
    if schema["nullable"] == true {
        return json!({ "anyOf": [converted, { "type": "null" }] });
    }
    converted
}
