//! What the log tells of a call.

use std::io;
use std::sync::{Arc, Mutex};

use engine::ports::{Outbound, OutboundCall};
use secrecy::SecretString;
use tracing_subscriber::fmt::MakeWriter;

use crate::support::receiver::{Receiver, Reply};
use crate::support::{call_to, on_loopback};

/// Keeps what is logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// Makes calls that hold the word `canary` wherever they can, and returns what was logged from a
/// level on.
async fn logged(level: tracing::Level, urls: &[String]) -> String {
    let log = Log::default();
    let subscriber =
        tracing_subscriber::fmt().with_writer(log.clone()).with_max_level(level).finish();
    let guard = tracing::subscriber::set_default(subscriber);
    for url in urls {
        let call = OutboundCall { body: r#"{"canary":1}"#.to_owned(), ..call_to(url) };
        let _ = on_loopback().call(&call).await;
        let secrets = vec![SecretString::from("whsec_canary")];
        let _ = on_loopback().call(&OutboundCall { secrets, ..call }).await;
    }
    drop(guard);
    let bytes = log.0.lock().unwrap().clone();
    String::from_utf8(bytes).unwrap()
}

#[tokio::test]
async fn a_refused_address_is_warned_of() {
    let log = logged(tracing::Level::WARN, &["https://10.0.0.1/".to_owned()]).await;
    let sentence = "the host is not on the public Internet (private address)";
    assert!(log.contains("act_1") && log.contains(sentence), "{log}");
}

#[tokio::test]
async fn no_line_holds_an_address_a_body_a_secret_or_an_answer() {
    let reply = Reply { body: b"canary".to_vec(), ..Reply::status(200) };
    let receiver = Receiver::start(reply).await;
    let urls = [
        format!("{}/canary?canary", receiver.url()),
        "https://10.0.0.1/canary".to_owned(),
        "https://canary:canary@example.com/".to_owned(),
    ];
    let log = logged(tracing::Level::DEBUG, &urls).await;
    let ours: Vec<_> = log.lines().filter(|line| line.contains("A signed call")).collect();
    assert_eq!(ours.len(), 2 * urls.len(), "{log}");
    assert!(ours.iter().all(|line| !line.contains("canary")), "{log}");
}
