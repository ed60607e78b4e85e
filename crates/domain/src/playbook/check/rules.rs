//! Rules that nobody can meet, alone or together with what an offer's kind needs.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::offer::{OfferKind, Reduction};
use crate::playbook::{Finding, ListedOffer, Playbook, vocabulary};
use crate::segment::{Expression, FindingKind, Vocabulary};

pub(super) fn check(playbook: &Playbook, prover: &Prover, found: &mut Vec<Finding>) {
    for (index, segment) in playbook.segments.iter().enumerate() {
        alone(&segment.when, &format!("segments[{index}].when"), &prover.vocabulary, found);
    }
    for (index, offer) in playbook.offers.iter().enumerate() {
        let Some(when) = &offer.when else { continue };
        let place = format!("offers[{index}].when");
        alone(when, &place, &prover.vocabulary, found);
        let own = Conditions::default().with(when);
        if !prover.can_hold(&own) {
            continue;
        }
        for need in needs(&offer.effect) {
            if !prover.can_hold(&own.with(&need)) {
                let message = format!(
                    "a {} offer is only for customers with `{need}`, and this rule is never true \
                     for them; change the rule or the kind",
                    offer.effect.as_str()
                );
                found.push(Finding::error("contradicts_kind", place.clone(), message));
            }
        }
    }
    for (index, reason) in playbook.reasons.iter().enumerate() {
        for (entry, listed) in reason.offers.iter().enumerate() {
            let place = format!("reasons[{index}].offers[{entry}]");
            together(playbook, prover, index, listed, &place, found);
        }
    }
}

/// What is odd about one rule.
fn alone(rule: &str, place: &str, vocabulary: &Vocabulary, found: &mut Vec<Finding>) {
    let Ok(expression) = Expression::compile(rule, vocabulary) else { return };
    for odd in expression.findings() {
        let (code, is_fatal) = match odd.kind {
            FindingKind::NeverTrue => ("never_true", odd.is_whole),
            FindingKind::AlwaysTrue => ("always_true", false),
        };
        let make = if is_fatal { Finding::error } else { Finding::warning };
        found.push(make(code, place.to_owned(), odd.message.clone()).at(Some(odd.offset)));
    }
}

/// A listed offer whose segment, rule, kind and reason exclude each other.
fn together(
    playbook: &Playbook,
    prover: &Prover,
    reason: usize,
    listed: &ListedOffer,
    place: &str,
    found: &mut Vec<Finding>,
) {
    let Some(offer) = playbook.find_offer(&listed.offer) else { return };
    let segment = Conditions::default().with_segment(playbook, listed);
    let mut own = Conditions::default();
    own.0.extend(offer.when.clone());
    own.0.extend(needs(&offer.effect));
    if !prover.can_hold(&segment) || !prover.can_hold(&own) {
        // Each of the two has its own finding.
        return;
    }
    let mut all = Conditions([segment.0, own.0].concat());
    // Only where a rule asks for it: without, the answer is the same for every reason.
    let asks = all.0.iter().any(|rule| rule.contains("reason"));
    if let Some(reason) = playbook.reasons.get(reason).filter(|_| asks) {
        all = all.with(&format!("reason == {}", literal(reason.id.as_str())));
    }
    if !prover.can_hold(&all) {
        let message = format!(
            "no customer who chooses this reason can be {}; change the segment, the offer's rule or \
             remove the entry",
            match &listed.segment {
                Some(segment) => format!("in `{segment}` and eligible for `{}`", listed.offer),
                None => format!("eligible for `{}`", listed.offer),
            }
        );
        found.push(Finding::error("never_reached", place, message));
    }
}

/// Rules that must hold together.
#[derive(Debug, Clone, Default)]
pub(super) struct Conditions(Vec<String>);

impl Conditions {
    /// What must hold for an offer, for each place it is listed at; once, when it is not.
    pub(super) fn of_offer(playbook: &Playbook, index: usize) -> Vec<Self> {
        let Some(offer) = playbook.offers.get(index) else { return Vec::new() };
        let own = Self(offer.when.iter().cloned().collect());
        let entries = playbook.reasons.iter().flat_map(|reason| &reason.offers);
        let found: Vec<Self> = entries
            .filter(|entry| entry.offer == offer.id)
            .map(|entry| own.with_segment(playbook, entry))
            .collect();
        if found.is_empty() { vec![own] } else { found }
    }

    pub(super) fn with(&self, rule: &str) -> Self {
        let mut all = self.clone();
        all.0.push(rule.to_owned());
        all
    }

    fn with_segment(&self, playbook: &Playbook, entry: &ListedOffer) -> Self {
        let id = entry.segment.as_deref();
        match playbook.segments.iter().find(|segment| Some(segment.id.as_str()) == id) {
            Some(segment) => self.with(&segment.when),
            None => self.clone(),
        }
    }
}

/// Tells what is impossible; each question is worked out once.
pub(super) struct Prover {
    vocabulary: Vocabulary,
    known: RefCell<BTreeMap<String, bool>>,
}

impl Prover {
    pub(super) fn new(playbook: &Playbook) -> Self {
        Self { vocabulary: vocabulary(playbook), known: RefCell::default() }
    }

    /// Whether it is possible, as far as can be told, that all conditions hold for one customer.
    pub(super) fn can_hold(&self, conditions: &Conditions) -> bool {
        if conditions.0.is_empty() {
            return true;
        }
        // A rule may end with a comment, so each stands on its own line.
        let parts: Vec<String> = conditions.0.iter().map(|rule| format!("(\n{rule}\n)")).collect();
        let rule = parts.join(" && ");
        if let Some(known) = self.known.borrow().get(&rule) {
            return *known;
        }
        let can = Expression::compile(&rule, &self.vocabulary).map_or(true, |expression| {
            let is_never = |kind| kind == FindingKind::NeverTrue;
            !expression.findings().iter().any(|found| found.is_whole && is_never(found.kind))
        });
        self.known.borrow_mut().insert(rule, can);
        can
    }
}

/// What every customer who can be shown an offer of this kind fulfills.
pub(super) fn needs(effect: &OfferKind) -> Vec<String> {
    let mut needs = Vec::new();
    match effect {
        OfferKind::TalkToUs { .. } | OfferKind::Content {} => {}
        OfferKind::TrialExtension { .. } => needs.push("status == \"trialing\"".to_owned()),
        OfferKind::Pause { .. } | OfferKind::FreePeriod { .. } => {
            needs.push("status == \"active\"".to_owned());
        }
        _ => needs.push("status in [\"active\", \"trialing\"]".to_owned()),
    }
    match effect {
        OfferKind::PlanChange { price, from, .. } => {
            needs.push(format!("price_id != {}", literal(price)));
            if !from.is_empty() {
                let prices: Vec<String> = from.iter().map(|price| literal(price)).collect();
                needs.push(format!("price_id in [{}]", prices.join(", ")));
            }
        }
        OfferKind::Discount { reduction: Reduction::Amount(amounts), .. }
        | OfferKind::Credit { amount: amounts, .. }
            if !amounts.0.is_empty() =>
        {
            let codes: Vec<String> = amounts.0.keys().map(|code| literal(code.code())).collect();
            needs.push(format!("currency in [{}]", codes.join(", ")));
        }
        OfferKind::Seats { .. } => needs.push("quantity >= 2".to_owned()),
        _ => {}
    }
    needs
}

/// A text as a rule writes it.
fn literal(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
