//! Intended changes at the billing provider: what to reach, and when it is reached.

mod coupon;
mod status;

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::ids::OfferId;
use crate::money::Money;
use crate::offer::{Proration, Timing};
use crate::playbook::Feedback;
use crate::session::AttributeValue;
use crate::subscription::{Subscription, SubscriptionStatus};

pub use coupon::{Coupon, CouponReduction};
pub use status::ActionStatus;

/// When a cancellation takes effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "when", rename_all = "snake_case")]
pub enum CancelWhen {
    /// With the current billing period.
    AtPeriodEnd,
    /// At once.
    Now {
        /// Whether the price of unused time becomes a credit on the customer's balance.
        credit_unused: bool,
    },
    /// At a date.
    At {
        /// Which.
        at: Timestamp,
    },
}

/// What the customer said, for the provider's cancellation details.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// The reason, in the provider's words.
    pub feedback: Option<Feedback>,
    /// Id of the account's own feedback option.
    #[serde(default)]
    pub feedback_option: Option<String>,
    /// The customer's own words, at most 5,000 characters.
    pub comment: Option<String>,
}

/// A line of a subscription, changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemChange {
    /// The line.
    pub item_id: String,
    /// Its price afterwards.
    pub price_id: String,
    /// Its units afterwards.
    pub quantity: Option<u64>,
    /// When.
    pub timing: Timing,
    /// The difference for the running period, for a change at once.
    pub proration: Proration,
    /// The moment the difference is computed for, in whole seconds: when it was shown. None for a
    /// change without one, and for what was stored before it was kept: the moment of the write.
    #[serde(default)]
    pub proration_date: Option<Timestamp>,
}

/// A desired state of one subscription or customer. Never a delta: applying it twice changes
/// nothing more.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum SubscriptionChange {
    /// It ends. A schedule that manages it is released first.
    Cancel {
        /// When.
        #[serde(flatten)]
        when: CancelWhen,
        /// Written to the provider's cancellation details.
        said: Said,
    },
    /// No end is set.
    UndoCancel,
    /// What was said after the cancellation stands in the cancellation details.
    Annotate {
        /// What.
        said: Said,
    },
    /// A coupon runs on it.
    Discount {
        /// The coupon.
        coupon: Coupon,
        /// Whether it takes the place of the discounts that run.
        replace: bool,
    },
    /// Collection is paused until a date.
    Pause {
        /// When collection resumes.
        resumes_at: Timestamp,
    },
    /// The subscription itself is paused; the engine resumes it.
    PauseSubscription {
        /// When it is to be resumed.
        resumes_at: Timestamp,
    },
    /// A subscription that was paused itself runs again.
    Resume,
    /// Nothing is charged before a date; the billing period begins there anew.
    MoveRenewal {
        /// The date.
        to: Timestamp,
    },
    /// A line has another price or number of units, now or from the next billing period on.
    ChangeItem(ItemChange),
    /// The customer's balance was credited once.
    Credit {
        /// By how much.
        amount: Money,
    },
    /// A paid invoice was given back in part, once, to where it was paid from.
    Refund {
        /// How much.
        amount: Money,
        /// The invoice.
        invoice_id: String,
    },
    /// The brand's own endpoint said that it is done.
    Custom {
        /// The offer.
        offer_id: OfferId,
        /// Its name for people at the brand.
        name: String,
        /// The endpoint.
        url: String,
        /// Sent with the call.
        parameters: BTreeMap<String, AttributeValue>,
    },
}

/// Everything that tells whether a change is reached.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    /// The subscription.
    pub subscription: &'a Subscription,
    /// Whether the provider's books hold an entry with the action's mark: a balance transaction
    /// or a credit note. Only read for changes that leave one.
    pub has_entry: bool,
}

