//! The last look before a cancellation, only on the path through "Continue".

use askama::Template;

use super::chrome::Chrome;
use super::samples::{EN, Sample, chrome, variants};

/// What ends, when, and what is kept until then.
#[derive(Debug, Clone, Template)]
#[template(path = "view/confirm.html", whitespace = "minimize")]
pub struct ConfirmPage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// Name of the plan that ends.
    pub plan: String,
    /// Its price: `$49.00 per month`.
    pub price: String,
    /// When it ends: a date, or `Words::today`.
    pub ends: String,
    /// What is kept: `Words::usable_until`, or `Words::not_usable`.
    pub until_then: &'static str,
    /// What becomes of the time that is paid for: `Words::refund_on_cancel`, or
    /// `Words::no_refund_on_cancel`. None where there is none, or it is used.
    pub unused_time: Option<String>,
}

impl ConfirmPage {
    fn step(&self) -> &'static str {
        "confirm"
    }

    fn title(&self) -> &'static str {
        self.chrome.words.confirm_title()
    }

    /// Samples for the gallery and the tests.
    #[must_use]
    pub fn samples() -> Vec<Sample<Self>> {
        let mut samples = variants(|text| Self {
            chrome: chrome(text),
            plan: text.to_owned(),
            price: text.to_owned(),
            ends: text.to_owned(),
            until_then: EN.usable_until(),
            unused_time: Some(text.to_owned()),
        });
        let at_period_end = Self {
            chrome: chrome("Acme"),
            plan: "Team".to_owned(),
            price: "$49.00 per month".to_owned(),
            ends: "December 23, 2026".to_owned(),
            until_then: EN.usable_until(),
            unused_time: None,
        };
        let at_once = Self {
            ends: "Today, November 23, 2026".to_owned(),
            until_then: EN.not_usable(),
            unused_time: Some(EN.no_refund_on_cancel().to_owned()),
            ..at_period_end.clone()
        };
        let unknown_price = Self { price: String::new(), ends: String::new(), ..at_once.clone() };
        let refunded = Self { unused_time: Some(EN.refund_on_cancel("$24.50")), ..at_once.clone() };
        samples.extend([
            ("refunded", refunded),
            ("at-period-end", at_period_end),
            ("at-once", at_once),
            ("unknown-price", unknown_price),
        ]);
        samples
    }
}
