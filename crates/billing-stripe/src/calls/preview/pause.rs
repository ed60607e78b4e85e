//! What pauses come to.

use domain::Timestamp;
use domain::subscription::{Discount, Subscription};
use engine::ports::{BillingError, ChangePreview};

use super::cancel::ended_now;
use super::question::ask_both;
use super::renewal::{discounts_form, first_renewal_from, runs_at};
use crate::calls::change::check_resumable;
use crate::calls::coupons::find_coupon;
use crate::form::Form;
use crate::transport::Client;
use crate::wire::CouponDuration;

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
    let mut kept = Vec::new();
    for discount in subscription.discounts.iter().filter(|each| runs_at(each, due_at)) {
        let is_skipped = renews.is_some_and(|renews| renews < due_at);
        if !is_skipped || !is_for_one_invoice(client, discount).await? {
            kept.push(discount);
        }
    }
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

/// Whether the discount is used up by the first invoice. One whose coupon is gone counts as such,
/// so that never less is promised than is charged.
async fn is_for_one_invoice(
    client: &Client<'_>,
    discount: &Discount,
) -> Result<bool, BillingError> {
    if discount.ends_at.is_some() {
        return Ok(false);
    }
    let coupon = find_coupon(client, &discount.coupon_id).await?;
    Ok(coupon.is_none_or(|coupon| coupon.duration == CouponDuration::Once))
}

/// The subscription itself stops: unused time is credited at once, as if it ended now, and a whole
/// period is charged when it resumes.
pub(super) async fn whole(
    client: &Client<'_>,
    subscription: &Subscription,
    resumes_at: Timestamp,
) -> Result<ChangePreview, BillingError> {
    check_resumable(subscription)?;
    let kept: Vec<_> =
        subscription.discounts.iter().filter(|each| runs_at(each, resumes_at)).collect();
    let regular = discounts_form(subscription, &kept);
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
