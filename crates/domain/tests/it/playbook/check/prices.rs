//! Prices that plan changes name.

use std::collections::BTreeMap;

use domain::brand::OfferCeilings;
use domain::money::Currency;
use domain::playbook::{CheckContext, check};
use domain::policy::Policy;
use domain::subscription::{Interval, IntervalUnit, Price};

use super::{Case, error, hold, listed, parsed, with};

fn effect(code: &'static str, place: &'static str, bad: &str, good: &str) -> Case {
    error(code, place, &listed(bad, ""), &listed(good, ""))
}

#[test]
fn plan_changes_name_prices_that_fit() {
    let change = |lines: &str| format!("kind = \"plan_change\", {lines}");
    hold(&[
        effect(
            "unknown_price",
            "offers[0].effect.price",
            &change("price = \"\", timing = \"now\""),
            &change("price = \"price_b\", timing = \"now\""),
        ),
        effect(
            "same_price",
            "offers[0].effect.from",
            &change("price = \"price_b\", from = [\"price_b\", \"price_a\"], timing = \"now\""),
            &change("price = \"price_b\", from = [\"price_a\"], timing = \"now\""),
        ),
        effect(
            "proration_at_renewal",
            "offers[0].effect.proration",
            &change("price = \"price_b\", timing = \"renewal\", proration = \"immediately\""),
            &change("price = \"price_b\", timing = \"now\", proration = \"immediately\""),
        ),
    ]);
}

#[test]
fn prices_are_the_providers_where_they_are_known() {
    let price = |id: &str, currency: &str, amount: Option<i64>| {
        let price = Price {
            id: id.to_owned(),
            product_id: "prod_a".to_owned(),
            product_name: "A".to_owned(),
            unit_amount_minor: amount,
            currency: Currency::parse(currency).unwrap(),
            interval: Interval { unit: IntervalUnit::Month, count: 1 },
            is_metered: amount.is_none(),
        };
        (id.to_owned(), price)
    };
    let prices: BTreeMap<String, Price> = [
        price("price_usd", "usd", Some(900)),
        price("price_usd_pro", "usd", Some(4_900)),
        price("price_eur_pro", "eur", Some(4_900)),
        price("price_metered", "usd", None),
    ]
    .into();
    let (ceilings, policy) = (OfferCeilings::default(), Policy::us_general());
    let context = CheckContext {
        ceilings: &ceilings,
        media_origins: None,
        call_hosts: None,
        policy: &policy,
        prices: Some(&prices),
    };
    for (target, from, expected) in [
        ("price_usd", "price_usd_pro", None),
        ("price_gone", "price_usd_pro", Some(("unknown_price", "offers[0].effect.price"))),
        ("price_usd", "price_gone", Some(("unknown_price", "offers[0].effect.from[0]"))),
        ("price_usd", "price_eur_pro", Some(("other_currency", "offers[0].effect.from[0]"))),
        ("price_metered", "price_usd", Some(("price_without_amount", "offers[0].effect.price"))),
    ] {
        let effect = format!(
            "kind = \"plan_change\", price = \"{target}\", from = [\"{from}\"], timing = \"now\""
        );
        let found = check(&parsed(&with(&listed(&effect, ""))).playbook, &context);
        let found: Vec<(&str, &str)> =
            found.iter().map(|each| (each.code.as_str(), each.place.as_str())).collect();
        assert_eq!(found, Vec::from_iter(expected), "{target} from {from}");
    }
}
