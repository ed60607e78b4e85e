//! What an answer of a receiver comes to.

use engine::ports::{CustomOfferAnswer, Outbound, OutboundError};

use crate::support::receiver::{Receiver, Reply};
use crate::support::{NOW_S, call_to, failure_at, on_loopback, unclear};

#[tokio::test]
async fn a_success_is_handed_over_as_it_is() {
    let body = br#"{"status":"done","message":"Your seat is free."}"#.to_vec();
    let receiver = Receiver::start(Reply { body, ..Reply::status(200) }).await;
    let answer = on_loopback().call(&call_to(&receiver.url())).await.unwrap();
    let message = Some("Your seat is free.".to_owned());
    let read = CustomOfferAnswer::parse(answer.status, &answer.body);
    assert_eq!(read, Ok(CustomOfferAnswer::Done { message }));
}

#[tokio::test]
async fn every_status_has_its_meaning() {
    for status in [200, 201, 202, 204, 299] {
        let receiver = Receiver::start(Reply::status(status)).await;
        let answer = on_loopback().call(&call_to(&receiver.url())).await.unwrap();
        assert_eq!((answer.status, answer.body.as_str()), (status, ""));
    }
    for status in [300, 304, 400, 401, 403, 404, 410, 422, 451, 499] {
        let receiver = Receiver::start(Reply::status(status)).await;
        let error = failure_at(on_loopback(), &receiver.url()).await;
        assert_eq!(error, OutboundError::Rejected { status });
    }
    for status in [408, 409, 429, 500, 501, 502, 503, 504, 599, 600, 999] {
        let receiver = Receiver::start(Reply::status(status)).await;
        let error = failure_at(on_loopback(), &receiver.url()).await;
        assert_eq!(error, unclear(&format!("status {status}"), true));
    }
}

#[tokio::test]
async fn a_redirect_is_refused_and_not_followed() {
    let elsewhere = Receiver::start(Reply::done()).await;
    for status in [301, 302, 303, 307, 308] {
        let reply = Reply::status(status).header("location", &elsewhere.url());
        let receiver = Receiver::start(reply).await;
        let error = failure_at(on_loopback(), &receiver.url()).await;
        assert_eq!(error, OutboundError::Rejected { status });
        assert_eq!(receiver.seen().len(), 1);
    }
    assert!(elsewhere.seen().is_empty());
}

#[tokio::test]
async fn the_other_side_may_say_how_long_to_wait() {
    let day_ms = 86_400_000;
    assert_eq!(NOW_S, 1_704_067_200, "the dates below are after this time");
    for (text, expected) in [
        ("0", Some(0)),
        ("120", Some(120_000)),
        (" 5 ", Some(5_000)),
        ("86400", Some(day_ms)),
        ("86401", Some(day_ms)),
        ("99999999999999999999", None),
        ("18446744073709551615", Some(day_ms)),
        ("Mon, 01 Jan 2024 00:01:00 GMT", Some(60_000)),
        ("Sun, 31 Dec 2023 23:59:00 GMT", Some(0)),
        ("Tue, 01 Jan 2030 00:00:00 GMT", Some(day_ms)),
        ("-1", None),
        ("1.5", None),
        ("soon", None),
        ("", None),
    ] {
        let receiver = Receiver::start(Reply::status(503).header("retry-after", text)).await;
        let OutboundError::Unclear { retry_after_ms, .. } =
            failure_at(on_loopback(), &receiver.url()).await
        else {
            panic!("{text}");
        };
        assert_eq!(retry_after_ms, expected, "{text:?}");
    }
}

#[tokio::test]
async fn an_answer_may_have_64_kib() {
    for (length, is_read) in [(65_536, true), (65_537, false), (10_000_000, false)] {
        let body = vec![b'x'; length];
        let receiver = Receiver::start(Reply { body, ..Reply::status(200) }).await;
        let result = on_loopback().call(&call_to(&receiver.url())).await;
        let expected = unclear("the answer exceeds 65536 bytes", true);
        match result {
            Ok(answer) => assert!(is_read && answer.body.len() == length, "{length}"),
            Err(error) => assert!(!is_read && error == expected, "{length} {error}"),
        }
    }
}

#[tokio::test]
async fn an_answer_that_is_no_text_is_unclear() {
    let receiver = Receiver::start(Reply { body: vec![0xff, 0xfe], ..Reply::status(200) }).await;
    let error = failure_at(on_loopback(), &receiver.url()).await;
    assert_eq!(error, unclear("the answer is not UTF-8 text", true));
}

#[tokio::test]
async fn an_answer_claiming_to_be_compressed_is_not_unpacked() {
    let reply = Reply::done().header("content-encoding", "gzip");
    let receiver = Receiver::start(reply).await;
    let answer = on_loopback().call(&call_to(&receiver.url())).await.unwrap();
    assert_eq!(answer.body, r#"{"status":"done"}"#);
}
