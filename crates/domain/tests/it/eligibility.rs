//! Which shape of subscription can carry which offer, against a table written by hand.

mod rows;

use std::sync::LazyLock;

use domain::brand::PauseMode;
use domain::offer::{Ineligible, Offer, OfferKind, effect as effects, shape};
use domain::subscription::SubscriptionStatus;

use crate::shapes::{self, DAY, NOW, at, monthly};
use crate::situation::{BASIC, Situation, effect, offer};

/// Every kind of offer, with those that differ in what they need: name and effect.
pub(crate) const OFFERS: [(&str, &str); 14] = [
    ("discount", r#"kind = "discount", reduction = { percent = 25 }, duration = { months = 3 }"#),
    (
        "amount",
        r#"kind = "discount", reduction = { amount = { usd = 500, jpy = 700 } }, duration = "once""#,
    ),
    (
        "replacing",
        r#"kind = "discount", reduction = { percent = 25 }, duration = "forever", existing = "replace""#,
    ),
    ("pause", r#"kind = "pause", min_months = 1, max_months = 3"#),
    (
        "plan_now",
        r#"kind = "plan_change", price = "price_basic", timing = "now", proration = "immediately""#,
    ),
    ("plan_later", r#"kind = "plan_change", price = "price_basic", timing = "renewal""#),
    ("seats", r#"kind = "seats", target = { reduce_by = 1 }"#),
    ("free", r#"kind = "free_period", months = 1"#),
    ("trial", r#"kind = "trial_extension", days = 7"#),
    ("credit", r#"kind = "credit", amount = { usd = 500, jpy = 700 }, to = "balance""#),
    (
        "refund",
        r#"kind = "credit", amount = { usd = 500, jpy = 700 }, to = { last_invoice = { within_days = 30 } }"#,
    ),
    ("talk", r#"kind = "talk_to_us", channel = "mail", address = "help@example.com""#),
    ("content", r#"kind = "content""#),
    ("custom", r#"kind = "custom", url = "https://api.example.com/offer""#),
];

/// [`OFFERS`], read once.
static READ: LazyLock<Vec<Offer>> =
    LazyLock::new(|| OFFERS.iter().map(|(name, text)| offer(name, effect(text))).collect());

pub(crate) fn offers() -> Vec<Offer> {
    READ.clone()
}

/// The words under which reasons are stored, joined by `+`; empty where the offer may be shown.
fn codes(because: &[Ineligible]) -> String {
    let code = |each: &Ineligible| {
        serde_json::to_value(each).unwrap()["because"].as_str().unwrap().to_owned()
    };
    because.iter().map(code).collect::<Vec<_>>().join("+")
}

#[test]
fn every_shape_is_offered_only_what_is_safe_for_it() {
    for (name, subscription) in shapes::all() {
        let situation = Situation::of(subscription);
        let row = rows::expected(name);
        for offer in offers() {
            let found = codes(&shape::refusals(&offer, &situation.around(), false));
            let wanted = row.iter().find(|(id, _)| *id == offer.name).map_or("", |(_, code)| code);
            assert_eq!(found, wanted, "{name} × {}", offer.name);
        }
    }
}

#[test]
fn what_a_shape_can_carry_has_a_change_and_what_changes_nothing_has_none() {
    for (name, subscription) in shapes::all() {
        let situation = Situation::of(subscription);
        for offer in offers() {
            let may = shape::refusals(&offer, &situation.around(), false).is_empty();
            let change = effects::change(&offer, Some(1), &situation.around());
            if may {
                assert_eq!(change.is_some(), offer.effect.has_effect(), "{name} × {}", offer.name);
            }
        }
    }
}

/// What an offer answers to a subscription that is a little different.
fn answer(text: &str, situation: &Situation, stacking: bool) -> String {
    codes(&shape::refusals(&offer("a", effect(text)), &situation.around(), stacking))
}

#[test]
fn discounts_stand_beside_others_only_where_the_playbook_lets_them() {
    let running = Situation::of(shapes::discounted(Some(20), None));
    for (text, without, with) in [
        (OFFERS[0].1, "already_discounted", ""),
        (OFFERS[1].1, "already_discounted", ""),
        (OFFERS[2].1, "", ""),
        (OFFERS[7].1, "already_discounted", ""),
    ] {
        assert_eq!(answer(text, &running, false), without, "{text}");
        assert_eq!(answer(text, &running, true), with, "{text}");
    }
}

#[test]
fn a_discount_takes_the_place_of_others_only_when_it_is_worth_as_much() {
    let replacing = |percent: u8| {
        format!(
            "kind = \"discount\", reduction = {{ percent = {percent} }}, duration = \"forever\", \
             existing = \"replace\""
        )
    };
    let mut two = shapes::discounted(Some(20), None);
    two.discounts.push(two.discounts[0].clone());
    for (subscription, percent, code) in [
        (shapes::discounted(Some(20), None), 20, ""),
        (shapes::discounted(Some(20), None), 19, "discount_worth_more"),
        (two.clone(), 39, "discount_worth_more"),
        (two, 40, ""),
        (shapes::discounted(None, Some(shapes::usd(1))), 100, "discount_worth_more"),
        (shapes::discounted(None, None), 100, "discount_worth_more"),
    ] {
        let situation = Situation::of(subscription);
        assert_eq!(answer(&replacing(percent), &situation, false), code, "{percent}");
    }
    let fixed = r#"kind = "discount", reduction = { amount = { usd = 4000 } }, duration = "once", existing = "replace""#;
    let running = Situation::of(shapes::discounted(Some(1), None));
    assert_eq!(answer(fixed, &running, false), "discount_worth_more");
}

#[test]
fn months_of_a_discount_cover_whole_intervals_and_at_least_one_invoice() {
    let months = |months: u32| {
        format!(
            "kind = \"discount\", reduction = {{ percent = 25 }}, \
             duration = {{ months = {months} }}"
        )
    };
    let quarterly = || shapes::all().into_iter().find(|(name, _)| *name == "quarterly").unwrap().1;
    for (offered, code) in
        [(1, "interval_does_not_fit"), (3, ""), (4, "interval_does_not_fit"), (6, "")]
    {
        assert_eq!(answer(&months(offered), &Situation::of(quarterly()), false), code, "{offered}");
    }
    // Over on 23 December at 10:00; what renews in that instant or later gets nothing.
    let over = 1_798_020_000;
    for (renews, code) in [(over - 1, ""), (over, "no_effect"), (over + DAY, "no_effect")] {
        let mut subscription = monthly();
        subscription.items[0].current_period_end = Some(at(renews));
        assert_eq!(answer(&months(1), &Situation::of(subscription), false), code, "{renews}");
    }
}

#[test]
fn a_price_must_be_known_fixed_and_another_one_it_may_take_the_place_of() {
    let change = |price: &str, from: &str| {
        format!("kind = \"plan_change\", price = \"{price}\", from = [{from}], timing = \"now\"")
    };
    let situation = Situation::default();
    for (price, from, code) in [
        (BASIC, "", ""),
        (BASIC, "\"price_1\"", ""),
        (BASIC, "\"price_2\"", "not_from_this_price"),
        ("price_gone", "", "price_unknown"),
        ("price_gone", "\"price_2\"", "not_from_this_price+price_unknown"),
    ] {
        assert_eq!(answer(&change(price, from), &situation, false), code, "{price} {from}");
    }
    let mut same = Situation::default();
    same.subscription.items[0].price.id = BASIC.to_owned();
    assert_eq!(answer(&change(BASIC, ""), &same, false), "same_price");
    let mut metered = Situation::default();
    metered.prices.get_mut(BASIC).unwrap().is_metered = true;
    assert_eq!(answer(&change(BASIC, ""), &metered, false), "no_fixed_amount");
    let mut tiered = Situation::default();
    tiered.prices.get_mut(BASIC).unwrap().unit_amount_minor = None;
    assert_eq!(answer(&change(BASIC, ""), &tiered, false), "no_fixed_amount");
}

#[test]
fn seats_only_go_down_and_one_stays() {
    let by = |n: u64| format!("kind = \"seats\", target = {{ reduce_by = {n} }}");
    let to = |n: u64| format!("kind = \"seats\", target = {{ reduce_to = {n} }}");
    let five = Situation::of(shapes::seats(5));
    for (text, code) in [
        (by(1), ""),
        (by(4), ""),
        (by(5), "too_few_seats"),
        (by(6), "too_few_seats"),
        (by(0), "too_few_seats"),
        (to(1), ""),
        (to(4), ""),
        (to(5), "too_few_seats"),
        (to(0), "too_few_seats"),
        (to(9), "too_few_seats"),
    ] {
        assert_eq!(answer(&text, &five, false), code, "{text}");
    }
}

#[test]
fn a_refund_needs_an_invoice_that_was_paid_lately_and_covers_it() {
    let refund = OFFERS[10].1;
    for (paid_days_ago, refundable, code) in [
        (30, 500, ""),
        (31, 500, "no_refundable_invoice"),
        (1, 499, "no_refundable_invoice"),
        (1, 4_900, ""),
    ] {
        let mut situation = Situation::default();
        let invoice = situation.subscription.latest_invoice.as_mut().unwrap();
        invoice.paid_at = at(NOW - paid_days_ago * DAY);
        invoice.refundable = shapes::usd(refundable);
        assert_eq!(answer(refund, &situation, false), code, "{paid_days_ago} {refundable}");
    }
    let mut other = Situation::default();
    let invoice = other.subscription.latest_invoice.as_mut().unwrap();
    invoice.refundable = domain::money::Money::new(4_900, shapes::currency("eur"));
    assert_eq!(answer(refund, &other, false), "no_refundable_invoice");
}

#[test]
fn the_providers_own_pause_needs_flexible_billing_but_not_where_the_renewal_moves() {
    let pause = OFFERS[3].1;
    let flexible = shapes::with(|s| s.billing_mode = domain::subscription::BillingMode::Flexible);
    for (subscription, code) in
        [(monthly(), "needs_flexible_billing"), (flexible, ""), (shapes::yearly(), "")]
    {
        let situation =
            Situation { pause_mode: PauseMode::Subscription, ..Situation::of(subscription) };
        assert_eq!(answer(pause, &situation, false), code);
    }
}

#[test]
fn canceling_is_possible_for_every_shape_that_has_not_ended() {
    for (name, subscription) in shapes::all() {
        let has_ended = matches!(name, "canceled" | "incomplete expired");
        assert_eq!(subscription.is_cancelable(), !has_ended, "{name}");
    }
}

#[test]
fn a_trial_is_not_shortened_by_an_extension_that_comes_late() {
    let trial = offer("trial", OfferKind::TrialExtension { days: 7 });
    let mut situation = Situation::of(shapes::trialing());
    situation.subscription.trial_end = Some(at(NOW - DAY));
    assert_eq!(situation.subscription.status, SubscriptionStatus::Trialing);
    let change = effects::change(&trial, None, &situation.around());
    let to = at(NOW + 7 * DAY);
    assert_eq!(change, Some(domain::billing_action::SubscriptionChange::MoveRenewal { to }));
}
