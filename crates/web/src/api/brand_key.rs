//! The extractor that says who may call: the brand behind `X-Brand-Key`.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use engine::directory::{AccessError, BrandAccess};

use crate::app::App;
use crate::error::ApiError;
use crate::middleware::client_address::ClientAddress;

/// Longest key that is looked at, in bytes.
const MAX_KEY_LEN: usize = 255;

/// The brand that calls.
pub(crate) struct Brand(pub(crate) BrandAccess);

impl FromRequestParts<Arc<App>> for Brand {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, ApiError> {
        let Some(key) = parts.headers.get("x-brand-key") else {
            return Err(unauthorized(
                "missing_brand_key",
                "Send your brand's private key in the header `X-Brand-Key`.",
            ));
        };
        let key = key.to_str().ok().filter(|key| !key.is_empty() && key.len() <= MAX_KEY_LEN);
        let found = match key {
            Some(key) => app.engine.directory().authenticate(key).await,
            None => Err(AccessError::InvalidKey),
        };
        match found {
            Ok(access) => {
                app.limiter.check_key(&access.key_id)?;
                Ok(Self(access))
            }
            Err(AccessError::Store(error)) => Err(error.into()),
            Err(AccessError::InvalidKey) => {
                let ClientAddress(address) = ClientAddress::from_request_parts(parts, app)
                    .await
                    .unwrap_or_else(|e| match e {});
                app.limiter.check_bad_key(address)?;
                Err(unauthorized(
                    "invalid_brand_key",
                    "This brand key is unknown or revoked. Private keys begin with `sk_test_` or `sk_live_`.",
                ))
            }
        }
    }
}

fn unauthorized(code: &'static str, message: &str) -> ApiError {
    ApiError::new(StatusCode::UNAUTHORIZED, code, message)
}
