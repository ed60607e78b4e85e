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
    /// The heading: `Words::discount_months`, `Words::pause_title`, or a tip's own title.
    pub heading: String,
    /// The playbook's words about this offer, a paragraph each; may be empty.
    pub paragraphs: Vec<String>,
    /// What the offer is.
    pub card: OfferCard,
    /// What is wrong with the answer, such as `Words::pause_error`.
    pub error: Option<String>,
    /// What the finishing control does: `Words::cancel_effect_on` with its date.
    pub cancel_effect: String,
}

/// What an offer changes.
#[derive(Debug, Clone)]
pub enum OfferCard {
    /// A lower price for a while.
    Discount {
        /// Price with the offer: `$36.75 per month`.
        price_with: String,
        /// First invoice with the offer: `Next invoice, December 23, 2026`.
        starts: String,
        /// Day the offer ends; absent for a discount without end.
        ends: Option<String>,
        /// Price after it and that it renews (`Words::renews`); absent for a discount without end.
        price_after: Option<String>,
    },
    /// No invoices for some months.
    Pause {
        /// The lengths to choose from; none is preselected.
        options: Vec<PauseOption>,
        /// Price after the pause and that it renews: `Words::renews`.
        price_after: String,
    },
    /// A tip that answers the reason; changes nothing.
    Content,
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

impl OfferPage {
    fn step(&self) -> &'static str {
        "offer"
    }

    fn title(&self) -> String {
        self.heading.clone()
    }

    fn label(&self) -> &'static str {
        let words = self.chrome.words;
        if matches!(self.card, OfferCard::Content) {
            words.tip_label()
        } else {
            words.offer_label()
        }
    }

    fn accept_label(&self) -> &'static str {
        match self.card {
            OfferCard::Discount { .. } => self.chrome.words.keep_with_offer(),
            OfferCard::Pause { .. } => self.chrome.words.keep_with_pause(),
            OfferCard::Content => self.chrome.words.keep_plan(),
        }
    }

    /// Samples for the gallery and the tests.
    #[must_use]
    pub fn samples() -> Vec<Sample<Self>> {
        let mut samples = variants(|text| Self {
            chrome: chrome(text),
            offer_id: text.to_owned(),
            heading: text.to_owned(),
            paragraphs: vec![text.to_owned(), text.to_owned()],
            card: OfferCard::Pause {
                options: vec![pause(1, text, text), pause(2, text, text)],
                price_after: text.to_owned(),
            },
            error: Some(text.to_owned()),
            cancel_effect: text.to_owned(),
        });
        let discount = Self {
            chrome: chrome("Acme"),
            offer_id: "discount_25".to_owned(),
            heading: "25% off for 3 months".to_owned(),
            paragraphs: vec!["The plan stays the same, at a lower price.".to_owned()],
            card: discount_card(),
            error: None,
            cancel_effect: CANCEL_EFFECT.to_owned(),
        };
        let pause = Self {
            heading: "Pause your plan".to_owned(),
            paragraphs: Vec::new(),
            card: pause_card(),
            ..discount.clone()
        };
        let unanswered = Self { error: Some("Choose how long to pause.".into()), ..pause.clone() };
        let tip = Self {
            heading: "Set it up in ten minutes".to_owned(),
            paragraphs: vec![
                "The import assistant reads your old data and suggests a set-up. You can change everything later.".to_owned(),
                "It is under Settings, Import.".to_owned(),
            ],
            card: OfferCard::Content,
            ..discount.clone()
        };
        samples.extend([
            ("discount", discount),
            ("pause", pause),
            ("pause-unanswered", unanswered),
            ("tip", tip),
        ]);
        samples
    }
}

fn discount_card() -> OfferCard {
    OfferCard::Discount {
        price_with: "$36.75 per month".to_owned(),
        starts: "Next invoice, December 23, 2026".to_owned(),
        ends: Some("March 23, 2027".to_owned()),
        price_after: Some("$49.00 per month, renews until you cancel".to_owned()),
    }
}

fn pause_card() -> OfferCard {
    OfferCard::Pause {
        options: vec![
            pause(1, "1 month", "Resumes January 23, 2027"),
            pause(2, "2 months", "Resumes February 23, 2027"),
            pause(3, "3 months", "Resumes March 23, 2027"),
        ],
        price_after: "$49.00 per month, renews until you cancel".to_owned(),
    }
}

fn pause(months: u32, length: &str, resumes: &str) -> PauseOption {
    let (length, resumes) = (length.to_owned(), resumes.to_owned());
    PauseOption { months, length, resumes, is_chosen: false }
}
