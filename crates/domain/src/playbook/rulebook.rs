//! A playbook ready to be followed: names resolved, expressions compiled.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::source::did_you_mean;
use super::{ListedOffer, Playbook};
use crate::ids::{OfferId, ReasonId};
use crate::segment::{Expression, Vocabulary, order_segments};

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth a look; it can be published.
    Warning,
    /// It cannot be published.
    Error,
}

/// Something about a playbook that its author should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// How bad.
    pub severity: Severity,
    /// A stable word for the kind of finding.
    pub code: String,
    /// Where: a path such as `offers[2].when`.
    pub place: String,
    /// Where in the text at that place, in bytes, when it is about a part of it.
    pub offset: Option<usize>,
    /// What is wrong and what to do.
    pub message: String,
}

impl Finding {
    /// A finding that keeps the playbook from being published.
    #[must_use]
    pub fn error(code: &str, place: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            code: code.to_owned(),
            place: place.into(),
            offset: None,
            message: message.into(),
        }
    }

    /// A finding that is worth a look.
    #[must_use]
    pub fn warning(code: &str, place: impl Into<String>, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, place, message) }
    }

    /// The same finding at a byte of the text at its place.
    #[must_use]
    pub fn at(self, offset: Option<usize>) -> Self {
        Self { offset, ..self }
    }
}

/// An offer in a reason's list, resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Listed {
    /// Index of the offer.
    pub(crate) offer: usize,
    /// Index of the segment it is for.
    pub(crate) segment: Option<usize>,
}

/// A playbook ready to be followed.
#[derive(Debug, Clone)]
pub struct Rulebook {
    playbook: Playbook,
    segments: Vec<Expression>,
    conditions: Vec<Option<Expression>>,
    listed: Vec<Vec<Listed>>,
}

impl Rulebook {
    /// Compiles a playbook.
    ///
    /// # Errors
    /// Every name that leads nowhere and every expression that cannot be used. A playbook that
    /// compiles can be followed; what else its author should know, the check says.
    pub fn compile(playbook: Playbook) -> Result<Self, Vec<Finding>> {
        let mut findings = Vec::new();
        let segments = compile_segments(&playbook, &mut findings);
        let vocabulary = vocabulary(&playbook);
        let conditions = (playbook.offers.iter().enumerate())
            .map(|(index, offer)| {
                let place = format!("offers[{index}].when");
                let source = offer.when.as_deref()?;
                compile(source, &vocabulary, &place, &mut findings)
            })
            .collect();
        let listed = (playbook.reasons.iter().enumerate())
            .map(|(index, reason)| resolve(index, &reason.offers, &playbook, &mut findings))
            .collect();
        if findings.is_empty() {
            Ok(Self { playbook, segments, conditions, listed })
        } else {
            Err(findings)
        }
    }

    /// The document.
    #[must_use]
    pub fn playbook(&self) -> &Playbook {
        &self.playbook
    }

    /// The segments' expressions, in the document's order.
    #[must_use]
    pub fn segments(&self) -> &[Expression] {
        &self.segments
    }

    /// The offers' own conditions, in the document's order.
    #[must_use]
    pub fn conditions(&self) -> &[Option<Expression>] {
        &self.conditions
    }

    /// A reason's list.
    pub(crate) fn listed(&self, reason: &ReasonId) -> &[Listed] {
        let index = self.playbook.reasons.iter().position(|each| each.id == *reason);
        index.and_then(|index| self.listed.get(index)).map_or(&[], Vec::as_slice)
    }
}

/// What expressions of a playbook may name.
#[must_use]
pub fn vocabulary(playbook: &Playbook) -> Vocabulary {
    let segments = playbook.segments.iter().map(|segment| segment.id.clone()).collect();
    Vocabulary::new(playbook.attributes.clone(), segments)
}

fn compile_segments(playbook: &Playbook, findings: &mut Vec<Finding>) -> Vec<Expression> {
    let vocabulary = vocabulary(playbook);
    let mut compiled = Vec::with_capacity(playbook.segments.len());
    for (index, segment) in playbook.segments.iter().enumerate() {
        let place = format!("segments[{index}].when");
        compiled.extend(compile(&segment.when, &vocabulary, &place, findings));
    }
    if compiled.len() == playbook.segments.len()
        && let Err(found) = order_segments(&compiled)
    {
        let names: Vec<&str> = (found.path.iter())
            .filter_map(|index| playbook.segments.get(*index))
            .map(|segment| segment.id.as_str())
            .collect();
        let first = found.path.first().copied().unwrap_or_default();
        findings.push(Finding::error(
            "segment_loop",
            format!("segments[{first}].when"),
            format!("segments depend on each other in a loop ({}); break it", names.join(" → ")),
        ));
    }
    compiled
}

fn compile(
    source: &str,
    vocabulary: &Vocabulary,
    place: &str,
    findings: &mut Vec<Finding>,
) -> Option<Expression> {
    match Expression::compile(source, vocabulary) {
        Ok(expression) => Some(expression),
        Err(error) => {
            let offset = error.offset;
            findings.push(Finding::error("expression", place, error.message).at(offset));
            None
        }
    }
}

fn resolve(
    reason: usize,
    offers: &[ListedOffer],
    playbook: &Playbook,
    findings: &mut Vec<Finding>,
) -> Vec<Listed> {
    let by_id: BTreeMap<&OfferId, usize> =
        playbook.offers.iter().enumerate().map(|(index, offer)| (&offer.id, index)).collect();
    let mut listed = Vec::with_capacity(offers.len());
    for (index, entry) in offers.iter().enumerate() {
        let place = format!("reasons[{reason}].offers[{index}]");
        let offer = by_id.get(&entry.offer);
        if offer.is_none() {
            let near = did_you_mean(entry.offer.as_str(), by_id.keys().map(|id| id.as_str()));
            let message = format!("there is no offer `{}`{}", entry.offer, or_add(&near));
            findings.push(Finding::error("unknown_offer", format!("{place}.offer"), message));
        }
        let segment = entry.segment.as_ref().map(|id| {
            let found = playbook.segments.iter().position(|segment| segment.id == *id);
            if found.is_none() {
                let ids = playbook.segments.iter().map(|segment| segment.id.as_str());
                let message =
                    format!("there is no segment `{id}`{}", or_add(&did_you_mean(id, ids)));
                let place = format!("{place}.segment");
                findings.push(Finding::error("unknown_segment", place, message));
            }
            found
        });
        // An entry for a segment that is not there is for nobody, not for everybody.
        if let (Some(offer), None | Some(Some(_))) = (offer, segment) {
            listed.push(Listed { offer: *offer, segment: segment.flatten() });
        }
    }
    listed
}

/// What to do about a name that leads nowhere.
fn or_add(near: &str) -> &str {
    if near.is_empty() { "; add it or correct the id" } else { near }
}
