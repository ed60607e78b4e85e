//! JSON that is read strictly: no key twice, no NUL, no field nobody asked for.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};

use crate::error::ApiError;

/// Most fields one object may have: each is compared with those before it.
const MAX_FIELDS: usize = 1_000;

/// A JSON value whose objects keep their order and have no key twice.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Strict {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List,
    Object(Vec<(String, Strict)>),
}

/// Reads a body.
pub(crate) fn parse(body: &[u8]) -> Result<Strict, ApiError> {
    let text = std::str::from_utf8(body)
        .map_err(|_| ApiError::bad_request("invalid_json", "The body is not valid UTF-8."))?;
    serde_json::from_str(text).map_err(|error| {
        ApiError::bad_request("invalid_json", format!("The body is not valid JSON: {error}."))
    })
}

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StrictVisitor)
    }
}

struct StrictVisitor;

impl<'de> Visitor<'de> for StrictVisitor {
    type Value = Strict;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Strict, E> {
        Ok(Strict::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Strict, E> {
        Ok(Strict::Bool(value))
    }

    #[expect(clippy::cast_precision_loss, reason = "attributes are numbers of segments, not money")]
    fn visit_i64<E>(self, value: i64) -> Result<Strict, E> {
        Ok(Strict::Number(value as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "attributes are numbers of segments, not money")]
    fn visit_u64<E>(self, value: u64) -> Result<Strict, E> {
        Ok(Strict::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Strict, E> {
        Ok(Strict::Number(value))
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Strict, E> {
        self.visit_string(text.to_owned())
    }

    fn visit_string<E: serde::de::Error>(self, text: String) -> Result<Strict, E> {
        if text.contains('\0') {
            return Err(E::custom("a text holds the character U+0000"));
        }
        Ok(Strict::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Strict, A::Error> {
        while seq.next_element::<Strict>()?.is_some() {}
        Ok(Strict::List)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Strict, A::Error> {
        let mut fields: Vec<(String, Strict)> = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            if key.contains('\0') {
                return Err(A::Error::custom("a key holds the character U+0000"));
            }
            if fields.len() == MAX_FIELDS {
                return Err(A::Error::custom("an object has too many fields"));
            }
            if fields.iter().any(|(known, _)| *known == key) {
                return Err(A::Error::custom(format!("the key `{key}` stands twice")));
            }
            fields.push((key, map.next_value()?));
        }
        Ok(Strict::Object(fields))
    }
}

/// The fields of an object, taken one by one; what is left at the end is unknown.
pub(crate) struct Fields {
    path: String,
    fields: Vec<(String, Strict)>,
}

impl Fields {
    /// The fields of `value`, an object at `path`.
    pub(crate) fn of(value: Strict, path: &str) -> Result<Self, ApiError> {
        match value {
            Strict::Object(fields) => Ok(Self { path: path.to_owned(), fields }),
            _ if path.is_empty() => {
                Err(ApiError::bad_request("invalid_json", "The body must be a JSON object."))
            }
            _ => Err(ApiError::invalid_field(path, "must be an object")),
        }
    }

    /// Full name of a field.
    pub(crate) fn name(&self, field: &str) -> String {
        if self.path.is_empty() { field.to_owned() } else { format!("{}.{field}", self.path) }
    }

    /// Takes a field; null counts as absent.
    pub(crate) fn take(&mut self, field: &str) -> Option<Strict> {
        let at = self.fields.iter().position(|(name, _)| name == field)?;
        Some(self.fields.swap_remove(at).1).filter(|value| *value != Strict::Null)
    }

    /// Takes a text of 1 to `max` characters.
    pub(crate) fn text(&mut self, field: &str, max: usize) -> Result<Option<String>, ApiError> {
        match self.take(field) {
            None => Ok(None),
            Some(Strict::Text(text)) if !text.is_empty() && text.chars().count() <= max => {
                Ok(Some(text))
            }
            Some(Strict::Text(_)) => {
                let expected = format!("must be 1 to {max} characters long");
                Err(ApiError::invalid_field(&self.name(field), &expected))
            }
            Some(_) => Err(ApiError::invalid_field(&self.name(field), "must be a string")),
        }
    }

    /// Takes a text and reads it with `parse`.
    pub(crate) fn parsed<T, E: fmt::Display>(
        &mut self,
        field: &str,
        max: usize,
        parse: impl Fn(&str) -> Result<T, E>,
    ) -> Result<Option<T>, ApiError> {
        let Some(text) = self.text(field, max)? else { return Ok(None) };
        parse(&text).map(Some).map_err(|error| {
            ApiError::invalid_field(&self.name(field), &format!("is not valid: {error}"))
        })
    }

    /// Refuses what nobody took, naming the first.
    pub(crate) fn done(self) -> Result<(), ApiError> {
        match self.fields.first() {
            None => Ok(()),
            Some((field, _)) => {
                let name = self.name(field);
                let message = format!("`{name}` is not a field of this request. Remove it.");
                Err(ApiError::bad_request("unknown_field", message).with_param(&name))
            }
        }
    }
}
