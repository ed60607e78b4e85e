//! A subscription that is already ending, and what undoing its cancellation leads to.

use askama::Template;

use super::chrome::{Chrome, SubscriptionSummary};
use super::kept::NextInvoice;
use super::samples::{Sample, chrome, summary, variants};

/// The subscription is canceled and still runs: undo, or leave it.
#[derive(Debug, Clone, Template)]
#[template(path = "view/undo.html", whitespace = "minimize")]
pub struct UndoPage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// The subscription.
    pub summary: SubscriptionSummary,
    /// Day it ends: `December 23, 2026`.
    pub ends_on: String,
    /// Receipt of the cancellation, if it was made here.
    pub receipt_url: Option<String>,
}

/// The cancellation is undone, as the billing provider confirmed.
#[derive(Debug, Clone, Template)]
#[template(path = "view/undone.html", whitespace = "minimize")]
pub struct UndonePage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// Name of the plan.
    pub plan: String,
    /// Price with its rhythm and that it renews: `Words::renews`; absent when it is not known.
    pub price: Option<String>,
    /// The next invoice, if known.
    pub next_invoice: Option<NextInvoice>,
    /// Reference that support can look up.
    pub reference: Option<String>,
}

impl UndoPage {
    fn step(&self) -> &'static str {
        "undo"
    }

    fn title(&self) -> String {
        self.chrome.words.undo_title(&self.ends_on)
    }

    /// Samples for the gallery and the tests.
    #[must_use]
    pub fn samples() -> Vec<Sample<Self>> {
        let page = |brand: &str, plan: &str, ends_on: &str, receipt: &str| Self {
            chrome: chrome(brand),
            summary: SubscriptionSummary { standing: ends_on.to_owned(), ..summary(plan) },
            ends_on: ends_on.to_owned(),
            receipt_url: Some(format!("/receipt/{receipt}")),
        };
        let mut samples = variants(|text| page(text, text, text, text));
        let mut plain = page("Acme", "Team", "December 23, 2026", "rcp_abc");
        "Canceled, ends December 23, 2026".clone_into(&mut plain.summary.standing);
        let mut outside = plain.clone();
        outside.chrome.session_id = None;
        "/receipt/rcp_abc".clone_into(&mut outside.chrome.form_action);
        samples.extend([("plain", plain), ("outside-a-session", outside)]);
        samples
    }
}

impl UndonePage {
    fn step(&self) -> &'static str {
        "undone"
    }

    fn title(&self) -> &'static str {
        self.chrome.words.undone_title()
    }

    fn next_invoice_text(&self) -> Option<String> {
        self.next_invoice.as_ref().map(|invoice| invoice.text(self.chrome.words))
    }

    /// Samples for the gallery and the tests.
    #[must_use]
    pub fn samples() -> Vec<Sample<Self>> {
        let page = |texts: [&str; 6]| {
            let [brand, plan, price, amount, date, reference] = texts;
            Self {
                chrome: chrome(brand),
                plan: plan.to_owned(),
                price: Some(price.to_owned()),
                next_invoice: Some(NextInvoice {
                    amount: amount.to_owned(),
                    date: date.to_owned(),
                }),
                reference: Some(reference.to_owned()),
            }
        };
        let mut samples = variants(|text| page([text; 6]));
        let price = "$49.00 per month, renews until you cancel";
        let plain = ["Acme", "Team", price, "$49.00", "December 23, 2026", "RC-7F3K-92QD"];
        samples.push(("plain", page(plain)));
        samples
    }
}
