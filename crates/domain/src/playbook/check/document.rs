//! The document itself: its version, its names, how the flow runs.

use std::collections::BTreeSet;

use super::CheckContext;
use crate::offer::OfferKind;
use crate::playbook::source::did_you_mean;
use crate::playbook::{CancelMode, Finding, Playbook, Reason, SCHEMA_VERSION};

/// Reasons beyond which a list is hard to read.
const MANY_REASONS: usize = 12;

/// Most elements of each list. Beyond, nobody keeps an overview, and checking would take long.
const MOST: [(&str, usize); 4] =
    [("reasons", 100), ("offers", 500), ("segments", 300), ("attributes", 500)];

/// Most offers one reason may list.
const MOST_LISTED: usize = 100;

/// Lists that are too long to be checked; nothing else is said about such a playbook.
pub(super) fn too_many(playbook: &Playbook) -> Vec<Finding> {
    let counts = [
        playbook.reasons.len(),
        playbook.offers.len(),
        playbook.segments.len(),
        playbook.attributes.len(),
    ];
    let lists =
        MOST.iter().zip(counts).map(|((list, most), count)| ((*list).to_owned(), *most, count));
    let listed = playbook.reasons.iter().enumerate();
    let listed = listed.map(|(index, reason)| {
        (format!("reasons[{index}].offers"), MOST_LISTED, reason.offers.len())
    });
    lists
        .chain(listed)
        .filter(|(_, most, count)| count > most)
        .map(|(place, most, count)| {
            let message = format!("{count} are too many here; use {most} or fewer");
            Finding::error("too_many", place, message)
        })
        .collect()
}

pub(super) fn check(playbook: &Playbook, context: &CheckContext<'_>, found: &mut Vec<Finding>) {
    if playbook.schema != SCHEMA_VERSION {
        let message = format!(
            "the format {} is not known; this program reads `schema = {SCHEMA_VERSION}`",
            playbook.schema
        );
        found.push(Finding::error("schema_version", "schema", message));
    }
    if playbook.name.trim().is_empty() {
        found.push(Finding::error("empty_name", "name", "give the playbook a name"));
    }
    names(playbook, found);
    reasons(playbook, found);
    flow(playbook, context, found);
    limits(playbook, found);
}

fn names(playbook: &Playbook, found: &mut Vec<Finding>) {
    duplicates("reasons", playbook.reasons.iter().map(|each| each.id.as_str()), found);
    duplicates("offers", playbook.offers.iter().map(|each| each.id.as_str()), found);
    duplicates("segments", playbook.segments.iter().map(|each| each.id.as_str()), found);
    for (index, segment) in playbook.segments.iter().enumerate() {
        if !is_word(&segment.id) {
            let message = format!(
                "`{}` cannot be written in a rule; use small letters, digits and `_`, as in \
                 `yearly_canada`",
                segment.id
            );
            found.push(Finding::error("malformed_id", format!("segments[{index}].id"), message));
        }
        if segment.name.trim().is_empty() {
            let place = format!("segments[{index}].name");
            found.push(Finding::error("empty_name", place, "give the segment a name"));
        }
    }
    for name in playbook.attributes.keys() {
        if name.trim().is_empty() {
            let message = "an attribute needs the name your backend sends it under";
            found.push(Finding::error("empty_name", "attributes", message));
        }
    }
}

fn duplicates<'a>(list: &str, ids: impl Iterator<Item = &'a str>, found: &mut Vec<Finding>) {
    let mut seen = BTreeSet::new();
    for (index, id) in ids.enumerate() {
        if !seen.insert(id) {
            let message = format!("`{id}` is there already; ids in `{list}` must differ");
            found.push(Finding::error("duplicate_id", format!("{list}[{index}].id"), message));
        }
    }
}

