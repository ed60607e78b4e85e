//! Use cases of the retention engine and the ports they need.
//!
//! Four doors lead here: the API, the retention view, the hub and Studio. A use case takes plain
//! values, decides through `domain`, writes through one store transaction and answers plain
//! values; it never knows which door it was called through.

pub mod directory;
mod engine;
pub mod jobs;
mod mirror;
pub mod naming;
pub mod playbooks;
pub mod ports;
pub mod retention;
pub mod vault;

pub use engine::{Engine, EngineOptions, EngineParts};
