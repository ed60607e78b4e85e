//! What a name is resolved to, and that the connection goes there and nowhere else.

use std::sync::Arc;

use engine::ports::{Outbound, OutboundError};
use outbound::{HttpOutbound, OutboundOptions, SetupError};

use crate::support::names::{Identity, Never, Script, asking};
use crate::support::receiver::{Receiver, Reply};
use crate::support::{IMPATIENT, adapter, call_to, failure_at, not_public, refused, unclear};

const NAME: &str = "hooks.example.com";

fn url(receiver: &Receiver) -> String {
    format!("https://{NAME}:{}/hook", receiver.address.port())
}

/// An adapter that trusts the server's certificate and may call `127.0.0.1` alone.
fn with_one_exception(script: &Arc<Script>, identity: &Identity) -> HttpOutbound {
    asking(script, "127.0.0.1", Some(identity))
}

#[tokio::test]
async fn a_name_is_looked_up_once_a_call_and_that_answer_is_called() {
    let identity = Identity::of(NAME).await;
    let meant = Receiver::start_tls("127.0.0.1:0", identity.tls.clone());
    let script = Script::new(&[&["127.0.0.1"]]);
    let outbound = with_one_exception(&script, &identity);
    let answer = outbound.call(&call_to(&url(&meant))).await.unwrap();
    assert_eq!(answer.status, 200);
    assert_eq!(script.asked(), [NAME]);
    assert_eq!(meant.seen()[0].header("host"), format!("{NAME}:{}", meant.address.port()));
}

#[tokio::test]
async fn a_name_that_changes_its_mind_is_not_followed() {
    let identity = Identity::of(NAME).await;
    let meant = Receiver::start_tls("127.0.0.1:0", identity.tls.clone());
    let inner = format!("127.0.0.2:{}", meant.address.port());
    let inner = Receiver::start_tls(&inner, identity.tls.clone());
    let script = Script::new(&[&["127.0.0.1"], &["127.0.0.2"]]);
    let outbound = with_one_exception(&script, &identity);
    // Whoever looked twice within the first call would reach the inner server.
    outbound.call(&call_to(&url(&meant))).await.unwrap();
    let second = failure_at(&outbound, &url(&meant)).await;
    assert_eq!(second, refused(not_public("loopback")));
    assert_eq!((meant.seen().len(), inner.seen().len()), (1, 0));
}

#[tokio::test]
async fn one_bad_address_spoils_the_good_ones() {
    let identity = Identity::of(NAME).await;
    let meant = Receiver::start_tls("127.0.0.1:0", identity.tls.clone());
    for bad in ["10.0.0.1", "169.254.169.254", "::ffff:10.0.0.1", "64:ff9b::a00:1", "fd00::1", "::"]
    {
        let script = Script::new(&[&["127.0.0.1", bad], &[bad, "127.0.0.1"]]);
        let outbound = with_one_exception(&script, &identity);
        for _ in 0..2 {
            let error = failure_at(&outbound, &url(&meant)).await;
            assert!(matches!(error, OutboundError::Refused { .. }), "{bad} {error}");
        }
    }
    assert!(meant.seen().is_empty());
}

#[tokio::test]
async fn the_switch_of_the_demo_does_not_open_loopback_to_names() {
    let script = Script::new(&[&["127.0.0.1"]]);
    let outbound = adapter(OutboundOptions {
        allow_loopback: true,
        look_up: script.clone(),
        ..OutboundOptions::default()
    });
    let error = failure_at(&outbound, "https://hooks.example.com/").await;
    assert_eq!(error, refused(not_public("loopback")));
}

#[tokio::test]
async fn localhost_is_this_machine_without_asking() {
    let receiver = Receiver::start(Reply::done()).await;
    let script = Script::new(&[]);
    let outbound = adapter(OutboundOptions {
        allow_loopback: true,
        look_up: script.clone(),
        ..OutboundOptions::default()
    });
    let url = format!("http://localhost:{}/", receiver.address.port());
    outbound.call(&call_to(&url)).await.unwrap();
    assert!(script.asked().is_empty());
    assert_eq!(receiver.seen().len(), 1);
}

#[tokio::test]
async fn a_name_without_an_address_is_unclear_and_nothing_was_sent() {
    let lost = unclear("no connection: the host could not be looked up", false);
    let outbound = asking(&Script::new(&[]), "", None);
    assert_eq!(failure_at(&outbound, "https://hooks.example.com/").await, lost);
}

#[tokio::test]
async fn a_name_that_is_never_found_is_unclear_and_nothing_was_sent() {
    let outbound = adapter(OutboundOptions {
        look_up: Arc::new(Never),
        connect_timeout: IMPATIENT,
        ..OutboundOptions::default()
    });
    let late = unclear("no connection: time ran out", false);
    assert_eq!(failure_at(&outbound, "https://hooks.example.com/").await, late);
}

#[tokio::test]
async fn a_certificate_must_be_for_the_name_and_of_a_known_issuer() {
    let other = Identity::of("other.example.com").await;
    let receiver = Receiver::start_tls("127.0.0.1:0", other.tls.clone());
    for (trusted, problem) in [
        (Some(&other), "no connection: the certificate is for another name"),
        (None, "no connection: the certificate's issuer is not known"),
    ] {
        let outbound = asking(&Script::new(&[&["127.0.0.1"]]), "127.0.0.1", trusted);
        assert_eq!(failure_at(&outbound, &url(&receiver)).await, unclear(problem, false));
    }
    assert!(receiver.seen().is_empty());
}

#[test]
fn extra_certificates_that_hold_none_are_an_error() {
    drop(adapter(OutboundOptions::default()));
    let extra_roots_pem = Some("hello".to_owned());
    let made = HttpOutbound::new(OutboundOptions { extra_roots_pem, ..OutboundOptions::default() });
    assert!(matches!(made, Err(SetupError::NoCertificate)));
}
