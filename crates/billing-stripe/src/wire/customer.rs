//! Customers.

use serde::Deserialize;

use super::null_as_default;

/// A customer; a deleted one has only `id` and `deleted`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Customer {
    pub(crate) id: String,
    #[serde(deserialize_with = "null_as_default")]
    pub(crate) deleted: bool,
    pub(crate) email: Option<String>,
    pub(crate) name: Option<String>,
    #[serde(deserialize_with = "null_as_default")]
    pub(crate) livemode: bool,
    pub(crate) address: Option<Address>,
}

/// Billing address.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Address {
    pub(crate) country: Option<String>,
    pub(crate) state: Option<String>,
}
