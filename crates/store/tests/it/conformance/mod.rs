//! What the engine may rely on, of every method of its store port, on both engines.

mod actions;
mod brands;
mod crowd;
mod decisions;
mod flows;
mod mirror;
mod rollback;
mod undo;
mod world;
