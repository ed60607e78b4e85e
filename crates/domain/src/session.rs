//! What a retention session says: the content of a sealed `ret_` token.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::brand::Mode;
use crate::ids::{BrandId, BrandKeyId, CustomerId, SessionUid, SubscriptionId};

/// Default life of a session, in seconds: a page may stay open for a day.
pub const DEFAULT_LIFE_SECONDS: i64 = 86_400;
/// Shortest life that may be asked for, in seconds.
pub const MIN_LIFE_SECONDS: i64 = 60;
/// Longest life that may be asked for, in seconds.
pub const MAX_LIFE_SECONDS: i64 = 604_800;

/// A value of an attribute sent with a session.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum AttributeValue {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
}

/// Attributes of the customer, for segments.
pub type Attributes = BTreeMap<String, AttributeValue>;

/// Whom a session is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Subject {
    /// Customers that were found at the provider; several only when they share an e-mail.
    #[serde(rename = "c")]
    Customers(Vec<CustomerId>),
    /// The provider was down: to be looked up when the view is opened.
    #[serde(rename = "u")]
    Unverified {
        /// As given.
        #[serde(rename = "c")]
        customer_id: Option<CustomerId>,
        /// As given.
        #[serde(rename = "e")]
        customer_email: Option<String>,
    },
}

/// Content of a sealed session. Field names are short because the token travels on every page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SessionClaims {
    /// Name of the session inside the database.
    #[serde(rename = "i")]
    pub uid: SessionUid,
    /// Whose.
    #[serde(rename = "b")]
    pub brand_id: BrandId,
    /// The brand key it was made with; revoking the key cuts its sessions off.
    #[serde(rename = "k")]
    pub brand_key_id: BrandKeyId,
    /// Test or live.
    #[serde(rename = "m")]
    pub mode: Mode,
    /// For whom.
    #[serde(rename = "s")]
    pub subject: Subject,
    /// The subscription, when it is already clear which.
    #[serde(rename = "n", default, skip_serializing_if = "Option::is_none")]
    pub subscription_id: Option<SubscriptionId>,
    /// BCP 47.
    #[serde(rename = "l", default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// ISO 3166-1 or -2.
    #[serde(rename = "r", default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Where to go back to when the view is not in a frame.
    #[serde(rename = "t", default, skip_serializing_if = "Option::is_none")]
    pub return_url: Option<String>,
    /// For segments.
    #[serde(rename = "a", default, skip_serializing_if = "Attributes::is_empty")]
    pub attributes: Attributes,
    /// Milliseconds since 1970.
    #[serde(rename = "o")]
    pub issued_at_ms: i64,
    /// Milliseconds since 1970.
    #[serde(rename = "x")]
    pub expires_at_ms: i64,
}

impl SessionClaims {
    /// Whether the session is over at `now`.
    #[must_use]
    pub fn is_expired(&self, now: Timestamp) -> bool {
        now.as_millisecond() >= self.expires_at_ms
    }
}
