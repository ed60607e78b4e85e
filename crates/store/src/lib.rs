//! One SQL text for SQLite and PostgreSQL, behind the engine's store port.
//!
//! [`db`] is the layer that knows the two engines: durable units of work, reads, placeholders and
//! migrations. Everything above it writes SQL once and never asks which engine is underneath.

mod actions;
mod brands;
mod codec;
pub mod db;
mod decisions;
mod events;
mod flows;
mod mirror;
mod sql_store;
mod test_data;

pub use sql_store::{MIGRATIONS, SqlStore};

/// Every SQL text this crate runs, for the check that both engines accept each of them.
pub fn statements() -> impl Iterator<Item = &'static db::Statement> {
    let own = [
        actions::STATEMENTS,
        brands::STATEMENTS,
        decisions::STATEMENTS,
        events::STATEMENTS,
        flows::STATEMENTS,
        mirror::STATEMENTS,
        test_data::STATEMENTS,
    ];
    db::STATEMENTS.iter().copied().chain(own).flat_map(|file| file.iter().copied())
}
