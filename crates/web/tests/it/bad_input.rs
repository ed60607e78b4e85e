//! Malformed requests: a 4xx with code, parameter and sentence; never a panic.

use axum::body::Body;
use axum::http::Request;
use serde_json::{Value, json};
use testkit::{Answer, ROBIN, TestApp};

async fn refused(app: &TestApp, body: impl Into<Body>) -> Answer {
    let answer = app.post_json(&app.brand_key, body).await;
    assert_eq!(answer.status, 400, "{}", answer.text());
    assert!(answer.json()["error"].as_str().unwrap().ends_with('.'), "{}", answer.text());
    answer
}

#[tokio::test]
async fn malformed_json_is_refused() {
    let app = TestApp::start().await;
    for body in ["", "{", "nul", "{\"retention\":}", "{'retention':1}", "{}{}", "\u{feff}{}"] {
        assert_eq!(refused(&app, body).await.error().1, "invalid_json", "{body}");
    }
}

#[tokio::test]
async fn json_that_is_no_object_is_refused() {
    let app = TestApp::start().await;
    for body in ["[]", "1", "\"retention\"", "null", "true"] {
        assert_eq!(refused(&app, body).await.error().1, "invalid_json", "{body}");
    }
}

#[tokio::test]
async fn deep_nesting_is_refused_without_a_panic() {
    let app = TestApp::start().await;
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let body = format!("{}1{}", open.repeat(10_000), close.repeat(10_000));
        let body = if body.len() > 60_000 { open.repeat(10_000) } else { body };
        assert_eq!(refused(&app, body).await.error().1, "invalid_json");
    }
}

#[tokio::test]
async fn a_body_of_a_megabyte_is_too_large() {
    let app = TestApp::start().await;
    let body = json!({"retention": {"customer_id": "x".repeat(1 << 20)}}).to_string();
    let answer = app.post_json(&app.brand_key, body).await;
    assert_eq!(answer.error(), (413, "body_too_large".to_owned(), None));
}

#[tokio::test]
async fn a_form_of_a_megabyte_is_too_large() {
    let app = TestApp::start().await;
    let page = app.post_page("/retention", &[("comment", &"x".repeat(1 << 20))]).await;
    assert_eq!(page.status(), 413);
}

#[tokio::test]
async fn invalid_utf8_is_refused() {
    let app = TestApp::start().await;
    let body = b"{\"retention\":{\"customer_id\":\"cus_\xff\"}}".to_vec();
    assert_eq!(refused(&app, body).await.error().1, "invalid_json");
}

#[tokio::test]
async fn a_nul_is_refused_wherever_it_stands() {
    let app = TestApp::start().await;
    for body in [
        r#"{"retention":{"customer_id":"cus_a\u0000"}}"#,
        r#"{"retention":{"attributes":{"a":"\u0000"},"customer_id":"cus_a"}}"#,
        r#"{"retention":{"attributes":{"a\u0000":1},"customer_id":"cus_a"}}"#,
        "{\"retention\":\0}",
    ] {
        assert_eq!(refused(&app, body).await.error().1, "invalid_json", "{body}");
    }
}

#[tokio::test]
async fn a_key_that_stands_twice_is_refused() {
    let app = TestApp::start().await;
    for body in [
        r#"{"retention":{"customer_id":"cus_a","customer_id":"cus_b"}}"#,
        r#"{"retention":{},"retention":{"customer_id":"cus_b"}}"#,
    ] {
        let answer = refused(&app, body).await;
        assert_eq!(answer.error().1, "invalid_json");
        assert!(answer.text().contains("stands twice"), "{}", answer.text());
    }
}

#[tokio::test]
async fn an_unknown_field_is_named() {
    let app = TestApp::start().await;
    for (body, param) in [
        (json!({"retention": {"customer_id": "cus_a", "coupon": 1}}), "retention.coupon"),
        (json!({"retention": {"customer_id": "cus_a"}, "extra": 1}), "extra"),
        (json!({"retention": {"customer_id": "cus_a"}, "cancellation": {}}), "cancellation"),
    ] {
        let error = refused(&app, body.to_string()).await.error();
        assert_eq!((error.1.as_str(), error.2.as_deref()), ("unknown_field", Some(param)));
    }
}

