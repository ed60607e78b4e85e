//! Subscriptions.

use domain::ids::{BillingActionId, CustomerId, SubscriptionId};
use domain::money::Currency;
use domain::subscription::{
    BillingMode, PausedCollection, Subscription, SubscriptionItem, SubscriptionStatus,
};

use super::discount::discounts;
use super::invoice::paid_invoice;
use super::price::price;
use super::schedule::schedule;
use super::{ProductNames, Unreadable, optional_timestamp};
use crate::calls::MARKER;
use crate::wire::{self, Expandable};

/// `names` holds the products that are not expanded in `subscription`.
pub(crate) fn subscription(
    subscription: &wire::Subscription,
    names: &ProductNames,
) -> Result<Subscription, Unreadable> {
    let customer_id = subscription.customer.as_ref().map(Expandable::id).unwrap_or_default();
    let items = subscription.items.data.iter();
    Ok(Subscription {
        id: SubscriptionId::parse(&subscription.id)
            .map_err(|_| Unreadable::new("subscription.id"))?,
        customer_id: CustomerId::parse(customer_id)
            .map_err(|_| Unreadable::new("subscription.customer"))?,
        status: status(&subscription.status),
        livemode: subscription.livemode,
        currency: Currency::parse(&subscription.currency)
            .map_err(|_| Unreadable::new("subscription.currency"))?,
        items: items.map(|each| item(each, subscription, names)).collect::<Result<_, _>>()?,
        cancel_at_period_end: subscription.cancel_at_period_end,
        cancel_at: optional_timestamp(subscription.cancel_at, "subscription.cancel_at")?,
        ended_at: optional_timestamp(subscription.ended_at, "subscription.ended_at")?,
        trial_end: optional_timestamp(subscription.trial_end, "subscription.trial_end")?,
        paused_collection: paused_collection(subscription)?,
        discounts: discounts(subscription)?,
        schedule: subscription.schedule.as_ref().map(schedule).transpose()?,
        billing_mode: billing_mode(subscription),
        started_at: optional_timestamp(subscription.start_date, "subscription.start_date")?,
        latest_invoice: match &subscription.latest_invoice {
            Some(Expandable::Object(invoice)) => paid_invoice(invoice)?,
            _ => None,
        },
        is_invoiced: subscription.collection_method == wire::CollectionMethod::SendInvoice,
        marker: subscription.metadata.get(MARKER).and_then(|id| BillingActionId::parse(id).ok()),
    })
}

fn item(
    item: &wire::SubscriptionItem,
    whole: &wire::Subscription,
    names: &ProductNames,
) -> Result<SubscriptionItem, Unreadable> {
    let period_start = item.current_period_start.or(whole.current_period_start);
    let period_end = item.current_period_end.or(whole.current_period_end);
    Ok(SubscriptionItem {
        id: item.id.clone(),
        price: price(&item.price, names)?,
        quantity: item.quantity,
        current_period_start: optional_timestamp(
            period_start,
            "subscription.current_period_start",
        )?,
        current_period_end: optional_timestamp(period_end, "subscription.current_period_end")?,
    })
}

/// Versions before 2025-06-30.basil know the classic one alone.
fn billing_mode(subscription: &wire::Subscription) -> BillingMode {
    match subscription.billing_mode.as_ref().map(|mode| &mode.kind) {
        Some(wire::BillingModeType::Flexible) => BillingMode::Flexible,
        _ => BillingMode::Classic,
    }
}

fn paused_collection(
    subscription: &wire::Subscription,
) -> Result<Option<PausedCollection>, Unreadable> {
    let Some(paused) = &subscription.pause_collection else { return Ok(None) };
    let resumes_at = optional_timestamp(paused.resumes_at, "subscription.pause_collection")?;
    Ok(Some(PausedCollection { resumes_at }))
}

fn status(status: &wire::Status) -> SubscriptionStatus {
    match status {
        wire::Status::Incomplete => SubscriptionStatus::Incomplete,
        wire::Status::IncompleteExpired => SubscriptionStatus::IncompleteExpired,
        wire::Status::Trialing => SubscriptionStatus::Trialing,
        wire::Status::Active => SubscriptionStatus::Active,
        wire::Status::PastDue => SubscriptionStatus::PastDue,
        wire::Status::Canceled => SubscriptionStatus::Canceled,
        wire::Status::Unpaid => SubscriptionStatus::Unpaid,
        wire::Status::Paused => SubscriptionStatus::Paused,
        wire::Status::Other(word) => SubscriptionStatus::Other(word.clone()),
    }
}
