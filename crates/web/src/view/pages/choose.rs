//! Which subscription, when the customer has several.

use askama::Template;

use super::chrome::{Chrome, SubscriptionSummary};
use super::samples::{Sample, chrome, variants};

/// The chooser. Nothing is preselected unless the customer chose before.
#[derive(Debug, Clone, Template)]
#[template(path = "view/choose.html", whitespace = "minimize")]
pub struct ChoosePage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// The cancelable subscriptions, at least two.
    pub options: Vec<SubscriptionOption>,
    /// What is wrong with the answer, such as `Words::choose_error`.
    pub error: Option<String>,
}

/// One subscription to choose.
#[derive(Debug, Clone)]
pub struct SubscriptionOption {
    /// Value of the field `subscription_id`.
    pub subscription_id: String,
    /// What the customer sees of it.
    pub summary: SubscriptionSummary,
    /// Whether the customer chose it before.
    pub is_chosen: bool,
}

impl ChoosePage {
    fn step(&self) -> &'static str {
        "choose"
    }

    fn title(&self) -> &'static str {
        self.chrome.words.choose_title()
    }

    /// Samples for the gallery and the tests.
    #[must_use]
    pub fn samples() -> Vec<Sample<Self>> {
        let mut samples = variants(|text| Self {
            chrome: chrome(text),
            options: ["sub_1", "sub_2", "sub_3"].map(|id| option(id, text)).into(),
            error: None,
        });
        let plain = Self {
            chrome: chrome("Acme"),
            options: vec![
                SubscriptionOption { is_chosen: true, ..option("sub_1", "Team") },
                option("sub_2", "Starter"),
            ],
            error: None,
        };
        let error = plain.chrome.words.choose_error().to_owned();
        samples.push(("error", Self { error: Some(error), ..plain.clone() }));
        samples.push(("plain", plain));
        samples
    }
}

fn option(id: &str, text: &str) -> SubscriptionOption {
    let subscription_id = id.to_owned();
    SubscriptionOption { subscription_id, summary: super::samples::summary(text), is_chosen: false }
}
