//! Offers that a brand carries out itself: what its endpoint says is what the customer is told.

use std::sync::{Arc, Mutex};

use engine::retention::{Notice, Screen};
use serde_json::Value;
use testkit::{ROBIN, TestApp};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use crate::support::{Tab, one_offer, publish_unchecked};

/// What a receiver saw: head and body of each call.
type Calls = Arc<Mutex<Vec<(String, String)>>>;

/// What a receiver does with a call.
#[derive(Debug, Clone, Copy)]
enum Reply {
    Answer(u16, &'static str),
    HangUp,
}

const DONE: Reply = Reply::Answer(200, r#"{"status":"done","message":"Two lessons were added."}"#);
const PENDING: Reply = Reply::Answer(202, r#"{"status":"pending"}"#);
const FAILED: Reply = Reply::Answer(200, r#"{"status":"failed","message":"No teacher is free."}"#);

/// A brand's endpoint that replies in this order; its address and what it saw.
async fn receiver(replies: Vec<Reply>) -> (String, Calls) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/offer", listener.local_addr().unwrap());
    let calls = Calls::default();
    let seen = Arc::clone(&calls);
    tokio::spawn(async move {
        for reply in replies {
            let (mut stream, _) = listener.accept().await.unwrap();
            let call = read(&mut stream).await;
            seen.lock().unwrap().push(call);
            if let Reply::Answer(status, body) = reply {
                let head = format!(
                    "HTTP/1.1 {status} X\r\ncontent-type: application/json\r\n\
                     content-length: {}\r\nconnection: close\r\n\r\n{body}",
                    body.len()
                );
                stream.write_all(head.as_bytes()).await.unwrap();
            }
        }
    });
    (url, calls)
}

/// Reads one request.
async fn read(stream: &mut TcpStream) -> (String, String) {
    let mut bytes = Vec::new();
    loop {
        let mut part = [0; 4_096];
        let length = stream.read(&mut part).await.unwrap();
        bytes.extend_from_slice(&part[..length]);
        let text = String::from_utf8_lossy(&bytes);
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let head = head.to_lowercase();
        let expected: usize = header(&head, "content-length").parse().unwrap();
        if body.len() >= expected {
            return (head, body.to_owned());
        }
    }
}

fn header<'a>(head: &'a str, name: &str) -> &'a str {
    let line = head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
    line.unwrap_or_else(|| panic!("no {name}: {head}")).trim()
}

async fn accepted<'a>(app: &'a TestApp, url: &str) -> Tab<'a> {
    let effect = format!("kind = \"custom\", url = \"{url}\", parameters = {{ lessons = 2 }}");
    publish_unchecked(app, &one_offer(&effect, "", "")).await;
    let tab = Tab::open(app, ROBIN).await.answer("other").await;
    tab.accept(None).await
}

/// Runs jobs and lets time pass until nothing is open.
async fn settle(app: &TestApp) {
    for _ in 0..12 {
        app.run_jobs().await;
        app.advance(300);
    }
    assert_eq!(app.count("SELECT count(*) FROM billing_actions WHERE is_open"), 0);
}

/// What the endpoint told the customer, on the page of the decision.
fn message(tab: &Tab<'_>) -> Option<String> {
    let Screen::Decided { decision, .. } = &tab.view.screen else {
        panic!("{}", tab.screen());
    };
    decision.action.as_ref().unwrap().message.clone()
}

#[tokio::test]
async fn what_the_brand_says_is_done_is_done() {
    let app = TestApp::start().await;
    let (url, calls) = receiver(vec![DONE]).await;
    let tab = accepted(&app, &url).await;
    settle(&app).await;
    assert_eq!(message(&tab.refresh().await).as_deref(), Some("Two lessons were added."));
    let calls = calls.lock().unwrap().clone();
    let [(head, body)] = calls.as_slice() else { panic!("{calls:?}") };
    let body: Value = serde_json::from_str(body).unwrap();
    assert_eq!(header(head, "webhook-id"), body["id"].as_str().unwrap().to_lowercase());
    assert!(header(head, "webhook-signature").starts_with("v1,"));
    assert_eq!(body["subscription_id"], ROBIN.subscription);
    assert_eq!(body["offer"]["parameters"]["lessons"], 2.0);
    assert!(app.effects_on(ROBIN.subscription).is_empty(), "nothing is changed at Stripe");
}

