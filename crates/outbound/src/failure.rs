//! What it means when there is no answer of success. No sentence here holds a part of the
//! address or of the answer.

use std::error::Error;
use std::io;

use engine::ports::{AddressRefusal, OutboundError};
use jiff::Timestamp;
use jiff::fmt::rfc2822;
use reqwest::StatusCode;
use reqwest::header::{HeaderMap, RETRY_AFTER};
use rustls::CertificateError;

/// Longest wait that is believed: a day, in milliseconds.
const MAX_RETRY_AFTER_MS: u64 = 24 * 60 * 60 * 1000;

/// The other side may have acted, and it is not known whether.
pub(crate) fn unclear(reason: impl Into<String>) -> OutboundError {
    OutboundError::Unclear { reason: reason.into(), may_have_acted: true, retry_after_ms: None }
}

/// A status other than success. `now` is when the call was made.
pub(crate) fn from_status(
    status: StatusCode,
    headers: &HeaderMap,
    now: Timestamp,
) -> OutboundError {
    match status.as_u16() {
        408 | 409 | 429 => {}
        status @ 300..=499 => return OutboundError::Rejected { status },
        _ => {}
    }
    OutboundError::Unclear {
        reason: format!("status {}", status.as_u16()),
        may_have_acted: true,
        retry_after_ms: retry_after_ms(headers, now),
    }
}

/// Seconds or a date, as HTTP has both.
fn retry_after_ms(headers: &HeaderMap, now: Timestamp) -> Option<u64> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    let wait_ms = match text.parse::<u64>() {
        Ok(seconds) => seconds.saturating_mul(1000),
        Err(_) => {
            let until = rfc2822::DateTimeParser::new().parse_timestamp(text).ok()?;
            u64::try_from(until.duration_since(now).as_millis()).unwrap_or(0)
        }
    };
    Some(wait_ms.min(MAX_RETRY_AFTER_MS))
}

/// The HTTP client's own error.
pub(crate) fn from_client(error: &reqwest::Error) -> OutboundError {
    if let Some(why) = find::<AddressRefusal>(error) {
        return OutboundError::Refused { why: (*why).into() };
    }
    let may_have_acted = !error.is_connect();
    OutboundError::Unclear {
        reason: describe(error, may_have_acted),
        may_have_acted,
        retry_after_ms: None,
    }
}

fn describe(error: &reqwest::Error, is_connected: bool) -> String {
    let what = if is_connected { "the connection broke" } else { "no connection" };
    if error.is_dns() {
        return format!("{what}: the host could not be looked up");
    }
    if error.is_timeout() {
        return format!("{what}: time ran out");
    }
    if let Some(tls) = find::<rustls::Error>(error) {
        return format!("{what}: {}", describe_tls(tls));
    }
    match find::<io::Error>(error) {
        Some(io) => format!("{what}: {}", io.kind()),
        None => what.to_owned(),
    }
}

/// The library's own sentences quote the names in a certificate.
fn describe_tls(error: &rustls::Error) -> &'static str {
    let rustls::Error::InvalidCertificate(problem) = error else { return "TLS failed" };
    match problem {
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
            "the certificate has expired"
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            "the certificate is for another name"
        }
        CertificateError::UnknownIssuer => "the certificate's issuer is not known",
        _ => "the certificate is not valid",
    }
}

/// The first cause of a type. What an I/O error wraps is not among its sources.
fn find<'a, T: Error + 'static>(error: &'a (dyn Error + 'static)) -> Option<&'a T> {
    let mut cause = Some(error);
    while let Some(error) = cause {
        if let Some(found) = error.downcast_ref::<T>() {
            return Some(found);
        }
        let wrapped = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
        if let Some(found) = wrapped.and_then(|inner| find::<T>(inner)) {
            return Some(found);
        }
        cause = error.source();
    }
    None
}
