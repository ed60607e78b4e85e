//! The receivers of `docs/custom-offers.md`, run as they stand there.

use std::path::Path;
use std::process::Stdio;

use engine::ports::{CustomOfferAnswer, Outbound, OutboundAnswer, OutboundCall, OutboundError};
use secrecy::SecretString;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::support::{OLDER_SECRET, SECRET, call_to, now, on_loopback};

/// Says on which port a receiver listens; the receivers themselves say nothing.
const RUN: &str = r#"
import { Server } from "node:http";
const listen = Server.prototype.listen;
Server.prototype.listen = function (...where) {
  this.once("listening", () => console.log(this.address().port));
  return listen.apply(this, where);
};
await import(process.argv[2]);
"#;

fn document() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    std::fs::read_to_string(root.join("docs/custom-offers.md")).unwrap()
}

/// The blocks of one language, in order.
fn blocks(document: &str, language: &str) -> Vec<String> {
    let begin = format!("```{language}\n");
    let parts = document.split(begin.as_str()).skip(1);
    parts.map(|part| part.split("```").next().unwrap().to_owned()).collect()
}

/// A receiver, for as long as the test lives.
struct Receiver {
    url: String,
    _process: Child,
    _folder: TempDir,
}

impl Receiver {
    async fn start(file: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let code = blocks(&document(), "js");
        let names = ["verify.mjs", "receiver.mjs", "slow.mjs"];
        assert_eq!(code.len(), names.len());
        for (name, code) in names.iter().zip(&code) {
            std::fs::write(folder.path().join(name), code).unwrap();
        }
        std::fs::write(folder.path().join("run.mjs"), RUN).unwrap();
        let mut command = Command::new("node");
        command.arg("run.mjs").arg(format!("./{file}")).current_dir(folder.path());
        command.env("PORT", "0").env("OFFER_SECRET", SECRET);
        let mut process = command.stdout(Stdio::piped()).kill_on_drop(true).spawn().unwrap();
        let mut said = BufReader::new(process.stdout.take().unwrap()).lines();
        let port = said.next_line().await.unwrap().unwrap();
        Self { url: format!("http://127.0.0.1:{port}/"), _process: process, _folder: folder }
    }

    /// The call of the document, made now.
    fn call(&self) -> OutboundCall {
        let body = blocks(&document(), "json").remove(0);
        OutboundCall { body, timestamp: now(), ..call_to(&self.url) }
    }

    /// The same, signed with a key that the receiver does not have.
    fn forged_call(&self) -> OutboundCall {
        OutboundCall { secrets: vec![SecretString::from(OLDER_SECRET)], ..self.call() }
    }

    async fn answer(&self, call: &OutboundCall) -> CustomOfferAnswer {
        let OutboundAnswer { status, body } = on_loopback().call(call).await.unwrap();
        CustomOfferAnswer::parse(status, &body).unwrap()
    }

    async fn refuses(&self, call: &OutboundCall) {
        let refused = Err(OutboundError::Rejected { status: 401 });
        assert_eq!(on_loopback().call(call).await, refused);
    }
}

fn done() -> CustomOfferAnswer {
    let message = Some("Free onboarding call: we will write to you today.".to_owned());
    CustomOfferAnswer::Done { message }
}

#[tokio::test]
async fn the_receiver_of_the_document_does_as_the_document_says() {
    let receiver = Receiver::start("receiver.mjs").await;
    let call = receiver.call();
    assert_eq!(receiver.answer(&call).await, done());
    assert_eq!(receiver.answer(&call).await, done());
    let rotating = [OLDER_SECRET, SECRET].map(SecretString::from).to_vec();
    let rotating = OutboundCall { secrets: rotating, ..receiver.call() };
    assert_eq!(receiver.answer(&rotating).await, done());
}

#[tokio::test]
async fn the_receiver_of_the_document_refuses_what_is_forged_or_old() {
    let receiver = Receiver::start("receiver.mjs").await;
    receiver.refuses(&receiver.forged_call()).await;
    let old = now() - jiff::SignedDuration::from_secs(400);
    receiver.refuses(&OutboundCall { timestamp: old, ..receiver.call() }).await;
}

#[tokio::test]
async fn the_slow_receiver_of_the_document_is_asked_twice() {
    let receiver = Receiver::start("slow.mjs").await;
    let call = receiver.call();
    assert_eq!(receiver.answer(&call).await, CustomOfferAnswer::Pending);
    assert_eq!(receiver.answer(&call).await, done());
    receiver.refuses(&receiver.forged_call()).await;
}

#[test]
fn every_block_of_json_is_json() {
    for block in blocks(&document(), "json") {
        let read: serde_json::Value = serde_json::from_str(&block).unwrap();
        assert_eq!(read["type"], "custom_offer.requested");
    }
}

#[test]
fn every_answer_that_the_document_names_is_understood() {
    let document = document();
    let rows = document.lines().filter(|line| line.starts_with("| 20"));
    let mut read = 0;
    for row in rows {
        let status = row[2..5].parse().unwrap();
        for body in row.split('`').filter(|text| text.starts_with('{')) {
            let body = body.replace('…', "Why");
            CustomOfferAnswer::parse(status, &body).unwrap();
            read += 1;
        }
    }
    assert_eq!(read, 4, "done, done with a message, failed, pending");
}
