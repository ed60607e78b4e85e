//! How an invoice was paid: a payment intent, its charge, and what links them to the invoice.
//!
//! Stripe shows them as `payments` of an invoice when they are asked for by `expand[]`. Charges
//! are ids only: the sandbox keeps what a refund needs on the payment intent.

use serde_json::{Value, json};

use crate::state::{Account, Ctx, kind};
use crate::values::{int, text};

/// Notes that an invoice was paid by the payment method. Invoices of nothing have no payment.
pub(crate) fn record(ctx: &mut Ctx<'_>, invoice: &Value, payment_method: Option<String>) {
    let amount = int(invoice, "amount_paid");
    if amount == 0 {
        return;
    }
    let intent = json!({
        "id": ctx.ids.long("pi_3"),
        "object": kind::PAYMENT_INTENT,
        "amount": amount,
        "amount_capturable": 0,
        "amount_received": amount,
        "capture_method": "automatic",
        "confirmation_method": "automatic",
        "created": ctx.now,
        "currency": invoice["currency"],
        "customer": invoice["customer"],
        "description": null,
        "latest_charge": ctx.ids.long("ch_3"),
        "livemode": false,
        "metadata": {},
        "payment_method": payment_method,
        "payment_method_types": ["card"],
        "setup_future_usage": "off_session",
        "status": "succeeded",
    });
    let payment = json!({
        "id": ctx.ids.long("inpay_1"),
        "object": kind::INVOICE_PAYMENT,
        "amount_paid": amount,
        "amount_requested": amount,
        "created": ctx.now,
        "currency": invoice["currency"],
        "invoice": invoice["id"],
        "is_default": true,
        "livemode": false,
        "payment": { "payment_intent": intent["id"], "type": "payment_intent" },
        "status": "paid",
        "status_transitions": { "canceled_at": null, "paid_at": ctx.now },
    });
    ctx.account.put(intent);
    ctx.account.put(payment);
}

/// The payments of an invoice, newest first.
pub(crate) fn of_invoice(account: &Account, invoice: &str) -> Vec<Value> {
    let payments = account.newest(kind::INVOICE_PAYMENT);
    payments.filter(|payment| payment["invoice"] == invoice).cloned().collect()
}

/// The payment intent that paid an invoice.
pub(crate) fn intent_of_invoice(account: &Account, invoice: &str) -> Option<Value> {
    let payment = of_invoice(account, invoice).into_iter().next()?;
    let id = text(&payment["payment"], "payment_intent").to_owned();
    account.get(kind::PAYMENT_INTENT, &id).cloned()
}

/// The payment intent behind a charge.
pub(crate) fn intent_of_charge(account: &Account, charge: &str) -> Option<Value> {
    account.newest(kind::PAYMENT_INTENT).find(|intent| intent["latest_charge"] == charge).cloned()
}
