//! Whatever happens to the call: exactly one effect at Stripe, and confirmed at the end.

use stripe_sandbox::{Fault, FaultRule};
use testkit::{ROBIN, TestApp, View};

/// Longest wait between two attempts, in seconds.
const LONGEST_WAIT: i64 = 300;

/// Runs jobs and lets time pass until nothing is open; an hour has to do.
async fn settle(app: &TestApp) {
    for _ in 0..12 {
        app.run_jobs().await;
        if app.count("SELECT count(*) FROM billing_actions WHERE is_open") == 0 {
            return;
        }
        app.advance(LONGEST_WAIT);
    }
}

async fn one_effect(app: &TestApp, view: View<'_>, step: &str) {
    assert_eq!(app.effects_on(ROBIN.subscription).len(), 1);
    let confirmed = "SELECT count(*) FROM billing_actions WHERE status = 'confirmed'";
    assert_eq!(app.count(confirmed), 1);
    let view = view.refresh().await;
    assert_eq!(view.page().step(), step);
}

async fn cancel_through(faults: &[Fault]) {
    let app = TestApp::with().impatient().start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await.cancel().await;
    for fault in faults {
        app.next_change_meets(fault.clone());
    }
    settle(&app).await;
    one_effect(&app, view, "receipt").await;
    assert_eq!(app.at_stripe(ROBIN.subscription)["cancel_at_period_end"], true);
}

async fn discount_through(faults: &[Fault]) {
    let app = TestApp::with().impatient().start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await;
    let view = view.choose_reason("too_expensive").await.accept().await;
    for fault in faults {
        app.next_change_meets(fault.clone());
    }
    settle(&app).await;
    one_effect(&app, view, "kept").await;
    let subscription = app.at_stripe(ROBIN.subscription);
    assert_eq!(subscription["discounts"].as_array().unwrap().len(), 1, "{subscription}");
}

async fn pause_through(faults: &[Fault]) {
    let app = TestApp::with().impatient().start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await;
    let view = view.choose_reason("unused").await.pause_for("1").await;
    for fault in faults {
        app.next_change_meets(fault.clone());
    }
    settle(&app).await;
    one_effect(&app, view, "kept").await;
}

/// One test for each change under the same faults.
macro_rules! one_effect_after {
    ($($name:ident: $faults:expr;)*) => {$(
        mod $name {
            use super::*;

            #[tokio::test]
            async fn a_cancellation_has_one_effect() {
                cancel_through(&$faults).await;
            }

            #[tokio::test]
            async fn a_discount_has_one_effect() {
                discount_through(&$faults).await;
            }

            #[tokio::test]
            async fn a_pause_has_one_effect() {
                pause_through(&$faults).await;
            }
        }
    )*};
}

fn busy() -> Fault {
    Fault::RateLimited429 { reason: "global-rate".to_owned() }
}

one_effect_after! {
    a_timeout_before_the_effect: [Fault::TimeoutBeforeEffect];
    a_timeout_after_the_effect: [Fault::TimeoutAfterEffect];
    a_reset_before_the_effect: [Fault::ResetBeforeEffect];
    a_reset_after_the_effect: [Fault::ResetAfterEffect];
    a_500_stored_without_effect: [Fault::ServerError500Stored];
    a_500_stored_after_the_effect: [Fault::ServerError500AfterEffect];
    a_503: [Fault::ServiceUnavailable503];
    a_rate_limit: [busy(), busy(), busy()];
    a_lock_timeout: [Fault::LockTimeout429];
    a_conflict: [Fault::Conflict409, Fault::Conflict409, Fault::Conflict409];
    an_answer_cut_in_the_middle: [Fault::BadJson];
    a_bad_day: [
        Fault::ServiceUnavailable503,
        Fault::ServerError500Stored,
        busy(),
        Fault::ResetAfterEffect,
        Fault::PruneIdempotencyKeys,
    ];
}

#[tokio::test]
async fn a_call_that_never_comes_back_leaves_the_action_unknown_not_failed() {
    let app = TestApp::with().impatient().start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await.cancel().await;
    let never = FaultRule { times: 9, ..FaultRule::once(Fault::TimeoutAfterEffect) };
    app.sandbox.inject(never.on("POST", "/v1/subscriptions/"));
    app.engine.run_due_actions("test").await.unwrap();
    assert_eq!(app.count("SELECT count(*) FROM billing_actions WHERE status = 'unknown'"), 1);
    assert!(view.refresh().await.page().says("Your cancellation is received"));
    settle(&app).await;
    assert_eq!(app.effects_on(ROBIN.subscription).len(), 1);
}

#[tokio::test]
async fn keys_that_stripe_has_forgotten_are_not_tried_blindly() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await.cancel().await;
    app.next_change_meets(Fault::ResetAfterEffect);
    app.next_change_meets(Fault::ResetBeforeEffect);
    app.run_jobs().await;
    app.sandbox.inject(FaultRule::once(Fault::PruneIdempotencyKeys));
    settle(&app).await;
    one_effect(&app, view, "receipt").await;
}

#[tokio::test]
async fn a_read_that_fails_before_the_change_does_not_lose_the_cancellation() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await.cancel().await;
    let lost = FaultRule { times: 5, ..FaultRule::once(Fault::ResetBeforeEffect) };
    app.sandbox.inject(lost.on("GET", "/v1/subscriptions/"));
    settle(&app).await;
    one_effect(&app, view, "receipt").await;
}

#[tokio::test]
async fn no_offer_is_written_while_nobody_says_what_it_would_cost() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await;
    let view = view.choose_reason("too_expensive").await.accept().await;
    let lost = FaultRule { times: 99, ..FaultRule::once(Fault::ServiceUnavailable503) };
    app.sandbox.inject(lost.on("POST", "/v1/invoices/create_preview"));
    app.run_jobs().await;
    assert_eq!(app.effects_on(ROBIN.subscription).len(), 0);
    app.stripe_comes_back();
    settle(&app).await;
    one_effect(&app, view, "kept").await;
}
