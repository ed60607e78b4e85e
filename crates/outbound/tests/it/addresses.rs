//! Which texts of addresses are refused, and why, before anything is looked up.

use engine::ports::AddressRefusal::{self, BadHost, BadPort, HasUserInfo, NotAUrl, NotHttps};
use engine::ports::Outbound;

use crate::support::names::{Script, asking};
use crate::support::{failure_at, not_public, on_loopback, refused, strict};

fn refusal(range: &'static str) -> Option<AddressRefusal> {
    Some(not_public(range))
}

/// Addresses, and why they are refused; none when they may be called.
fn table() -> Vec<(&'static str, Option<AddressRefusal>)> {
    [plain(), ipv4_in_disguise(), ipv6(), hosts(), tricks(), ports()].concat()
}

fn plain() -> Vec<(&'static str, Option<AddressRefusal>)> {
    vec![
        ("https://hooks.example.com", None),
        ("https://hooks.example.com/a/b?c=d&e=%20#f", None),
        ("https://HOOKS.Example.COM/", None),
        ("https://hooks.example.com:443/", None),
        ("https://hooks.example.com:8443/", None),
        ("https://xn--bcher-kva.example/", None),
        ("https://a_b.example.com/", None),
        ("https://8.8.8.8/", None),
        ("https://[2606:4700::1111]/", None),
        ("http://hooks.example.com/", Some(NotHttps)),
        ("ftp://hooks.example.com/", Some(NotHttps)),
        ("file:///etc/passwd", Some(NotHttps)),
        ("gopher://hooks.example.com/", Some(NotHttps)),
        ("data:text/plain,x", Some(NotHttps)),
        ("", Some(NotAUrl)),
        ("hooks.example.com", Some(NotAUrl)),
        ("//hooks.example.com/", Some(NotAUrl)),
        ("https://", Some(NotAUrl)),
        ("https:///", Some(NotAUrl)),
    ]
}

fn ipv4_in_disguise() -> Vec<(&'static str, Option<AddressRefusal>)> {
    vec![
        ("https://127.0.0.1/", refusal("loopback")),
        ("https://127.1/", refusal("loopback")),
        ("https://0x7f.1/", refusal("loopback")),
        ("https://0x7f000001/", refusal("loopback")),
        ("https://0177.0.0.1/", refusal("loopback")),
        ("https://2130706433/", refusal("loopback")),
        ("https://127.0.0.1./", refusal("loopback")),
        ("https://%31%32%37.0.0.1/", refusal("loopback")),
        ("https://0/", refusal("unspecified")),
        ("https://0.0.0.0/", refusal("unspecified")),
        ("https://10.0.0.1/", refusal("private")),
        ("https://0xa9fea9fe/", refusal("cloud metadata")),
        ("https://169.254.169.254/latest/meta-data/", refusal("cloud metadata")),
        // Public, and still no way for people to write an address.
        ("https://134744072/", Some(BadHost)),
        ("https://8.8.2056/", Some(BadHost)),
        ("https://010.8.8.8/", Some(BadHost)),
        ("https://8.8.8.8./", Some(BadHost)),
        ("https://256.1.1.1/", Some(NotAUrl)),
        ("https://1.2.3.4.5/", Some(NotAUrl)),
    ]
}

fn ipv6() -> Vec<(&'static str, Option<AddressRefusal>)> {
    vec![
        ("https://[::1]/", refusal("loopback")),
        ("https://[::]/", refusal("unspecified")),
        ("https://[::ffff:127.0.0.1]/", refusal("loopback")),
        ("https://[::ffff:7f00:1]/", refusal("loopback")),
        ("https://[0:0:0:0:0:ffff:a9fe:a9fe]/", refusal("cloud metadata")),
        ("https://[::127.0.0.1]/", refusal("reserved")),
        ("https://[64:ff9b::a00:1]/", refusal("private")),
        ("https://[64:ff9b:1::a00:1]/", refusal("reserved")),
        ("https://[64:ff9b::808:808]/", None),
        ("https://[2002:7f00:1::]/", refusal("6to4")),
        ("https://[2001:0:7f00:1::]/", Some(not_public("protocol assignment"))),
        ("https://[fe80::1]/", refusal("link-local")),
        ("https://[fe80::1%25eth0]/", Some(NotAUrl)),
        ("https://[fd00:ec2::254]/", refusal("cloud metadata")),
        ("https://[fd12::1]/", refusal("private")),
        ("https://[ff02::1]/", refusal("multicast")),
        ("https://[2606:4700:0::1111]/", Some(BadHost)),
        ("https://2606:4700::1111/", Some(NotAUrl)),
    ]
}

fn hosts() -> Vec<(&'static str, Option<AddressRefusal>)> {
    vec![
        ("https://localhost/", refusal("loopback")),
        ("https://LOCALHOST/", refusal("loopback")),
        ("https://localhost./", Some(BadHost)),
        ("https://api.localhost/", Some(BadHost)),
        ("https://intranet/", Some(BadHost)),
        ("https://printer.local/", Some(BadHost)),
        ("https://metadata.google.internal/", Some(BadHost)),
        ("https://nas.home.arpa/", Some(BadHost)),
        ("https://hooks.example.com./", Some(BadHost)),
        ("https://.example.com/", Some(BadHost)),
        ("https://hooks..example.com/", Some(BadHost)),
        ("https://hooks*.example.com/", Some(BadHost)),
        ("https://hooks%2eexample.com/", Some(BadHost)),
    ]
}

