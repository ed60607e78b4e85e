//! Randomness.

/// A source of unpredictable bytes; seeded in tests.
pub trait Rng: Send + Sync {
    /// Fills `buffer` with random bytes.
    fn fill(&self, buffer: &mut [u8]);
}
