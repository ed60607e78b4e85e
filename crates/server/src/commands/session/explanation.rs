//! What is known of a session, for a person and for a program.

use domain::Timestamp;
use domain::brand::Brand;
use domain::offer::{Assessment, Ineligible, Verdict};
use engine::Engine;
use engine::ports::{ActionRecord, AssessedWhen, AssessmentRecord, DecisionRecord, FlowRecord};
use serde_json::{Value, json};

use crate::commands::Failure;

/// Characters of a hash that are shown to a person.
const SHORT: usize = 12;

/// Everything stored of one session but the customer's own words.
pub(super) struct Explanation {
    brand: Brand,
    flow: FlowRecord,
    assessments: Vec<AssessmentRecord>,
    decision: Option<DecisionRecord>,
    /// The decision of another session that stands for the same subscription.
    other: Option<DecisionRecord>,
    /// Number of the last publication of the playbook version; none for the built-in one.
    publication: Option<i64>,
}

impl Explanation {
    pub(super) async fn read(
        engine: &Engine,
        brand: Brand,
        flow: FlowRecord,
    ) -> Result<Self, Failure> {
        let store = engine.store();
        let uid = &flow.session_uid;
        let standing = match &flow.flow.subscription_id {
            Some(id) => store.find_standing_decision(&brand.id, flow.mode, id).await?,
            None => None,
        };
        let history = store.list_playbook_publications(&brand.id, flow.mode).await?;
        let own = history.iter().find(|each| each.hash == flow.playbook_hash);
        Ok(Self {
            assessments: store.list_assessments(&brand.id, uid).await?,
            decision: store.find_decision_of_session(&brand.id, uid).await?,
            other: standing.filter(|decision| decision.session_uid != *uid),
            publication: own.map(|each| each.number),
            brand,
            flow,
        })
    }

    /// For a program.
    pub(super) fn json(&self) -> Value {
        let flow = &self.flow.flow;
        json!({
            "session_id": self.flow.session_uid,
            "brand_id": self.brand.id,
            "mode": self.flow.mode,
            "opened_at": self.flow.opened_at,
            "updated_at": self.flow.updated_at,
            "customer_ids": self.flow.customer_ids,
            "subscription_id": flow.subscription_id,
            "playbook_hash": self.flow.playbook_hash,
            "step": flow.step.as_str(),
            "outcome": self.flow.outcome,
            "reason_id": flow.answer.as_ref().and_then(|answer| answer.reason_id.as_ref()),
            "assessments": self.assessments.iter().map(assessment_json).collect::<Vec<_>>(),
            "decision": self.decision.as_ref().map(decision_json),
            "decision_of_another_session": self.other.as_ref().map(decision_json),
        })
    }

    /// For a person, line by line.
    pub(super) fn lines(&self) -> Vec<String> {
        let mut lines = self.head();
        for record in &self.assessments {
            lines.push(String::new());
            lines.extend(assessment_lines(record));
        }
        if self.assessments.is_empty() {
            lines.extend([String::new(), "No offer was looked for.".to_owned()]);
        }
        lines.push(String::new());
        match &self.decision {
            Some(decision) => lines.extend(decision_lines(decision)),
            None => lines.push("No decision yet.".to_owned()),
        }
        if let Some(other) = &self.other {
            let note = format!("The session {} decided for this subscription:", other.session_uid);
            lines.extend([String::new(), note]);
            lines.extend(decision_lines(other));
        }
        lines
    }

    fn head(&self) -> Vec<String> {
        let (record, brand) = (&self.flow, &self.brand);
        let customers: Vec<&str> = record.customer_ids.iter().map(|id| id.as_str()).collect();
        let hash = record.playbook_hash.get(..SHORT).unwrap_or(&record.playbook_hash);
        let origin = self.publication.map_or_else(
            || "built in".to_owned(),
            |number| format!("published as number {number}"),
        );
        let reason = match &record.flow.answer {
            None => "not asked or not answered",
            Some(answer) => answer.reason_id.as_ref().map_or("none given", |id| id.as_str()),
        };
        let chosen = record.flow.subscription_id.as_ref();
        let step = record.flow.step.as_str();
        let rows = [
            ("session", record.session_uid.to_string()),
            ("brand", format!("{} ({}, {} mode)", brand.id, brand.name, record.mode.as_str())),
            ("opened", time(record.opened_at)),
            ("last step", format!("{}, now on the screen `{step}`", time(record.updated_at))),
            ("customers", customers.join(" ")),
            ("subscription", chosen.map_or("not chosen yet", |id| id.as_str()).to_owned()),
            ("playbook", format!("{hash} ({origin})")),
            ("reason", reason.to_owned()),
        ];
        rows.map(|(name, value)| format!("{name:<13} {value}")).to_vec()
    }
}

