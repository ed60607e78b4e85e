//! The demo's customers, as the page and the JSON line list them.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};
use stripe_sandbox::{CastMember, Snapshot};

use super::Demo;

/// One customer of the cast.
#[derive(Debug, Serialize)]
pub(super) struct Member {
    pub(super) id: String,
    email: String,
    name: String,
    pub(super) note: String,
    subscriptions: Vec<String>,
    attributes: BTreeMap<String, i64>,
}

/// The cast, the first one first.
pub(super) fn members(demo: &Demo) -> Vec<Member> {
    let snapshot = demo.sandbox.inspect();
    demo.cast
        .iter()
        .cloned()
        .map(|member| Member {
            name: name_of(&snapshot, &member.customer_id),
            id: member.customer_id,
            email: member.email,
            note: member.note,
            subscriptions: member.subscription_ids,
            attributes: member.attributes,
        })
        .collect()
}

/// The subject of a session with what the business knows about its customer, unless the page says
/// so itself.
pub(super) fn with_attributes(cast: &[CastMember], mut subject: Value) -> Value {
    let (id, email) = (text(&subject, "customer_id"), text(&subject, "customer_email"));
    let known = cast.iter().find(|member| member.customer_id == id || member.email == email);
    if let Some(known) = known.filter(|known| !known.attributes.is_empty())
        && subject.get("attributes").is_none()
    {
        subject["attributes"] = json!(known.attributes);
    }
    subject
}

fn name_of(snapshot: &Snapshot, id: &str) -> String {
    let name = snapshot.objects.get(id).and_then(|customer| customer["name"].as_str());
    name.map_or_else(String::new, ToOwned::to_owned)
}

/// Text of a field.
pub(super) fn text<'a>(object: &'a Value, field: &str) -> &'a str {
    object[field].as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_carries_what_is_known_unless_the_page_says_so() {
        let member = |id: &str, attributes: BTreeMap<String, i64>| CastMember {
            customer_id: id.to_owned(),
            email: format!("{id}@example.com"),
            note: String::new(),
            subscription_ids: Vec::new(),
            attributes,
        };
        let low_use = BTreeMap::from([("notes_last_30_days".to_owned(), 2)]);
        let cast = [member("cus_a", low_use), member("cus_b", BTreeMap::new())];
        let known = json!({ "notes_last_30_days": 2 });
        for (subject, expected) in [
            (json!({ "customer_id": "cus_a" }), known.clone()),
            (json!({ "customer_email": "cus_a@example.com" }), known),
            (json!({ "customer_id": "cus_a", "attributes": {} }), json!({})),
            (json!({ "customer_id": "cus_b" }), Value::Null),
            (json!({ "customer_id": "cus_c" }), Value::Null),
            (json!({}), Value::Null),
        ] {
            let sent = with_attributes(&cast, subject.clone());
            assert_eq!(sent["attributes"], expected, "{subject}");
        }
    }
}
