//! What each offer changes, and what it costs at most.

use domain::billing_action::{Coupon, CouponReduction, ItemChange, SubscriptionChange};
use domain::brand::PauseMode;
use domain::money::{Money, Percent};
use domain::offer::effect::{change, worst_cost};
use domain::offer::{DiscountDuration, Proration, Timing};
use domain::subscription::{BillingMode, Subscription};
use jiff::Timestamp;

use crate::eligibility::OFFERS;
use crate::shapes::{self, DAY, NOW, at, currency, monthly, usd};
use crate::situation::{BASIC, Situation, effect, offer};

fn wanted(name: &str, situation: &Situation, months: Option<u32>) -> Option<SubscriptionChange> {
    let text = OFFERS.iter().find(|(id, _)| *id == name).unwrap().1;
    change(&offer(name, effect(text)), months, &situation.around())
}

fn percent(percent: u8) -> CouponReduction {
    CouponReduction::Percent(Percent::try_from(percent).unwrap())
}

fn time(text: &str) -> Timestamp {
    text.parse().unwrap()
}

#[test]
fn a_discount_is_a_coupon_that_says_what_it_does() {
    let months = Coupon { reduction: percent(25), duration: DiscountDuration::Months(3) };
    let forever = Coupon { reduction: percent(25), duration: DiscountDuration::Forever };
    let monthly = Situation::default();
    for (name, coupon, replace, id) in [
        ("discount", months, false, "renumerate_25pct_3mo"),
        ("replacing", forever, true, "renumerate_25pct_forever"),
    ] {
        let wants = Some(SubscriptionChange::Discount { coupon, replace });
        assert_eq!((wanted(name, &monthly, None), coupon.id()), (wants, id.to_owned()));
    }
    let amount = |minor: i64, code: &str| Coupon {
        reduction: CouponReduction::Amount(Money::new(minor, currency(code))),
        duration: DiscountDuration::Once,
    };
    let yen = Situation::of(shapes::paying_in("jpy", 7_000));
    for (situation, coupon, id) in [
        (monthly, amount(500, "usd"), "renumerate_500usd_once"),
        (yen, amount(700, "jpy"), "renumerate_700jpy_once"),
    ] {
        let wants = Some(SubscriptionChange::Discount { coupon, replace: false });
        assert_eq!((wanted("amount", &situation, None), coupon.id()), (wants, id.to_owned()));
    }
    let dinar = Situation::of(shapes::paying_in("kwd", 15_000));
    assert_eq!(wanted("amount", &dinar, None), None);
}

#[test]
fn a_pause_stops_collection_until_the_last_skipped_renewal_is_past() {
    // The period ends on 3 December; January's renewal is the first that is paid again.
    for (months, resumes_at) in
        [(1, "2027-01-03T09:59:59Z"), (2, "2027-02-03T09:59:59Z"), (3, "2027-03-03T09:59:59Z")]
    {
        let resumes_at = time(resumes_at);
        let wants = Some(SubscriptionChange::Pause { resumes_at });
        assert_eq!(wanted("pause", &Situation::default(), Some(months)), wants);
    }
    for months in [None, Some(0), Some(4)] {
        assert_eq!(wanted("pause", &Situation::default(), months), None, "{months:?}");
    }
}

#[test]
fn the_providers_own_pause_counts_from_now() {
    let mut situation = Situation { pause_mode: PauseMode::Subscription, ..Situation::default() };
    situation.subscription.billing_mode = BillingMode::Flexible;
    let resumes_at = time("2027-01-23T10:00:00Z");
    let wants = Some(SubscriptionChange::PauseSubscription { resumes_at });
    assert_eq!(wanted("pause", &situation, Some(2)), wants);
}

#[test]
fn months_of_a_long_interval_move_its_renewal_by_exactly_these_months() {
    // 200 days after 23 November is 11 June.
    let to = |text: &str| Some(SubscriptionChange::MoveRenewal { to: time(text) });
    for pause_mode in [PauseMode::Collection, PauseMode::Subscription] {
        let yearly = Situation { pause_mode, ..Situation::of(shapes::yearly()) };
        assert_eq!(wanted("free", &yearly, None), to("2027-07-11T10:00:00Z"));
        assert_eq!(wanted("pause", &yearly, Some(3)), to("2027-09-11T10:00:00Z"));
    }
    let quarterly = shapes::all().into_iter().find(|(name, _)| *name == "quarterly").unwrap().1;
    let quarterly = Situation::of(quarterly);
    assert_eq!(wanted("free", &quarterly, None), to("2027-01-03T10:00:00Z"));
}

#[test]
fn a_free_month_of_a_monthly_plan_is_a_whole_discount() {
    let coupon = Coupon { reduction: percent(100), duration: DiscountDuration::Months(1) };
    let wants = Some(SubscriptionChange::Discount { coupon, replace: false });
    assert_eq!(wanted("free", &Situation::default(), None), wants);
}

