//! Sample values of the pages: plain ones to look at, hostile ones to prove that text stays text.

use askama::Template;

use super::super::brand_style::BrandStyle;
use super::chrome::{Chrome, DecidedOutcome, Decision, SubscriptionSummary};
use crate::i18n::{Locale, Words};

/// A named page.
pub type Sample<P> = (&'static str, P);

/// The words of the plain samples.
pub(super) const EN: Words = Words::new(Locale::En);

/// Markup and quotes that would run, if anything were left unescaped.
pub const MARKUP: &str = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>`&amp;{{7*7}}";
/// Emoji with joiners, skin tones, flags and combining marks.
pub const EMOJI: &str = "👩🏽‍🚀🏳️‍🌈 Z̷a̴l̸g̵o̶ 🇩🇪 e\u{301}\u{301}\u{301}";
/// Right-to-left text with an override that is not closed.
pub const RTL: &str = "اشتراك الفريق \u{202e}abc 12 השלום";

/// What the finishing control does, in the plain samples.
pub(super) const CANCEL_EFFECT: &str = "If you cancel now, your plan ends on December 23, 2026.";

/// The same page with each hostile text in every field.
pub(super) fn variants<P>(page: impl Fn(&str) -> P) -> Vec<Sample<P>> {
    let long = "Anything at all. ".repeat(295)[..5000].to_owned();
    let unbroken = "W".repeat(400);
    [("markup", MARKUP), ("emoji", EMOJI), ("rtl", RTL), ("long", &long), ("unbroken", &unbroken)]
        .map(|(name, text)| (name, page(text)))
        .into()
}

/// Surroundings with a session; every text is the brand's name.
pub(super) fn chrome(brand: &str) -> Chrome {
    let is_plain = brand == "Acme" || brand.is_empty();
    let words = if brand == RTL { Words::new(Locale::Ar) } else { EN };
    Chrome {
        session_id: Some(if is_plain { "ret_sample".into() } else { brand.to_owned() }),
        support_contact: (!is_plain).then(|| brand.to_owned()),
        parent_origin: if is_plain { "https://app.acme.example".into() } else { brand.to_owned() },
        target_origin: Some(if is_plain {
            "https://app.acme.example".into()
        } else {
            brand.into()
        }),
        allowed_origins: vec!["https://app.acme.example".into(), "http://localhost:*".into()],
        script: "document.documentElement.dataset.script='';",
        problem: (!is_plain).then(|| brand.to_owned()),
        ..Chrome::new(words, brand.to_owned(), BrandStyle::default(), "c2FtcGxl".to_owned())
    }
}

pub(super) fn summary(plan: &str) -> SubscriptionSummary {
    let is_plain = plan.len() < 12 && plan.is_ascii();
    let or = |plain: &str| if is_plain { plain.to_owned() } else { plan.to_owned() };
    SubscriptionSummary {
        plan: plan.to_owned(),
        price: or("$49.00 per month"),
        standing: or("Paid until December 23, 2026"),
    }
}

pub(super) fn decision(outcome: DecidedOutcome, text: &str) -> Decision {
    let payload = serde_json::json!({ "outcome": outcome.to_string(), "sessionId": text });
    Decision { outcome, payload_json: payload.to_string() }
}

/// Every sample of every page, rendered: its name (`reason-plain`) and its HTML.
///
/// # Errors
/// Whatever a template refuses to render.
pub fn gallery() -> askama::Result<Vec<(String, String)>> {
    let mut out = Vec::new();
    add(&mut out, "choose", super::ChoosePage::samples())?;
    add(&mut out, "reason", super::ReasonPage::samples())?;
    add(&mut out, "offer", super::OfferPage::samples())?;
    add(&mut out, "redirected", super::RedirectedPage::samples())?;
    add(&mut out, "confirm", super::ConfirmPage::samples())?;
    add(&mut out, "receipt", super::ReceiptPage::samples())?;
    add(&mut out, "document", super::ReceiptDocument::samples())?;
    add(&mut out, "kept", super::KeptPage::samples())?;
    add(&mut out, "pending", super::PendingPage::samples())?;
    add(&mut out, "undo", super::UndoPage::samples())?;
    add(&mut out, "undone", super::UndonePage::samples())?;
    add(&mut out, "message", super::MessagePage::samples())?;
    Ok(out)
}

fn add<P: Template>(
    out: &mut Vec<(String, String)>,
    page: &str,
    samples: Vec<Sample<P>>,
) -> askama::Result<()> {
    for (name, sample) in samples {
        out.push((format!("{page}-{name}"), sample.render()?));
    }
    Ok(())
}
