//! Signatures as the Standard Webhooks specification has them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use engine::ports::{CallRefusal, OutboundCall};
use hmac::{Hmac, KeyInit, Mac};
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use secrecy::{ExposeSecret, SecretSlice, SecretString};
use sha2::Sha256;

const WEBHOOK_ID: HeaderName = HeaderName::from_static("webhook-id");
const WEBHOOK_TIMESTAMP: HeaderName = HeaderName::from_static("webhook-timestamp");
const WEBHOOK_SIGNATURE: HeaderName = HeaderName::from_static("webhook-signature");

/// Length of a signing key, in bytes.
const KEY_LENGTH: std::ops::RangeInclusive<usize> = 24..=64;
/// Longest id, in characters.
const MAX_ID_LENGTH: usize = 128;

/// The three headers of a call.
pub(crate) fn headers(call: &OutboundCall) -> Result<HeaderMap, CallRefusal> {
    // A dot would let one signature stand for two pairs of id and time.
    let is_of_set = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    if !(1..=MAX_ID_LENGTH).contains(&call.id.len()) || !call.id.bytes().all(is_of_set) {
        return Err(CallRefusal::BadId);
    }
    let id = HeaderValue::from_str(&call.id).map_err(|_| CallRefusal::BadId)?;
    let signatures = signatures(call)?;
    let signatures = HeaderValue::from_str(&signatures).map_err(|_| CallRefusal::BadSecret)?;
    let mut headers = HeaderMap::with_capacity(3);
    headers.insert(WEBHOOK_ID, id);
    headers.insert(WEBHOOK_TIMESTAMP, HeaderValue::from(call.timestamp.as_second()));
    headers.insert(WEBHOOK_SIGNATURE, signatures);
    Ok(headers)
}

fn signatures(call: &OutboundCall) -> Result<String, CallRefusal> {
    let signed = call.secrets.iter().map(|secret| signature(secret, call));
    let signed = signed.collect::<Result<Vec<_>, _>>()?;
    if signed.is_empty() {
        return Err(CallRefusal::BadSecret);
    }
    Ok(signed.join(" "))
}

fn signature(secret: &SecretString, call: &OutboundCall) -> Result<String, CallRefusal> {
    let key = key(secret).ok_or(CallRefusal::BadSecret)?;
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(key.expose_secret())
        .map_err(|_| CallRefusal::BadSecret)?;
    mac.update(format!("{}.{}.", call.id, call.timestamp.as_second()).as_bytes());
    mac.update(call.body.as_bytes());
    Ok(format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes())))
}

fn key(secret: &SecretString) -> Option<SecretSlice<u8>> {
    let text = secret.expose_secret().strip_prefix("whsec_")?;
    let key = SecretSlice::from(STANDARD.decode(text).ok()?);
    KEY_LENGTH.contains(&key.expose_secret().len()).then_some(key)
}
