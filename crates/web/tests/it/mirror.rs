//! What is read at Stripe, and when.

use testkit::{ROBIN, TestApp};

#[tokio::test]
async fn a_warm_mirror_asks_stripe_nothing_and_writes_nothing() {
    let app = TestApp::start().await;
    app.session().for_customer(ROBIN.customer).token().await;
    let (requests, files) = (app.stripe_requests(), app.database_files());
    for _ in 0..20 {
        app.session().for_customer(ROBIN.customer).token().await;
    }
    assert_eq!(app.stripe_requests(), requests);
    assert!(app.database_files() == files, "something was written");
    app.open(&app.session().for_customer(ROBIN.customer).token().await).await;
    assert!(app.database_files() != files, "a write would have been seen");
}

#[tokio::test]
async fn the_first_screen_asks_stripe_nothing() {
    let app = TestApp::start().await;
    let token = app.session().for_customer(ROBIN.customer).token().await;
    let requests = app.stripe_requests();
    app.advance(3_600);
    assert_eq!(app.open(&token).await.page().step(), "reason");
    assert_eq!(app.stripe_requests(), requests);
}

#[tokio::test]
async fn an_entry_of_a_minute_is_read_again_for_a_new_session() {
    let app = TestApp::start().await;
    app.session().for_customer(ROBIN.customer).token().await;
    let requests = app.stripe_requests();
    app.advance(59);
    app.session().for_customer(ROBIN.customer).token().await;
    assert_eq!(app.stripe_requests(), requests);
    app.advance(1);
    app.session().for_customer(ROBIN.customer).token().await;
    assert!(app.stripe_requests() > requests);
}

#[tokio::test]
async fn stripe_is_always_read_before_it_is_written() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await;
    view.cancel().await;
    let before = app.stripe_requests();
    app.run_jobs().await;
    let requests = app.sandbox.inspect().requests.split_off(before);
    let path = format!("/v1/subscriptions/{}", ROBIN.subscription);
    let methods: Vec<_> =
        requests.iter().filter(|r| r.path == path).map(|r| r.method.as_str()).collect();
    assert_eq!(methods, ["GET", "POST"]);
}
