//! Ranges of IP addresses that are not on the public Internet, after the special-purpose
//! registries of IANA, and the addresses at which clouds hand out credentials.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ipnet::{IpNet, Ipv4Net, Ipv6Net};

/// One range.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Range {
    pub(super) net: IpNet,
    /// Kind of address, for people.
    pub(super) name: &'static str,
}

const LOOPBACK: &str = "loopback";
const PRIVATE: &str = "private";
const SHARED: &str = "carrier-grade NAT";
const METADATA: &str = "cloud metadata";
const LINK_LOCAL: &str = "link-local";
const DOCUMENTATION: &str = "documentation";
const MULTICAST: &str = "multicast";
const UNSPECIFIED: &str = "unspecified";
const PROTOCOL: &str = "protocol assignment";
const RESERVED: &str = "reserved";

impl Range {
    /// May hold servers of the operator's own: naming a host lets it be here.
    pub(super) fn is_house(&self) -> bool {
        [LOOPBACK, PRIVATE, SHARED].contains(&self.name)
    }

    pub(super) fn is_loopback(&self) -> bool {
        self.name == LOOPBACK
    }
}

const fn v4(a: u8, b: u8, c: u8, d: u8, prefix: u8, name: &'static str) -> Range {
    Range { net: IpNet::V4(Ipv4Net::new_assert(Ipv4Addr::new(a, b, c, d), prefix)), name }
}

const fn v6(bits: u128, prefix: u8, name: &'static str) -> Range {
    Range { net: IpNet::V6(Ipv6Net::new_assert(Ipv6Addr::from_bits(bits), prefix)), name }
}

/// The first that holds an address counts, so single addresses stand before their ranges.
static RANGES: [Range; 36] = [
    v4(100, 100, 100, 200, 32, METADATA),
    v4(168, 63, 129, 16, 32, METADATA),
    v4(169, 254, 169, 254, 32, METADATA),
    v4(192, 0, 0, 192, 32, METADATA),
    v4(255, 255, 255, 255, 32, "broadcast"),
    v4(0, 0, 0, 0, 8, UNSPECIFIED),
    v4(10, 0, 0, 0, 8, PRIVATE),
    v4(100, 64, 0, 0, 10, SHARED),
    v4(127, 0, 0, 0, 8, LOOPBACK),
    v4(169, 254, 0, 0, 16, LINK_LOCAL),
    v4(172, 16, 0, 0, 12, PRIVATE),
    v4(192, 0, 0, 0, 24, PROTOCOL),
    v4(192, 0, 2, 0, 24, DOCUMENTATION),
    v4(192, 88, 99, 0, 24, "6to4"),
    v4(192, 168, 0, 0, 16, PRIVATE),
    v4(198, 18, 0, 0, 15, "benchmarking"),
    v4(198, 51, 100, 0, 24, DOCUMENTATION),
    v4(203, 0, 113, 0, 24, DOCUMENTATION),
    v4(224, 0, 0, 0, 4, MULTICAST),
    v4(240, 0, 0, 0, 4, RESERVED),
    v6(0xfd00_0ec2_0000_0000_0000_0000_0000_0254, 128, METADATA),
    v6(0xfd20_00ce_0000_0000_0000_0000_0000_0254, 128, METADATA),
    v6(0, 128, UNSPECIFIED),
    v6(1, 128, LOOPBACK),
    v6(0x2001 << 112, 23, PROTOCOL),
    v6(0x2001_0db8 << 96, 32, DOCUMENTATION),
    v6(0x2002 << 112, 16, "6to4"),
    v6(0x3fff << 112, 20, DOCUMENTATION),
    v6(0xfc00 << 112, 7, PRIVATE),
    v6(0xfe80 << 112, 10, LINK_LOCAL),
    v6(0xfec0 << 112, 10, "site-local"),
    v6(0xff00 << 112, 8, MULTICAST),
    // Of all IPv6 only 2000::/3 has been handed out; these four are the rest.
    v6(0, 3, RESERVED),
    v6(0x4000 << 112, 2, RESERVED),
    v6(0x8000 << 112, 2, RESERVED),
    v6(0xc000 << 112, 2, RESERVED),
];

/// `64:ff9b::/96`, behind which a translator reaches the IPv4 address in the last 32 bits.
const NAT64: Ipv6Net = Ipv6Net::new_assert(Ipv6Addr::from_bits(0x0064_ff9b << 96), 96);

/// The IPv4 address that an IPv6 address leads to, when it is only another spelling of one.
pub(super) fn carried(ip: IpAddr) -> IpAddr {
    match ip {
        IpAddr::V6(v6) if NAT64.contains(&v6) => {
            let [.., a, b, c, d] = v6.octets();
            IpAddr::V4(Ipv4Addr::new(a, b, c, d))
        }
        ip => ip.to_canonical(),
    }
}

/// The range an address is in; none when it is on the public Internet.
pub(super) fn find(ip: IpAddr) -> Option<&'static Range> {
    RANGES.iter().find(|range| range.net.contains(&ip))
}

/// Whether all addresses of a network are of one kind, single addresses within it apart.
pub(super) fn is_within_one(net: &IpNet) -> bool {
    find(net.network()).is_some_and(|range| range.net.contains(net))
}
