//! A decision is recorded and its change is still being carried out. Never says that it is done.

use askama::Template;

use super::chrome::{Chrome, DecidedOutcome, Decision};
use super::samples::{Sample, chrome, decision, variants};

/// The waiting screen. It refreshes itself with scripts, and by a button without.
#[derive(Debug, Clone, Template)]
#[template(path = "view/pending.html", whitespace = "minimize")]
pub struct PendingPage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// The decision, for the host page; none for an undo.
    pub decision: Option<Decision>,
    /// What is being carried out.
    pub pending: PendingStep,
    /// Reference that support can look up.
    pub reference: String,
    /// Day and time of the request with its zone: `November 23, 2026, 8:49 PM UTC`.
    pub received_moment: String,
    /// The same instant for machines (RFC 3339).
    pub received_at: String,
    /// Milliseconds until the script asks again; none when it should not.
    pub poll_ms: Option<u32>,
}

/// What is being carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PendingStep {
    /// A cancellation.
    Cancel,
    /// An accepted offer.
    Offer,
    /// An accepted offer that the brand carries out itself.
    Custom,
    /// The undoing of a cancellation.
    Undo,
}

impl PendingPage {
    fn step(&self) -> &'static str {
        "pending"
    }

    fn title(&self) -> &'static str {
        let words = self.chrome.words;
        match self.pending {
            PendingStep::Cancel => words.pending_cancel_title(),
            PendingStep::Offer | PendingStep::Custom => words.pending_offer_title(),
            PendingStep::Undo => words.pending_undo_title(),
        }
    }

    fn explanation(&self) -> String {
        let words = self.chrome.words;
        let said = match self.pending {
            PendingStep::Cancel => words.pending_cancel(),
            PendingStep::Offer => words.pending_offer(),
            PendingStep::Custom => return words.pending_custom(&self.chrome.brand_name),
            PendingStep::Undo => words.pending_undo(),
        };
        said.to_owned()
    }

    /// Samples for the gallery and the tests.
    #[must_use]
    pub fn samples() -> Vec<Sample<Self>> {
        let mut samples = variants(|text| Self {
            chrome: chrome(text),
            decision: Some(decision(DecidedOutcome::Cancelled, text)),
            pending: PendingStep::Cancel,
            reference: text.to_owned(),
            received_moment: text.to_owned(),
            received_at: text.to_owned(),
            poll_ms: Some(1500),
        });
        let cancel = Self {
            chrome: chrome("Acme"),
            decision: Some(decision(DecidedOutcome::Cancelled, "Acme")),
            pending: PendingStep::Cancel,
            reference: "RC-7F3K-92QD".to_owned(),
            received_moment: "November 23, 2026, 8:49 PM UTC".to_owned(),
            received_at: "2026-11-23T20:49:05Z".to_owned(),
            poll_ms: Some(1500),
        };
        let offer = Self {
            decision: Some(decision(DecidedOutcome::Retained, "Acme")),
            pending: PendingStep::Offer,
            ..cancel.clone()
        };
        let custom = Self { pending: PendingStep::Custom, ..offer.clone() };
        let undo =
            Self { decision: None, pending: PendingStep::Undo, poll_ms: None, ..cancel.clone() };
        let mut outside = Self { reference: String::new(), ..undo.clone() };
        outside.chrome.session_id = None;
        samples.extend([
            ("cancel", cancel),
            ("offer", offer),
            ("custom", custom),
            ("undo", undo),
            ("undo-outside-a-session", outside),
        ]);
        samples
    }
}
