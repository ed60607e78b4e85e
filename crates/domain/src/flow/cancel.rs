//! What a cancellation does to a subscription, by the playbook's mode and the subscription's shape.

use jiff::{Timestamp, ToSpan};

use crate::billing_action::CancelWhen;
use crate::money::Money;
use crate::playbook::{CancelMode, UnusedTime};
use crate::subscription::{Subscription, SubscriptionStatus};

/// How a subscription ends when it is canceled now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    /// When.
    pub when: CancelWhen,
    /// When, as a date; none for at once.
    pub ends_at: Option<Timestamp>,
    /// What is given back for time that is paid for and not used, and of which invoice.
    pub refund: Option<(Money, String)>,
}

/// How `subscription` ends when it is canceled at `now`.
///
/// A subscription that never began or stands still has no period that could end: it ends at once
/// in every mode.
#[must_use]
pub fn ending(mode: CancelMode, subscription: Option<&Subscription>, now: Timestamp) -> Ending {
    let stands_still = subscription.is_some_and(|subscription| {
        matches!(subscription.status, SubscriptionStatus::Incomplete | SubscriptionStatus::Paused)
    });
    let period_end = subscription.and_then(Subscription::current_period_end);
    match mode {
        _ if stands_still => at_once(false),
        CancelMode::AtPeriodEnd => {
            Ending { when: CancelWhen::AtPeriodEnd, ends_at: period_end, refund: None }
        }
        CancelMode::Now { unused_time: UnusedTime::Nothing } => at_once(false),
        CancelMode::Now { unused_time: UnusedTime::Credit } => at_once(true),
        CancelMode::Now { unused_time: UnusedTime::Refund } => Ending {
            refund: subscription.and_then(|subscription| refund(subscription, now)),
            ..at_once(false)
        },
        CancelMode::AtDate { days } => match now.checked_add((i64::from(days) * 24).hours()) {
            Ok(at) => {
                let at = Timestamp::from_second(at.as_second()).unwrap_or(at);
                Ending { when: CancelWhen::At { at }, ends_at: Some(at), refund: None }
            }
            Err(_) => Ending { when: CancelWhen::AtPeriodEnd, ends_at: period_end, refund: None },
        },
    }
}

fn at_once(credit_unused: bool) -> Ending {
    Ending { when: CancelWhen::Now { credit_unused }, ends_at: None, refund: None }
}

/// The unused part of what was paid for the running period; none when nothing was.
fn refund(subscription: &Subscription, now: Timestamp) -> Option<(Money, String)> {
    let paid = subscription.latest_invoice.as_ref()?;
    let (start, end) = (subscription.current_period_start()?, subscription.current_period_end()?);
    let left = end.as_second() - now.as_second();
    let amount = paid.refundable.share_of_time(left, end.as_second() - start.as_second());
    (amount.minor > 0).then(|| (amount, paid.id.clone()))
}
