//! Identifiers: prefixed newtypes, parsed once at the edge.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Longest identifier accepted from outside, in bytes. Stripe documents 255 for its own ids.
pub const MAX_ID_LEN: usize = 255;

/// Why a text is not an identifier of the expected kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidId {
    /// The text does not begin with the prefix of its kind.
    #[error("expected an id that begins with `{expected}`")]
    WrongPrefix {
        /// Prefix of the expected kind, with its underscore.
        expected: &'static str,
    },
    /// The part after the prefix is empty, too long, or has characters outside `[A-Za-z0-9_-]`.
    #[error("`{expected}` must be followed by 1 to 240 letters, digits, `_` or `-`")]
    Malformed {
        /// Prefix of the expected kind, with its underscore.
        expected: &'static str,
    },
}

fn check(text: &str, prefix: &'static str) -> Result<(), InvalidId> {
    let rest = text.strip_prefix(prefix).ok_or(InvalidId::WrongPrefix { expected: prefix })?;
    let is_allowed = |b: u8| b.is_ascii_alphanumeric() || b == b'_' || b == b'-';
    if rest.is_empty() || text.len() > MAX_ID_LEN || !rest.bytes().all(is_allowed) {
        return Err(InvalidId::Malformed { expected: prefix });
    }
    Ok(())
}

macro_rules! prefixed_id {
    ($name:ident, $prefix:literal, $doc:literal) => {
        #[doc = $doc]
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Prefix of this kind of id, with its underscore.
            pub const PREFIX: &'static str = $prefix;

            /// Parses an id that comes from outside.
            ///
            /// # Errors
            /// [`InvalidId`] when the prefix is another or the rest is malformed.
            pub fn parse(text: &str) -> Result<Self, InvalidId> {
                check(text, Self::PREFIX)?;
                Ok(Self(text.to_owned()))
            }

            /// Builds an id from a suffix that is known to be well formed: a word of this
            /// program, or text made by its own generator. A malformed suffix is kept out by
            /// replacing every other character with `_`.
            #[must_use]
            pub fn from_suffix(suffix: &str) -> Self {
                let clean = |c: char| {
                    if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' }
                };
                Self(Self::PREFIX.chars().chain(suffix.chars().map(clean)).collect())
            }

            /// The id as text, prefix included.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidId;

            fn try_from(text: String) -> Result<Self, InvalidId> {
                check(&text, Self::PREFIX)?;
                Ok(Self(text))
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0
            }
        }
    };
}

prefixed_id!(BrandId, "brand_", "A brand: one tenant.");
prefixed_id!(BrandKeyId, "bkey_", "One private key of a brand.");
prefixed_id!(CustomerId, "cus_", "The paying party at the billing provider.");
prefixed_id!(SubscriptionId, "sub_", "The provider's recurring agreement.");
prefixed_id!(
    SessionUid,
    "rs_",
    "The name of a retention session inside the database; grants nothing."
);
prefixed_id!(DecisionId, "dec_", "One terminal decision of a customer about a subscription.");
prefixed_id!(BillingActionId, "act_", "One intended change at the billing provider.");
prefixed_id!(PlannedChangeId, "plan_", "A change that becomes a billing action at a later time.");
prefixed_id!(EventId, "evt_", "One outgoing event.");
prefixed_id!(OfferId, "offer_", "An offer of a playbook.");
prefixed_id!(ReasonId, "reason_", "A reason of a playbook.");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_of_another_kind_is_refused() {
        assert_eq!(CustomerId::parse("sub_1"), Err(InvalidId::WrongPrefix { expected: "cus_" }));
    }

    #[test]
    fn empty_long_and_strange_ids_are_refused() {
        let long = format!("cus_{}", "a".repeat(300));
        for text in ["cus_", "cus_a b", "cus_\0", "cus_é", long.as_str()] {
            assert_eq!(CustomerId::parse(text), Err(InvalidId::Malformed { expected: "cus_" }));
        }
    }

    #[test]
    fn an_id_round_trips_through_json() {
        let id = CustomerId::parse("cus_NffrFeUfNV2Hib").unwrap();
        let json = serde_json::to_string(&id).unwrap();
        assert_eq!(json, "\"cus_NffrFeUfNV2Hib\"");
        assert_eq!(serde_json::from_str::<CustomerId>(&json).unwrap(), id);
        assert!(serde_json::from_str::<CustomerId>("\"sub_1\"").is_err());
    }
}
