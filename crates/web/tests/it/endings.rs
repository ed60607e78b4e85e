//! How a cancellation ends a subscription, and what is asked before and after it.

use serde_json::Value;
use testkit::{JULES, KIM, MARIN, NOA, Page, ROBIN, SAM, TestApp, View};

/// Two reasons, and the playbook's way to run.
fn playbook(flow: &str) -> String {
    format!(
        r#"schema = 1
name = "Test"
default_locale = "en"
[flow]
offer_screens = 0
{flow}
[[reasons]]
id = "reason_feature"
feedback = "missing_features"
question.en = "Which feature does {{plan}} lack?"
[[reasons]]
id = "reason_price"
feedback = "too_expensive"
text = "off"
[[reasons]]
id = "reason_other"
feedback = "other""#
    )
}

const AT_PERIOD_END: &str = r#"cancel = { mode = "at_period_end" }"#;

async fn open<'a>(app: &'a TestApp, customer: &str, flow: &str) -> View<'a> {
    app.publish(&playbook(flow)).await;
    app.session().for_customer(customer).open().await
}

async fn canceled<'a>(app: &'a TestApp, view: View<'a>) -> View<'a> {
    let view = view.cancel().await;
    app.run_jobs().await;
    let view = view.refresh().await;
    assert_eq!(view.page().step(), "receipt", "{}", view.page().words());
    view
}

fn assert_says(page: &Page, all: &[&str]) {
    for said in all {
        assert!(page.says(said), "`{said}` is not in:\n{}", page.words());
    }
}

/// Money that went back.
fn refunds(app: &TestApp) -> Vec<Value> {
    let snapshot = app.sandbox.inspect();
    let all = snapshot.objects.values().filter(|object| object["object"] == "refund");
    all.cloned().collect()
}

#[tokio::test]
async fn an_end_at_once_with_a_refund_says_the_same_amount_everywhere() {
    let app = TestApp::start().await;
    let flow = "survey = \"off\"\ncancel = { mode = \"now\", unused_time = \"refund\" }";
    let view = open(&app, SAM.customer, flow).await;
    assert_eq!(view.page().step(), "confirm");
    // Sam paid 490.00 for May 7, 2026 to May 7, 2027; on November 23, 165 of 365 days are left.
    let amount = "$221.51";
    assert_says(view.page(), &["Today, November 23, 2026", "It ends as soon as you cancel."]);
    assert_says(view.page(), &[&format!("{amount} is refunded for the unused time.")]);
    let view = canceled(&app, view).await;
    assert_says(view.page(), &["It ended on November 23, 2026."]);
    assert_says(view.page(), &[&format!("{amount} is refunded for the unused time.")]);
    assert!(!view.page().has_button("undo"));
    app.run_jobs().await;
    let refunded: Vec<_> = refunds(&app).iter().map(|refund| refund["amount"].clone()).collect();
    assert_eq!(refunded, [22_151]);
    assert_eq!(app.at_stripe(SAM.subscription)["status"], "canceled");
    // The receipt of its own says so too, and goes on saying so once the money is back.
    let path = view.page().receipt_path().expect("a receipt");
    assert_says(&app.get_page(&path).await, &[&format!("{amount} is refunded")]);
    assert_says(view.refresh().await.page(), &[&format!("{amount} is refunded")]);
}

#[tokio::test]
async fn an_end_at_once_says_that_the_unused_time_is_not_refunded() {
    let app = TestApp::start().await;
    let flow = "survey = \"off\"\ncancel = { mode = \"now\", unused_time = \"nothing\" }";
    let view = open(&app, ROBIN.customer, flow).await;
    assert_says(view.page(), &["The unused time is not refunded."]);
    let view = canceled(&app, view).await;
    assert!(!view.page().says("refunded"), "{}", view.page().words());
    assert!(refunds(&app).is_empty());
}

