//! `renumerate worker`.

use std::sync::Arc;

use engine::ports::NoProbe;
use tokio::sync::watch;

use super::{Failure, say, start_worker};
use crate::adapters::SystemClock;
use crate::cli::DatabaseArgs;
use crate::compose::{CONFIRM_WAIT, Parts, check_master_key, engine, open_store};
use crate::http::told_to_stop;
use crate::settings::{CoreSettings, master_key};

pub(super) async fn run(args: DatabaseArgs) -> Result<(), Failure> {
    let settings = CoreSettings::read(&args)?;
    let master_key = master_key()?;
    let store = open_store(&settings).await?;
    let parts = Parts {
        clock: Arc::new(SystemClock),
        probe: Arc::new(NoProbe),
        master_key,
        public_url: String::new(),
        confirm_wait: CONFIRM_WAIT,
        receiver_certificate: None,
    };
    let engine = engine(store.clone(), &settings, parts)?;
    check_master_key(&engine).await?;
    let (stop, stopped) = watch::channel(false);
    let worker = start_worker(&engine, stopped);
    say("carrying out billing actions");
    told_to_stop().await;
    stop.send_replace(true);
    finish(worker).await;
    store.close().await;
    Ok(())
}

/// Waits for the worker's work in hand.
pub(super) async fn finish(worker: tokio::task::JoinHandle<()>) {
    if let Err(error) = worker.await {
        tracing::error!(%error, "the worker ended badly; open billing actions are taken up at the next start");
    }
}
