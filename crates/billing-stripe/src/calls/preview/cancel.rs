//! What a cancellation comes to.

use domain::billing_action::CancelWhen;
use domain::subscription::{Subscription, SubscriptionStatus};
use engine::ports::{BillingError, ChangePreview};

use super::question::{Question, ask};
use crate::form::Form;
use crate::transport::Client;

/// At once: the credit for unused time, if there is one, and no invoice after it.
pub(super) async fn now(
    client: &Client<'_>,
    subscription: &Subscription,
    credit_unused: bool,
) -> Result<ChangePreview, BillingError> {
    if !credit_unused || subscription.status != SubscriptionStatus::Active {
        return Ok(ChangePreview::default());
    }
    let draft = ask(client, &subscription.id, &Question::next(ended_now())).await?;
    Ok(ChangePreview { charged_now: draft.map(|draft| draft.charged()), ..Default::default() })
}

/// The subscription ended now, unused time credited.
pub(super) fn ended_now() -> Form {
    Form::new()
        .with(&["subscription_details", "cancel_now"], true)
        .with(&["subscription_details", "proration_behavior"], "create_prorations")
}

/// Later: the invoices until then go on, so the next one is told if there is one. Stripe does not
/// preview another end than the one a schedule plans, though releasing it is a part of the change.
pub(super) async fn later(
    client: &Client<'_>,
    subscription: &Subscription,
    when: CancelWhen,
) -> Result<ChangePreview, BillingError> {
    let is_scheduled = subscription.schedule.is_some();
    let form = match when {
        CancelWhen::At { at } if is_scheduled => {
            if subscription.current_period_end().is_none_or(|ends| at <= ends) {
                return Ok(ChangePreview::default());
            }
            Form::new()
        }
        CancelWhen::AtPeriodEnd if is_scheduled => return Ok(ChangePreview::default()),
        CancelWhen::At { at } => {
            Form::new().with(&["subscription_details", "cancel_at"], at.as_second())
        }
        CancelWhen::AtPeriodEnd | CancelWhen::Now { .. } => {
            Form::new().with(&["subscription_details", "cancel_at_period_end"], true)
        }
    };
    let draft = ask(client, &subscription.id, &Question::next(form)).await?;
    Ok(ChangePreview { next_invoice: draft.map(|draft| draft.next()), ..Default::default() })
}
