//! Entries in Stripe's books that carry an action's mark. A repeat finds them, so that money is
//! never given twice, not even when Stripe has forgotten the idempotency key.

use domain::billing_action::SubscriptionChange;
use domain::ids::{BillingActionId, CustomerId};
use engine::ports::BillingError;

use super::MARKER;
use super::pages::{Listing, read_pages};
use crate::form::Form;
use crate::transport::{Client, missing_as_none, unreadable};
use crate::wire::BookEntry;

/// Most pages looked through. Lists begin with the newest entry, and an action's is rarely old.
const MAX_PAGES: usize = 10;

/// Whether the balance transaction of a credit, or the credit note of a refund, is there.
pub(crate) async fn has_entry(
    client: &Client<'_>,
    action_id: &BillingActionId,
    customer_id: &CustomerId,
    change: &SubscriptionChange,
) -> Result<bool, BillingError> {
    let (call, path, query) = match change {
        SubscriptionChange::Credit { .. } => {
            let path = format!("/v1/customers/{customer_id}/balance_transactions");
            ("list_balance_transactions", path, Form::new())
        }
        SubscriptionChange::Refund { invoice_id, .. } => {
            let query = Form::new().with(&["invoice"], invoice_id);
            ("list_credit_notes", "/v1/credit_notes".to_owned(), query)
        }
        _ => return Ok(false),
    };
    let listing = Listing { call, path: &path, query: &query };
    let read = read_pages::<BookEntry>(client, listing, None, MAX_PAGES).await;
    let (entries, is_all) = missing_as_none(read)?.unwrap_or_default();
    let mark = action_id.to_string();
    if entries.iter().any(|entry| entry.metadata.get(MARKER) == Some(&mark)) {
        return Ok(true);
    }
    if is_all { Ok(false) } else { Err(unreadable(call, format!("more than {MAX_PAGES} pages"))) }
}