#[tokio::test]
async fn what_the_brand_refuses_changes_nothing_and_the_customer_chooses_again() {
    let app = TestApp::start().await;
    let (url, _) = receiver(vec![FAILED]).await;
    let tab = accepted(&app, &url).await;
    settle(&app).await;
    let tab = tab.refresh().await;
    assert_eq!(tab.view.notice, Some(Notice::NotCarriedOut { by_brand: true }));
    assert_eq!(tab.screen(), "confirm");
    let tab = tab.cancel().await;
    settle(&app).await;
    assert_eq!(tab.refresh().await.screen(), "done");
}

/// However the first calls end, the next is the same one, and what it says holds.
async fn done_after(replies: &[Reply]) {
    let app = TestApp::start().await;
    let (url, calls) = receiver(replies.iter().copied().chain([DONE]).collect()).await;
    let tab = accepted(&app, &url).await;
    settle(&app).await;
    assert!(message(&tab.refresh().await).is_some());
    let calls = calls.lock().unwrap().clone();
    assert_eq!(calls.len(), replies.len() + 1);
    let ids: Vec<_> = calls.iter().map(|(head, _)| header(head, "webhook-id")).collect();
    assert!(ids.iter().all(|id| *id == ids[0]), "{ids:?}");
    assert!(calls.iter().all(|(_, body)| *body == calls[0].1), "the same call, byte for byte");
}

#[tokio::test]
async fn what_is_pending_is_asked_for_again() {
    done_after(&[PENDING, PENDING]).await;
}

#[tokio::test]
async fn what_brings_no_clear_answer_is_asked_for_again() {
    done_after(&[
        Reply::HangUp,
        Reply::Answer(500, "oh"),
        Reply::Answer(200, "oh"),
        Reply::Answer(429, ""),
    ])
    .await;
}

#[tokio::test]
async fn what_is_pending_for_a_day_is_given_up() {
    let app = TestApp::start().await;
    let (url, _) = receiver(vec![PENDING, PENDING]).await;
    let tab = accepted(&app, &url).await;
    app.run_jobs().await;
    app.advance(86_401);
    app.run_jobs().await;
    let tab = tab.refresh().await;
    assert!(matches!(tab.view.notice, Some(Notice::NotCarriedOut { .. })), "{:?}", tab.view.notice);
}

#[tokio::test]
async fn an_address_that_is_not_public_is_never_called() {
    for url in [
        "https://10.0.0.1/offer",
        "https://192.168.1.1/offer",
        "https://169.254.169.254/latest/meta-data",
        "https://[fd00::1]/offer",
        "http://203.0.113.7/offer",
    ] {
        let app = TestApp::start().await;
        let tab = accepted(&app, url).await;
        app.run_jobs().await;
        let rejected = "SELECT count(*) FROM billing_actions WHERE status = 'rejected'";
        assert_eq!(app.count(rejected), 1, "{url}");
        let tab = tab.refresh().await;
        assert!(matches!(tab.view.notice, Some(Notice::NotCarriedOut { .. })), "{url}");
    }
}

#[tokio::test]
async fn an_endpoint_that_is_not_there_is_a_refusal() {
    let app = TestApp::start().await;
    let (url, _) = receiver(vec![Reply::Answer(404, "")]).await;
    let tab = accepted(&app, &url).await;
    settle(&app).await;
    assert!(matches!(tab.refresh().await.view.notice, Some(Notice::NotCarriedOut { .. })));
}