fn tricks() -> Vec<(&'static str, Option<AddressRefusal>)> {
    vec![
        ("https://user@hooks.example.com/", Some(HasUserInfo)),
        ("https://user:word@hooks.example.com/", Some(HasUserInfo)),
        ("https://@hooks.example.com/", Some(HasUserInfo)),
        ("https://hooks.example.com@127.0.0.1/", Some(HasUserInfo)),
        ("https://127.0.0.1#@hooks.example.com/", refusal("loopback")),
        ("https://hooks.example.com/@127.0.0.1/", None),
        ("https://127.0.0.1\\@hooks.example.com/", Some(NotAUrl)),
        ("https:\\\\hooks.example.com/", Some(NotAUrl)),
        ("https:hooks.example.com", Some(NotAUrl)),
        ("https:/hooks.example.com", Some(NotAUrl)),
        ("https:////hooks.example.com", Some(BadHost)),
        (" https://hooks.example.com/", Some(NotAUrl)),
        ("https://hooks.example.com/\r\nwebhook-id: act_2", Some(NotAUrl)),
        ("https://hooks.exa\tmple.com/", Some(NotAUrl)),
        ("https://hooks.example.com/\0", Some(NotAUrl)),
        ("https://bücher.example/", Some(NotAUrl)),
        ("https://ⓛocalhost/", Some(NotAUrl)),
        ("https://①②⑦.0.0.1/", Some(NotAUrl)),
        ("https://hooks。example.com/", Some(NotAUrl)),
    ]
}

fn ports() -> Vec<(&'static str, Option<AddressRefusal>)> {
    vec![
        ("https://hooks.example.com:0/", Some(BadPort { port: 0 })),
        ("https://hooks.example.com:22/", Some(BadPort { port: 22 })),
        ("https://hooks.example.com:25/", Some(BadPort { port: 25 })),
        ("https://hooks.example.com:80/", Some(BadPort { port: 80 })),
        ("https://hooks.example.com:1023/", Some(BadPort { port: 1023 })),
        ("https://hooks.example.com:1024/", None),
        ("https://hooks.example.com:5432/", Some(BadPort { port: 5432 })),
        ("https://hooks.example.com:6379/", Some(BadPort { port: 6379 })),
        ("https://hooks.example.com:65535/", None),
        ("https://hooks.example.com:65536/", Some(NotAUrl)),
        ("https://hooks.example.com:8443:443/", Some(NotAUrl)),
    ]
}

#[test]
fn every_text_is_judged_as_the_table_says() {
    let outbound = strict();
    for (url, expected) in table() {
        assert_eq!(outbound.check_address(url).err(), expected, "{url}");
    }
}

#[tokio::test]
async fn an_address_that_is_refused_is_not_even_looked_up() {
    let script = Script::new(&[]);
    let outbound = asking(&script, "", None);
    for (url, expected) in table() {
        let Some(expected) = expected else { continue };
        assert_eq!(failure_at(&outbound, url).await, refused(expected), "{url}");
    }
    assert!(script.asked().is_empty(), "{:?}", script.asked());
}

#[test]
fn an_address_may_have_2048_characters() {
    let outbound = strict();
    let longest = format!("https://a.example/{}", "x".repeat(2048 - 18));
    assert_eq!(outbound.check_address(&longest), Ok(()));
    assert_eq!(outbound.check_address(&format!("{longest}x")), Err(NotAUrl));
}

#[test]
fn the_demo_may_call_this_machine_and_nothing_else_that_is_private() {
    let outbound = on_loopback();
    for (url, expected) in [
        ("http://127.0.0.1:4321/", None),
        ("http://127.8.9.10:4321/", None),
        ("http://[::1]:4321/", None),
        ("http://localhost:4321/", None),
        ("http://localhost/", None),
        ("https://localhost:4321/", None),
        ("http://127.1:4321/", Some(BadHost)),
        ("http://[::ffff:127.0.0.1]:4321/", Some(BadHost)),
        ("http://localhost.:4321/", Some(NotHttps)),
        ("http://me.localhost:4321/", Some(NotHttps)),
        ("http://hooks.example.com/", Some(NotHttps)),
        ("http://10.0.0.1/", Some(NotHttps)),
        ("http://0.0.0.0:4321/", Some(NotHttps)),
        ("https://10.0.0.1/", refusal("private")),
        ("https://0.0.0.0/", refusal("unspecified")),
        ("http://127.0.0.1:22/", Some(BadPort { port: 22 })),
        ("http://127.0.0.1:5432/", Some(BadPort { port: 5432 })),
    ] {
        assert_eq!(outbound.check_address(url).err(), expected, "{url}");
    }
}
