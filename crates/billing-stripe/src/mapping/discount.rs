//! Discounts, in the shapes of several versions.

use domain::money::{Currency, Money, Percent};
use domain::subscription::Discount;

use super::{Unreadable, optional_timestamp};
use crate::wire::{self, Expandable};

/// All discounts of a subscription, in Stripe's order.
pub(super) fn discounts(subscription: &wire::Subscription) -> Result<Vec<Discount>, Unreadable> {
    if subscription.discounts.is_empty() {
        return subscription.discount.iter().map(discount).collect();
    }
    subscription.discounts.iter().map(expandable_discount).collect()
}

/// A discount that was not expanded still counts: it is re-sent by its id.
fn expandable_discount(expandable: &Expandable<wire::Discount>) -> Result<Discount, Unreadable> {
    match expandable {
        Expandable::Id(id) => Ok(Discount {
            id: id.clone(),
            coupon_id: String::new(),
            percent_off: None,
            amount_off: None,
            ends_at: None,
        }),
        Expandable::Object(object) => discount(object),
    }
}

fn discount(discount: &wire::Discount) -> Result<Discount, Unreadable> {
    let coupon_id = match discount.coupon() {
        Some(Expandable::Id(id)) => id.clone(),
        Some(Expandable::Object(coupon)) => coupon.id.clone(),
        None => String::new(),
    };
    let coupon = discount.coupon().and_then(Expandable::object);
    Ok(Discount {
        id: discount.id.clone(),
        coupon_id,
        percent_off: coupon.and_then(|coupon| coupon.percent_off).and_then(whole_percent),
        amount_off: coupon.and_then(amount_off),
        ends_at: optional_timestamp(discount.end, "discount.end")?,
    })
}

fn amount_off(coupon: &wire::Coupon) -> Option<Money> {
    let currency = Currency::parse(coupon.currency.as_deref()?).ok()?;
    Some(Money::new(coupon.amount_off?, currency))
}

/// None for a fraction, such as 33.3.
fn whole_percent(percent: f64) -> Option<Percent> {
    (1..=100u8)
        .find(|whole| f64::from(*whole) == percent)
        .and_then(|whole| Percent::try_from(whole).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_percentage_is_shown() {
        assert_eq!(whole_percent(25.0).map(Percent::value), Some(25));
        assert_eq!(whole_percent(100.0).map(Percent::value), Some(100));
        for odd in [0.0, 33.3, 100.5, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(whole_percent(odd), None, "{odd}");
        }
    }
}
