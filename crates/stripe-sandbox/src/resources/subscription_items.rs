//! `/v1/subscription_items`: read only; items are written through their subscription.

use stripe_schema::Request;

use crate::errors::{Answer, ApiError};
use crate::listing;
use crate::resources::{param, path_id};
use crate::state::{Ctx, kind};
use crate::values::data;

pub(crate) fn list(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let id = param(call, "subscription").unwrap_or_default();
    let subscription = ctx
        .account
        .live(kind::SUBSCRIPTION, id)
        .ok_or_else(|| ApiError::no_such_param("subscription", id, "subscription"))?;
    listing::page("/v1/subscription_items", data(&subscription["items"]).to_vec(), &call.params)
}

pub(crate) fn retrieve(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let id = path_id(call);
    ctx.account
        .newest(kind::SUBSCRIPTION)
        .flat_map(|subscription| data(&subscription["items"]))
        .find(|item| item["id"] == id)
        .cloned()
        .ok_or_else(|| ApiError::no_such("subscription item", id))
}
