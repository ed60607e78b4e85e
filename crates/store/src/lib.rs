//! One SQL text for SQLite and PostgreSQL, behind the engine's store port.
//!
//! [`db`] is the layer that knows the two engines: durable units of work, reads, placeholders and
//! migrations. Everything above it writes SQL once and never asks which engine is underneath.

pub mod db;

/// Every SQL text this crate runs, for the check that both engines accept each of them.
pub fn statements() -> impl Iterator<Item = &'static db::Statement> {
    db::STATEMENTS.iter().flat_map(|file| file.iter().copied())
}
