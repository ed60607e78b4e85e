//! `/v1/invoiceitems`: the prorations that wait for an invoice, and those that got onto one.
//!
//! The sandbox keeps them as lines; this shows each as the invoice item Stripe makes of it.

use serde_json::{Value, json};
use stripe_schema::Request;

use crate::errors::Answer;
use crate::listing;
use crate::state::{Account, Ctx, kind};
use crate::values::{data, int, text};

pub(crate) const LIST: &[&str] =
    &["created", "customer", "ending_before", "invoice", "limit", "pending", "starting_after"];

/// Newest first. `created` filters by the item's `date`.
pub(crate) fn list(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let mut found = every(ctx.account);
    found.sort_by_key(|item| std::cmp::Reverse(item["date"].as_i64()));
    found.retain(|item| {
        let pending = call.params["pending"].as_bool();
        let dated = json!({ "created": item["date"] });
        let range = call.params.get("created").map(|created| json!({ "created": created }));
        pending.is_none_or(|wanted| item["invoice"].is_null() == wanted)
            && range.is_none_or(|range| listing::passes(&dated, &range, &[]))
            && listing::passes(item, &call.params, &["created", "pending"])
    });
    listing::page("/v1/invoiceitems", found, &call.params)
}

/// Every invoice item of the account, those that wait first.
fn every(account: &Account) -> Vec<Value> {
    let waiting = account.newest(kind::SUBSCRIPTION).flat_map(|subscription| {
        let lines = account.pending_lines.get(text(subscription, "id"));
        let lines = lines.into_iter().flatten().rev();
        lines.map(|line| of_line(line, subscription, &Value::Null))
    });
    let billed = account.newest(kind::INVOICE).flat_map(|invoice| {
        let lines = data(&invoice["lines"]).iter().rev();
        let lines =
            lines.filter(|line| line["parent"]["subscription_item_details"]["proration"] == true);
        lines.map(|line| of_line(line, invoice, &invoice["id"]))
    });
    waiting.chain(billed).collect()
}

/// The invoice item behind a line. `owner` is the subscription or the invoice.
fn of_line(line: &Value, owner: &Value, invoice: &Value) -> Value {
    let details = &line["parent"]["subscription_item_details"];
    json!({
        "id": details["invoice_item"],
        "object": "invoiceitem",
        "amount": line["amount"],
        "currency": line["currency"],
        "customer": owner["customer"],
        "customer_account": null,
        "date": line["period"]["start"],
        "description": line["description"],
        "discountable": line["discountable"],
        "discounts": [],
        "invoice": invoice,
        "livemode": false,
        "metadata": {},
        "net_amount": line["amount"],
        "parent": {
            "subscription_details": {
                "subscription": details["subscription"],
                "subscription_item": details["subscription_item"],
            },
            "type": "subscription_details",
        },
        "period": line["period"],
        "pricing": line["pricing"],
        "proration": true,
        "quantity": int(line, "quantity"),
        "quantity_decimal": int(line, "quantity").to_string(),
        "tax_rates": [],
        "test_clock": owner["test_clock"],
    })
}
