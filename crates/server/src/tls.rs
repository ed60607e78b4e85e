//! Certificates: given as files, or made at start for localhost.

use axum_server::tls_rustls::RustlsConfig;

use crate::cli::{ListenArgs, Tls};
use crate::commands::Failure;
use crate::settings::SettingsError;

/// The TLS setting of the listener; none for plain HTTP.
pub(crate) async fn config(args: &ListenArgs) -> Result<Option<RustlsConfig>, Failure> {
    if let (Some(cert), Some(key)) = (&args.tls_cert, &args.tls_key) {
        let loaded = RustlsConfig::from_pem_file(cert, key).await;
        let loaded = loaded.map_err(|error| {
            SettingsError::new(format!("the certificate or its key cannot be read: {error}"))
        })?;
        return Ok(Some(loaded));
    }
    match args.tls {
        None => Ok(None),
        Some(Tls::SelfSigned) => Ok(Some(self_signed().await?)),
    }
}

async fn self_signed() -> Result<RustlsConfig, Failure> {
    Identity::make()?.config().await
}

/// A certificate for this machine's own names, and its key.
pub(crate) struct Identity {
    /// The certificate, PEM.
    pub(crate) certificate: String,
    key: String,
}

impl Identity {
    pub(crate) fn make() -> Result<Self, Failure> {
        let names = vec!["localhost".to_owned(), "127.0.0.1".to_owned()];
        let made = rcgen::generate_simple_self_signed(names).map_err(|error| {
            SettingsError::new(format!("no certificate could be made: {error}"))
        })?;
        Ok(Self { certificate: made.cert.pem(), key: made.signing_key.serialize_pem() })
    }

    pub(crate) async fn config(self) -> Result<RustlsConfig, Failure> {
        Ok(RustlsConfig::from_pem(self.certificate.into_bytes(), self.key.into_bytes()).await?)
    }
}
