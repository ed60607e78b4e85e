//! A small HTTP load generator: as much load as two cores leave room for, so its own work per
//! request is kept to one write and one read.

pub mod crowd;
pub mod customers;
pub mod flow;
pub mod http;
pub mod timing;

/// What a run of the bench can fail with; its text goes to whoever runs it.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;
