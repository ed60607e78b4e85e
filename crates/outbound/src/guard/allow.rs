//! The operator's exceptions.

use std::net::IpAddr;
use std::str::FromStr;

use ipnet::IpNet;

use super::address::is_name;
use super::ranges::{Range, carried, is_within_one};

/// Hosts and networks that may be called although they are not on the public Internet.
///
/// Its text form is a list of names, addresses and networks, separated by commas, such as
/// `hooks.corp, 10.20.0.0/16, fd12::5`. A name lets its host have private, loopback and
/// carrier-grade NAT addresses; any other kind, such as link-local, must be allowed by number,
/// and the addresses at which clouds hand out credentials each by its own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AllowList {
    hosts: Vec<String>,
    nets: Vec<IpNet>,
}

/// An entry is not understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AllowListError {
    /// Neither a name nor an address nor a network.
    #[error("`{0}` is neither a host name nor an IP address nor a network such as 10.20.0.0/16")]
    Unreadable(String),
    /// The network holds public addresses, or several kinds of others.
    #[error("`{0}` is not within one range of addresses that is refused otherwise")]
    TooWide(String),
}

impl AllowList {
    pub(super) fn has_host(&self, name: &str) -> bool {
        self.hosts.iter().any(|host| host == name)
    }

    /// Whether an entry of that range holds the address. A wider entry does not count, so the
    /// single addresses within a range stay refused.
    pub(super) fn covers(&self, ip: IpAddr, range: &Range) -> bool {
        self.nets.iter().any(|net| net.contains(&ip) && range.net.contains(net))
    }

    fn add(&mut self, entry: &str) -> Result<(), AllowListError> {
        let net = match entry.parse::<IpAddr>() {
            Ok(ip) => Some(IpNet::from(carried(ip))),
            Err(_) => entry.parse::<IpNet>().ok(),
        };
        match net {
            Some(net) if is_within_one(&net) => self.nets.push(net),
            Some(_) => return Err(AllowListError::TooWide(entry.to_owned())),
            None if is_name(&entry.to_ascii_lowercase()) => {
                self.hosts.push(entry.to_ascii_lowercase());
            }
            None => return Err(AllowListError::Unreadable(entry.to_owned())),
        }
        Ok(())
    }
}

impl FromStr for AllowList {
    type Err = AllowListError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut list = Self::default();
        for entry in text.split(',').map(str::trim).filter(|entry| !entry.is_empty()) {
            list.add(entry)?;
        }
        Ok(list)
    }
}
