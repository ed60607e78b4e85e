//! Brand keys: missing, unknown, revoked, of the other mode.

use axum::body::Body;
use axum::http::Request;
use domain::brand::Mode;
use engine::ports::Clock as _;
use serde_json::json;
use testkit::{ROBIN, TestApp};

fn body() -> String {
    json!({"retention": {"customer_id": ROBIN.customer}}).to_string()
}

#[tokio::test]
async fn no_key_and_an_empty_body_is_told_about_the_key() {
    let app = TestApp::start().await;
    let request = Request::post("/v1/retention/session").header("content-type", "application/json");
    let answer = app.send(request.body(Body::from(body())).unwrap()).await;
    assert_eq!(answer.error(), (401, "missing_brand_key".to_owned(), None));
}

#[tokio::test]
async fn a_wrong_key_is_refused_and_not_repeated() {
    let app = TestApp::start().await;
    let long = format!("sk_test_{}", "a".repeat(4_000));
    for key in ["sk_test_wrong", "", "pk_test_abc", "Bearer x", long.as_str()] {
        let answer = app.post_json(key, body()).await;
        assert_eq!(answer.error(), (401, "invalid_brand_key".to_owned(), None), "{key}");
        assert!(key.is_empty() || !answer.text().contains(key));
    }
}

#[tokio::test]
async fn a_key_is_checked_before_the_body_is_looked_at() {
    let app = TestApp::start().await;
    assert_eq!(app.post_json("sk_test_wrong", "{").await.status, 401);
}

#[tokio::test]
async fn two_keys_are_good_at_once_for_rotation() {
    let app = TestApp::start().await;
    let second = app.add_key(Mode::Test).await;
    for key in [&app.brand_key, &second] {
        assert_eq!(app.post_json(key, body()).await.status, 200);
    }
}

#[tokio::test]
async fn a_revoked_key_ends_at_once_with_every_session_made_with_it() {
    let app = TestApp::start().await;
    let token = app.session().for_customer(ROBIN.customer).token().await;
    let directory = app.engine.directory();
    directory.revoke_brand_key(&app.brand_id(), &app.brand_key_id, app.clock.now()).await.unwrap();
    let answer = app.post_json(&app.brand_key, body()).await;
    assert_eq!(answer.error(), (401, "invalid_brand_key".to_owned(), None));
    assert_eq!(app.open(&token).await.page().status(), 404);
}

#[tokio::test]
async fn a_live_key_on_a_test_customer_is_refused() {
    let app = TestApp::start().await;
    let live = app.add_key(Mode::Live).await;
    let answer = app.post_json(&live, body()).await;
    assert_eq!(answer.error(), (403, "mode_mismatch".to_owned(), None));
}

#[tokio::test]
async fn a_key_that_is_no_text_is_refused() {
    let app = TestApp::start().await;
    let key = axum::http::HeaderValue::from_bytes(b"sk_test_\xff\xfe").unwrap();
    let request = Request::post("/v1/retention/session")
        .header("content-type", "application/json")
        .header("x-brand-key", key);
    let answer = app.send(request.body(Body::from(body())).unwrap()).await;
    assert_eq!(answer.error(), (401, "invalid_brand_key".to_owned(), None));
}