fn is_word(id: &str) -> bool {
    let starts = id.starts_with(|c: char| c.is_ascii_lowercase() || c == '_');
    starts && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

fn reasons(playbook: &Playbook, found: &mut Vec<Finding>) {
    if playbook.reasons.is_empty() {
        let message = "there is no reason; add `[[reasons]]`, at least one with feedback \"other\"";
        found.push(Finding::error("no_reason", "reasons", message));
    }
    if playbook.reasons.len() > MANY_REASONS {
        let message = format!(
            "{} reasons are hard to choose from; keep {MANY_REASONS} or fewer",
            playbook.reasons.len()
        );
        found.push(Finding::warning("many_reasons", "reasons", message));
    }
    for (index, reason) in playbook.reasons.iter().enumerate() {
        check_reason(index, reason, found);
        let same = |other: &&Reason| other.label.is_empty() && other.feedback == reason.feedback;
        if reason.label.is_empty() && playbook.reasons[..index].iter().any(|other| same(&other)) {
            let message = format!(
                "another reason has the built-in words for `{}` too; give one of them a `label`",
                reason.feedback.as_str()
            );
            found.push(Finding::warning("same_words", format!("reasons[{index}]"), message));
        }
    }
}

fn check_reason(index: usize, reason: &Reason, found: &mut Vec<Finding>) {
    let is_token = |text: &str| {
        let fits = |b: u8| b.is_ascii_alphanumeric() || b == b'_';
        !text.is_empty() && text.len() <= 255 && text.bytes().all(fits)
    };
    if let Some(option) = reason.feedback_option.as_deref().filter(|option| !is_token(option)) {
        let message =
            format!("`{option}` is no id of a feedback option; copy it from Stripe or remove it");
        let place = format!("reasons[{index}].feedback_option");
        found.push(Finding::error("malformed_feedback_option", place, message));
    }
    if reason.category.as_deref().is_some_and(|category| category.trim().is_empty()) {
        let message = "the category is empty; write a word such as \"price\" or remove it";
        found.push(Finding::error("empty_name", format!("reasons[{index}].category"), message));
    }
    if !reason.question.is_empty() && reason.text == crate::playbook::TextField::Off {
        let message =
            "the question is answered in the text field, which is off; remove one of them";
        found.push(Finding::error(
            "question_without_text",
            format!("reasons[{index}].question"),
            message,
        ));
    }
}

fn flow(playbook: &Playbook, context: &CheckContext<'_>, found: &mut Vec<Finding>) {
    let screens = playbook.flow.offer_screens;
    let allowed = context.policy.max_offers_before_decision;
    if screens > 3 {
        let message = format!("`offer_screens` is {screens}; use 0 to 3");
        found.push(Finding::error("out_of_range", "flow.offer_screens", message));
    } else if allowed > 0 && screens > allowed {
        let message = format!(
            "the policy profile `{}` allows {allowed} offer screens before the decision; customers \
             under it see {allowed}, not {screens}",
            context.policy.id
        );
        found.push(Finding::warning("capped_screens", "flow.offer_screens", message));
    }
    if let CancelMode::AtDate { days } = playbook.flow.cancel
        && !(1..=365).contains(&days)
    {
        let message = format!("a cancellation cannot take effect after {days} days; use 1 to 365");
        found.push(Finding::error("out_of_range", "flow.cancel.days", message));
    }
}

fn limits(playbook: &Playbook, found: &mut Vec<Finding>) {
    for (kind, days) in &playbook.limits.cooldown_days {
        let place = format!("limits.cooldown_days.{kind}");
        if kind != "any" && !OfferKind::WORDS.contains(&kind.as_str()) {
            let words = OfferKind::WORDS.iter().copied().chain(["any"]);
            let message = format!(
                "`{kind}` is not a kind of offer{}",
                match did_you_mean(kind, words).as_str() {
                    "" => format!("; kinds are any, {}", OfferKind::WORDS.join(", ")),
                    near => near.to_owned(),
                }
            );
            found.push(Finding::error("unknown_kind", place, message));
        } else if *days == 0 {
            let message = "a cooldown of 0 days does nothing; set the days or remove it";
            found.push(Finding::warning("zero_limit", place, message));
        }
    }
    if playbook.limits.per_customer == Some(0) {
        let message = "no customer could take any offer; raise it, or remove the offers";
        found.push(Finding::error("zero_limit", "limits.per_customer", message));
    }
    if playbook.limits.max_months == Some(0) {
        let message = "nothing could last a month; raise it or remove it";
        found.push(Finding::error("zero_limit", "limits.max_months", message));
    }
}
