//! Tries a change again until it is settled, in the way of the engine's worker.

use billing_stripe::StripeBilling;
use domain::billing_action::{Reading, SubscriptionChange};
use engine::ports::{Billing, BillingError};
use stripe_sandbox::{Fault, FaultRule};

use crate::support::sandbox::World;
use crate::support::{action_id, change};

/// `adapters` are for the first attempt, the second, and so on; the last for all others.
pub(super) async fn drive(
    world: &World,
    adapters: &[&StripeBilling],
    id: &str,
    wanted: &SubscriptionChange,
    is_pruned: bool,
) -> Result<(), String> {
    for attempt in 0..8 {
        let billing = adapters[attempt.min(adapters.len() - 1)];
        let before = world.read(id).await;
        let action = action_id("act_1");
        let entry =
            world.clients.billing.has_entry(&world.account, &action, &before.customer_id, wanted);
        let has_entry = entry.await.map_err(|error| error.to_string())?;
        if wanted.is_reached(Reading { subscription: &before, has_entry }) {
            return Ok(());
        }
        if wanted.shows_mark() && before.marker == Some(action) {
            return Err("it seems to have been changed back".to_owned());
        }
        if let Some(conflict) = wanted.conflict(&before) {
            return Err(conflict.to_owned());
        }
        let request = change("act_1", &before, wanted.clone());
        match billing.change_subscription(&world.account, &request).await {
            Ok(outcome) => {
                let reading = Reading { subscription: &outcome.after, has_entry: false };
                if !wanted.shows_mark() || wanted.is_reached(reading) {
                    return Ok(());
                }
                return Err("the change does not show".to_owned());
            }
            Err(BillingError::Unknown { .. }) => {}
            Err(refusal) => return Err(format!("{refusal:?}")),
        }
        world.sandbox.clear_faults();
        if is_pruned {
            world.sandbox.inject(FaultRule::once(Fault::PruneIdempotencyKeys));
        }
    }
    Err("it was not settled".to_owned())
}
