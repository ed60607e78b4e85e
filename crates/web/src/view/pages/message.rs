//! Pages that say one thing: expired, unknown, billing down, an error, the shell.

use askama::Template;

use super::chrome::Chrome;
use super::samples::{Sample, chrome, variants};

/// A page with a heading and a few sentences. With a session it keeps a working cancel control.
#[derive(Debug, Clone, Template)]
#[template(path = "view/message.html", whitespace = "minimize")]
pub struct MessagePage {
    /// What surrounds it. `session_id` is honored for billing down and error only.
    pub chrome: Chrome,
    /// What it says.
    pub kind: MessageKind,
}

/// What a message page says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MessageKind {
    /// The session has expired (410).
    Expired,
    /// The session is forged, altered, or of another brand: the same page for all.
    Unknown,
    /// The billing provider could not be asked; canceling works anyway.
    BillingDown,
    /// The subscription has ended, or there was none.
    NothingToCancel,
    /// Our own fault, inside a brand we know.
    Error,
    /// Our own fault, no brand known: the host page is told to show its fallback.
    Failure,
    /// Opened without a session; the script posts the one it remembers.
    Shell,
}

impl MessagePage {
    fn step(&self) -> &'static str {
        "message"
    }

    /// The session that the page's form may act for.
    fn session_id(&self) -> Option<&str> {
        match self.kind {
            MessageKind::BillingDown | MessageKind::Error => self.chrome.session_id.as_deref(),
            _ => None,
        }
    }

    fn title(&self) -> &'static str {
        let words = self.chrome.words;
        match self.kind {
            MessageKind::Expired => words.expired_title(),
            MessageKind::Unknown => words.unknown_title(),
            MessageKind::BillingDown => words.billing_down_title(),
            MessageKind::NothingToCancel => words.nothing_to_cancel_title(),
            MessageKind::Error | MessageKind::Failure => words.error_title(),
            MessageKind::Shell => words.shell_title(),
        }
    }

    fn explanation(&self) -> &'static str {
        let words = self.chrome.words;
        match (self.kind, self.session_id()) {
            (MessageKind::Expired, _) => words.expired(),
            (MessageKind::Unknown, _) => words.unknown(),
            (MessageKind::Shell, _) => words.shell(),
            (MessageKind::NothingToCancel, _) => words.nothing_to_cancel(),
            (MessageKind::BillingDown, Some(_)) => words.billing_down(),
            (MessageKind::Error, Some(_)) => words.error(),
            _ => words.error_without_session(),
        }
    }

    fn how_to_cancel(&self) -> String {
        let words = self.chrome.words;
        match &self.chrome.support_contact {
            None => words.how_to_cancel().to_owned(),
            Some(contact) => words.how_to_cancel_at(contact),
        }
    }

    fn is_failure(&self) -> bool {
        matches!(self.kind, MessageKind::Failure | MessageKind::Unknown)
    }

    fn is_shell(&self) -> bool {
        self.kind == MessageKind::Shell
    }

    /// Samples for the gallery and the tests.
    #[must_use]
    pub fn samples() -> Vec<Sample<Self>> {
        let mut samples = variants(|text| Self { chrome: chrome(text), kind: MessageKind::Error });
        let with_session = |kind| Self { chrome: chrome("Acme"), kind };
        let without_session = |kind| {
            let support_contact = Some("help@acme.example".to_owned());
            Self { chrome: Chrome { session_id: None, support_contact, ..chrome("Acme") }, kind }
        };
        let without_brand = |kind| {
            let style = super::super::brand_style::BrandStyle::default();
            let nonce = "c2FtcGxl".to_owned();
            Self { chrome: Chrome::new(super::samples::EN, String::new(), style, nonce), kind }
        };
        samples.extend([
            ("billing-down", with_session(MessageKind::BillingDown)),
            ("error", with_session(MessageKind::Error)),
            ("error-no-session", without_session(MessageKind::Error)),
            ("nothing-to-cancel", with_session(MessageKind::NothingToCancel)),
            ("expired", without_session(MessageKind::Expired)),
            ("unknown", without_brand(MessageKind::Unknown)),
            ("failure", without_brand(MessageKind::Failure)),
            ("shell", without_brand(MessageKind::Shell)),
        ]);
        samples
    }
}
