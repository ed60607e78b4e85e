//! Settings: flags, then environment, then a TOML file, then defaults.

use std::net::{IpAddr, SocketAddr};
use std::path::Path;

use outbound::AllowList;
use secrecy::SecretString;
use serde::Deserialize;
use web::RateLimits;

use crate::cli::{DatabaseArgs, ServeArgs};

/// Where to listen when nothing else is said.
pub(crate) const DEFAULT_LISTEN: &str = "127.0.0.1:4321";
/// Database when nothing else is said.
const DEFAULT_DATABASE_URL: &str = "sqlite:renumerate.db";
/// Stripe's own API.
const DEFAULT_STRIPE_API_BASE: &str = "https://api.stripe.com";

/// A setting is wrong; the text says which and what to do.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct SettingsError(String);

impl SettingsError {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

/// The settings file. Every field may be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct SettingsFile {
    listen: Option<SocketAddr>,
    database_url: Option<String>,
    public_url: Option<String>,
    stripe_api_base: Option<String>,
    outbound_allow: Option<String>,
    host_retention: Option<String>,
    trusted_proxies: Vec<IpAddr>,
    rate_limits: RateLimitsFile,
}

/// Section `[rate_limits]`, requests a second.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct RateLimitsFile {
    per_key: Option<u32>,
    per_address: Option<u32>,
    per_address_cancel: Option<u32>,
}

/// What every command that opens the database needs.
#[derive(Debug, Clone)]
pub(crate) struct CoreSettings {
    pub(crate) database_url: String,
    pub(crate) public_url: Option<String>,
    pub(crate) stripe_api_base: String,
    /// Private hosts and networks that custom offers may call.
    pub(crate) outbound_allow: AllowList,
}

/// What `serve` needs besides.
#[derive(Debug, Clone)]
pub(crate) struct ServeSettings {
    pub(crate) core: CoreSettings,
    pub(crate) listen: SocketAddr,
    pub(crate) host_retention: Option<String>,
    pub(crate) trusted_proxies: Vec<IpAddr>,
    pub(crate) rate_limits: RateLimits,
    pub(crate) metrics_token: Option<SecretString>,
    pub(crate) admin_listen: Option<SocketAddr>,
}

fn env(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

fn read_file(path: Option<&Path>) -> Result<SettingsFile, SettingsError> {
    let Some(path) = path else { return Ok(SettingsFile::default()) };
    let text = std::fs::read_to_string(path)
        .map_err(|error| SettingsError(format!("cannot read {}: {error}", path.display())))?;
    toml::from_str(&text).map_err(|error| SettingsError(format!("{}: {error}", path.display())))
}

fn core(args: &DatabaseArgs, file: &SettingsFile) -> Result<CoreSettings, SettingsError> {
    let allowed = env("RENUMERATE_OUTBOUND_ALLOW").or_else(|| file.outbound_allow.clone());
    let outbound_allow = allowed
        .unwrap_or_default()
        .parse()
        .map_err(|error| SettingsError(format!("RENUMERATE_OUTBOUND_ALLOW: {error}")))?;
    Ok(CoreSettings {
        outbound_allow,
        database_url: args
            .database_url
            .clone()
            .or_else(|| file.database_url.clone())
            .unwrap_or_else(|| DEFAULT_DATABASE_URL.to_owned()),
        public_url: env("RENUMERATE_PUBLIC_URL").or_else(|| file.public_url.clone()),
        stripe_api_base: env("RENUMERATE_STRIPE_API_BASE")
            .or_else(|| file.stripe_api_base.clone())
            .unwrap_or_else(|| DEFAULT_STRIPE_API_BASE.to_owned()),
    })
}

impl CoreSettings {
    /// Reads the settings of a command.
    pub(crate) fn read(args: &DatabaseArgs) -> Result<Self, SettingsError> {
        core(args, &read_file(args.config.as_deref())?)
    }
}

impl ServeSettings {
    /// Reads the settings of `serve`.
    pub(crate) fn read(args: &ServeArgs) -> Result<Self, SettingsError> {
        let file = read_file(args.database.config.as_deref())?;
        let mut core = core(&args.database, &file)?;
        if let Some(url) = &args.public_url {
            core.public_url = Some(url.clone());
        }
        let default = RateLimits::default();
        Ok(Self {
            listen: match args.listen.listen.or(file.listen) {
                Some(listen) => listen,
                None => default_listen()?,
            },
            host_retention: env("RENUMERATE_HOST_RETENTION").or(file.host_retention),
            trusted_proxies: match env("RENUMERATE_TRUSTED_PROXIES") {
                Some(text) => addresses(&text)?,
                None => file.trusted_proxies,
            },
            rate_limits: RateLimits {
                per_key: file.rate_limits.per_key.unwrap_or(default.per_key),
                per_address: file.rate_limits.per_address.unwrap_or(default.per_address),
                per_address_cancel: file
                    .rate_limits
                    .per_address_cancel
                    .unwrap_or(default.per_address_cancel),
            },
            metrics_token: env("RENUMERATE_METRICS_TOKEN").map(SecretString::from),
            admin_listen: env("RENUMERATE_ADMIN_LISTEN")
                .map(|text| {
                    text.parse().map_err(|_| {
                        SettingsError::new(
                            "RENUMERATE_ADMIN_LISTEN must be an address such as 127.0.0.1:4399",
                        )
                    })
                })
                .transpose()?,
            core,
        })
    }
}

/// The default address.
pub(crate) fn default_listen() -> Result<SocketAddr, SettingsError> {
    DEFAULT_LISTEN.parse().map_err(|_| SettingsError::new("the default address is not an address"))
}

fn addresses(text: &str) -> Result<Vec<IpAddr>, SettingsError> {
    text.split(',')
        .map(|part| {
            part.trim().parse().map_err(|_| {
                SettingsError(format!(
                    "RENUMERATE_TRUSTED_PROXIES holds `{part}`, which is not an IP address"
                ))
            })
        })
        .collect()
}

/// The master key, from the environment or a file the environment names.
pub(crate) fn master_key() -> Result<SecretString, SettingsError> {
    if let Some(path) = env("RENUMERATE_MASTER_KEY_FILE") {
        let text = std::fs::read_to_string(&path).map_err(|error| {
            SettingsError(format!("RENUMERATE_MASTER_KEY_FILE: {path}: {error}"))
        })?;
        return Ok(SecretString::from(text.trim().to_owned()));
    }
    env("RENUMERATE_MASTER_KEY").map(SecretString::from).ok_or_else(|| {
        SettingsError::new(
            "there is no master key. Make one with `renumerate keygen`, keep it safe, and set \
             RENUMERATE_MASTER_KEY (or RENUMERATE_MASTER_KEY_FILE) to it",
        )
    })
}

/// An origin without path: what customers' browsers see.
pub(crate) fn checked_origin(url: &str) -> Result<String, SettingsError> {
    let url = url.trim_end_matches('/');
    domain::brand::OriginPattern::parse(url)
        .map(|origin| origin.as_str().to_owned())
        .map_err(|error| SettingsError(format!("the public URL `{url}`: {error}")))
}
