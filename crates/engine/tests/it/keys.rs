//! Stripe refuses our key: work waits for the operator and is done afterwards.

use stripe_sandbox::Fault;
use testkit::{ROBIN, STRIPE_KEY, TestApp};

const BLOCKED: &str = "SELECT count(*) FROM billing_actions WHERE status = 'blocked'";

#[tokio::test]
async fn a_revoked_key_blocks_a_cancellation_until_it_is_repaired() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await.cancel().await;
    app.connect_with("sk_test_revoked").await;
    app.run_jobs().await;
    assert_eq!(app.count(BLOCKED), 1);
    assert!(view.clone().refresh().await.page().says("Your cancellation is received"));
    app.connect_with(STRIPE_KEY).await;
    app.advance(60);
    app.run_jobs().await;
    assert_eq!(view.refresh().await.page().step(), "receipt");
    assert_eq!(app.effects_on(ROBIN.subscription).len(), 1);
}

#[tokio::test]
async fn a_blocked_action_is_never_dropped() {
    let app = TestApp::start().await;
    app.session().for_customer(ROBIN.customer).open().await.cancel().await;
    app.connect_with("sk_test_revoked").await;
    for _ in 0..24 {
        app.run_jobs().await;
        app.advance(3_600);
    }
    assert_eq!(app.count(BLOCKED), 1);
    app.connect_with(STRIPE_KEY).await;
    app.run_jobs().await;
    assert_eq!(app.effects_on(ROBIN.subscription).len(), 1);
}

#[tokio::test]
async fn an_action_written_before_a_key_was_repaired_is_marked_as_ours() {
    let app = TestApp::start().await;
    app.session().for_customer(ROBIN.customer).open().await.cancel().await;
    app.run_jobs().await;
    let marker = app.at_stripe(ROBIN.subscription)["metadata"]["engine_action"].clone();
    let sql = format!("SELECT count(*) FROM billing_actions WHERE id = {marker}").replace('"', "'");
    assert_eq!(app.count(&sql), 1, "{marker}");
}

#[tokio::test]
async fn a_cancellation_stripe_refuses_waits_for_the_operator_and_is_never_dropped() {
    let app = TestApp::start().await;
    app.next_change_meets(Fault::Refused400);
    let view = app.session().for_customer(ROBIN.customer).open().await.cancel().await;
    app.run_jobs().await;
    assert_eq!(app.count(BLOCKED), 1);
    assert!(view.clone().refresh().await.page().says("Your cancellation is received"));
    app.advance(60);
    app.run_jobs().await;
    assert_eq!(view.refresh().await.page().step(), "receipt");
}
