//! Languages: whether tags are tags, and whether every text is there in each.

use super::texts::all_texts;
use crate::playbook::{Finding, Playbook};

pub(super) fn check(playbook: &Playbook, found: &mut Vec<Finding>) {
    tag(&playbook.default_locale, "default_locale", found);
    let mut wanted = vec![playbook.default_locale.as_str()];
    for (index, locale) in playbook.locales.iter().enumerate() {
        let place = format!("locales[{index}]");
        tag(locale, &place, found);
        let is_same = |other: &&String| other.eq_ignore_ascii_case(locale);
        if playbook.locales[..index].iter().any(|other| is_same(&other)) {
            let message = format!("`{locale}` is listed twice; remove one");
            found.push(Finding::warning("repeated_locale", place, message));
        }
        if !wanted.iter().any(|own| own.eq_ignore_ascii_case(locale)) {
            wanted.push(locale);
        }
    }
    for text in all_texts(playbook) {
        let words = &text.words.0;
        if words.is_empty() {
            continue;
        }
        for locale in &wanted {
            let said = words.iter().find(|(own, _)| own.eq_ignore_ascii_case(locale));
            if said.is_none_or(|(_, words)| words.trim().is_empty()) {
                let message = format!("the words in `{locale}` are missing; add them");
                found.push(Finding::error("missing_locale", text.place.clone(), message));
            }
        }
        for locale in words.keys() {
            let place = format!("{}.{locale}", text.place);
            if !tag(locale, &place, found) {
                continue;
            }
            if !wanted.iter().any(|own| own.eq_ignore_ascii_case(locale)) {
                let message = format!(
                    "`{locale}` is not among the playbook's `locales`; add it there, so that no \
                     text lacks it, or remove these words"
                );
                found.push(Finding::warning("unlisted_locale", place, message));
            }
        }
    }
}

/// Whether a text has the form of a language tag (BCP 47): a language of 2 or 3 letters, then
/// parts of 2 to 8 letters or digits.
fn tag(locale: &str, place: &str, found: &mut Vec<Finding>) -> bool {
    let mut parts = locale.split('-');
    let is_language = parts.next().is_some_and(|language| {
        (2..=3).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_alphabetic())
    });
    let is_part = |part: &str| {
        (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    let is_tag = is_language && parts.all(is_part);
    if !is_tag {
        let message =
            format!("`{locale}` is not a language tag; write it as in `en`, `pt-BR` or `zh-Hans`");
        found.push(Finding::error("malformed_locale", place, message));
    }
    is_tag
}
