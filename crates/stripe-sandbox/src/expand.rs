//! `expand[]`: ids replaced by the objects they name.

use serde_json::Value;
use stripe_schema::StripeSchema;

use crate::errors::{Answer, ApiError};
use crate::resources::{discounts, payments};
use crate::state::{Account, kind};
use crate::values::{list, text, texts};

/// Stripe follows four names at most.
const MAX_LEVELS: usize = 4;

/// Refuses paths that are too deep or not expandable, before anything happens.
pub(crate) fn check(
    schema: &StripeSchema,
    method: &str,
    request_path: &str,
    params: &Value,
) -> Answer<()> {
    for (index, path) in texts(params, "expand").iter().enumerate() {
        let param = format!("expand[{index}]");
        if path.split('.').count() > MAX_LEVELS {
            return Err(ApiError::invalid(format!(
                "You cannot expand more than {MAX_LEVELS} levels of a property. Property: {path}"
            ))
            .param(param));
        }
        if !schema.can_expand(method, request_path, path) {
            return Err(ApiError::invalid(format!("This property cannot be expanded ({path})."))
                .param(param));
        }
    }
    Ok(())
}

/// Replaces ids along every requested path.
pub(crate) fn apply(account: &Account, answer: &mut Value, params: &Value) {
    for path in texts(params, "expand") {
        let fields: Vec<&str> = path.split('.').collect();
        expand_path(account, answer, &fields);
    }
}

fn expand_path(account: &Account, value: &mut Value, fields: &[&str]) {
    if let Some(elements) = value.as_array_mut() {
        for element in elements {
            expand_path(account, element, fields);
        }
        return;
    }
    let Some((field, rest)) = fields.split_first() else { return };
    if let Some(included) = included_list(account, value, field) {
        value[*field] = included;
    }
    let Some(member) = value.get_mut(*field) else { return };
    resolve(account, field, member);
    expand_path(account, member, rest);
}

/// Replaces an id, or every id of an array, by its object.
fn resolve(account: &Account, field: &str, member: &mut Value) {
    if let Some(elements) = member.as_array_mut() {
        for element in elements {
            resolve(account, field, element);
        }
    } else if let Some(id) = member.as_str() {
        let found =
            if field == "coupon" { account.get(kind::COUPON, id) } else { account.find(id) };
        if let Some(object) = found {
            *member = present(account, object);
        }
    }
}

/// The object as it is shown: a stub once it has been deleted.
pub(crate) fn present(account: &Account, object: &Value) -> Value {
    let (kind, id) = (text(object, "object"), text(object, "id"));
    if account.is_deleted(kind, id) && kind == kind::DISCOUNT {
        return discounts::deleted(object);
    }
    // A discount shows its coupon even after the coupon has been deleted.
    if account.is_deleted(kind, id) && kind != kind::COUPON {
        return serde_json::json!({ "id": id, "object": kind, "deleted": true });
    }
    object.clone()
}

/// Lists that Stripe leaves out of an object unless they are asked for.
fn included_list(account: &Account, object: &Value, field: &str) -> Option<Value> {
    if object.get(field).is_some() {
        return None;
    }
    let id = text(object, "id");
    if object["object"] == kind::INVOICE && field == "payments" {
        let payments = payments::of_invoice(account, id);
        return Some(list(&format!("/v1/invoices/{id}/payments"), payments));
    }
    if object["object"] != kind::CUSTOMER {
        return None;
    }
    match field {
        "subscriptions" => {
            let mut live = account.subscriptions_of(id);
            live.retain(|subscription| subscription["status"] != "canceled");
            Some(list(&format!("/v1/customers/{id}/subscriptions"), live))
        }
        "sources" | "tax_ids" => Some(list(&format!("/v1/customers/{id}/{field}"), Vec::new())),
        _ => None,
    }
}
