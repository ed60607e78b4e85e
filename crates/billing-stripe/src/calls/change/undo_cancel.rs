//! Taking a set end back.

use domain::subscription::Subscription;
use engine::ports::{BillingError, ChangeRequest};

use super::update::{self, Update};
use crate::form::Form;
use crate::transport::Client;

pub(super) async fn undo_cancel(
    client: &Client<'_>,
    request: &ChangeRequest,
) -> Result<Subscription, BillingError> {
    Ok(update::send(client, request, Update::of(request), |now| undo_form(&[], now)).await?)
}

/// An end date is cleared by itself, an end with the period by its own switch. Never both in one
/// request: newer versions set `cancel_at` along with the switch and clear it with it. `group` is
/// the group of parameters it is sent under.
pub(in crate::calls) fn undo_form(group: &[&str], before: &Subscription) -> Form {
    if before.cancel_at.is_some() && !before.cancel_at_period_end {
        return Form::new().with(&[group, &["cancel_at"]].concat(), "");
    }
    Form::new().with(&[group, &["cancel_at_period_end"]].concat(), false)
}
