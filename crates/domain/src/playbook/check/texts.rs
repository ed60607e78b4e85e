//! The brand's own words: their variables and their length.

use crate::playbook::source::did_you_mean;
use crate::playbook::variables::{self, VARIABLES};
use crate::playbook::{ContentBlock, Finding, Playbook};
use crate::text::{LocalizedText, Piece, pieces};

/// Where a text is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// With the question for the reason.
    Survey,
    /// On the screen of an offer, by its place in the document.
    Offer(usize),
}

/// A text of the playbook.
pub(super) struct TextAt<'a> {
    pub(super) place: String,
    pub(super) words: &'a LocalizedText,
    pub(super) step: Step,
    variables: Vec<&'static str>,
    /// Characters beyond which it does not fit its place.
    room: usize,
    is_one_line: bool,
}

/// Every text of a playbook that customers read.
pub(super) fn all_texts(playbook: &Playbook) -> Vec<TextAt<'_>> {
    let mut texts = Vec::new();
    for (index, reason) in playbook.reasons.iter().enumerate() {
        for (field, words, room) in
            [("label", &reason.label, 80), ("question", &reason.question, 140)]
        {
            texts.push(TextAt {
                place: format!("reasons[{index}].{field}"),
                words,
                step: Step::Survey,
                variables: variables::OF_REASONS.to_vec(),
                room,
                is_one_line: true,
            });
        }
    }
    for (index, offer) in playbook.offers.iter().enumerate() {
        let known = variables::of_offer(&offer.effect);
        let mut add = |place: String, words, room, is_one_line| {
            let (step, variables) = (Step::Offer(index), known.clone());
            texts.push(TextAt { place, words, step, variables, room, is_one_line });
        };
        let copy = format!("offers[{index}].copy");
        add(format!("{copy}.title"), &offer.copy.title, 80, true);
        add(format!("{copy}.body"), &offer.copy.body, 500, false);
        add(format!("{copy}.accept"), &offer.copy.accept, 40, true);
        for (block, content) in offer.content.iter().enumerate() {
            let place = format!("offers[{index}].content[{block}]");
            match content {
                ContentBlock::Text { text } => add(format!("{place}.text"), text, 1_000, false),
                ContentBlock::Image { alt, .. } => add(format!("{place}.alt"), alt, 300, true),
                ContentBlock::Video { title, .. } => add(format!("{place}.title"), title, 80, true),
            }
        }
    }
    texts
}

pub(super) fn check(playbook: &Playbook, found: &mut Vec<Finding>) {
    for text in all_texts(playbook) {
        for (locale, words) in &text.words.0 {
            let place = format!("{}.{locale}", text.place);
            let length = words.chars().count();
            if length > text.room {
                let message = format!(
                    "{length} characters are too many for this place; use {} or fewer",
                    text.room
                );
                found.push(Finding::warning("long_text", place.clone(), message));
            }
            if text.is_one_line && words.trim().contains(['\n', '\r']) {
                let message = "this text stands on one line; remove the line break";
                found.push(Finding::error("line_break", place.clone(), message));
            }
            braces(words, &text.variables, &place, found);
        }
    }
}

fn braces(words: &str, known: &[&str], place: &str, found: &mut Vec<Finding>) {
    let pieces = match pieces(words) {
        Ok(pieces) => pieces,
        Err(lone) => {
            let message = "a brace without its other half; variables are written `{plan}`";
            found.push(Finding::error("lone_brace", place, message).at(Some(lone.0)));
            return;
        }
    };
    for piece in pieces {
        let Piece::Variable(name, at) = piece else { continue };
        if known.contains(&name) {
            continue;
        }
        let near = did_you_mean(name, known.iter().copied());
        let message = if VARIABLES.iter().any(|variable| variable.name == name) {
            format!("`{{{name}}}` has no value here; variables here are {}", known.join(", "))
        } else if near.is_empty() {
            format!("there is no variable `{{{name}}}`; variables here are {}", known.join(", "))
        } else {
            format!("there is no variable `{{{name}}}`{near}")
        };
        found.push(Finding::error("unknown_variable", place, message).at(Some(at)));
    }
}
