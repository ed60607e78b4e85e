//! Who may see what: stored, and checked again until it is written.

use domain::brand::Mode;
use domain::flow::Refusal;
use domain::offer::{Ineligible, Verdict};
use engine::playbooks::Publisher;
use engine::ports::AssessedWhen;
use engine::retention::Notice;
use testkit::{JO, LogCapture, ROBIN, TestApp};

use crate::support::{Tab, YUKI, dashboard, one_offer, publish};

const DAY: i64 = 86_400;
const DISCOUNT: &str =
    r#"kind = "discount", reduction = { percent = 25 }, duration = { months = 3 }"#;
const REMY: (&str, &str) = ("cus_LumenLowUse001", "sub_1LumenLowUse000000000001");

async fn with_offer(effect: &str, own: &str, top: &str) -> TestApp {
    let app = TestApp::start().await;
    publish(&app, &one_offer(effect, own, top)).await;
    app
}

fn refusal(tab: &Tab<'_>) -> Option<Ineligible> {
    match &tab.view.notice {
        Some(Notice::Refused(Refusal::NoLongerEligible(because))) => Some(because.clone()),
        _ => None,
    }
}

#[tokio::test]
async fn an_offer_is_refused_when_the_subscription_changed_before_it_was_accepted() {
    let app = with_offer(DISCOUNT, "", "").await;
    let tab = Tab::open(&app, ROBIN).await.answer("other").await;
    dashboard(&app, ROBIN.subscription, &[("pause_collection[behavior]", "void")]).await;
    app.advance(61);
    let tab = tab.accept(None).await;
    assert_eq!(refusal(&tab), Some(Ineligible::AlreadyPaused));
    assert_eq!(tab.screen(), "offer");
    let last = tab.stored("a").await.pop().unwrap();
    let why = vec!["collection is already paused".to_owned()];
    assert_eq!(last, (AssessedWhen::Accept, Verdict::Refused, why));
    let tab = tab.cancel().await;
    app.run_jobs().await;
    assert_eq!(tab.refresh().await.screen(), "done");
}

/// Discounts on a subscription that come from a coupon of ours.
fn our_discounts(app: &TestApp, subscription: &str) -> usize {
    let discounts = app.at_stripe(subscription)["discounts"].clone();
    let ids = discounts.as_array().unwrap().iter().map(|id| id.as_str().unwrap());
    ids.filter(|id| app.at_stripe(id).to_string().contains("renumerate_")).count()
}

/// Accepted, then changed by somebody else before the worker came.
async fn refused_at_the_write(change: &[(&str, &str)], why: &str) {
    let app = with_offer(DISCOUNT, "", "").await;
    let tab = Tab::open(&app, ROBIN).await.answer("other").await.accept(None).await;
    let item = app.at_stripe(ROBIN.subscription)["items"]["data"][0]["id"].clone();
    let mut fields = change.to_vec();
    if change.iter().any(|(field, _)| field.starts_with("items")) {
        fields.push(("items[0][id]", item.as_str().unwrap()));
    }
    dashboard(&app, ROBIN.subscription, &fields).await;
    app.run_jobs().await;
    let last = tab.stored("a").await.pop().unwrap();
    assert_eq!(last, (AssessedWhen::Write, Verdict::Refused, vec![why.to_owned()]));
    assert_eq!(our_discounts(&app, ROBIN.subscription), 0);
    let tab = tab.refresh().await;
    assert_eq!(tab.view.notice, Some(Notice::NotCarriedOut { by_brand: false }));
    assert_eq!(app.count("SELECT count(*) FROM decisions WHERE state = 'failed'"), 1);
}

#[tokio::test]
async fn the_write_is_refused_when_collection_was_paused_meanwhile() {
    let change = [("pause_collection[behavior]", "void")];
    refused_at_the_write(&change, "collection is already paused").await;
}

#[tokio::test]
async fn the_write_is_refused_when_another_discount_runs_meanwhile() {
    let change = [("discounts[0][coupon]", "EARLY20")];
    refused_at_the_write(&change, "a discount is running, and offers do not stack").await;
}

const MORE: &str = "the customer would pay more than was shown";

#[tokio::test]
async fn the_write_is_refused_when_there_are_more_seats_meanwhile() {
    let change = [("items[0][quantity]", "2"), ("proration_behavior", "none")];
    refused_at_the_write(&change, MORE).await;
}