#[tokio::test]
async fn a_request_without_a_customer_is_refused() {
    let app = TestApp::start().await;
    for body in [json!({}), json!({"retention": {}}), json!({"retention": {"customer_id": null}})] {
        assert_eq!(refused(&app, body.to_string()).await.error().1, "missing_customer");
    }
}

/// Field of `retention` and a value it must not take.
fn wrong_values() -> Vec<(&'static str, Value)> {
    let many: Value =
        (0..51).map(|n| (format!("k{n}"), json!(1))).collect::<serde_json::Map<_, _>>().into();
    let mut cases = Vec::new();
    for value in [json!(1), json!(true), json!([]), json!({}), json!("")] {
        for field in
            ["customer_id", "customer_email", "subscription_id", "locale", "region", "return_url"]
        {
            cases.push((field, value.clone()));
        }
    }
    cases.extend([
        ("customer_id", json!("sub_1")),
        ("customer_id", json!("cus_")),
        ("customer_id", json!("cus_../../v1")),
        ("customer_id", json!("cus_a b")),
        ("customer_id", json!(format!("cus_{}", "a".repeat(300)))),
        ("subscription_id", json!("cus_1")),
        ("subscription_id", json!("price_1")),
        ("customer_email", json!("nobody")),
        ("customer_email", json!("a b@c.d")),
        ("customer_email", json!("@")),
        ("locale", json!("english please")),
        ("region", json!("California")),
        ("return_url", json!("javascript:alert(1)")),
        ("return_url", json!("http://example.com")),
        ("return_url", json!("//example.com")),
        ("expires_in", json!(59)),
        ("expires_in", json!(604_801)),
        ("expires_in", json!(60.5)),
        ("expires_in", json!("60")),
        ("expires_in", json!(-1e300)),
        ("attributes", json!([])),
        ("attributes", json!({"a": "x".repeat(2_048)})),
        ("attributes", many),
    ]);
    cases
}

#[tokio::test]
async fn a_wrong_value_is_refused_with_the_name_of_its_field() {
    let app = TestApp::start().await;
    for (field, value) in wrong_values() {
        let mut retention = json!({"customer_id": ROBIN.customer});
        retention[field] = value.clone();
        let error = refused(&app, json!({"retention": retention}).to_string()).await.error();
        let param = format!("retention.{field}");
        assert_eq!((error.1.as_str(), error.2), ("invalid_field", Some(param)), "{value}");
    }
}

#[tokio::test]
async fn a_nested_attribute_is_named() {
    let app = TestApp::start().await;
    let body = json!({"retention": {"customer_id": "cus_a", "attributes": {"plan": {"a": 1}}}});
    let error = refused(&app, body.to_string()).await.error();
    assert_eq!(error.2.as_deref(), Some("retention.attributes.plan"));
}

#[tokio::test]
async fn a_body_that_is_not_json_by_its_header_is_refused() {
    let app = TestApp::start().await;
    for kind in ["", "text/plain", "application/x-www-form-urlencoded", "application/jsonp"] {
        let request = Request::post("/v1/retention/session")
            .header("x-brand-key", &app.brand_key)
            .header("content-type", kind)
            .body(Body::from("{}"));
        assert_eq!(app.send(request.unwrap()).await.error().0, 415, "{kind}");
    }
}

#[tokio::test]
async fn a_path_or_method_that_does_not_exist_is_told_in_the_same_shape() {
    let app = TestApp::start().await;
    assert_eq!(app.get("/v1/nothing").await.error().1, "not_found");
    let answer = app.get("/v1/retention/session").await;
    assert_eq!(answer.error().1, "method_not_allowed");
    assert_eq!(answer.header("allow"), "POST");
}

#[tokio::test]
async fn a_form_that_makes_no_sense_shows_the_page_the_session_is_on() {
    let app = TestApp::start().await;
    let view = app.session().for_customer(ROBIN.customer).open().await;
    for (action, fields) in [
        ("explode", [("reason", "reason_unused")]),
        ("answer", [("reason", "reason_nobody_has")]),
        ("accept", [("offer_id", "offer_discount")]),
        ("accept", [("offer_id", "coupon_1")]),
        ("choose", [("subscription_id", "cus_1")]),
        ("choose", [("subscription_id", "sub_of_somebody_else")]),
    ] {
        let view = view.clone().press(action, &fields).await;
        assert_eq!((view.page().status(), view.page().step()), (200, "reason"), "{action}");
    }
    assert_eq!(app.count("SELECT count(*) FROM decisions"), 0);
}
