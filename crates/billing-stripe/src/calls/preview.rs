//! What invoices would be: `POST /v1/invoices/create_preview`, which changes nothing.
//!
//! A change is previewed by at most two questions, asked at once: the next invoice with it, and
//! usually a regular invoice with it (`preview_mode` recurring). Where one answer does not say
//! what is charged when, it is put together from the answers' totals and the customer's balance.

mod cancel;
mod discounts;
mod draft;
mod item;
mod pause;
mod question;
mod renewal;

use domain::billing_action::{CancelWhen, SubscriptionChange};
use domain::ids::SubscriptionId;
use domain::money::Money;
use domain::subscription::{InvoicePreview, Subscription};
use engine::ports::{BillingError, ChangePreview};

use self::question::{Question, ask, ask_both};
use super::change::{not_a_billing_change, undo_form, with_coupon};
use super::coupons::ensure_coupon;
use crate::form::Form;
use crate::transport::Client;

/// The next invoice as things are.
pub(crate) async fn preview_next_invoice(
    client: &Client<'_>,
    id: &SubscriptionId,
) -> Result<Option<InvoicePreview>, BillingError> {
    Ok(ask(client, id, &Question::next(Form::new())).await?.map(|draft| draft.next()))
}

/// What a change would cost.
pub(crate) async fn preview_change(
    client: &Client<'_>,
    subscription: &Subscription,
    change: &SubscriptionChange,
) -> Result<ChangePreview, BillingError> {
    match change {
        SubscriptionChange::Cancel { when: CancelWhen::Now { credit_unused }, .. } => {
            cancel::now(client, subscription, *credit_unused).await
        }
        SubscriptionChange::Cancel { when, .. } => cancel::later(client, subscription, *when).await,
        SubscriptionChange::UndoCancel => {
            let form = undo_form(&["subscription_details"], subscription);
            with_both(client, subscription, form).await
        }
        SubscriptionChange::Discount { coupon, replace } => {
            ensure_coupon(client, coupon).await?;
            with_both(client, subscription, with_coupon(subscription, &coupon.id(), *replace)).await
        }
        SubscriptionChange::Pause { resumes_at } => {
            pause::collection(client, subscription, *resumes_at).await
        }
        SubscriptionChange::PauseSubscription { resumes_at } => {
            pause::whole(client, subscription, *resumes_at).await
        }
        SubscriptionChange::MoveRenewal { to } => renewal::moved(client, subscription, *to).await,
        SubscriptionChange::ChangeItem(change) => item::changed(client, subscription, change).await,
        SubscriptionChange::Credit { amount } => credit(client, subscription, *amount).await,
        SubscriptionChange::Annotate { .. }
        | SubscriptionChange::Resume
        | SubscriptionChange::Refund { .. } => with_both(client, subscription, Form::new()).await,
        SubscriptionChange::Custom { .. } => Err(not_a_billing_change()),
    }
}

/// The next invoice and a regular one, both with the same parameters.
async fn with_both(
    client: &Client<'_>,
    subscription: &Subscription,
    form: Form,
) -> Result<ChangePreview, BillingError> {
    let (next, regular) = ask_both(client, &subscription.id, form.clone(), form).await?;
    Ok(ChangePreview {
        charged_now: None,
        next_invoice: next.map(|draft| draft.next()),
        recurring: regular.map(|draft| draft.regular()),
    })
}

/// The next invoice less the credit.
async fn credit(
    client: &Client<'_>,
    subscription: &Subscription,
    amount: Money,
) -> Result<ChangePreview, BillingError> {
    let (next, regular) = ask_both(client, &subscription.id, Form::new(), Form::new()).await?;
    Ok(ChangePreview {
        charged_now: None,
        next_invoice: next.map(|draft| draft.due(draft.total, draft.balance - amount.minor)),
        recurring: regular.map(|draft| draft.regular()),
    })
}
