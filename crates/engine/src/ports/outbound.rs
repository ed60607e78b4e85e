//! Signed calls to addresses a brand names: custom offers, and whatever else it wants told.

use std::fmt;
use std::time::Duration;

use async_trait::async_trait;
use domain::Timestamp;
use secrecy::SecretString;
use serde::Deserialize;

/// Longest message of a receiver, in characters.
pub const MAX_MESSAGE_CHARS: usize = 500;

/// One signed POST of a JSON text, signed as the Standard Webhooks specification says.
#[derive(Clone)]
pub struct OutboundCall {
    /// Names the effect and stays the same when the call is repeated (`webhook-id`): 1 to 128
    /// letters, digits, `_` and `-`.
    pub id: String,
    /// Absolute `https` address. May hold a secret of the brand, so it is never printed.
    pub url: String,
    /// Signing secrets, `whsec_` and the base64 form of 24 to 64 bytes, newest first. One
    /// signature is sent for each, so that a receiver may change over in its own time.
    pub secrets: Vec<SecretString>,
    /// When this attempt is made (`webhook-timestamp`); a receiver refuses old ones.
    pub timestamp: Timestamp,
    /// JSON text; what is signed is what is sent, byte for byte.
    pub body: String,
    /// Longest time from looking the host up to the last byte of the answer.
    pub timeout: Duration,
}

impl fmt::Debug for OutboundCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OutboundCall")
            .field("id", &self.id)
            .field("timestamp", &self.timestamp)
            .field("timeout", &self.timeout)
            .finish_non_exhaustive()
    }
}

/// An answer of success (2xx).
#[derive(Clone, PartialEq, Eq)]
pub struct OutboundAnswer {
    /// 200 to 299.
    pub status: u16,
    /// What the receiver wrote, at most 64 KiB; whether it is JSON is for the reader to say.
    pub body: String,
}

impl fmt::Debug for OutboundAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OutboundAnswer").field("status", &self.status).finish_non_exhaustive()
    }
}

/// Why an address may not be called. The texts are for the person who entered it: none of them
/// says what a name was resolved to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AddressRefusal {
    /// Relative, too long, or with characters that two parsers could read in two ways.
    #[error("the address must be an absolute URL of at most 2048 plain ASCII characters")]
    NotAUrl,
    /// Not `https`.
    #[error("the address must begin with https://")]
    NotHttps,
    /// A user name or a password stands before the host.
    #[error("the address must hold no user name and no password")]
    HasUserInfo,
    /// A name that is not one of the public DNS, or an IP address in an unusual spelling.
    #[error("the host must be a full public name, or an IP address in its usual spelling")]
    BadHost,
    /// A port that belongs to another kind of service.
    #[error("port {port} is not allowed")]
    BadPort {
        /// The port.
        port: u16,
    },
    /// The host is, or was resolved to, an address that is not on the public Internet.
    #[error("the host is not on the public Internet ({range} address)")]
    NotPublic {
        /// Kind of address, such as `loopback`.
        range: &'static str,
    },
}

/// Why nothing was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CallRefusal {
    /// The address may not be called.
    #[error(transparent)]
    Address(#[from] AddressRefusal),
    /// There is no signing secret, or one is not of the form it must have.
    #[error("a signing secret is missing or malformed")]
    BadSecret,
    /// The id is empty, too long, or has other characters than it may.
    #[error("the id of the call is malformed")]
    BadId,
}

