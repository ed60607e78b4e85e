//! The commands, one file each.

mod brand;
mod doctor;
mod keygen;
mod migrate;
mod openapi;
mod playbook;
mod sandbox;
mod serve;
mod session;
mod worker;

use std::sync::Arc;

use engine::Engine;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tracing_subscriber::EnvFilter;

pub(crate) use brand::new_key;

use crate::cli::{Cli, Command};
use crate::demo;
use crate::settings::SettingsError;

/// Why a command ends with exit code 1. Its text goes to the operator.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error(transparent)]
    Settings(#[from] SettingsError),
    #[error("the database: {0}")]
    Database(#[from] store::db::DbError),
    #[error("the database: {0}")]
    Store(#[from] engine::ports::StoreError),
    #[error("the billing adapter: {0}")]
    Billing(#[from] billing_stripe::SetupError),
    #[error("calls to brands: {0}")]
    Outbound(#[from] outbound::SetupError),
    #[error("input or output: {0}")]
    Io(#[from] std::io::Error),
    #[error("metrics: {0}")]
    Metrics(#[from] metrics_exporter_prometheus::BuildError),
    #[error("{0} of the checks failed")]
    Doctor(usize),
}

/// Runs the command.
pub(crate) async fn run(cli: Cli) -> Result<(), Failure> {
    match cli.command {
        Command::Demo(args) => demo::run(args).await,
        Command::Serve(args) => serve::run(args).await,
        Command::Worker(args) => worker::run(args).await,
        Command::Migrate(args) => migrate::run(args).await,
        Command::Doctor(args) => doctor::run(args).await,
        Command::Keygen => keygen::run(),
        Command::Brand(command) => brand::run(command).await,
        Command::Playbook(command) => playbook::run(command).await,
        Command::Session(command) => session::run(command).await,
        Command::Sandbox(args) => sandbox::run(args).await,
        Command::Openapi => openapi::run(),
    }
}

/// Logs go to standard error; standard output belongs to the command's result.
pub(crate) fn logging(cli: &Cli) {
    let filter = EnvFilter::try_new(&cli.log).unwrap_or_else(|_| EnvFilter::new("warn"));
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if cli.log_json {
        builder.json().init();
    } else {
        builder.with_ansi(std::io::IsTerminal::is_terminal(&std::io::stderr())).init();
    }
}

/// Starts the worker of an engine; it ends after `stop` turns true.
pub(crate) fn start_worker(engine: &Arc<Engine>, stop: watch::Receiver<bool>) -> JoinHandle<()> {
    let owner = format!(
        "{}-{}",
        std::process::id(),
        engine::naming::id_suffix(engine.clock().now(), engine.rng())
    );
    tokio::spawn(Arc::clone(engine).run_worker(owner, stop))
}

/// Prints a line of the command's result.
pub(crate) fn say(line: impl std::fmt::Display) {
    use std::io::Write as _;
    // A reader that went away is no reason to stop serving.
    drop(writeln!(std::io::stdout().lock(), "{line}"));
}
