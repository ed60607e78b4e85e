//! Three sentences of a retention manager, from the file to what Stripe says after.

use domain::offer::Verdict;
use engine::ports::AssessedWhen;
use jiff::{Timestamp, ToSpan, tz::TimeZone};
use testkit::{ROBIN, SAM, TestApp};

use crate::support::{AVERY, SASHA, Tab, invoices, publish};

const TEXT: &str = include_str!("../../../../../playbooks/example-three-sentences.toml");
const DAY: i64 = 86_400;

async fn start() -> TestApp {
    let app = TestApp::start().await;
    publish(&app, TEXT).await;
    app
}

#[tokio::test]
async fn a_yearly_customer_in_canada_who_leaves_for_the_price_renews_one_month_later() {
    let app = start().await;
    let before = app.at_stripe(AVERY.subscription);
    let renews = before["items"]["data"][0]["current_period_end"].as_i64().unwrap();
    let renews = Timestamp::from_second(renews).unwrap().to_zoned_datetime(TimeZone::UTC);
    let later = renews.checked_add(1.month()).unwrap().timestamp();

    let tab = Tab::open(&app, AVERY).await.answer("too_expensive").await;
    let (offer_id, quote) = tab.shown().unwrap();
    assert_eq!(offer_id.as_str(), "offer_month_later");
    assert_eq!(quote.renewal_moves_to, Some(later));
    let promised = quote.next_invoice.unwrap();
    assert_eq!((promised.amount_due.minor, promised.due_at), (49_000, Some(later)));
    tab.accept(None).await;
    app.run_jobs().await;

    let after = app.at_stripe(AVERY.subscription);
    assert_eq!(after["trial_end"], later.as_second());
    assert_eq!(after["items"]["data"][0]["current_period_end"], later.as_second());
    let seen = invoices(&app, AVERY.subscription).len();
    app.sandbox.advance_clock(later.as_second() - 1);
    assert_eq!(invoices(&app, AVERY.subscription).len(), seen, "nothing is charged before");
    app.sandbox.advance_clock(later.as_second() + DAY);
    let renewal = invoices(&app, AVERY.subscription).pop().unwrap();
    assert_eq!((&renewal["amount_paid"], &renewal["status"]), (&49_000.into(), &"paid".into()));
}

#[tokio::test]
async fn a_yearly_customer_elsewhere_gets_no_month_and_the_reason_is_stored() {
    let app = start().await;
    let tab = Tab::open(&app, SAM).await.answer("too_expensive").await;
    assert_eq!(tab.screen(), "confirm");
    let outside = "the customer is not in the segment yearly_canada";
    assert_eq!(tab.refused("month_later").await, [outside]);
    let does_not_fit = "its months do not fit the subscription's interval";
    assert_eq!(tab.refused("discount").await, [does_not_fit]);
    assert_eq!(tab.refused("pause").await, ["the chosen reason does not list it"]);
}

#[tokio::test]
async fn whoever_is_on_pro_and_does_not_use_it_may_pause() {
    let app = start().await;
    let tab = Tab::open(&app, ROBIN).await.answer("unused").await;
    let (offer_id, quote) = tab.shown().unwrap();
    assert_eq!((offer_id.as_str(), quote.pause_choices.len()), ("offer_pause", 3));
    assert_eq!(tab.stored("basic").await[0].1, Verdict::Eligible, "it comes second");
    let until = quote.pause_choices[1].until;
    tab.accept(Some(2)).await;
    app.run_jobs().await;
    let pause = &app.at_stripe(ROBIN.subscription)["pause_collection"];
    assert_eq!(pause["resumes_at"], until.as_second());
    assert_eq!(pause["behavior"], "void");
}

#[tokio::test]
async fn where_a_pause_does_not_fit_they_may_go_down_to_basic() {
    let app = start().await;
    Tab::open(&app, ROBIN).await.answer("unused").await.accept(Some(1)).await;
    app.run_jobs().await;
    app.advance(90 * DAY);
    let tab = Tab::open(&app, ROBIN).await.answer("unused").await;
    let (offer_id, quote) = tab.shown().unwrap();
    assert_eq!(offer_id.as_str(), "offer_basic");
    assert_eq!(quote.new_plan.as_deref(), Some("Lumen Notes Basic"));
    let why = "taken on 2026-11-23, allowed 1 time(s) per subscription";
    assert_eq!(tab.refused("pause").await, [why]);
    tab.accept(None).await;
    app.run_jobs().await;
    let price = |app: &TestApp| {
        app.at_stripe(ROBIN.subscription)["items"]["data"][0]["price"]["id"].clone()
    };
    assert_eq!(price(&app), "price_1LumenProMonthlyUsd", "until the renewal it stays");
    let renews = quote.starts_at.unwrap().as_second();
    app.sandbox.advance_clock(renews + DAY);
    assert_eq!(price(&app), "price_1LumenBasicMonthlyUsd");
    let renewal = invoices(&app, ROBIN.subscription).pop().unwrap();
    assert_eq!(renewal["amount_due"], quote.next_invoice.unwrap().amount_due.minor);
}

#[tokio::test]
async fn whoever_is_not_on_pro_is_offered_neither() {
    let app = start().await;
    let tab = Tab::open(&app, SASHA).await.answer("unused").await;
    assert_eq!(tab.screen(), "confirm");
    let outside = "the customer is not in the segment pro";
    assert_eq!(tab.refused("pause").await, [outside]);
    assert_eq!(tab.refused("basic").await[0], outside);
}

#[tokio::test]
async fn nobody_gets_two_discounts_in_180_days() {
    let app = start().await;
    let tab = Tab::open(&app, ROBIN).await.answer("too_expensive").await;
    assert_eq!(tab.shown().unwrap().0.as_str(), "offer_discount");
    let tab = tab.accept(None).await;
    app.run_jobs().await;
    let stored = tab.stored("discount").await;
    let steps: Vec<_> = stored.iter().map(|(when, verdict, _)| (*when, *verdict)).collect();
    assert_eq!(
        steps,
        [
            (AssessedWhen::Open, Verdict::Shown),
            (AssessedWhen::Accept, Verdict::Eligible),
            (AssessedWhen::Write, Verdict::Eligible),
        ]
    );
    app.advance(100 * DAY);
    let tab = Tab::open(&app, ROBIN).await.answer("too_expensive").await;
    assert_eq!(tab.screen(), "confirm");
    let why = "discount taken on 2026-11-23, cooldown 180 days";
    assert_eq!(tab.refused("discount").await, [why]);
    app.advance(81 * DAY);
    let tab = Tab::open(&app, ROBIN).await.answer("too_expensive").await;
    assert_eq!(tab.shown().unwrap().0.as_str(), "offer_discount");
}
