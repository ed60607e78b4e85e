//! The adapter itself.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use engine::ports::{
    AddressRefusal, CallRefusal, Outbound, OutboundAnswer, OutboundCall, OutboundError,
};
use reqwest::Certificate;
use reqwest::redirect::Policy;
use tokio::time::Instant;

use crate::exchange::exchange;
use crate::failure::unclear;
use crate::guard::Guard;
use crate::look_up::GuardedLookUp;
use crate::options::OutboundOptions;
use crate::signature;

/// Signed HTTP calls behind the engine's port.
pub struct HttpOutbound {
    http: reqwest::Client,
    guard: Arc<Guard>,
}

/// Why the adapter cannot be set up.
#[derive(Debug, thiserror::Error)]
pub enum SetupError {
    /// The process has not chosen a TLS implementation.
    #[error("no TLS provider is installed: install one before the outbound adapter is made")]
    NoTlsProvider,
    /// The extra certificates hold none.
    #[error("the extra certificates hold none: they must be in PEM")]
    NoCertificate,
    /// The HTTP client refuses its settings, finds no certificates, or cannot read the extra ones.
    #[error("the HTTP client cannot be made")]
    HttpClient(#[from] reqwest::Error),
}

impl HttpOutbound {
    /// Sets up the HTTP client; sends nothing.
    ///
    /// # Errors
    /// [`SetupError`] when TLS is not set up in this process, or a certificate cannot be read.
    pub fn new(options: OutboundOptions) -> Result<Self, SetupError> {
        // The HTTP client would panic.
        if rustls::crypto::CryptoProvider::get_default().is_none() {
            return Err(SetupError::NoTlsProvider);
        }
        let guard = Arc::new(Guard::new(options.allow, options.allow_loopback));
        let mut builder = reqwest::Client::builder()
            .user_agent(concat!("Renumerate/", env!("CARGO_PKG_VERSION")))
            .connect_timeout(options.connect_timeout)
            .dns_resolver(GuardedLookUp::new(guard.clone(), options.look_up))
            // A redirect leads where nobody looked.
            .redirect(Policy::none())
            // A proxy would look the host up itself.
            .no_proxy()
            // Each call is looked up and checked anew; calls are too rare to keep connections for.
            .pool_max_idle_per_host(0);
        if let Some(pem) = options.extra_roots_pem {
            let roots = Certificate::from_pem_bundle(pem.as_bytes())?;
            if roots.is_empty() {
                return Err(SetupError::NoCertificate);
            }
            builder = builder.tls_certs_merge(roots);
        }
        Ok(Self { http: builder.build()?, guard })
    }

    async fn attempt(&self, call: &OutboundCall) -> Result<OutboundAnswer, OutboundError> {
        let refused = |why: CallRefusal| OutboundError::Refused { why };
        let url = self.guard.check_url(&call.url).map_err(|why| refused(why.into()))?;
        let headers = signature::headers(call).map_err(refused)?;
        let exchange = exchange(&self.http, url, headers, call);
        match tokio::time::timeout(call.timeout, exchange).await {
            Ok(result) => result,
            Err(_) => Err(unclear("no whole answer in time")),
        }
    }
}

impl fmt::Debug for HttpOutbound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpOutbound").field("guard", &self.guard).finish_non_exhaustive()
    }
}

#[async_trait]
impl Outbound for HttpOutbound {
    async fn call(&self, call: &OutboundCall) -> Result<OutboundAnswer, OutboundError> {
        let began = Instant::now();
        let result = self.attempt(call).await;
        record(call, &result, began.elapsed());
        result
    }

    fn check_address(&self, url: &str) -> Result<(), AddressRefusal> {
        self.guard.check_url(url).map(drop)
    }
}

/// One line and two metrics a call; never the address, the body or the answer.
fn record(call: &OutboundCall, result: &Result<OutboundAnswer, OutboundError>, duration: Duration) {
    let outcome = match result {
        Ok(_) => "answered",
        Err(OutboundError::Refused { .. }) => "refused",
        Err(OutboundError::Unclear { .. }) => "unclear",
        Err(OutboundError::Rejected { .. }) => "rejected",
    };
    metrics::counter!("outbound_calls_total", "outcome" => outcome).increment(1);
    metrics::histogram!("outbound_call_duration_seconds", "outcome" => outcome)
        .record(duration.as_secs_f64());
    let duration_ms = u64::try_from(duration.as_millis()).unwrap_or(u64::MAX);
    let id = call.id.as_str();
    match result {
        Ok(answer) => tracing::debug!(
            outbound.id = id,
            http.status = answer.status,
            duration_ms,
            "A signed call was answered."
        ),
        Err(OutboundError::Refused { why }) => {
            tracing::warn!(outbound.id = id, error = %why, "A signed call was refused.");
        }
        Err(error) => tracing::debug!(
            outbound.id = id,
            outbound.outcome = outcome,
            duration_ms,
            error = %error,
            "A signed call brought no answer of success."
        ),
    }
}
