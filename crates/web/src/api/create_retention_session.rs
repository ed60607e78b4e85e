//! `POST /v1/retention/session`.

use std::sync::Arc;

use axum::Json;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use bytes::Bytes;
use domain::Timestamp;
use domain::ids::{CustomerId, SubscriptionId};
use domain::session::{AttributeValue, Attributes, MAX_LIFE_SECONDS, MIN_LIFE_SECONDS, Subject};
use engine::retention::{CreateSession, CreateSessionError, CreatedSession};
use serde::Serialize;
use utoipa::ToSchema;

use super::brand_key::Brand;
use super::openapi::{ErrorBody, RetentionSessionRequest};
use super::strict_json::{Fields, Strict, parse};
use crate::app::App;
use crate::error::ApiError;

/// Attributes a session may carry.
pub(super) const MAX_ATTRIBUTES: usize = 50;
/// Size of all attributes together, in bytes.
pub(super) const MAX_ATTRIBUTES_BYTES: usize = 2_048;
/// Longest key of an attribute, in characters.
const MAX_ATTRIBUTE_KEY: usize = 40;
/// Longest id, in characters.
const MAX_ID: usize = 255;

/// A session, in both forms its clients read.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RetentionSessionCreated {
    /// The session's id, `ret_…`.
    id: String,
    /// The session.
    session: RetentionSession,
}

/// A retention session.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RetentionSession {
    /// `ret_…`; an unguessable bearer: give it to this customer's page only.
    id: String,
    /// Whether it acts on live data.
    livemode: bool,
    /// When it ends, ISO 8601.
    expires_at: String,
    /// The customer; null while it is not clear which.
    customer_id: Option<String>,
    /// The subscription; null when the customer has to choose.
    subscription_id: Option<String>,
    /// Address of the view, for a link instead of a button.
    url: String,
}

/// Makes a session for a customer who wants to cancel.
///
/// It changes nothing until it is opened, so it may be repeated freely. When the billing
/// provider does not answer, the session is made all the same and checked when it is opened.
#[utoipa::path(
    post,
    path = "/v1/retention/session",
    operation_id = "createRetentionSession",
    tag = "Retention",
    security(("brand_key" = [])),
    request_body(content = RetentionSessionRequest, content_type = "application/json"),
    responses(
        (status = 200, description = "The session.", body = RetentionSessionCreated),
        (status = 400, description = "The request is malformed: `invalid_json`, `missing_customer`, `invalid_field`, `unknown_field`, `customer_mismatch`.", body = ErrorBody),
        (status = 401, description = "No brand key, or one that is unknown or revoked.", body = ErrorBody),
        (status = 403, description = "A test key for a live customer, or the reverse.", body = ErrorBody),
        (status = 404, description = "`customer_not_found` or `subscription_not_found`.", body = ErrorBody),
        (status = 413, description = "The body is over 64 KiB.", body = ErrorBody),
        (status = 415, description = "The body is not JSON.", body = ErrorBody),
        (status = 429, description = "Too many requests; wait `Retry-After` seconds.", body = ErrorBody),
        (status = 503, description = "The server has too much to do; wait `Retry-After` seconds.", body = ErrorBody),
    )
)]
pub(crate) async fn create_retention_session(
    State(app): State<Arc<App>>,
    Brand(access): Brand,
    _: JsonContent,
    body: Bytes,
) -> Result<Json<RetentionSessionCreated>, ApiError> {
    let request = read(&body)?;
    let created = app.engine.create_session(&access, request).await.map_err(to_api_error)?;
    Ok(Json(answer(created, &app.engine.options().public_url)))
}

/// The request says that its body is JSON. An extractor of its own, so that the headers are not
/// copied for one of them.
pub(crate) struct JsonContent;

