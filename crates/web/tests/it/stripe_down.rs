//! Stripe is down: sessions are made, cancellations are accepted and carried out later.

use testkit::{ALEX, ROBIN, TestApp};

#[tokio::test]
async fn a_session_is_issued_unverified() {
    let app = TestApp::start().await;
    app.stripe_goes_down();
    let answer = app.session().for_customer(ROBIN.customer).send().await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.json()["session"]["customer_id"], ROBIN.customer);
    app.stripe_comes_back();
    let view = app.open(answer.json()["id"].as_str().unwrap()).await;
    assert_eq!(view.page().step(), "reason");
}

#[tokio::test]
async fn an_unverified_session_of_nobody_opens_nothing_to_cancel() {
    let app = TestApp::start().await;
    app.stripe_goes_down();
    let token = app.session().for_customer("cus_nobody").token().await;
    app.stripe_comes_back();
    let view = app.open(&token).await;
    assert!(view.page().says("Nothing to cancel"), "{}", view.page().words());
}

#[tokio::test]
async fn an_unverified_session_cannot_reach_another_customers_subscription() {
    let app = TestApp::start().await;
    app.stripe_goes_down();
    let session = app.session().for_customer(ALEX.customer).to_cancel(ROBIN.subscription);
    let view = session.open().await.cancel().await;
    assert!(view.page().says("Your cancellation is received"));
    app.stripe_comes_back();
    app.advance(600);
    app.run_jobs().await;
    assert!(app.effects_on(ROBIN.subscription).is_empty());
}

#[tokio::test]
async fn a_cancellation_is_accepted_and_carried_out_after_ten_minutes_of_silence() {
    let app = TestApp::start().await;
    app.stripe_goes_down();
    let session = app.session().for_customer(ROBIN.customer).to_cancel(ROBIN.subscription);
    let view = session.open().await;
    assert!(view.page().says("You can cancel anyway") && view.page().has_button("cancel"));
    let view = view.cancel().await;
    assert!(view.page().says("Your cancellation is received"));
    for _ in 0..10 {
        app.advance(60);
        app.run_jobs().await;
        assert_eq!(view.clone().refresh().await.page().step(), "pending");
    }
    app.stripe_comes_back();
    app.advance(300);
    app.run_jobs().await;
    assert_eq!(view.refresh().await.page().step(), "receipt");
    assert_eq!(app.effects_on(ROBIN.subscription).len(), 1);
}

#[tokio::test]
async fn a_session_that_names_no_subscription_still_says_how_to_cancel() {
    let app = TestApp::start().await;
    app.stripe_goes_down();
    let view = app.session().for_customer(ROBIN.customer).open().await;
    assert!(!view.page().has_button("cancel"));
    assert!(view.page().says("A message that says you cancel"), "{}", view.page().words());
}

#[tokio::test]
async fn a_view_that_is_open_goes_on_without_stripe() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await;
    app.stripe_goes_down();
    let view = view.choose_reason("too_expensive").await.decline().await.cancel().await;
    assert!(view.page().says("Your cancellation is received"));
    app.run_jobs().await;
    app.stripe_comes_back();
    app.advance(300);
    app.run_jobs().await;
    assert_eq!(view.refresh().await.page().step(), "receipt");
}

#[tokio::test]
async fn an_unverified_session_by_email_finds_its_customer_when_it_is_opened() {
    let app = TestApp::start().await;
    app.stripe_goes_down();
    let token = app.session().for_email(ROBIN.email).token().await;
    assert!(app.open(&token).await.page().says("Your plan cannot be shown right now"));
    app.stripe_comes_back();
    assert_eq!(app.open(&token).await.page().step(), "reason");
}

#[tokio::test]
async fn an_undo_is_accepted_and_carried_out_later() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await.cancel().await;
    app.run_jobs().await;
    app.stripe_goes_down();
    let view = view.undo().await;
    app.run_jobs().await;
    assert!(view.page().says("Your undo is received"));
    app.stripe_comes_back();
    app.advance(300);
    app.run_jobs().await;
    assert_eq!(view.refresh().await.page().step(), "undone");
    assert_eq!(app.at_stripe(ROBIN.subscription)["cancel_at_period_end"], false);
}
