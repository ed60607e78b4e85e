//! Over a real connection: the faults that never answer, and the control endpoints.

use std::time::Duration;

use serde_json::{Value, json};
use stripe_sandbox::{Fault, FaultRule, Sandbox, SandboxOptions};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::client::{DAY, START};

struct Served {
    sandbox: Sandbox,
    url: String,
    http: reqwest::Client,
    stop: oneshot::Sender<()>,
    task: JoinHandle<std::io::Result<()>>,
}

async fn serve() -> Served {
    // The process may have a provider already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let sandbox =
        Sandbox::new(SandboxOptions { now: START, seed: 7, secret_keys: vec!["sk_own".into()] });
    let (stop, stopped) = oneshot::channel::<()>();
    let serving = sandbox.clone().serve(listener, async {
        stopped.await.unwrap();
    });
    let task = tokio::spawn(serving);
    Served { sandbox, url, http: reqwest::Client::new(), stop, task }
}

impl Served {
    fn post(&self, path: &str, body: &'static str) -> reqwest::RequestBuilder {
        let request = self.http.post(format!("{}{path}", self.url)).bearer_auth("sk_own");
        request.header("idempotency-key", "k1").body(body)
    }

    async fn control(&self, path: &str, body: Value) -> reqwest::Response {
        let request = self.http.post(format!("{}/_sandbox/{path}", self.url));
        let request = request.header("content-type", "application/json").body(body.to_string());
        let answer = request.send().await.unwrap();
        assert!(answer.status().is_success(), "{path} {}", answer.status());
        answer
    }

    async fn read(&self, path: &str) -> Value {
        let answer = self.http.get(format!("{}/_sandbox/{path}", self.url)).send().await.unwrap();
        serde_json::from_slice(&answer.bytes().await.unwrap()).unwrap()
    }

    fn made(&self) -> usize {
        self.sandbox.inspect().events_of("customer.created").len()
    }

    async fn end(self) {
        self.stop.send(()).unwrap();
        self.task.await.unwrap().unwrap();
    }
}

#[tokio::test]
async fn timeouts_never_answer_before_or_after_the_effect() {
    let served = serve().await;
    for (fault, made) in [(Fault::TimeoutBeforeEffect, 0), (Fault::TimeoutAfterEffect, 1)] {
        served.sandbox.inject(FaultRule::once(fault));
        let request = served.post("/v1/customers", "name=A");
        let error = request.timeout(Duration::from_millis(200)).send().await.unwrap_err();
        assert!(error.is_timeout());
        assert_eq!(served.made(), made);
    }
    let replayed = served.post("/v1/customers", "name=A").send().await.unwrap();
    assert_eq!(replayed.headers()["idempotent-replayed"], "true");
    assert_eq!(served.made(), 1);
    served.end().await;
}

#[tokio::test]
async fn a_held_request_runs_even_if_its_caller_has_given_up() {
    let served = serve().await;
    served.sandbox.inject(FaultRule::once(Fault::Hold));
    let request = served.post("/v1/customers", "name=A");
    let error = request.timeout(Duration::from_millis(200)).send().await.unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(served.made(), 0);
    served.sandbox.release_held();
    while served.made() == 0 {
        tokio::task::yield_now().await;
    }
    let replayed = served.post("/v1/customers", "name=A").send().await.unwrap();
    assert_eq!(replayed.headers()["idempotent-replayed"], "true");
    served.end().await;
}

#[tokio::test]
async fn resets_close_the_connection_before_or_after_the_effect() {
    let served = serve().await;
    for (fault, made) in [(Fault::ResetBeforeEffect, 0), (Fault::ResetAfterEffect, 1)] {
        served.sandbox.inject(FaultRule::once(fault));
        let error = served.post("/v1/customers", "name=A").send().await.unwrap_err();
        assert!(error.is_request() && !error.is_timeout(), "{error:?}");
        assert_eq!(served.made(), made);
    }
    served.end().await;
}

#[tokio::test]
async fn a_cut_answer_is_not_json() {
    let served = serve().await;
    served.sandbox.inject(FaultRule::once(Fault::BadJson));
    let answer = served.post("/v1/customers", "name=A").send().await.unwrap();
    assert_eq!(answer.status(), 200);
    let bytes = answer.bytes().await.unwrap();
    assert!(serde_json::from_slice::<Value>(&bytes).is_err());
    assert_eq!(served.made(), 1);
    served.end().await;
}

