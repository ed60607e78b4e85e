//! Lists: filters, order and pages.

use serde_json::{Value, json};

use crate::errors::{Answer, ApiError};
use crate::values::text;

/// Parameters every list understands; the rest are filters.
const PAGING: [&str; 4] = ["limit", "starting_after", "ending_before", "expand"];

/// One page of `found`, which is in the order of the list (newest first).
pub(crate) fn page(url: &str, found: Vec<Value>, params: &Value) -> Answer {
    let limit = limit(params)?;
    let position = |param: &str| match params[param].as_str() {
        None => Ok(None),
        Some(id) => found
            .iter()
            .position(|object| object["id"] == id)
            .map(Some)
            .ok_or_else(|| ApiError::no_such_param("object", id, param)),
    };
    let (after, before) = (position("starting_after")?, position("ending_before")?);
    let (start, end) = match (after, before) {
        (Some(_), Some(_)) => {
            return Err(ApiError::invalid(
                "You may only specify one of these parameters: starting_after, ending_before.",
            )
            .code("parameters_exclusive"));
        }
        (Some(at), None) => (at + 1, (at + 1 + limit).min(found.len())),
        (None, Some(at)) => (at.saturating_sub(limit), at),
        (None, None) => (0, limit.min(found.len())),
    };
    let has_more = if before.is_some() { start > 0 } else { end < found.len() };
    Ok(json!({ "object": "list", "data": found[start..end], "has_more": has_more, "url": url }))
}

fn limit(params: &Value) -> Answer<usize> {
    let limit = params["limit"].as_i64().unwrap_or(10);
    usize::try_from(limit).ok().filter(|limit| (1..=100).contains(limit)).ok_or_else(|| {
        ApiError::invalid("Invalid integer: limit must be between 1 and 100")
            .code("parameter_invalid_integer")
            .param("limit")
    })
}

/// Whether an object passes every filter that is a field of the same name.
///
/// `special` names the parameters the caller has looked at itself.
pub(crate) fn passes(object: &Value, params: &Value, special: &[&str]) -> bool {
    params.as_object().into_iter().flatten().all(|(name, wanted)| {
        PAGING.contains(&name.as_str())
            || special.contains(&name.as_str())
            || field_passes(&object[name], wanted)
    })
}

fn field_passes(field: &Value, wanted: &Value) -> bool {
    match wanted {
        Value::Object(range) => {
            let Some(at) = field.as_i64() else { return false };
            range.iter().all(|(bound, limit)| {
                let limit = limit.as_i64().unwrap_or_default();
                match bound.as_str() {
                    "gt" => at > limit,
                    "gte" => at >= limit,
                    "lt" => at < limit,
                    "lte" => at <= limit,
                    _ => false,
                }
            })
        }
        wanted => field == wanted,
    }
}

/// Whether the object's id is in the array `ids`, or no such filter was sent.
pub(crate) fn in_ids(object: &Value, params: &Value, param: &str, field: &str) -> bool {
    params[param].as_array().is_none_or(|ids| ids.iter().any(|id| id == text(object, field)))
}
