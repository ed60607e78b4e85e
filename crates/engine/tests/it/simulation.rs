//! Customers in several tabs, a Stripe that fails, people in its Dashboard, workers and time, in
//! any order. At the end, with Stripe well again, what was accepted is true there, once.

use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use stripe_sandbox::Fault;
use testkit::{ROBIN, TestApp, View};

/// Tabs a customer has open; the first two show the same session.
const TABS: usize = 3;

#[derive(Debug, Clone)]
enum Move {
    Press(usize, &'static str),
    RunJobs,
    Fault(Fault),
    Wait(i64),
    Dashboard(&'static str, &'static str),
}

fn presses() -> impl Strategy<Value = Move> {
    let buttons = vec!["too_expensive", "unused", "accept", "decline", "cancel", "keep", "undo"];
    (0..TABS, prop::sample::select(buttons)).prop_map(|(tab, button)| Move::Press(tab, button))
}

fn faults() -> impl Strategy<Value = Move> {
    let busy = Fault::RateLimited429 { reason: "global-rate".to_owned() };
    let faults = vec![
        Fault::ResetBeforeEffect,
        Fault::ResetAfterEffect,
        Fault::ServerError500Stored,
        Fault::ServerError500AfterEffect,
        Fault::ServiceUnavailable503,
        Fault::Conflict409,
        Fault::LockTimeout429,
        Fault::BadJson,
        busy,
    ];
    prop::sample::select(faults).prop_map(Move::Fault)
}

fn alone() -> impl Strategy<Value = Vec<Move>> {
    let moves = prop_oneof![
        6 => presses(),
        2 => Just(Move::RunJobs),
        2 => faults(),
        1 => (1_i64..400).prop_map(Move::Wait),
    ];
    prop::collection::vec(moves, 1..25)
}

fn with_a_person_in_the_dashboard() -> impl Strategy<Value = Vec<Move>> {
    let changes = vec![
        ("cancel_at_period_end", "true"),
        ("cancel_at_period_end", "false"),
        ("pause_collection[behavior]", "void"),
        ("pause_collection", ""),
    ];
    let change = prop::sample::select(changes).prop_map(|(k, v)| Move::Dashboard(k, v));
    let moves = prop_oneof![
        6 => presses(),
        2 => Just(Move::RunJobs),
        1 => faults(),
        1 => (1_i64..400).prop_map(Move::Wait),
        1 => change,
    ];
    prop::collection::vec(moves, 1..25)
}

async fn press<'a>(view: View<'a>, button: &str) -> View<'a> {
    match button {
        "too_expensive" | "unused" => view.choose_reason(button).await,
        "accept" if view.page().field("offer_id").is_some() => view.pause_for("1").await,
        "accept" => view.refresh().await,
        button => view.press(button, &[]).await,
    }
}

async fn play(app: &TestApp, moves: Vec<Move>) {
    let one = app.session().for_customer(ROBIN.customer).open().await;
    let two = app.session().for_customer(ROBIN.customer).open().await;
    let mut tabs = [one.clone(), one, two];
    for next in moves {
        match next {
            Move::Press(tab, button) => {
                tabs[tab] = press(tabs[tab].clone(), button).await;
                assert_eq!(tabs[tab].page().status(), 200);
                assert!(!tabs[tab].page().step().is_empty());
            }
            Move::RunJobs => app.run_jobs().await,
            Move::Fault(fault) => app.next_change_meets(fault),
            Move::Wait(seconds) => app.advance(seconds),
            Move::Dashboard(field, value) => {
                let path = format!("/v1/subscriptions/{}", ROBIN.subscription);
                // Past the faults, which are meant for us.
                app.sandbox.clear_faults();
                app.post_to_stripe(&path, &[(field, value)]).await;
            }
        }
    }
}

/// Stripe is well again, and an hour passes.
async fn recover(app: &TestApp) {
    app.stripe_comes_back();
    for _ in 0..12 {
        app.run_jobs().await;
        app.advance(300);
    }
    assert_eq!(app.count("SELECT count(*) FROM billing_actions WHERE is_open"), 0);
}

/// No action of ours changed the subscription twice.
fn each_action_has_one_effect(app: &TestApp) {
    let mut seen = Vec::new();
    for request in app.effects_on(ROBIN.subscription) {
        let Some(at) = request.body.find("act_") else { continue };
        let id: String = request.body[at..]
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
            .collect();
        assert!(!seen.contains(&id), "{id} had its effect twice");
        seen.push(id);
    }
}

fn run(moves: Vec<Move>, check: impl FnOnce(&TestApp)) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let app = TestApp::start().await;
        play(&app, moves).await;
        recover(&app).await;
        each_action_has_one_effect(&app);
        each_effect_was_intended(&app);
        each_cancellation_has_a_receipt(&app);
        check(&app);
    });
}

fn config() -> ProptestConfig {
    let files = FileFailurePersistence::WithSource("regressions");
    ProptestConfig {
        cases: 24,
        max_shrink_iters: 200,
        failure_persistence: Some(Box::new(files)),
        ..Default::default()
    }
}

/// Each declaration to cancel has a receipt, and nothing else has.
fn each_cancellation_has_a_receipt(app: &TestApp) {
    let canceled = app.count("SELECT count(*) FROM decisions WHERE outcome = 'canceled'");
    assert_eq!(app.count("SELECT count(*) FROM receipts"), canceled);
}

/// Nothing happened at Stripe that was not written down before.
fn each_effect_was_intended(app: &TestApp) {
    let effects = app.effects_on(ROBIN.subscription);
    let ours = effects.iter().filter(|request| request.body.contains("act_")).count();
    let actions = app.count("SELECT count(*) FROM billing_actions WHERE status = 'confirmed'");
    assert!(i64::try_from(ours).unwrap() <= actions, "{ours} effects, {actions} confirmed");
}

const STANDING: &str = "SELECT count(*) FROM decisions WHERE state = 'standing' AND outcome = ";

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_stands_here_is_true_at_stripe(moves in alone()) {
        run(moves, |app| {
            let subscription = app.at_stripe(ROBIN.subscription);
            let canceled = app.count(&format!("{STANDING}'canceled'"));
            assert_eq!(subscription["cancel_at_period_end"], canceled == 1);
            let discounts = subscription["discounts"].as_array().unwrap().len();
            assert!(discounts <= 1, "{subscription}");
        });
    }

    #[test]
    fn nothing_stays_open_when_others_change_the_subscription_too(
        moves in with_a_person_in_the_dashboard(),
    ) {
        run(moves, |app| {
            let standing = "SELECT count(*) FROM decisions WHERE state = 'standing'";
            assert!(app.count(standing) <= 1);
        });
    }
}