fn item_change(
    subscription: &Subscription,
    change: impl FnOnce(&mut ItemChange),
) -> SubscriptionChange {
    let item = &subscription.items[0];
    let mut wants = ItemChange {
        item_id: item.id.clone(),
        price_id: item.price.id.clone(),
        quantity: item.quantity,
        timing: Timing::Renewal,
        proration: Proration::NextInvoice,
        proration_date: None,
    };
    change(&mut wants);
    SubscriptionChange::ChangeItem(wants)
}

#[test]
fn a_change_of_plan_keeps_the_seats_and_a_change_of_seats_the_plan() {
    let five = Situation::of(shapes::seats(5));
    let now = item_change(&five.subscription, |change| {
        change.price_id = BASIC.to_owned();
        change.timing = Timing::Now;
        change.proration = Proration::Immediately;
        change.proration_date = Some(at(NOW));
    });
    assert_eq!(wanted("plan_now", &five, None), Some(now));
    let later = item_change(&five.subscription, |change| change.price_id = BASIC.to_owned());
    assert_eq!(wanted("plan_later", &five, None), Some(later));
    let fewer = item_change(&five.subscription, |change| {
        change.quantity = Some(4);
        change.proration = Proration::None;
    });
    assert_eq!(wanted("seats", &five, None), Some(fewer));
}

#[test]
fn a_trial_ends_so_many_days_later() {
    let trial = Situation::of(shapes::trialing());
    let to = at(NOW + 17 * DAY);
    assert_eq!(wanted("trial", &trial, None), Some(SubscriptionChange::MoveRenewal { to }));
}

#[test]
fn a_credit_goes_to_the_balance_or_back_from_the_last_invoice() {
    let situation = Situation::default();
    let amount = usd(500);
    assert_eq!(wanted("credit", &situation, None), Some(SubscriptionChange::Credit { amount }));
    let invoice_id = "in_1".to_owned();
    let back = SubscriptionChange::Refund { amount, invoice_id };
    assert_eq!(wanted("refund", &situation, None), Some(back));
}

#[test]
fn a_custom_offer_names_itself_to_the_brand() {
    let Some(SubscriptionChange::Custom { offer_id, name, url, .. }) =
        wanted("custom", &Situation::default(), None)
    else {
        panic!("no call")
    };
    assert_eq!((offer_id.as_str(), name.as_str()), ("offer_custom", "custom"));
    assert_eq!(url, "https://api.example.com/offer");
}

#[test]
fn the_worst_cost_of_each_offer() {
    let yearly = shapes::yearly();
    let yen = shapes::paying_in("jpy", 7_000);
    let cost = |text: &str, subscription: &Subscription| {
        worst_cost(&offer("a", effect(text)), subscription).map(|cost| cost.minor)
    };
    let off = |percent: u8, duration: &str| {
        format!("kind = \"discount\", reduction = {{ percent = {percent} }}, duration = {duration}")
    };
    for (text, subscription, minor) in [
        (off(25, "\"once\""), &monthly(), Some(1_225)),
        (off(25, "{ months = 3 }"), &monthly(), Some(3 * 1_226)),
        (off(25, "\"forever\""), &monthly(), Some(12 * 1_226)),
        (off(50, "\"once\""), &yearly, Some(2_450)),
        (off(25, "\"once\""), &yen, Some(1_750)),
        (OFFERS[1].1.to_owned(), &monthly(), Some(500)),
        (OFFERS[7].1.to_owned(), &monthly(), Some(4_901)),
        (OFFERS[7].1.to_owned(), &yearly, Some(409)),
        (OFFERS[9].1.to_owned(), &monthly(), Some(500)),
        (OFFERS[9].1.to_owned(), &yen, Some(700)),
        (OFFERS[3].1.to_owned(), &monthly(), Some(0)),
        (OFFERS[5].1.to_owned(), &monthly(), Some(0)),
        (OFFERS[8].1.to_owned(), &shapes::trialing(), Some(0)),
        (OFFERS[13].1.to_owned(), &monthly(), Some(0)),
    ] {
        assert_eq!(cost(&text, subscription), minor, "{text}");
    }
    let metered = shapes::with(|s| s.items[0].price.is_metered = true);
    assert_eq!(cost(&off(25, "\"once\""), &metered), None);
}

#[test]
fn a_fixed_amount_costs_no_more_than_the_price() {
    let cheap = shapes::with(|s| s.items[0].price.unit_amount_minor = Some(300));
    let cost = worst_cost(&offer("a", effect(OFFERS[1].1)), &cheap);
    assert_eq!(cost, Some(usd(300)));
}
