//! What a card says is what is charged: every kind of offer for every kind of customer.

use domain::Timestamp;
use domain::offer::{Quote, Verdict};
use engine::ports::AssessedWhen;
use serde_json::Value;
use testkit::{ASH, JO, KIM, Member, ROBIN, SAM, TestApp};

use crate::support::{NOOR, QUINN, Tab, YUKI, invoices, one_offer, publish};

const DAY: i64 = 86_400;

/// One customer for each kind of subscription.
const CUSTOMERS: [(&str, Member); 8] = [
    ("monthly", ROBIN),
    ("yearly", SAM),
    ("trialing", KIM),
    ("discounted", JO),
    ("multi-item", ASH),
    ("yen", YUKI),
    ("dinar", NOOR),
    ("seats", QUINN),
];

/// A customer who took the offer.
struct Took {
    name: &'static str,
    member: Member,
    quote: Quote,
    at: i64,
}

/// The offer is shown to every customer but those in `refused`, for whom the reason is stored;
/// and what is charged at once and next is what the card said.
async fn holds(effect: &str, top: &str, refused: &[(&str, &str)]) {
    let app = TestApp::start().await;
    publish(&app, &one_offer(effect, "", top)).await;
    let mut took = Vec::new();
    for (name, member) in CUSTOMERS {
        let tab = Tab::open(&app, member).await.answer("other").await;
        let wanted = refused.iter().find(|(who, _)| *who == name);
        let Some((_, quote)) = tab.shown() else {
            let why = wanted.unwrap_or_else(|| panic!("{name}: nothing is shown")).1;
            assert_eq!(tab.refused("a").await.join("; "), why, "{name}");
            continue;
        };
        assert!(wanted.is_none(), "{name} is shown {quote:?}");
        let months = quote.pause_choices.first().map(|choice| choice.months);
        let tab = tab.accept(months).await;
        app.run_jobs().await;
        let stored = tab.stored("a").await;
        let written = stored.last().unwrap();
        assert_eq!((written.0, written.1), (AssessedWhen::Write, Verdict::Eligible), "{name}");
        took.push(Took { name, member, quote, at: app.sandbox.now() });
    }
    assert!(!took.is_empty());
    for each in &took {
        charged_at_once(&app, each);
    }
    for _ in 0..48 {
        took.retain(|each| !is_charged_as_shown(&app, each));
        if took.is_empty() {
            return;
        }
        app.sandbox.advance_clock(app.sandbox.now() + 10 * DAY);
    }
    panic!("never charged: {:?}", took.iter().map(|each| each.name).collect::<Vec<_>>());
}

fn created(invoice: &Value) -> i64 {
    invoice["created"].as_i64().unwrap()
}

fn charged_at_once(app: &TestApp, took: &Took) {
    let now: i64 = invoices(app, took.member.subscription)
        .iter()
        .filter(|invoice| created(invoice) == took.at)
        .map(|invoice| invoice["total"].as_i64().unwrap())
        .sum();
    let said = took.quote.charged_now.map_or(0, |charged| charged.minor);
    assert_eq!(said, now, "{}: charged at once", took.name);
}

/// False while no further invoice is there.
fn is_charged_as_shown(app: &TestApp, took: &Took) -> bool {
    let invoices = invoices(app, took.member.subscription);
    let next = invoices.iter().find(|invoice| {
        created(invoice) > took.at && matches!(invoice["status"].as_str(), Some("paid" | "open"))
    });
    let Some(next) = next else { return false };
    let promised = took.quote.next_invoice.as_ref().unwrap();
    assert_eq!(next["amount_due"], promised.amount_due.minor, "{}", took.name);
    assert_eq!(next["currency"], promised.amount_due.currency.code(), "{}", took.name);
    if let Some(due_at) = promised.due_at {
        assert_eq!(Timestamp::from_second(created(next)).unwrap(), due_at, "{}", took.name);
    }
    true
}

const ONE_LINE: &str = "it needs a subscription with exactly one line";
const NO_MORE_SEATS: &str = "the subscription has no more seats than that";
const TRIALING: &str = "a subscription that is trialing cannot carry it";
const RUNS: &str = "a discount is running, and offers do not stack";
const NOT_TRIALING: &str = "the subscription is not in its trial";
const YEARLY: &str = "its months do not fit the subscription's interval";
const IN_TRIAL: &str = "its months would run during the trial";
const STACKING: &str = "[limits]\nstacking = true\n";
const BASIC: &str = "price_1LumenBasicMonthlyUsd";

