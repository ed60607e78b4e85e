//! Whatever is sent, the server answers with something of its own, and never with a failure.

use std::sync::OnceLock;

use axum::body::Body;
use axum::http::Request;
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use testkit::{ROBIN, TestApp, encode_form};
use tokio::runtime::Runtime;

fn config() -> ProptestConfig {
    let files = FileFailurePersistence::WithSource("regressions");
    ProptestConfig { cases: 128, failure_persistence: Some(Box::new(files)), ..Default::default() }
}

/// One application and one session for all cases of a test.
fn world() -> (Runtime, TestApp, String) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let (app, token) = runtime.block_on(async {
        let app = TestApp::start().await;
        let token = app.session().for_customer(ROBIN.customer).token().await;
        app.leave_work();
        (app, token)
    });
    (runtime, app, token)
}

thread_local! {
    static WORLD: OnceLock<(Runtime, TestApp, String)> = const { OnceLock::new() };
}

/// Runs one case; answers the status.
fn status(request: impl FnOnce(&TestApp, &str) -> Request<Body>) -> u16 {
    WORLD.with(|cell| {
        let (runtime, app, token) = cell.get_or_init(world);
        runtime.block_on(app.send(request(app, token))).status.as_u16()
    })
}

fn json(app: &TestApp, body: Vec<u8>) -> Request<Body> {
    Request::post("/v1/retention/session")
        .header("content-type", "application/json")
        .header("x-brand-key", &app.brand_key)
        .body(Body::from(body))
        .unwrap()
}

/// Pieces that JSON and our own words are made of, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let words = vec![
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"",
        "\\",
        "\\u0000",
        "\\ud800",
        "1e999",
        "-",
        "null",
        "\"retention\"",
        "\"customer_id\"",
        "\"cus_NffrFeUfNV2Hib\"",
        "\"attributes\"",
        "\u{202e}",
    ];
    prop::collection::vec(prop::sample::select(words), 0..40).prop_map(|words| words.concat())
}

fn fields() -> impl Strategy<Value = Vec<(&'static str, String)>> {
    let names = vec![
        "action",
        "session_id",
        "reason",
        "comment",
        "offer_id",
        "months",
        "subscription_id",
        "parent_origin",
        "step",
    ];
    let known = prop::sample::select(vec![
        "answer",
        "accept",
        "decline",
        "undo",
        "refresh",
        "choose",
        "reason_unused",
        "offer_pause",
        "3",
        "-1",
        "",
    ]);
    let value = prop_oneof![3 => known.prop_map(str::to_owned), 1 => ".{0,40}"];
    prop::collection::vec((prop::sample::select(names), value), 0..8)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_bytes_are_answered(body in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert_eq!(status(|app, _| json(app, body)), 400);
    }

    #[test]
    fn anything_like_json_is_answered(body in pieces()) {
        let status = status(|app, _| json(app, body.into_bytes()));
        prop_assert!(matches!(status, 200 | 400 | 404), "{status}");
    }

    #[test]
    fn any_form_is_answered_with_a_page(fields in fields()) {
        let status = status(|_, token| {
            let mut form = vec![("session_id", token)];
            form.extend(fields.iter().map(|(name, value)| (*name, value.as_str())));
            let request = Request::post("/retention")
                .header("content-type", "application/x-www-form-urlencoded");
            request.body(Body::from(encode_form(&form))).unwrap()
        });
        prop_assert_eq!(status, 200);
    }

    #[test]
    fn any_session_that_is_not_ours_is_unknown(token in "(ret_)?[ -~]{0,200}") {
        let status = status(|_, _| {
            let form = encode_form(&[("session_id", &token), ("action", "cancel")]);
            let request = Request::post("/retention")
                .header("content-type", "application/x-www-form-urlencoded");
            request.body(Body::from(form)).unwrap()
        });
        prop_assert_eq!(status, 404);
    }

    #[test]
    fn any_query_is_answered(query in "[!-~&&[^#<>\"{}|\\\\^`]]{0,80}") {
        let status = status(|_, _| {
            let request = Request::get(format!("/retention?{query}"));
            request.body(Body::empty()).unwrap()
        });
        prop_assert!(matches!(status, 200 | 400 | 404), "{status}");
    }
}
