//! One page of a list.

use serde::Deserialize;

use super::null_as_default;

/// One page; `has_more` tells of another after its last object.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Page<T> {
    pub(crate) data: Vec<T>,
    #[serde(default, deserialize_with = "null_as_default")]
    pub(crate) has_more: bool,
}

impl<T> Default for Page<T> {
    fn default() -> Self {
        Self { data: Vec::new(), has_more: false }
    }
}

/// An object that pages can be cut at.
pub(crate) trait Listed {
    /// The cursor.
    fn id(&self) -> &str;
}
