//! `renumerate playbook check`.

use std::collections::BTreeMap;

use billing_stripe::{StripeBilling, StripeOptions};
use domain::brand::OfferCeilings;
use domain::playbook::source::{ParsedPlaybook, SourceFinding, parse};
use domain::playbook::{CheckContext, Playbook, Severity, check};
use domain::policy::Policy;
use domain::subscription::Price;
use engine::ports::Billing as _;

use super::{Desk, read, wrong};
use crate::adapters::OsRng;
use crate::cli::playbook::CheckArgs;
use crate::commands::{Failure, say};

pub(super) async fn run(args: CheckArgs) -> Result<(), Failure> {
    let text = read(&args.file)?;
    let desk = Desk::maybe(&args.of).await?;
    let (_, findings) = judge(&text, desk.as_ref(), args.skip_prices).await?;
    let name = args.file.display().to_string();
    for finding in &findings {
        if args.json {
            say(serde_json::json!({ "file": name, "finding": finding }));
        } else {
            say(format_args!("{name}:{finding}"));
        }
    }
    if let Some(desk) = desk {
        desk.store.close().await;
    }
    match errors(&findings) {
        0 => {
            if !args.json {
                say(format_args!("{name}: no errors, {} to look at", findings.len()));
            }
            Ok(())
        }
        count => Err(wrong(format!("{name} has {}", in_words(count)))),
    }
}

/// A text as a playbook, when it is one, and everything to say about it.
pub(super) async fn judge(
    text: &str,
    desk: Option<&Desk>,
    skip_prices: bool,
) -> Result<(Option<ParsedPlaybook>, Vec<SourceFinding>), Failure> {
    let parsed = match parse(text) {
        Ok(parsed) => parsed,
        Err(findings) => return Ok((None, findings)),
    };
    let policy = Policy::us_general();
    let ceilings = OfferCeilings::default();
    let prices = match desk {
        Some(desk) if !skip_prices => prices(desk, &parsed.playbook).await?,
        _ => None,
    };
    let context = match desk {
        Some(desk) => CheckContext::for_brand(&desk.brand, &policy),
        None => CheckContext {
            ceilings: &ceilings,
            media_origins: None,
            call_hosts: None,
            policy: &policy,
            prices: None,
        },
    };
    let found = check(&parsed.playbook, &CheckContext { prices: prices.as_ref(), ..context });
    let findings = parsed.locate(found);
    Ok((Some(parsed), findings))
}

/// The prices a playbook names, as Stripe has them; none when the brand has no account there.
async fn prices(
    desk: &Desk,
    playbook: &Playbook,
) -> Result<Option<BTreeMap<String, Price>>, Failure> {
    let mut named: Vec<&str> =
        playbook.offers.iter().flat_map(|each| each.effect.prices()).collect();
    named.sort_unstable();
    named.dedup();
    let account = desk.engine.directory().account(&desk.brand.id, desk.mode).await?;
    let Some(account) = account.filter(|_| !named.is_empty()) else { return Ok(None) };
    let billing = StripeBilling::new(StripeOptions::new(std::sync::Arc::new(OsRng)))?;
    let mut prices = BTreeMap::new();
    for id in named {
        let found = billing.find_price(&account, id).await.map_err(|error| {
            wrong(format!("the price {id} could not be read ({error}); --skip-prices goes on"))
        })?;
        prices.extend(found.map(|price| (id.to_owned(), price)));
    }
    Ok(Some(prices))
}

pub(super) fn errors(findings: &[SourceFinding]) -> usize {
    findings.iter().filter(|finding| finding.severity == Severity::Error).count()
}

pub(super) fn in_words(errors: usize) -> String {
    if errors == 1 { "1 error".to_owned() } else { format!("{errors} errors") }
}
