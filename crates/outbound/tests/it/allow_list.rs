//! The operator's exceptions.

use engine::ports::Outbound;
use outbound::{AllowList, AllowListError};

use crate::support::names::{Script, asking};
use crate::support::raw::closed_port;
use crate::support::{allowing, failure_at, not_public, refused, unclear};

#[test]
fn an_entry_lifts_its_own_refusal_and_no_other() {
    let list = "receiver, hooks.corp ,10.20.0.0/16,192.168.1.5, fd12::/16,::1";
    let outbound = allowing(list);
    for (url, is_allowed) in [
        ("https://10.20.30.40/", true),
        ("https://[::ffff:a14:1e28]/", true),
        ("https://[64:ff9b::a14:1e28]/", true),
        ("https://10.21.0.0/", false),
        ("https://192.168.1.5/", true),
        ("https://192.168.1.6/", false),
        ("https://[fd12::9]/", true),
        ("https://[fd13::9]/", false),
        ("https://[::1]/", true),
        ("https://127.0.0.1/", false),
        ("https://receiver/", true),
        ("https://RECEIVER:8443/", true),
        ("https://hooks.corp/", true),
        ("https://other/", false),
        ("https://hooks.corp.internal/", false),
        ("http://receiver/", false),
        ("http://10.20.30.40/", false),
        ("https://receiver:22/", false),
        ("https://me@receiver/", false),
    ] {
        assert_eq!(outbound.check_address(url).is_ok(), is_allowed, "{url}");
    }
}

#[test]
fn localhost_can_be_an_entry_and_stays_behind_tls() {
    let outbound = allowing("localhost");
    assert_eq!(outbound.check_address("https://localhost:8443/"), Ok(()));
    for url in ["http://localhost:8443/", "https://127.0.0.1:8443/", "https://me.localhost/"] {
        assert!(outbound.check_address(url).is_err(), "{url}");
    }
}

#[test]
fn credentials_of_the_cloud_need_an_entry_of_their_own() {
    let wide = allowing("169.254.0.0/16, 100.64.0.0/10, fd00::/8");
    for (host, range) in [
        ("169.254.169.254", Some("cloud metadata")),
        ("100.100.100.200", Some("cloud metadata")),
        ("[fd00:ec2::254]", Some("cloud metadata")),
        ("169.254.169.253", None),
        ("100.100.100.201", None),
        ("[fd00:ec2::253]", None),
    ] {
        let found = wide.check_address(&format!("https://{host}/"));
        assert_eq!(found.err(), range.map(not_public), "{host}");
    }
    let narrow = allowing("169.254.169.254");
    assert_eq!(narrow.check_address("https://169.254.169.254/"), Ok(()));
}

#[test]
fn an_entry_that_means_too_much_or_nothing_is_an_error() {
    use AllowListError::{TooWide, Unreadable};
    for entry in ["0.0.0.0/0", "::/0", "10.0.0.0/7", "172.16.0.0/11", "fc00::/6", "8.8.8.8"] {
        assert_eq!(entry.parse::<AllowList>(), Err(TooWide(entry.to_owned())));
    }
    for entry in
        ["https://receiver", "receiver:8443", "10.0.0.0/33", "a b", "*.corp", "bücher", "x."]
    {
        let list = format!("hooks.corp,{entry}");
        assert_eq!(list.parse::<AllowList>(), Err(Unreadable(entry.to_owned())));
    }
    for empty in ["", " ", ",", " , "] {
        assert_eq!(empty.parse(), Ok(AllowList::default()));
    }
}

/// A refusal means that the address was not connected to; with an exception the connection is
/// tried, and fails, as nobody listens there.
#[tokio::test]
async fn a_name_of_the_list_may_live_in_the_house_but_not_just_anywhere() {
    let (_socket, closed) = closed_port("127.0.0.3");
    let url = format!("https://receiver:{}/", closed.port());
    for (address, expected) in [
        ("127.0.0.3", unclear("no connection: connection refused", false)),
        ("169.254.1.1", refused(not_public("link-local"))),
        ("169.254.169.254", refused(not_public("cloud metadata"))),
        ("0.0.0.0", refused(not_public("unspecified"))),
        ("224.0.0.1", refused(not_public("multicast"))),
    ] {
        let script = Script::new(&[&[address]]);
        let outbound = asking(&script, "receiver", None);
        assert_eq!(failure_at(&outbound, &url).await, expected, "{address}");
        assert_eq!(script.asked(), ["receiver"]);
    }
}
