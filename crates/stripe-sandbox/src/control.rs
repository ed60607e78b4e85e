//! The sandbox's own endpoints, for tests in other languages and for users' continuous integration.
//!
//! | request | effect |
//! |---|---|
//! | `GET /_sandbox/clock` | `{"now": …}` in Unix seconds |
//! | `POST /_sandbox/clock` | `{"to": …}` or `{"by": seconds}` moves time forward |
//! | `POST /_sandbox/faults` | adds a fault rule; `DELETE` removes all |
//! | `POST /_sandbox/release` | lets held requests run |
//! | `POST /_sandbox/seed` | adds the demo cast and answers it |
//! | `POST /_sandbox/deliver` | attempts every waiting webhook once, answers what became of them |
//! | `POST /_sandbox/disconnect` | `{"account": "acct_…"}` cuts a connected account off |
//! | `POST /_sandbox/reset` | forgets everything |
//! | `GET /_sandbox/requests` | every request served |
//! | `GET /_sandbox/state?account=` | objects and events of an account |

use axum::Json;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::routing::{get, post};
use serde::{Deserialize, Serialize};

use crate::demo_cast::CastMember;
use crate::faults::FaultRule;
use crate::inspect::{RequestRecord, Snapshot};
use crate::sandbox::Sandbox;
use crate::webhooks::DeliveryReport;

pub(crate) fn router() -> Router<Sandbox> {
    Router::new()
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
