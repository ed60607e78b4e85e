//! Headers of the view's pages: closed by default, each opening with its reason.

use std::fmt::Write as _;

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::brand::Brand;
use engine::ports::Rng;

/// A nonce for one response.
pub(crate) fn nonce(rng: &dyn Rng) -> String {
    let mut random = [0_u8; 16];
    rng.fill(&mut random);
    URL_SAFE_NO_PAD.encode(random)
}

/// What a page's headers depend on.
pub(crate) struct PageHeaders {
    csp: String,
}

impl PageHeaders {
    /// A page of a brand, inside a frame of one of its allowed origins.
    pub(crate) fn framed(brand: &Brand, nonce: &str) -> Self {
        let mut csp = base_csp(nonce);
        // Screens are swapped in place under the first page's policy, so every page carries it.
        for source in ["img-src", "media-src"] {
            if !brand.media_origins.is_empty() {
                let _infallible = write!(csp, "; {source}");
            }
            for origin in &brand.media_origins {
                let _infallible = write!(csp, " {}", origin.as_str());
            }
        }
        csp.push_str("; frame-ancestors");
        if brand.allowed_origins.is_empty() {
            csp.push_str(" 'none'");
        }
        for origin in &brand.allowed_origins {
            let _infallible = write!(csp, " {}", origin.as_str());
        }
        Self { csp }
    }

    /// A page without data or form: any page may frame it, or the fallback of the SDK would
    /// never hear of it.
    pub(crate) fn without_brand(nonce: &str) -> Self {
        Self { csp: base_csp(nonce) }
    }

    /// A page of its own that nobody may frame.
    pub(crate) fn standalone(nonce: &str) -> Self {
        Self { csp: base_csp(nonce) + "; frame-ancestors 'none'" }
    }

    /// Writes the headers.
    pub(crate) fn apply(&self, headers: &mut HeaderMap) {
        if let Ok(csp) = HeaderValue::from_str(&self.csp) {
            headers.insert(header::CONTENT_SECURITY_POLICY, csp);
        }
        // `no-referrer` would turn the origin of form posts into `null`.
        headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(
            HeaderName::from_static("permissions-policy"),
            HeaderValue::from_static("camera=(), microphone=(), geolocation=(), payment=()"),
        );
    }
}

/// Inline style and script carry the nonce; the script posts steps to this server.
fn base_csp(nonce: &str) -> String {
    format!(
        "default-src 'none'; style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}'; \
         connect-src 'self'; form-action 'self'; base-uri 'none'"
    )
}
