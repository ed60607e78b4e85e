//! `/v1/events`.

use stripe_schema::Request;

use crate::errors::Answer;
use crate::listing;
use crate::resources::{param, retrieve as retrieve_kind};
use crate::state::{Ctx, kind};
use crate::values::{int, text};

pub(crate) fn list(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let wanted = param(call, "type");
    let delivered = call.params["delivery_success"].as_bool();
    let found = ctx
        .account
        .newest(kind::EVENT)
        .filter(|event| wanted.is_none_or(|wanted| is_type(text(event, "type"), wanted)))
        .filter(|event| listing::in_ids(event, &call.params, "types", "type"))
        .filter(|event| delivered.is_none_or(|all| (int(event, "pending_webhooks") == 0) == all))
        .filter(|event| {
            listing::passes(event, &call.params, &["type", "types", "delivery_success"])
        })
        .cloned()
        .collect();
    listing::page("/v1/events", found, &call.params)
}

/// `customer.*` stands for every type that begins so.
fn is_type(kind: &str, wanted: &str) -> bool {
    match wanted.strip_suffix('*') {
        Some(beginning) => kind.starts_with(beginning),
        None => kind == wanted,
    }
}

pub(crate) fn retrieve(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    retrieve_kind(ctx, kind::EVENT, "event", call)
}
