//! What the host page is told of a decision: the SDK's callback payload.

use domain::outcome::Outcome;
use engine::ports::DecisionRecord;
use serde_json::{Value, json};

use crate::i18n::machine_time;
use crate::view::pages::{DecidedOutcome, Decision};

/// The payload of a decision.
pub(super) fn decision(record: &DecisionRecord, session_id: &str) -> Decision {
    let outcome = match record.outcome {
        Outcome::Canceled => DecidedOutcome::Cancelled,
        Outcome::Retained | Outcome::Abandoned => DecidedOutcome::Retained,
    };
    let mut payload = json!({ "outcome": outcome.to_string(), "sessionId": session_id });
    if let Some(taken) = record.flow.decision().and_then(domain::flow::Decision::taken) {
        payload["offer"] = json!({ "id": taken.offer.id, "kind": taken.offer.effect.as_str() });
    }
    if let Some(answer) = &record.flow.answer
        && let Some(id) = &answer.reason_id
    {
        payload["reason"] = json!({ "id": id, "feedback": answer.feedback });
    }
    payload["effectiveAt"] = effective_at(record);
    Decision { outcome, payload_json: payload.to_string() }
}

/// When the decision takes effect: the end of a canceled subscription once the provider has
/// confirmed it, else the moment of the decision.
fn effective_at(record: &DecisionRecord) -> Value {
    let after = record.action.as_ref().and_then(|action| action.after.as_ref());
    let ends_at = match record.outcome {
        Outcome::Canceled => after.and_then(domain::subscription::Subscription::ends_at),
        _ => None,
    };
    json!(machine_time(ends_at.unwrap_or(record.decided_at)))
}
