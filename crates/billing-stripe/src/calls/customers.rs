//! Customers.

use domain::ids::CustomerId;
use domain::subscription::Customer;
use engine::ports::BillingError;

use super::pages::PAGE_SIZE;
use crate::form::Form;
use crate::mapping;
use crate::transport::{Client, Request, unreadable};
use crate::wire::{self, Page};

/// `GET /v1/customers/{customer}`.
pub(crate) async fn find_customer(
    client: &Client<'_>,
    id: &CustomerId,
) -> Result<Option<Customer>, BillingError> {
    const CALL: &str = "find_customer";
    let request = Request::get(CALL, format!("/v1/customers/{id}"), Form::new());
    match client.find(request).await? {
        Some(found) => mapping::customer(found).map_err(|problem| unreadable(CALL, problem)),
        None => Ok(None),
    }
}

/// `GET /v1/customers?email=`: exact and case-sensitive at Stripe, and read after a write.
/// (`/v1/customers/search` lags behind by up to an hour.)
pub(crate) async fn list_customers_by_email(
    client: &Client<'_>,
    email: &str,
) -> Result<Vec<Customer>, BillingError> {
    const CALL: &str = "list_customers_by_email";
    let query = Form::new().with(&["email"], email).with(&["limit"], PAGE_SIZE);
    let page: Page<wire::Customer> =
        client.send(Request::get(CALL, "/v1/customers", query)).await?;
    let mapped = page.data.into_iter().map(mapping::customer);
    let customers: Vec<_> =
        mapped.collect::<Result<_, _>>().map_err(|problem| unreadable(CALL, problem))?;
    Ok(customers.into_iter().flatten().collect())
}
