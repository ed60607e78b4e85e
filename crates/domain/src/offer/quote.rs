//! What an offer's card promises one customer. Amounts come from the provider's preview.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Offer, Timing};
use crate::billing_action::SubscriptionChange;
use crate::money::Money;
use crate::subscription::{Interval, InvoicePreview};

/// A length of a pause that may be picked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PauseChoice {
    /// Months.
    pub months: u32,
    /// Until when nothing is charged.
    pub until: Timestamp,
}

/// What an offer's card promises one customer. What is absent is not promised.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Quote {
    /// The next invoice without the offer.
    pub without: Option<InvoicePreview>,
    /// The next invoice with it. What is charged then is never more.
    pub next_invoice: Option<InvoicePreview>,
    /// Charged at once; a negative amount is credited.
    pub charged_now: Option<Money>,
    /// Price of one interval with it, as long as it lasts.
    pub price_with: Option<Money>,
    /// Price of one interval once it is over.
    pub price_afterwards: Option<Money>,
    /// When it is over; none for what has no end.
    pub ends_at: Option<Timestamp>,
    /// Name of the plan it changes to.
    pub new_plan: Option<String>,
    /// How often that plan is charged.
    pub new_interval: Option<Interval>,
    /// Seats it changes to.
    pub seats: Option<u64>,
    /// When a change takes effect; none for at once.
    pub starts_at: Option<Timestamp>,
    /// A renewal that is moved, to when.
    pub renewal_moves_to: Option<Timestamp>,
    /// What is credited or given back.
    pub credit: Option<Money>,
    /// Lengths of a pause.
    pub pause_choices: Vec<PauseChoice>,
    /// The moment the difference of a change at once was computed for.
    pub priced_at: Option<Timestamp>,
}

/// An offer that may be shown, with what it means for the customer.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// The offer.
    pub offer: Offer,
    /// What its card promises.
    pub quote: Quote,
}

/// What must hold when an accepted offer is written at the provider.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Guard {
    /// The offer as it was shown.
    pub offer: Offer,
    /// Whether a discount may be given beside one that runs.
    pub stacking: bool,
    /// What was promised.
    pub quote: Quote,
    /// End of the billing period that its dates count from.
    #[serde(default)]
    pub period_end: Option<Timestamp>,
}

impl Guard {
    /// Whether a renewal since the acceptance has overtaken the dates of `change`: made now, it
    /// would take paid time away.
    #[must_use]
    pub fn is_overtaken(
        &self,
        change: &SubscriptionChange,
        period_end: Option<Timestamp>,
        now: Timestamp,
    ) -> bool {
        match change {
            SubscriptionChange::MoveRenewal { to: at }
            | SubscriptionChange::Pause { resumes_at: at } => {
                *at <= now || period_end != self.period_end
            }
            SubscriptionChange::PauseSubscription { resumes_at } => *resumes_at <= now,
            SubscriptionChange::ChangeItem(item) if item.timing == Timing::Renewal => {
                period_end != self.period_end
            }
            _ => false,
        }
    }

    /// Whether what the provider would charge next is more than was shown.
    #[must_use]
    pub fn is_broken_by(&self, next: &InvoicePreview) -> bool {
        self.quote.next_invoice.as_ref().is_some_and(|promised| {
            promised.amount_due.currency != next.amount_due.currency
                || next.amount_due.minor > promised.amount_due.minor
        })
    }

    /// Whether what the provider would charge at once is more, or its credit less, than was shown.
    #[must_use]
    pub fn is_broken_now_by(&self, charged_now: Option<Money>) -> bool {
        let minor = |amount: Option<Money>| amount.map_or(0, |amount| amount.minor);
        let is_other = |(now, said): (Money, Money)| now.currency != said.currency;
        minor(charged_now) > minor(self.quote.charged_now)
            || charged_now.zip(self.quote.charged_now).is_some_and(is_other)
    }
}
