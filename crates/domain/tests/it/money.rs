//! What is shown against what the provider would charge.

use domain::money::{Currency, Money, Percent};
use proptest::prelude::*;

use crate::flow::regressions;

/// One currency of each exponent, and all that Stripe lists without or with three decimals.
const CURRENCIES: [&str; 26] = [
    "usd", "eur", "gbp", "inr", "ugx", "isk", "bif", "clp", "djf", "gnf", "jpy", "kmf", "krw",
    "mga", "pyg", "rwf", "vnd", "vuv", "xaf", "xof", "xpf", "bhd", "jod", "kwd", "omr", "tnd",
];

/// The provider rounds the reduction half up, in whole minor units.
fn charged_by_stripe(price: i64, percent: u8) -> i64 {
    let doubled = i128::from(price) * i128::from(percent) * 2 + 100;
    price - i64::try_from(doubled / 200).unwrap()
}

fn currencies() -> impl Strategy<Value = Currency> {
    prop::sample::select(&CURRENCIES[..]).prop_map(|code| Currency::parse(code).unwrap())
}

proptest! {
    #![proptest_config(regressions())]

    #[test]
    fn the_price_shown_is_never_below_what_stripe_charges(
        price in 0..=i64::MAX, percent in 1_u8..=100, currency in currencies(),
    ) {
        let shown = Money::new(price, currency)
            .after_percent_off(Percent::try_from(percent).unwrap());
        let charged = charged_by_stripe(price, percent);
        prop_assert!(shown.minor >= charged, "shows {}, charges {charged}", shown.minor);
        prop_assert!(shown.minor - charged <= 1, "shows {}, charges {charged}", shown.minor);
        prop_assert_eq!(shown.currency, currency);
    }

    #[test]
    fn a_discount_never_raises_a_price_and_never_makes_it_negative(
        price in any::<i64>(), percent in 1_u8..=100, currency in currencies(),
    ) {
        let before = Money::new(price, currency);
        let after = before.after_percent_off(Percent::try_from(percent).unwrap());
        prop_assert!(after.minor <= price);
        prop_assert!(after.minor >= price.min(0));
    }
}

#[test]
fn a_percentage_outside_1_to_100_is_refused() {
    for value in [0, 101, 255] {
        assert!(Percent::try_from(value).is_err(), "{value}");
    }
}
