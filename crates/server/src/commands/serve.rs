//! `renumerate serve`.

use std::sync::Arc;
use std::time::Duration;

use engine::ports::{CrashPoint, NoProbe, Probe};
use tokio::sync::watch;
use web::{App, Hosts, WebOptions};

use super::worker::finish;
use super::{Failure, say, start_worker};
use crate::adapters::{CrashAt, SystemClock};
use crate::cli::ServeArgs;
use crate::compose::{CONFIRM_WAIT, Parts, check_master_key, engine, open_store};
use crate::settings::{ServeSettings, SettingsError, checked_origin, master_key};
use crate::{http, tls};

pub(super) async fn run(args: ServeArgs) -> Result<(), Failure> {
    let settings = ServeSettings::read(&args)?;
    let master_key = master_key()?;
    let tls = tls::config(&args.listen).await?;
    let listener = http::bind(settings.listen)?;
    let scheme = if tls.is_some() { "https" } else { "http" };
    let public_url = match &settings.core.public_url {
        Some(url) => checked_origin(url)?,
        None => format!("{scheme}://localhost:{}", listener.local_addr()?.port()),
    };
    let store = open_store(&settings.core).await?;
    let parts = Parts {
        clock: Arc::new(SystemClock),
        probe: probe(args.crash_at.as_deref())?,
        master_key,
        public_url: public_url.clone(),
        confirm_wait: args.confirm_wait_ms.map_or(CONFIRM_WAIT, Duration::from_millis),
        receiver_certificate: None,
    };
    let engine = engine(store.clone(), &settings.core, parts)?;
    check_master_key(&engine).await?;
    let (stop, stopped) = watch::channel(false);
    let worker = (!args.no_worker).then(|| start_worker(&engine, stopped.clone()));
    let metrics = web::install_metrics()?;
    let options = web_options(&settings, public_url.starts_with("https"));
    if let Some(address) = settings.admin_listen {
        let options = WebOptions { metrics_open: true, ..options.clone() };
        serve_admin(address, App::new(Arc::clone(&engine), options, metrics.clone()), stopped)?;
    }
    let router = web::router(App::new(Arc::clone(&engine), options, metrics));
    say(format_args!("serving {public_url} on {}", listener.local_addr()?));
    http::serve(listener, router, tls, http::told_to_stop()).await?;
    stop.send_replace(true);
    if let Some(worker) = worker {
        finish(worker).await;
    }
    store.close().await;
    Ok(())
}

fn web_options(settings: &ServeSettings, is_https: bool) -> WebOptions {
    WebOptions {
        hosts: Hosts { retention: settings.host_retention.clone() },
        rate_limits: settings.rate_limits,
        trusted_proxies: settings.trusted_proxies.clone(),
        metrics_token: settings.metrics_token.clone(),
        metrics_open: false,
        is_https,
        ..WebOptions::default()
    }
}

/// Health and metrics on an address of their own, without a token.
fn serve_admin(
    address: std::net::SocketAddr,
    app: Arc<App>,
    mut stopped: watch::Receiver<bool>,
) -> Result<(), Failure> {
    let listener = http::bind(address)?;
    let router = web::admin_router(app);
    tokio::spawn(async move {
        let stop = async move { drop(stopped.changed().await) };
        if let Err(error) = http::serve(listener, router, None, stop).await {
            tracing::error!(%error, "the admin address is not served any more");
        }
    });
    Ok(())
}

fn probe(name: Option<&str>) -> Result<Arc<dyn Probe>, SettingsError> {
    let Some(name) = name else { return Ok(Arc::new(NoProbe)) };
    match CrashPoint::ALL.into_iter().find(|point| point.as_str() == name) {
        Some(point) => Ok(Arc::new(CrashAt(point))),
        None => Err(SettingsError::new(format!("`{name}` is not a crash point"))),
    }
}
