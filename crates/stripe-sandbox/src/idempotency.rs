//! Idempotency keys: a result is stored once execution begins and replayed to the same request.

use serde_json::Value;

use crate::errors::ApiError;
use crate::state::Account;

/// Seconds a key is kept. Stripe promises at least this long.
const KEPT_FOR: i64 = 24 * 60 * 60;

/// Longest key accepted, in characters.
const MAX_LENGTH: usize = 255;

/// What is known of a key.
#[derive(Debug, Clone)]
pub(crate) struct KeyRecord {
    fingerprint: Fingerprint,
    created: i64,
    /// `None` while the first request with this key is still running.
    outcome: Option<StoredAnswer>,
}

/// What must be equal for a request to count as the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fingerprint {
    pub(crate) path: String,
    pub(crate) parameters: String,
}

/// An answer that can be replayed.
#[derive(Debug, Clone)]
pub(crate) struct StoredAnswer {
    pub(crate) status: u16,
    pub(crate) body: Value,
    pub(crate) request_id: String,
}

/// What a key means for a request.
pub(crate) enum KeyState {
    /// Never seen, or forgotten: the request runs.
    New,
    /// Seen with the same request: its answer again.
    Replay(StoredAnswer),
}

/// Looks a key up without claiming it.
pub(crate) fn look_up(
    account: &mut Account,
    key: &str,
    fingerprint: &Fingerprint,
    now: i64,
) -> Result<KeyState, ApiError> {
    if key.chars().count() > MAX_LENGTH {
        return Err(ApiError::invalid(format!(
            "Idempotency keys may be at most {MAX_LENGTH} characters."
        )));
    }
    let Some(record) = account.keys.get(key) else { return Ok(KeyState::New) };
    let Some(outcome) = &record.outcome else {
        return Err(ApiError {
            kind: "idempotency_error",
            ..ApiError::invalid(format!(
                "There is currently another in-progress request using this idempotency key \
                 ('{key}'). Please try again later."
            ))
            .code("idempotency_key_in_use")
            .status(409)
        });
    };
    if now - record.created >= KEPT_FOR {
        account.keys.remove(key);
        return Ok(KeyState::New);
    }
    if record.fingerprint != *fingerprint {
        return Err(mismatch(key, &record.fingerprint, fingerprint));
    }
    Ok(KeyState::Replay(outcome.clone()))
}

fn mismatch(key: &str, first: &Fingerprint, now: &Fingerprint) -> ApiError {
    let message = if first.path == now.path {
        format!(
            "Keys for idempotent requests can only be used with the same parameters they were \
             first used with. Try using a key other than '{key}' if you meant to execute a \
             different request."
        )
    } else {
        format!(
            "Keys for idempotent requests can only be used for the same endpoint they were first \
             used for ('{}' vs '{}'). Try using a key other than '{key}' if you meant to execute a \
             different request.",
            now.path, first.path
        )
    };
    ApiError { kind: "idempotency_error", ..ApiError::invalid(message) }
}

/// Marks a key as running.
pub(crate) fn claim(account: &mut Account, key: &str, fingerprint: Fingerprint, now: i64) {
    let record = KeyRecord { fingerprint, created: now, outcome: None };
    account.keys.insert(key.to_owned(), record);
}

/// Stores the answer under a claimed key.
pub(crate) fn complete(account: &mut Account, key: &str, outcome: StoredAnswer) {
    if let Some(record) = account.keys.get_mut(key) {
        record.outcome = Some(outcome);
    }
}

/// Forgets every completed key.
pub(crate) fn prune(account: &mut Account) {
    account.keys.retain(|_, record| record.outcome.is_none());
}