impl<S: Sync> FromRequestParts<S> for JsonContent {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, ApiError> {
        let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        let essence = kind.unwrap_or_default().split(';').next().unwrap_or_default().trim();
        if essence.eq_ignore_ascii_case("application/json") {
            return Ok(Self);
        }
        let message = "Send the body as JSON, with `Content-Type: application/json`.";
        Err(ApiError::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "not_json", message))
    }
}

fn read(body: &[u8]) -> Result<CreateSession, ApiError> {
    let mut top = Fields::of(parse(body)?, "")?;
    // `cancellation` is what older clients call it.
    let (name, value) = match take_either(&mut top, "retention", "cancellation") {
        Some(found) => found,
        None => {
            let message = "Put the request into an object `retention`.";
            return Err(ApiError::bad_request("missing_customer", message).with_param("retention"));
        }
    };
    let mut fields = Fields::of(value, name)?;
    let request = CreateSession {
        customer_id: fields.parsed("customer_id", MAX_ID, CustomerId::parse)?,
        customer_email: fields.parsed("customer_email", 512, email)?,
        subscription_id: fields.parsed("subscription_id", MAX_ID, SubscriptionId::parse)?,
        locale: fields.parsed("locale", 35, locale)?,
        region: fields.parsed("region", 6, region)?,
        return_url: fields.parsed("return_url", 2_000, return_url)?,
        expires_in: expires_in(&mut fields)?,
        attributes: attributes(&mut fields)?,
    };
    fields.done()?;
    top.done()?;
    Ok(request)
}

/// Takes a field under its name or its older one. With both given the older one is left, and so
/// refused as unknown: dropping it in silence would hide a mistake.
fn take_either(
    fields: &mut Fields,
    name: &'static str,
    older: &'static str,
) -> Option<(&'static str, Strict)> {
    match fields.take(name) {
        Some(value) => Some((name, value)),
        None => fields.take(older).map(|value| (older, value)),
    }
}

fn email(text: &str) -> Result<String, &'static str> {
    match text.split_once('@') {
        Some((local, host))
            if !local.is_empty()
                && !host.is_empty()
                && !text.contains(|c: char| c <= ' ' || c == '\u{7f}') =>
        {
            Ok(text.to_owned())
        }
        _ => Err("an e-mail address looks like a@b.c"),
    }
}

fn locale(text: &str) -> Result<String, &'static str> {
    let is_tag = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    let language = text.split('-').next().unwrap_or_default();
    let is_language =
        (2..=3).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_alphabetic());
    if is_language && text.split('-').all(is_tag) {
        Ok(text.to_owned())
    } else {
        Err("use a BCP 47 tag such as `en` or `fr-CA`")
    }
}

fn region(text: &str) -> Result<String, &'static str> {
    let (country, part) = match text.split_once('-') {
        Some((country, part)) => (country, Some(part)),
        None => (text, None),
    };
    let is_country = country.len() == 2 && country.bytes().all(|b| b.is_ascii_alphabetic());
    let is_part = part.is_none_or(|part| {
        (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    });
    if is_country && is_part {
        Ok(text.to_ascii_uppercase())
    } else {
        Err("use an ISO 3166 code such as `US`, `US-CA` or `DE`")
    }
}

fn return_url(text: &str) -> Result<String, &'static str> {
    let uri: axum::http::Uri = text.parse().map_err(|_| "use an https address")?;
    let is_loopback = matches!(uri.host(), Some("localhost" | "127.0.0.1"));
    match uri.scheme_str() {
        Some("https") => Ok(text.to_owned()),
        Some("http") if is_loopback => Ok(text.to_owned()),
        _ => Err("use an https address"),
    }
}

fn expires_in(fields: &mut Fields) -> Result<Option<i64>, ApiError> {
    let name = fields.name("expires_in");
    match fields.take("expires_in") {
        None => Ok(None),
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_precision_loss,
            reason = "bounded just before, and the bounds are small"
        )]
        Some(Strict::Number(seconds))
            if seconds.fract() == 0.0
                && (MIN_LIFE_SECONDS as f64..=MAX_LIFE_SECONDS as f64).contains(&seconds) =>
        {
            Ok(Some(seconds as i64))
        }
        Some(_) => {
            let expected =
                format!("must be a whole number from {MIN_LIFE_SECONDS} to {MAX_LIFE_SECONDS}");
            Err(ApiError::invalid_field(&name, &expected))
        }
    }
}

