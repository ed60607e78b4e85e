//! Faults on demand: what goes wrong, and with which request.

use serde::{Deserialize, Serialize};

use crate::errors::ApiError;

/// Something that goes wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Fault {
    /// Nothing happens and no answer ever comes.
    TimeoutBeforeEffect,
    /// The request takes effect, and no answer ever comes.
    TimeoutAfterEffect,
    /// Nothing happens and the connection closes without an answer.
    ResetBeforeEffect,
    /// The request takes effect, and the connection closes without an answer.
    ResetAfterEffect,
    /// 429 with `Stripe-Rate-Limited-Reason`; no effect, nothing stored.
    #[serde(rename = "rate_limited_429")]
    RateLimited429 {
        /// Stripe's word for the limit, for example `global-rate`.
        reason: String,
    },
    /// 429 with code `lock_timeout`; no effect, nothing stored.
    #[serde(rename = "lock_timeout_429")]
    LockTimeout429,
    /// 409; no effect, nothing stored.
    #[serde(rename = "conflict_409")]
    Conflict409,
    /// 400, as for a subscription that something else manages; no effect, nothing stored.
    #[serde(rename = "refused_400")]
    Refused400,
    /// 500 stored under the idempotency key, without the effect: a retry replays it.
    #[serde(rename = "server_error_500_stored")]
    ServerError500Stored,
    /// The request takes effect, and 500 is answered and stored under the key.
    #[serde(rename = "server_error_500_after_effect")]
    ServerError500AfterEffect,
    /// 503; no effect, nothing stored.
    #[serde(rename = "service_unavailable_503")]
    ServiceUnavailable503,
    /// The request takes effect, and the answer is cut off in the middle of its JSON.
    BadJson,
    /// Every stored idempotency key is forgotten before the request runs.
    PruneIdempotencyKeys,
    /// The request waits, its key in use, until the held requests are released; then it runs.
    Hold,
}

/// Which requests a fault meets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FaultRule {
    /// The method, or any.
    #[serde(default)]
    pub method: Option<String>,
    /// The beginning of the path, or any.
    #[serde(default)]
    pub path_prefix: Option<String>,
    /// How many matching requests pass unharmed first.
    #[serde(default)]
    pub after: u32,
    /// How many matching requests are met after that.
    #[serde(default = "once")]
    pub times: u32,
    /// What happens to them.
    pub fault: Fault,
}

fn once() -> u32 {
    1
}

impl FaultRule {
    /// A rule that meets every request once; narrow it with [`Self::on`].
    pub fn once(fault: Fault) -> Self {
        Self { method: None, path_prefix: None, after: 0, times: 1, fault }
    }

    /// Narrows the rule to one method and the beginning of a path.
    #[must_use]
    pub fn on(self, method: &str, path_prefix: &str) -> Self {
        Self { method: Some(method.to_owned()), path_prefix: Some(path_prefix.to_owned()), ..self }
    }
}

/// A rule and what is left of it.
#[derive(Debug)]
pub(crate) struct ActiveRule(FaultRule);

impl ActiveRule {
    pub(crate) fn new(rule: FaultRule) -> Self {
        Self(rule)
    }

    fn matches(&self, method: &str, path: &str) -> bool {
        self.0.method.as_deref().is_none_or(|wanted| wanted.eq_ignore_ascii_case(method))
            && self.0.path_prefix.as_deref().is_none_or(|prefix| path.starts_with(prefix))
    }

    /// Counts one matching request.
    fn take(&mut self) -> Option<Fault> {
        if self.0.after > 0 {
            self.0.after -= 1;
            return None;
        }
        self.0.times = self.0.times.checked_sub(1)?;
        Some(self.0.fault.clone())
    }
}

/// The fault this request meets, if any. The first rule that strikes wins.
pub(crate) fn strike(rules: &mut Vec<ActiveRule>, method: &str, path: &str) -> Option<Fault> {
    let fault =
        rules.iter_mut().filter(|rule| rule.matches(method, path)).find_map(ActiveRule::take);
    rules.retain(|rule| rule.0.times > 0);
    fault
}

impl Fault {
    /// The answer of a fault that refuses the request before anything happens.
    pub(crate) fn refusal(&self) -> Option<ApiError> {
        match self {
            Self::RateLimited429 { reason } => Some(
                ApiError::invalid("Request rate limit exceeded.")
                    .code("rate_limit")
                    .status(429)
                    .header("stripe-rate-limited-reason", reason.clone()),
            ),
            Self::LockTimeout429 => Some(
                ApiError::invalid(
                    "This object cannot be accessed right now because another API request or \
                     Stripe process is currently accessing it.",
                )
                .code("lock_timeout")
                .status(429),
            ),
            Self::Conflict409 => {
                Some(ApiError::invalid("The request conflicts with another request.").status(409))
            }
            Self::Refused400 => {
                Some(ApiError::invalid("Something else manages this object; change it there."))
            }
            Self::ServiceUnavailable503 => {
                Some(ApiError::api(503, "Stripe is temporarily unavailable."))
            }
            _ => None,
        }
    }

    pub(crate) fn server_error() -> ApiError {
        ApiError::api(500, "An unknown error occurred.")
    }
}
