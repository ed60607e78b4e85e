//! Entries of the books: balance transactions and credit notes.

use std::collections::HashMap;

use serde::Deserialize;

use super::{Listed, null_as_default};

/// A balance transaction or a credit note, as far as its mark.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct BookEntry {
    pub(crate) id: String,
    #[serde(deserialize_with = "null_as_default")]
    pub(crate) metadata: HashMap<String, String>,
}

impl Listed for BookEntry {
    fn id(&self) -> &str {
        &self.id
    }
}
