//! One SQL text for SQLite and PostgreSQL, behind the engine's store port.
//!
//! [`db`] is the layer that knows the two engines: durable units of work, reads, placeholders and
//! migrations. Everything above it writes SQL once and never asks which engine is underneath.

mod actions;
mod assessments;
mod brands;
mod codec;
mod customer_limits;
pub mod db;
mod decisions;
mod events;
mod flows;
mod mirror;
mod planned_changes;
mod playbooks;
mod redemptions;
mod settlements;
mod sql_store;
mod surveys;
mod test_data;
mod usage;

pub use sql_store::{MIGRATIONS, SqlStore};

/// Every SQL text this crate runs, for the check that both engines accept each of them.
pub fn statements() -> impl Iterator<Item = &'static db::Statement> {
    let own = [
        actions::STATEMENTS,
        assessments::STATEMENTS,
        brands::STATEMENTS,
        customer_limits::STATEMENTS,
        decisions::STATEMENTS,
        events::STATEMENTS,
        flows::STATEMENTS,
        mirror::STATEMENTS,
        planned_changes::STATEMENTS,
        playbooks::STATEMENTS,
        redemptions::STATEMENTS,
        settlements::STATEMENTS,
        surveys::STATEMENTS,
        test_data::STATEMENTS,
        usage::STATEMENTS,
    ];
    db::STATEMENTS.iter().copied().chain(own).flat_map(|file| file.iter().copied())
}
