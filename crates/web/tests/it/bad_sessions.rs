//! Forged, altered, expired, foreign and finished sessions.

use serde_json::json;
use testkit::{Page, ROBIN, TestApp};

/// Nothing of a customer or a brand stands on the page, and the way out does.
fn leaks_nothing(page: &Page) {
    for secret in ["cus_", "sub_", "Robin", "robin.field", "$49", "Lumen Notes", "ret_"] {
        assert!(!page.html().contains(secret), "{secret}");
    }
    assert!(page.says("A message that says you cancel"), "{}", page.words());
}

#[tokio::test]
async fn every_session_that_is_not_ours_gets_the_same_page() {
    let app = TestApp::start().await;
    let token = app.session().for_customer(ROBIN.customer).token().await;
    let mut altered = token.clone();
    let last = altered.pop().unwrap();
    altered.push(if last == 'A' { 'B' } else { 'A' });
    let elsewhere = TestApp::with().seed(7).start().await;
    let foreign = elsewhere.session().for_customer(ROBIN.customer).token().await;
    let long = format!("ret_{}", "A".repeat(9_000));
    let first = app.open("ret_forged").await.page().words();
    for bad in
        [altered.as_str(), "ret_", "sub_1", "\u{0}", "ret_\u{202e}", &foreign, &long, &token[..40]]
    {
        let view = app.open(bad).await;
        assert_eq!(view.page().status(), 404, "{bad}");
        leaks_nothing(view.page());
        assert_eq!(view.page().words(), first, "{bad}");
    }
}

#[tokio::test]
async fn the_page_of_an_unknown_session_may_be_framed_by_anybody_and_tells_of_the_failure() {
    let app = TestApp::start().await;
    let view = app.open("ret_forged").await;
    let csp = view.page().answer.header("content-security-policy").to_owned();
    assert!(!csp.contains("frame-ancestors"), "{csp}");
    assert!(view.page().html().contains("data-failure"));
    assert!(!view.page().html().contains("<form"));
}

#[tokio::test]
async fn an_expired_session_is_gone_without_data() {
    let app = TestApp::start().await;
    let session = app.session().for_customer(ROBIN.customer).with("expires_in", 60);
    let token = session.token().await;
    app.advance(60);
    let view = app.open(&token).await;
    assert_eq!(view.page().status(), 410);
    for secret in ["cus_", "sub_", "robin.field", "$49", "ret_"] {
        assert!(!view.page().html().contains(secret), "{secret}");
    }
    assert!(view.page().says("write to support@lumen-notes.example"));
    assert_eq!(view.cancel().await.page().status(), 410);
    assert_eq!(app.count("SELECT count(*) FROM decisions"), 0);
}

#[tokio::test]
async fn a_finished_session_shows_its_own_result_until_it_expires() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await.cancel().await;
    app.run_jobs().await;
    app.advance(86_399);
    let view = app.open(view.token()).await;
    assert_eq!(view.page().step(), "receipt");
    app.advance(1);
    assert_eq!(view.refresh().await.page().status(), 410);
}

#[tokio::test]
async fn a_session_is_not_good_as_anything_else() {
    let app = TestApp::start().await;
    let token = app.session().for_customer(ROBIN.customer).token().await;
    assert_eq!(app.get(&format!("/receipt/{token}")).await.status, 404);
    let answer = app.post_json(&token, json!({"retention": {}}).to_string()).await;
    assert_eq!(answer.status, 401);
}

#[tokio::test]
async fn without_a_session_the_shell_waits_for_its_script() {
    let app = TestApp::start().await;
    let page = app.get_page("/retention").await;
    assert_eq!(page.status(), 200);
    assert!(page.html().contains("data-shell"));
    leaks_nothing(&page);
}
