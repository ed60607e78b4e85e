//! Time.

use domain::Timestamp;

/// Tells the time. Only moves when told in tests.
pub trait Clock: Send + Sync {
    /// The time now.
    fn now(&self) -> Timestamp;
}
