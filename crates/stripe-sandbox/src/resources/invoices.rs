//! `/v1/invoices`: what was billed.

use stripe_schema::Request;

use crate::errors::Answer;
use crate::listing;
use crate::resources::{param, retrieve as retrieve_kind};
use crate::state::{Ctx, kind};

pub(crate) const LIST: &[&str] = &[
    "collection_method",
    "created",
    "customer",
    "due_date",
    "ending_before",
    "limit",
    "starting_after",
    "status",
    "subscription",
];

pub(crate) fn list(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let subscription = param(call, "subscription");
    let found = ctx
        .account
        .newest(kind::INVOICE)
        .filter(|invoice| {
            let own = &invoice["parent"]["subscription_details"]["subscription"];
            subscription.is_none_or(|id| own == id)
        })
        .filter(|invoice| listing::passes(invoice, &call.params, &["subscription"]))
        .cloned()
        .collect();
    listing::page("/v1/invoices", found, &call.params)
}

pub(crate) fn retrieve(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    retrieve_kind(ctx, kind::INVOICE, "invoice", call)
}
