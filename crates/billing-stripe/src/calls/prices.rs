//! Prices.

use domain::subscription::Price;
use engine::ports::BillingError;

use crate::form::{Form, path_segment};
use crate::mapping::{self, ProductNames};
use crate::transport::{Client, Request, unreadable};
use crate::wire;

/// `GET /v1/prices/{price}`, of those that can be on a subscription now.
pub(crate) async fn find_price(
    client: &Client<'_>,
    id: &str,
) -> Result<Option<Price>, BillingError> {
    const CALL: &str = "find_price";
    let query = Form::new().expand(&["product"]);
    let path = format!("/v1/prices/{}", path_segment(id));
    let found: Option<wire::Price> = client.find(Request::get(CALL, path, query)).await?;
    // One-time prices do not recur.
    let Some(found) = found.filter(|price| price.active && price.recurring.is_some()) else {
        return Ok(None);
    };
    mapping::price(&found, &ProductNames::new())
        .map(Some)
        .map_err(|problem| unreadable(CALL, problem))
}
