//! `/v1/invoices`: what was billed.

use stripe_schema::Request;

use crate::errors::{Answer, ApiError};
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
    for (param, table) in [("customer", kind::CUSTOMER), ("subscription", kind::SUBSCRIPTION)] {
        let sent = call.params[param].as_str();
        if let Some(id) = sent.filter(|id| ctx.account.get(table, id).is_none()) {
            return Err(ApiError::no_such_param(param, id, param));
        }
    }
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
