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
            .map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |info| info.0.ip());
        let trusted = &app.options.trusted_proxies;
        if !trusted.contains(&peer) {
            return Ok(Self(peer));
        }
        let hops = parts.headers.get_all("x-forwarded-for");
        let mut hops: Vec<IpAddr> = hops
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .filter_map(|hop| hop.trim().parse().ok())
            .collect();
        while hops.len() > 1 && hops.last().is_some_and(|hop| trusted.contains(hop)) {
            hops.pop();
        }
        Ok(Self(hops.pop().unwrap_or(peer)))
    }
}
