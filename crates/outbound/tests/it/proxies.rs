//! A proxy would look hosts up itself, out of the guard's sight.

use std::process::Command;

use engine::ports::Outbound;

use crate::support::raw::closed_port;
use crate::support::receiver::{Receiver, Reply};
use crate::support::{call_to, on_loopback};

/// Set in the process that has the proxies.
const CHILD: &str = "OUTBOUND_TEST_HAS_PROXIES";

/// Runs itself in a process whose environment names proxies that nobody answers at.
#[tokio::test]
async fn proxies_of_the_environment_are_not_used() {
    if std::env::var_os(CHILD).is_some() {
        let receiver = Receiver::start(Reply::done()).await;
        on_loopback().call(&call_to(&receiver.url())).await.unwrap();
        return;
    }
    let (_socket, address) = closed_port("127.0.0.1");
    let proxy = format!("http://{address}");
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", "proxies::proxies_of_the_environment_are_not_used"]).env(CHILD, "1");
    for name in ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"]
    {
        child.env(name, &proxy);
    }
    let output = child.env_remove("NO_PROXY").env_remove("no_proxy").output().unwrap();
    let printed = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && printed.contains("1 passed"), "{printed}");
}
