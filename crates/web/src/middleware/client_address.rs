//! Who is calling, seen through the proxies the operator trusts.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;

use crate::app::App;

/// Address of the client.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ClientAddress(pub(crate) IpAddr);

impl FromRequestParts<Arc<App>> for ClientAddress {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(
        parts: &mut Parts,
        app: &Arc<App>,
    ) -> Result<Self, Self::Rejection> {
        let peer = parts
            .extensions
            .get::<ConnectInfo<SocketAddr>>()
            .map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |info| info.0.ip().to_canonical());
        let trusted = &app.options.trusted_proxies;
        if !trusted.contains(&peer) {
            return Ok(Self(peer));
        }
        let hops = parts.headers.get_all("x-forwarded-for");
        let hops: Vec<&str> = hops
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .collect();
        let mut client = peer;
        // From the nearest hop on, as far as each was named by a proxy we trust. What stands
        // before the first stranger was written by that stranger.
        for hop in hops.into_iter().rev() {
            let Some(address) = address_of(hop.trim()) else { break };
            client = address;
            if !trusted.contains(&client) {
                break;
            }
        }
        Ok(Self(client))
    }
}

/// An address as proxies write it, some of them with a port.
fn address_of(hop: &str) -> Option<IpAddr> {
    let address = hop.parse().ok().or_else(|| hop.parse().ok().map(|at: SocketAddr| at.ip()));
    address.map(|address: IpAddr| address.to_canonical())
}