#[tokio::test]
async fn an_end_at_once_is_said_beside_the_control_that_does_it() {
    for (unused_time, said) in [
        ("nothing", "If you cancel now, your plan ends today."),
        (
            "refund",
            "If you cancel now, your plan ends today and $221.51 is refunded for the unused time.",
        ),
    ] {
        let app = TestApp::start().await;
        let flow = format!(
            "survey = \"before\"\ncancel = {{ mode = \"now\", unused_time = \"{unused_time}\" }}"
        );
        let view = open(&app, SAM.customer, &flow).await;
        assert_eq!(view.page().step(), "reason");
        assert_says(view.page(), &[said]);
    }
}

#[tokio::test]
async fn an_end_at_a_date_is_that_date_everywhere() {
    let app = TestApp::start().await;
    let flow = "survey = \"off\"\ncancel = { mode = \"at_date\", days = 30 }";
    let view = open(&app, SAM.customer, flow).await;
    assert_says(view.page(), &["December 23, 2026", "You can use it as before."]);
    let view = canceled(&app, view).await;
    assert_says(view.page(), &["You can use it until December 23, 2026. It does not renew."]);
    assert_says(view.page(), &["You can undo this until December 23, 2026."]);
    let view = view.undo().await;
    app.run_jobs().await;
    assert_eq!(view.refresh().await.page().step(), "undone");
    assert!(app.at_stripe(SAM.subscription)["cancel_at"].is_null());
}

#[tokio::test]
async fn who_ends_beyond_the_paid_time_can_still_end_with_it() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(JULES.customer).open().await;
    assert_eq!(view.page().step(), "reason");
    assert_says(view.page(), &["Canceled, ends January 4, 2027"]);
    let view = canceled(&app, view).await;
    assert_eq!(view.page().step(), "receipt");
    assert_eq!(app.at_stripe(JULES.subscription)["cancel_at_period_end"], true);
}

#[tokio::test]
async fn the_reason_is_asked_after_the_cancellation_and_reaches_stripe() {
    let app = TestApp::start().await;
    let flow = format!("survey = \"after\"\n{AT_PERIOD_END}");
    let view = open(&app, ROBIN.customer, &flow).await;
    assert_eq!(view.page().step(), "confirm");
    let view = canceled(&app, view).await;
    assert_says(view.page(), &["Why did you cancel?", "Your subscription is canceled whether"]);
    assert_says(view.page(), &["Which feature does Lumen Notes Pro lack?"]);
    assert!(view.page().has_button("survey") && view.page().has_button("undo"));
    let answer = [("reason", "reason_other"), ("comment", "Too many notes")];
    let view = view.press("survey", &answer).await;
    assert_says(view.page(), &["Thank you", "Your answer is recorded."]);
    assert!(!view.page().has_button("survey") && view.page().has_button("undo"));
    app.run_jobs().await;
    let details = app.at_stripe(ROBIN.subscription)["cancellation_details"].clone();
    assert_eq!(
        (&details["feedback"], &details["comment"]),
        (&"other".into(), &"Too many notes".into())
    );
    assert_says(view.refresh().await.page(), &["Your answer is recorded."]);
}

#[tokio::test]
async fn a_text_that_is_too_long_after_the_cancellation_can_be_shortened() {
    let app = TestApp::start().await;
    let flow = format!("survey = \"after\"\n{AT_PERIOD_END}");
    let view = canceled(&app, open(&app, ROBIN.customer, &flow).await).await;
    let long = "x".repeat(5_001);
    let view = view.press("survey", &[("reason", "reason_other"), ("comment", &long)]).await;
    assert_eq!(view.page().step(), "receipt");
    assert_says(view.page(), &["Please shorten your text to 5,000 characters."]);
    assert!(view.page().html().contains(&long));
}

#[tokio::test]
async fn nobody_is_asked_twice_or_before_it_is_done() {
    let app = TestApp::start().await;
    let flow = format!("survey = \"after\"\n{AT_PERIOD_END}");
    let view = open(&app, ROBIN.customer, &flow).await.cancel().await;
    assert_eq!(view.page().step(), "pending");
    assert!(!view.page().has_button("survey"));
    app.run_jobs().await;
    let flow = format!("survey = \"off\"\n{AT_PERIOD_END}");
    let view = canceled(&app, open(&app, KIM.customer, &flow).await).await;
    assert!(!view.page().has_button("survey"));
    // Another session of the subscription shows the receipt, and asks nobody.
    let other = app.session().for_customer(ROBIN.customer).open().await;
    assert_eq!(other.page().step(), "receipt");
    assert!(!other.page().has_button("survey"));
}

