//! Moving the renewal.

use domain::Timestamp;
use domain::subscription::Subscription;
use engine::ports::{BillingError, ChangeRequest};

use super::update::{self, Update};
use crate::form::Form;
use crate::transport::Client;

pub(super) async fn move_renewal(
    client: &Client<'_>,
    request: &ChangeRequest,
    to: Timestamp,
) -> Result<Subscription, BillingError> {
    let body = |_: &Subscription| moved_form(to);
    Ok(update::send(client, request, Update::of(request), body).await?)
}

/// A trial to that date: nothing is charged before it, the paid time is not credited, and the
/// billing period begins anew there.
fn moved_form(to: Timestamp) -> Form {
    Form::new().with(&["trial_end"], to.as_second()).with(&["proration_behavior"], "none")
}
