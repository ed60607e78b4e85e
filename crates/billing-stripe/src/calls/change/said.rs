//! What a customer said, as cancellation details.

use domain::billing_action::Said;

use crate::form::Form;
use crate::transport::Failure;

/// Stripe's limit of `cancellation_details.comment`, in characters.
const MAX_COMMENT: usize = 5000;

const DETAILS: &str = "cancellation_details";

/// The parameters; none for what was not said.
pub(super) fn said_form(said: &Said) -> Form {
    let mut form = Form::new();
    if let Some(feedback) = said.feedback {
        form = form.with(&[DETAILS, "feedback"], feedback.as_str());
    }
    let comment = said.comment.as_deref().map(fit_comment).filter(|comment| !comment.is_empty());
    if let Some(comment) = comment {
        form = form.with(&[DETAILS, "comment"], comment);
    }
    if let Some(option) = &said.feedback_option {
        form = form.with(&[DETAILS, "feedback_option"], option);
    }
    form
}

/// A comment must never be what a cancellation fails on: what Stripe would refuse is left out.
fn fit_comment(comment: &str) -> String {
    let is_text = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
    comment.trim().chars().filter(is_text).take(MAX_COMMENT).collect()
}

/// Whether Stripe objects to the feedback option: it was deactivated or belongs elsewhere.
pub(super) fn is_about_option(failure: &Failure) -> bool {
    let param = failure.param.as_deref().unwrap_or_default();
    failure.is_refusal() && param.contains("feedback_option")
}
