//! What differs between two playbooks, by path: what it means, not how it is written.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Playbook;

/// Characters of a value that a line shows.
const SHOWN: usize = 120;

/// A value that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Where, such as `offers.offer_discount.effect.reduction.percent`: elements of a list are
    /// named by their id.
    pub path: String,
    /// The value before as JSON; none when it was not there.
    pub old: Option<Value>,
    /// The value after as JSON; none when it is gone.
    pub new: Option<Value>,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = &self.path;
        match (self.old.as_ref().map(short), self.new.as_ref().map(short)) {
            (Some(old), Some(new)) => write!(f, "~ {path}: {old} → {new}"),
            (Some(old), None) => write!(f, "- {path}: {old}"),
            (None, Some(new)) => write!(f, "+ {path}: {new}"),
            (None, None) => write!(f, "  {path}"),
        }
    }
}

/// A value on a line.
fn short(value: &Value) -> String {
    let text = value.to_string();
    if text.chars().count() <= SHOWN {
        return text;
    }
    let begin: String = text.chars().take(SHOWN).collect();
    format!("{begin}…")
}

/// Every difference, in the order of the paths. Empty: the documents are equal.
#[must_use]
pub fn diff(old: &Playbook, new: &Playbook) -> Vec<Change> {
    let value = |playbook| serde_json::to_value(playbook).unwrap_or_default();
    let mut changes = Vec::new();
    compare("", Some(&value(old)), Some(&value(new)), &mut changes);
    changes
}

fn compare(path: &str, old: Option<&Value>, new: Option<&Value>, changes: &mut Vec<Change>) {
    if old == new {
        return;
    }
    match (old, new) {
        (Some(Value::Object(before)), Some(Value::Object(after))) => {
            let fields = |map: &serde_json::Map<String, Value>| -> BTreeMap<String, Value> {
                map.iter().map(|(key, value)| (key.clone(), value.clone())).collect()
            };
            each(path, &fields(before), &fields(after), changes);
        }
        (Some(Value::Array(before)), Some(Value::Array(after))) => {
            match (by_id(before), by_id(after)) {
                (Some(old_items), Some(new_items)) => {
                    each(path, &old_items, &new_items, changes);
                    order(path, &ids(before), &ids(after), changes);
                }
                _ => push(path, old, new, changes),
            }
        }
        _ => push(path, old, new, changes),
    }
}

fn push(path: &str, old: Option<&Value>, new: Option<&Value>, changes: &mut Vec<Change>) {
    changes.push(Change { path: path.to_owned(), old: old.cloned(), new: new.cloned() });
}

fn each(
    path: &str,
    old: &BTreeMap<String, Value>,
    new: &BTreeMap<String, Value>,
    changes: &mut Vec<Change>,
) {
    let mut names: Vec<&String> = old.keys().chain(new.keys()).collect();
    names.sort_unstable();
    names.dedup();
    for name in names {
        let inner = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        compare(&inner, old.get(name), new.get(name), changes);
    }
}

/// What the elements of a list are told apart by.
fn id(item: &Value) -> Option<&str> {
    item.get("id").and_then(Value::as_str)
}

/// A list by the ids of its elements; none when they have none or share one.
fn by_id(items: &[Value]) -> Option<BTreeMap<String, Value>> {
    let map: BTreeMap<String, Value> = items
        .iter()
        .map(|item| Some((id(item)?.to_owned(), item.clone())))
        .collect::<Option<_>>()?;
    (map.len() == items.len()).then_some(map)
}

fn ids(items: &[Value]) -> Vec<String> {
    items.iter().filter_map(|item| id(item).map(str::to_owned)).collect()
}

/// Elements that are in both lists, in another order.
fn order(path: &str, old: &[String], new: &[String], changes: &mut Vec<Change>) {
    let common = |list: &[String], other: &[String]| -> Vec<Value> {
        let kept = list.iter().filter(|id| other.contains(id));
        kept.map(|id| Value::from(id.as_str())).collect()
    };
    let (before, after) = (common(old, new), common(new, old));
    if before != after {
        changes.push(Change {
            path: format!("{path} (order)"),
            old: Some(before.into()),
            new: Some(after.into()),
        });
    }
}
