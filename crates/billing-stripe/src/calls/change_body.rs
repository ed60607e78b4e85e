//! The parameters of each change. All of them name a desired state, so a repeat is harmless.

use domain::billing_action::{SubscriptionChange, coupon_id};
use domain::playbook::Feedback;
use domain::subscription::Subscription;

use crate::form::Form;

/// Stripe's limit of `cancellation_details.comment`, in characters.
const MAX_COMMENT: usize = 5000;

/// The parameters that bring `change` about, given what the subscription has `before`.
pub(super) fn change_body(change: &SubscriptionChange, before: &Subscription) -> Form {
    match change {
        SubscriptionChange::CancelAtPeriodEnd { feedback, comment } => {
            cancel_at_period_end(*feedback, comment.as_deref())
        }
        SubscriptionChange::UndoCancel => undo_cancel(before),
        SubscriptionChange::Discount { percent, months } => {
            discount(before, &coupon_id(*percent, *months))
        }
        SubscriptionChange::Pause { resumes_at } => pause(resumes_at.as_second()),
    }
}

fn cancel_at_period_end(feedback: Option<Feedback>, comment: Option<&str>) -> Form {
    let mut form = Form::new().with(&["cancel_at_period_end"], true);
    if let Some(feedback) = feedback {
        form = form.with(&["cancellation_details", "feedback"], feedback.as_str());
    }
    let comment = comment.map(fit_comment).filter(|comment| !comment.is_empty());
    if let Some(comment) = comment {
        form = form.with(&["cancellation_details", "comment"], comment);
    }
    form
}

/// A comment must never be what a cancellation fails on: what Stripe would refuse is left out.
fn fit_comment(comment: &str) -> String {
    let is_text = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
    comment.trim().chars().filter(is_text).take(MAX_COMMENT).collect()
}

/// An end date is cleared by itself, an end with the period by its own switch. Never both in one
/// request: newer versions set `cancel_at` along with the switch and clear it with it.
fn undo_cancel(before: &Subscription) -> Form {
    if before.cancel_at.is_some() && !before.cancel_at_period_end {
        return Form::new().with(&["cancel_at"], "");
    }
    Form::new().with(&["cancel_at_period_end"], false)
}

/// The list replaces what the subscription has, so that is sent again. A discount it already has
/// is not added a second time.
fn discount(before: &Subscription, coupon: &str) -> Form {
    let kept = before.discounts.iter().enumerate().fold(Form::new(), |form, (index, kept)| {
        form.with(&["discounts", &index.to_string(), "discount"], &kept.id)
    });
    if before.discounts.iter().any(|discount| discount.coupon_id == coupon) {
        return kept;
    }
    kept.with(&["discounts", &before.discounts.len().to_string(), "coupon"], coupon)
}

/// Invoices made meanwhile are voided: a pause costs nothing, then or later.
fn pause(resumes_at: i64) -> Form {
    Form::new()
        .with(&["pause_collection", "behavior"], "void")
        .with(&["pause_collection", "resumes_at"], resumes_at)
}
