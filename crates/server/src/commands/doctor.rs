//! `renumerate doctor`: checks, and what to do.

mod playbooks;
mod work;

use domain::brand::Mode;
use domain::ids::CustomerId;
use engine::directory::Directory;
use engine::ports::{Billing, BillingError, Clock as _, Store};
use engine::vault::Vault;
use std::sync::Arc;
use store::SqlStore;

use super::{Failure, say};
use crate::adapters::{OsRng, SystemClock};
use crate::cli::DatabaseArgs;
use crate::settings::{CoreSettings, master_key};

/// An id no account has: asking for it shows whether the key may read customers.
const NOBODY: &str = "cus_renumerate_doctor";

/// Counts what failed.
#[derive(Default)]
struct Report {
    failed: usize,
}

impl Report {
    fn good(&self, what: &str) {
        say(format_args!("ok    {what}"));
    }

    fn note(&self, what: &str) {
        say(format_args!("note  {what}"));
    }

    fn bad(&mut self, what: &str, remedy: &str) {
        self.failed += 1;
        say(format_args!("FAIL  {what}\n      {remedy}"));
    }
}

pub(super) async fn run(args: DatabaseArgs) -> Result<(), Failure> {
    let mut report = Report::default();
    let settings = CoreSettings::read(&args)?;
    report.good("settings");
    let vault = match master_key().map(|key| Vault::from_text(&key)) {
        Ok(Ok(vault)) => {
            report.good("master key");
            Some(Arc::new(vault))
        }
        Ok(Err(error)) => {
            report.bad("master key", &error.to_string());
            None
        }
        Err(error) => {
            report.bad("master key", &error.to_string());
            None
        }
    };
    let options = store::db::Options::default();
    let store = match SqlStore::open(&settings.database_url, &options) {
        Ok(store) => store,
        Err(error) => {
            report.bad("database", &format!("{error}. Check DATABASE_URL and its folder"));
            return Err(Failure::Doctor(report.failed));
        }
    };
    match store.check_ready().await {
        Ok(()) => {
            report.good("database and migrations");
            if let Some(vault) = vault {
                check_brands(&mut report, &store, vault, &settings).await?;
            }
            work::report_work(&mut report, &store, SystemClock.now()).await?;
        }
        Err(error) => report.bad(
            "database",
            &format!(
                "{error}. Check DATABASE_URL; `renumerate migrate` brings an old schema up to date"
            ),
        ),
    }
    store.close().await;
    if report.failed > 0 { Err(Failure::Doctor(report.failed)) } else { Ok(()) }
}

async fn check_brands(
    report: &mut Report,
    store: &SqlStore,
    vault: Arc<Vault>,
    settings: &CoreSettings,
) -> Result<(), Failure> {
    let brands = store.list_brands().await?;
    if brands.is_empty() {
        report.bad("brands", "there is none: add one with `renumerate brand add`");
    }
    let shared: Arc<dyn Store> = Arc::new(store.clone());
    let clock = Arc::new(SystemClock);
    let directory = Directory::new(shared, clock, vault, settings.stripe_api_base.clone());
    let options = billing_stripe::StripeOptions::new(Arc::new(OsRng));
    let billing = billing_stripe::StripeBilling::new(options)?;
    for brand in brands {
        playbooks::report_pause_mode(report, &brand);
        for mode in [Mode::Test, Mode::Live] {
            let what = format!("Stripe of {} ({} mode)", brand.name, mode.as_str());
            let is_connected = store.find_billing_connection(&brand.id, mode).await?.is_some();
            if is_connected || store.find_current_playbook(&brand.id, mode).await?.is_some() {
                playbooks::report_playbook(report, store, &brand, mode).await?;
            }
            match directory.account(&brand.id, mode).await {
                Ok(None) => {
                    if is_connected {
                        let remedy = "the Stripe key was sealed under another master key: put that \
                                      one back, after the new one if there are two";
                        report.bad(&what, remedy);
                    }
                }
                Ok(Some(account)) => check_account(report, &billing, &account, &what).await,
                Err(error) => report.bad(&what, &error.to_string()),
            }
        }
    }
    Ok(())
}

async fn check_account(
    report: &mut Report,
    billing: &dyn Billing,
    account: &engine::ports::BillingAccount,
    what: &str,
) {
    let Ok(nobody) = CustomerId::parse(NOBODY) else { return };
    match billing.find_customer(account, &nobody).await {
        Ok(_) => report.good(&format!("{what}, version {}", billing_stripe::API_VERSION)),
        Err(BillingError::Unauthorized { reason }) => {
            let remedy = format!(
                "Stripe refuses the key: {reason}. It needs to read prices and products, and to write customers, subscriptions, subscription schedules, coupons, credit notes and invoices"
            );
            report.bad(what, &remedy);
        }
        Err(error) => {
            report.bad(what, &format!("{error}. Check the network and {}", account.api_base))
        }
    }
}
