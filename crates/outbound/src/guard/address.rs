//! The text of an address. It is read twice, by the URL parser and plainly: where the two
//! disagree on the host, so might two programs, and the address is refused.

use std::net::IpAddr;

use engine::ports::AddressRefusal;
use url::Url;

use super::LOCALHOST;

/// Longest address, in characters.
const MAX_LENGTH: usize = 2048;

/// Ends of names that networks of houses and clouds use, and that no public DNS answers.
const HOUSE_SUFFIXES: [&str; 5] = [".localhost", ".local", ".internal", ".home.arpa", ".onion"];

/// Where a call goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Host {
    /// In lower case.
    Name(String),
    Ip(IpAddr),
}

impl Host {
    /// Means this machine without anyone being asked.
    pub(super) fn is_loopback(&self) -> bool {
        match self {
            Self::Name(name) => name == LOCALHOST,
            Self::Ip(ip) => ip.to_canonical().is_loopback(),
        }
    }
}

/// An address whose form is right; whether it may be called is another question.
#[derive(Debug)]
pub(super) struct Address {
    pub(super) url: Url,
    pub(super) host: Host,
    /// The host stands in the text as the URL parser reads it.
    pub(super) is_usual_spelling: bool,
}

impl Address {
    pub(super) fn parse(text: &str) -> Result<Self, AddressRefusal> {
        let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
        if !is_plain || text.len() > MAX_LENGTH {
            return Err(AddressRefusal::NotAUrl);
        }
        let url = Url::parse(text).map_err(|_| AddressRefusal::NotAUrl)?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(AddressRefusal::NotHttps);
        }
        // The parser also takes one slash, or three, for two.
        let rest = &text[url.scheme().len()..];
        let rest = rest.strip_prefix("://").ok_or(AddressRefusal::NotAUrl)?;
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        if authority.contains('@') || !url.username().is_empty() || url.password().is_some() {
            return Err(AddressRefusal::HasUserInfo);
        }
        let host = match url.host() {
            Some(url::Host::Domain(name)) => Host::Name(name.to_owned()),
            Some(url::Host::Ipv4(ip)) => Host::Ip(ip.into()),
            Some(url::Host::Ipv6(ip)) => Host::Ip(ip.into()),
            None => return Err(AddressRefusal::NotAUrl),
        };
        let is_usual_spelling =
            url.host_str().is_some_and(|read| written_host(authority).eq_ignore_ascii_case(read));
        Ok(Self { url, host, is_usual_spelling })
    }

    /// Whether the host is a name that the public DNS could know.
    pub(super) fn has_public_name(&self) -> bool {
        let Host::Name(name) = &self.host else { return false };
        let is_of_house = HOUSE_SUFFIXES.iter().any(|suffix| name.ends_with(suffix));
        name.contains('.') && is_name(name) && !is_of_house
    }
}

/// The host of an authority without user information, as it stands there.
fn written_host(authority: &str) -> &str {
    match (authority.rfind(']'), authority.rfind(':')) {
        (Some(end), _) => &authority[..=end],
        (None, Some(colon)) => &authority[..colon],
        (None, None) => authority,
    }
}

/// Whether a text is a host name in lower case: labels of letters, digits, `-` and `_`, and no
/// dot at the end. International names have their ASCII form.
pub(super) fn is_name(text: &str) -> bool {
    let is_label = |label: &str| {
        let is_of_set = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_');
        (1..=63).contains(&label.len()) && label.bytes().all(is_of_set)
    };
    text.len() <= 253 && text.split('.').all(is_label)
}
