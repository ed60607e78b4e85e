//! What discounts take off the lines of an invoice. Amounts are minor units of one currency.

use serde_json::{Value, json};

use crate::state::{Account, kind};
use crate::values::{array, int, text, texts};

/// Percentages have two decimals at most; counted in these they are whole numbers.
const PERCENT_SCALE: i128 = 100;

/// Applies item discounts, then subscription discounts, each to what the earlier ones left.
///
/// Every line's `discount_amounts` is set; the answer is the sum per discount.
pub(crate) fn apply(
    account: &Account,
    lines: &mut [Value],
    subscription_discounts: &[String],
    at: i64,
) -> Vec<(String, i64)> {
    let mut totals = Vec::new();
    let mut item_discounts: Vec<String> =
        lines.iter().flat_map(|line| texts(line, "discounts")).collect();
    item_discounts.dedup();
    for (id, only_own) in item_discounts
        .iter()
        .map(|id| (id, true))
        .chain(subscription_discounts.iter().map(|id| (id, false)))
    {
        let Some(discount) = account.get(kind::DISCOUNT, id).filter(|d| is_running(d, at)) else {
            continue;
        };
        let Some(coupon) = account.get(kind::COUPON, text(&discount["source"], "coupon")) else {
            continue;
        };
        let total = apply_one(lines, id, coupon, only_own);
        totals.push((id.clone(), total));
    }
    totals
}

fn is_running(discount: &Value, at: i64) -> bool {
    discount["end"].as_i64().is_none_or(|end| end > at)
}

fn apply_one(lines: &mut [Value], discount: &str, coupon: &Value, only_own: bool) -> i64 {
    let eligible: Vec<usize> = (0..lines.len())
        .filter(|at| !only_own || texts(&lines[*at], "discounts").iter().any(|id| id == discount))
        .filter(|at| lines[*at]["discountable"] == true && applies_to(coupon, &lines[*at]))
        .collect();
    let left: Vec<i64> = eligible.iter().map(|at| remaining(&lines[*at])).collect();
    let cuts = match coupon["percent_off"].as_f64() {
        Some(percent) => left.iter().map(|amount| percent_of(*amount, percent)).collect(),
        None => shares(int(coupon, "amount_off"), &left),
    };
    for (at, cut) in eligible.iter().zip(&cuts) {
        if let Some(amounts) = lines[*at]["discount_amounts"].as_array_mut() {
            amounts.push(json!({ "amount": cut, "discount": discount }));
        }
    }
    cuts.iter().sum()
}

fn applies_to(coupon: &Value, line: &Value) -> bool {
    let products = texts(&coupon["applies_to"], "products");
    let product = text(&line["pricing"]["price_details"], "product");
    products.is_empty() || products.iter().any(|id| id == product)
}

/// What earlier discounts left of a line. Credits are never discounted further.
fn remaining(line: &Value) -> i64 {
    let taken: i64 = array(line, "discount_amounts").iter().map(|cut| int(cut, "amount")).sum();
    (int(line, "amount") - taken).max(0)
}

/// A percentage of an amount, rounded half up to the minor unit.
fn percent_of(amount: i64, percent: f64) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "a percentage is at most 100")]
    let scaled = (percent * 100.0).round() as i128;
    let whole = 100 * PERCENT_SCALE;
    i64::try_from((i128::from(amount) * scaled + whole / 2) / whole).unwrap_or(amount)
}

/// `off` spread over the amounts in proportion, never more than they hold. The remainders of the
/// division go to the first lines.
fn shares(off: i64, amounts: &[i64]) -> Vec<i64> {
    let sum: i64 = amounts.iter().sum();
    let off = off.clamp(0, sum);
    if sum == 0 {
        return vec![0; amounts.len()];
    }
    let mut cuts: Vec<i64> = amounts
        .iter()
        .map(|amount| {
            i64::try_from(i128::from(off) * i128::from(*amount) / i128::from(sum)).unwrap_or(0)
        })
        .collect();
    let mut rest = off - cuts.iter().sum::<i64>();
    for (cut, amount) in cuts.iter_mut().zip(amounts) {
        let more = rest.min(amount - *cut).min(1);
        *cut += more;
        rest -= more;
    }
    cuts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_round_half_up() {
        assert_eq!(percent_of(4900, 25.0), 1225);
        assert_eq!(percent_of(1, 50.0), 1);
        assert_eq!(percent_of(999, 33.33), 333);
        assert_eq!(percent_of(1980, 100.0), 1980);
    }

    #[test]
    fn shares_add_up_and_never_exceed_a_line() {
        assert_eq!(shares(1000, &[3333, 3333, 3334]), [334, 333, 333]);
        assert_eq!(shares(1000, &[400, 0]), [400, 0]);
        assert_eq!(shares(500, &[0]), [0]);
    }
}
