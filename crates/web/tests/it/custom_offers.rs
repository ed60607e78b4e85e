//! An offer that the brand carries out: waiting, done with its message, refused.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::http::StatusCode;
use axum::routing::post;
use testkit::{ROBIN, TestApp, View};
use tokio::net::TcpListener;

use crate::offers::playbook;

/// The brand's endpoint: answers what stands there now.
#[derive(Clone)]
struct Endpoint {
    answer: Arc<Mutex<(StatusCode, &'static str)>>,
    url: String,
}

impl Endpoint {
    async fn start(status: StatusCode, body: &'static str) -> Self {
        let answer = Arc::new(Mutex::new((status, body)));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/offer", listener.local_addr().unwrap());
        let said = Arc::clone(&answer);
        let router =
            Router::new().route("/offer", post(move || async move { *said.lock().unwrap() }));
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { answer, url }
    }

    fn says(&self, body: &'static str) {
        *self.answer.lock().unwrap() = (StatusCode::OK, body);
    }
}

async fn accepted<'a>(app: &'a TestApp, endpoint: &Endpoint) -> View<'a> {
    let effect = format!("{{ kind = \"custom\", url = \"{}\" }}", endpoint.url);
    let copy = "[offers.copy]\ntitle.en = \"A free call for {plan}\"";
    app.publish_unchecked(&playbook(&effect, copy)).await;
    let view = app.session().for_customer(ROBIN.customer).open().await;
    let view = view.choose_reason("other").await;
    assert!(view.page().says("A free call for Lumen Notes Pro"), "{}", view.page().words());
    assert!(view.page().says("Accept this offer"));
    view.accept().await
}

#[tokio::test]
async fn it_waits_until_the_brand_says_done_and_shows_its_message_as_text() {
    let app = TestApp::start().await;
    let endpoint = Endpoint::start(StatusCode::ACCEPTED, r#"{"status":"pending"}"#).await;
    let view = accepted(&app, &endpoint).await;
    app.run_jobs().await;
    let view = view.refresh().await;
    assert_eq!(view.page().step(), "pending");
    assert!(view.page().says("Lumen Notes is setting it up."), "{}", view.page().words());
    endpoint.says(r#"{"status":"done","message":"We call <b>tomorrow</b>."}"#);
    app.advance(3_600);
    app.run_jobs().await;
    let view = view.refresh().await;
    assert_eq!(view.page().step(), "kept");
    for said in ["What you chose is set up.", "We call <b>tomorrow</b>."] {
        assert!(view.page().says(said), "{said}: {}", view.page().words());
    }
    assert!(!view.page().html().contains("<b>tomorrow"));
    assert_eq!(view.page().payload().unwrap()["offer"]["kind"], "custom");
}

#[tokio::test]
async fn a_refusal_of_the_brand_is_said_and_the_customer_chooses_again() {
    let app = TestApp::start().await;
    let refused = r#"{"status":"failed","message":"No time"}"#;
    let endpoint = Endpoint::start(StatusCode::OK, refused).await;
    let view = accepted(&app, &endpoint).await;
    app.run_jobs().await;
    let view = view.refresh().await;
    let said = "Lumen Notes could not set this up. Nothing has changed; you can choose again.";
    assert!(view.page().says(said), "{}", view.page().words());
    assert_eq!(view.page().step(), "confirm");
    assert!(view.page().has_button("cancel"));
    assert!(app.effects_on(ROBIN.subscription).is_empty());
}
