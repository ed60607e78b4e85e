//! The reason: radio buttons and an optional text. Nobody has to answer in order to cancel.

use askama::Template;

use super::chrome::{Chrome, SubscriptionSummary};
use super::samples::{CANCEL_EFFECT, Sample, chrome, summary, variants};

/// Longest comment, in UTF-16 units as browsers count `maxlength`.
pub const MAX_COMMENT: u32 = 5_000;

/// The survey.
#[derive(Debug, Clone, Template)]
#[template(path = "view/reason.html", whitespace = "minimize")]
pub struct ReasonPage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// The subscription in question; absent when billing could not be asked.
    pub summary: Option<SubscriptionSummary>,
    /// The brand's reasons, in order.
    pub reasons: Vec<ReasonOption>,
    /// Whether "Continue" works without a reason. "Cancel now" always does.
    pub is_optional: bool,
    /// The comment as typed so far.
    pub comment: String,
    /// What is wrong with the answer, such as `Words::reason_error`.
    pub error: Option<String>,
    /// What the finishing control does: `Words::cancel_effect_on` with its date.
    pub cancel_effect: String,
}

/// One reason to choose.
#[derive(Debug, Clone)]
pub struct ReasonOption {
    /// Value of the field `reason`.
    pub id: String,
    /// Text beside the radio button.
    pub label: String,
    /// Whether the customer chose it before.
    pub is_chosen: bool,
}

impl ReasonPage {
    fn step(&self) -> &'static str {
        "reason"
    }

    fn title(&self) -> &'static str {
        self.chrome.words.reason_title()
    }

    fn max_comment(&self) -> u32 {
        MAX_COMMENT
    }

    /// Samples for the gallery and the tests.
    #[must_use]
    pub fn samples() -> Vec<Sample<Self>> {
        let mut samples = variants(|text| Self {
            chrome: chrome(text),
            summary: Some(summary(text)),
            reasons: [text; 3].map(|t| reason(t, t)).into(),
            is_optional: true,
            comment: text.to_owned(),
            error: Some(text.to_owned()),
            cancel_effect: text.to_owned(),
        });
        let plain = Self {
            chrome: chrome("Acme"),
            summary: Some(summary("Team")),
            reasons: DEFAULT_REASONS.map(|(id, label)| reason(id, label)).into(),
            is_optional: true,
            comment: String::new(),
            error: None,
            cancel_effect: CANCEL_EFFECT.to_owned(),
        };
        let mut problem = plain.clone();
        problem.chrome.problem = Some("Your answer could not be saved. Send it again.".to_owned());
        problem.error = Some(plain.chrome.words.reason_error().to_owned());
        problem.is_optional = false;
        let mut answered =
            Self { summary: None, comment: "Too big for us.".into(), ..plain.clone() };
        answered.reasons[1].is_chosen = true;
        samples.extend([("plain", plain), ("problem", problem), ("answered", answered)]);
        samples
    }
}

const DEFAULT_REASONS: [(&str, &str); 8] = [
    ("too_expensive", "It costs too much"),
    ("unused", "I do not use it enough"),
    ("missing_features", "A feature I need is missing"),
    ("switched_service", "I found another product"),
    ("low_quality", "It does not work well"),
    ("too_complex", "It is too complicated"),
    ("customer_service", "I was not happy with support"),
    ("other", "Something else"),
];

fn reason(id: &str, label: &str) -> ReasonOption {
    ReasonOption { id: id.to_owned(), label: label.to_owned(), is_chosen: false }
}
