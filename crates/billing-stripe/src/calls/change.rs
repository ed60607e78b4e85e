//! Carrying changes out: one file per kind of change.
//!
//! Every request that changes something goes under a key derived from the action's id and, where
//! a change takes several requests, the name of the step. A request that finds its key spent is
//! settled by a read, and sent under the next key only if the step had no effect. The same change
//! may therefore be sent any number of times, and be resumed after a crash between any two calls.

mod annotate;
mod cancel;
mod credit;
mod discount;
mod end_now;
mod entry;
mod item;
mod keys;
mod move_renewal;
mod pause;
mod pause_subscription;
mod phases;
mod refund;
mod release;
mod resume;
mod said;
mod schedule_item;
mod undo_cancel;
mod update;

use domain::billing_action::{CancelWhen, SubscriptionChange};
use domain::offer::Timing;
use engine::ports::{BillingError, ChangeOutcome, ChangeRequest};

use crate::transport::{Client, rejected};

pub(super) use discount::{kept_discounts, with_coupon};
pub(super) use item::item_form;
pub(super) use pause_subscription::check_resumable;
pub(super) use undo_cancel::undo_form;

/// Carries the change out; the same request any number of times has one effect.
pub(crate) async fn change_subscription(
    client: &Client<'_>,
    request: &ChangeRequest,
) -> Result<ChangeOutcome, BillingError> {
    let after = match &request.change {
        SubscriptionChange::Cancel { when: CancelWhen::Now { credit_unused }, said } => {
            end_now::end_now(client, request, said, *credit_unused).await
        }
        SubscriptionChange::Cancel { when, said } => {
            cancel::set_end(client, request, *when, said).await
        }
        SubscriptionChange::UndoCancel => undo_cancel::undo_cancel(client, request).await,
        SubscriptionChange::Annotate { said } => annotate::annotate(client, request, said).await,
        SubscriptionChange::Discount { coupon, replace } => {
            discount::discount(client, request, coupon, *replace).await
        }
        SubscriptionChange::Pause { resumes_at } => {
            pause::pause(client, request, *resumes_at).await
        }
        SubscriptionChange::PauseSubscription { .. } => {
            pause_subscription::pause_subscription(client, request).await
        }
        SubscriptionChange::Resume => resume::resume(client, request).await,
        SubscriptionChange::MoveRenewal { to } => {
            move_renewal::move_renewal(client, request, *to).await
        }
        SubscriptionChange::ChangeItem(change) => match change.timing {
            Timing::Now => item::change_now(client, request, change).await,
            Timing::Renewal => schedule_item::change_at_renewal(client, request, change).await,
        },
        SubscriptionChange::Credit { amount } => credit::credit(client, request, *amount).await,
        SubscriptionChange::Refund { amount, invoice_id } => {
            refund::refund(client, request, *amount, invoice_id).await
        }
        SubscriptionChange::Custom { .. } => Err(not_a_billing_change()),
    }?;
    Ok(ChangeOutcome { after })
}

/// Custom offers are carried out by the brand's own endpoint.
pub(super) fn not_a_billing_change() -> BillingError {
    rejected("not_a_billing_change", "the billing provider has no part in a custom offer")
}
