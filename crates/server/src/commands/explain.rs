//! `renumerate session explain`: why a customer saw what they saw.

use domain::ids::{BrandId, SessionUid};
use domain::offer::{Assessment, Verdict};
use engine::Engine;
use engine::ports::{AssessmentRecord, DecisionRecord, FlowRecord};
use engine::vault::SESSION_PREFIX;
use serde_json::json;

use super::brand::{known_brand, tool};
use super::{Failure, say};
use crate::cli::brand_settings::{ExplainArgs, SessionCommand};
use crate::settings::SettingsError;

pub(super) async fn run(command: SessionCommand) -> Result<(), Failure> {
    match command {
        SessionCommand::Explain(args) => explain(args).await,
    }
}

async fn explain(args: ExplainArgs) -> Result<(), Failure> {
    let (_, store, engine) = tool(&args.database).await?;
    let uid = named(&engine, &args.session).await?;
    let brands = match &args.brand_id {
        Some(text) => vec![known_brand(&engine, text).await?],
        None => engine.store().list_brands().await?.into_iter().map(|brand| brand.id).collect(),
    };
    let Some(flow) = find(&engine, &brands, &uid).await? else {
        let message = format!("no session {uid} was opened; one that was only made is not stored");
        return Err(SettingsError::new(message).into());
    };
    let assessments = engine.store().list_assessments(&flow.brand_id, &uid).await?;
    let decision = engine.store().find_decision_of_session(&flow.brand_id, &uid).await?;
    if args.json {
        say(json!({
            "session_id": uid,
            "brand_id": flow.brand_id,
            "playbook": flow.playbook_hash,
            "step": flow.flow.step.as_str(),
            "reference": decision.as_ref().map(|decision| &decision.reference),
            "assessments": assessments.iter().map(as_json).collect::<Vec<_>>(),
        }));
    } else {
        print_session(&flow, decision.as_ref());
        assessments.iter().for_each(print_assessment);
    }
    store.close().await;
    Ok(())
}

/// The session by its name, or by the token a page got.
async fn named(engine: &Engine, text: &str) -> Result<SessionUid, Failure> {
    let wrong = |why: String| SettingsError::new(format!("`{text}`: {why}"));
    if text.starts_with(SESSION_PREFIX) {
        let session = engine.open_session(text).await;
        return Ok(session.map_err(|error| wrong(error.to_string()))?.claims.uid);
    }
    Ok(SessionUid::parse(text).map_err(|error| wrong(error.to_string()))?)
}

async fn find(
    engine: &Engine,
    brands: &[BrandId],
    uid: &SessionUid,
) -> Result<Option<FlowRecord>, Failure> {
    for brand_id in brands {
        if let Some(flow) = engine.store().find_flow(brand_id, uid).await? {
            return Ok(Some(flow));
        }
    }
    Ok(None)
}

fn print_session(flow: &FlowRecord, decision: Option<&DecisionRecord>) {
    let step = flow.flow.step.as_str();
    say(format_args!("session   {} of {}, at the step {step}", flow.session_uid, flow.brand_id));
    say(format_args!("playbook  {}", flow.playbook_hash));
    if let Some(decision) = decision {
        let action = decision.action.as_ref().map_or("no change", |action| action.status.as_str());
        let outcome = decision.outcome.as_str();
        say(format_args!("decision  {outcome} {}, {action}", decision.reference));
    }
}

fn print_assessment(record: &AssessmentRecord) {
    let reason = record.reason_id.as_ref().map_or("no reason", |id| id.as_str());
    say(format_args!("{}  {}, {reason}", record.assessed_at, record.when.as_str()));
    for offer in &record.offers {
        say(format_args!("  {}: {}", offer.offer_id, verdict(offer)));
    }
}

fn because(offer: &Assessment) -> Vec<String> {
    offer.because.iter().map(ToString::to_string).collect()
}

fn verdict(offer: &Assessment) -> String {
    match offer.verdict {
        Verdict::Shown => "shown".to_owned(),
        Verdict::Eligible => "eligible".to_owned(),
        Verdict::Refused => format!("not shown: {}", because(offer).join("; ")),
    }
}

fn as_json(record: &AssessmentRecord) -> serde_json::Value {
    let offers = record.offers.iter().map(|offer| {
        json!({
            "offer_id": offer.offer_id, "verdict": offer.verdict, "because": because(offer),
        })
    });
    json!({
        "when": record.when.as_str(),
        "assessed_at": record.assessed_at.to_string(),
        "reason_id": record.reason_id,
        "offers": offers.collect::<Vec<_>>(),
    })
}
