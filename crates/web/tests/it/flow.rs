//! The screens, by plain forms, without a browser.

use serde_json::json;
use testkit::{ALEX, ALEX_SECOND, ASH, JO, KIM, LEE, NOA, ROBIN, SAM, TestApp};

#[tokio::test]
async fn a_discount_is_taken_and_shown_with_what_stripe_says() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await;
    assert!(view.page().says("$49.00"));
    let view = view.choose_reason("too_expensive").await;
    assert!(view.page().says("25% off for 3 months") && view.page().says("$36.75"));
    let view = view.accept().await;
    assert_eq!(view.page().step(), "pending");
    app.run_jobs().await;
    let view = view.refresh().await;
    assert_eq!(view.page().step(), "kept");
    assert!(view.page().says("$36.75 on"), "{}", view.page().words());
    let discounts = app.at_stripe(ROBIN.subscription)["discounts"].clone();
    assert_eq!(discounts.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_pause_is_taken_for_the_months_chosen() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await;
    let view = view.choose_reason("unused").await.pause_for("2").await;
    app.run_jobs().await;
    assert_eq!(view.refresh().await.page().step(), "kept");
    let subscription = app.at_stripe(ROBIN.subscription);
    assert!(subscription["pause_collection"]["resumes_at"].is_i64(), "{subscription}");
}

#[tokio::test]
async fn a_pause_needs_one_of_the_lengths_shown() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await;
    let view = view.choose_reason("unused").await;
    for months in ["", "0", "4", "99999999999", "one"] {
        let view = view.clone().pause_for(months).await;
        assert_eq!(view.page().step(), "offer");
        assert!(view.page().says("Choose how long to pause."), "{months}");
    }
}

#[tokio::test]
async fn going_past_the_offer_leads_to_the_end_by_two_more_presses() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await;
    let view = view.answer("too_expensive", "Twice the price of others").await.decline().await;
    assert_eq!(view.page().step(), "confirm");
    let view = view.cancel().await;
    assert!(view.page().says("Your cancellation is received"));
    app.run_jobs().await;
    let view = view.refresh().await;
    assert_eq!(view.page().step(), "receipt");
    let subscription = app.at_stripe(ROBIN.subscription);
    assert_eq!(subscription["cancel_at_period_end"], true);
    let details = &subscription["cancellation_details"];
    assert_eq!(details["feedback"], "too_expensive");
    assert_eq!(details["comment"], "Twice the price of others");
}

#[tokio::test]
async fn every_screen_has_a_control_that_cancels() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ALEX.customer).open().await;
    assert!(view.page().has_button("cancel"), "choose");
    let view = view.choose_subscription(ALEX_SECOND).await;
    assert!(view.page().has_button("cancel"), "reason");
    let view = view.choose_reason("too_expensive").await;
    assert!(view.page().has_button("cancel"), "offer");
    let view = view.decline().await;
    assert!(view.page().has_button("cancel"), "confirm");
}

#[tokio::test]
async fn one_press_cancels_from_every_screen() {
    for presses in 0..3 {
        let app = TestApp::start().await;
        let mut view = app.session().for_customer(ROBIN.customer).open().await;
        if presses > 0 {
            view = view.choose_reason("too_expensive").await;
        }
        if presses > 1 {
            view = view.decline().await;
        }
        let view = view.cancel().await;
        app.run_jobs().await;
        assert_eq!(view.refresh().await.page().step(), "receipt", "after {presses}");
    }
}

#[tokio::test]
async fn the_chosen_one_of_two_subscriptions_ends_and_the_other_stays() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ALEX.customer).open().await;
    let view = view.press("cancel", &[]).await;
    assert!(view.page().says("Choose a subscription first."), "{}", view.page().words());
    let view = view.press("cancel", &[("subscription_id", ALEX_SECOND)]).await;
    app.run_jobs().await;
    assert_eq!(view.refresh().await.page().step(), "receipt");
    assert_eq!(app.at_stripe(ALEX_SECOND)["cancel_at_period_end"], true);
    assert_eq!(app.at_stripe(ALEX.subscription)["cancel_at_period_end"], false);
}

#[tokio::test]
async fn shapes_that_cannot_carry_an_offer_go_straight_to_the_confirmation() {
    let app = TestApp::start().await;
    for member in [SAM, KIM, NOA, JO] {
        let view = app.session().for_customer(member.customer).open().await;
        let view = view.choose_reason("switched_service").await;
        assert_eq!(view.page().step(), "confirm", "{member:?}");
    }
}

