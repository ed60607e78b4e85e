//! What pauses come to.

use domain::Timestamp;
use domain::subscription::Subscription;
use engine::ports::{BillingError, ChangePreview};

use super::cancel::ended_now;
use super::discounts::{discounts_form, lasting, running};
use super::question::ask_both;
use super::renewal::first_renewal_from;
use crate::calls::change::check_resumable;
use crate::form::Form;
use crate::transport::Client;

/// Collection stops: invoices until `resumes_at` are voided, and with them what they would have
/// billed besides the period, and every discount of one invoice. The next one is a regular
/// invoice, with the discounts that still run then.
pub(super) async fn collection(
    client: &Client<'_>,
    subscription: &Subscription,
    resumes_at: Timestamp,
) -> Result<ChangePreview, BillingError> {
    let renews = subscription.current_period_end();
    let Some(due_at) = first_renewal_from(subscription, resumes_at) else {
        return super::with_both(client, subscription, Form::new()).await;
    };
    let is_skipped = renews.is_some_and(|renews| renews < due_at);
    let kept = if is_skipped {
        lasting(client, subscription, due_at).await?
    } else {
        running(subscription, due_at)
    };
    let regular = discounts_form(subscription, &kept);
    let (next, regular) = ask_both(client, &subscription.id, Form::new(), regular).await?;
    let next_invoice = next.zip(regular.as_ref()).map(|(next, regular)| {
        // With nothing left out, prorations come with the same invoice.
        let extras = if renews == Some(due_at) { next.extras } else { 0 };
        next.due_on(Some(due_at), regular.total + extras, next.balance)
    });
    let recurring = regular.map(|draft| draft.regular());
    Ok(ChangePreview { charged_now: None, next_invoice, recurring })
}

/// The subscription itself stops: unused time is credited at once, as if it ended now, and a whole
/// period is charged when it resumes.
pub(super) async fn whole(
    client: &Client<'_>,
    subscription: &Subscription,
    resumes_at: Timestamp,
) -> Result<ChangePreview, BillingError> {
    check_resumable(subscription)?;
    let regular = discounts_form(subscription, &running(subscription, resumes_at));
    let (ended, regular) = ask_both(client, &subscription.id, ended_now(), regular).await?;
    let balance = ended.as_ref().map_or(0, |ended| ended.balance_left());
    Ok(ChangePreview {
        charged_now: ended.map(|ended| ended.charged()),
        next_invoice: regular
            .as_ref()
            .map(|regular| regular.due_on(Some(resumes_at), regular.total, balance)),
        recurring: regular.map(|regular| regular.regular()),
    })
}
