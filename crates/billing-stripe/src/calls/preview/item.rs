//! What another price or number of units comes to.

use domain::billing_action::ItemChange;
use domain::offer::{Proration, Timing};
use domain::subscription::{Subscription, SubscriptionStatus};
use engine::ports::{BillingError, ChangePreview};

use super::discounts::{discounts_form, lasting, running};
use super::question::{Question, ask, ask_both};
use crate::calls::change::item_form;
use crate::calls::prices::find_price;
use crate::form::Form;
use crate::transport::{Client, rejected};

const DETAILS: &[&str] = &["subscription_details"];

pub(super) async fn changed(
    client: &Client<'_>,
    subscription: &Subscription,
    change: &ItemChange,
) -> Result<ChangePreview, BillingError> {
    let restarts = is_other_interval(client, subscription, change).await?;
    let is_running = subscription.status != SubscriptionStatus::Trialing;
    match (change.timing, change.proration) {
        (Timing::Renewal, _) if restarts => at_renewal(client, subscription, change).await,
        (Timing::Renewal, _) => {
            let form = item_form(DETAILS, change, Proration::None);
            super::with_both(client, subscription, form).await
        }
        (Timing::Now, _) if restarts && is_running => restarted(client, subscription, change).await,
        (Timing::Now, Proration::Immediately) if is_running => {
            settled_now(client, subscription, change).await
        }
        (Timing::Now, proration) => {
            let form = item_form(DETAILS, change, proration);
            super::with_both(client, subscription, form).await
        }
    }
}

/// Whether the new price recurs at another interval, so that a new period begins with it.
async fn is_other_interval(
    client: &Client<'_>,
    subscription: &Subscription,
    change: &ItemChange,
) -> Result<bool, BillingError> {
    let item = subscription.items.iter().find(|item| item.id == change.item_id);
    let item = item.ok_or_else(|| {
        rejected("resource_missing", "the subscription does not have the item any more")
    })?;
    if item.price.id == change.price_id {
        return Ok(false);
    }
    let price = find_price(client, &change.price_id).await?;
    let price = price.ok_or_else(|| rejected("price_missing", "the price cannot be sold"))?;
    Ok(price.interval != item.price.interval)
}

/// The difference is charged at once. What waited for the next invoice goes with it, and what is
/// left of the balance is used by the next.
async fn settled_now(
    client: &Client<'_>,
    subscription: &Subscription,
    change: &ItemChange,
) -> Result<ChangePreview, BillingError> {
    let at_once = Question::next(item_form(DETAILS, change, Proration::Immediately));
    let later = Question::next(item_form(DETAILS, change, Proration::None));
    let id = &subscription.id;
    let (at_once, later) = tokio::join!(ask(client, id, &at_once), ask(client, id, &later));
    let (at_once, later) = (at_once?, later?);
    let balance = at_once.as_ref().map_or(0, |draft| draft.balance_left());
    Ok(ChangePreview {
        charged_now: at_once.map(|draft| draft.charged()),
        next_invoice: later.as_ref().map(|draft| draft.due(draft.total - draft.extras, balance)),
        recurring: later.map(|draft| draft.regular()),
    })
}

/// A period of the new length begins and is charged at once; the next invoice follows it, with
/// the discounts that run until then. When that is, the first answer says: only a subscription
/// without discounts is asked about both at once.
async fn restarted(
    client: &Client<'_>,
    subscription: &Subscription,
    change: &ItemChange,
) -> Result<ChangePreview, BillingError> {
    let next = item_form(DETAILS, change, change.proration);
    let regular = item_form(DETAILS, change, Proration::None);
    let id = &subscription.id;
    let (at_once, regular) = if subscription.discounts.is_empty() {
        ask_both(client, id, next, regular).await?
    } else {
        let at_once = ask(client, id, &Question::next(next)).await?;
        let ends = at_once.as_ref().and_then(|draft| draft.covers_until);
        let kept = match ends {
            Some(ends) => lasting(client, subscription, ends).await?,
            None => Vec::new(),
        };
        let regular = regular.and(&discounts_form(subscription, &kept));
        (at_once, ask(client, id, &Question::regular(regular)).await?)
    };
    let next_invoice = at_once.as_ref().zip(regular.as_ref()).map(|(at_once, regular)| {
        at_once.due_on(at_once.covers_until, regular.total, at_once.balance_left())
    });
    Ok(ChangePreview {
        charged_now: at_once.map(|draft| draft.charged()),
        next_invoice,
        recurring: regular.map(|draft| draft.regular()),
    })
}

/// The next invoice is on its day, and regular at the new price: what waits for it is added.
async fn at_renewal(
    client: &Client<'_>,
    subscription: &Subscription,
    change: &ItemChange,
) -> Result<ChangePreview, BillingError> {
    let mut regular = item_form(DETAILS, change, Proration::None);
    if let Some(ends) = subscription.current_period_end() {
        regular = regular.and(&discounts_form(subscription, &running(subscription, ends)));
    }
    let (next, regular) = ask_both(client, &subscription.id, Form::new(), regular).await?;
    let next_invoice = next
        .zip(regular.as_ref())
        .map(|(next, regular)| next.due(regular.total + next.extras, next.balance));
    let recurring = regular.map(|draft| draft.regular());
    Ok(ChangePreview { charged_now: None, next_invoice, recurring })
}
