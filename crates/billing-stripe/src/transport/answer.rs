//! What came back.

use std::time::Duration;

use reqwest::header::{HeaderMap, RETRY_AFTER};

/// Longest wait that is believed, so that a wrong header cannot park an action.
const MAX_RETRY_AFTER: Duration = Duration::from_secs(3600);

/// One answer with a status.
#[derive(Debug, Default)]
pub(super) struct Answer {
    pub(super) status: u16,
    /// `Stripe-Should-Retry`, when it is there.
    pub(super) should_retry: Option<bool>,
    /// The answer is the stored one of an earlier request with the same key.
    pub(super) is_replayed: bool,
    pub(super) retry_after: Option<Duration>,
    /// Stripe's name of the exchange, for its support and our logs.
    pub(super) request_id: Option<String>,
    pub(super) body: Vec<u8>,
}

impl Answer {
    pub(super) fn new(status: u16, headers: &HeaderMap) -> Self {
        let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        Self {
            status,
            should_retry: text("stripe-should-retry").and_then(|word| word.parse().ok()),
            is_replayed: text("idempotent-replayed") == Some("true"),
            retry_after: text(RETRY_AFTER.as_str()).and_then(retry_after),
            request_id: text("request-id").map(str::to_owned),
            body: Vec::new(),
        }
    }

    pub(super) fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

/// Seconds; the date form of the header is not used by Stripe and is ignored.
fn retry_after(text: &str) -> Option<Duration> {
    let seconds: u64 = text.trim().parse().ok()?;
    Some(Duration::from_secs(seconds).min(MAX_RETRY_AFTER))
}

/// The end of one attempt.
#[derive(Debug)]
pub(super) enum Attempt {
    /// A whole answer.
    Answered(Answer),
    /// The connection failed or broke; the server may or may not have acted.
    Lost {
        /// For the operator; holds no address, as ours may name a customer.
        reason: String,
    },
    /// The request could not be written; nothing was sent.
    Unsendable {
        /// For the operator.
        reason: &'static str,
    },
}

impl Attempt {
    /// A stored 5xx: the same key brings it again, for ever.
    pub(super) fn is_replayed_failure(&self) -> bool {
        matches!(self, Self::Answered(answer) if answer.is_replayed && answer.status >= 500)
    }
}
