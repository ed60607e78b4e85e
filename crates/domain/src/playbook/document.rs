//! The document as it is written. Unknown fields are refused; absent ones have the meaning given
//! at each field.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Feedback, PlaybookLimits};
use crate::ids::{OfferId, ReasonId};
use crate::offer::Offer;
use crate::segment::AttributeType;
use crate::text::LocalizedText;

/// A playbook.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Playbook {
    /// Version of the format: 1.
    pub schema: u32,
    /// Name for people at the brand.
    pub name: String,
    /// Locale of texts that are missing in a customer's language.
    pub default_locale: String,
    /// Locales every text must have; the default one is always among them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub locales: Vec<String>,
    /// How the flow runs.
    #[serde(default)]
    pub flow: FlowOptions,
    /// Attributes the brand's backend may send with a session, and their types.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, AttributeType>,
    /// Named conditions over customer facts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub segments: Vec<Segment>,
    /// Limits over all offers.
    #[serde(default)]
    pub limits: PlaybookLimits,
    /// Reasons in the order shown.
    pub reasons: Vec<Reason>,
    /// Every offer a reason may name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offers: Vec<Offer>,
}

impl Playbook {
    /// Looks a reason up.
    #[must_use]
    pub fn find_reason(&self, id: &ReasonId) -> Option<&Reason> {
        self.reasons.iter().find(|reason| reason.id == *id)
    }

    /// Looks an offer up.
    #[must_use]
    pub fn find_offer(&self, id: &OfferId) -> Option<&Offer> {
        self.offers.iter().find(|offer| offer.id == *id)
    }

    /// Every price an offer may change a subscription to.
    pub fn named_prices(&self) -> impl Iterator<Item = &str> {
        self.offers.iter().filter_map(|offer| offer.effect.target_price())
    }
}

/// How the flow runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct FlowOptions {
    /// When the question for the reason is asked.
    pub survey: SurveyStage,
    /// Offers shown one after the other, as far as the policy profile allows: 0 to 3.
    pub offer_screens: u32,
    /// What a cancellation does.
    pub cancel: CancelMode,
}

impl Default for FlowOptions {
    fn default() -> Self {
        Self { survey: SurveyStage::Before, offer_screens: 1, cancel: CancelMode::AtPeriodEnd }
    }
}

/// When the question for the reason is asked. It can always be skipped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SurveyStage {
    /// First. Offers answer the reason, so they need this.
    Before,
    /// On the receipt, once the cancellation stands.
    After,
    /// Never.
    Off,
}

/// What a cancellation does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "mode", rename_all = "snake_case", deny_unknown_fields)]
pub enum CancelMode {
    /// It ends with the current billing period.
    AtPeriodEnd,
    /// It ends at once.
    Now {
        /// What becomes of the time that is paid for and not used.
        #[serde(default)]
        unused_time: UnusedTime,
    },
    /// It ends some days after the request, whatever is paid for.
    AtDate {
        /// Days from the request: 1 to 365.
        days: u32,
    },
}

/// What becomes of time that is paid for and not used, when a subscription ends at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum UnusedTime {
    /// Nothing.
    #[default]
    Nothing,
    /// Its price becomes a credit on the customer's balance.
    Credit,
    /// Its price is paid back.
    Refund,
}

/// A named condition over customer facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Segment {
    /// Its id, a word such as `yearly_canada`; readable in rules as `in_segment.yearly_canada`.
    pub id: String,
    /// Name for people at the brand.
    pub name: String,
    /// The condition, a CEL expression.
    pub when: String,
}

/// What else a customer may write with a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TextField {
    /// A field that may stay empty.
    #[default]
    Optional,
    /// No field.
    Off,
}

/// One answer of the survey and the offers that may follow it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// Its id, `reason_…`.
    pub id: ReasonId,
    /// What the customer reads. Empty: the built-in words for its feedback value.
    #[serde(default, skip_serializing_if = "LocalizedText::is_empty")]
    pub label: LocalizedText,
    /// What is written to the provider.
    pub feedback: Feedback,
    /// Stripe's id of the account's own feedback option, where it has them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feedback_option: Option<String>,
    /// Groups reasons in reports; a free word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// A further question for customers who choose this reason; answered in the text field.
    #[serde(default, skip_serializing_if = "LocalizedText::is_empty")]
    pub question: LocalizedText,
    /// Whether there is a text field.
    #[serde(default)]
    pub text: TextField,
    /// Offers that answer it, best first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offers: Vec<ListedOffer>,
}

/// An offer in a reason's list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListedOffer {
    /// Which.
    pub offer: OfferId,
    /// Only for customers of this segment; everybody when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub segment: Option<String>,
}

/// Something to read or watch on an offer's screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum ContentBlock {
    /// A paragraph.
    Text {
        /// Its words.
        text: LocalizedText,
    },
    /// A picture.
    Image {
        /// Where it is; its origin must be on the brand's list of media origins.
        url: String,
        /// What it shows, for those who do not see it.
        alt: LocalizedText,
    },
    /// A film. It never plays by itself.
    Video {
        /// Where it is; its origin must be on the brand's list of media origins.
        url: String,
        /// What it shows.
        title: LocalizedText,
        /// Where its captions are (`WebVTT`), by locale.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        captions: BTreeMap<String, String>,
    },
}
