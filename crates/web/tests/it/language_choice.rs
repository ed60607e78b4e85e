//! Which language a page is in, through the router.

use axum::body::Body;
use axum::http::Request;
use testkit::{Answer, ROBIN, TestApp, encode_form};
use web::i18n::{Locale, Words};

/// Opens the view as the SDK does, with a browser's languages.
async fn open(app: &TestApp, fields: &[(&str, &str)], languages: &str) -> Answer {
    let request = Request::post("/retention")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("accept-language", languages);
    app.send(request.body(Body::from(encode_form(fields))).unwrap()).await
}

fn is_in(answer: &Answer, lang: &str, dir: &str) -> bool {
    answer.text().contains(&format!("<html lang=\"{lang}\" dir=\"{dir}\">"))
}

#[tokio::test]
async fn a_page_is_in_the_sessions_language_before_the_browsers() {
    let app = TestApp::start().await;
    let session = app.session().for_customer(ROBIN.customer).with("locale", "de-AT");
    let token = session.token().await;
    let answer = open(&app, &[("session_id", &token)], "fr").await;
    assert!(is_in(&answer, "de", "ltr"), "{}", answer.text());
    assert!(answer.text().contains(Words::new(Locale::De).reason_legend()));
}

#[tokio::test]
async fn a_page_is_in_the_language_the_host_page_asks_for_and_stays_in_it() {
    let app = TestApp::start().await;
    let token = app.session().for_customer(ROBIN.customer).token().await;
    let fields = [("session_id", token.as_str()), ("locale", "es-MX")];
    let answer = open(&app, &fields, "fr").await;
    assert!(is_in(&answer, "es-419", "ltr"));
    assert!(answer.text().contains("<input type=\"hidden\" name=\"locale\" value=\"es-419\">"));
}

#[tokio::test]
async fn a_page_is_in_the_browsers_language_when_nobody_asks_for_another() {
    let app = TestApp::start().await;
    let token = app.session().for_customer(ROBIN.customer).token().await;
    for (languages, lang, dir) in [
        ("xx, he;q=0.8", "he", "rtl"),
        ("ar-EG", "ar", "rtl"),
        ("zh-CN,zh;q=0.9", "zh-Hans", "ltr"),
        ("xx", "en", "ltr"),
    ] {
        let answer = open(&app, &[("session_id", &token)], languages).await;
        assert!(is_in(&answer, lang, dir), "{languages}");
        assert!(!answer.text().contains("name=\"locale\""), "{languages}");
    }
}

#[tokio::test]
async fn a_language_that_is_asked_for_is_never_echoed() {
    let app = TestApp::start().await;
    let token = app.session().for_customer(ROBIN.customer).token().await;
    let fields = [("session_id", token.as_str()), ("locale", "\"><script>")];
    let answer = open(&app, &fields, "\"><b>").await;
    assert!(is_in(&answer, "en", "ltr"));
    assert!(!answer.text().contains("name=\"locale\""));
}

#[tokio::test]
async fn pages_without_a_session_and_receipts_follow_the_browser() {
    let app = TestApp::start().await;
    let get = |path: &str| {
        let request = Request::get(path).header("accept-language", "nl");
        app.send(request.body(Body::empty()).unwrap())
    };
    assert!(is_in(&get("/retention").await, "nl", "ltr"));
    assert!(is_in(&get("/retention?session_id=ret_unknown").await, "nl", "ltr"));
    let view = app.session().for_customer(ROBIN.customer).open().await.cancel().await;
    app.run_jobs().await;
    let view = view.refresh().await;
    let receipt = view.page().receipt_path().expect("a receipt");
    assert!(is_in(&get(&receipt).await, "nl", "ltr"));
}
