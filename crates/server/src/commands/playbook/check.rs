//! `renumerate playbook check`.

use domain::brand::OfferCeilings;
use domain::playbook::source::{ParsedPlaybook, SourceFinding, parse};
use domain::playbook::{CheckContext, Finding, Playbook, Severity, check};
use domain::policy::Policy;

use super::{Desk, read, wrong};
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
    let found = match desk {
        Some(desk) if !skip_prices => {
            let checked = desk.engine.check_playbook(&desk.brand, desk.mode, &parsed.playbook);
            checked.await.map_err(|error| {
                wrong(format!("the check could not ask Stripe ({error}); --skip-prices goes on"))
            })?
        }
        Some(desk) => {
            let policy = Policy::us_general();
            check(&parsed.playbook, &CheckContext::for_brand(&desk.brand, &policy))
        }
        None => without_brand(&parsed.playbook),
    };
    let findings = parsed.locate(found);
    Ok((Some(parsed), findings))
}

/// What can be said while nothing is known of the brand.
fn without_brand(playbook: &Playbook) -> Vec<Finding> {
    let (policy, ceilings) = (Policy::us_general(), OfferCeilings::default());
    let context = CheckContext {
        ceilings: &ceilings,
        media_origins: None,
        call_hosts: None,
        policy: &policy,
        prices: None,
    };
    check(playbook, &context)
}

pub(super) fn errors(findings: &[SourceFinding]) -> usize {
    findings.iter().filter(|finding| finding.severity == Severity::Error).count()
}

pub(super) fn in_words(errors: usize) -> String {
    if errors == 1 { "1 error".to_owned() } else { format!("{errors} errors") }
}
