//! The billing provider refused a change: what that means, and what can be done now.

use askama::Template;

use super::chrome::Chrome;
use super::samples::{Sample, chrome, variants};

/// A refused change. A cancel control stays on the screen unless the plan is ending already.
#[derive(Debug, Clone, Template)]
#[template(path = "view/failed.html", whitespace = "minimize")]
pub struct FailedPage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// What was refused.
    pub failed: FailedStep,
    /// Reference that support can look up.
    pub reference: String,
    /// Day of the request: `November 23, 2026`.
    pub received_on: String,
    /// Time of the request with its zone: `8:49 PM UTC`.
    pub received_time: String,
    /// The same instant for machines (RFC 3339).
    pub received_at: String,
}

/// What was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FailedStep {
    /// A cancellation.
    Cancel,
    /// An accepted offer.
    Offer,
    /// The undoing of a cancellation.
    Undo,
}

impl FailedPage {
    fn step(&self) -> &'static str {
        "message"
    }

    fn title(&self) -> String {
        let copy = self.chrome.copy;
        match self.failed {
            FailedStep::Cancel => copy.failed_cancel_title,
            FailedStep::Offer => copy.failed_offer_title,
            FailedStep::Undo => copy.failed_undo_title,
        }
        .to_owned()
    }

    fn explanation(&self) -> &'static str {
        let copy = self.chrome.copy;
        match self.failed {
            FailedStep::Cancel => copy.failed_cancel,
            FailedStep::Offer => copy.failed_offer,
            FailedStep::Undo => copy.failed_undo,
        }
    }

    /// Samples for the gallery and the tests.
    #[must_use]
    pub fn samples() -> Vec<Sample<Self>> {
        let page = |failed, brand: &str, texts: [&str; 4]| {
            let [reference, received_on, received_time, received_at] = texts.map(str::to_owned);
            Self {
                chrome: chrome(brand),
                failed,
                reference,
                received_on,
                received_time,
                received_at,
            }
        };
        let mut samples = variants(|text| page(FailedStep::Cancel, text, [text; 4]));
        let texts = ["RC-7F3K-92QD", "November 23, 2026", "8:49 PM UTC", "2026-11-23T20:49:05Z"];
        samples.extend([
            ("cancel", page(FailedStep::Cancel, "Acme", texts)),
            ("offer", page(FailedStep::Offer, "Acme", texts)),
            ("undo", page(FailedStep::Undo, "Acme", texts)),
        ]);
        samples
    }
}
