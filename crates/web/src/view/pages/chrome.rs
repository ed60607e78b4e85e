//! What every screen shares: language, brand, session and the way back to the host page.

use std::fmt;

use super::super::brand_style::BrandStyle;
use crate::i18n::{Direction, Locale, Words};

/// The style sheet, inlined into every page; the brand's custom properties come before it.
pub(crate) const CSS: &str = concat!(
    include_str!("../../../assets/view/page.css"),
    include_str!("../../../assets/view/content.css"),
    include_str!("../../../assets/view/actions.css"),
);

/// Everything around a screen's own content.
#[derive(Debug, Clone)]
pub struct Chrome {
    /// The words, of the language of the page.
    pub words: Words,
    /// Name of the brand; empty where no brand is known.
    pub brand_name: String,
    /// Address of the brand's logo, allowed by the page's `img-src`; the name stands in for it.
    pub logo_url: Option<String>,
    /// Where a customer gets help when the view cannot: an e-mail address or a phone number.
    pub support_contact: Option<String>,
    /// The brand's colors.
    pub brand_style: BrandStyle,
    /// Nonce of the page's one style and one script element.
    pub nonce: String,
    /// Text of the script, our own and therefore not escaped; empty for a page without one.
    pub script: &'static str,
    /// Where forms post: the view's own address, or a receipt's.
    pub form_action: String,
    /// The session's id, only on pages of a valid session.
    pub session_id: Option<String>,
    /// The language the host page asked for, carried along by the forms.
    pub asked_locale: Option<Locale>,
    /// Where a view that was opened by a link leads back to; a checked https address.
    pub return_url: Option<String>,
    /// Origin of the host page as the frame's form sent it; empty if it did not.
    pub parent_origin: String,
    /// The exact origin that messages go to, if the server knows it.
    pub target_origin: Option<String>,
    /// The brand's allowed origins.
    pub allowed_origins: Vec<String>,
    /// Whether this page answers a POST, so that a decision it shows was taken in this view.
    pub is_fresh: bool,
    /// A problem to be read first, as a whole sentence.
    pub problem: Option<String>,
}

impl Chrome {
    /// A page in a language with the brand's name and colors, and nothing else yet.
    #[must_use]
    pub fn new(words: Words, brand_name: String, brand_style: BrandStyle, nonce: String) -> Self {
        Self {
            words,
            brand_name,
            logo_url: None,
            support_contact: None,
            brand_style,
            nonce,
            script: "",
            form_action: "/retention".to_owned(),
            session_id: None,
            asked_locale: None,
            return_url: None,
            parent_origin: String::new(),
            target_origin: None,
            allowed_origins: Vec::new(),
            is_fresh: false,
            problem: None,
        }
    }

    /// Text of the style element: parsed colors, then the sheet.
    #[must_use]
    pub fn css(&self) -> String {
        self.brand_style.css() + CSS
    }

    /// The allowed origins as a JSON array.
    #[must_use]
    pub fn allowed_origins_json(&self) -> String {
        serde_json::Value::from(self.allowed_origins.clone()).to_string()
    }

    /// BCP 47 tag of the page.
    #[must_use]
    pub fn lang(&self) -> &'static str {
        self.words.locale().tag()
    }

    /// Reading direction of the page.
    #[must_use]
    pub fn direction(&self) -> Direction {
        self.words.locale().direction()
    }

    /// Title of the browser's tab: a problem first, then the page, then the brand.
    #[must_use]
    pub fn tab_title(&self, title: impl Into<String>) -> String {
        let title: String = title.into();
        let title = match &self.problem {
            Some(_) => self.words.title_with_problem(&title),
            None => title,
        };
        if self.brand_name.is_empty() {
            return title;
        }
        self.words.title_with_brand(&title, &self.brand_name)
    }

    /// Words of the link to `return_url`.
    #[must_use]
    pub fn return_label(&self) -> String {
        self.words.back_to(&self.brand_name)
    }

    /// The letter of the mark that stands beside the name of a brand without a logo.
    #[must_use]
    pub fn initial(&self) -> Option<char> {
        self.brand_name.chars().next().filter(|c| c.is_alphanumeric())
    }
}

/// How a session ended, in the words of the SDK's contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecidedOutcome {
    /// The subscription continues.
    Retained,
    /// The subscription ends.
    Cancelled,
}

impl fmt::Display for DecidedOutcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Retained => "retained",
            Self::Cancelled => "cancelled",
        })
    }
}

/// A committed decision, told to the host page.
#[derive(Debug, Clone)]
pub struct Decision {
    /// How the session ended.
    pub outcome: DecidedOutcome,
    /// The SDK's callback payload as JSON.
    pub payload_json: String,
}

/// A subscription in three short texts.
#[derive(Debug, Clone)]
pub struct SubscriptionSummary {
    /// Name of the plan.
    pub plan: String,
    /// Price with its rhythm: `$49.00 per month`.
    pub price: String,
    /// Until when it is paid, or what else is to be known: `Paid until December 23, 2026`.
    pub standing: String,
}
