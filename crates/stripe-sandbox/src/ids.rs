//! Ids that look like Stripe's and follow from the seed alone.

use rand::SeedableRng;
use rand::distr::{Alphanumeric, SampleString};
use rand::rngs::StdRng;

/// A seeded source of ids.
pub(crate) struct Ids(StdRng);

impl Ids {
    pub(crate) fn new(seed: u64) -> Self {
        Self(StdRng::seed_from_u64(seed))
    }

    /// `prefix` and 24 letters or digits, for example `sub_1MowQVLkdIwHu7ixeRlqHVzs`.
    pub(crate) fn long(&mut self, prefix: &str) -> String {
        self.with_length(prefix, 24)
    }

    /// `prefix` and 14 letters or digits, for example `cus_NffrFeUfNV2Hib`.
    pub(crate) fn short(&mut self, prefix: &str) -> String {
        self.with_length(prefix, 14)
    }

    /// The form of a coupon id nobody chose: 8 letters or digits.
    pub(crate) fn bare(&mut self) -> String {
        self.with_length("", 8)
    }

    fn with_length(&mut self, prefix: &str, length: usize) -> String {
        format!("{prefix}{}", Alphanumeric.sample_string(&mut self.0, length))
    }
}
