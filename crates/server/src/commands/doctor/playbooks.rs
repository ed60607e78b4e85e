//! The doctor on playbooks: what customers follow, and whether it keeps to the brand's settings.

use domain::brand::{Brand, Mode, PauseMode};
use domain::playbook::{CheckContext, Finding, Playbook, Severity, check};
use domain::policy::Policy;
use engine::ports::Store;

use super::Report;
use crate::commands::Failure;

/// Characters of a hash that are shown.
const SHORT: usize = 12;

pub(super) async fn report_playbook(
    report: &mut Report,
    store: &dyn Store,
    brand: &Brand,
    mode: Mode,
) -> Result<(), Failure> {
    let what = format!("playbook of {} ({} mode)", brand.name, mode.as_str());
    let Some(version) = store.find_current_playbook(&brand.id, mode).await? else {
        report.good(&format!("{what}: the built-in one, nothing is published"));
        return Ok(());
    };
    let short = version.hash.get(..SHORT).unwrap_or(&version.hash);
    let findings = match serde_json::from_str::<Playbook>(&version.document) {
        Ok(playbook) => check(&playbook, &CheckContext::for_brand(brand, &Policy::us_general())),
        Err(error) => {
            let remedy = format!(
                "version {short} cannot be read ({error}), so customers follow the built-in one: \
                 publish another, or bring one back with `renumerate playbook rollback`"
            );
            report.bad(&what, &remedy);
            return Ok(());
        }
    };
    let (errors, others): (Vec<_>, Vec<_>) =
        findings.into_iter().partition(|finding| finding.severity == Severity::Error);
    match errors.first() {
        None => report.good(&format!("{what}: version {short}, {} to look at", others.len())),
        Some(first) => report.bad(&what, &remedy(short, errors.len(), first)),
    }
    Ok(())
}

fn remedy(version: &str, count: usize, first: &Finding) -> String {
    format!(
        "version {version} has {count} error(s) under the brand's settings of today, such as \
         {}: {}. Correct and publish it, or change the setting with `renumerate brand set`",
        first.place, first.message
    )
}

/// What the pause mode of a brand asks of Stripe.
pub(super) fn report_pause_mode(report: &Report, brand: &Brand) {
    if brand.pause_mode == PauseMode::Subscription {
        report.note(&format!(
            "{} pauses the subscription itself: that call uses Stripe version {}, and \
             subscriptions without flexible billing are not offered a pause",
            brand.name,
            billing_stripe::PAUSE_VERSION
        ));
    }
}
