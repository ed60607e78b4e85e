//! What a business writes for its custom offers: an endpoint that checks who calls and does the
//! work. It listens on this machine only, with a certificate of its own making.

use std::net::TcpListener;
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Json, Response};
use axum::routing::post;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use engine::ports::Clock;
use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};
use sha2::Sha256;
use tokio::sync::watch;

use crate::adapters::MovedClock;
use crate::commands::Failure;
use crate::http;
use crate::tls::Identity;

/// Where the offers are received.
pub(super) const PATH: &str = "/offers/early-access";
/// A call that was signed longer ago, or that much ahead, is refused, in seconds.
const MAX_AGE: i64 = 300;
/// What the customer reads.
const MESSAGE: &str = "The new editor is switched on for you. It is in your notes now.";

/// The endpoint, before it answers: its address is needed for the playbook, its certificate for
/// the caller.
pub(super) struct Receiver {
    listener: TcpListener,
    origin: String,
    identity: Identity,
}

struct Shared {
    secrets: Vec<SecretString>,
    clock: Arc<MovedClock>,
}

impl Receiver {
    pub(super) fn bind() -> Result<Self, Failure> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        listener.set_nonblocking(true)?;
        let origin = format!("https://localhost:{}", listener.local_addr()?.port());
        Ok(Self { listener, origin, identity: Identity::make()? })
    }

    pub(super) fn origin(&self) -> &str {
        &self.origin
    }

    pub(super) fn certificate(&self) -> String {
        self.identity.certificate.clone()
    }

    /// Answers until the demo ends.
    pub(super) async fn start(
        self,
        secrets: Vec<SecretString>,
        clock: Arc<MovedClock>,
        mut stopped: watch::Receiver<bool>,
    ) -> Result<(), Failure> {
        let shared = Arc::new(Shared { secrets, clock });
        let router = Router::new().route(PATH, post(receive)).with_state(shared);
        let tls = self.identity.config().await?;
        let stop = async move { drop(stopped.wait_for(|stopped| *stopped).await) };
        tokio::spawn(async move {
            if let Err(error) = http::serve(self.listener, router, Some(tls), stop).await {
                tracing::error!(%error, "custom offers of the demo are not received any more");
            }
        });
        Ok(())
    }
}

/// The work is a switch that may be turned on twice, so a repeated call needs no memory here.
async fn receive(State(shared): State<Arc<Shared>>, headers: HeaderMap, body: Bytes) -> Response {
    let now = shared.clock.now().as_second();
    if !is_genuine(&headers, &body, &shared.secrets, now) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let call: Value = serde_json::from_slice(&body).unwrap_or_default();
    if call["type"] != "custom_offer.requested" {
        return Json(json!({ "status": "failed", "message": "Unknown offer." })).into_response();
    }
    Json(json!({ "status": "done", "message": MESSAGE })).into_response()
}

/// Whether a call was signed with one of the secrets a short time ago, as Standard Webhooks says.
fn is_genuine(headers: &HeaderMap, body: &[u8], secrets: &[SecretString], now: i64) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let (Some(id), Some(time), Some(signatures)) =
        (text("webhook-id"), text("webhook-timestamp"), text("webhook-signature"))
    else {
        return false;
    };
    let is_fresh = time.parse::<i64>().is_ok_and(|at| now.abs_diff(at) <= MAX_AGE.unsigned_abs());
    let is_signed = |secret: &SecretString, signature: &str| {
        let key = secret.expose_secret().strip_prefix("whsec_");
        let key = key.and_then(|text| STANDARD.decode(text).ok());
        let given = signature.strip_prefix("v1,").and_then(|text| STANDARD.decode(text).ok());
        let (Some(key), Some(given)) = (key, given) else { return false };
        let Ok(mut mac) = <Hmac<Sha256> as KeyInit>::new_from_slice(&key) else { return false };
        mac.update(format!("{id}.{time}.").as_bytes());
        mac.update(body);
        mac.verify_slice(&given).is_ok()
    };
    let mut given = signatures.split(' ');
    is_fresh && given.any(|one| secrets.iter().any(|secret| is_signed(secret, one)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the Standard Webhooks specification's reference libraries.
    const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const ID: &str = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    const BODY: &[u8] = br#"{"test": 2432232314}"#;
    const TIME: i64 = 1_614_265_330;
    const SIGNATURE: &str = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    fn headers(id: &str, time: &str, signature: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        let named = [("webhook-id", id), ("webhook-timestamp", time)];
        for (name, value) in named.into_iter().chain([("webhook-signature", signature)]) {
            headers.insert(name, value.parse().unwrap());
        }
        headers
    }

    #[test]
    fn only_a_call_that_was_signed_for_us_just_now_is_genuine() {
        let time = TIME.to_string();
        let secrets = [SecretString::from(SECRET)];
        let others = [SecretString::from("whsec_bmluZSBsaXZlcyBoYXMgYSBjYXQsIG9yIHNvIGl0")];
        let two = format!("v1,AAAA {SIGNATURE}");
        for (id, time, signature, body, secrets, now, expected) in [
            (ID, &*time, SIGNATURE, BODY, &secrets, TIME, true),
            (ID, &*time, &*two, BODY, &secrets, TIME, true),
            (ID, &*time, SIGNATURE, BODY, &secrets, TIME + 300, true),
            (ID, &*time, SIGNATURE, BODY, &secrets, TIME + 301, false),
            (ID, &*time, SIGNATURE, BODY, &secrets, TIME - 301, false),
            (ID, "1614265331", SIGNATURE, BODY, &secrets, TIME, false),
            ("msg_other", &*time, SIGNATURE, BODY, &secrets, TIME, false),
            (ID, &*time, SIGNATURE, b"{}", &secrets, TIME, false),
            (ID, &*time, "v1,AAAA", BODY, &secrets, TIME, false),
            (ID, &*time, &SIGNATURE[3..], BODY, &secrets, TIME, false),
            (ID, &*time, SIGNATURE, BODY, &others, TIME, false),
        ] {
            let found = is_genuine(&headers(id, time, signature), body, secrets, now);
            assert_eq!(found, expected, "{id} {time} {signature} {now}");
        }
        assert!(!is_genuine(&HeaderMap::new(), BODY, &secrets, TIME));
    }
}
