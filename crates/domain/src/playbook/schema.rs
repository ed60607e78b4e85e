//! The published JSON Schema of the document, derived from its types.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema as schema};
use serde_json::Value;

use super::Playbook;
use crate::ids::{OfferId, ReasonId};
use crate::money::{Currency, Percent};
use crate::session::AttributeValue;

/// Name of the schema; its last part is the version of the format.
const ID: &str = "urn:renumerate:playbook:1";

/// The schema of a playbook, JSON Schema 2020-12.
#[must_use]
pub fn json_schema() -> Value {
    let generator = SchemaSettings::draft2020_12().for_deserialize().into_generator();
    let mut schema = generator.into_root_schema_for::<Playbook>().to_value();
    if let Some(root) = schema.as_object_mut() {
        root.insert("$id".to_owned(), ID.into());
    }
    schema
}

/// A type whose documents are checked when they are read.
macro_rules! checked {
    ($type:ty, $name:literal, $schema:tt) => {
        impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                schema!($schema)
            }
        }
    };
}

checked!(OfferId, "OfferId", {
    "type": "string",
    "pattern": "^offer_[A-Za-z0-9_-]{1,240}$",
});
checked!(ReasonId, "ReasonId", {
    "type": "string",
    "pattern": "^reason_[A-Za-z0-9_-]{1,240}$",
});
checked!(Currency, "Currency", { "type": "string", "pattern": "^[a-z]{3}$" });
checked!(Percent, "Percent", { "type": "integer", "minimum": 1, "maximum": 100 });
checked!(AttributeValue, "AttributeValue", { "type": ["string", "number", "boolean"] });
