//! Names to addresses, with the guard between the answer and the connection.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;

use async_trait::async_trait;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use crate::guard::{Guard, LOCALHOST};

/// Finds the addresses of a host.
#[async_trait]
pub trait LookUp: Send + Sync {
    /// All addresses of `host`, a name in lower case.
    ///
    /// # Errors
    /// When the name is not known or nobody answers.
    async fn look_up(&self, host: &str) -> io::Result<Vec<IpAddr>>;
}

/// Asks as the machine is set up to: hosts file, then DNS.
#[derive(Debug, Clone, Copy)]
pub struct SystemLookUp;

#[async_trait]
impl LookUp for SystemLookUp {
    async fn look_up(&self, host: &str) -> io::Result<Vec<IpAddr>> {
        let found = tokio::net::lookup_host((host, 0)).await?;
        Ok(found.map(|address| address.ip()).collect())
    }
}

/// What the HTTP client asks when it connects. The client connects to the answer itself, so a
/// name that changes its mind in between has no in between.
pub(crate) struct GuardedLookUp {
    guard: Arc<Guard>,
    look_up: Arc<dyn LookUp>,
}

impl GuardedLookUp {
    pub(crate) fn new(guard: Arc<Guard>, look_up: Arc<dyn LookUp>) -> Self {
        Self { guard, look_up }
    }
}

impl Resolve for GuardedLookUp {
    fn resolve(&self, name: Name) -> Resolving {
        let (guard, look_up) = (self.guard.clone(), self.look_up.clone());
        Box::pin(async move {
            let found = match name.as_str() {
                LOCALHOST => vec![Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()],
                name => look_up.look_up(name).await?,
            };
            // One bad address spoils all: a host that mixes them has no good reason to.
            for ip in &found {
                guard.check_ip(Some(name.as_str()), *ip)?;
            }
            // The client puts the port in.
            let addresses = found.into_iter().map(|ip| SocketAddr::new(ip, 0));
            Ok(Box::new(addresses) as Addrs)
        })
    }
}
