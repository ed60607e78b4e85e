//! Events: what happened, with the object as it was then.

use serde_json::{Map, Value, json};
use stripe_schema::API_VERSION;

use crate::state::Ctx;

impl Ctx<'_> {
    /// Records an event about `object`.
    pub(crate) fn emit(&mut self, kind: &str, object: &Value) {
        self.record_event(kind, json!({ "object": object }));
    }

    /// Records an update event if anything visible changed.
    pub(crate) fn emit_update(&mut self, kind: &str, before: &Value, after: &Value) {
        let previous = changed_fields(before, after);
        if !previous.is_empty() {
            self.record_event(kind, json!({ "object": after, "previous_attributes": previous }));
        }
    }

    fn record_event(&mut self, kind: &str, data: Value) {
        let id = self.ids.long("evt_1");
        let mut event = json!({
            "id": id,
            "object": "event",
            "api_version": API_VERSION,
            "created": self.now,
            "data": data,
            "livemode": false,
            "pending_webhooks": 0,
            "request": {
                "id": self.cause.request_id,
                "idempotency_key": self.cause.idempotency_key,
            },
            "type": kind,
        });
        if self.account.id != crate::state::PLATFORM {
            event["account"] = json!(self.account.id);
        }
        self.account.put(event);
        self.account.outgoing.push(id);
    }
}

/// The old values of the top-level fields that differ.
fn changed_fields(before: &Value, after: &Value) -> Map<String, Value> {
    let names = [before, after].into_iter().filter_map(Value::as_object).flat_map(Map::keys);
    let mut changed = Map::new();
    for name in names {
        if before[name] != after[name] {
            changed.insert(name.clone(), before[name].clone());
        }
    }
    changed
}
