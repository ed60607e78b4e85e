//! The name somebody meant.

use crate::segment::distance;

/// `; did you mean …?` with the nearest of the names, or nothing when none is near.
pub(crate) fn did_you_mean<'a>(wrong: &str, names: impl Iterator<Item = &'a str>) -> String {
    // A name longer than any of ours is no typing error, and comparing it would only take time.
    if wrong.len() > 64 {
        return String::new();
    }
    let lower = wrong.to_lowercase();
    let rank = |name: &str| {
        let is_begun = lower.len() >= 3 && (name.starts_with(&lower) || lower.starts_with(name));
        if is_begun { 1 } else { distance(&lower, name) }
    };
    match names.map(|name| (rank(name), name)).min() {
        Some((edits, nearest)) if edits <= 1 + wrong.len() / 4 => {
            format!("; did you mean `{nearest}`?")
        }
        _ => String::new(),
    }
}