impl SubscriptionChange {
    /// The word in the database and in metrics.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Cancel { when: CancelWhen::AtPeriodEnd, .. } => "cancel_at_period_end",
            Self::Cancel { when: CancelWhen::Now { .. }, .. } => "cancel_now",
            Self::Cancel { when: CancelWhen::At { .. }, .. } => "cancel_at",
            Self::UndoCancel => "undo_cancel",
            Self::Annotate { .. } => "annotate",
            Self::Discount { .. } => "discount",
            Self::Pause { .. } => "pause",
            Self::PauseSubscription { .. } => "pause_subscription",
            Self::Resume => "resume",
            Self::MoveRenewal { .. } => "move_renewal",
            Self::ChangeItem(_) => "change_item",
            Self::Credit { .. } => "credit",
            Self::Refund { .. } => "refund",
            Self::Custom { .. } => "custom",
        }
    }

    /// Cancels go before everything else when there is a queue.
    #[must_use]
    pub fn is_cancel(&self) -> bool {
        matches!(self, Self::Cancel { .. })
    }

    /// Whether it was promised whatever comes: such a change is never dropped when the provider
    /// refuses it, but waits for the operator.
    #[must_use]
    pub fn is_owed(&self) -> bool {
        matches!(self, Self::Cancel { .. } | Self::Resume | Self::Refund { .. })
    }

    /// Whether it leaves an entry in the provider's books that has to be looked for.
    #[must_use]
    pub fn leaves_entry(&self) -> bool {
        matches!(self, Self::Credit { .. } | Self::Refund { .. })
    }

    /// Whether the action's mark on the subscription, and the subscription itself, show that it was
    /// made. Entries in the books, annotations and calls to the brand leave neither, and a
    /// cancellation at once is marked before it is made.
    #[must_use]
    pub fn shows_mark(&self) -> bool {
        !matches!(
            self,
            Self::Credit { .. }
                | Self::Refund { .. }
                | Self::Annotate { .. }
                | Self::Custom { .. }
                | Self::Cancel { when: CancelWhen::Now { .. }, .. }
        )
    }

    /// Whether the mark may stand on `subscription` although the change was not made yet: one
    /// whose periods stand still can only end at once, and is marked before that.
    #[must_use]
    pub fn marks_before_effect(&self, subscription: &Subscription) -> bool {
        let stands_still = matches!(
            subscription.status,
            SubscriptionStatus::Incomplete | SubscriptionStatus::Paused
        );
        self.is_cancel() && stands_still
    }

    /// Whether the provider's state is as desired.
    #[must_use]
    pub fn is_reached(&self, reading: Reading<'_>) -> bool {
        let subscription = reading.subscription;
        match self {
            Self::Cancel { when, .. } => is_canceled(*when, subscription),
            Self::UndoCancel => subscription.is_cancelable() && !subscription.is_ending(),
            Self::Discount { coupon, .. } => {
                let id = coupon.id();
                subscription.discounts.iter().any(|discount| discount.coupon_id == id)
            }
            Self::Pause { resumes_at } => subscription
                .paused_collection
                .as_ref()
                .and_then(|paused| paused.resumes_at)
                .is_some_and(|at| at.as_second() == resumes_at.as_second()),
            Self::PauseSubscription { .. } => subscription.status == SubscriptionStatus::Paused,
            Self::Resume => subscription.status != SubscriptionStatus::Paused,
            Self::MoveRenewal { to } => {
                subscription.trial_end.is_some_and(|at| at.as_second() == to.as_second())
            }
            Self::ChangeItem(change) => is_changed(change, subscription),
            Self::Credit { .. } | Self::Refund { .. } => reading.has_entry,
            // Known only from the answers to their own requests.
            Self::Annotate { .. } | Self::Custom { .. } => false,
        }
    }

    /// Why the change can no longer be made to `subscription`, read just before the write.
    #[must_use]
    pub fn conflict(&self, subscription: &Subscription) -> Option<&'static str> {
        match self {
            Self::Cancel { .. } | Self::Annotate { .. } | Self::Refund { .. } | Self::Resume => {
                None
            }
            Self::UndoCancel if !subscription.is_cancelable() => Some("the subscription has ended"),
            Self::UndoCancel => None,
            _ => offer_conflict(self, subscription),
        }
    }
}

fn is_canceled(when: CancelWhen, subscription: &Subscription) -> bool {
    if !subscription.is_cancelable() {
        return true;
    }
    match when {
        CancelWhen::AtPeriodEnd => subscription.ends_with_period(),
        CancelWhen::Now { .. } => false,
        CancelWhen::At { at } => {
            subscription.ends_at().is_some_and(|ends| ends.as_second() <= at.as_second())
        }
    }
}

fn is_changed(change: &ItemChange, subscription: &Subscription) -> bool {
    let quantity = change.quantity.unwrap_or(1);
    let fits = |price: &str, units: Option<u64>| {
        price == change.price_id && units.unwrap_or(1) == quantity
    };
    let now = subscription.items.iter().any(|item| fits(&item.price.id, item.quantity));
    let planned = subscription.schedule.as_ref().is_some_and(|schedule| {
        schedule.next_items.iter().any(|item| fits(&item.price_id, item.quantity))
    });
    match change.timing {
        Timing::Now => now,
        Timing::Renewal => now || planned,
    }
}

fn offer_conflict(
    change: &SubscriptionChange,
    subscription: &Subscription,
) -> Option<&'static str> {
    let is_running =
        matches!(subscription.status, SubscriptionStatus::Active | SubscriptionStatus::Trialing);
    if !is_running {
        return Some("the subscription is no longer active");
    }
    if subscription.is_ending() {
        return Some("the subscription was set to end meanwhile");
    }
    if subscription.paused_collection.is_some() {
        return Some("collection was paused meanwhile");
    }
    let is_independent =
        matches!(change, SubscriptionChange::Credit { .. } | SubscriptionChange::Custom { .. });
    if subscription.schedule.is_some() && !is_independent && !is_own_schedule(change) {
        return Some("a schedule manages the subscription meanwhile");
    }
    None
}

/// A change at renewal is made by a schedule: one that is there may be its own, half made.
fn is_own_schedule(change: &SubscriptionChange) -> bool {
    matches!(change, SubscriptionChange::ChangeItem(change) if change.timing == Timing::Renewal)
}
