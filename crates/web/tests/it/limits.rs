//! Rate limits: who waits, and that cancelling has a budget of its own.

use axum::body::Body;
use axum::http::Request;
use serde_json::json;
use testkit::{Answer, ROBIN, TestApp};
use web::{RateLimits, WebOptions};

fn tight(web: &mut WebOptions) {
    web.rate_limits = RateLimits { per_key: 1, per_address: 1, per_address_cancel: 1 };
}

/// A burst holds five seconds' worth, so the sixth has to wait.
const BURST: usize = 5;

fn waits(answer: &Answer) {
    assert_eq!(answer.error(), (429, "rate_limited".to_owned(), None));
    assert!(answer.header("retry-after").parse::<u64>().unwrap() >= 1);
}

#[tokio::test]
async fn a_key_that_makes_too_many_sessions_waits() {
    let app = TestApp::with().web(tight).start().await;
    for _ in 0..BURST {
        assert_eq!(app.session().for_customer(ROBIN.customer).send().await.status, 200);
    }
    waits(&app.session().for_customer(ROBIN.customer).send().await);
}

#[tokio::test]
async fn an_address_that_guesses_keys_waits() {
    let app = TestApp::with().web(tight).start().await;
    for _ in 0..BURST {
        assert_eq!(app.post_json("sk_test_guess", "{}").await.status, 401);
    }
    waits(&app.post_json("sk_test_guess", "{}").await);
    assert_eq!(app.session().for_customer(ROBIN.customer).send().await.status, 200);
}

#[tokio::test]
async fn pages_that_are_used_up_leave_cancelling_alone() {
    let app = TestApp::with().web(tight).start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await;
    let mut last = view.clone();
    for _ in 0..BURST {
        last = last.refresh().await;
    }
    let answer = &last.page().answer;
    assert_eq!(answer.status, 429);
    assert!(answer.header("retry-after").parse::<u64>().unwrap() >= 1);
    assert!(last.page().html().contains("data-failure"), "the SDK shows its fallback");
    let view = view.cancel().await;
    assert!(view.page().says("Your cancellation is received"));
    app.run_jobs().await;
}

async fn session_from(app: &TestApp, forwarded: &str) -> Answer {
    let request = Request::post("/v1/retention/session")
        .header("x-brand-key", "sk_test_guess")
        .header("x-forwarded-for", forwarded);
    app.send(request.body(Body::from(json!({}).to_string())).unwrap()).await
}

#[tokio::test]
async fn behind_a_trusted_proxy_addresses_are_told_apart() {
    let trusting = |web: &mut WebOptions| {
        tight(web);
        web.trusted_proxies = vec!["127.0.0.1".parse().unwrap()];
    };
    let app = TestApp::with().web(trusting).start().await;
    for _ in 0..=BURST {
        session_from(&app, "203.0.113.1").await;
    }
    waits(&session_from(&app, "203.0.113.1").await);
    waits(&session_from(&app, "198.51.100.9, 203.0.113.1").await);
    assert_eq!(session_from(&app, "203.0.113.2").await.status, 401);
}

#[tokio::test]
async fn without_a_trusted_proxy_a_forwarded_address_is_not_believed() {
    let app = TestApp::with().web(tight).start().await;
    for number in 0..BURST {
        session_from(&app, &format!("203.0.113.{number}")).await;
    }
    waits(&session_from(&app, "203.0.113.99").await);
}
