//! What a receiver gets, judged by the specification's own library.

use engine::ports::{CallRefusal, Outbound, OutboundCall, OutboundError};
use proptest::prelude::*;
use secrecy::SecretString;
use standardwebhooks::Webhook;

use crate::support::receiver::{Receiver, Reply, Seen};
use crate::support::{NOW_S, OLDER_SECRET, SECRET, call_to, now, on_loopback};

/// What the receiver of one call has seen.
async fn send(change: impl FnOnce(&mut OutboundCall)) -> Seen {
    let receiver = Receiver::start(Reply::done()).await;
    let mut call = call_to(&receiver.url());
    change(&mut call);
    on_loopback().call(&call).await.unwrap();
    let mut seen = receiver.seen();
    assert_eq!(seen.len(), 1);
    seen.remove(0)
}

#[tokio::test]
async fn the_library_verifies_what_was_received() {
    let seen = send(|call| call.timestamp = now()).await;
    Webhook::new(SECRET).unwrap().verify(seen.body.as_bytes(), &seen.headers).unwrap();
    let altered = seen.body.replace("requested", "withdrawn");
    let verdict = Webhook::new(SECRET).unwrap().verify(altered.as_bytes(), &seen.headers);
    assert!(verdict.is_err());
}

#[tokio::test]
async fn each_secret_signs_and_the_newest_comes_first() {
    let secrets = [SECRET, OLDER_SECRET];
    let seen = send(|call| call.secrets = secrets.map(SecretString::from).to_vec()).await;
    let expected = secrets.map(|secret| {
        Webhook::new(secret).unwrap().sign("act_1", NOW_S, seen.body.as_bytes()).unwrap()
    });
    assert_eq!(seen.header("webhook-signature"), expected.join(" "));
}

#[tokio::test]
async fn the_request_is_a_post_of_json_as_it_was_given() {
    let body = r#"{ "type":"custom_offer.requested", "name":"50 % für 3 Monate 🎁" }"#;
    let seen = send(|call| call.body = body.to_owned()).await;
    assert_eq!((seen.method.as_str(), seen.uri.as_str()), ("POST", "/hook"));
    assert_eq!(seen.body, body);
    assert_eq!(seen.header("content-type"), "application/json");
    assert_eq!(seen.header("webhook-id"), "act_1");
    assert_eq!(seen.header("webhook-timestamp"), NOW_S.to_string());
    assert!(seen.header("user-agent").starts_with("Renumerate/"));
    let mut names: Vec<_> = seen.headers.keys().map(|name| name.as_str()).collect();
    names.sort_unstable();
    let expected = [
        "accept",
        "content-length",
        "content-type",
        "host",
        "user-agent",
        "webhook-id",
        "webhook-signature",
        "webhook-timestamp",
    ];
    assert_eq!(names, expected);
}

/// The refusal of a call that is wrong in itself; the receiver must not hear of it.
async fn refusal(change: impl FnOnce(&mut OutboundCall)) -> OutboundError {
    let receiver = Receiver::start(Reply::done()).await;
    let mut call = call_to(&receiver.url());
    change(&mut call);
    let error = on_loopback().call(&call).await.unwrap_err();
    assert!(receiver.seen().is_empty());
    error
}

#[tokio::test]
async fn a_secret_that_is_missing_or_malformed_sends_nothing() {
    let bad = OutboundError::Refused { why: CallRefusal::BadSecret };
    assert_eq!(refusal(|call| call.secrets.clear()).await, bad);
    for secret in [
        "",
        "whsec_",
        // Without its prefix.
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        // 23 bytes and 65.
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaQ=",
        "whsec_QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=",
        // The alphabet of addresses.
        "whsec_--KQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    ] {
        let push = |call: &mut OutboundCall| call.secrets.push(SecretString::from(secret));
        assert_eq!(refusal(push).await, bad, "{secret}");
    }
}

#[tokio::test]
async fn an_id_that_could_be_read_in_two_ways_sends_nothing() {
    let bad = OutboundError::Refused { why: CallRefusal::BadId };
    let long = "a".repeat(129);
    for id in ["", "act_1.1704067200", "act 1", "act_1\r\nx: y", "äct", long.as_str()] {
        assert_eq!(refusal(|call| call.id = id.to_owned()).await, bad, "{id}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_call_is_signed_as_the_library_would(
        id in "[A-Za-z0-9_-]{1,128}",
        second in 0_i64..4_000_000_000,
        body in "\\PC{0,200}",
        key in prop::collection::vec(any::<u8>(), 24..=64),
    ) {
        use base64::Engine;
        let secret = base64::engine::general_purpose::STANDARD.encode(key);
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let seen = runtime.block_on(send(|call| {
            call.id.clone_from(&id);
            call.timestamp = jiff::Timestamp::from_second(second).unwrap();
            call.body.clone_from(&body);
            call.secrets = vec![SecretString::from(format!("whsec_{secret}"))];
        }));
        let oracle = Webhook::new(&secret).unwrap();
        let expected = oracle.sign(&id, second, body.as_bytes()).unwrap();
        prop_assert_eq!(seen.header("webhook-signature"), expected);
        prop_assert_eq!(&seen.body, &body);
    }
}