/// To the second; the JSON has it exactly.
fn time(at: Timestamp) -> String {
    at.round(jiff::Unit::Second).unwrap_or(at).to_string()
}

fn stage(when: AssessedWhen) -> &'static str {
    match when {
        AssessedWhen::Open => "looked for an offer to show",
        AssessedWhen::Accept => "checked again as the customer accepted",
        AssessedWhen::Write => "checked again before the change was written",
    }
}

fn assessment_lines(record: &AssessmentRecord) -> Vec<String> {
    let reason = record.reason_id.as_ref();
    let reason = reason.map_or_else(String::new, |reason| format!(", for {reason}"));
    let mut lines = vec![format!("{}  {}{reason}", time(record.assessed_at), stage(record.when))];
    let is_unlisted = |each: &&Assessment| each.because == [Ineligible::NotListed];
    let (unlisted, told): (Vec<_>, Vec<_>) = record.offers.iter().partition(is_unlisted);
    for each in told {
        let because: Vec<String> = each.because.iter().map(ToString::to_string).collect();
        lines.push(match each.verdict {
            Verdict::Shown => format!("  shown      {}", each.offer_id),
            Verdict::Eligible => format!("  eligible   {}", each.offer_id),
            Verdict::Refused => format!("  not shown  {}: {}", each.offer_id, because.join("; ")),
        });
    }
    if !unlisted.is_empty() {
        let ids: Vec<&str> = unlisted.iter().map(|each| each.offer_id.as_str()).collect();
        lines.push(format!("  the chosen reason does not list: {}", ids.join(", ")));
    }
    lines
}

fn assessment_json(record: &AssessmentRecord) -> Value {
    let offers = record.offers.iter().map(|each| {
        let because = each.because.iter();
        let because = because.map(|why| json!({ "value": why, "text": why.to_string() }));
        json!({
            "offer_id": each.offer_id,
            "verdict": each.verdict,
            "because": because.collect::<Vec<_>>(),
        })
    });
    json!({
        "stage": record.when.as_str(),
        "assessed_at": record.assessed_at,
        "reason_id": record.reason_id,
        "offers": offers.collect::<Vec<_>>(),
    })
}

fn decision_lines(decision: &DecisionRecord) -> Vec<String> {
    let taken = decision.flow.decision().and_then(|made| made.taken());
    let with = taken.map_or_else(String::new, |taken| format!(" with {}", taken.offer.id));
    let mut lines = vec![format!(
        "{}  decided: {}{with}, reference {}, {}",
        time(decision.decided_at),
        decision.outcome.as_str(),
        decision.reference,
        decision.state.as_str()
    )];
    lines.extend(decision.action.iter().map(|action| action_line("change", action)));
    lines.extend(decision.undo_action.iter().map(|action| action_line("undo", action)));
    if decision.action.is_none() {
        lines.push("  change     none: nothing was to be changed at Stripe".to_owned());
    }
    lines
}

fn action_line(name: &str, action: &ActionRecord) -> String {
    let settled = action.settled_at.map_or_else(String::new, |at| format!(" at {}", time(at)));
    format!(
        "  {name:<10} {} ({}): {}{settled}, tried {} time(s)",
        action.id,
        action.change.as_str(),
        action.status.as_str(),
        action.attempts
    )
}

fn decision_json(decision: &DecisionRecord) -> Value {
    let taken = decision.flow.decision().and_then(|made| made.taken());
    json!({
        "id": decision.id,
        "session_id": decision.session_uid,
        "outcome": decision.outcome,
        "offer_id": taken.map(|taken| &taken.offer.id),
        "reference": decision.reference,
        "state": decision.state.as_str(),
        "decided_at": decision.decided_at,
        "action": decision.action.as_ref().map(action_json),
        "undo_action": decision.undo_action.as_ref().map(action_json),
    })
}

fn action_json(action: &ActionRecord) -> Value {
    json!({
        "id": action.id,
        "change": action.change.as_str(),
        "status": action.status,
        "attempts": action.attempts,
        "settled_at": action.settled_at,
    })
}
