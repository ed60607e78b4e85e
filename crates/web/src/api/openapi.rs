//! The API's description: OpenAPI 3.1 made from the handlers, and a page to read it.

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityScheme};
use utoipa::{Modify, OpenApi, ToSchema};

use super::create_retention_session::{MAX_ATTRIBUTES, MAX_ATTRIBUTES_BYTES};
use crate::app::App;
use crate::error::ApiError;

/// An error.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ErrorBody {
    /// A sentence for a developer: what is wrong and what to do.
    error: String,
    /// Stable, `snake_case`.
    code: String,
    /// Name of this request in the server's log.
    request_id: String,
    /// The field at fault.
    param: Option<String>,
}

/// A value of an attribute.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
pub(crate) enum Attribute {
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// `true` or `false`.
    Bool(bool),
}

/// Whom the session is for.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RetentionRequest {
    /// The customer's id at Stripe. At least one of id and e-mail is needed.
    #[schema(pattern = "^cus_[A-Za-z0-9_-]{1,240}$")]
    customer_id: Option<String>,
    /// The customer's e-mail at Stripe.
    #[schema(max_length = 512, pattern = r"^[^\x00-\x20\x7f@]+@[^\x00-\x20\x7f]+$")]
    customer_email: Option<String>,
    /// One subscription of the customer; without it the only one is taken, or the customer chooses.
    #[schema(pattern = "^sub_[A-Za-z0-9_-]{1,240}$")]
    subscription_id: Option<String>,
    /// Language of the view, BCP 47.
    #[schema(max_length = 35, pattern = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$")]
    locale: Option<String>,
    /// Where the customer is, ISO 3166-1 or -2.
    #[schema(max_length = 6, pattern = "^[A-Za-z]{2}(-[A-Za-z0-9]{1,3})?$")]
    region: Option<String>,
    /// Facts for segments: at most 50 keys and 2 KiB; values are strings, numbers, booleans or null.
    attributes: Option<BTreeMap<String, Attribute>>,
    /// Life of the session in seconds; a day when absent.
    #[schema(minimum = 60, maximum = 604800)]
    expires_in: Option<i64>,
    /// Where the view leads back to when it is not in a frame; https.
    #[schema(max_length = 2000, pattern = "^https://[A-Za-z0-9.-]+(/[A-Za-z0-9._~/-]*)?$")]
    return_url: Option<String>,
}

/// A request for a retention session.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"retention": {
    "customer_id": "cus_NffrFeUfNV2Hib",
    "subscription_id": "sub_1MowQVLkdIwHu7ixeRlqHVzs",
}}))]
pub(crate) struct RetentionSessionRequest {
    /// Whom the session is for.
    retention: RetentionRequest,
}

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Renumerate API",
        description = "Sessions for the cancel button of a subscription business.",
        license(name = "Apache-2.0", identifier = "Apache-2.0"),
    ),
    paths(super::create_retention_session::create_retention_session),
    tags((name = "Retention", description = "The cancellation.")),
    modifiers(&BrandKeyScheme),
)]
struct Document;

struct BrandKeyScheme;

impl Modify for BrandKeyScheme {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let description = "The brand's private key, `sk_test_…` or `sk_live_…`.";
        let key = ApiKeyValue::with_description("X-Brand-Key", description);
        let components = document.components.get_or_insert_with(Default::default);
        components.add_security_scheme("brand_key", SecurityScheme::ApiKey(ApiKey::Header(key)));
    }
}

/// The whole document, as JSON.
#[must_use]
pub fn document() -> Value {
    let mut document = serde_json::to_value(Document::openapi()).unwrap_or_default();
    // What the derive cannot say: one of two fields is needed, and how many attributes there may be.
    let request = &mut document["components"]["schemas"]["RetentionRequest"];
    request["anyOf"] = json!([
        {"required": ["customer_id"], "properties": {"customer_id": {"type": "string"}}},
        {"required": ["customer_email"], "properties": {"customer_email": {"type": "string"}}},
    ]);
    let attributes = &mut request["properties"]["attributes"];
    attributes["maxProperties"] = json!(MAX_ATTRIBUTES);
    attributes["additionalProperties"] =
        json!({"anyOf": [{"$ref": "#/components/schemas/Attribute"}, {"type": "null"}]});
    attributes["propertyNames"] = json!({"pattern": "^[^\\x00]{1,40}$"});
    // All together are limited too; half of that for one keeps every valid document acceptable.
    document["components"]["schemas"]["Attribute"]["maxLength"] = json!(MAX_ATTRIBUTES_BYTES / 2);
    document
}

/// `GET /v1/openapi.json`.
pub(crate) async fn serve(State(app): State<Arc<App>>) -> Result<Response, ApiError> {
    let mut document = document();
    document["servers"] = json!([{"url": app.engine.options().public_url}]);
    Ok(([(header::CONTENT_TYPE, "application/json")], document.to_string()).into_response())
}

/// The document as a page: what it says, in plain HTML.
#[derive(Template)]
#[template(path = "api_docs.html")]
struct DocsPage {
    base_url: String,
    operations: Vec<Operation>,
}

struct Operation {
    method: String,
    path: String,
    summary: String,
    description: String,
    fields: Vec<Field>,
    responses: Vec<(String, String)>,
}

struct Field {
    name: String,
    description: String,
}

/// `GET /v1/docs`.
pub(crate) async fn page(State(app): State<Arc<App>>) -> Result<Response, ApiError> {
    let document = document();
    let page = DocsPage {
        base_url: app.engine.options().public_url.clone(),
        operations: operations(&document),
    };
    let html = page.render().map_err(|_| ApiError::internal())?;
    let csp = [(
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
    )];
    Ok((csp, Html(html)).into_response())
}

fn operations(document: &Value) -> Vec<Operation> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut operations = Vec::new();
    for (path, methods) in document["paths"].as_object().into_iter().flatten() {
        for (method, operation) in methods.as_object().into_iter().flatten() {
            let responses = operation["responses"].as_object().into_iter().flatten();
            operations.push(Operation {
                method: method.to_uppercase(),
                path: path.clone(),
                summary: text(&operation["summary"]),
                description: text(&operation["description"]),
                fields: request_fields(document, operation),
                responses: responses
                    .map(|(status, response)| (status.clone(), text(&response["description"])))
                    .collect(),
            });
        }
    }
    operations
}

/// Fields of a request body, inner ones with their full names.
fn request_fields(document: &Value, operation: &Value) -> Vec<Field> {
    let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
    let mut fields = Vec::new();
    collect_fields(document, schema, "", &mut fields);
    fields
}

fn collect_fields(document: &Value, schema: &Value, path: &str, fields: &mut Vec<Field>) {
    let target = match schema["$ref"].as_str() {
        Some(reference) => document.pointer(reference.trim_start_matches('#')),
        None => Some(schema),
    };
    let properties = target.and_then(|target| target["properties"].as_object());
    for (name, property) in properties.into_iter().flatten() {
        let name = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        let inner = property["allOf"].get(0).unwrap_or(property);
        let description = property["description"].as_str().unwrap_or_default().to_owned();
        fields.push(Field { name: name.clone(), description });
        if inner["$ref"].is_string() {
            collect_fields(document, inner, &name, fields);
        }
    }
}
