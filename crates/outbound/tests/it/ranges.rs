//! Which IP addresses are on the public Internet.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use engine::ports::Outbound;
use outbound::HttpOutbound;
use proptest::prelude::*;

use crate::support::{not_public, strict};

fn is_callable(outbound: &HttpOutbound, ip: IpAddr) -> bool {
    let url = match ip {
        IpAddr::V4(ip) => format!("https://{ip}/"),
        IpAddr::V6(ip) => format!("https://[{ip}]/"),
    };
    outbound.check_address(&url).is_ok()
}

/// First and last address of each range of IANA's registry for special purposes that is not
/// globally reachable, and of multicast; with the addresses next to it that are public.
const V4_EDGES: [(&str, &str, Option<&str>, Option<&str>); 15] = [
    ("0.0.0.0", "0.255.255.255", None, Some("1.0.0.0")),
    ("10.0.0.0", "10.255.255.255", Some("9.255.255.255"), Some("11.0.0.0")),
    ("100.64.0.0", "100.127.255.255", Some("100.63.255.255"), Some("100.128.0.0")),
    ("127.0.0.0", "127.255.255.255", Some("126.255.255.255"), Some("128.0.0.0")),
    ("169.254.0.0", "169.254.255.255", Some("169.253.255.255"), Some("169.255.0.0")),
    ("172.16.0.0", "172.31.255.255", Some("172.15.255.255"), Some("172.32.0.0")),
    ("192.0.0.0", "192.0.0.255", Some("191.255.255.255"), Some("192.0.1.0")),
    ("192.0.2.0", "192.0.2.255", Some("192.0.1.255"), Some("192.0.3.0")),
    ("192.88.99.0", "192.88.99.255", Some("192.88.98.255"), Some("192.88.100.0")),
    ("192.168.0.0", "192.168.255.255", Some("192.167.255.255"), Some("192.169.0.0")),
    ("198.18.0.0", "198.19.255.255", Some("198.17.255.255"), Some("198.20.0.0")),
    ("198.51.100.0", "198.51.100.255", Some("198.51.99.255"), Some("198.51.101.0")),
    ("203.0.113.0", "203.0.113.255", Some("203.0.112.255"), Some("203.0.114.0")),
    ("224.0.0.0", "239.255.255.255", Some("223.255.255.255"), None),
    ("240.0.0.0", "255.255.255.255", None, None),
];

#[test]
fn ranges_end_where_the_registry_says() {
    let outbound = strict();
    for (first, last, before, after) in V4_EDGES {
        for inside in [first, last] {
            assert!(!is_callable(outbound, inside.parse().unwrap()), "{inside}");
        }
        for outside in [before, after].into_iter().flatten() {
            assert!(is_callable(outbound, outside.parse().unwrap()), "{outside}");
        }
    }
}

#[test]
fn ranges_of_ipv6_end_where_the_registry_says() {
    let outbound = strict();
    for (text, expected) in [
        ("1fff:ffff::1", false),
        ("2000::1", true),
        ("2000:ffff::1", true),
        ("2001::1", false),
        ("2001:1ff:ffff::1", false),
        ("2001:200::1", true),
        ("2001:db7:ffff::1", true),
        ("2001:db8::1", false),
        ("2001:db8:ffff::1", false),
        ("2001:db9::1", true),
        ("2001:ffff::1", true),
        ("2002::1", false),
        ("2002:808:808::1", false),
        ("2003::1", true),
        ("3ffe:ffff::1", true),
        ("3fff::1", false),
        ("3fff:fff:ffff::1", false),
        ("3fff:1000::1", true),
        ("4000::1", false),
        ("5f00::1", false),
        ("100::1", false),
        ("fbff::1", false),
        ("fc00::1", false),
        ("fdff::1", false),
        ("fe80::1", false),
        ("fec0::1", false),
        ("ff0e::1", false),
        ("::2", false),
        ("64:ff9b::1", false),
        ("64:ff9b::7f00:1", false),
        ("64:ff9b::100:0", true),
        ("64:ff9b:0:1::808:808", false),
    ] {
        assert_eq!(is_callable(outbound, text.parse().unwrap()), expected, "{text}");
    }
}

#[test]
fn addresses_at_which_clouds_hand_out_credentials_are_called_so() {
    let outbound = strict();
    for host in [
        "169.254.169.254",
        "100.100.100.200",
        "168.63.129.16",
        "192.0.0.192",
        "[fd00:ec2::254]",
        "[fd20:ce::254]",
    ] {
        let found = outbound.check_address(&format!("https://{host}/"));
        assert_eq!(found, Err(not_public("cloud metadata")), "{host}");
    }
}

/// What the standard library knows of.
fn std_says_not_public(ip: Ipv4Addr) -> bool {
    ip.is_private()
        || ip.is_loopback()
        || ip.is_link_local()
        || ip.is_multicast()
        || ip.is_broadcast()
        || ip.is_documentation()
        || ip.is_unspecified()
}

/// IPv4 addresses, half of them near the ranges.
fn ipv4() -> impl Strategy<Value = Ipv4Addr> {
    let first = prop::sample::select(vec![0u8, 10, 100, 127, 169, 172, 192, 198, 203, 224, 255]);
    let near = (first, any::<[u8; 3]>()).prop_map(|(a, [b, c, d])| Ipv4Addr::new(a, b, c, d));
    prop_oneof![any::<Ipv4Addr>(), near]
}

proptest! {
    #[test]
    fn what_the_standard_library_calls_private_is_refused(ip in ipv4()) {
        let outbound = strict();
        prop_assert!(!(std_says_not_public(ip) && is_callable(outbound, ip.into())));
    }

    #[test]
    fn no_spelling_of_an_ipv4_address_in_ipv6_is_more_than_the_address(ip in ipv4()) {
        let outbound = strict();
        let [a, b, c, d] = ip.octets();
        let (high, low) = (u16::from_be_bytes([a, b]), u16::from_be_bytes([c, d]));
        let nat64 = Ipv6Addr::new(0x64, 0xff9b, 0, 0, 0, 0, high, low);
        let others = [
            ip.to_ipv6_compatible(),
            Ipv6Addr::new(0x2002, high, low, 0, 0, 0, 0, 1),
            Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, !high, !low),
        ];
        prop_assert_eq!(is_callable(outbound, nat64.into()), is_callable(outbound, ip.into()));
        for other in others {
            prop_assert!(!is_callable(outbound, other.into()), "{other}");
        }
        let mapped = outbound.check_address(&format!("https://[{}]/", ip.to_ipv6_mapped()));
        let plain = outbound.check_address(&format!("https://{ip}/"));
        prop_assert!(mapped.is_err() && (plain.is_ok() || mapped == plain));
    }

    #[test]
    fn only_global_unicast_addresses_of_ipv6_are_called(ip in any::<Ipv6Addr>()) {
        let outbound = strict();
        let is_global_unicast = ip.octets()[0] >> 5 == 1;
        prop_assert!(is_global_unicast || !is_callable(outbound, ip.into()));
    }

    #[test]
    fn no_text_makes_the_guard_panic(text in "(https?:[/\\\\]{0,3})?[ -~é\\[\\]:@.0-9a-fx%]{0,40}") {
        let _ = strict().check_address(&text);
    }
}
