//! `POST /v1/retention/session`: what it takes and what it answers.

use serde_json::json;
use testkit::{ALEX, DANA, KIM, LEE, MAX, NOA, ROBIN, SAM, TestApp};

#[tokio::test]
async fn a_session_comes_flat_and_wrapped() {
    let app = TestApp::start().await;
    let answer = app.session().for_customer(ROBIN.customer).send().await;
    assert_eq!(answer.status, 200);
    let body = answer.json();
    let id = body["id"].as_str().unwrap();
    assert!(id.starts_with("ret_"), "{id}");
    let expected = json!({
        "id": id,
        "livemode": false,
        "expires_at": "2026-11-24T10:00:00Z",
        "customer_id": ROBIN.customer,
        "subscription_id": ROBIN.subscription,
        "url": format!("https://retention.example.com/retention?session_id={id}"),
    });
    assert_eq!(body["session"], expected);
}

#[tokio::test]
async fn two_sessions_never_share_an_id() {
    let app = TestApp::start().await;
    let first = app.session().for_customer(ROBIN.customer).token().await;
    let second = app.session().for_customer(ROBIN.customer).token().await;
    assert_ne!(first, second);
}

#[tokio::test]
async fn making_sessions_writes_no_flow() {
    let app = TestApp::start().await;
    app.session().for_customer(ROBIN.customer).token().await;
    assert_eq!(app.count("SELECT count(*) FROM flows"), 0);
}

#[tokio::test]
async fn the_older_key_cancellation_and_its_subscriber_data_are_understood() {
    let app = TestApp::start().await;
    let body = json!({"cancellation": {
        "customer_id": ROBIN.customer, "subscriberData": {"plan": "pro", "seats": 3, "beta": true},
    }});
    let answer = app.create_session(&body).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
}

#[tokio::test]
async fn every_optional_field_is_taken() {
    let app = TestApp::start().await;
    let answer = app
        .session()
        .for_customer(ROBIN.customer)
        .for_email(ROBIN.email)
        .to_cancel(ROBIN.subscription)
        .with("locale", "fr-CA")
        .with("region", "US-CA")
        .with("expires_in", 60)
        .with("return_url", "https://app.example.com/account")
        .with("attributes", json!({"a": "x", "b": 1.5, "c": false, "d": null}))
        .send()
        .await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.json()["session"]["expires_at"], "2026-11-23T10:01:00Z");
}

#[tokio::test]
async fn an_email_finds_its_one_subscription_also_in_capitals() {
    let app = TestApp::start().await;
    for email in [ROBIN.email.to_owned(), ROBIN.email.to_uppercase()] {
        let answer = app.session().for_email(&email).send().await;
        assert_eq!(answer.json()["session"]["subscription_id"], ROBIN.subscription, "{email}");
    }
}

#[tokio::test]
async fn an_email_of_two_customers_leads_to_the_choice() {
    let app = TestApp::start().await;
    let answer = app.session().for_email(DANA.email).send().await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.json()["session"]["customer_id"], json!(null));
    let view = app.session().for_email(DANA.email).open().await;
    assert_eq!(view.page().step(), "choose");
    assert!(view.page().says("Lumen Notes Team"));
}

#[tokio::test]
async fn an_unknown_email_is_not_found_with_the_originals_words() {
    let app = TestApp::start().await;
    let answer = app.session().for_email("nobody@example.com").send().await;
    assert_eq!(answer.error(), (404, "customer_not_found".to_owned(), None));
    assert_eq!(answer.json()["error"], "Customer not found");
}

#[tokio::test]
async fn an_unknown_customer_is_not_found() {
    let app = TestApp::start().await;
    let answer = app.session().for_customer("cus_nobody").send().await;
    assert_eq!(answer.error(), (404, "customer_not_found".to_owned(), None));
}

#[tokio::test]
async fn id_and_email_of_two_customers_are_refused() {
    let app = TestApp::start().await;
    let answer = app.session().for_customer(ROBIN.customer).for_email(SAM.email).send().await;
    assert_eq!(answer.error(), (400, "customer_mismatch".to_owned(), None));
}

#[tokio::test]
async fn an_email_nobody_has_does_not_stand_against_the_id() {
    let app = TestApp::start().await;
    let session = app.session().for_customer(ROBIN.customer).for_email("new@example.com");
    assert_eq!(session.send().await.json()["session"]["customer_id"], ROBIN.customer);
}

#[tokio::test]
async fn a_subscription_of_another_customer_is_not_found() {
    let app = TestApp::start().await;
    let session = app.session().for_customer(ROBIN.customer).to_cancel(SAM.subscription);
    let answer = session.send().await;
    assert_eq!(answer.error(), (404, "subscription_not_found".to_owned(), None));
}

#[tokio::test]
async fn a_customer_without_a_subscription_is_told_so() {
    let app = TestApp::start().await;
    let answer = app.session().for_customer(MAX.customer).send().await;
    assert_eq!(answer.error(), (404, "subscription_not_found".to_owned(), None));
}

#[tokio::test]
async fn several_subscriptions_are_never_silently_the_first() {
    let app = TestApp::start().await;
    let answer = app.session().for_customer(ALEX.customer).send().await;
    assert_eq!(answer.json()["session"]["subscription_id"], json!(null));
}

#[tokio::test]
async fn every_status_but_the_ended_ones_can_be_canceled() {
    let app = TestApp::start().await;
    for member in [KIM, NOA, LEE, SAM] {
        let answer = app.session().for_customer(member.customer).send().await;
        assert_eq!(answer.json()["session"]["subscription_id"], member.subscription);
    }
}

#[tokio::test]
async fn a_subscription_that_has_ended_is_not_found() {
    let app = TestApp::start().await;
    let path = format!("/v1/subscriptions/{}", ROBIN.subscription);
    app.post_to_stripe(&path, &[("cancel_at_period_end", "true")]).await;
    app.advance(60 * 86_400);
    let answer = app.session().for_customer(ROBIN.customer).send().await;
    assert_eq!(answer.error(), (404, "subscription_not_found".to_owned(), None));
}

#[tokio::test]
async fn every_error_has_a_request_id_that_is_also_a_header() {
    let app = TestApp::start().await;
    let answer = app.session().send().await;
    let id = answer.json()["request_id"].as_str().unwrap().to_owned();
    assert!(id.starts_with("req_"), "{id}");
    assert_eq!(answer.header("x-request-id"), id);
}
