//! The reason: radio buttons and an optional text. Nobody has to answer in order to cancel.

use askama::Template;

use super::chrome::{Chrome, SubscriptionSummary};
use super::samples::{CANCEL_EFFECT, EN, Sample, chrome, summary, variants};

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
    /// What is asked.
    pub questions: Questions,
    /// What the finishing control does: `Words::cancel_effect_on` with its date.
    pub cancel_effect: String,
}

/// The question for the reason, wherever it is asked.
#[derive(Debug, Clone)]
pub struct Questions {
    /// The question: `Words::reason_legend`, or `Words::after_survey_title`.
    pub legend: &'static str,
    /// The brand's reasons, in order.
    pub reasons: Vec<ReasonOption>,
    /// The comment as typed so far; none when no reason wants a text.
    pub comment: Option<String>,
    /// What is wrong with the answer, such as `Words::reason_error`.
    pub error: Option<String>,
}

/// One reason to choose.
#[derive(Debug, Clone)]
pub struct ReasonOption {
    /// Value of the field `reason`.
    pub id: String,
    /// Text beside the radio button.
    pub label: String,
    /// Where the customer writes more.
    pub text: OwnText,
    /// Whether the customer chose it before.
    pub is_chosen: bool,
}

/// Where a customer who chose a reason writes more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OwnText {
    /// In the comment.
    Shared,
    /// Below a question of its own: the question, and the text as typed so far.
    Asked(String, String),
    /// Nowhere.
    Off,
}

impl Questions {
    pub(super) fn max_comment(&self) -> u32 {
        MAX_COMMENT
    }
}

impl ReasonPage {
    fn step(&self) -> &'static str {
        "reason"
    }

    fn title(&self) -> &'static str {
        self.chrome.words.reason_title()
    }

    /// Samples for the gallery and the tests.
    #[must_use]
    pub fn samples() -> Vec<Sample<Self>> {
        let mut samples = variants(|text| Self {
            chrome: chrome(text),
            summary: Some(summary(text)),
            questions: hostile(text),
            cancel_effect: text.to_owned(),
        });
        let plain = Self {
            chrome: chrome("Acme"),
            summary: Some(summary("Team")),
            questions: plain(),
            cancel_effect: CANCEL_EFFECT.to_owned(),
        };
        let mut problem = plain.clone();
        problem.chrome.problem = Some("Your answer could not be saved. Send it again.".to_owned());
        problem.questions.error = Some(plain.chrome.words.reason_error().to_owned());
        let mut answered = Self { summary: None, ..plain.clone() };
        answered.questions.comment = Some("Too big for us.".into());
        answered.questions.reasons[1].is_chosen = true;
        let mut asked = plain.clone();
        asked.questions.reasons[2].is_chosen = true;
        asked.questions.reasons[2].text =
            OwnText::Asked("Which feature is missing?".into(), "Export to PDF".into());
        let mut without_text = plain.clone();
        without_text.questions.comment = None;
        for reason in &mut without_text.questions.reasons {
            reason.text = OwnText::Off;
        }
        samples.extend([
            ("plain", plain),
            ("problem", problem),
            ("answered", answered),
            ("asked", asked),
            ("without-text", without_text),
        ]);
        samples
    }
}

/// The questions with a text in every field.
pub(super) fn hostile(text: &str) -> Questions {
    let own = OwnText::Asked(text.to_owned(), text.to_owned());
    Questions {
        legend: EN.reason_legend(),
        reasons: [text; 3].map(|t| ReasonOption { text: own.clone(), ..reason(t, t) }).into(),
        comment: Some(text.to_owned()),
        error: Some(text.to_owned()),
    }
}

/// The built-in questions.
pub(super) fn plain() -> Questions {
    Questions {
        legend: EN.reason_legend(),
        reasons: DEFAULT_REASONS.map(|(id, label)| reason(id, label)).into(),
        comment: Some(String::new()),
        error: None,
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
    let (id, label) = (id.to_owned(), label.to_owned());
    ReasonOption { id, label, text: OwnText::Shared, is_chosen: false }
}
