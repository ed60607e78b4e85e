//! The sandbox's own endpoints, for tests in other languages and for users' continuous integration.
//!
//! No key is needed. `GET /_sandbox` lists them; `docs/sandbox.md` describes each.

use axum::Json;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::demo_cast::CastMember;
use crate::faults::FaultRule;
use crate::inspect::{RequestRecord, Snapshot};
use crate::resources::collection::CollectionOutcome;
use crate::sandbox::Sandbox;
use crate::state::PLATFORM;
use crate::webhooks::DeliveryReport;

/// Every endpoint and what it does, as `GET /_sandbox` answers it.
const INDEX: [(&str, &str); 14] = [
    ("GET /_sandbox", "this index"),
    ("GET /_sandbox/clock", "the time, Unix seconds"),
    ("POST /_sandbox/clock", "moves time forward: {\"to\": time} or {\"by\": seconds}"),
    ("POST /_sandbox/collection", "what an open invoice comes to: {\"invoice\", \"outcome\"}"),
    (
        "POST /_sandbox/faults",
        "adds a fault: {\"method\", \"path_prefix\", \"after\", \"times\", \"fault\"}",
    ),
    ("DELETE /_sandbox/faults", "removes every fault that has not struck yet"),
    ("POST /_sandbox/release", "lets held requests run"),
    ("POST /_sandbox/seed", "adds the demo cast and answers it"),
    ("POST /_sandbox/deliver", "attempts every waiting webhook once"),
    ("POST /_sandbox/disconnect", "cuts a connected account off: {\"account\"}"),
    ("POST /_sandbox/reset", "forgets everything"),
    ("GET /_sandbox/requests", "every request served"),
    ("GET /_sandbox/state", "objects and events, of ?account= if given"),
    ("/v1", "the part of Stripe's API the sandbox speaks"),
];

pub(crate) fn router() -> Router<Sandbox> {
    Router::new()
        .route("/", get(index))
        .route("/collection", post(settle_invoice))
        .route("/clock", get(read_clock).post(move_clock))
        .route("/faults", post(add_fault).delete(clear_faults))
        .route("/release", post(release))
        .route("/seed", post(seed))
        .route("/deliver", post(deliver))
        .route("/disconnect", post(disconnect))
        .route("/reset", post(reset))
        .route("/requests", get(requests))
        .route("/state", get(state))
}

#[derive(Serialize)]
struct ClockOut {
    now: i64,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum ClockIn {
    To(i64),
    By(i64),
}

#[derive(Deserialize)]
struct AccountIn {
    account: Option<String>,
}

/// What the attempts to collect an open invoice come to.
#[derive(Deserialize)]
struct CollectionIn {
    invoice: String,
    outcome: CollectionOutcome,
    account: Option<String>,
}

async fn index(State(sandbox): State<Sandbox>) -> Json<Value> {
    let endpoints: Vec<Value> = INDEX
        .iter()
        .map(|(request, effect)| json!({ "request": request, "effect": effect }))
        .collect();
    Json(json!({
        "api_version": crate::API_VERSION, "now": sandbox.now(), "endpoints": endpoints,
    }))
}

/// Answers the subscription afterwards.
async fn settle_invoice(
    State(sandbox): State<Sandbox>,
    Json(input): Json<CollectionIn>,
) -> Response {
    let account = input.account.as_deref().unwrap_or(PLATFORM);
    match sandbox.settle_invoice_of(account, &input.invoice, input.outcome) {
        Ok(subscription) => Json(subscription).into_response(),
        Err(message) => {
            (StatusCode::BAD_REQUEST, Json(json!({ "message": message }))).into_response()
        }
    }
}

async fn read_clock(State(sandbox): State<Sandbox>) -> Json<ClockOut> {
    Json(ClockOut { now: sandbox.now() })
}

async fn move_clock(State(sandbox): State<Sandbox>, Json(input): Json<ClockIn>) -> Json<ClockOut> {
    let to = match input {
        ClockIn::To(to) => to,
        ClockIn::By(seconds) => sandbox.now().saturating_add(seconds),
    };
    sandbox.advance_clock(to);
    Json(ClockOut { now: sandbox.now() })
}

async fn add_fault(State(sandbox): State<Sandbox>, Json(rule): Json<FaultRule>) -> StatusCode {
    sandbox.inject(rule);
    StatusCode::NO_CONTENT
}

async fn clear_faults(State(sandbox): State<Sandbox>) -> StatusCode {
    sandbox.clear_faults();
    StatusCode::NO_CONTENT
}

async fn release(State(sandbox): State<Sandbox>) -> StatusCode {
    sandbox.release_held();
    StatusCode::NO_CONTENT
}

async fn seed(State(sandbox): State<Sandbox>) -> Json<Vec<CastMember>> {
    Json(sandbox.seed_demo_cast())
}

async fn deliver(State(sandbox): State<Sandbox>) -> Json<Vec<DeliveryReport>> {
    Json(sandbox.deliver_pending().await)
}

async fn disconnect(State(sandbox): State<Sandbox>, Json(input): Json<AccountIn>) -> StatusCode {
    let Some(account) = input.account else { return StatusCode::BAD_REQUEST };
    sandbox.disconnect_account(&account);
    StatusCode::NO_CONTENT
}

async fn reset(State(sandbox): State<Sandbox>) -> StatusCode {
    sandbox.reset();
    StatusCode::NO_CONTENT
}

async fn requests(State(sandbox): State<Sandbox>) -> Json<Vec<RequestRecord>> {
    Json(sandbox.inspect().requests)
}

async fn state(State(sandbox): State<Sandbox>, Query(query): Query<AccountIn>) -> Json<Snapshot> {
    Json(match query.account {
        Some(account) => sandbox.inspect_account(&account),
        None => sandbox.inspect(),
    })
}
