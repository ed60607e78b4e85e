//! The JSON API.

mod brand_key;
mod create_retention_session;
pub(crate) mod openapi;
mod playbook_schema;
mod strict_json;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;

pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/v1/retention/session", post(create_retention_session::create_retention_session))
        .route("/v1/openapi.json", get(openapi::serve))
        .route("/v1/docs", get(openapi::page))
        .route("/v1/schemas/playbook.json", get(playbook_schema::serve))
}
