//! Decodes a tree of form parameters to the types of a schema and collects every fault on the way.

use serde_json::{Map, Value};

use crate::form::Node;
use crate::issue::{Issue, IssueKind};

/// The decoded parameters (always an object) and the faults found.
pub(crate) fn read(schema: &Value, tree: &Node) -> (Value, Vec<Issue>) {
    let mut issues = Vec::new();
    let value = read_node(schema, tree, "", &mut issues);
    (value, issues)
}

fn read_node(schema: &Value, node: &Node, param: &str, issues: &mut Vec<Issue>) -> Value {
    if let Some(choices) = schema["anyOf"].as_array() {
        return read_any_of(choices, node, param, issues);
    }
    match (schema["type"].as_str(), node) {
        (Some("object"), Node::Group(members)) => read_object(schema, members, param, issues),
        (Some("array"), Node::Group(members)) => read_array(schema, members, param, issues),
        (Some("object"), Node::Leaf(_)) => refuse(IssueKind::NotAnObject, param, issues),
        (Some("array"), Node::Leaf(_)) => refuse(IssueKind::NotAnArray, param, issues),
        (_, Node::Group(_)) => refuse(IssueKind::NotAString, param, issues),
        (kind, Node::Leaf(text)) => read_leaf(schema, kind, text, param, issues),
    }
}

/// The first alternative without a fault, or the faults of the one that fits best by shape.
fn read_any_of(choices: &[Value], node: &Node, param: &str, issues: &mut Vec<Issue>) -> Value {
    let grouped = matches!(node, Node::Group(_));
    let mut best: Option<Vec<Issue>> = None;
    for choice in choices {
        let mut found = Vec::new();
        let value = read_node(choice, node, param, &mut found);
        if found.is_empty() {
            return value;
        }
        let takes_groups = matches!(choice["type"].as_str(), Some("object" | "array"));
        if best.is_none() || (takes_groups == grouped && choice["enum"][0] != "") {
            best = Some(found);
        }
    }
    issues.extend(best.unwrap_or_default());
    Value::Null
}

fn read_object(
    schema: &Value,
    members: &[(String, Node)],
    param: &str,
    issues: &mut Vec<Issue>,
) -> Value {
    let properties = &schema["properties"];
    // `additionalProperties` is `false` on bodies and a schema on maps such as metadata.
    let others = &schema["additionalProperties"];
    let mut object = Map::new();
    for (name, node) in members {
        let param = join(param, name);
        let member = properties.get(name).or(others.is_object().then_some(others));
        match member {
            Some(member) => {
                object.insert(name.clone(), read_node(member, node, &param, issues));
            }
            None => issues.push(Issue::new(IssueKind::UnknownParameter, param)),
        }
    }
    for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if !members.iter().any(|(given, _)| given == name) {
            issues.push(Issue::new(IssueKind::Missing, join(param, name)));
        }
    }
    Value::Object(object)
}

fn read_array(
    schema: &Value,
    members: &[(String, Node)],
    param: &str,
    issues: &mut Vec<Issue>,
) -> Value {
    let mut items: Vec<(u32, Value)> = Vec::new();
    for (name, node) in members {
        let param = join(param, name);
        match name.parse() {
            Ok(index) => items.push((index, read_node(&schema["items"], node, &param, issues))),
            Err(_) => issues.push(Issue::new(IssueKind::NotAnArray, param)),
        }
    }
    items.sort_by_key(|(index, _)| *index);
    Value::Array(items.into_iter().map(|(_, value)| value).collect())
}

fn read_leaf(
    schema: &Value,
    kind: Option<&str>,
    text: &str,
    param: &str,
    issues: &mut Vec<Issue>,
) -> Value {
    match kind {
        Some("integer") => match text.parse::<i64>() {
            Ok(number) => Value::from(number),
            Err(_) => refuse(IssueKind::NotAnInteger(text.to_owned()), param, issues),
        },
        Some("number") => match text.parse::<f64>() {
            Ok(number) if number.is_finite() => Value::from(number),
            _ => refuse(IssueKind::NotANumber(text.to_owned()), param, issues),
        },
        Some("boolean") => match text {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            _ => refuse(IssueKind::NotABoolean(text.to_owned()), param, issues),
        },
        _ => read_text(schema, text, param, issues),
    }
}

fn read_text(schema: &Value, text: &str, param: &str, issues: &mut Vec<Issue>) -> Value {
    if let Some(allowed) = schema["enum"].as_array()
        && !allowed.iter().any(|value| value == text)
    {
        let allowed = allowed.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        return refuse(IssueKind::NotInEnum { got: text.to_owned(), allowed }, param, issues);
    }
    let got = text.chars().count();
    if let Some(max) = schema["maxLength"].as_u64().and_then(|max| usize::try_from(max).ok())
        && got > max
    {
        return refuse(IssueKind::TooLong { got, max }, param, issues);
    }
    Value::from(text)
}

fn refuse(kind: IssueKind, param: &str, issues: &mut Vec<Issue>) -> Value {
    issues.push(Issue::new(kind, param));
    Value::Null
}

fn join(param: &str, name: &str) -> String {
    if param.is_empty() { name.to_owned() } else { format!("{param}[{name}]") }
}
