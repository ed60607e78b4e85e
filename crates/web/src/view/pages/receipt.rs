//! The receipt of a cancellation: in the frame, and as a document of its own to keep.

use askama::Template;

use super::chrome::{Chrome, DecidedOutcome, Decision};
use super::reason::{OwnText, Questions};
use super::samples::{Sample, chrome, decision, variants};

/// What a receipt certifies. Shown only after the billing provider has confirmed.
#[derive(Debug, Clone)]
pub struct Receipt {
    /// Short reference that support can look up.
    pub reference: String,
    /// Name of the plan.
    pub plan: String,
    /// Day and time of the request with its zone: `November 23, 2026, 8:49 PM UTC`.
    pub canceled_moment: String,
    /// The same instant for machines (RFC 3339).
    pub canceled_at: String,
    /// Day it ends, or ended.
    pub ends_on: String,
    /// What the end means: `Words::receipt_ends_on` or `Words::receipt_ended`, with the date.
    pub effect: String,
    /// What is paid back: `Words::refund_on_cancel` with its amount.
    pub refund: Option<String>,
    /// Until when the cancellation can be undone; absent when it cannot.
    pub undo_until: Option<String>,
}

/// The receipt inside the frame.
#[derive(Debug, Clone, Template)]
#[template(path = "view/receipt.html", whitespace = "minimize")]
pub struct ReceiptPage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// The decision, for the host page.
    pub decision: Option<Decision>,
    /// The receipt.
    pub receipt: Receipt,
    /// Address of the receipt document to download.
    pub download_url: Option<String>,
    /// The question for the reason, of those who have not been asked yet.
    pub survey: Option<Questions>,
    /// Whether it has been answered.
    pub is_answered: bool,
}

/// The receipt as a page of its own, for whoever holds its bearer; also the file to download.
#[derive(Debug, Clone, Template)]
#[template(path = "view/receipt_document.html", whitespace = "minimize")]
pub struct ReceiptDocument {
    /// What surrounds it; without session and, in the downloaded file, without script.
    pub chrome: Chrome,
    /// The receipt.
    pub receipt: Receipt,
    /// Where the undo form posts; absent in the downloaded file and when it is too late.
    pub undo_url: Option<String>,
    /// Address of the file to download; absent in the file itself.
    pub download_url: Option<String>,
}

impl ReceiptPage {
    fn step(&self) -> &'static str {
        "receipt"
    }

    fn title(&self) -> &'static str {
        self.chrome.words.receipt_title()
    }

    /// Samples for the gallery and the tests.
    #[must_use]
    pub fn samples() -> Vec<Sample<Self>> {
        let mut samples = variants(|text| Self {
            chrome: chrome(text),
            decision: Some(decision(DecidedOutcome::Cancelled, text)),
            receipt: receipt(text),
            download_url: Some(format!("/receipt/{text}")),
            survey: Some(super::reason::hostile(text)),
            is_answered: false,
        });
        let plain = Self {
            chrome: chrome("Acme"),
            decision: Some(decision(DecidedOutcome::Cancelled, "Acme")),
            receipt: receipt("Team"),
            download_url: Some("/receipt/rcp_abc?download=1".to_owned()),
            survey: None,
            is_answered: false,
        };
        let at_once = Self {
            receipt: Receipt {
                effect: "It ended on November 23, 2026.".to_owned(),
                ends_on: "November 23, 2026".to_owned(),
                undo_until: None,
                refund: Some("$24.50 is refunded for the unused time.".to_owned()),
                ..receipt("Team")
            },
            ..plain.clone()
        };
        let legend = plain.chrome.words.after_survey_title();
        let questions = Questions { legend, ..super::reason::plain() };
        let survey = Self { survey: Some(questions), ..plain.clone() };
        let answered = Self { is_answered: true, ..plain.clone() };
        samples.extend([
            ("plain", plain),
            ("at-once", at_once),
            ("survey", survey),
            ("answered", answered),
        ]);
        samples
    }
}

impl ReceiptDocument {
    fn step(&self) -> &'static str {
        "receipt"
    }

    fn title(&self) -> &'static str {
        self.chrome.words.receipt_document_title()
    }

    /// Samples for the gallery and the tests.
    #[must_use]
    pub fn samples() -> Vec<Sample<Self>> {
        let document = |text: &str, chrome_text: &str| Self {
            chrome: Chrome { session_id: None, ..chrome(chrome_text) },
            receipt: receipt(text),
            undo_url: Some(format!("/receipt/{text}")),
            download_url: Some(format!("/receipt/{text}?download=1")),
        };
        let mut samples = variants(|text| document(text, text));
        let plain = document("Team", "Acme");
        let mut file = Self { undo_url: None, download_url: None, ..plain.clone() };
        file.chrome.script = "";
        samples.extend([("plain", plain), ("file", file)]);
        samples
    }
}

fn receipt(text: &str) -> Receipt {
    let is_plain = text == "Team";
    let or = |plain: &str| if is_plain { plain.to_owned() } else { text.to_owned() };
    Receipt {
        reference: or("RC-7F3K-92QD"),
        plan: text.to_owned(),
        canceled_moment: or("November 23, 2026, 8:49 PM UTC"),
        canceled_at: or("2026-11-23T20:49:05Z"),
        ends_on: or("December 23, 2026"),
        effect: or("You can use it until December 23, 2026. It does not renew."),
        refund: (!is_plain).then(|| text.to_owned()),
        undo_until: Some(or("You can undo this until December 23, 2026.")),
    }
}
