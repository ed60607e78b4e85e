//! The demo's customers, as the page and the JSON line list them.

use serde::Serialize;
use serde_json::Value;
use stripe_sandbox::Snapshot;

use super::Demo;

/// One customer of the cast.
#[derive(Debug, Serialize)]
pub(super) struct Member {
    pub(super) id: String,
    email: String,
    name: String,
    pub(super) note: String,
    subscriptions: Vec<String>,
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
        })
        .collect()
}

fn name_of(snapshot: &Snapshot, id: &str) -> String {
    let name = snapshot.objects.get(id).and_then(|customer| customer["name"].as_str());
    name.map_or_else(String::new, ToOwned::to_owned)
}

/// Text of a field.
pub(super) fn text<'a>(object: &'a Value, field: &str) -> &'a str {
    object[field].as_str().unwrap_or_default()
}
