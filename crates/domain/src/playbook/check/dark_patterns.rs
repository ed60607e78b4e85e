//! Copy that presses customers. What it finds cannot be published; codes begin with the id of the
//! pattern in the list of dark patterns.

use super::lexicon::{PHRASES, Pattern};
use super::texts::{Step, all_texts};
use crate::playbook::{Finding, Playbook};

pub(super) fn check(playbook: &Playbook, found: &mut Vec<Finding>) {
    let mut regretting: Option<Step> = None;
    for text in all_texts(playbook) {
        for (locale, words) in &text.words.0 {
            let language = locale.split('-').next().unwrap_or_default().to_ascii_lowercase();
            let plain = plain(words);
            let place = format!("{}.{locale}", text.place);
            for (_, pattern, phrases) in PHRASES.iter().filter(|(own, ..)| *own == language) {
                let Some(phrase) = phrases.iter().find(|phrase| contains(&plain, phrase)) else {
                    continue;
                };
                if *pattern == Pattern::Regret {
                    let first = *regretting.get_or_insert(text.step);
                    if !are_seen_together(playbook, first, text.step) {
                        continue;
                    }
                }
                let message = format!("\"{phrase}\" {}", pattern.advice());
                found.push(Finding::error(pattern.code(), place.clone(), message));
            }
        }
    }
}

/// Whether one customer may meet both on different steps.
fn are_seen_together(playbook: &Playbook, first: Step, second: Step) -> bool {
    match (first, second) {
        (Step::Survey, Step::Survey) => false,
        (Step::Offer(a), Step::Offer(b)) => a != b && playbook.flow.offer_screens > 1,
        _ => true,
    }
}

/// In small letters, with straight apostrophes and single spaces.
fn plain(text: &str) -> String {
    let text = text.to_lowercase().replace(['\u{2019}', '\u{2018}'], "'");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a phrase stands in a text as whole words.
fn contains(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + phrase.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}
