//! Offers: what may be proposed, to whom, and what each does.

pub mod assessment;
pub mod circumstances;
pub mod effect;
pub mod ineligible;
pub mod quote;
pub mod shape;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::ids::OfferId;
use crate::money::Percent;
use crate::playbook::{Amounts, ContentBlock, OfferLimits};
use crate::session::AttributeValue;
use crate::text::LocalizedText;

pub use assessment::{Assessment, Verdict, assess, reassess};
pub use circumstances::{Acceptance, Circumstances, History, Usage};
pub use ineligible::Ineligible;
pub use quote::{Guard, PauseChoice, Proposal, Quote};

/// What a reduction takes off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reduction {
    /// A percentage.
    Percent(Percent),
    /// A fixed amount of each invoice, by currency.
    Amount(Amounts),
}

/// How long a reduction lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DiscountDuration {
    /// The next invoice.
    Once,
    /// The invoices of so many months from acceptance.
    Months(u32),
    /// Every invoice from now on.
    Forever,
}

/// What becomes of discounts that run already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ExistingDiscounts {
    /// They stay. Only where the playbook allows stacking; else the offer is not shown.
    #[default]
    Keep,
    /// The new one takes their place, if it is worth at least as much on the next invoice.
    Replace,
}

/// When a change of price or seats takes effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Timing {
    /// At once.
    Now,
    /// With the next billing period.
    Renewal,
}

/// What becomes of the difference for the running period, when a price changes at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Proration {
    /// Nothing.
    None,
    /// It is charged or credited with the next invoice.
    #[default]
    NextInvoice,
    /// It is charged at once; a credit goes to the balance.
    Immediately,
}

/// How the number of seats changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SeatTarget {
    /// So many less, never under one.
    ReduceBy(u64),
    /// So many.
    ReduceTo(u64),
}

/// Where a credit goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CreditTo {
    /// The customer's balance: the next invoices are lower.
    Balance,
    /// Back to where the last invoice was paid from, if it was paid within so many days.
    LastInvoice {
        /// Days.
        within_days: u32,
    },
}

/// How to reach a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ContactChannel {
    /// A page, `https://…`.
    Link,
    /// A mail address.
    Mail,
    /// A page where a time is booked, `https://…`.
    Booking,
}

/// What an offer does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum OfferKind {
    /// Less to pay.
    Discount {
        /// What is taken off.
        reduction: Reduction,
        /// For how long.
        duration: DiscountDuration,
        /// What becomes of discounts that run already.
        #[serde(default)]
        existing: ExistingDiscounts,
    },
    /// No payments for as many months as the customer picks. A yearly plan's renewal moves by the
    /// same time.
    Pause {
        /// Shortest pause.
        min_months: u32,
        /// Longest pause, at most 12.
        max_months: u32,
    },
    /// Another price.
    PlanChange {
        /// The new price's id.
        price: String,
        /// Prices it may take the place of; any when empty.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        from: Vec<String>,
        /// When.
        timing: Timing,
        /// The difference for the running period; only for a change at once.
        #[serde(default)]
        proration: Proration,
    },
    /// Fewer seats from the next billing period on.
    Seats {
        /// How many.
        target: SeatTarget,
    },
    /// Months free of charge. A yearly plan's renewal moves by the same time.
    FreePeriod {
        /// How many: 1 to 12.
        months: u32,
    },
    /// The trial ends later.
    TrialExtension {
        /// By how many days.
        days: u32,
    },
    /// Money back or off the next invoices.
    Credit {
        /// How much, by currency.
        amount: Amounts,
        /// Where it goes.
        to: CreditTo,
    },
    /// A way to talk to a person; nothing changes at the provider.
    TalkToUs {
        /// What the address is.
        channel: ContactChannel,
        /// The address.
        address: String,
    },
    /// Something that answers the reason; nothing changes at the provider.
    Content {},
    /// A signed call to the brand's own endpoint, which carries the offer out.
    Custom {
        /// The endpoint, `https://…`.
        url: String,
        /// Sent with the call.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        parameters: BTreeMap<String, AttributeValue>,
    },
}

impl OfferKind {
    /// Every word of [`Self::as_str`].
    pub const WORDS: [&'static str; 10] = [
        "discount",
        "pause",
        "plan_change",
        "seats",
        "free_period",
        "trial_extension",
        "credit",
        "talk_to_us",
        "content",
        "custom",
    ];

    /// The word in events, callbacks, limits and the database.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Discount { .. } => "discount",
            Self::Pause { .. } => "pause",
            Self::PlanChange { .. } => "plan_change",
            Self::Seats { .. } => "seats",
            Self::FreePeriod { .. } => "free_period",
            Self::TrialExtension { .. } => "trial_extension",
            Self::Credit { .. } => "credit",
            Self::TalkToUs { .. } => "talk_to_us",
            Self::Content {} => "content",
            Self::Custom { .. } => "custom",
        }
    }

    /// Whether accepting it changes something at the provider or at the brand's endpoint.
    #[must_use]
    pub fn has_effect(&self) -> bool {
        !matches!(self, Self::TalkToUs { .. } | Self::Content {})
    }

    /// The price it changes a subscription to.
    #[must_use]
    pub fn target_price(&self) -> Option<&str> {
        match self {
            Self::PlanChange { price, .. } => Some(price),
            _ => None,
        }
    }

    /// Every price it names.
    pub fn prices(&self) -> impl Iterator<Item = &str> {
        let from = match self {
            Self::PlanChange { from, .. } => from.as_slice(),
            _ => &[],
        };
        self.target_price().into_iter().chain(from.iter().map(String::as_str))
    }
}

/// A brand's own words on an offer's card; each replaces the built-in words of its kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct OfferCopy {
    /// The heading.
    #[serde(skip_serializing_if = "LocalizedText::is_empty")]
    pub title: LocalizedText,
    /// One paragraph under it.
    #[serde(skip_serializing_if = "LocalizedText::is_empty")]
    pub body: LocalizedText,
    /// The button that accepts.
    #[serde(skip_serializing_if = "LocalizedText::is_empty")]
    pub accept: LocalizedText,
}

/// An offer of a playbook.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Offer {
    /// Its id, `offer_…`.
    pub id: OfferId,
    /// Name for people at the brand.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What it does.
    pub effect: OfferKind,
    /// Only for customers this CEL expression holds for; everybody when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// How often and how much.
    #[serde(default)]
    pub limits: OfferLimits,
    /// The brand's own words.
    #[serde(default)]
    pub copy: OfferCopy,
    /// Something to read or watch on its screen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub content: Vec<ContentBlock>,
}
