//! Who calls, in which version, for which account: the headers.

use axum::http::HeaderMap;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use stripe_schema::API_VERSION;

use crate::errors::{Answer, ApiError};
use crate::state::PLATFORM;

/// What the headers say.
#[derive(Debug, Clone)]
pub(crate) struct Headers {
    key: Option<String>,
    /// The version as sent, or the sandbox's own.
    pub(crate) version: String,
    /// The account acted on.
    pub(crate) account: String,
    pub(crate) idempotency_key: Option<String>,
    /// The `Stripe-Account` header as sent.
    pub(crate) account_header: Option<String>,
}

impl Headers {
    pub(crate) fn read(headers: &HeaderMap) -> Self {
        let text =
            |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let account_header = text("stripe-account");
        Self {
            key: text("authorization").as_deref().and_then(secret_key),
            version: text("stripe-version").unwrap_or_else(|| API_VERSION.to_owned()),
            account: account_header.clone().unwrap_or_else(|| PLATFORM.to_owned()),
            idempotency_key: text("idempotency-key"),
            account_header,
        }
    }

    /// Refuses a missing or foreign key and a malformed version or account.
    ///
    /// With no `accepted` keys, any `sk_test_` or `rk_test_` key will do.
    pub(crate) fn check(&self, accepted: &[String]) -> Answer<()> {
        let Some(key) = &self.key else {
            return Err(ApiError::invalid(
                "You did not provide an API key. You need to provide your API key in the \
                 Authorization header, using Bearer auth (e.g. 'Authorization: Bearer \
                 YOUR_SECRET_KEY').",
            )
            .status(401));
        };
        let known = if accepted.is_empty() {
            key.starts_with("sk_test_") || key.starts_with("rk_test_")
        } else {
            accepted.contains(key)
        };
        if !known {
            let shown: String = key.chars().take(8).collect();
            return Err(
                ApiError::invalid(format!("Invalid API Key provided: {shown}****")).status(401)
            );
        }
        if !is_version(&self.version) {
            return Err(ApiError::invalid(format!("Invalid Stripe API version: {}", self.version)));
        }
        if !self.account.starts_with("acct_") {
            return Err(self.no_access());
        }
        Ok(())
    }

    /// The answer for an account the key may not act on.
    pub(crate) fn no_access(&self) -> ApiError {
        ApiError::invalid(format!(
            "The provided key does not have access to account '{}' (or that account does not \
             exist). Application access may have been revoked.",
            self.account
        ))
        .code("account_invalid")
        .status(403)
    }
}

/// The key of `Bearer sk_…` or of basic authentication with the key as user name.
fn secret_key(authorization: &str) -> Option<String> {
    let (scheme, rest) = authorization.split_once(' ')?;
    if scheme.eq_ignore_ascii_case("bearer") {
        return Some(rest.trim().to_owned());
    }
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let decoded = String::from_utf8(STANDARD.decode(rest.trim()).ok()?).ok()?;
    decoded.split(':').next().map(str::to_owned)
}

/// `2026-08-26.dahlia`, or only the date as in versions before 2024-09-30.
fn is_version(version: &str) -> bool {
    let (date, name) = match version.split_once('.') {
        Some((date, name)) => (date, Some(name)),
        None => (version, None),
    };
    let parts: Vec<&str> = date.split('-').collect();
    let lengths = parts.iter().map(|part| part.len()).eq([4, 2, 2]);
    lengths
        && parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
        && name.is_none_or(|name| {
            !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_dates_with_an_optional_name() {
        for good in ["2026-08-26.dahlia", "2024-04-10"] {
            assert!(is_version(good), "{good}");
        }
        for bad in ["", "latest", "2026-8-26", "2026-08-26.", "2026-08-26.Dahlia", "2026-08-26-1"] {
            assert!(!is_version(bad), "{bad}");
        }
    }

    #[test]
    fn both_authentication_schemes_carry_the_key() {
        assert_eq!(secret_key("Bearer sk_test_1").as_deref(), Some("sk_test_1"));
        assert_eq!(secret_key("Basic c2tfdGVzdF8xOg==").as_deref(), Some("sk_test_1"));
        assert_eq!(secret_key("Digest x"), None);
    }
}
