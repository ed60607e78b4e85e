//! A pause of the subscription itself, which the engine has to end.

use domain::brand::PauseMode;
use testkit::{ROBIN, TestApp};

use crate::support::{Tab, one_offer, publish};

const PLANNED: &str = "SELECT count(*) FROM planned_changes WHERE state = 'planned'";
const RESUMES: &str = "SELECT count(*) FROM billing_actions WHERE change LIKE '%\"resume\"%'";

/// Robin paused for a month; when that is over.
async fn paused(app: &TestApp) -> i64 {
    let mut brand = app.engine.store().find_brand(&app.brand_id()).await.unwrap().unwrap();
    brand.pause_mode = PauseMode::Subscription;
    app.engine.store().save_brand(&brand).await.unwrap();
    app.advance(61);
    publish(app, &one_offer(r#"kind = "pause", min_months = 1, max_months = 3"#, "", "")).await;
    let tab = Tab::open(app, ROBIN).await.answer("other").await;
    let until = tab.shown().unwrap().1.pause_choices[0].until;
    tab.accept(Some(1)).await;
    app.run_jobs().await;
    assert_eq!(app.at_stripe(ROBIN.subscription)["status"], "paused");
    until.as_second()
}

#[tokio::test]
async fn a_planned_resumption_survives_a_restart_and_comes_at_its_time() {
    let app = TestApp::start().await;
    let until = paused(&app).await;
    let engine = app.restarted();
    app.advance(until - app.sandbox.now() - 1);
    assert_eq!(engine.run_due_actions("anew").await.unwrap().claimed, 0);
    assert_eq!(app.at_stripe(ROBIN.subscription)["status"], "paused");
    app.advance(1);
    assert_eq!(engine.run_due_actions("anew").await.unwrap().settled, 1);
    assert_eq!(app.at_stripe(ROBIN.subscription)["status"], "active");
    assert_eq!(engine.run_due_actions("anew").await.unwrap().claimed, 0);
}

#[tokio::test]
async fn whoever_cancels_during_a_pause_is_not_resumed() {
    let app = TestApp::start().await;
    let until = paused(&app).await;
    app.advance(3_600);
    let tab = Tab::open(&app, ROBIN).await;
    assert_eq!(tab.screen(), "reason");
    tab.cancel().await;
    app.run_jobs().await;
    assert_eq!(app.at_stripe(ROBIN.subscription)["status"], "canceled");
    app.advance(until - app.sandbox.now() + 86_400);
    app.run_jobs().await;
    assert_eq!((app.count(PLANNED), app.count(RESUMES)), (0, 0));
    assert_eq!(app.at_stripe(ROBIN.subscription)["status"], "canceled");
}

#[tokio::test]
async fn somebody_who_resumed_it_before_is_left_alone() {
    let app = TestApp::start().await;
    let until = paused(&app).await;
    app.post_to_stripe(
        &format!("/v1/subscriptions/{}/resume", ROBIN.subscription),
        &[("billing_cycle_anchor", "unchanged")],
    )
    .await;
    let effects = app.effects_on(ROBIN.subscription).len();
    app.advance(until - app.sandbox.now() + 1);
    app.run_jobs().await;
    assert_eq!(app.at_stripe(ROBIN.subscription)["status"], "active");
    assert_eq!(app.effects_on(ROBIN.subscription).len(), effects);
}
