//! Two tabs, double submit, back button, reload: one decision, one effect.

use testkit::{ROBIN, TestApp};

fn decisions(app: &TestApp) -> i64 {
    app.count("SELECT count(*) FROM decisions")
}

#[tokio::test]
async fn a_double_submit_is_one_decision() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await;
    let (first, second) = tokio::join!(view.clone().cancel(), view.clone().cancel());
    assert_eq!(first.page().step(), "pending");
    assert_eq!(second.page().step(), "pending");
    app.run_jobs().await;
    assert_eq!(decisions(&app), 1);
    assert_eq!(app.effects_on(ROBIN.subscription).len(), 1);
}

#[tokio::test]
async fn ten_presses_at_once_are_one_decision() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await;
    let view = view.choose_reason("too_expensive").await;
    let (a, b, c, d, e) = tokio::join!(
        view.clone().accept(),
        view.clone().cancel(),
        view.clone().accept(),
        view.clone().cancel(),
        view.clone().keep(),
    );
    let outcomes: Vec<_> = [a, b, c, d, e]
        .iter()
        .map(|view| view.page().payload().unwrap()["outcome"].clone())
        .collect();
    assert!(outcomes.iter().all(|outcome| *outcome == outcomes[0]), "{outcomes:?}");
    app.run_jobs().await;
    assert_eq!(decisions(&app), 1);
    assert!(app.effects_on(ROBIN.subscription).len() <= 1);
}

#[tokio::test]
async fn two_tabs_that_want_opposite_things_get_the_first_answer() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await;
    let other = view.choose_reason("too_expensive").await;
    let one = other.clone().cancel().await;
    let two = other.accept().await;
    assert_eq!(one.page().payload().unwrap()["outcome"], "cancelled");
    assert_eq!(two.page().payload().unwrap()["outcome"], "cancelled");
    app.run_jobs().await;
    assert_eq!(app.effects_on(ROBIN.subscription).len(), 1);
}

#[tokio::test]
async fn two_sessions_of_one_subscription_get_the_first_answer() {
    let app = TestApp::start().await;
    let one = app.session().for_customer(ROBIN.customer).open().await;
    let two = app.session().for_customer(ROBIN.customer).open().await;
    let two = two.choose_reason("too_expensive").await;
    one.cancel().await;
    let two = two.accept().await;
    assert_eq!(two.page().payload().unwrap()["outcome"], "cancelled");
    app.run_jobs().await;
    assert_eq!((decisions(&app), app.effects_on(ROBIN.subscription).len()), (1, 1));
}

#[tokio::test]
async fn the_back_button_after_the_end_changes_nothing() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await;
    let offer = view.clone().choose_reason("too_expensive").await;
    let done = offer.clone().cancel().await;
    app.run_jobs().await;
    view.choose_reason("unused").await;
    offer.clone().accept().await;
    let again = offer.decline().await;
    assert_eq!(again.page().step(), "receipt");
    assert_eq!(done.refresh().await.page().step(), "receipt");
    assert_eq!((decisions(&app), app.effects_on(ROBIN.subscription).len()), (1, 1));
}

#[tokio::test]
async fn the_same_post_again_gives_the_same_page() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await;
    let first = view.clone().choose_reason("too_expensive").await;
    let second = view.clone().choose_reason("too_expensive").await;
    assert_eq!(first.page().words(), second.page().words());
    let first = first.cancel().await;
    let second = second.cancel().await;
    assert_eq!(first.page().words(), second.page().words());
    app.run_jobs().await;
}

#[tokio::test]
async fn a_get_decides_nothing_whatever_it_says() {
    let app = TestApp::start().await;
    let token = app.session().for_customer(ROBIN.customer).token().await;
    let page = app.get_page(&format!("/retention?session_id={token}&action=cancel")).await;
    assert_eq!((page.status(), page.step()), (200, "reason"));
    assert_eq!(decisions(&app), 0);
}

#[tokio::test]
async fn a_reload_of_the_end_shows_the_end() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await.cancel().await;
    app.run_jobs().await;
    let page = app.get_page(&format!("/retention?session_id={}", view.token())).await;
    assert_eq!(page.step(), "receipt");
    assert_eq!(page.attribute("data-outcome"), Some("cancelled"));
    assert!(!page.html().contains("data-fresh"), "a reload must not fire the callbacks again");
}

#[tokio::test]
async fn undoing_twice_is_one_effect() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await.cancel().await;
    app.run_jobs().await;
    let (one, two) = tokio::join!(view.clone().undo(), view.clone().undo());
    app.run_jobs().await;
    assert_eq!(one.refresh().await.page().step(), "undone");
    assert_eq!(two.refresh().await.page().step(), "undone");
    assert_eq!(app.effects_on(ROBIN.subscription).len(), 2);
    assert_eq!(app.at_stripe(ROBIN.subscription)["cancel_at_period_end"], false);
}
