//! Another price or number of units from the next billing period on: a schedule of two phases.
//!
//! A schedule made from a subscription takes no other parameter, so it comes into being without
//! our mark and with the running period as its only phase; a second request adds the mark and the
//! next phase. A schedule found in between plans nothing, whoever made it: it is completed.

use domain::billing_action::ItemChange;
use domain::subscription::Subscription;
use engine::ports::{BillingError, ChangeRequest};
use serde::de::IgnoredAny;

use super::keys::Keys;
use super::phases::{Plan, phases};
use super::release::release_keeping_end;
use super::update::is_reached;
use crate::calls::MARKER;
use crate::calls::prices::find_price;
use crate::calls::schedules::{find_schedule, schedule_path};
use crate::calls::subscriptions::find_subscription;
use crate::form::Form;
use crate::transport::{Client, Failure, Request, rejected, unreadable};
use crate::wire::Schedule;

const CALL: &str = "schedule_item";

pub(super) async fn change_at_renewal(
    client: &Client<'_>,
    request: &ChangeRequest,
    change: &ItemChange,
) -> Result<Subscription, BillingError> {
    let plan = plan(client, request, change).await?;
    let mut before = request.before.clone();
    let mut creation = Keys::of_step(&request.action_id, "schedule");
    let mut completion = Keys::of_step(&request.action_id, "phases");
    loop {
        let keys = (&creation, &completion);
        let (failure, is_creating) = match attempt(client, request, &plan, &before, keys).await {
            Ok(()) => return after(client, request).await,
            Err(Stop::For(error)) => return Err(error),
            Err(Stop::Creating(failure)) => (failure, true),
            Err(Stop::Completing(failure)) => (failure, false),
        };
        if !failure.is_key_spent && !failure.is_refusal() {
            return Err(failure.error);
        }
        let now = after(client, request).await?;
        if is_reached(request, &now) {
            return Ok(now);
        }
        if let Some(reason) = request.change.conflict(&now) {
            // A schedule would take over the end that was set meanwhile, and forget it.
            return Err(conflict(reason));
        }
        // A refusal is final, unless what it was about has changed since the read before it.
        let is_other = schedule_id(&now) != schedule_id(&before);
        let may_go_on = if !is_creating && now.schedule.is_none() {
            // The key of the creation brought back a schedule that has ended since.
            creation.advance() && completion.advance()
        } else if failure.is_key_spent || is_other {
            if is_creating { creation.advance() } else { completion.advance() }
        } else {
            false
        };
        if !may_go_on {
            if let (true, Some(held)) = (failure.is_refusal(), &now.schedule)
                && !is_creating
            {
                let_go(client, request, &held.id).await;
            }
            return Err(failure.error);
        }
        before = now;
    }
}

/// A schedule that could not be completed is not left on the subscription. It plans nothing but
/// the end it found, which stays; so a release that fails is only noted.
async fn let_go(client: &Client<'_>, request: &ChangeRequest, schedule_id: &str) {
    if let Err(error) = release_keeping_end(client, request, schedule_id).await {
        tracing::warn!(%error, "a schedule that plans nothing was left on a subscription");
    }
}

fn schedule_id(subscription: &Subscription) -> Option<&str> {
    subscription.schedule.as_ref().map(|schedule| schedule.id.as_str())
}

/// Where an attempt came to an end.
enum Stop {
    For(BillingError),
    Creating(Failure),
    Completing(Failure),
}

impl From<BillingError> for Stop {
    fn from(error: BillingError) -> Self {
        Self::For(error)
    }
}

async fn attempt(
    client: &Client<'_>,
    request: &ChangeRequest,
    plan: &Plan<'_>,
    before: &Subscription,
    (creation, completion): (&Keys, &Keys),
) -> Result<(), Stop> {
    let schedule = match &before.schedule {
        Some(held) => {
            let found = find_schedule(client, &held.id).await?;
            let found = found.filter(|schedule| is_ours(request, schedule)).ok_or_else(managed)?;
            if found.current_phase.is_none() {
                // It has ended since it was read: by a cancellation?
                let now = after(client, request).await?;
                request.change.conflict(&now).map_or(Ok(()), |reason| Err(conflict(reason)))?;
            }
            found
        }
        None => {
            let body = Form::new().with(&["from_subscription"], &request.subscription_id);
            let path = "/v1/subscription_schedules";
            let post = Request::post("create_schedule", path, body, creation.current());
            let made: Schedule = client.try_send(&post).await.map_err(Stop::Creating)?;
            if made.end_behavior.as_deref() == Some("cancel") {
                let_go(client, request, &made.id).await;
                return Err(conflict("the subscription was set to end meanwhile").into());
            }
            made
        }
    };
    let body = phases(&schedule, plan)
        .map_err(|missing| unreadable(CALL, format!("the schedule has no {missing}")))?
        .with(&["metadata", MARKER], &request.action_id)
        .with(&["end_behavior"], "release")
        .with(&["proration_behavior"], "none");
    let post = Request::post(CALL, schedule_path(&schedule.id), body, completion.current());
    client.try_send::<IgnoredAny>(&post).await.map_err(Stop::Completing)?;
    Ok(())
}

/// Ours by its mark, or one that plans nothing: a single phase, nothing behind it, no mark.
fn is_ours(request: &ChangeRequest, schedule: &Schedule) -> bool {
    match schedule.metadata.get(MARKER) {
        Some(marker) => *marker == request.action_id.to_string(),
        None => {
            schedule.metadata.is_empty()
                && schedule.phases.len() == 1
                && schedule.end_behavior.as_deref() == Some("release")
        }
    }
}

fn conflict(reason: &str) -> BillingError {
    rejected("conflict", reason)
}

fn managed() -> BillingError {
    rejected("subscription_scheduled", "another schedule manages the subscription")
}

async fn after(client: &Client<'_>, request: &ChangeRequest) -> Result<Subscription, BillingError> {
    let found = find_subscription(client, &request.subscription_id).await?;
    found.ok_or_else(|| unreadable(CALL, "the subscription is gone"))
}

async fn plan<'a>(
    client: &Client<'_>,
    request: &'a ChangeRequest,
    change: &'a ItemChange,
) -> Result<Plan<'a>, BillingError> {
    let item = request.before.items.iter().find(|item| item.id == change.item_id);
    let item = item.ok_or_else(|| {
        rejected("resource_missing", "the subscription does not have the item any more")
    })?;
    let interval = if item.price.id == change.price_id {
        item.price.interval
    } else {
        let price = find_price(client, &change.price_id).await?;
        price.ok_or_else(|| rejected("price_missing", "the price cannot be sold"))?.interval
    };
    Ok(Plan { old_price: &item.price.id, change, interval })
}
