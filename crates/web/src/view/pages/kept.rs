//! The subscription continues: exactly what was applied, as the billing provider confirmed it.

use askama::Template;

use super::chrome::{Chrome, DecidedOutcome, Decision};
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
    /// What was applied.
    pub applied: Applied,
    /// The next invoice, read after the change; absent when there is none or it is not known.
    pub next_invoice: Option<NextInvoice>,
    /// Reference that support can look up, where something was changed.
    pub reference: Option<String>,
}

/// What changed.
#[derive(Debug, Clone)]
pub enum Applied {
    /// Nothing: the customer kept the plan as it is.
    Nothing,
    /// A discount.
    Discount {
        /// `25% off for 3 months`.
        what: String,
        /// Day it ends; absent for a discount without end.
        ends: Option<String>,
        /// Price after it and that it renews: `Words::renews`.
        price_after: Option<String>,
    },
    /// A pause.
    Pause {
        /// `2 months`.
        what: String,
        /// Day it resumes.
        resumes: String,
        /// Price from then on and that it renews: `Words::renews`.
        price_after: String,
    },
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
    pub(super) fn text(&self, words: Words) -> String {
        words.amount_on(&self.amount, &self.date)
    }
}

impl KeptPage {
    fn step(&self) -> &'static str {
        "kept"
    }

    fn title(&self) -> &'static str {
        let words = self.chrome.words;
        let is_pause = matches!(self.applied, Applied::Pause { .. });
        if is_pause { words.paused_title() } else { words.kept_title() }
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
            applied: discount(text, text, text),
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
            applied: discount("25% off for 3 months", "March 23, 2027", after),
            next_invoice: invoice("$36.75", "December 23, 2026"),
            reference: Some("RC-7F3K-92QD".to_owned()),
        };
        let paused = Self {
            applied: Applied::Pause {
                what: "2 months".to_owned(),
                resumes: "February 23, 2027".to_owned(),
                price_after: after.to_owned(),
            },
            next_invoice: invoice("$49.00", "February 23, 2027"),
            ..discounted.clone()
        };
        let unchanged = Self {
            applied: Applied::Nothing,
            next_invoice: None,
            reference: None,
            ..discounted.clone()
        };
        samples.extend([("discount", discounted), ("pause", paused), ("unchanged", unchanged)]);
        samples
    }
}

fn discount(what: &str, ends: &str, after: &str) -> Applied {
    let (ends, price_after) = (Some(ends.to_owned()), Some(after.to_owned()));
    Applied::Discount { what: what.to_owned(), ends, price_after }
}
