//! What the engine may rely on, of every method of its store port, on both engines.

pub(crate) mod actions;
mod assessments;
mod brands;
mod crowd;
mod customer_limits;
mod decisions;
mod flows;
mod history;
mod mirror;
mod offers;
mod planned;
mod playbooks;
mod redemptions;
mod rollback;
mod surveys;
mod undo;
pub(crate) mod world;
