//! The language of a page, from the session, the host page, the browser and the brand.

use axum::http::{HeaderMap, header};
use domain::brand::Brand;

use super::form::ViewForm;
use crate::i18n::{Locale, Words, negotiate};

/// Of a brand that names none.
const BRAND_DEFAULT: &str = "en";

/// The words of a session's page. The host page's wish counts where the session says nothing.
pub(super) fn of_session(
    session: Option<&str>,
    form: &ViewForm,
    headers: &HeaderMap,
    brand: &Brand,
) -> Words {
    let asked = session.or(form.locale().map(Locale::tag));
    Words::new(negotiate(asked, accepted(headers), of_brand(brand)))
}

/// The words of a page without a session, such as a receipt.
pub(crate) fn of_browser(headers: &HeaderMap, brand: Option<&Brand>) -> Words {
    let brand_default = brand.map_or(BRAND_DEFAULT, of_brand);
    Words::new(negotiate(None, accepted(headers), brand_default))
}

fn of_brand(_brand: &Brand) -> &str {
    BRAND_DEFAULT
}

fn accepted(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok())
}
