//! A playbook as a text that is pleasant to read and reads back as the same document.

use std::fmt::Display;

use super::toml_text::{inline, key, list, quoted};
use crate::offer::{Offer, OfferCopy};
use crate::playbook::{
    Amounts, CancelMode, ContentBlock, FlowOptions, ListedOffer, OfferLimits, Playbook,
    PlaybookLimits, Reason, Segment, SurveyStage, TextField, UnusedTime,
};
use crate::segment::AttributeType;
use crate::text::LocalizedText;

mod effect;

/// The document as TOML. Parameters that are `null`, which TOML does not have, are left out.
#[must_use]
pub fn render(playbook: &Playbook) -> String {
    let mut page = Page::default();
    page.field("schema", playbook.schema);
    page.text("name", &playbook.name);
    page.text("default_locale", &playbook.default_locale);
    if !playbook.locales.is_empty() {
        page.field("locales", list(playbook.locales.iter().map(|tag| quoted(tag))));
    }
    flow(&mut page, &playbook.flow);
    if !playbook.attributes.is_empty() {
        page.header("[attributes]");
        for (name, declared) in &playbook.attributes {
            page.text(&key(name), attribute_type(*declared));
        }
    }
    playbook_limits(&mut page, &playbook.limits);
    for each in &playbook.segments {
        segment(&mut page, each);
    }
    if playbook.reasons.is_empty() {
        // Above every header there is still the top of the document.
        page.above("reasons = []");
    }
    for each in &playbook.reasons {
        reason(&mut page, each);
    }
    for each in &playbook.offers {
        offer(&mut page, each);
    }
    page.written
}

#[derive(Default)]
struct Page {
    written: String,
    /// Where the first header begins.
    first_header: Option<usize>,
}

impl Page {
    fn header(&mut self, header: &str) {
        self.first_header.get_or_insert(self.written.len());
        self.written.push('\n');
        self.written.push_str(header);
        self.written.push('\n');
    }

    /// A header inside a section: without an empty line above it.
    fn inner_header(&mut self, header: &str) {
        self.written.push_str(header);
        self.written.push('\n');
    }

    fn above(&mut self, line: &str) {
        let at = self.first_header.unwrap_or(self.written.len());
        self.written.insert_str(at, &format!("{line}\n"));
    }

    fn field(&mut self, name: &str, value: impl Display) {
        self.written.push_str(&format!("{name} = {value}\n"));
    }

    fn text(&mut self, name: &str, text: &str) {
        self.field(name, quoted(text));
    }

    fn optional(&mut self, name: &str, value: Option<impl Display>) {
        if let Some(value) = value {
            self.field(name, value);
        }
    }

    fn amounts(&mut self, name: &str, value: &Amounts) {
        if !value.0.is_empty() {
            self.field(name, amounts(value));
        }
    }

    /// Texts of a field: a line when there is one language, else a line each.
    fn localized(&mut self, name: &str, text: &LocalizedText) {
        match text.0.len() {
            0 => {}
            1 => self.field(name, localized(text)),
            _ => {
                for (locale, words) in &text.0 {
                    self.text(&format!("{name}.{}", key(locale)), words);
                }
            }
        }
    }
}

fn amounts(value: &Amounts) -> String {
    let pairs = value.0.iter().map(|(currency, minor)| (key(currency.code()), minor.to_string()));
    inline(&pairs.collect::<Vec<_>>())
}

fn localized(text: &LocalizedText) -> String {
    let pairs = text.0.iter().map(|(locale, words)| (key(locale), quoted(words)));
    inline(&pairs.collect::<Vec<_>>())
}

fn attribute_type(declared: AttributeType) -> &'static str {
    match declared {
        AttributeType::Text => "text",
        AttributeType::Number => "number",
        AttributeType::Bool => "bool",
    }
}

