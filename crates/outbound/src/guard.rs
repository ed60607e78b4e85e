//! Which addresses may be called.

mod address;
mod allow;
mod ports;
mod ranges;

use std::net::IpAddr;

use engine::ports::AddressRefusal;
use url::Url;

use address::{Address, Host};
pub use allow::{AllowList, AllowListError};

/// The name that always means this machine, whatever the DNS says.
pub(crate) const LOCALHOST: &str = "localhost";

/// The rules and the operator's exceptions.
#[derive(Debug, Clone)]
pub(crate) struct Guard {
    allow: AllowList,
    allow_loopback: bool,
}

impl Guard {
    pub(crate) fn new(allow: AllowList, allow_loopback: bool) -> Self {
        Self { allow, allow_loopback }
    }

    /// Checks all that can be known without looking the host up.
    pub(crate) fn check_url(&self, text: &str) -> Result<Url, AddressRefusal> {
        let address = Address::parse(text)?;
        let is_http = address.url.scheme() == "http";
        if is_http && !(self.allow_loopback && address.host.is_loopback()) {
            return Err(AddressRefusal::NotHttps);
        }
        self.check_host(&address)?;
        if let Some(port) = address.url.port().filter(|port| ports::is_refused(*port)) {
            return Err(AddressRefusal::BadPort { port });
        }
        Ok(address.url)
    }

    fn check_host(&self, address: &Address) -> Result<(), AddressRefusal> {
        match &address.host {
            Host::Ip(ip) => self.check_ip(None, *ip)?,
            Host::Name(name) if name == LOCALHOST => {
                if !self.allow_loopback && !self.allow.has_host(name) {
                    return Err(AddressRefusal::NotPublic { range: "loopback" });
                }
            }
            Host::Name(name) if self.allow.has_host(name) => {}
            Host::Name(_) if address.has_public_name() => {}
            Host::Name(_) => return Err(AddressRefusal::BadHost),
        }
        // Last, so that a private address in odd clothes is called what it is.
        if address.is_usual_spelling { Ok(()) } else { Err(AddressRefusal::BadHost) }
    }

    /// Checks one address of a host; `name` is none when the address was given itself.
    pub(crate) fn check_ip(&self, name: Option<&str>, ip: IpAddr) -> Result<(), AddressRefusal> {
        let ip = ranges::carried(ip);
        let Some(range) = ranges::find(ip) else { return Ok(()) };
        let is_this_machine = name.is_none_or(|name| name == LOCALHOST);
        let is_allowed = self.allow.covers(ip, range)
            || (range.is_house() && name.is_some_and(|name| self.allow.has_host(name)))
            || (range.is_loopback() && is_this_machine && self.allow_loopback);
        if is_allowed { Ok(()) } else { Err(AddressRefusal::NotPublic { range: range.name }) }
    }
}
