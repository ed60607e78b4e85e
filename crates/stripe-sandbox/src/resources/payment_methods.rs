//! Payment methods, as far as subscriptions need them: Stripe's test cards.

use serde_json::{Value, json};

use crate::errors::{Answer, ApiError};
use crate::state::{Account, Ctx, kind};
use crate::values::text;

/// Stripe's test card that can be attached and then fails every charge.
pub const FAILING_PAYMENT_METHOD: &str = "pm_card_chargeCustomerFail";

/// Last digits of the failing card; they mark the attached copy.
const FAILING_LAST4: &str = "0341";

/// Attaches a test payment method (a copy with its own id) or checks that one is the customer's.
pub(crate) fn attach(
    ctx: &mut Ctx<'_>,
    method: &str,
    customer: &str,
    param: &str,
) -> Answer<String> {
    if let Some(known) = ctx.account.live(kind::PAYMENT_METHOD, method) {
        if known["customer"] == customer {
            return Ok(method.to_owned());
        }
        return Err(ApiError::invalid(
            "The payment method belongs to another customer and cannot be used here.",
        )
        .param(param));
    }
    let (brand, last4) = match method {
        "pm_card_visa" => ("visa", "4242"),
        "pm_card_mastercard" => ("mastercard", "4444"),
        FAILING_PAYMENT_METHOD => ("visa", FAILING_LAST4),
        _ => return Err(ApiError::no_such_param("PaymentMethod", method, param)),
    };
    let attached = card(ctx, customer, brand, last4);
    let id = text(&attached, "id").to_owned();
    ctx.account.put(attached.clone());
    ctx.emit("payment_method.attached", &attached);
    Ok(id)
}

fn card(ctx: &mut Ctx<'_>, customer: &str, brand: &str, last4: &str) -> Value {
    json!({
        "id": ctx.ids.long("pm_1"),
        "object": kind::PAYMENT_METHOD,
        "allow_redisplay": "unspecified",
        "billing_details": {
            "address": null, "email": null, "name": null, "phone": null, "tax_id": null,
        },
        "card": {
            "brand": brand,
            "checks": null,
            "country": "US",
            "display_brand": brand,
            "exp_month": 12,
            "exp_year": 2034,
            "fingerprint": null,
            "funding": "credit",
            "generated_from": null,
            "last4": last4,
            "networks": null,
            "regulated_status": "unregulated",
            "three_d_secure_usage": null,
            "wallet": null,
        },
        "created": ctx.now,
        "customer": customer,
        "customer_account": null,
        "livemode": false,
        "metadata": {},
        "type": "card",
    })
}

/// The subscription's own payment method, else the customer's default.
pub(crate) fn of_subscription(account: &Account, subscription: &Value) -> Option<String> {
    let own = subscription["default_payment_method"].as_str();
    let customer = account.get(kind::CUSTOMER, text(subscription, "customer"));
    let default = customer
        .and_then(|customer| customer["invoice_settings"]["default_payment_method"].as_str());
    own.or(default).map(str::to_owned)
}

/// Whether charging for the subscription fails.
pub(crate) fn fails(account: &Account, subscription: &Value) -> bool {
    of_subscription(account, subscription)
        .and_then(|id| account.get(kind::PAYMENT_METHOD, &id))
        .is_some_and(|method| method["card"]["last4"] == FAILING_LAST4)
}
