//! Lists longer than one page.

use engine::ports::BillingError;
use serde::de::DeserializeOwned;

use crate::form::Form;
use crate::transport::{Client, Request, unreadable};
use crate::wire::{Listed, Page};

/// Stripe's largest page.
pub(super) const PAGE_SIZE: usize = 100;

/// Most pages read for one question; a list that goes on is an error, not an endless loop.
const MAX_PAGES: usize = 50;

/// Reads a list to its end, from the object after `after` on.
pub(super) async fn read_all<T: Listed + DeserializeOwned>(
    client: &Client<'_>,
    call: &'static str,
    path: &str,
    query: &Form,
    after: Option<String>,
) -> Result<Vec<T>, BillingError> {
    let mut all = Vec::new();
    let mut cursor = after;
    for _ in 0..MAX_PAGES {
        let mut query = query.clone().with(&["limit"], PAGE_SIZE);
        if let Some(last) = &cursor {
            query = query.with(&["starting_after"], last);
        }
        let page: Page<T> = client.send(Request::get(call, path, query)).await?;
        let Some(last) = page.data.last().map(|last| last.id().to_owned()) else {
            return Ok(all);
        };
        all.extend(page.data);
        if !page.has_more {
            return Ok(all);
        }
        cursor = Some(last);
    }
    Err(unreadable(call, format!("more than {MAX_PAGES} pages")))
}
