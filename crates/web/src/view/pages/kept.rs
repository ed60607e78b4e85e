//! The subscription continues: exactly what was applied, as the billing provider confirmed it.

use askama::Template;

use super::chrome::{Chrome, DecidedOutcome, Decision};
use super::offer::Fact;
use super::samples::{Sample, chrome, decision, variants};
use crate::i18n::Words;

/// The result of keeping the plan, with or without an offer.
#[derive(Debug, Clone, Template)]
#[template(path = "view/kept.html", whitespace = "minimize")]
pub struct KeptPage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// The decision, for the host page.
    pub decision: Option<Decision>,
    /// Name of the plan.
    pub plan: String,
    /// The heading: `Words::kept_title` and its like.
    pub heading: &'static str,
    /// A sentence of the brand, from its own endpoint.
    pub message: Option<String>,
    /// What was applied; empty when nothing was.
    pub applied: Vec<Fact>,
    /// What comes after it.
    pub afterwards: Vec<Fact>,
    /// The next invoice, read after the change; absent when there is none or it is not known.
    pub next_invoice: Option<NextInvoice>,
    /// Reference that support can look up, where something was changed.
    pub reference: Option<String>,
}

/// The next invoice.
#[derive(Debug, Clone)]
pub struct NextInvoice {
    /// `$36.75`.
    pub amount: String,
    /// `December 23, 2026`.
    pub date: String,
}

impl NextInvoice {
    pub(crate) fn text(&self, words: Words) -> String {
        words.amount_on(&self.amount, &self.date)
    }
}

impl KeptPage {
    fn step(&self) -> &'static str {
        "kept"
    }

    fn title(&self) -> &'static str {
        self.heading
    }

    fn next_invoice_text(&self) -> Option<String> {
        self.next_invoice.as_ref().map(|invoice| invoice.text(self.chrome.words))
    }

    /// Samples for the gallery and the tests.
    #[must_use]
    pub fn samples() -> Vec<Sample<Self>> {
        let mut samples = variants(|text| Self {
            chrome: chrome(text),
            decision: Some(decision(DecidedOutcome::Retained, text)),
            plan: text.to_owned(),
            heading: "Your plan continues",
            message: Some(text.to_owned()),
            applied: vec![Fact::new(text, text)],
            afterwards: vec![Fact::new(text, text)],
            next_invoice: Some(NextInvoice { amount: text.to_owned(), date: text.to_owned() }),
            reference: Some(text.to_owned()),
        });
        let invoice = |amount: &str, date: &str| {
            Some(NextInvoice { amount: amount.to_owned(), date: date.to_owned() })
        };
        let after = "$49.00 per month, renews until you cancel";
        let discounted = Self {
            chrome: chrome("Acme"),
            decision: Some(decision(DecidedOutcome::Retained, "Acme")),
            plan: "Team".to_owned(),
            heading: "Your plan continues",
            message: None,
            applied: vec![
                Fact::new("Applied", "25% off for 3 months"),
                Fact::new("Discount ends", "March 23, 2027"),
            ],
            afterwards: vec![Fact::new("After that", after)],
            next_invoice: invoice("$36.75", "December 23, 2026"),
            reference: Some("RC-7F3K-92QD".to_owned()),
        };
        let paused = Self {
            heading: "Your pause is set",
            applied: vec![
                Fact::new("Applied", "Paused until February 23, 2027"),
                Fact::new("Resumes", "February 23, 2027"),
            ],
            afterwards: vec![Fact::new("After the pause", after)],
            next_invoice: invoice("$49.00", "February 23, 2027"),
            ..discounted.clone()
        };
        let unchanged = Self {
            applied: Vec::new(),
            afterwards: Vec::new(),
            next_invoice: None,
            reference: None,
            ..discounted.clone()
        };
        samples.extend([("discount", discounted), ("pause", paused), ("unchanged", unchanged)]);
        samples
    }
}
