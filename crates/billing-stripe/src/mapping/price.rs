//! Prices.

use domain::money::Currency;
use domain::subscription::{Interval, IntervalUnit, Price};

use super::{ProductNames, Unreadable};
use crate::wire::{self, Expandable};

/// Shown where neither product nor price has a name.
const NAMELESS: &str = "Subscription";

/// `names` holds the product if it is not expanded in `price`.
pub(crate) fn price(price: &wire::Price, names: &ProductNames) -> Result<Price, Unreadable> {
    let recurring = price.recurring.as_ref().ok_or(Unreadable::new("price.recurring"))?;
    let is_per_unit = price.transform_quantity.is_none();
    Ok(Price {
        id: price.id.clone(),
        product_id: product_id(price).to_owned(),
        product_name: product_name(price, names),
        unit_amount_minor: price.unit_amount.filter(|_| is_per_unit),
        currency: Currency::parse(&price.currency)
            .map_err(|_| Unreadable::new("price.currency"))?,
        interval: interval(recurring)?,
        is_metered: recurring.usage_type == wire::UsageType::Metered,
    })
}

fn product_id(price: &wire::Price) -> &str {
    match &price.product {
        Some(Expandable::Object(product)) => &product.id,
        Some(Expandable::Id(id)) => id,
        None => "",
    }
}

fn interval(recurring: &wire::Recurring) -> Result<Interval, Unreadable> {
    let unit = match recurring.interval {
        wire::IntervalUnit::Day => IntervalUnit::Day,
        wire::IntervalUnit::Week => IntervalUnit::Week,
        wire::IntervalUnit::Month => IntervalUnit::Month,
        wire::IntervalUnit::Year => IntervalUnit::Year,
        wire::IntervalUnit::Other(_) => return Err(Unreadable::new("price.recurring.interval")),
    };
    Ok(Interval { unit, count: recurring.interval_count.unwrap_or(1).max(1) })
}

/// The product's name, else the price's nickname: a deleted product has no name any more.
fn product_name(price: &wire::Price, names: &ProductNames) -> String {
    let product = match &price.product {
        Some(Expandable::Object(product)) => Some(product.name.as_str()),
        Some(Expandable::Id(id)) => names.get(id).map(String::as_str),
        None => None,
    };
    product
        .filter(|name| !name.is_empty())
        .or(price.nickname.as_deref())
        .unwrap_or(NAMELESS)
        .to_owned()
}
