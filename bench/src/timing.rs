//! Durations of many requests and what is said of them.

use std::time::Duration;

use serde_json::{Value, json};

/// Durations of one kind of request.
#[derive(Debug, Default, Clone)]
pub struct Timings(Vec<Duration>);

impl Timings {
    /// Adds one.
    pub fn push(&mut self, took: Duration) {
        self.0.push(took);
    }

    /// Adds all of another.
    pub fn append(&mut self, mut other: Self) {
        self.0.append(&mut other.0);
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Count, median, 99th percentile and longest, in milliseconds.
    #[must_use]
    pub fn summary(&self) -> Value {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let at = |part: usize| {
            let index = (sorted.len() * part / 100).min(sorted.len().saturating_sub(1));
            sorted.get(index).map(|took| took.as_secs_f64() * 1_000.0)
        };
        json!({ "count": sorted.len(), "p50_ms": at(50), "p99_ms": at(99), "max_ms": at(100) })
    }
}
