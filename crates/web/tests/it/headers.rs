//! Headers of the view: who may frame it, what may run, where messages go.

use axum::body::Body;
use axum::http::Request;
use testkit::{Answer, ROBIN, TestApp, TestAppBuilder, encode_form};

async fn view(app: &TestApp, referer: &str, parent: &str) -> Answer {
    let token = app.session().for_customer(ROBIN.customer).token().await;
    let form = encode_form(&[("session_id", &token), ("parent_origin", parent)]);
    let request = Request::post("/retention")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("referer", referer);
    app.send(request.body(Body::from(form)).unwrap()).await
}

#[tokio::test]
async fn only_the_brands_origins_may_frame_the_view() {
    let app = TestApp::start().await;
    let answer = view(&app, "", "").await;
    let csp = answer.header("content-security-policy");
    let ancestors = "; frame-ancestors https://app.example.com http://localhost:*";
    assert!(csp.ends_with(ancestors), "{csp}");
}

#[tokio::test]
async fn the_view_is_closed_by_default_and_never_cached() {
    let app = TestApp::start().await;
    let answer = view(&app, "", "").await;
    let csp = answer.header("content-security-policy");
    assert!(csp.starts_with("default-src 'none'") && !csp.contains("unsafe"), "{csp}");
    assert!(csp.contains("base-uri 'none'") && csp.contains("form-action 'self'"), "{csp}");
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(answer.header("referrer-policy"), "same-origin");
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert_eq!(answer.header("set-cookie"), "");
}

#[tokio::test]
async fn a_nonce_is_used_once() {
    let app = TestApp::start().await;
    let (one, two) = (view(&app, "", "").await, view(&app, "", "").await);
    assert_ne!(one.header("content-security-policy"), two.header("content-security-policy"));
}

#[tokio::test]
async fn messages_go_to_the_origin_the_sdk_named_if_the_brand_allows_it() {
    let app = TestApp::start().await;
    for origin in ["https://app.example.com", "http://localhost:3000"] {
        let html = view(&app, "", origin).await.text();
        assert!(html.contains(&format!("data-target-origin=\"{origin}\"")), "{origin}");
    }
}

#[tokio::test]
async fn an_origin_the_brand_does_not_allow_is_never_a_target() {
    let app = TestApp::start().await;
    for origin in ["https://evil.example", "*", "null", "https://app.example.com.evil.example"] {
        let html = view(&app, &format!("{origin}/page"), origin).await.text();
        assert!(!html.contains("data-target-origin"), "{origin}");
        assert!(html.contains("data-allowed-origins"), "{origin}");
    }
}

#[tokio::test]
async fn without_the_field_the_referers_origin_counts_if_allowed() {
    let app = TestApp::start().await;
    let html = view(&app, "https://app.example.com/account?x=1", "").await.text();
    assert!(html.contains("data-target-origin=\"https://app.example.com\""));
}

#[tokio::test]
async fn a_post_from_another_site_is_a_step_like_any_other() {
    let app = TestApp::start().await;
    let token = app.session().for_customer(ROBIN.customer).token().await;
    let request = Request::post("/retention")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("origin", "https://app.example.com")
        .header("sec-fetch-site", "cross-site");
    let form = encode_form(&[("session_id", &token), ("action", "decline")]);
    let answer = app.send(request.body(Body::from(form)).unwrap()).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("location"), "");
}

#[tokio::test]
async fn a_host_of_its_own_serves_the_view_at_its_root() {
    let hosts = |web: &mut web::WebOptions| {
        web.hosts.retention = Some("retention.example.com".to_owned());
    };
    let app = TestAppBuilder::default().web(hosts).start().await;
    let token = app.session().for_customer(ROBIN.customer).token().await;
    let request = Request::get(format!("/?session_id={token}"));
    let request = request.header("host", "retention.example.com").body(Body::empty());
    let answer = app.send(request.unwrap()).await;
    assert!(answer.text().contains("data-step=\"reason\""));
    assert_eq!(app.get("/").await.status, 307);
}

#[tokio::test]
async fn every_answer_has_a_request_id() {
    let app = TestApp::start().await;
    for path in ["/healthz", "/readyz", "/metrics", "/v1/openapi.json", "/retention", "/nothing"] {
        let answer = app.get(path).await;
        assert!(answer.header("x-request-id").starts_with("req_"), "{path}");
    }
}

#[tokio::test]
async fn over_tls_browsers_are_told_to_stay_on_it() {
    let app = TestApp::with().web(|web| web.is_https = true).start().await;
    assert_eq!(app.get("/healthz").await.header("strict-transport-security"), "max-age=31536000");
}