/// Why a call brought no answer of success. Carries no part of the address, the body or the
/// answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OutboundError {
    /// Nothing was sent, so the other side has not acted; a repeat is refused as well, until
    /// someone changes the settings or the name's DNS entries.
    #[error("the call was refused: {why}")]
    Refused {
        /// For the brand.
        why: CallRefusal,
    },
    /// Repeat the call under the same id: no connection, a time-out, a reset, 408, 409, 429, 5xx,
    /// or an answer of success that is too large or not text.
    #[error("the call brought no clear answer: {reason}")]
    Unclear {
        /// For the operator's log and the brand.
        reason: String,
        /// False only when it is certain that no byte of the call was sent.
        may_have_acted: bool,
        /// How long the other side asks to wait, in milliseconds; at most a day.
        retry_after_ms: Option<u64>,
    },
    /// The other side refused (a 4xx not named above) or pointed elsewhere (3xx, never followed).
    /// It says that it has not acted, and a repeat would bring the same.
    #[error("the call was rejected with status {status}")]
    Rejected {
        /// 300 to 499.
        status: u16,
    },
}

/// Calls addresses that brands name. Neither method follows a redirect or uses a proxy.
#[async_trait]
pub trait Outbound: Send + Sync {
    /// Sends the call once. Repeats are the caller's, under the same id.
    async fn call(&self, call: &OutboundCall) -> Result<OutboundAnswer, OutboundError>;

    /// What can be told of an address without looking its host up; for settings. Each call
    /// checks again, with every address the host has then.
    ///
    /// # Errors
    /// The first reason not to call it.
    fn check_address(&self, url: &str) -> Result<(), AddressRefusal>;
}

/// What a receiver says about a custom offer. The contract is in `docs/custom-offers.md`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CustomOfferAnswer {
    /// It holds now.
    Done {
        /// Plain text for the customer.
        message: Option<String>,
    },
    /// It does not hold and will not.
    Failed {
        /// Plain text: why.
        message: String,
    },
    /// Not known yet: repeat the call under the same id.
    Pending,
}

/// An answer of success that does not keep to the contract. The offer's fate is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AnswerProblem {
    /// Neither 200 nor 202, or the status and the text contradict each other.
    #[error("the receiver must answer 200 with done or failed, or 202 with pending")]
    WrongStatus,
    /// Not the JSON object that was agreed on, and nothing else.
    #[error("the receiver's answer is not the agreed JSON object")]
    NotTheObject,
    /// Empty, too long, or not plain text of one line.
    #[error("the receiver's message must be one line of 1 to 500 characters of plain text")]
    BadMessage,
}

#[derive(Deserialize)]
#[serde(tag = "status", rename_all = "snake_case", deny_unknown_fields)]
enum WireAnswer {
    Done { message: Option<String> },
    Failed { message: String },
    Pending {},
}

impl CustomOfferAnswer {
    /// Reads an [`OutboundAnswer`].
    ///
    /// # Errors
    /// [`AnswerProblem`] when the answer is not one of the three the contract knows.
    pub fn parse(status: u16, body: &str) -> Result<Self, AnswerProblem> {
        if !matches!(status, 200 | 202) {
            return Err(AnswerProblem::WrongStatus);
        }
        // The reader would take the fields as a list too.
        if !body.trim_start().starts_with('{') {
            return Err(AnswerProblem::NotTheObject);
        }
        let answer = serde_json::from_str(body).map_err(|_| AnswerProblem::NotTheObject)?;
        match (status, answer) {
            (200, WireAnswer::Done { message }) => {
                Ok(Self::Done { message: message.map(plain_text).transpose()? })
            }
            (200, WireAnswer::Failed { message }) => {
                Ok(Self::Failed { message: plain_text(message)? })
            }
            (202, WireAnswer::Pending {}) => Ok(Self::Pending),
            _ => Err(AnswerProblem::WrongStatus),
        }
    }
}

fn plain_text(message: String) -> Result<String, AnswerProblem> {
    let is_long = message.chars().nth(MAX_MESSAGE_CHARS).is_some();
    if message.trim().is_empty() || is_long || message.contains(is_misleading) {
        return Err(AnswerProblem::BadMessage);
    }
    Ok(message)
}

