//! Lines of an invoice.

use serde_json::{Value, json};

use crate::ids::Ids;
use crate::values::{int, text};

/// How the description of a free line begins.
pub(crate) const TRIAL_WORDS: &str = "Trial period";

/// A stretch of time a line pays for, Unix seconds.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Span {
    pub(crate) start: i64,
    pub(crate) end: i64,
}

impl Span {
    /// The current period of a subscription item.
    pub(crate) fn current(item: &Value) -> Self {
        Self { start: int(item, "current_period_start"), end: int(item, "current_period_end") }
    }

    /// The part of an amount that falls after `now`, rounded half up; nothing outside the span.
    pub(crate) fn part_after(self, now: i64, amount: i64) -> i64 {
        let whole = i128::from((self.end - self.start).max(1));
        let left = i128::from((self.end - now).clamp(0, self.end - self.start));
        i64::try_from((i128::from(amount) * left + whole / 2).div_euclid(whole)).unwrap_or(amount)
    }
}

/// What a whole period of an item costs, in minor units.
pub(crate) fn item_amount(item: &Value) -> i64 {
    int(&item["price"], "unit_amount").saturating_mul(int(item, "quantity"))
}

/// The line for a whole period; free during a trial.
pub(crate) fn period_line(
    ids: &mut Ids,
    subscription: &Value,
    item: &Value,
    span: Span,
    trial: bool,
) -> Value {
    let amount = if trial { 0 } else { item_amount(item) };
    let words =
        if trial { TRIAL_WORDS.to_owned() } else { format!("{} ×", int(item, "quantity")) };
    line(ids, subscription, item, span, amount, &words)
}

/// A line for a part of a period, negative for time that is given back. Its amount has the discounts taken off
/// already, so that the invoice does not discount it again.
pub(crate) fn proration_line(
    ids: &mut Ids,
    subscription: &Value,
    item: &Value,
    span: Span,
    amount: i64,
    words: &str,
) -> Value {
    let mut line = line(ids, subscription, item, span, amount, words);
    line["discountable"] = json!(false);
    line["discounts"] = json!([]);
    // Stripe makes an invoice item of every proration; its id is told by the line's.
    let invoice_item = text(&line, "id").replacen("il_", "ii_", 1);
    let details = &mut line["parent"]["subscription_item_details"];
    details["invoice_item"] = json!(invoice_item);
    details["proration"] = json!(true);
    line
}

fn line(
    ids: &mut Ids,
    subscription: &Value,
    item: &Value,
    span: Span,
    amount: i64,
    words: &str,
) -> Value {
    let price = &item["price"];
    json!({
        "id": ids.long("il_1"),
        "object": "line_item",
        "amount": amount,
        "currency": price["currency"],
        "description": format!("{words} {}", text(price, "nickname")).trim_end(),
        "discount_amounts": [],
        "discountable": true,
        "discounts": item["discounts"],
        "invoice": null,
        "livemode": false,
        "metadata": {},
        "parent": {
            "invoice_item_details": null,
            "subscription_item_details": {
                "invoice_item": null,
                "proration": false,
                "proration_details": { "credited_items": null },
                "subscription": subscription["id"],
                "subscription_item": item["id"],
            },
            "type": "subscription_item_details",
        },
        "period": { "start": span.start, "end": span.end },
        "pretax_credit_amounts": [],
        "pricing": {
            "price_details": { "price": price["id"], "product": price["product"] },
            "type": "price_details",
            "unit_amount_decimal": price["unit_amount_decimal"],
        },
        "quantity": item["quantity"],
        "subscription": subscription["id"],
        "subtotal": amount,
        "taxes": [],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rest_of_a_period_is_charged_in_proportion() {
        let span = Span { start: 100, end: 200 };
        assert_eq!(span.part_after(150, 999), 500);
        assert_eq!(span.part_after(100, 999), 999);
        assert_eq!(span.part_after(300, 999), 0);
        assert_eq!(span.part_after(0, 999), 999);
    }
}
