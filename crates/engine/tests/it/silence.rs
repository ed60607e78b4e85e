//! Customers who leave without deciding.

use testkit::{ROBIN, TestApp};

const ABANDONED: &str = "SELECT count(*) FROM flows WHERE outcome = 'abandoned'";

#[tokio::test]
async fn half_an_hour_of_silence_is_abandoned_and_never_a_save() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await;
    view.choose_reason("unused").await;
    app.advance(30 * 60 - 1);
    assert_eq!(app.engine.settle_abandoned().await.unwrap(), 0);
    app.advance(2);
    assert_eq!(app.engine.settle_abandoned().await.unwrap(), 1);
    assert_eq!(app.count(ABANDONED), 1);
    assert_eq!(app.count("SELECT count(*) FROM decisions"), 0);
    assert!(app.effects_on(ROBIN.subscription).is_empty());
}

#[tokio::test]
async fn an_abandoned_session_goes_on_where_it_stood() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await;
    let view = view.choose_reason("unused").await;
    app.advance(3_600);
    app.engine.settle_abandoned().await.unwrap();
    let view = app.open(view.token()).await;
    assert_eq!(view.page().step(), "offer");
    view.decline().await;
    assert_eq!(app.count(ABANDONED), 0);
}

#[tokio::test]
async fn a_session_that_was_never_opened_is_nothing() {
    let app = TestApp::start().await;
    app.session().for_customer(ROBIN.customer).token().await;
    app.advance(3_600);
    assert_eq!(app.engine.settle_abandoned().await.unwrap(), 0);
}