/// Would not be shown as it reads: control characters, line breaks, and marks that turn the text
/// around them.
fn is_misleading(c: char) -> bool {
    let is_break = matches!(c, '\u{2028}' | '\u{2029}');
    let turns_text = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    c.is_control() || is_break || turns_text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn done(message: Option<&str>) -> Result<CustomOfferAnswer, AnswerProblem> {
        Ok(CustomOfferAnswer::Done { message: message.map(str::to_owned) })
    }

    #[test]
    fn an_answer_of_the_contract_is_read() {
        let failed = Ok(CustomOfferAnswer::Failed { message: "No seats left.".to_owned() });
        for (status, body, expected) in [
            (200, r#"{"status":"done"}"#, done(None)),
            (200, r#" {"message":null,"status":"done"} "#, done(None)),
            (200, r#"{"status":"done","message":"تم 🎉"}"#, done(Some("تم 🎉"))),
            (200, r#"{"status":"failed","message":"No seats left."}"#, failed),
            (202, r#"{"status":"pending"}"#, Ok(CustomOfferAnswer::Pending)),
        ] {
            assert_eq!(CustomOfferAnswer::parse(status, body), expected, "{status} {body}");
        }
    }

    #[test]
    fn an_answer_beside_the_contract_is_refused() {
        use AnswerProblem::{BadMessage, NotTheObject, WrongStatus};
        for (status, body, expected) in [
            (201, r#"{"status":"done"}"#, WrongStatus),
            (204, "", WrongStatus),
            (202, r#"{"status":"done"}"#, WrongStatus),
            (202, r#"{"status":"failed","message":"No."}"#, WrongStatus),
            (200, r#"{"status":"pending"}"#, WrongStatus),
            (200, "", NotTheObject),
            (200, "OK", NotTheObject),
            (200, "{}", NotTheObject),
            (200, r#"["done"]"#, NotTheObject),
            (200, r#"["done",{"message":"x"}]"#, NotTheObject),
            (200, r#"{"status":"Done"}"#, NotTheObject),
            (200, r#"{"status":"done","note":1}"#, NotTheObject),
            (200, r#"{"status":"done","message":1}"#, NotTheObject),
            (200, r#"{"status":"done","status":"failed","message":"x"}"#, NotTheObject),
            (200, r#"{"status":"done","message":"x","message":"y"}"#, NotTheObject),
            (200, r#"{"status":"done"}{"status":"done"}"#, NotTheObject),
            (200, r#"{"status":"failed"}"#, NotTheObject),
            (202, r#"{"status":"pending","message":"x"}"#, NotTheObject),
            (200, r#"{"status":"failed","message":""}"#, BadMessage),
            (200, r#"{"status":"failed","message":"  "}"#, BadMessage),
            (200, r#"{"status":"done","message":"a\nb"}"#, BadMessage),
            (200, r#"{"status":"done","message":"a\u0000b"}"#, BadMessage),
            (200, r#"{"status":"done","message":"a\u202eb"}"#, BadMessage),
            (200, r#"{"status":"done","message":"a\u2028b"}"#, BadMessage),
        ] {
            assert_eq!(CustomOfferAnswer::parse(status, body), Err(expected), "{status} {body}");
        }
    }

    #[test]
    fn a_message_is_measured_in_characters() {
        for (length, fits) in [(1, true), (500, true), (501, false)] {
            let body = format!(r#"{{"status":"done","message":"{}"}}"#, "ü".repeat(length));
            assert_eq!(CustomOfferAnswer::parse(200, &body).is_ok(), fits, "{length}");
        }
    }

    #[test]
    fn nothing_of_a_call_that_may_be_secret_is_printed() {
        let call = OutboundCall {
            id: "act_1".to_owned(),
            url: "https://example.com/canary".to_owned(),
            secrets: vec![SecretString::from("whsec_canary")],
            timestamp: Timestamp::UNIX_EPOCH,
            body: "canary".to_owned(),
            timeout: Duration::from_secs(1),
        };
        let answer = OutboundAnswer { status: 200, body: "canary".to_owned() };
        let printed = format!("{call:?} {answer:?}");
        assert!(printed.contains("act_1") && !printed.contains("canary"), "{printed}");
    }
}
