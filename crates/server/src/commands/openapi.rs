//! `renumerate openapi`.

use super::{Failure, say};
use crate::settings::SettingsError;

pub(super) fn run() -> Result<(), Failure> {
    let text = web::openapi_document()
        .to_pretty_json()
        .map_err(|error| SettingsError::new(format!("the document cannot be written: {error}")))?;
    say(text);
    Ok(())
}
