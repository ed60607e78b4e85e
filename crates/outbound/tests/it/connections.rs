//! What it comes to when there is no whole answer.

use engine::ports::{Outbound, OutboundCall, OutboundError};

use crate::support::raw::{Then, closed_port, start};
use crate::support::{IMPATIENT, call_to, failure_at, on_loopback, unclear};

#[tokio::test]
async fn no_connection_means_nothing_was_sent() {
    let (_socket, address) = closed_port("127.0.0.1");
    let error = failure_at(on_loopback(), &format!("http://{address}/")).await;
    assert_eq!(error, unclear("no connection: connection refused", false));
}

#[tokio::test]
async fn a_connection_that_breaks_after_sending_leaves_the_outcome_open() {
    for then in [Then::Reset, Then::Close, Then::HalfAnAnswer, Then::Garbage] {
        let url = start(then).await;
        let error = failure_at(on_loopback(), &url).await;
        let OutboundError::Unclear { reason, may_have_acted, .. } = error else {
            panic!("{error}");
        };
        assert!(may_have_acted && reason.starts_with("the connection broke"), "{reason}");
    }
}

#[tokio::test]
async fn patience_ends_however_busy_the_other_side_looks() {
    for then in [Then::Silence, Then::Drip, Then::DripHead] {
        let call = OutboundCall { timeout: IMPATIENT, ..call_to(&start(then).await) };
        let error = on_loopback().call(&call).await.unwrap_err();
        assert_eq!(error, unclear("no whole answer in time", true));
    }
}

#[tokio::test]
async fn no_error_tells_the_address() {
    let (_socket, address) = closed_port("127.0.0.1");
    let open = start(Then::Reset).await;
    for url in [format!("http://{address}/canary"), format!("{open}canary")] {
        let error = failure_at(on_loopback(), &url).await;
        let printed = format!("{error} {error:?}");
        assert!(!printed.contains("canary") && !printed.contains("127.0.0.1"), "{printed}");
    }
}