#[tokio::test]
async fn every_shape_can_be_canceled() {
    let app = TestApp::start().await;
    for member in [SAM, KIM, NOA, JO, ASH] {
        app.session().for_customer(member.customer).open().await.cancel().await;
        app.run_jobs().await;
        assert_eq!(app.at_stripe(member.subscription)["cancel_at_period_end"], true);
    }
}

#[tokio::test]
async fn a_subscription_that_is_already_ending_shows_the_undo() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(LEE.customer).open().await;
    assert_eq!(view.page().step(), "undo");
    let view = view.undo().await;
    app.run_jobs().await;
    assert_eq!(view.refresh().await.page().step(), "undone");
    assert_eq!(app.at_stripe(LEE.subscription)["cancel_at_period_end"], false);
}

#[tokio::test]
async fn keeping_the_plan_changes_nothing_at_stripe() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await;
    let view = view.choose_reason("low_quality").await.accept().await;
    assert!(view.page().says("Nothing has changed."), "{}", view.page().words());
    assert!(app.effects_on(ROBIN.subscription).is_empty());
}

#[tokio::test]
async fn each_offer_is_given_once_per_subscription() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await;
    view.choose_reason("unused").await.pause_for("1").await;
    app.run_jobs().await;
    app.post_to_stripe(
        &format!("/v1/subscriptions/{}", ROBIN.subscription),
        &[("pause_collection", "")],
    )
    .await;
    app.advance(61);
    let view = app.session().for_customer(ROBIN.customer).open().await;
    assert_eq!(view.choose_reason("unused").await.page().step(), "confirm");
}

#[tokio::test]
async fn the_host_page_is_told_of_a_cancellation() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await;
    let view = view.answer("unused", "secret words").await.cancel().await;
    let payload = view.page().payload().unwrap();
    assert_eq!(payload["outcome"], "cancelled");
    assert_eq!(payload["sessionId"], view.token());
    assert_eq!(payload["reason"], json!({"id": "reason_unused", "feedback": "unused"}));
    let effective_at = payload["effectiveAt"].as_str().unwrap();
    assert!(effective_at.starts_with("2026-11-23T10:00:00"), "{effective_at}");
    assert!(!payload.to_string().contains("secret words"));
    app.run_jobs().await;
}

#[tokio::test]
async fn the_host_page_is_told_of_an_accepted_offer() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await;
    let view = view.choose_reason("too_expensive").await;
    assert_eq!(view.page().payload(), None);
    let view = view.accept().await;
    let payload = view.page().payload().unwrap();
    assert_eq!(payload["outcome"], "retained");
    assert_eq!(payload["offer"], json!({"id": "offer_discount", "kind": "discount"}));
    app.run_jobs().await;
}

#[tokio::test]
async fn nothing_is_said_to_be_done_that_stripe_has_not_confirmed() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await.cancel().await;
    for _ in 0..3 {
        let page = view.clone().refresh().await.page().clone();
        assert!(page.says("Your cancellation is received") && page.says("RN-"));
        assert!(!page.says("is canceled") && page.receipt_path().is_none(), "{}", page.words());
    }
    app.run_jobs().await;
    assert!(view.refresh().await.page().says("Your subscription is canceled"));
}

#[tokio::test]
async fn the_reference_stays_the_same_from_the_first_page_to_the_receipt() {
    let app = TestApp::start().await;
    let reference = |view: &testkit::View<'_>| {
        let words = view.page().words();
        words.split("RN-").nth(1).map(|rest| rest[..9].to_owned()).unwrap()
    };
    let view = app.session().for_customer(ROBIN.customer).open().await.cancel().await;
    let first = reference(&view);
    app.run_jobs().await;
    assert_eq!(reference(&view.refresh().await), first);
}

#[tokio::test]
async fn a_view_opened_by_a_link_leads_back_to_where_it_came_from() {
    let app = TestApp::start().await;
    let address = "https://app.example.com/account?a=1&b=2";
    let session = app.session().for_customer(ROBIN.customer).with("return_url", address);
    let view = session.open().await.keep().await;
    assert!(view.page().says("Back to"), "{}", view.page().words());
    let link = r#"href="https://app.example.com/account?a=1&#38;b=2" target="_top""#;
    assert!(view.page().html().contains(link), "{}", view.page().html());
}

#[tokio::test]
async fn a_price_is_shown_with_the_discounts_that_run() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(JO.customer).open().await;
    assert!(view.page().says("$39.20") && !view.page().says("$49.00"), "{}", view.page().words());
    let view = view.choose_reason("unused").await;
    assert!(!view.page().says("$49.00"), "{}", view.page().words());
}
