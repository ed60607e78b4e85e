//! Adding what was said after a cancellation.

use domain::billing_action::Said;
use domain::subscription::Subscription;
use engine::ports::{BillingError, ChangeRequest};

use super::update::{self, Update, is_marked};
use crate::form::Form;
use crate::transport::Client;

/// Metadata and cancellation details are the two things a canceled subscription still takes.
/// Nothing else shows that they were written but the marker that went with them.
pub(super) async fn annotate(
    client: &Client<'_>,
    request: &ChangeRequest,
    said: &Said,
) -> Result<Subscription, BillingError> {
    let update = Update::of(request).saying(said).done_when(|now| is_marked(request, now));
    Ok(update::send(client, request, update, |_| Form::new()).await?)
}
