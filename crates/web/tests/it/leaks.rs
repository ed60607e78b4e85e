//! Seeded secrets and personal data never reach logs, metrics or the database in the clear.

use testkit::{LogCapture, ROBIN, STRIPE_KEY, TestApp};

const COMMENT: &str = "canary comment 4711";

/// A day in the life of one customer, with everything that can go wrong on the way.
async fn live_a_day(app: &TestApp) -> Vec<String> {
    let view = app.session().for_email(ROBIN.email).open().await;
    let token = view.token().to_owned();
    app.get(&format!("/retention?session_id={token}")).await;
    let view = view.answer("other", COMMENT).await;
    app.stripe_goes_down();
    let view = view.cancel().await;
    app.run_jobs().await;
    app.stripe_comes_back();
    app.connect_with("sk_test_revokedCanary99").await;
    app.advance(300);
    app.run_jobs().await;
    app.connect_with(STRIPE_KEY).await;
    app.advance(300);
    app.run_jobs().await;
    let path = view.refresh().await.page().receipt_path().unwrap();
    app.get(&path).await;
    app.post_json("sk_test_guessCanary", "{").await;
    app.session().for_email("stranger.canary@example.com").send().await;
    let bearer = path.trim_start_matches("/receipt/").to_owned();
    let fixed = [
        ROBIN.email,
        COMMENT,
        STRIPE_KEY,
        "sk_test_revokedCanary99",
        "sk_test_guessCanary",
        "stranger.canary@example.com",
        "Robin Field",
    ];
    let mut secrets: Vec<String> = fixed.map(str::to_owned).to_vec();
    secrets.extend([token, bearer, app.brand_key.clone()]);
    secrets
}

#[tokio::test]
async fn logs_hold_no_secret_and_no_personal_data() {
    let logs = LogCapture::start();
    let app = TestApp::start().await;
    let secrets = live_a_day(&app).await;
    let text = logs.text();
    assert!(text.contains("a billing action waits"), "the logs were captured");
    for secret in secrets {
        assert!(!text.contains(&secret), "{secret} stands in the log");
    }
}

#[tokio::test]
async fn metrics_hold_no_secret_and_no_personal_data() {
    let app = TestApp::start().await;
    let mut secrets = live_a_day(&app).await;
    secrets.extend([ROBIN.customer, ROBIN.subscription].map(str::to_owned));
    let text = app.get("/metrics").await.text();
    assert!(text.contains("http_request_seconds"), "{text}");
    for secret in secrets {
        assert!(!text.contains(&secret), "{secret} stands in the metrics");
    }
}

#[tokio::test]
async fn metrics_are_closed_without_their_token() {
    let close = |web: &mut web::WebOptions| {
        web.metrics_open = false;
        web.metrics_token = Some("right".to_owned().into());
    };
    let app = TestApp::with().web(close).start().await;
    assert_eq!(app.get("/metrics").await.error().0, 401);
    for (token, status) in [("wrong", 401), ("right", 200), ("", 401)] {
        let request = axum::http::Request::get("/metrics")
            .header("authorization", format!("Bearer {token}"))
            .body(axum::body::Body::empty());
        assert_eq!(app.send(request.unwrap()).await.status, status, "{token}");
    }
}

#[tokio::test]
async fn keys_are_not_in_the_database_in_the_clear() {
    let app = TestApp::start().await;
    for (column, key) in [("sealed_key", &app.brand_key), ("lookup_hash", &app.brand_key)] {
        let sql = format!(
            "SELECT count(*) FROM brand_keys WHERE instr({column}, CAST('{key}' AS BLOB)) > 0"
        );
        assert_eq!(app.count(&sql), 0, "{column}");
    }
    let sql = format!(
        "SELECT count(*) FROM billing_connections \
         WHERE instr(sealed_secret_key, CAST('{STRIPE_KEY}' AS BLOB)) > 0"
    );
    assert_eq!(app.count(&sql), 0);
}

#[tokio::test]
async fn events_carry_ids_only() {
    let app = TestApp::start().await;
    live_a_day(&app).await;
    let sql = format!(
        "SELECT count(*) FROM events WHERE payload LIKE '%{COMMENT}%' OR payload LIKE '%@%'"
    );
    assert_eq!(app.count(&sql), 0);
    assert!(app.count("SELECT count(*) FROM events") > 0);
}
