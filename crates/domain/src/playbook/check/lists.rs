//! What is listed, what is not, and what comes too late.

use std::collections::BTreeSet;

use super::CheckContext;
use crate::playbook::{Finding, ListedOffer, Playbook, SurveyStage, vocabulary};
use crate::segment::{Expression, FindingKind};

pub(super) fn check(playbook: &Playbook, context: &CheckContext<'_>, found: &mut Vec<Finding>) {
    unused(playbook, found);
    never_shown(playbook, context, found);
    for (index, reason) in playbook.reasons.iter().enumerate() {
        for (entry, listed) in reason.offers.iter().enumerate() {
            let place = format!("reasons[{index}].offers[{entry}]");
            let earlier = reason.offers[..entry].iter().filter(|each| each.offer == listed.offer);
            for other in earlier {
                repeated(playbook, other, listed, &place, found);
            }
        }
    }
}

fn unused(playbook: &Playbook, found: &mut Vec<Finding>) {
    let entries = || playbook.reasons.iter().flat_map(|reason| &reason.offers);
    let listed: BTreeSet<_> = entries().map(|entry| &entry.offer).collect();
    for (index, offer) in playbook.offers.iter().enumerate() {
        if !listed.contains(&offer.id) {
            let message =
                format!("no reason lists `{}`, so nobody sees it; list it or remove it", offer.id);
            found.push(Finding::warning("unlisted_offer", format!("offers[{index}]"), message));
        }
    }
    let words = vocabulary(playbook);
    let rules = (playbook.segments.iter().map(|segment| segment.when.as_str()))
        .chain(playbook.offers.iter().filter_map(|offer| offer.when.as_deref()));
    let read: BTreeSet<usize> = rules
        .filter_map(|rule| Expression::compile(rule, &words).ok())
        .flat_map(|expression| expression.segments().to_vec())
        .collect();
    for (index, segment) in playbook.segments.iter().enumerate() {
        let is_listed = entries().any(|entry| entry.segment.as_ref() == Some(&segment.id));
        if !is_listed && !read.contains(&index) {
            let message = format!(
                "nothing uses the segment `{}`; name it in a reason's offers or in a rule, or remove it",
                segment.id
            );
            found.push(Finding::warning("unused_segment", format!("segments[{index}]"), message));
        }
    }
}

fn never_shown(playbook: &Playbook, context: &CheckContext<'_>, found: &mut Vec<Finding>) {
    if playbook.reasons.iter().all(|reason| reason.offers.is_empty()) {
        return;
    }
    let (place, why) = if playbook.flow.survey != SurveyStage::Before {
        ("flow.survey", "the reason is not asked before the decision, and offers answer a reason")
    } else if playbook.flow.offer_screens == 0 {
        ("flow.offer_screens", "there are 0 offer screens")
    } else if context.policy.max_offers_before_decision == 0 {
        ("flow.offer_screens", "the policy profile allows no offer before the decision")
    } else {
        return;
    };
    let message = format!("{why}, so no offer is shown; change that, or remove the offers");
    found.push(Finding::warning("offers_never_shown", place, message));
}

fn repeated(
    playbook: &Playbook,
    earlier: &ListedOffer,
    later: &ListedOffer,
    place: &str,
    found: &mut Vec<Finding>,
) {
    if earlier.segment == later.segment {
        let message = format!(
            "`{}` is listed twice for the same customers; remove one of the two entries",
            later.offer
        );
        found.push(Finding::error("repeated_offer", place, message));
        return;
    }
    let behind = |why: &str| {
        format!(
            "this entry is never reached: an entry above lists `{}` for everybody{why}; put the \
             narrower one first, or remove it",
            later.offer
        )
    };
    match &earlier.segment {
        None => found.push(Finding::error("unreachable_entry", place, behind(""))),
        Some(id) if is_always_true(playbook, id) => {
            let message = behind(&format!(" (`{id}` is always true)"));
            found.push(Finding::error("unreachable_entry", place, message));
        }
        Some(_) => {}
    }
}

fn is_always_true(playbook: &Playbook, id: &str) -> bool {
    let Some(segment) = playbook.segments.iter().find(|segment| segment.id == id) else {
        return false;
    };
    segment.when.trim() == "true"
        || Expression::compile(&segment.when, &vocabulary(playbook)).is_ok_and(|expression| {
            let is_always = |kind| kind == FindingKind::AlwaysTrue;
            expression.findings().iter().any(|odd| odd.is_whole && is_always(odd.kind))
        })
}