fn flow(page: &mut Page, options: &FlowOptions) {
    page.header("[flow]");
    page.text(
        "survey",
        match options.survey {
            SurveyStage::Before => "before",
            SurveyStage::After => "after",
            SurveyStage::Off => "off",
        },
    );
    page.field("offer_screens", options.offer_screens);
    page.field(
        "cancel",
        match options.cancel {
            CancelMode::AtPeriodEnd => r#"{ mode = "at_period_end" }"#.to_owned(),
            CancelMode::AtDate { days } => format!(r#"{{ mode = "at_date", days = {days} }}"#),
            CancelMode::Now { unused_time } => {
                let word = match unused_time {
                    UnusedTime::Nothing => "nothing",
                    UnusedTime::Credit => "credit",
                    UnusedTime::Refund => "refund",
                };
                format!(r#"{{ mode = "now", unused_time = "{word}" }}"#)
            }
        },
    );
}

fn playbook_limits(page: &mut Page, limits: &PlaybookLimits) {
    if *limits == PlaybookLimits::default() {
        return;
    }
    page.header("[limits]");
    if !limits.cooldown_days.is_empty() {
        let pairs = limits.cooldown_days.iter().map(|(kind, days)| (key(kind), days.to_string()));
        page.field("cooldown_days", inline(&pairs.collect::<Vec<_>>()));
    }
    page.optional("per_customer", limits.per_customer);
    if limits.stacking {
        page.field("stacking", true);
    }
    page.amounts("budget_per_month", &limits.budget_per_month);
    page.optional("max_percent", limits.max_percent.map(crate::money::Percent::value));
    page.optional("max_months", limits.max_months);
    page.amounts("max_credit", &limits.max_credit);
}

fn segment(page: &mut Page, segment: &Segment) {
    page.header("[[segments]]");
    page.text("id", &segment.id);
    page.text("name", &segment.name);
    page.text("when", &segment.when);
}

fn reason(page: &mut Page, reason: &Reason) {
    page.header("[[reasons]]");
    page.text("id", reason.id.as_str());
    page.localized("label", &reason.label);
    page.text("feedback", reason.feedback.as_str());
    page.optional("feedback_option", reason.feedback_option.as_deref().map(quoted));
    page.optional("category", reason.category.as_deref().map(quoted));
    page.localized("question", &reason.question);
    match reason.text {
        TextField::Optional => {}
        TextField::Off => page.text("text", "off"),
    }
    match reason.offers.as_slice() {
        [] => {}
        [only] => page.field("offers", format!("[{}]", listed(only))),
        several => {
            let lines: String =
                several.iter().map(|each| format!("  {},\n", listed(each))).collect();
            page.field("offers", format!("[\n{lines}]"));
        }
    }
}

fn listed(entry: &ListedOffer) -> String {
    let mut pairs = vec![("offer".to_owned(), quoted(entry.offer.as_str()))];
    pairs.extend(entry.segment.as_ref().map(|id| ("segment".to_owned(), quoted(id))));
    inline(&pairs)
}

fn offer(page: &mut Page, offer: &Offer) {
    page.header("[[offers]]");
    page.text("id", offer.id.as_str());
    if !offer.name.is_empty() {
        page.text("name", &offer.name);
    }
    page.field("effect", effect::effect(&offer.effect));
    page.optional("when", offer.when.as_deref().map(quoted));
    if offer.limits != OfferLimits::default() {
        page.field("limits", offer_limits(&offer.limits));
    }
    if offer.copy != OfferCopy::default() {
        page.inner_header("[offers.copy]");
        page.localized("title", &offer.copy.title);
        page.localized("body", &offer.copy.body);
        page.localized("accept", &offer.copy.accept);
    }
    for block in &offer.content {
        content(page, block);
    }
}

fn offer_limits(limits: &OfferLimits) -> String {
    let mut pairs = Vec::new();
    let mut add = |name: &str, value: Option<String>| {
        pairs.extend(value.map(|value| (name.to_owned(), value)));
    };
    add("per_customer", limits.per_customer.map(|count| count.to_string()));
    add("per_subscription", limits.per_subscription.map(|count| count.to_string()));
    add("cooldown_days", limits.cooldown_days.map(|days| days.to_string()));
    add("total", limits.total.map(|count| count.to_string()));
    let budget = &limits.budget_per_month;
    add("budget_per_month", (!budget.0.is_empty()).then(|| amounts(budget)));
    inline(&pairs)
}

fn content(page: &mut Page, block: &ContentBlock) {
    page.inner_header("[[offers.content]]");
    match block {
        ContentBlock::Text { text } => {
            page.text("type", "text");
            page.required("text", text);
        }
        ContentBlock::Image { url, alt } => {
            page.text("type", "image");
            page.text("url", url);
            page.required("alt", alt);
        }
        ContentBlock::Video { url, title, captions } => {
            page.text("type", "video");
            page.text("url", url);
            page.required("title", title);
            if !captions.is_empty() {
                let pairs = captions.iter().map(|(locale, url)| (key(locale), quoted(url)));
                page.field("captions", inline(&pairs.collect::<Vec<_>>()));
            }
        }
    }
}

impl Page {
    /// Texts of a field that must be there.
    fn required(&mut self, name: &str, text: &LocalizedText) {
        if text.0.is_empty() {
            self.field(name, "{}");
        } else {
            self.localized(name, text);
        }
    }
}
