//! `renumerate openapi`.

use super::{Failure, say};

pub(super) fn run() -> Result<(), Failure> {
    say(format_args!("{:#}", web::openapi_document()));
    Ok(())
}
