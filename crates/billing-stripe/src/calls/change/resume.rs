//! Resuming a subscription that was paused itself.

use domain::subscription::{BillingMode, Subscription};
use engine::ports::{BillingError, ChangeRequest};

use super::update::{self, Update, mark};
use crate::form::Form;
use crate::transport::Client;
use crate::{API_VERSION, PAUSE_VERSION};

/// A new billing period begins and is charged. A pause of flexible billing lasts until that
/// payment succeeds; one of an older kind, such as a trial that ended without a payment method,
/// is resumed in the words of its time.
pub(super) async fn resume(
    client: &Client<'_>,
    request: &ChangeRequest,
) -> Result<Subscription, BillingError> {
    let is_flexible = request.before.billing_mode == BillingMode::Flexible;
    let (version, form) = if is_flexible {
        let form = Form::new()
            .with(&["billing_cycle_anchor", "type"], "now")
            .with(&["payment_behavior"], "resume_on_payment_success");
        (PAUSE_VERSION, form)
    } else {
        (API_VERSION, Form::new().with(&["billing_cycle_anchor"], "now"))
    };
    let update = Update::own_call(request, "/resume", version);
    let resumed = update::send(client, request, update, |_| form.clone()).await?;
    // One that still waits for its payment has not changed yet.
    if update::is_reached(request, &resumed) {
        return Ok(mark(client, request, resumed).await);
    }
    Ok(resumed)
}