#[tokio::test]
async fn the_write_is_refused_when_the_price_is_another_one_meanwhile() {
    let change = [
        ("items[0][price]", "price_1LumenTeamMonthlyUsd"),
        ("items[0][quantity]", "9"),
        ("proration_behavior", "none"),
    ];
    refused_at_the_write(&change, MORE).await;
}

#[tokio::test]
async fn the_write_is_refused_when_a_discount_it_was_shown_with_is_gone() {
    let app = with_offer(DISCOUNT, "", "[limits]\nstacking = true\n").await;
    let tab = Tab::open(&app, JO).await.answer("other").await.accept(None).await;
    dashboard(&app, JO.subscription, &[("discounts", "")]).await;
    app.run_jobs().await;
    let last = tab.stored("a").await.pop().unwrap();
    assert_eq!(last, (AssessedWhen::Write, Verdict::Refused, vec![MORE.to_owned()]));
}

/// A change of plan for somebody whose plan another one changes before the write.
async fn plan_changed_meanwhile(
    how: &str,
    meanwhile: &str,
) -> (AssessedWhen, Verdict, Vec<String>) {
    let basic = "price_1LumenBasicMonthlyUsd";
    let effect = format!("kind = \"plan_change\", price = \"{basic}\", timing = \"now\", {how}");
    let app = with_offer(&effect, "", "").await;
    let tab = Tab::open(&app, ROBIN).await.answer("other").await.accept(None).await;
    let item = app.at_stripe(ROBIN.subscription)["items"]["data"][0]["id"].clone();
    let fields = [
        ("items[0][id]", item.as_str().unwrap()),
        ("items[0][price]", meanwhile),
        ("proration_behavior", "none"),
    ];
    dashboard(&app, ROBIN.subscription, &fields).await;
    app.run_jobs().await;
    tab.stored("a").await.pop().unwrap()
}

