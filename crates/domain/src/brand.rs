//! A brand: one tenant, its look and what it allows.

use serde::{Deserialize, Serialize};

use crate::ids::BrandId;
use crate::money::Percent;
use crate::playbook::Amounts;

/// Test and live data never mix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Test data: keys with `_test_`.
    Test,
    /// Live data: keys with `_live_`.
    Live,
}

impl Mode {
    /// True in live mode, as Stripe's `livemode`.
    #[must_use]
    pub fn is_live(self) -> bool {
        self == Self::Live
    }

    /// The word inside keys and in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Test => "test",
            Self::Live => "live",
        }
    }

    /// Reads the word inside keys and in the database.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "test" => Some(Self::Test),
            "live" => Some(Self::Live),
            _ => None,
        }
    }
}

/// Everything of a brand that is not a secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brand {
    /// Its id.
    pub id: BrandId,
    /// Name shown to customers.
    pub name: String,
    /// `#rrggbb`; corrected for contrast when used.
    pub accent_color: String,
    /// Origins whose pages may hold the retention view.
    pub allowed_origins: Vec<OriginPattern>,
    /// Where a customer can turn to: an e-mail address or an https link.
    pub support_contact: Option<String>,
    /// Locale of pages when neither the session nor the browser names one that is spoken.
    #[serde(default)]
    pub default_locale: Option<String>,
    /// Origins that pictures and films in offers may come from.
    #[serde(default)]
    pub media_origins: Vec<OriginPattern>,
    /// Hosts that custom offers may call, besides what the operator allows.
    #[serde(default)]
    pub call_hosts: Vec<String>,
    /// How a pause is made at the provider.
    #[serde(default)]
    pub pause_mode: PauseMode,
    /// Ceilings no playbook of the brand may go above.
    #[serde(default)]
    pub offer_ceilings: OfferCeilings,
}

impl Brand {
    /// Whether pictures and films may come from this address.
    #[must_use]
    pub fn is_media_source(&self, url: &str) -> bool {
        let Some((scheme, rest)) = url.split_once("://") else { return false };
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let origin = format!("{scheme}://{host}");
        self.media_origins.iter().any(|pattern| pattern.covers(&origin))
    }
}

/// How a pause is made at the provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PauseMode {
    /// Collection stops, the subscription stays active (`pause_collection`).
    #[default]
    Collection,
    /// The subscription itself is paused (`/pause`, Stripe 2026-09-30.endive); it needs flexible
    /// billing, and the engine resumes it.
    Subscription,
}

/// Ceilings over everything the brand offers. An absent one does not limit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OfferCeilings {
    /// Highest percentage off.
    pub max_percent: Option<Percent>,
    /// Longest discount, pause or free period, in months.
    pub max_months: Option<u32>,
    /// Highest credit, by currency.
    pub max_credit: Amounts,
}

/// An origin, `scheme://host[:port]`; for loopback hosts the port may be `*`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OriginPattern(String);

/// The text is not an origin that may hold the retention view.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "an origin is `https://host[:port]`; `http://` and the port `*` are for localhost and 127.0.0.1 only"
)]
pub struct InvalidOrigin;

impl OriginPattern {
    /// Parses an origin or a pattern.
    ///
    /// # Errors
    /// [`InvalidOrigin`] for paths, other schemes, http or `*` outside loopback.
    pub fn parse(text: &str) -> Result<Self, InvalidOrigin> {
        let (scheme, rest) = text.split_once("://").ok_or(InvalidOrigin)?;
        let (host, port) = match rest.rsplit_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (rest, None),
        };
        let is_loopback = matches!(host, "localhost" | "127.0.0.1");
        let is_host = !host.is_empty()
            && host
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b".-".contains(&b));
        let is_port = match port {
            None => true,
            Some("*") => is_loopback,
            Some(port) => port.parse::<u16>().is_ok_and(|p| p > 0),
        };
        let is_scheme = scheme == "https" || (scheme == "http" && is_loopback);
        if is_host && is_port && is_scheme { Ok(Self(text.to_owned())) } else { Err(InvalidOrigin) }
    }

    /// The pattern as text; also a valid source of a `frame-ancestors` list.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether an exact origin is covered.
    #[must_use]
    pub fn covers(&self, origin: &str) -> bool {
        match self.0.strip_suffix(":*") {
            Some(base) => origin.strip_prefix(base).is_some_and(|rest| {
                rest.is_empty()
                    || rest.strip_prefix(':').is_some_and(|p| p.parse::<u16>().is_ok_and(|p| p > 0))
            }),
            None => self.0 == origin,
        }
    }
}

impl TryFrom<String> for OriginPattern {
    type Error = InvalidOrigin;

    fn try_from(text: String) -> Result<Self, InvalidOrigin> {
        Self::parse(&text)
    }
}

impl From<OriginPattern> for String {
    fn from(origin: OriginPattern) -> String {
        origin.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_https_and_loopback_origins_are_patterns() {
        for good in [
            "https://app.example.com",
            "https://a.b:8443",
            "http://localhost:*",
            "https://127.0.0.1:*",
            "http://localhost",
        ] {
            assert!(OriginPattern::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "*",
            "https://*.example.com",
            "http://app.example.com",
            "https://app.example.com/",
            "https://a:*",
            "https://",
            "javascript:alert(1)",
            "https://a:0",
            "https://a;b",
        ] {
            assert!(OriginPattern::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_port_wildcard_covers_ports_and_nothing_else() {
        let pattern = OriginPattern::parse("http://localhost:*").unwrap();
        for origin in ["http://localhost", "http://localhost:3000"] {
            assert!(pattern.covers(origin), "{origin}");
        }
        for origin in [
            "http://localhost.evil.com",
            "http://localhost:3000.evil.com",
            "https://localhost:3000",
            "http://localhost:",
        ] {
            assert!(!pattern.covers(origin), "{origin}");
        }
    }
}