#[tokio::test]
async fn the_question_of_the_chosen_reason_is_what_counts() {
    for (fields, comment) in [
        (
            &[
                ("reason", "reason_feature"),
                ("follow_up_reason_feature", "PDF"),
                ("comment", "Bye"),
            ][..],
            "PDF",
        ),
        (
            &[("reason", "reason_feature"), ("follow_up_reason_feature", " "), ("comment", "Bye")]
                [..],
            "Bye",
        ),
        (
            &[("reason", "reason_other"), ("follow_up_reason_feature", "PDF"), ("comment", "Bye")]
                [..],
            "Bye",
        ),
        (&[("follow_up_reason_feature", "PDF"), ("comment", "Bye")][..], "Bye"),
    ] {
        let app = TestApp::start().await;
        let view =
            open(&app, ROBIN.customer, &format!("survey = \"before\"\n{AT_PERIOD_END}")).await;
        assert_says(view.page(), &["Which feature does Lumen Notes Pro lack?", "Anything to add?"]);
        view.press("cancel", fields).await;
        app.run_jobs().await;
        let details = app.at_stripe(ROBIN.subscription)["cancellation_details"].clone();
        assert_eq!(details["comment"], comment, "{fields:?}");
    }
}

#[tokio::test]
async fn what_was_answered_to_a_question_stands_there_again() {
    let app = TestApp::start().await;
    let view = open(&app, ROBIN.customer, &format!("survey = \"before\"\n{AT_PERIOD_END}")).await;
    let long = "y".repeat(5_001);
    let fields = [("reason", "reason_feature"), ("follow_up_reason_feature", long.as_str())];
    let view = view.press("answer", &fields).await;
    assert_says(view.page(), &["Please shorten your text"]);
    let html = view.page().html();
    assert_eq!(html.matches(&long).count(), 1);
    let (before, _) = html.split_once(&long).unwrap();
    assert!(before.rsplit("<textarea").next().unwrap().contains("follow_up_reason_feature"));
    assert!(html.contains("value=\"reason_feature\" data-own-text checked"));
}

#[tokio::test]
async fn without_a_reason_that_wants_one_there_is_no_text_field() {
    let app = TestApp::start().await;
    let text = playbook(&format!("survey = \"before\"\n{AT_PERIOD_END}"));
    let text = text.replace("question.en = \"Which feature does {plan} lack?\"", "text = \"off\"");
    app.publish(&format!("{text}\ntext = \"off\"")).await;
    let view = app.session().for_customer(ROBIN.customer).open().await;
    assert_eq!(view.page().step(), "reason");
    assert!(!view.page().html().contains("<textarea"), "{}", view.page().html());
}

#[tokio::test]
async fn where_a_subscription_stands_is_said_truly() {
    let app = TestApp::start().await;
    for (customer, said) in [
        (ROBIN.customer, "Paid until "),
        (KIM.customer, "Trial until December 2, 2026"),
        (NOA.customer, "A payment is overdue"),
        (MARIN.customer, "Next invoice, "),
    ] {
        let view = app.session().for_customer(customer).open().await;
        assert_says(view.page(), &[said]);
    }
    let path = format!("/v1/subscriptions/{}", ROBIN.subscription);
    let paused =
        [("pause_collection[behavior]", "void"), ("pause_collection[resumes_at]", "1800000000")];
    app.post_to_stripe(&path, &paused).await;
    app.advance(61);
    let view = app.session().for_customer(ROBIN.customer).open().await;
    // 1,800,000,000 seconds after 1970.
    assert_says(view.page(), &["Paused until January 15, 2027"]);
}
