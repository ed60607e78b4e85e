//! The words of every language: complete, of the same shape as English, and really translated.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
};
use fluent_syntax::parser;
use icu_plurals::{PluralCategory, PluralRules};
use web::i18n::Locale;

/// What a message says, one text per way through its variants, and how it does it.
#[derive(Default)]
struct Message {
    /// The text with `{name}` for values, of every variant.
    said: Vec<String>,
    values: BTreeSet<String>,
    /// The names of the variants of each choice, the default marked by `*`.
    choices: Vec<Vec<String>>,
}

impl Message {
    fn read(pattern: &Pattern<&str>) -> Self {
        let mut message = Self::default();
        message.said = message.walk(pattern);
        message
    }

    fn walk(&mut self, pattern: &Pattern<&str>) -> Vec<String> {
        let mut said = vec![String::new()];
        for element in &pattern.elements {
            let pieces = match element {
                PatternElement::TextElement { value } => vec![(*value).to_owned()],
                PatternElement::Placeable { expression } => self.placeable(expression),
            };
            said = said.iter().flat_map(|s| pieces.iter().map(move |p| s.clone() + p)).collect();
        }
        said
    }

    fn placeable(&mut self, expression: &Expression<&str>) -> Vec<String> {
        match expression {
            Expression::Inline(InlineExpression::VariableReference { id }) => {
                self.values.insert(id.name.to_owned());
                vec![format!("{{{}}}", id.name)]
            }
            Expression::Inline(InlineExpression::StringLiteral { value }) => {
                vec![(*value).to_owned()]
            }
            Expression::Inline(other) => panic!("{other:?}"),
            Expression::Select { selector, variants } => {
                let InlineExpression::VariableReference { id } = selector else {
                    panic!("{selector:?}")
                };
                self.values.insert(id.name.to_owned());
                self.choices.push(variants.iter().map(variant_name).collect());
                variants.iter().flat_map(|variant| self.walk(&variant.value)).collect()
            }
        }
    }
}

fn variant_name(variant: &Variant<&str>) -> String {
    let name = match variant.key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    };
    if variant.default { format!("*{name}") } else { name.to_owned() }
}

fn text(locale: Locale) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(locale.tag());
    fs::read_to_string(folder.join("view.ftl")).unwrap_or_else(|e| panic!("{locale:?}: {e}"))
}

fn messages(locale: Locale) -> BTreeMap<String, Message> {
    let text = text(locale);
    let resource =
        parser::parse(text.as_str()).unwrap_or_else(|(_, e)| panic!("{locale:?}: {e:?}"));
    let mut messages = BTreeMap::new();
    for entry in &resource.body {
        if let Entry::Message(message) = entry {
            let pattern = message.value.as_ref().expect("a message says something");
            let twice = messages.insert(message.id.name.to_owned(), Message::read(pattern));
            assert!(twice.is_none(), "{locale:?} says {} twice", message.id.name);
        }
    }
    messages
}

/// Runs a check for each language but English and fails with all that is wrong.
fn in_every_language(check: impl Fn(Locale, &BTreeMap<String, Message>) -> Vec<String>) {
    let problems: Vec<String> = Locale::ALL[1..]
        .iter()
        .flat_map(|locale| {
            let found = check(*locale, &messages(*locale));
            found.into_iter().map(move |problem| format!("{}: {problem}", locale.tag()))
        })
        .collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn every_language_has_exactly_the_messages_of_english() {
    let english: BTreeSet<String> = messages(Locale::En).into_keys().collect();
    in_every_language(|_, messages| {
        let own: BTreeSet<String> = messages.keys().cloned().collect();
        english.symmetric_difference(&own).cloned().collect()
    });
}

#[test]
fn every_message_uses_the_values_of_english() {
    let english = messages(Locale::En);
    in_every_language(|_, messages| {
        let differs = messages.iter().filter(|(key, message)| {
            english.get(*key).is_some_and(|same| same.values != message.values)
        });
        differs.map(|(key, _)| key.clone()).collect()
    });
}

/// Every number up to 200 finds the variant of its own plural category or of itself.
#[test]
fn every_choice_has_the_plurals_its_language_needs() {
    let name = |category| match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "*other",
    };
    let check = |locale: Locale, messages: &BTreeMap<String, Message>| {
        let tag: icu_locale_core::Locale = locale.tag().parse().expect("a BCP 47 tag");
        let rules = PluralRules::try_new_cardinal((&tag).into()).expect("plural rules");
        let lacks = |variants: &Vec<String>| {
            (1_u32..=200).find(|n| {
                let category = name(rules.category_for(*n)).to_owned();
                !variants.contains(&n.to_string()) && !variants.contains(&category)
            })
        };
        let choices = messages.iter().flat_map(|(k, m)| m.choices.iter().map(move |c| (k, c)));
        choices.filter_map(|(key, c)| Some(format!("{key} lacks {}", lacks(c)?))).collect()
    };
    in_every_language(check);
    assert_eq!(check(Locale::En, &messages(Locale::En)), Vec::<String>::new());
}

#[test]
fn no_sentence_is_left_in_english() {
    let english = messages(Locale::En);
    in_every_language(|locale, messages| {
        if locale == Locale::EnGb {
            return Vec::new();
        }
        let same = messages.iter().filter(|(key, message)| {
            let like = english.get(*key).map(|m| m.said.as_slice()).unwrap_or_default();
            let is_sentence = |said: &&String| said.split_whitespace().count() > 3;
            message.said.iter().filter(is_sentence).any(|said| {
                like.contains(said)
                    && said.split_whitespace().any(|w| w.len() > 3 && !w.contains('{'))
            })
        });
        same.map(|(key, _)| key.clone()).collect()
    });
}

#[test]
fn british_english_is_spelled_as_in_britain() {
    for (key, message) in messages(Locale::EnGb) {
        for said in message.said {
            for american in ["canceled", "canceling"] {
                assert!(!said.to_lowercase().contains(american), "{key}: {said}");
            }
        }
    }
}

#[test]
fn no_word_of_regret_urgency_or_pressure_is_used() {
    let pressing = [
        "sorry",
        "miss you",
        "hurry",
        "last chance",
        "only today",
        " lose ",
        "are you sure",
        "wait",
        "don't",
        "cancelled",
    ];
    for (key, message) in messages(Locale::En) {
        let said = message.said.join(" ").to_lowercase();
        for word in pressing {
            assert!(!said.contains(word), "{key}: {said}");
        }
    }
}
