//! Somebody else changes the subscription between the decision and the change.

use testkit::{ROBIN, TestApp, View};

async fn dashboard(app: &TestApp, fields: &[(&str, &str)]) {
    let path = format!("/v1/subscriptions/{}", ROBIN.subscription);
    app.post_to_stripe(&path, fields).await;
}

async fn discount_accepted(app: &TestApp) -> View<'_> {
    let view = app.session().for_customer(ROBIN.customer).open().await;
    view.choose_reason("too_expensive").await.accept().await
}

#[tokio::test]
async fn an_offer_for_a_subscription_set_to_end_meanwhile_is_refused_and_the_end_stays() {
    let app = TestApp::start().await;
    let view = discount_accepted(&app).await;
    dashboard(&app, &[("cancel_at_period_end", "true")]).await;
    app.run_jobs().await;
    let view = view.refresh().await;
    assert_eq!(view.page().step(), "undo", "{}", view.page().words());
    let subscription = app.at_stripe(ROBIN.subscription);
    assert!(subscription["discounts"].as_array().unwrap().is_empty(), "{subscription}");
    assert_eq!(subscription["cancel_at_period_end"], true);
}

#[tokio::test]
async fn a_refused_offer_reopens_the_flow_and_cancelling_still_works() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await;
    let view = view.choose_reason("unused").await.pause_for("1").await;
    dashboard(&app, &[("pause_collection[behavior]", "void")]).await;
    app.run_jobs().await;
    let view = view.refresh().await;
    assert!(view.page().says("Nothing has changed; you can choose again."));
    assert!(view.page().has_button("cancel"));
    let view = view.cancel().await;
    app.run_jobs().await;
    assert_eq!(view.refresh().await.page().step(), "receipt");
    assert_eq!(app.at_stripe(ROBIN.subscription)["cancel_at_period_end"], true);
}

#[tokio::test]
async fn a_refused_offer_does_not_count_as_taken_before() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await;
    view.choose_reason("unused").await.pause_for("1").await;
    dashboard(&app, &[("pause_collection[behavior]", "void")]).await;
    app.run_jobs().await;
    dashboard(&app, &[("pause_collection", "")]).await;
    app.advance(61);
    let view = app.session().for_customer(ROBIN.customer).open().await;
    assert_eq!(view.choose_reason("unused").await.page().step(), "offer");
}

#[tokio::test]
async fn a_cancellation_of_what_is_already_ending_is_confirmed_without_a_change() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await.cancel().await;
    dashboard(&app, &[("cancel_at_period_end", "true")]).await;
    app.run_jobs().await;
    assert_eq!(view.refresh().await.page().step(), "receipt");
    assert_eq!(app.effects_on(ROBIN.subscription).len(), 1);
}

#[tokio::test]
async fn an_undo_takes_a_confirmed_cancellation_back() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await.cancel().await;
    app.run_jobs().await;
    let view = view.undo().await;
    assert!(view.page().says("Your undo is received"));
    app.run_jobs().await;
    assert_eq!(view.refresh().await.page().step(), "undone");
    assert_eq!(app.at_stripe(ROBIN.subscription)["cancel_at_period_end"], false);
}

#[tokio::test]
async fn an_undo_before_the_cancellation_was_carried_out_leaves_the_subscription_running() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await.cancel().await;
    let view = view.undo().await;
    app.run_jobs().await;
    app.run_jobs().await;
    assert_eq!(view.refresh().await.page().step(), "undone");
    assert_eq!(app.at_stripe(ROBIN.subscription)["cancel_at_period_end"], false);
}

#[tokio::test]
async fn an_undo_after_the_end_is_refused_and_the_cancellation_stands() {
    let app = TestApp::start().await;
    let session = app.session().for_customer(ROBIN.customer).with("expires_in", 604_800);
    let view = session.open().await.cancel().await;
    app.run_jobs().await;
    let id = ROBIN.subscription;
    dashboard(&app, &[("cancel_at_period_end", "false"), ("cancel_at", "min_period_end")]).await;
    let ends_at = app.at_stripe(id)["cancel_at"].as_i64().unwrap();
    app.sandbox.advance_clock(ends_at + 1);
    assert_eq!(app.at_stripe(id)["status"], "canceled");
    let view = view.undo().await;
    app.run_jobs().await;
    let view = view.refresh().await;
    assert_eq!(app.at_stripe(id)["status"], "canceled");
    assert_ne!(view.page().step(), "undone", "{}", view.page().words());
}

#[tokio::test]
async fn a_subscription_reactivated_in_the_dashboard_can_be_canceled_anew() {
    let app = TestApp::start().await;
    app.session().for_customer(ROBIN.customer).open().await.cancel().await;
    app.run_jobs().await;
    dashboard(&app, &[("cancel_at_period_end", "false")]).await;
    app.advance(61);
    let view = app.session().for_customer(ROBIN.customer).open().await;
    assert_eq!(view.page().step(), "reason", "{}", view.page().words());
    view.cancel().await;
    app.run_jobs().await;
    assert_eq!(app.at_stripe(ROBIN.subscription)["cancel_at_period_end"], true);
}
