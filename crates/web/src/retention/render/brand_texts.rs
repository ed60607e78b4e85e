//! The brand's own words: in the customer's language, with their variables filled.

use domain::subscription::Subscription;
use domain::text::{LocalizedText, fill};
use engine::retention::RetentionView;

use super::super::words as say;
use crate::i18n::Words;

/// What every text of a playbook may speak of.
#[derive(Clone, Copy)]
pub(super) struct BrandTexts<'a> {
    pub(super) words: Words,
    pub(super) view: &'a RetentionView,
    pub(super) subscription: Option<&'a Subscription>,
}

impl BrandTexts<'_> {
    /// A text; none where the brand has none. `more` knows the variables of its place.
    pub(super) fn say(
        &self,
        text: &LocalizedText,
        more: impl Fn(&str) -> Option<String>,
    ) -> Option<String> {
        let fallback = &self.view.pinned.playbook().default_locale;
        let text = text.resolve(self.words.locale().tag(), fallback)?;
        let filled = fill(text, |name| self.variable(name).or_else(|| more(name)));
        Some(filled).filter(|filled| !filled.trim().is_empty())
    }

    /// A text of a reason.
    pub(super) fn of_reason(&self, text: &LocalizedText) -> Option<String> {
        self.say(text, |_| None)
    }

    /// The variables of every text; `domain::playbook::variables` lists them.
    fn variable(&self, name: &str) -> Option<String> {
        let words = self.words;
        match name {
            "brand" => Some(self.view.brand.name.clone()),
            "plan" => self.subscription.map(Subscription::plan_name),
            "price_now" => self.subscription.map(|now| say::price_of(words, now)),
            "renews_on" => self.subscription?.current_period_end().map(|at| words.day(at)),
            _ => None,
        }
    }
}