#[tokio::test]
async fn the_end_of_serving_ends_answers_that_never_come() {
    let served = serve().await;
    served.sandbox.inject(FaultRule::once(Fault::TimeoutAfterEffect));
    let waiting = tokio::spawn(served.post("/v1/customers", "name=A").send());
    while served.made() == 0 {
        tokio::task::yield_now().await;
    }
    served.end().await;
    assert!(waiting.await.unwrap().is_err());
}

#[tokio::test]
async fn the_clock_and_faults_can_be_controlled_over_http() {
    let served = serve().await;
    assert_eq!(served.read("clock").await, json!({ "now": START }));
    served.control("clock", json!({ "by": DAY })).await;
    served.control("clock", json!({ "to": START + 3 * DAY })).await;
    assert_eq!(served.sandbox.now(), START + 3 * DAY);
    let rule = json!({ "method": "POST", "fault": { "rate_limited_429": { "reason": "x" } } });
    served.control("faults", rule).await;
    assert_eq!(served.post("/v1/customers", "name=A").send().await.unwrap().status(), 429);
    served.control("release", json!({})).await;
    served.control("disconnect", json!({ "account": "acct_1" })).await;
    served.end().await;
}

#[tokio::test]
async fn the_index_names_every_control_and_needs_no_key() {
    let served = serve().await;
    let answer = served.http.get(format!("{}/_sandbox", served.url)).send().await.unwrap();
    let index: Value = serde_json::from_slice(&answer.bytes().await.unwrap()).unwrap();
    assert_eq!(index["now"], START);
    let endpoints = index["endpoints"].as_array().unwrap();
    let mut tried = 0;
    for endpoint in endpoints {
        let request = endpoint["request"].as_str().unwrap();
        let Some((method, path)) = request.split_once(' ') else { continue };
        let method = reqwest::Method::from_bytes(method.as_bytes()).unwrap();
        let answer = served.http.request(method, format!("{}{path}", served.url));
        let status = answer.send().await.unwrap().status().as_u16();
        // Known to the router, whatever it thinks of an empty body.
        assert!(![401, 404, 405].contains(&status), "{request} {status}");
        tried += 1;
    }
    assert!(tried >= 13);
    served.end().await;
}

#[tokio::test]
async fn the_outcome_of_collecting_can_be_chosen_over_http() {
    let served = serve().await;
    served.control("seed", json!({})).await;
    let state = served.read("state").await;
    let late = &state["objects"]["sub_1LumenPastDue00000000001"]["latest_invoice"];
    let body = json!({ "invoice": late, "outcome": "given_up_unpaid" });
    let answer = served.control("collection", body).await.bytes().await.unwrap();
    let subscription: Value = serde_json::from_slice(&answer).unwrap();
    assert_eq!(subscription["status"], "unpaid");
    let request = served.http.post(format!("{}/_sandbox/collection", served.url));
    let request = request.header("content-type", "application/json");
    let unknown = request.body(r#"{"invoice":"in_none","outcome":"paid"}"#).send().await.unwrap();
    assert_eq!(unknown.status(), 400);
    served.end().await;
}

#[tokio::test]
async fn state_can_be_seeded_read_and_reset_over_http() {
    let served = serve().await;
    let cast = served.control("seed", json!({})).await.bytes().await.unwrap();
    let cast: Value = serde_json::from_slice(&cast).unwrap();
    assert_eq!(cast[0]["customer_id"], "cus_NffrFeUfNV2Hib");
    let state = served.read("state").await;
    assert_eq!(state["objects"]["cus_NffrFeUfNV2Hib"]["object"], "customer");
    served.post("/v1/customers", "name=A").send().await.unwrap();
    let requests = served.read("requests").await;
    assert_eq!(
        (&requests[0]["path"], &requests[0]["body"]),
        (&json!("/v1/customers"), &json!("name=A"))
    );
    served.control("reset", json!({})).await;
    assert_eq!(served.read("state").await["objects"], json!({}));
    served.end().await;
}

#[tokio::test]
async fn only_the_configured_keys_are_accepted() {
    let served = serve().await;
    let request = served.http.get(format!("{}/v1/account", served.url));
    let foreign = request.bearer_auth("sk_test_any").send().await.unwrap();
    assert_eq!(foreign.status(), 401);
    served.end().await;
}

#[tokio::test]
async fn an_oversized_body_is_refused() {
    let served = serve().await;
    let body = "a".repeat(300 * 1024);
    let request = served.http.post(format!("{}/v1/customers", served.url)).bearer_auth("sk_own");
    assert_eq!(request.body(body).send().await.unwrap().status(), 400);
    served.end().await;
}