#[tokio::test]
async fn what_somebody_else_did_already_is_not_confirmed_when_it_costs_more() {
    let basic = "price_1LumenBasicMonthlyUsd";
    let last = plan_changed_meanwhile(r#"proration = "next_invoice""#, basic).await;
    assert_eq!(last, (AssessedWhen::Write, Verdict::Refused, vec![MORE.to_owned()]));
    let last = plan_changed_meanwhile(r#"proration = "none""#, basic).await;
    assert_eq!(last, (AssessedWhen::Write, Verdict::Eligible, vec![]));
}

#[tokio::test]
async fn less_than_was_shown_is_no_reason_to_refuse() {
    let app = with_offer(DISCOUNT, "", "").await;
    let tab = Tab::open(&app, ROBIN).await.answer("other").await.accept(None).await;
    let item = app.at_stripe(ROBIN.subscription)["items"]["data"][0]["id"].clone();
    let fields = [
        ("items[0][id]", item.as_str().unwrap()),
        ("items[0][price]", "price_1LumenBasicMonthlyUsd"),
        ("proration_behavior", "none"),
    ];
    dashboard(&app, ROBIN.subscription, &fields).await;
    app.run_jobs().await;
    let last = tab.stored("a").await.pop().unwrap();
    assert_eq!((last.0, last.1), (AssessedWhen::Write, Verdict::Eligible));
    assert_eq!(our_discounts(&app, ROBIN.subscription), 1);
}

const ALL_USED: &str = "all 1 redemptions are used";

#[tokio::test]
async fn an_offer_is_taken_as_often_as_allowed_and_a_refused_one_is_given_back() {
    let app = with_offer(DISCOUNT, "limits = { total = 1 }", "").await;
    Tab::open(&app, ROBIN).await.answer("other").await.accept(None).await;
    let other = Tab::open_for(&app, REMY.0, REMY.1).await.answer("other").await;
    assert_eq!(other.refused("a").await, [ALL_USED]);
    dashboard(&app, ROBIN.subscription, &[("pause_collection[behavior]", "void")]).await;
    app.run_jobs().await;
    let other = Tab::open_for(&app, REMY.0, REMY.1).await.answer("other").await;
    assert!(other.shown().is_some(), "it was given back");
    other.accept(None).await;
    app.run_jobs().await;
    let third = Tab::open(&app, YUKI).await.answer("other").await;
    assert_eq!(third.refused("a").await, [ALL_USED]);
}

#[tokio::test]
async fn of_two_who_saw_the_last_one_the_first_gets_it() {
    let app = with_offer(DISCOUNT, "limits = { total = 1 }", "").await;
    let first = Tab::open(&app, ROBIN).await.answer("other").await;
    let second = Tab::open_for(&app, REMY.0, REMY.1).await.answer("other").await;
    first.accept(None).await;
    let second = second.accept(None).await;
    assert_eq!(refusal(&second), Some(Ineligible::TotalReached { allowed: 1 }));
    app.run_jobs().await;
    assert_eq!(our_discounts(&app, REMY.1), 0);
}

#[tokio::test]
async fn a_budget_lasts_for_its_month() {
    // Three months of 12.25 off cost 36.78 at most: one fits.
    for (own, top, whose) in [
        ("limits = { budget_per_month = { usd = 5000 } }", "", "this offer"),
        ("", "[limits]\nbudget_per_month = { usd = 5000 }\n", "all offers"),
    ] {
        let app = with_offer(DISCOUNT, own, top).await;
        Tab::open(&app, ROBIN).await.answer("other").await.accept(None).await;
        app.run_jobs().await;
        let other = Tab::open_for(&app, REMY.0, REMY.1).await.answer("other").await;
        let spent = format!(
            "the month's budget of {whose} is 5000 usd (minor units); 3678 are spent and this \
             would cost up to 3678"
        );
        assert_eq!(other.refused("a").await, [spent]);
        let yen = Tab::open(&app, YUKI).await.answer("other").await;
        assert!(yen.shown().is_some(), "a currency without a budget is not limited");
        app.advance(8 * DAY);
        let other = Tab::open_for(&app, REMY.0, REMY.1).await.answer("other").await;
        assert!(other.shown().is_some(), "it is December");
    }
}

#[tokio::test]
async fn a_session_keeps_its_playbook_through_publications_and_rollbacks() {
    let app = TestApp::start().await;
    let first = publish(&app, &one_offer(DISCOUNT, "", "")).await;
    let of_first = Tab::open(&app, ROBIN).await;
    let pause = r#"kind = "pause", min_months = 1, max_months = 2"#;
    let second = publish(&app, &one_offer(pause, "", "")).await;
    assert_eq!((first.number, second.number), (1, 2));
    let of_second = Tab::open(&app, JO).await;
    let publisher = Publisher { by: "a test".to_owned(), why: "it was better".to_owned() };
    let (brand_id, cut_short) = (app.brand_id(), &first.hash[..8]);
    let back = app.engine.roll_back_playbook(&brand_id, Mode::Test, cut_short, publisher).await;
    assert_eq!(back.unwrap().hash, first.hash);
    app.advance(2);
    for (tab, hash) in [(&of_first, &first.hash), (&of_second, &second.hash)] {
        assert_eq!(tab.view.pinned.hash, *hash);
    }
    let of_first = of_first.answer("other").await;
    assert_eq!(of_first.shown().unwrap().1.pause_choices.len(), 0);
    let of_second = of_second.answer("other").await;
    assert_eq!(of_second.shown().unwrap().1.pause_choices.len(), 2);
    let newest = Tab::open_for(&app, REMY.0, REMY.1).await;
    assert_eq!(newest.view.pinned.hash, first.hash);
    let history = app.engine.playbook_history(&app.brand_id(), Mode::Test).await.unwrap();
    let hashes: Vec<_> = history.iter().map(|each| each.hash.as_str()).collect();
    assert_eq!(hashes, [&first.hash, &second.hash, &first.hash]);
}

#[tokio::test]
async fn a_rule_that_fails_is_not_eligible_logged_once_and_nothing_breaks() {
    let top = "[attributes]\nseats = \"number\"\n";
    let app = with_offer(DISCOUNT, "when = 'attributes.seats > 3.0'", top).await;
    let logs = LogCapture::start();
    let tab = Tab::open(&app, ROBIN).await.answer("other").await;
    assert_eq!(tab.screen(), "confirm");
    let why = tab.refused("a").await;
    assert!(why[0].starts_with("the condition when could not be evaluated: "), "{why:?}");
    let tab = tab.answer("other").await.answer("other").await;
    assert_eq!(logs.text().matches("a rule of the playbook failed").count(), 1);
    let tab = tab.cancel().await;
    app.run_jobs().await;
    assert_eq!(tab.refresh().await.screen(), "done");
}
