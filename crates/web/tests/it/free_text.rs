//! Markup, quotes, emoji, right-to-left and long texts are shown as text.

use testkit::{ROBIN, TestApp};

const NASTY: [&str; 6] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "O'Neil & \"Sons\" </textarea>",
    "👩‍👩‍👧 naïve – “quoted”",
    "\u{202e}שלום مرحبا",
    "{{ 7*7 }} ${7*7} %0d%0aSet-Cookie: a=b",
];

fn is_text(html: &str, text: &str) {
    let holds_markup = text.contains('<');
    assert!(!holds_markup || !html.contains(text), "{text}");
}

#[tokio::test]
async fn a_comment_is_shown_again_as_it_was_written() {
    let app = TestApp::start().await;
    for text in NASTY {
        let view = app.session().for_customer(ROBIN.customer).open().await;
        let view =
            view.press("answer", &[("reason", "reason_nobody_has"), ("comment", text)]).await;
        assert_eq!(view.page().step(), "reason");
        is_text(view.page().html(), text);
    }
}

#[tokio::test]
async fn a_comment_reaches_stripe_as_it_was_written() {
    for text in NASTY {
        let app = TestApp::start().await;
        let view = app.session().for_customer(ROBIN.customer).open().await;
        let view = view.answer("other", text).await.cancel().await;
        app.run_jobs().await;
        is_text(view.refresh().await.page().html(), text);
        let details = app.at_stripe(ROBIN.subscription)["cancellation_details"].clone();
        assert_eq!(details["comment"], text);
    }
}

#[tokio::test]
async fn a_comment_of_5000_characters_is_taken_and_one_more_is_not() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await;
    let long = "é".repeat(5_001);
    let refused = view.answer("other", &long).await;
    assert!(refused.page().says("Please shorten your text"), "{}", refused.page().words());
    assert!(refused.page().has_button("cancel"));
    let text: String = long.chars().skip(1).collect();
    refused.answer("other", &text).await.cancel().await;
    app.run_jobs().await;
    let details = app.at_stripe(ROBIN.subscription)["cancellation_details"].clone();
    assert_eq!(details["comment"], text);
}

#[tokio::test]
async fn a_comment_that_is_too_long_does_not_stop_a_cancellation() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await;
    let view = view.press("cancel", &[("comment", &"x".repeat(5_001))]).await;
    assert!(view.page().says("Your cancellation is received"));
    app.run_jobs().await;
    assert_eq!(view.refresh().await.page().step(), "receipt");
    let details = app.at_stripe(ROBIN.subscription)["cancellation_details"].clone();
    assert_eq!(details["comment"], "x".repeat(5_000));
}

#[tokio::test]
async fn names_from_stripe_are_shown_as_text() {
    for name in NASTY {
        let app = TestApp::start().await;
        let product = app.post_to_stripe("/v1/products", &[("name", name)]).await;
        let customer = app.post_to_stripe("/v1/customers", &[("name", name)]).await;
        let customer = customer["id"].as_str().unwrap();
        let price = [
            ("product", product["id"].as_str().unwrap()),
            ("currency", "usd"),
            ("unit_amount", "4900"),
            ("recurring[interval]", "month"),
        ];
        let price = app.post_to_stripe("/v1/prices", &price).await;
        let items = [("customer", customer), ("items[0][price]", price["id"].as_str().unwrap())];
        app.post_to_stripe("/v1/subscriptions", &items).await;
        let view = app.session().for_customer(customer).open().await;
        assert!(view.page().says(name), "{}", view.page().words());
        is_text(view.page().html(), name);
    }
}

#[tokio::test]
async fn a_nul_in_a_form_is_left_out() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await;
    view.answer("other", "a\u{0}b").await.cancel().await;
    app.run_jobs().await;
    let details = app.at_stripe(ROBIN.subscription)["cancellation_details"].clone();
    assert_eq!(details["comment"], "ab");
}
