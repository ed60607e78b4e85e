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

/// A list to read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Listing<'a> {
    pub(super) call: &'static str,
    pub(super) path: &'a str,
    pub(super) query: &'a Form,
}

/// Reads a list to its end, from the object after `after` on.
pub(super) async fn read_all<T: Listed + DeserializeOwned>(
    client: &Client<'_>,
    listing: Listing<'_>,
    after: Option<String>,
) -> Result<Vec<T>, BillingError> {
    match read_pages(client, listing, after, MAX_PAGES).await? {
        (all, true) => Ok(all),
        _ => Err(unreadable(listing.call, format!("more than {MAX_PAGES} pages"))),
    }
}

/// Reads at most so many pages; also whether that was all.
pub(super) async fn read_pages<T: Listed + DeserializeOwned>(
    client: &Client<'_>,
    listing: Listing<'_>,
    after: Option<String>,
    max_pages: usize,
) -> Result<(Vec<T>, bool), BillingError> {
    let mut all = Vec::new();
    let mut cursor = after;
    for _ in 0..max_pages {
        let mut query = listing.query.clone().with(&["limit"], PAGE_SIZE);
        if let Some(last) = &cursor {
            query = query.with(&["starting_after"], last);
        }
        let page: Page<T> = client.send(Request::get(listing.call, listing.path, query)).await?;
        let Some(last) = page.data.last().map(|last| last.id().to_owned()) else {
            return Ok((all, true));
        };
        all.extend(page.data);
        if !page.has_more {
            return Ok((all, true));
        }
        cursor = Some(last);
    }
    Ok((all, false))
}
