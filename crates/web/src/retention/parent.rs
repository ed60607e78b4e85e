//! Where messages of the frame may go: the host page's origin, if the brand allows it.

use axum::http::{HeaderMap, Uri, header};
use domain::brand::Brand;

/// The host page as far as it is known.
#[derive(Debug, Default, Clone)]
pub(crate) struct Parent {
    /// As the form sent it and the brand allows it; goes on with the next form.
    pub(crate) field: String,
    /// The exact target of messages.
    pub(crate) target_origin: Option<String>,
}

impl Parent {
    /// From the field `parent_origin`, else from the Referer; both only if the brand allows them.
    pub(crate) fn find(brand: &Brand, field: &str, headers: &HeaderMap) -> Self {
        let is_allowed = |origin: &str| brand.allowed_origins.iter().any(|o| o.covers(origin));
        if is_allowed(field) {
            return Self { field: field.to_owned(), target_origin: Some(field.to_owned()) };
        }
        let referer = headers.get(header::REFERER).and_then(|value| value.to_str().ok());
        let origin = referer.and_then(origin_of).filter(|origin| is_allowed(origin));
        Self { field: origin.clone().unwrap_or_default(), target_origin: origin }
    }
}

fn origin_of(address: &str) -> Option<String> {
    let uri: Uri = address.parse().ok()?;
    Some(format!("{}://{}", uri.scheme_str()?, uri.authority()?))
}
