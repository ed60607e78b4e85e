//! Intended changes at the billing provider: what to reach, and when it is reached.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::money::Percent;
use crate::playbook::Feedback;
use crate::subscription::{Subscription, SubscriptionStatus};

/// A desired state of one subscription. Never a delta: applying it twice changes nothing more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum SubscriptionChange {
    /// It ends with the current billing period.
    CancelAtPeriodEnd {
        /// Written to the provider's cancellation details.
        feedback: Option<Feedback>,
        /// The customer's own words, at most 5,000 characters.
        comment: Option<String>,
    },
    /// No end is set.
    UndoCancel,
    /// A percentage off for some months, beside the discounts it has.
    Discount {
        /// Percentage off.
        percent: Percent,
        /// Months from now.
        months: u32,
    },
    /// Collection is paused until a date.
    Pause {
        /// When collection resumes.
        resumes_at: Timestamp,
    },
}

impl SubscriptionChange {
    /// The word in the database and in metrics.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::CancelAtPeriodEnd { .. } => "cancel_at_period_end",
            Self::UndoCancel => "undo_cancel",
            Self::Discount { .. } => "discount",
            Self::Pause { .. } => "pause",
        }
    }

    /// Cancels go before everything else when there is a queue.
    #[must_use]
    pub fn is_cancel(&self) -> bool {
        matches!(self, Self::CancelAtPeriodEnd { .. })
    }

    /// Whether `subscription` already is as desired.
    #[must_use]
    pub fn is_reached(&self, subscription: &Subscription) -> bool {
        match self {
            Self::CancelAtPeriodEnd { .. } => {
                !subscription.is_cancelable() || subscription.is_ending()
            }
            Self::UndoCancel => subscription.is_cancelable() && !subscription.is_ending(),
            Self::Discount { percent, months } => {
                let coupon = coupon_id(*percent, *months);
                subscription.discounts.iter().any(|discount| discount.coupon_id == coupon)
            }
            Self::Pause { resumes_at } => subscription
                .paused_collection
                .as_ref()
                .and_then(|paused| paused.resumes_at)
                .is_some_and(|at| at.as_second() == resumes_at.as_second()),
        }
    }

    /// Why the change can no longer be made to `subscription`, read just before the write.
    #[must_use]
    pub fn conflict(&self, subscription: &Subscription) -> Option<&'static str> {
        let is_active = subscription.status == SubscriptionStatus::Active;
        match self {
            Self::CancelAtPeriodEnd { .. } => None,
            Self::UndoCancel if !subscription.is_cancelable() => Some("the subscription has ended"),
            Self::Discount { .. } | Self::Pause { .. } if !is_active => {
                Some("the subscription is no longer active")
            }
            Self::Discount { .. } | Self::Pause { .. } if subscription.is_ending() => {
                Some("the subscription was set to end meanwhile")
            }
            Self::Discount { .. } if !subscription.discounts.is_empty() => {
                Some("a discount was added meanwhile, and offers do not stack")
            }
            Self::Pause { .. } if subscription.paused_collection.is_some() => {
                Some("collection was paused meanwhile")
            }
            _ => None,
        }
    }
}

/// Id of the coupon behind a discount: deterministic, so that it is made once per account.
#[must_use]
pub fn coupon_id(percent: Percent, months: u32) -> String {
    format!("renumerate_{}pct_{months}mo", percent.value())
}

/// Where a billing action stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActionStatus {
    /// Accepted, not yet tried or due for a retry; nothing is known to have happened.
    Pending,
    /// Tried, and the answer did not say whether it happened; resolved by reading.
    Unknown,
    /// The provider refuses our key: waits for the operator, is retried slowly, never dropped.
    Blocked,
    /// The provider says it is so.
    Confirmed,
    /// The provider refused it for good, or the subscription changed meanwhile. Nothing changed.
    Rejected,
}

impl ActionStatus {
    /// The word in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Unknown => "unknown",
            Self::Blocked => "blocked",
            Self::Confirmed => "confirmed",
            Self::Rejected => "rejected",
        }
    }

    /// Reads the word in the database.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Pending, Self::Unknown, Self::Blocked, Self::Confirmed, Self::Rejected]
            .into_iter()
            .find(|status| status.as_str() == text)
    }

    /// This status as long as work is left: a settled one never comes back, so it reads as
    /// [`Self::Unknown`].
    #[must_use]
    pub fn max_open(self) -> Self {
        if self.is_open() { self } else { Self::Unknown }
    }

    /// Whether work is left.
    #[must_use]
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Confirmed | Self::Rejected)
    }
}
