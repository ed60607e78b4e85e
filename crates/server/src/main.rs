//! `renumerate`: the one binary. Reads settings, ties adapters to the engine, runs one command.

mod adapters;
mod cli;
mod commands;
mod compose;
mod demo;
mod http;
mod settings;
mod tls;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let cli = cli::Cli::parse();
    commands::logging(&cli);
    // Only one TLS stack is compiled in, so nothing else can have chosen a provider.
    if rustls::crypto::ring::default_provider().install_default().is_err() {
        tracing::debug!("a TLS provider was installed before");
    }
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return fail(&format!("the async runtime does not start: {error}")),
    };
    match runtime.block_on(commands::run(cli)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error.to_string()),
    }
}

fn fail(message: &str) -> ExitCode {
    eprintln!("renumerate: {message}");
    ExitCode::FAILURE
}
