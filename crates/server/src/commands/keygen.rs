//! `renumerate keygen`.

use engine::vault::Vault;
use secrecy::ExposeSecret;

use super::{Failure, say};
use crate::adapters::OsRng;

pub(super) fn run() -> Result<(), Failure> {
    say(Vault::generate_master_key(&OsRng).expose_secret());
    Ok(())
}
