//! Our own side is unwell: what clients and customers are told.

use testkit::{LogCapture, ROBIN, TestApp};

#[tokio::test]
async fn a_database_that_takes_no_work_is_told_with_a_time_to_wait() {
    let app = TestApp::start().await;
    app.store.close().await;
    let answer = app.session().for_customer(ROBIN.customer).send().await;
    assert_eq!(answer.error(), (503, "overloaded".to_owned(), None));
    assert_eq!(answer.header("retry-after"), "1");
}

#[tokio::test]
async fn a_view_that_cannot_be_shown_lets_the_host_page_fall_back() {
    let app = TestApp::start().await;
    let token = app.session().for_customer(ROBIN.customer).token().await;
    app.store.close().await;
    let view = app.open(&token).await;
    assert_eq!(view.page().status(), 503);
    assert!(view.page().html().contains("data-failure"));
    assert!(view.page().says("A message that says you cancel"));
}

#[tokio::test]
async fn readiness_follows_the_database_and_health_does_not() {
    let app = TestApp::start().await;
    assert_eq!(app.get("/readyz").await.status, 200);
    app.store.close().await;
    assert_eq!(app.get("/readyz").await.status, 503);
    assert_eq!(app.get("/healthz").await.status, 200);
}

#[tokio::test]
async fn the_cause_of_a_failure_is_logged_and_never_shown() {
    let logs = LogCapture::start();
    let app = TestApp::start().await;
    app.store.close().await;
    let answer = app.session().for_customer(ROBIN.customer).send().await;
    assert!(!answer.text().contains("database") && !answer.text().contains("SQL"));
    assert!(logs.text().contains("a request failed in the database"));
}

#[tokio::test]
async fn words_of_stripe_never_reach_a_client() {
    let app = TestApp::start().await;
    app.connect_with("sk_test_revoked").await;
    let answer = app.session().for_customer(ROBIN.customer).to_cancel(ROBIN.subscription);
    let answer = answer.send().await;
    assert_eq!(answer.status, 200, "a session is issued unverified");
    let view = app.open(answer.json()["id"].as_str().unwrap()).await;
    let shown = format!("{}{}", answer.text(), view.page().html());
    assert!(!shown.contains("API Key"), "{shown}");
    assert!(view.page().has_button("cancel"));
}
