//! One offer, with everything it changes on its card, beside a control that finishes the cancellation.

use askama::Template;

use super::chrome::Chrome;
use super::samples::{CANCEL_EFFECT, Sample, chrome, variants};

/// The offer screen.
#[derive(Debug, Clone, Template)]
#[template(path = "view/offer.html", whitespace = "minimize")]
pub struct OfferPage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// Value of the field `offer_id`.
    pub offer_id: String,
    /// Whether it changes nothing: then it is a tip, not an offer.
    pub is_tip: bool,
    /// The heading: the brand's own, or the built-in one of its kind.
    pub heading: String,
    /// What it means, a paragraph each; may be empty.
    pub paragraphs: Vec<String>,
    /// Something to read or to look at.
    pub content: Vec<Content>,
    /// What changes, line by line; may be empty.
    pub facts: Vec<Fact>,
    /// Lengths of a pause to choose from; none is preselected.
    pub pauses: Vec<PauseOption>,
    /// The button that accepts.
    pub accept_label: String,
    /// The button that goes on without it: to another offer, or to the confirmation.
    pub decline_label: &'static str,
    /// What is wrong with the answer, such as `Words::pause_error`.
    pub error: Option<String>,
    /// What the finishing control does: `Words::cancel_effect_on` with its date.
    pub cancel_effect: String,
}

/// One line of what an offer changes, or of what was applied.
#[derive(Debug, Clone)]
pub struct Fact {
    /// What it is about.
    pub label: String,
    /// What is said of it.
    pub value: String,
    /// Whether it is the line that counts.
    pub is_headline: bool,
}

impl Fact {
    /// A line.
    #[must_use]
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { label: label.into(), value: value.into(), is_headline: false }
    }

    /// The line that counts.
    #[must_use]
    pub fn headline(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { is_headline: true, ..Self::new(label, value) }
    }
}

/// Something to read or to look at.
#[derive(Debug, Clone)]
pub enum Content {
    /// A paragraph.
    Text(String),
    /// A picture.
    Image {
        /// Where it is.
        url: String,
        /// What it shows.
        alt: String,
    },
    /// A film with controls.
    Video {
        /// Where it is.
        url: String,
        /// What it shows.
        title: String,
        /// Captions: locale and address.
        captions: Vec<(String, String)>,
    },
}

/// One length of a pause.
#[derive(Debug, Clone)]
pub struct PauseOption {
    /// Value of the field `months`.
    pub months: u32,
    /// `2 months`.
    pub length: String,
    /// `Resumes January 23, 2027`.
    pub resumes: String,
    /// Whether the customer chose it before.
    pub is_chosen: bool,
}

/// Where the samples' pictures are.
const MEDIA: &str = "https://media.acme.example/setup";

impl OfferPage {
    fn step(&self) -> &'static str {
        "offer"
    }

    fn title(&self) -> String {
        self.heading.clone()
    }

    fn label(&self) -> &'static str {
        let words = self.chrome.words;
        if self.is_tip { words.tip_label() } else { words.offer_label() }
    }

    /// Samples for the gallery and the tests.
    #[must_use]
    pub fn samples() -> Vec<Sample<Self>> {
        let mut samples = variants(|text| Self {
            chrome: chrome(text),
            offer_id: text.to_owned(),
            is_tip: false,
            heading: text.to_owned(),
            paragraphs: vec![text.to_owned(), text.to_owned()],
            content: vec![
                Content::Text(text.to_owned()),
                Content::Image { url: MEDIA.to_owned(), alt: text.to_owned() },
                Content::Video {
                    url: MEDIA.to_owned(),
                    title: text.to_owned(),
                    captions: vec![("en".to_owned(), MEDIA.to_owned())],
                },
            ],
            facts: vec![Fact::headline(text, text), Fact::new(text, text)],
            pauses: vec![pause(1, text, text), pause(2, text, text)],
            accept_label: text.to_owned(),
            decline_label: "Continue to cancel",
            error: Some(text.to_owned()),
            cancel_effect: text.to_owned(),
        });
        let discount = Self {
            chrome: chrome("Acme"),
            offer_id: "offer_discount".to_owned(),
            is_tip: false,
            heading: "25% off for 3 months".to_owned(),
            paragraphs: vec!["The plan stays the same, at a lower price.".to_owned()],
            content: Vec::new(),
            facts: vec![
                Fact::headline("With this offer", "$36.75 per month"),
                Fact::new("Next invoice", "$36.75 on December 23, 2026"),
                Fact::new("Ends", "March 23, 2027"),
                Fact::new("After that", "$49.00 per month, renews until you cancel"),
            ],
            pauses: Vec::new(),
            accept_label: "Keep my plan with this offer".to_owned(),
            decline_label: "Continue to cancel",
            error: None,
            cancel_effect: CANCEL_EFFECT.to_owned(),
        };
        let pause = Self {
            heading: "Pause your plan".to_owned(),
            paragraphs: vec!["No invoices during the pause.".to_owned()],
            facts: vec![Fact::new("After the pause", "$49.00 per month, renews until you cancel")],
            pauses: vec![
                pause(1, "1 month", "Resumes January 23, 2027"),
                pause(2, "2 months", "Resumes February 23, 2027"),
                pause(3, "3 months", "Resumes March 23, 2027"),
            ],
            accept_label: "Pause my plan".to_owned(),
            decline_label: "Show another option",
            ..discount.clone()
        };
        let unanswered = Self { error: Some("Choose how long to pause.".into()), ..pause.clone() };
        let tip = Self {
            is_tip: true,
            heading: "Set it up in ten minutes".to_owned(),
            paragraphs: vec![
                "The import assistant reads your old data and suggests a set-up. You can change everything later.".to_owned(),
                "It is under Settings, Import.".to_owned(),
            ],
            facts: Vec::new(),
            accept_label: "Keep my plan".to_owned(),
            ..discount.clone()
        };
        let media = Self {
            content: vec![
                Content::Image { url: MEDIA.to_owned(), alt: "The import assistant".to_owned() },
                Content::Text("Two minutes, step by step:".to_owned()),
                Content::Video {
                    url: MEDIA.to_owned(),
                    title: "The first import".to_owned(),
                    captions: vec![("en".to_owned(), MEDIA.to_owned())],
                },
            ],
            ..tip.clone()
        };
        samples.extend([
            ("discount", discount),
            ("pause", pause),
            ("pause-unanswered", unanswered),
            ("tip", tip),
            ("media", media),
        ]);
        samples
    }
}

fn pause(months: u32, length: &str, resumes: &str) -> PauseOption {
    let (length, resumes) = (length.to_owned(), resumes.to_owned());
    PauseOption { months, length, resumes, is_chosen: false }
}
