//! The operations of the document and how a request finds its own.

use serde_json::{Map, Value, json};

/// The methods Stripe's v1 uses.
const METHODS: [&str; 3] = ["get", "post", "delete"];

/// One method on one path.
#[derive(Debug)]
pub(crate) struct Operation {
    pub(crate) method: &'static str,
    pub(crate) template: String,
    /// Object schema of query and body parameters together.
    pub(crate) params: Value,
    /// Schema of the 200 answer.
    pub(crate) answer: Value,
}

pub(crate) fn read_all(paths: &Value) -> Vec<Operation> {
    let mut operations = Vec::new();
    for (template, methods) in paths.as_object().into_iter().flatten() {
        for method in METHODS {
            if let Some(operation) = methods.get(method) {
                operations.push(Operation {
                    method,
                    template: template.clone(),
                    params: params_schema(operation),
                    answer: operation["responses"]["200"]["content"]["application/json"]["schema"]
                        .clone(),
                });
            }
        }
    }
    operations
}

/// Stripe reads query and body as one set of parameters, so they are one schema here.
fn params_schema(operation: &Value) -> Value {
    let body = &operation["requestBody"]["content"]["application/x-www-form-urlencoded"]["schema"];
    let mut properties = body["properties"].as_object().cloned().unwrap_or_else(Map::new);
    let mut required: Vec<Value> = body["required"].as_array().cloned().unwrap_or_default();
    for parameter in operation["parameters"].as_array().into_iter().flatten() {
        if parameter["in"] == "query" {
            let name = parameter["name"].as_str().unwrap_or_default();
            properties.insert(name.to_owned(), parameter["schema"].clone());
            if parameter["required"] == true {
                required.push(json!(name));
            }
        }
    }
    json!({ "type": "object", "properties": properties, "required": required })
}

/// The operation of a request and the values of its path variables.
pub(crate) fn find<'a>(
    operations: &'a [Operation],
    method: &str,
    path: &str,
) -> Option<(&'a Operation, Vec<String>)> {
    operations
        .iter()
        .filter(|operation| operation.method.eq_ignore_ascii_case(method))
        .filter_map(|operation| Some((operation, match_path(&operation.template, path)?)))
        // `/v1/customers/search` also matches `/v1/customers/{customer}`: the fewest variables win.
        .min_by_key(|(_, variables)| variables.len())
}

pub(crate) fn find_path(operations: &[Operation], path: &str) -> bool {
    operations.iter().any(|operation| match_path(&operation.template, path).is_some())
}

fn match_path(template: &str, path: &str) -> Option<Vec<String>> {
    let mut variables = Vec::new();
    let mut wanted = template.split('/');
    let mut given = path.split('/');
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return Some(variables),
            (Some(name), Some(value)) if name.starts_with('{') => {
                if value.is_empty() {
                    return None;
                }
                variables.push(value.to_owned());
            }
            (Some(name), Some(value)) if name == value => {}
            _ => return None,
        }
    }
}
