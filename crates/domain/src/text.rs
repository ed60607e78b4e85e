//! Words of a brand in several languages, with named variables.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One text per locale. Keys are BCP 47 tags such as `en` or `pt-BR`.
///
/// Texts may hold `{variable}`; which variables there are depends on where the text stands
/// (`playbook::variables`).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct LocalizedText(pub BTreeMap<String, String>);

impl LocalizedText {
    /// A text in one language.
    #[must_use]
    pub fn of(locale: &str, text: &str) -> Self {
        Self(BTreeMap::from([(locale.to_owned(), text.to_owned())]))
    }

    /// The text for `locale`: its own, else its language's, else that of `fallback`, else any.
    #[must_use]
    pub fn resolve(&self, locale: &str, fallback: &str) -> Option<&str> {
        let exact = |tag: &str| {
            let found = self.0.iter().find(|(own, _)| own.eq_ignore_ascii_case(tag));
            found.map(|(_, text)| text.as_str())
        };
        let language = |tag: &str| tag.split(['-', '_']).next().map(str::to_owned);
        exact(locale)
            .or_else(|| language(locale).and_then(|tag| exact(&tag)))
            .or_else(|| exact(fallback))
            .or_else(|| language(fallback).and_then(|tag| exact(&tag)))
            .or_else(|| self.0.values().next().map(String::as_str))
    }

    /// Whether nothing is said in any language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.values().all(|text| text.trim().is_empty())
    }
}

/// A piece of a text with variables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words.
    Words(&'a str),
    /// The name between the braces, and where its brace stands in the text, in bytes.
    Variable(&'a str, usize),
}

/// A brace that opens or closes nothing, with its place in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a brace at byte {0} stands alone: variables are written `{{name}}`")]
pub struct LoneBrace(pub usize);

/// Takes a text apart.
///
/// # Errors
/// [`LoneBrace`] for a brace without its other half.
pub fn pieces(text: &str) -> Result<Vec<Piece<'_>>, LoneBrace> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find(['{', '}']).map(|index| at + index) {
        let rest = &text[open..];
        let close = rest.find('}').filter(|_| rest.starts_with('{')).ok_or(LoneBrace(open))?;
        let name = &rest[1..close];
        if name.contains('{') {
            return Err(LoneBrace(open));
        }
        if open > at {
            found.push(Piece::Words(&text[at..open]));
        }
        found.push(Piece::Variable(name.trim(), open));
        at = open + close + 1;
    }
    if at < text.len() {
        found.push(Piece::Words(&text[at..]));
    }
    Ok(found)
}

/// The text with its variables replaced; an unknown one is left out. Values are never searched
/// for variables. A text with a lone brace is given back as it is.
#[must_use]
pub fn fill(text: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let Ok(pieces) = pieces(text) else { return text.to_owned() };
    let mut filled = String::with_capacity(text.len() + 16);
    for piece in pieces {
        match piece {
            Piece::Words(words) => filled.push_str(words),
            Piece::Variable(name, _) => filled.push_str(&value(name).unwrap_or_default()),
        }
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_falls_back_by_language_then_by_the_default() {
        let text = LocalizedText(
            [("en", "Hello"), ("pt-BR", "Oi"), ("de", "Hallo")]
                .map(|(tag, text)| (tag.to_owned(), text.to_owned()))
                .into(),
        );
        for (locale, said) in
            [("de-AT", "Hallo"), ("PT-br", "Oi"), ("fr", "Hello"), ("en", "Hello")]
        {
            assert_eq!(text.resolve(locale, "en"), Some(said), "{locale}");
        }
        assert_eq!(text.resolve("fr", "ja"), Some("Hallo"));
        assert_eq!(LocalizedText::default().resolve("en", "en"), None);
    }

    #[test]
    fn variables_are_found_and_filled_once() {
        let value = |name: &str| (name == "plan").then(|| "{plan}".to_owned());
        assert_eq!(fill("Keep {plan} {what}.", value), "Keep {plan} .");
        assert_eq!(pieces("a } b"), Err(LoneBrace(2)));
        assert_eq!(pieces("{a{b}"), Err(LoneBrace(0)));
        assert_eq!(pieces("x {"), Err(LoneBrace(2)));
        assert_eq!(pieces("{ a }"), Ok(vec![Piece::Variable("a", 0)]));
    }
}