fn attributes(fields: &mut Fields) -> Result<Attributes, ApiError> {
    // `subscriberData` is what the oldest clients call it.
    let Some((field, value)) = take_either(fields, "attributes", "subscriberData") else {
        return Ok(Attributes::new());
    };
    let path = fields.name(field);
    let Strict::Object(entries) = value else {
        return Err(ApiError::invalid_field(&path, "must be an object"));
    };
    if entries.len() > MAX_ATTRIBUTES {
        return Err(ApiError::invalid_field(&path, "may have at most 50 keys"));
    }
    let mut attributes = Attributes::new();
    for (key, value) in entries {
        if key.is_empty() || key.chars().count() > MAX_ATTRIBUTE_KEY {
            return Err(ApiError::invalid_field(&path, "may have keys of 1 to 40 characters"));
        }
        let value = match value {
            Strict::Null => AttributeValue::Null,
            Strict::Bool(value) => AttributeValue::Bool(value),
            Strict::Number(value) => AttributeValue::Number(value),
            Strict::Text(value) => AttributeValue::Text(value),
            Strict::List | Strict::Object(_) => {
                let name = format!("{path}.{key}");
                return Err(ApiError::invalid_field(
                    &name,
                    "must be a string, number, boolean or null",
                ));
            }
        };
        attributes.insert(key, value);
    }
    let size = serde_json::to_vec(&attributes).map_or(usize::MAX, |bytes| bytes.len());
    if size > MAX_ATTRIBUTES_BYTES {
        return Err(ApiError::invalid_field(&path, "may be at most 2 KiB together"));
    }
    Ok(attributes)
}

fn to_api_error(error: CreateSessionError) -> ApiError {
    let not_found = |code, message| ApiError::new(StatusCode::NOT_FOUND, code, message);
    match error {
        CreateSessionError::MissingCustomer => ApiError::bad_request(
            "missing_customer",
            "Give `retention.customer_id`, `retention.customer_email`, or both.",
        ),
        CreateSessionError::CustomerNotFound => {
            not_found("customer_not_found", "Customer not found")
        }
        CreateSessionError::SubscriptionNotFound => {
            not_found("subscription_not_found", "Subscription not found")
        }
        CreateSessionError::CustomerMismatch => ApiError::bad_request(
            "customer_mismatch",
            "`retention.customer_email` belongs to another customer than `retention.customer_id`. Give one of them.",
        ),
        CreateSessionError::ModeMismatch => ApiError::new(
            StatusCode::FORBIDDEN,
            "mode_mismatch",
            "The key and the customer are of different modes. Use `sk_test_` for test data and `sk_live_` for live data.",
        ),
        CreateSessionError::Store(error) => error.into(),
    }
}

fn answer(created: CreatedSession, public_url: &str) -> RetentionSessionCreated {
    let CreatedSession { id, claims } = created;
    let customer_id = match &claims.subject {
        Subject::Customers(ids) if ids.len() == 1 => ids.first().map(ToString::to_string),
        Subject::Customers(_) => None,
        Subject::Unverified { customer_id, .. } => customer_id.as_ref().map(ToString::to_string),
    };
    let expires_at = Timestamp::from_second(claims.expires_at_ms / 1_000)
        .map(|at| at.to_string())
        .unwrap_or_default();
    RetentionSessionCreated {
        session: RetentionSession {
            livemode: claims.mode.is_live(),
            url: format!("{public_url}/retention?session_id={id}"),
            subscription_id: claims.subscription_id.map(String::from),
            customer_id,
            expires_at,
            id: id.clone(),
        },
        id,
    }
}
