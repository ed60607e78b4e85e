//! The copy a preview is lived on: what one subscription's billing can touch, without its history.

use serde_json::{Value, json};

use crate::billing::lines::TRIAL_WORDS;
use crate::billing::phasing;
use crate::billing::renewal::{Due, carry_out, next_due};
use crate::state::{Account, Ctx, kind};
use crate::values::{data, text};

/// More steps than any subscription needs to its next paid invoice.
const MAX_STEPS: usize = 500;

/// An excerpt of an account around a subscription, a schedule, or only their customer.
pub(super) fn of(account: &Account, subject: &Value, customer: &str) -> Account {
    let mut copy = account.copy_of(&[
        kind::COUPON,
        kind::DISCOUNT,
        kind::PAYMENT_METHOD,
        kind::PRICE,
        kind::PRODUCT,
        kind::PROMOTION_CODE,
    ]);
    if let Some(customer) = account.get(kind::CUSTOMER, customer) {
        copy.put(customer.clone());
    }
    if subject.is_object() {
        copy.put(subject.clone());
    }
    if let Some(schedule) = phasing::schedule_of(account, subject) {
        copy.put(schedule.clone());
    }
    let id = text(subject, "id");
    if let Some(lines) = account.pending_lines.get(id) {
        copy.pending_lines.insert(id.to_owned(), lines.clone());
    }
    if let Some(pause) = account.pauses.get(id) {
        copy.pauses.insert(id.to_owned(), pause.clone());
    }
    for item in data(&subject["items"]) {
        let id = text(item, "id");
        if let Some(billed) = account.billed.get(id) {
            copy.billed.insert(id.to_owned(), *billed);
        }
    }
    copy
}

/// Lives on until an invoice is made that somebody is asked to pay; the invoice as it was when it
/// was made. With `recurring` it is the first that bills a whole period, without prorations.
pub(super) fn live_on(copy: &mut Ctx<'_>, recurring: bool) -> Option<Value> {
    for _ in 0..MAX_STEPS {
        if let Some(invoice) = first_collected(copy.account)
            && (!recurring || is_charge(&invoice))
        {
            return Some(invoice);
        }
        drop_invoices(copy.account);
        if recurring {
            copy.account.pending_lines.clear();
        }
        let (at, due, id) = next_step(copy.account)?;
        copy.now = at;
        carry_out(copy, &id, due);
    }
    None
}

/// Whether an invoice bills a period, rather than a trial or prorations only.
fn is_charge(invoice: &Value) -> bool {
    data(&invoice["lines"]).iter().any(|line| {
        line["parent"]["subscription_item_details"]["proration"] != true
            && !text(line, "description").starts_with(TRIAL_WORDS)
    })
}

/// What the copy's subscription, or the schedule that will make it, does next.
fn next_step(account: &Account) -> Option<(i64, Due, String)> {
    let id = |object: &Value| text(object, "id").to_owned();
    let subscription = account.newest(kind::SUBSCRIPTION).next();
    if let Some(subscription) = subscription {
        let (at, due) = next_due(account, subscription)?;
        return Some((at, due, id(subscription)));
    }
    let schedule = account.newest(kind::SUBSCRIPTION_SCHEDULE).next()?;
    Some((phasing::start_of(schedule)?, Due::StartSchedule, id(schedule)))
}

/// The first invoice somebody is asked to pay, as it was when it was made.
pub(super) fn first_collected(account: &Account) -> Option<Value> {
    let invoice = account
        .newest(kind::INVOICE)
        .filter(|invoice| matches!(text(invoice, "status"), "open" | "paid"))
        .last()?;
    account
        .newest(kind::EVENT)
        .filter(|event| event["type"] == "invoice.created")
        .map(|event| &event["data"]["object"])
        .find(|made| made["id"] == invoice["id"])
        .cloned()
}

/// Forgets the invoices looked at so far.
fn drop_invoices(account: &mut Account) {
    let ids: Vec<String> =
        account.newest(kind::INVOICE).map(|invoice| text(invoice, "id").to_owned()).collect();
    for id in ids {
        account.delete(kind::INVOICE, &id);
    }
}

/// The invoice as Stripe shows one that does not exist yet.
pub(super) fn as_preview(invoice: &Value) -> Value {
    let id = format!("upcoming_{}", text(invoice, "id"));
    let mut preview = invoice.clone();
    for line in preview["lines"]["data"].as_array_mut().into_iter().flatten() {
        line["invoice"] = json!(id);
    }
    preview["lines"]["url"] = json!(format!("/v1/invoices/upcoming/lines?invoice={id}"));
    if preview["billing_reason"] == "subscription_cycle" {
        preview["billing_reason"] = json!("upcoming");
    }
    preview["id"] = json!(id);
    preview
}
