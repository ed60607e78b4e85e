//! The language of a page, from the session, the host page, the browser and the brand.

use axum::http::{HeaderMap, header};
use domain::brand::Brand;

use super::form::ViewForm;
use crate::i18n::{Locale, Words, negotiate};

/// Where no brand is known, or it names none.
const BRAND_DEFAULT: &str = "en";

/// The words of a session's page. The host page's wish counts where the session says nothing.
pub(super) fn of_session(
    session: Option<&str>,
    form: &ViewForm,
    headers: &HeaderMap,
    brand: &Brand,
) -> Words {
    let asked = session.and_then(Locale::find).or_else(|| form.locale()).map(Locale::tag);
    Words::new(negotiate(asked, accepted(headers), of_brand(brand)))
}

/// The words of a page without a session, such as a receipt.
pub(crate) fn of_browser(headers: &HeaderMap, brand: Option<&Brand>) -> Words {
    let brand_default = brand.map_or(BRAND_DEFAULT, of_brand);
    Words::new(negotiate(None, accepted(headers), brand_default))
}

fn of_brand(brand: &Brand) -> &str {
    brand.default_locale.as_deref().unwrap_or(BRAND_DEFAULT)
}

fn accepted(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn brand(default_locale: Option<&str>) -> Brand {
        serde_json::from_value(json!({
            "id": "brand_1", "name": "Acme", "accent_color": "#3355ff",
            "allowed_origins": [], "support_contact": null, "default_locale": default_locale,
        }))
        .unwrap()
    }

    #[test]
    fn the_brands_language_counts_when_nobody_names_one_that_is_spoken() {
        let mut headers = HeaderMap::new();
        let form = ViewForm::default();
        let of = |session, headers: &HeaderMap, brand_default| {
            of_session(session, &form, headers, &brand(brand_default)).locale()
        };
        assert_eq!(of(None, &headers, Some("it")), Locale::It);
        assert_eq!(of(Some("xx"), &headers, Some("it")), Locale::It);
        assert_eq!(of(None, &headers, None), Locale::En);
        headers.insert(header::ACCEPT_LANGUAGE, "ja".parse().unwrap());
        assert_eq!(of(None, &headers, Some("it")), Locale::Ja);
        assert_eq!(of_browser(&HeaderMap::new(), Some(&brand(Some("ko")))).locale(), Locale::Ko);
    }

    #[test]
    fn the_host_pages_wish_counts_when_the_session_names_nothing_that_is_spoken() {
        let form = ViewForm::read(vec![("locale".to_owned(), "es-MX".to_owned())]);
        let of = |session| of_session(session, &form, &HeaderMap::new(), &brand(None)).locale();
        assert_eq!(of(None), Locale::Es419);
        assert_eq!(of(Some("xx")), Locale::Es419);
        assert_eq!(of(Some("de")), Locale::De);
    }
}
