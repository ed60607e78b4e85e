//! Several workers on one outbox.

use std::sync::Arc;

use engine::retention::Action;
use stripe_sandbox::Fault;
use testkit::{ALEX, ASH, KIM, NOA, ROBIN, SAM, TestApp};

const OPEN: &str = "SELECT count(*) FROM billing_actions WHERE is_open";

#[tokio::test]
async fn two_workers_never_do_the_same_thing_twice() {
    let app = TestApp::start().await;
    let members = [ROBIN, SAM, KIM, NOA, ASH];
    for member in members {
        app.session().for_customer(member.customer).open().await.cancel().await;
    }
    let (engine, other) = (&app.engine, &app.engine);
    let (one, two, three) = tokio::join!(
        engine.run_due_actions("one"),
        other.run_due_actions("two"),
        other.run_due_actions("three"),
    );
    let claimed = one.unwrap().claimed + two.unwrap().claimed + three.unwrap().claimed;
    assert_eq!((claimed, app.count(OPEN)), (members.len(), 0));
    for member in members {
        assert_eq!(app.effects_on(member.subscription).len(), 1, "{member:?}");
    }
}

#[tokio::test]
async fn an_action_of_a_worker_that_hangs_is_taken_over_and_has_one_effect() {
    let app = TestApp::start().await;
    app.session().for_customer(ROBIN.customer).open().await.cancel().await;
    app.next_change_meets(Fault::Hold);
    let engine = Arc::clone(&app.engine);
    let hanging = tokio::spawn(async move { engine.run_due_actions("hangs").await });
    while app.sandbox.inspect().requests_to("POST", "/v1/subscriptions/").is_empty() {
        tokio::task::yield_now().await;
    }
    app.advance(46);
    let taken_over = tokio::join!(app.engine.run_due_actions("takes over"), async {
        app.sandbox.release_held();
    });
    assert_eq!(taken_over.0.unwrap().claimed, 1);
    hanging.await.unwrap().unwrap();
    app.advance(300);
    app.run_jobs().await;
    assert_eq!((app.effects_on(ROBIN.subscription).len(), app.count(OPEN)), (1, 0));
}

#[tokio::test]
async fn an_action_that_is_leased_is_not_taken_by_another() {
    let app = TestApp::start().await;
    app.session().for_customer(ROBIN.customer).open().await.cancel().await;
    app.next_change_meets(Fault::Hold);
    let engine = Arc::clone(&app.engine);
    let hanging = tokio::spawn(async move { engine.run_due_actions("hangs").await });
    while app.sandbox.inspect().requests_to("POST", "/v1/subscriptions/").is_empty() {
        tokio::task::yield_now().await;
    }
    app.advance(44);
    assert_eq!(app.engine.run_due_actions("greedy").await.unwrap().claimed, 0);
    app.sandbox.release_held();
    assert_eq!(hanging.await.unwrap().unwrap().settled, 1);
}

#[tokio::test]
async fn actions_of_one_subscription_are_carried_out_in_their_order() {
    let app = TestApp::start().await;
    let session = app.session().for_customer(ALEX.customer).to_cancel(ALEX.subscription);
    let view = session.open().await.cancel().await;
    view.undo().await;
    assert_eq!(app.engine.run_due_actions("one").await.unwrap().claimed, 1);
    app.run_jobs().await;
    assert_eq!(app.at_stripe(ALEX.subscription)["cancel_at_period_end"], false);
    assert_eq!(app.effects_on(ALEX.subscription).len(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn sixteen_presses_on_four_threads_are_one_decision() {
    let app = TestApp::start().await;
    let token = app.session().for_customer(ROBIN.customer).token().await;
    let presses: Vec<_> = (0..16)
        .map(|number| {
            let (engine, token) = (Arc::clone(&app.engine), token.clone());
            let cancel = Action::Cancel { subscription_id: None, reason_id: None, comment: None };
            let action = if number % 2 == 0 { cancel } else { Action::Keep };
            tokio::spawn(async move { engine.act(&token, action).await })
        })
        .collect();
    for press in presses {
        press.await.unwrap().unwrap();
    }
    app.run_jobs().await;
    assert_eq!(app.count("SELECT count(*) FROM decisions"), 1);
    assert!(app.effects_on(ROBIN.subscription).len() <= 1);
}
