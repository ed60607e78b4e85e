//! Writes one method per message of `locales/en/view.ftl`, and the words of every language as
//! constants behind it. A message or a value that is missing in a call does not compile.
//!
//! A message that another language lacks, or that names a value English does not have, is said
//! in English, with a warning here and a failing test.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::BuildError;
use crate::source::{self, Key, NUMBERS, Part, Source};

/// Folders of `locales`, in the order of `Locale`.
const LOCALES: [&str; 24] = [
    "en", "en-GB", "de", "fr", "es", "es-419", "pt-BR", "pt-PT", "it", "nl", "sv", "da", "nb",
    "fi", "pl", "cs", "tr", "uk", "ar", "he", "hi", "ja", "ko", "zh-Hans",
];

/// The Rust source of the methods of `Words`.
pub(crate) fn generate(folder: &Path) -> Result<String, BuildError> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let english = read(folder, "en")?;
    let mut translations = Vec::new();
    for locale in &LOCALES[1..] {
        translations.push(translation(folder, locale, &english));
    }
    let mut out = String::from("impl Words {\n");
    for message in &english {
        let said: Vec<&Source> = std::iter::once(message)
            .chain(translations.iter().map(|t| t.get(&message.key).unwrap_or(message)))
            .collect();
        method(&mut out, message, &said)?;
    }
    out.push_str("}\n");
    Ok(out)
}

fn read(folder: &Path, locale: &str) -> Result<Vec<Source>, BuildError> {
    let path = folder.join(locale).join("view.ftl");
    println!("cargo::rerun-if-changed={}", path.display());
    let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    source::read(&text).map_err(|e| format!("{}: {e}", path.display()).into())
}

/// What a language says and English knows, by key.
fn translation(folder: &Path, locale: &str, english: &[Source]) -> HashMap<String, Source> {
    let messages = match read(folder, locale) {
        Ok(messages) => messages,
        Err(error) => {
            println!("cargo::warning={error}");
            return HashMap::new();
        }
    };
    let mut known: HashMap<_, _> = messages.into_iter().map(|m| (m.key.clone(), m)).collect();
    known.retain(|key, message| {
        let like = english.iter().find(|m| m.key == *key).map(Source::values);
        let is_sound = like.is_some_and(|like| message.values().iter().all(|v| like.contains(v)));
        if !is_sound {
            println!("cargo::warning={locale}: {key} is not as in English");
        }
        is_sound
    });
    let missing = english.iter().filter(|m| !known.contains_key(&m.key)).count();
    if missing > 0 {
        println!("cargo::warning={locale}: {missing} messages are missing and said in English");
    }
    known
}

fn method(out: &mut String, english: &Source, said: &[&Source]) -> Result<(), BuildError> {
    let name = english.key.replace('-', "_");
    let values = english.values();
    let text = sketch(&english.parts);
    if values.is_empty() {
        writeln!(out, "/// {text}\n#[must_use]\npub fn {name}(self) -> &'static str {{")?;
        writeln!(out, "static SAID: [&str; {}] = [", LOCALES.len())?;
        for message in said {
            writeln!(out, "{:?},", sketch(&message.parts))?;
        }
        return Ok(writeln!(out, "];\nSAID[self.locale as usize]\n}}\n")?);
    }
    let typed = |name: &String| match NUMBERS.contains(&name.as_str()) {
        true => format!("{name}: u32"),
        false => format!("{name}: &str"),
    };
    let inputs: Vec<String> = values.iter().map(typed).collect();
    writeln!(
        out,
        "/// {text}\n#[must_use]\npub fn {name}(self, {}) -> String {{",
        inputs.join(", ")
    )?;
    writeln!(out, "static SAID: [&[Part]; {}] = [", LOCALES.len())?;
    for message in said {
        writeln!(out, "{},", list(&message.parts, &values))?;
    }
    let passed = values.iter().map(|name| match NUMBERS.contains(&name.as_str()) {
        true => format!("Value::Number({name})"),
        false => format!("Value::Text({name})"),
    });
    let passed = passed.collect::<Vec<_>>().join(", ");
    Ok(writeln!(out, "];\nself.fill(SAID[self.locale as usize], &[{passed}])\n}}\n")?)
}

/// The text with its values in braces, of the default variant.
fn sketch(parts: &[Part]) -> String {
    let mut out = String::new();
    for part in parts {
        match part {
            Part::Text(text) => out.push_str(text),
            Part::Value(name) => out.push_str(&format!("`{{{name}}}`")),
            Part::Select { default, .. } => out.push_str(&sketch(default)),
        }
    }
    out
}

fn list(parts: &[Part], values: &[String]) -> String {
    let index = |name: &String| values.iter().position(|v| v == name).unwrap_or_default();
    let mut out = String::from("&[");
    for part in parts {
        out.push_str(&match part {
            Part::Text(text) => format!("Part::Text({text:?}), "),
            Part::Value(name) => format!("Part::Value({}), ", index(name)),
            Part::Select { on, variants, default } => {
                let variants = variants.iter().map(|(key, parts)| match key {
                    Key::Exact(n) => format!("(Key::Exact({n}), {})", list(parts, values)),
                    Key::Category(name) => {
                        let name = name[..1].to_uppercase() + &name[1..];
                        format!("(Key::Category(PluralCategory::{name}), {})", list(parts, values))
                    }
                });
                format!(
                    "Part::Select {{ on: {}, variants: &[{}], default: {} }}, ",
                    index(on),
                    variants.collect::<Vec<_>>().join(", "),
                    list(default, values)
                )
            }
        });
    }
    out.push(']');
    out
}
