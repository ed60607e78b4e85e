//! What the adapter can be told.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::guard::AllowList;
use crate::look_up::{LookUp, SystemLookUp};

/// Limits and exceptions of the adapter.
#[derive(Clone)]
pub struct OutboundOptions {
    /// Hosts and networks that may be called although they are private.
    pub allow: AllowList,
    /// Lets `localhost` and loopback addresses be called, without TLS too. For the demo and for
    /// tests: on a server every neighbor on the machine would be in reach.
    pub allow_loopback: bool,
    /// Certificates in PEM that are trusted besides the system's, for allowed hosts whose
    /// certificates are the operator's own.
    pub extra_roots_pem: Option<String>,
    /// Longest time to look a host up, connect and agree on TLS.
    pub connect_timeout: Duration,
    /// Names to addresses.
    pub look_up: Arc<dyn LookUp>,
}

impl Default for OutboundOptions {
    /// Nothing private, the system's names and certificates, 5 s to connect.
    fn default() -> Self {
        Self {
            allow: AllowList::default(),
            allow_loopback: false,
            extra_roots_pem: None,
            connect_timeout: Duration::from_secs(5),
            look_up: Arc::new(SystemLookUp),
        }
    }
}

impl fmt::Debug for OutboundOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OutboundOptions")
            .field("allow", &self.allow)
            .field("allow_loopback", &self.allow_loopback)
            .field("connect_timeout", &self.connect_timeout)
            .finish_non_exhaustive()
    }
}
