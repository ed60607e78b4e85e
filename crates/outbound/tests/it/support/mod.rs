//! What all tests share.

pub(crate) mod names;
pub(crate) mod raw;
pub(crate) mod receiver;

use std::sync::{LazyLock, Once};
use std::time::Duration;

use engine::ports::{AddressRefusal, CallRefusal, Outbound, OutboundCall, OutboundError};
use outbound::{HttpOutbound, OutboundOptions};
use secrecy::SecretString;

/// `whsec_` and the base64 form of 24 bytes.
pub(crate) const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

/// Another one, of 32 bytes.
pub(crate) const OLDER_SECRET: &str = "whsec_b2xkZXItc2VjcmV0LW9mLTMyLWJ5dGVzLWhlcmUhIQ==";

/// 2024-01-01T00:00:00Z.
pub(crate) const NOW_S: i64 = 1_704_067_200;

/// Long enough for any answer on the loopback.
pub(crate) const PATIENT: Duration = Duration::from_secs(20);

/// Short, for answers that never come.
pub(crate) const IMPATIENT: Duration = Duration::from_millis(300);

#[expect(clippy::disallowed_methods, reason = "receivers compare with the machine's clock")]
pub(crate) fn now() -> jiff::Timestamp {
    jiff::Timestamp::now()
}

pub(crate) fn adapter(options: OutboundOptions) -> HttpOutbound {
    static PROVIDER: Once = Once::new();
    PROVIDER.call_once(|| {
        rustls::crypto::ring::default_provider().install_default().unwrap();
    });
    HttpOutbound::new(options).unwrap()
}

/// As on a server.
pub(crate) fn strict() -> &'static HttpOutbound {
    // Reading the system's certificates takes longer than the tests that need this.
    static STRICT: LazyLock<HttpOutbound> = LazyLock::new(|| adapter(OutboundOptions::default()));
    &STRICT
}

/// As in the demo.
pub(crate) fn on_loopback() -> &'static HttpOutbound {
    static ON_LOOPBACK: LazyLock<HttpOutbound> = LazyLock::new(|| {
        adapter(OutboundOptions { allow_loopback: true, ..OutboundOptions::default() })
    });
    &ON_LOOPBACK
}

pub(crate) fn allowing(list: &str) -> HttpOutbound {
    adapter(OutboundOptions { allow: list.parse().unwrap(), ..OutboundOptions::default() })
}

pub(crate) fn call_to(url: &str) -> OutboundCall {
    OutboundCall {
        id: "act_1".to_owned(),
        url: url.to_owned(),
        secrets: vec![SecretString::from(SECRET)],
        timestamp: jiff::Timestamp::from_second(NOW_S).unwrap(),
        body: r#"{"type":"custom_offer.requested"}"#.to_owned(),
        timeout: PATIENT,
    }
}

/// The error of one call with the usual patience.
pub(crate) async fn failure_at(adapter: &HttpOutbound, url: &str) -> OutboundError {
    adapter.call(&call_to(url)).await.unwrap_err()
}

pub(crate) fn refused(why: AddressRefusal) -> OutboundError {
    OutboundError::Refused { why: CallRefusal::Address(why) }
}

pub(crate) fn not_public(range: &'static str) -> AddressRefusal {
    AddressRefusal::NotPublic { range }
}

pub(crate) fn unclear(reason: &str, may_have_acted: bool) -> OutboundError {
    OutboundError::Unclear { reason: reason.to_owned(), may_have_acted, retry_after_ms: None }
}
