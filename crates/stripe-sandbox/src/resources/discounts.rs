//! Discounts: coupons and promotion codes applied to a subscription or to one of its items.
//!
//! The `discounts` parameter: a filled list replaces all, an empty text removes all, and a missing
//! parameter or an empty list changes nothing.

use serde_json::{Value, json};

use crate::billing::period::add_months;
use crate::errors::{Answer, ApiError};
use crate::resources::{coupons, promotion_codes};
use crate::state::{Account, Ctx, kind};
use crate::values::{int, text};

/// Stripe allows this many on one object.
const MAX_DISCOUNTS: usize = 20;

/// What discounts belong to.
#[derive(Debug, Clone)]
pub(crate) struct Owner<'a> {
    pub(crate) customer: &'a str,
    pub(crate) subscription: &'a str,
    pub(crate) item: Option<&'a str>,
    pub(crate) currency: &'a str,
}

/// A checked list of discounts to be.
pub(crate) struct Plan(Vec<Entry>);

enum Entry {
    /// One that exists already.
    Keep(String),
    /// A coupon, and the promotion code it came by.
    New { coupon: Value, promotion_code: Option<String> },
}

/// Checks the parameter against what is there; `None` if it changes nothing.
pub(crate) fn plan(
    account: &Account,
    owner: &Owner<'_>,
    existing: &[String],
    sent: Option<&Value>,
    param: &str,
) -> Answer<Option<Plan>> {
    let entries = match sent {
        None => return Ok(None),
        Some(Value::Array(entries)) if entries.is_empty() => return Ok(None),
        Some(Value::Array(entries)) => entries,
        Some(_) => return Ok(Some(Plan(Vec::new()))),
    };
    if entries.len() > MAX_DISCOUNTS {
        return Err(ApiError::invalid(format!("You can apply at most {MAX_DISCOUNTS} discounts."))
            .param(param));
    }
    let mut plan = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        plan.push(plan_entry(account, owner, existing, entry, &format!("{param}[{index}]"))?);
    }
    Ok(Some(Plan(plan)))
}

fn plan_entry(
    account: &Account,
    owner: &Owner<'_>,
    existing: &[String],
    sent: &Value,
    param: &str,
) -> Answer<Entry> {
    let coupon = |id: &str, name: &str| {
        coupons::redeemable(account, id, owner.currency, &format!("{param}[{name}]"))
    };
    match (&sent["coupon"], &sent["promotion_code"], &sent["discount"]) {
        (Value::String(id), Value::Null, Value::Null) => {
            Ok(Entry::New { coupon: coupon(id, "coupon")?, promotion_code: None })
        }
        (Value::Null, Value::String(id), Value::Null) => {
            let name = format!("{param}[promotion_code]");
            let coupon_id = promotion_codes::coupon_of(account, id, owner.customer, &name)?;
            Ok(Entry::New {
                coupon: coupon(&coupon_id, "promotion_code")?,
                promotion_code: Some(id.clone()),
            })
        }
        (Value::Null, Value::Null, Value::String(id)) => {
            if existing.contains(id) {
                return Ok(Entry::Keep(id.clone()));
            }
            Err(ApiError::no_such_param("discount", id, format!("{param}[discount]")))
        }
        _ => Err(ApiError::invalid(
            "You must specify exactly one of these parameters: coupon, discount, promotion_code.",
        )
        .param(param)),
    }
}

/// Makes the plan true; the ids in the order of the plan.
pub(crate) fn commit(
    ctx: &mut Ctx<'_>,
    owner: &Owner<'_>,
    existing: &[String],
    plan: Plan,
) -> Vec<String> {
    let kept: Vec<&String> = plan
        .0
        .iter()
        .filter_map(|entry| match entry {
            Entry::Keep(id) => Some(id),
            Entry::New { .. } => None,
        })
        .collect();
    for id in existing.iter().filter(|id| !kept.contains(id)) {
        remove(ctx, id);
    }
    plan.0
        .into_iter()
        .map(|entry| match entry {
            Entry::Keep(id) => id,
            Entry::New { coupon, promotion_code } => add(ctx, owner, &coupon, promotion_code),
        })
        .collect()
}

fn add(
    ctx: &mut Ctx<'_>,
    owner: &Owner<'_>,
    coupon: &Value,
    promotion_code: Option<String>,
) -> String {
    let id = ctx.ids.long("di_1");
    let discount = preview(&id, owner, coupon, promotion_code.as_deref(), ctx.now);
    coupons::count_redemption(ctx, text(coupon, "id"));
    if let Some(code) = promotion_code {
        promotion_codes::count_redemption(ctx, &code);
    }
    ctx.account.put(discount.clone());
    ctx.emit("customer.discount.created", &discount);
    id
}

/// The discount a coupon makes, without making it.
fn preview(
    id: &str,
    owner: &Owner<'_>,
    coupon: &Value,
    promotion_code: Option<&str>,
    now: i64,
) -> Value {
    let end = match text(coupon, "duration") {
        "repeating" => Some(add_months(now, int(coupon, "duration_in_months"))),
        _ => None,
    };
    json!({
        "id": id,
        "object": kind::DISCOUNT,
        "checkout_session": null,
        "customer": owner.customer,
        "customer_account": null,
        "end": end,
        "invoice": null,
        "invoice_item": null,
        "promotion_code": promotion_code,
        "source": { "coupon": coupon["id"], "type": "coupon" },
        "start": now,
        "subscription": owner.subscription,
        "subscription_item": owner.item,
    })
}

/// Ends a discount. The object stays, as invoices refer to it; nothing lists it any more.
pub(crate) fn remove(ctx: &mut Ctx<'_>, id: &str) {
    let Some(discount) = ctx.account.live(kind::DISCOUNT, id).cloned() else { return };
    ctx.account.delete(kind::DISCOUNT, id);
    ctx.emit("customer.discount.deleted", &discount);
}

/// The `deleted_discount` stub, which keeps most of the discount's fields.
pub(crate) fn deleted(discount: &Value) -> Value {
    let mut stub = discount.clone();
    if let Some(fields) = stub.as_object_mut() {
        fields.remove("end");
        fields.insert("deleted".to_owned(), json!(true));
    }
    stub
}

/// The duration of a discount's coupon.
pub(crate) fn duration<'a>(account: &'a Account, id: &str) -> &'a str {
    account
        .get(kind::DISCOUNT, id)
        .and_then(|discount| account.get(kind::COUPON, text(&discount["source"], "coupon")))
        .map_or("", |coupon| text(coupon, "duration"))
}
