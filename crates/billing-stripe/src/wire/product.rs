//! Products.

use serde::Deserialize;

use super::{Listed, null_as_default};

/// A product; a deleted one has no name.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Product {
    pub(crate) id: String,
    #[serde(deserialize_with = "null_as_default")]
    pub(crate) name: String,
}

impl Listed for Product {
    fn id(&self) -> &str {
        &self.id
    }
}
