//! Setting an end: with the billing period, or at a date.

use domain::billing_action::{CancelWhen, Said};
use domain::subscription::{Subscription, SubscriptionStatus};
use engine::ports::{BillingError, ChangeRequest};

use super::end_now::end_now;
use super::release::release;
use super::update::{self, Update};
use crate::calls::subscriptions::find_subscription;
use crate::form::Form;
use crate::transport::Client;

/// A schedule decides itself when its subscription ends, so it is released first.
pub(super) async fn set_end(
    client: &Client<'_>,
    request: &ChangeRequest,
    when: CancelWhen,
    said: &Said,
) -> Result<Subscription, BillingError> {
    let mut schedule = request.before.schedule.clone();
    let is_scheduled = schedule.is_some();
    loop {
        if let Some(schedule) = &schedule {
            release(client, request, &schedule.id).await?;
        }
        let update = Update::of(request).saying(said);
        let failure = match update::send(client, request, update, |_| end_form(when)).await {
            Ok(after) => return Ok(after),
            Err(failure) => failure,
        };
        if !failure.is_refusal() {
            return Err(failure.error);
        }
        let now = find_subscription(client, &request.subscription_id).await?;
        match now {
            Some(now) if now.schedule.is_some() && !is_scheduled && schedule.is_none() => {
                // It was put under a schedule after it was read.
                schedule = now.schedule;
            }
            Some(now) if can_end_now(&now) => return end_now(client, request, said, false).await,
            _ => return Err(failure.error),
        }
    }
}

fn end_form(when: CancelWhen) -> Form {
    match when {
        CancelWhen::At { at } => {
            Form::new().with(&["cancel_at"], at.as_second()).with(&["proration_behavior"], "none")
        }
        CancelWhen::AtPeriodEnd | CancelWhen::Now { .. } => {
            Form::new().with(&["cancel_at_period_end"], true)
        }
    }
}

/// Nothing that runs is lost: the first payment was never made, or the periods stand still.
fn can_end_now(now: &Subscription) -> bool {
    matches!(now.status, SubscriptionStatus::Incomplete | SubscriptionStatus::Paused)
}
