//! Invoices that have been made.

use std::collections::BTreeMap;

use domain::ids::CustomerId;
use domain::money::{Currency, Money};
use engine::ports::BillingError;

use super::pages::{Listing, read_pages};
use crate::form::{Form, path_segment};
use crate::mapping;
use crate::transport::{Client, Request, missing_as_none, unreadable};
use crate::wire;

/// Most pages of invoices read for one sum.
const MAX_PAGES: usize = 10;

/// `GET /v1/invoices?customer=&status=paid`: what was paid, less what credit notes gave back.
/// Beyond the newest 1,000 invoices nothing is counted. A refund without a credit note is not
/// seen: Stripe does not list refunds by customer.
pub(crate) async fn sum_paid_invoices(
    client: &Client<'_>,
    customer_id: &CustomerId,
) -> Result<Vec<Money>, BillingError> {
    const CALL: &str = "list_paid_invoices";
    let query = Form::new().with(&["customer"], customer_id).with(&["status"], "paid");
    let listing = Listing { call: CALL, path: "/v1/invoices", query: &query };
    let read = read_pages::<wire::Invoice>(client, listing, None, MAX_PAGES).await;
    let (invoices, _) = missing_as_none(read)?.unwrap_or_default();
    let mut sums: BTreeMap<Currency, i64> = BTreeMap::new();
    for invoice in &invoices {
        let kept = mapping::kept(invoice).map_err(|problem| unreadable(CALL, problem))?;
        let sum = sums.entry(kept.currency).or_default();
        *sum = sum.saturating_add(kept.minor);
    }
    let paid = sums.into_iter().filter(|(_, minor)| *minor > 0);
    Ok(paid.map(|(currency, minor)| Money::new(minor, currency)).collect())
}

/// `GET /v1/invoices/{invoice}`.
pub(super) async fn find_invoice(
    client: &Client<'_>,
    id: &str,
) -> Result<Option<wire::Invoice>, BillingError> {
    let path = format!("/v1/invoices/{}", path_segment(id));
    client.find(Request::get("find_invoice", path, Form::new())).await
}
