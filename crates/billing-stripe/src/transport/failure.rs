//! What an answer means that is not the one hoped for.

use engine::ports::{BillingAccount, BillingError};

use super::answer::{Answer, Attempt};
use super::reason::reason;
use crate::wire::{ErrorBody, ErrorEnvelope};

/// An error, and whether its idempotency key can bring nothing else any more.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) error: BillingError,
    /// Stripe has stored a failure under the key, or the outcome of other parameters. A read
    /// tells what has become of the earlier request.
    pub(crate) is_key_spent: bool,
    /// The parameter Stripe objects to.
    pub(crate) param: Option<String>,
}

impl Failure {
    pub(super) fn new(attempt: &Attempt, account: &BillingAccount) -> Self {
        let (is_key_spent, param) = match attempt {
            Attempt::Answered(answer) => {
                let is_taken = answer.status == 400 && is_idempotency_error(answer);
                (is_taken || answer.is_replayed, error_of(answer).and_then(|error| error.param))
            }
            _ => (false, None),
        };
        Self { error: from_attempt(attempt, account), is_key_spent, param }
    }

    /// Whether Stripe refused the request for good.
    pub(crate) fn is_refusal(&self) -> bool {
        matches!(self.error, BillingError::Rejected { .. })
    }
}

impl From<BillingError> for Failure {
    fn from(error: BillingError) -> Self {
        Self { error, is_key_spent: false, param: None }
    }
}

impl From<Failure> for BillingError {
    fn from(failure: Failure) -> Self {
        failure.error
    }
}

/// The error an attempt without success amounts to.
pub(super) fn from_attempt(attempt: &Attempt, account: &BillingAccount) -> BillingError {
    match attempt {
        Attempt::Lost { reason } => unknown(reason.clone()),
        Attempt::Unsendable { reason } => {
            BillingError::Unauthorized { reason: (*reason).to_owned() }
        }
        Attempt::Answered(answer) => from_answer(answer, account),
    }
}

fn error_of(answer: &Answer) -> Option<ErrorBody> {
    let envelope = serde_json::from_slice::<ErrorEnvelope>(&answer.body);
    envelope.ok().map(|envelope| envelope.error)
}

fn is_idempotency_error(answer: &Answer) -> bool {
    error_of(answer).is_some_and(|error| error.kind.as_deref() == Some("idempotency_error"))
}

fn from_answer(answer: &Answer, account: &BillingAccount) -> BillingError {
    let error = error_of(answer);
    let sentence = || reason(&sentence(answer.status, error.as_ref()), &account.secret_key);
    match (answer.status, &error) {
        (401 | 403, _) => BillingError::Unauthorized { reason: sentence() },
        // An earlier request with the same key and other parameters may have had its effect.
        (400, _) if is_idempotency_error(answer) => unknown(sentence()),
        (400..=499, Some(error)) if !matches!(answer.status, 408 | 409 | 429) => {
            BillingError::Rejected { code: code(answer.status, error), reason: sentence() }
        }
        // Also a 4xx without Stripe's envelope: something in between spoke, not Stripe.
        _ => BillingError::Unknown {
            reason: sentence(),
            retry_after_ms: answer
                .retry_after
                .map(|wait| u64::try_from(wait.as_millis()).unwrap_or(u64::MAX)),
        },
    }
}

/// Errors without a code of their own have at least a type.
fn code(status: u16, error: &ErrorBody) -> String {
    error.code.as_ref().or(error.kind.as_ref()).cloned().unwrap_or_else(|| format!("http_{status}"))
}

fn sentence(status: u16, error: Option<&ErrorBody>) -> String {
    let Some(error) = error else { return format!("HTTP {status}") };
    let code = code(status, error);
    // Stripe quotes a faulty parameter, and these hold what a customer wrote.
    let is_private = error
        .param
        .as_deref()
        .is_some_and(|param| param.contains("comment") || param.contains("email"));
    match &error.message {
        Some(message) if !is_private => format!("HTTP {status} {code}: {message}"),
        _ => format!("HTTP {status} {code}"),
    }
}

fn unknown(reason: String) -> BillingError {
    BillingError::Unknown { reason, retry_after_ms: None }
}

/// A refusal in our own words, with nothing sent or nothing done.
pub(crate) fn rejected(code: &str, reason: impl Into<String>) -> BillingError {
    BillingError::Rejected { code: code.to_owned(), reason: reason.into() }
}

/// An answer of success that cannot be understood, so its effect is not proven.
pub(crate) fn unreadable(call: &'static str, problem: impl std::fmt::Display) -> BillingError {
    unknown(format!("{call}: unreadable answer: {problem}"))
}

/// Turns "no such object" into none.
pub(crate) fn missing_as_none<T>(
    result: Result<T, BillingError>,
) -> Result<Option<T>, BillingError> {
    match result {
        Ok(found) => Ok(Some(found)),
        Err(BillingError::Rejected { code, .. }) if code == "resource_missing" => Ok(None),
        Err(error) => Err(error),
    }
}
