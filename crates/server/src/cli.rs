//! The command line.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

pub(crate) mod brand;
pub(crate) mod playbook;
pub(crate) mod session;

/// Self-hosted retention engine: the cancel button of a subscription business.
#[derive(Debug, Parser)]
#[command(name = "renumerate", version)]
pub(crate) struct Cli {
    /// Log level: error, warn, info, debug, or a filter such as `engine=debug`.
    #[arg(long, global = true, env = "RENUMERATE_LOG", default_value = "warn")]
    pub(crate) log: String,
    /// Log as JSON lines.
    #[arg(long, global = true, env = "RENUMERATE_LOG_JSON")]
    pub(crate) log_json: bool,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Everything on embedded parts: sample brand, sandboxed Stripe, sample page.
    Demo(DemoArgs),
    /// Serve the API and the retention view, and carry out billing actions.
    Serve(ServeArgs),
    /// Carry out billing actions only; any number of workers may share one PostgreSQL.
    Worker(DatabaseArgs),
    /// Bring the database up to this version.
    Migrate(DatabaseArgs),
    /// Check settings, database, keys and Stripe, and say what to do.
    Doctor(DatabaseArgs),
    /// Print a new master key.
    Keygen,
    /// Add brands, change their settings, and rotate their keys.
    #[command(subcommand)]
    Brand(brand::BrandCommand),
    /// Write, check and publish what customers are asked and offered.
    #[command(subcommand)]
    Playbook(playbook::PlaybookCommand),
    /// Look into one retention session.
    #[command(subcommand)]
    Session(session::SessionCommand),
    /// A Stripe-shaped service for tests of your integration, without a Stripe account.
    Sandbox(SandboxArgs),
    /// Print the API's OpenAPI document.
    Openapi,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct ListenArgs {
    /// Address to listen on.
    #[arg(long, env = "RENUMERATE_LISTEN")]
    pub(crate) listen: Option<SocketAddr>,
    /// Serve TLS with a certificate of its own making.
    #[arg(long, value_enum)]
    pub(crate) tls: Option<Tls>,
    /// Certificate chain, PEM.
    #[arg(long, requires = "tls_key", conflicts_with = "tls", env = "RENUMERATE_TLS_CERT")]
    pub(crate) tls_cert: Option<PathBuf>,
    /// Private key, PEM.
    #[arg(long, requires = "tls_cert", env = "RENUMERATE_TLS_KEY")]
    pub(crate) tls_key: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Tls {
    /// A certificate for localhost, made at start.
    SelfSigned,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct DatabaseArgs {
    /// Settings file, TOML; see `config.default.toml`.
    #[arg(long, env = "RENUMERATE_CONFIG")]
    pub(crate) config: Option<PathBuf>,
    /// `sqlite:path` or `postgres://…`.
    #[arg(long, env = "DATABASE_URL", hide_env_values = true)]
    pub(crate) database_url: Option<String>,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct ServeArgs {
    #[command(flatten)]
    pub(crate) database: DatabaseArgs,
    #[command(flatten)]
    pub(crate) listen: ListenArgs,
    /// Origin customers reach this server at, such as `https://retention.example.com`.
    #[arg(long, env = "RENUMERATE_PUBLIC_URL")]
    pub(crate) public_url: Option<String>,
    /// Leave billing actions to `renumerate worker`.
    #[arg(long)]
    pub(crate) no_worker: bool,
    /// Stop the process hard at a named point, for tests of crash safety.
    #[arg(long, hide = true)]
    pub(crate) crash_at: Option<String>,
    /// How long an accepted decision waits for Stripe before the page answers, in milliseconds; 0
    /// measures the flow without the billing provider.
    #[arg(long, hide = true)]
    pub(crate) confirm_wait_ms: Option<u64>,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct DemoArgs {
    #[command(flatten)]
    pub(crate) listen: ListenArgs,
    /// Where the database lies; a folder that vanishes when the demo ends if left out.
    #[arg(long)]
    pub(crate) data_dir: Option<PathBuf>,
    /// Print one line of JSON with addresses, keys and customers.
    #[arg(long)]
    pub(crate) json: bool,
    /// Host whose `/` is the retention view.
    #[arg(long, env = "RENUMERATE_HOST_RETENTION")]
    pub(crate) host_retention: Option<String>,
    /// Requests a second allowed for the brand key and for an address; for load tests.
    #[arg(long, hide = true)]
    pub(crate) rate_limit: Option<u32>,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct SandboxArgs {
    /// Address to listen on; port 0 takes a free one.
    #[arg(long, default_value = "127.0.0.1:4322")]
    pub(crate) listen: SocketAddr,
    /// Start with the demo's customers.
    #[arg(long)]
    pub(crate) cast: bool,
    /// Print one line of JSON with the address.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ModeArg {
    /// Test data.
    Test,
    /// Live data.
    Live,
}
