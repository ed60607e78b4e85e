//! The sample page's own backend: what a SaaS business would write, and the sandbox's levers.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use secrecy::ExposeSecret;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Demo, cast, panel, playbook};

/// How long the page's backend waits for a session before it gives the fallback.
const SESSION_WAIT: Duration = Duration::from_secs(2);
/// Seconds of a day.
const DAY: i64 = 86_400;
/// The clock moves at most this many days at once.
const MAX_DAYS: i64 = 400;

pub(super) async fn config(State(demo): State<Arc<Demo>>) -> Json<Value> {
    Json(json!({
        "publicKey": demo.public_key,
        "apiOrigin": demo.origin,
        "studio": null,
        "examples": playbook::EXAMPLES,
    }))
}

pub(super) async fn customers(State(demo): State<Arc<Demo>>) -> Json<Value> {
    Json(json!(cast::members(&demo)))
}

#[derive(Debug, Deserialize)]
pub(super) struct StateQuery {
    customer: String,
}

pub(super) async fn state(
    State(demo): State<Arc<Demo>>,
    Query(query): Query<StateQuery>,
) -> Json<Value> {
    Json(panel::state(&demo, &query.customer).await)
}

/// Asks the engine for a session over HTTP, as any backend would; on failure or after two
/// seconds the page gets a link instead, so its button always works.
pub(super) async fn session(
    State(demo): State<Arc<Demo>>,
    Json(target): Json<Value>,
) -> Json<Value> {
    let subject = cast::with_attributes(&demo.cast, target);
    let asked = demo
        .http
        .post(format!("{}/v1/retention/session", demo.origin))
        .timeout(SESSION_WAIT)
        .header("x-brand-key", demo.brand_key.expose_secret())
        .header("content-type", "application/json")
        .body(json!({ "retention": subject }).to_string())
        .send()
        .await;
    let id = match asked {
        Ok(answer) if answer.status().is_success() => session_id(answer).await,
        _ => None,
    };
    Json(match id {
        Some(id) => json!({ "sessionId": id }),
        None => json!({ "fallbackUrl": format!("{}/demo/cancel.html", demo.origin) }),
    })
}

async fn session_id(answer: reqwest::Response) -> Option<String> {
    let body: Value = serde_json::from_str(&answer.text().await.ok()?).ok()?;
    body["session"]["id"].as_str().map(ToOwned::to_owned)
}

#[derive(Debug, Deserialize)]
pub(super) struct ClockMove {
    advance_days: i64,
}

/// Moves the sandbox's time and the engine's with it.
pub(super) async fn clock(
    State(demo): State<Arc<Demo>>,
    Json(wanted): Json<ClockMove>,
) -> Result<Json<Value>, StatusCode> {
    if !(1..=MAX_DAYS).contains(&wanted.advance_days) {
        return Err(StatusCode::BAD_REQUEST);
    }
    demo.clock.advance(wanted.advance_days * DAY);
    Ok(Json(json!({ "now": demo.sandbox.now() })))
}

/// Back to the first minute: the sandbox's state and ours.
pub(super) async fn reset(State(demo): State<Arc<Demo>>) -> Result<Json<Value>, StatusCode> {
    demo.clock.reset();
    demo.sandbox.reset();
    demo.sandbox.seed_demo_cast();
    demo.engine.forget_cached();
    match demo.store.clear_test_data(&demo.brand_id).await {
        Ok(()) => Ok(Json(json!({}))),
        Err(error) => {
            tracing::error!(%error, "the demo could not be reset");
            Err(StatusCode::SERVICE_UNAVAILABLE)
        }
    }
}
