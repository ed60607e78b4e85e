//! Stripe's own list of reasons.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Stripe's closed list of cancellation feedback
/// (<https://docs.stripe.com/api/subscriptions/update>, `cancellation_details.feedback`).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Feedback {
    /// Customer service was less than expected.
    CustomerService,
    /// Quality was less than expected.
    LowQuality,
    /// Some features are missing.
    MissingFeatures,
    /// Something else.
    Other,
    /// Switching to a different service.
    SwitchedService,
    /// Ease of use was less than expected.
    TooComplex,
    /// It is too expensive.
    TooExpensive,
    /// Not used enough.
    Unused,
}

impl Feedback {
    /// All values, in the order the built-in survey shows them.
    pub const ALL: [Self; 8] = [
        Self::TooExpensive,
        Self::Unused,
        Self::MissingFeatures,
        Self::SwitchedService,
        Self::TooComplex,
        Self::LowQuality,
        Self::CustomerService,
        Self::Other,
    ];

    /// The word on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::CustomerService => "customer_service",
            Self::LowQuality => "low_quality",
            Self::MissingFeatures => "missing_features",
            Self::Other => "other",
            Self::SwitchedService => "switched_service",
            Self::TooComplex => "too_complex",
            Self::TooExpensive => "too_expensive",
            Self::Unused => "unused",
        }
    }
}
