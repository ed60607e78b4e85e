//! Crediting the customer's balance.

use domain::money::Money;
use domain::subscription::Subscription;
use engine::ports::{BillingError, ChangeRequest};

use super::entry;
use crate::calls::MARKER;
use crate::form::Form;
use crate::transport::Client;

/// `POST /v1/customers/{customer}/balance_transactions`; below zero is credit.
pub(super) async fn credit(
    client: &Client<'_>,
    request: &ChangeRequest,
    amount: Money,
) -> Result<Subscription, BillingError> {
    if !entry::is_made(client, request).await? {
        let path = format!("/v1/customers/{}/balance_transactions", request.before.customer_id);
        let body = Form::new()
            .with(&["amount"], -amount.minor)
            .with(&["currency"], amount.currency)
            .with(&["metadata", MARKER], &request.action_id);
        entry::make(client, request, &path, &body).await?;
    }
    Ok(entry::after(client, request).await)
}