#[tokio::test]
async fn a_discount_for_months() {
    let effect = r#"kind = "discount", reduction = { percent = 25 }, duration = { months = 3 }"#;
    let refused = [("yearly", YEARLY), ("trialing", IN_TRIAL), ("discounted", RUNS)];
    holds(effect, "", &refused).await;
}

#[tokio::test]
async fn a_discount_beside_another() {
    let effect = r#"kind = "discount", reduction = { percent = 33 }, duration = "once""#;
    holds(effect, STACKING, &[]).await;
}

#[tokio::test]
async fn a_discount_in_place_of_another() {
    let effect = r#"kind = "discount", reduction = { percent = 30 }, duration = "forever", existing = "replace""#;
    holds(effect, "", &[]).await;
}

#[tokio::test]
async fn an_amount_off_once() {
    let effect = r#"kind = "discount", reduction = { amount = { usd = 500, jpy = 700 } }, duration = "once""#;
    let in_dinar = "it sets no amount in kwd, the subscription's currency";
    holds(effect, STACKING, &[("dinar", in_dinar)]).await;
}

#[tokio::test]
async fn a_pause() {
    let effect = r#"kind = "pause", min_months = 1, max_months = 3"#;
    holds(effect, "", &[("trialing", TRIALING)]).await;
}

#[tokio::test]
async fn a_free_month() {
    let both = format!("{TRIALING}; {IN_TRIAL}");
    let refused = [("trialing", both.as_str()), ("discounted", RUNS)];
    holds(r#"kind = "free_period", months = 1"#, "", &refused).await;
}

#[tokio::test]
async fn a_longer_trial() {
    let refused = CUSTOMERS.map(|(name, _)| (name, NOT_TRIALING));
    let refused: Vec<_> = refused.into_iter().filter(|(name, _)| *name != "trialing").collect();
    holds(r#"kind = "trial_extension", days = 7"#, "", &refused).await;
}

async fn plan_change(how: &str, trial: Option<&str>) {
    let effect = format!("kind = \"plan_change\", price = \"{BASIC}\", {how}");
    let other = format!("the price {BASIC} is in another currency than the subscription");
    let mut refused =
        vec![("multi-item", ONE_LINE), ("yen", other.as_str()), ("dinar", other.as_str())];
    refused.extend(trial.map(|why| ("trialing", why)));
    holds(&effect, "", &refused).await;
}

#[tokio::test]
async fn another_plan_now_without_the_difference() {
    plan_change(r#"timing = "now", proration = "none""#, None).await;
}

#[tokio::test]
async fn another_plan_now_with_the_difference_on_the_next_invoice() {
    plan_change(r#"timing = "now", proration = "next_invoice""#, None).await;
}

#[tokio::test]
async fn another_plan_now_with_the_difference_at_once() {
    plan_change(r#"timing = "now", proration = "immediately""#, None).await;
}

#[tokio::test]
async fn another_plan_at_renewal() {
    plan_change(r#"timing = "renewal""#, Some(TRIALING)).await;
}

#[tokio::test]
async fn fewer_seats() {
    let in_trial = format!("{TRIALING}; {NO_MORE_SEATS}");
    let refused: Vec<_> = CUSTOMERS
        .into_iter()
        .filter(|(name, _)| *name != "seats")
        .map(|(name, _)| match name {
            "multi-item" => (name, ONE_LINE),
            "trialing" => (name, in_trial.as_str()),
            _ => (name, NO_MORE_SEATS),
        })
        .collect();
    holds(r#"kind = "seats", target = { reduce_to = 5 }"#, "", &refused).await;
}

#[tokio::test]
async fn a_credit_on_the_balance() {
    let effect =
        r#"kind = "credit", amount = { usd = 500, jpy = 700, kwd = 1500 }, to = "balance""#;
    holds(effect, "", &[]).await;
}

#[tokio::test]
async fn money_back_from_the_last_invoice() {
    let effect = r#"kind = "credit", amount = { usd = 500, jpy = 700, kwd = 1500 }, to = { last_invoice = { within_days = 60 } }"#;
    let nothing = "there is no paid invoice it can be paid back from";
    holds(effect, "", &[("yearly", nothing), ("trialing", nothing)]).await;
}
