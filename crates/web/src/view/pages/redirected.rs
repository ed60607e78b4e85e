//! The way to a person: a link that changes nothing, beside a control that finishes the cancellation.

use askama::Template;

use super::chrome::Chrome;
use super::samples::{CANCEL_EFFECT, Sample, chrome, variants};

/// The page an offer to talk opens.
#[derive(Debug, Clone, Template)]
#[template(path = "view/redirected.html", whitespace = "minimize")]
pub struct RedirectedPage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// The heading: the offer's.
    pub heading: String,
    /// Where the link leads: `https:` or `mailto:`.
    pub address: String,
    /// What the link says: `Words::contact_book` and its like.
    pub open_label: &'static str,
    /// What the finishing control does.
    pub cancel_effect: String,
}

impl RedirectedPage {
    fn step(&self) -> &'static str {
        "redirected"
    }

    fn title(&self) -> String {
        self.heading.clone()
    }

    /// Samples for the gallery and the tests.
    #[must_use]
    pub fn samples() -> Vec<Sample<Self>> {
        let mut samples = variants(|text| Self {
            chrome: chrome(text),
            heading: text.to_owned(),
            address: "https://example.com/call".to_owned(),
            open_label: "Book a call",
            cancel_effect: text.to_owned(),
        });
        let call = Self {
            chrome: chrome("Acme"),
            heading: "Talk to us".to_owned(),
            address: "https://example.com/call".to_owned(),
            open_label: "Book a call",
            cancel_effect: CANCEL_EFFECT.to_owned(),
        };
        samples.push(("call", call));
        samples
    }
}
