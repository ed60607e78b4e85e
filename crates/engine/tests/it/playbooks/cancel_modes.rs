//! Canceling, in every mode and for every shape: it always works, and Stripe hears why.

use serde_json::Value;
use stripe_sandbox::{CollectionOutcome, FAILING_PAYMENT_METHOD};
use testkit::{ASH, KIM, LEE, Member, NOA, ROBIN, TestApp};

use crate::support::{AVERY, Tab, dashboard, invoices, publish};

const DAY: i64 = 86_400;
const PRO: &str = "price_1LumenProMonthlyUsd";
const JULES: (&str, &str) = ("cus_LumenFixedEnd1", "sub_1LumenFixedEnd0000000001");

/// A subscription to be canceled.
struct Shape {
    name: &'static str,
    customer: String,
    subscription: String,
}

fn of_cast(name: &'static str, member: Member) -> Shape {
    Shape {
        name,
        customer: member.customer.to_owned(),
        subscription: member.subscription.to_owned(),
    }
}

fn id(object: &Value) -> String {
    object["id"].as_str().unwrap().to_owned()
}

/// A customer with a card, a failing one, or none.
async fn customer(app: &TestApp, card: Option<&str>, more: &[(&str, &str)]) -> String {
    let mut fields = vec![("email", "someone.new@example.com")];
    fields.extend(card.map(|card| ("invoice_settings[default_payment_method]", card)));
    fields.extend_from_slice(more);
    id(&app.post_to_stripe("/v1/customers", &fields).await)
}

async fn subscribed(
    app: &TestApp,
    name: &'static str,
    customer: String,
    more: &[(&str, &str)],
) -> Shape {
    let mut fields = vec![("customer", customer.as_str())];
    if !more.iter().any(|(field, _)| *field == "items[0][price]") {
        fields.push(("items[0][price]", PRO));
    }
    fields.extend_from_slice(more);
    let subscription = id(&app.post_to_stripe("/v1/subscriptions", &fields).await);
    Shape { name, customer, subscription }
}

const CARD: Option<&str> = Some("pm_card_visa");
const NO_CARD_PAUSES: (&str, &str) =
    ("trial_settings[end_behavior][missing_payment_method]", "pause");

/// Every shape that can be canceled and is not ending yet.
async fn shapes(app: &TestApp) -> Vec<Shape> {
    let later = app.sandbox.now() + DAY;
    let trial_end = later.to_string();
    let trial = ("trial_end", trial_end.as_str());
    let metered = [
        ("product", "prod_LumenNotesPro"),
        ("currency", "usd"),
        ("unit_amount", "5"),
        ("recurring[interval]", "month"),
        ("recurring[usage_type]", "metered"),
        ("recurring[meter]", "mtr_1"),
    ];
    let metered = id(&app.post_to_stripe("/v1/prices", &metered).await);
    let with_card = customer(app, CARD, &[]).await;
    let classic = ("billing_mode[type]", "classic");
    let flexible = ("billing_mode[type]", "flexible");
    let failing = Some(FAILING_PAYMENT_METHOD);
    let clock = [("frozen_time", app.sandbox.now().to_string())];
    let clock = clock.each_ref().map(|(name, value)| (*name, value.as_str()));
    let clock = id(&app.post_to_stripe("/v1/test_helpers/test_clocks", &clock).await);
    let on_clock = customer(app, CARD, &[("test_clock", &clock)]).await;
    let unpaid = customer(app, failing, &[]).await;
    let unpaid = subscribed(app, "unpaid", unpaid, &[trial]).await;
    let no_card = customer(app, None, &[]).await;
    let shapes = vec![
        subscribed(app, "classic", with_card.clone(), &[classic]).await,
        subscribed(app, "flexible", with_card.clone(), &[flexible]).await,
        subscribed(app, "metered", with_card, &[("items[0][price]", &metered)]).await,
        subscribed(app, "on a test clock", on_clock, &[]).await,
        subscribed(app, "paused", no_card.clone(), &[trial, NO_CARD_PAUSES]).await,
        of_cast("multi-item", ASH),
        of_cast("trialing", KIM),
        of_cast("past due", NOA),
        of_cast("collection paused", ROBIN),
        of_cast("yearly", AVERY),
        Shape {
            name: "schedule attached",
            customer: "cus_LumenSchedule1".to_owned(),
            subscription: "sub_1LumenSchedule0000000001".to_owned(),
        },
        Shape {
            name: "collected by invoice",
            customer: "cus_LumenInvoiced1".to_owned(),
            subscription: "sub_1LumenInvoiced0000000001".to_owned(),
        },
        unpaid,
    ];
    dashboard(app, ROBIN.subscription, &[("pause_collection[behavior]", "void")]).await;
    app.advance(DAY + 7_200);
    let unpaid = &shapes.last().unwrap().subscription;
    let open = invoices(app, unpaid).into_iter().find(|invoice| invoice["status"] == "open");
    let open = id(&open.expect("a charge that failed"));
    app.sandbox.settle_invoice(&open, CollectionOutcome::GivenUpUnpaid).unwrap();
    let failing = ("default_payment_method", FAILING_PAYMENT_METHOD);
    let incomplete = subscribed(app, "incomplete", no_card, &[failing]).await;
    shapes.into_iter().chain([incomplete]).collect()
}

fn playbook(cancel: &str) -> String {
    format!(
        "schema = 1\nname = \"Test\"\ndefault_locale = \"en\"\n[flow]\ncancel = {{ {cancel} }}\n\
         [[reasons]]\nid = \"reason_other\"\nfeedback = \"other\"\n"
    )
}

/// Cancels every shape in this mode and looks at each at Stripe.
async fn every_shape_cancels(mode: &str, look: impl Fn(&TestApp, &Shape, &Value)) {
    let app = TestApp::start().await;
    publish(&app, &playbook(mode)).await;
    for shape in shapes(&app).await {
        let before = app.at_stripe(&shape.subscription)["status"].clone();
        if ["paused", "unpaid", "incomplete"].contains(&shape.name) {
            assert_eq!(before, shape.name);
        }
        let tab = Tab::open_for(&app, &shape.customer, &shape.subscription).await;
        assert_eq!(tab.screen(), "reason", "{}", shape.name);
        let tab = tab.cancel().await;
        app.run_jobs().await;
        assert_eq!(tab.refresh().await.screen(), "done", "{}", shape.name);
        let after = app.at_stripe(&shape.subscription);
        let said = &after["cancellation_details"];
        let (feedback, comment) = (&said["feedback"], &said["comment"]);
        assert_eq!((feedback, comment), (&"other".into(), &"It was fun.".into()), "{}", shape.name);
        assert!(is_free_of_schedules(&app, &after), "{}: {after}", shape.name);
        if ["paused", "incomplete"].contains(&shape.name) {
            assert!(has_ended(&after), "{}: {after}", shape.name);
        } else {
            look(&app, &shape, &after);
        }
    }
    let refused = "SELECT count(*) FROM billing_actions WHERE status != 'confirmed'";
    app.run_jobs().await;
    assert_eq!(app.count(refused), 0);
}

/// A schedule that is attached was released, or has ended with the subscription.
fn is_free_of_schedules(app: &TestApp, subscription: &Value) -> bool {
    subscription["schedule"].as_str().is_none_or(|id| app.at_stripe(id)["status"] == "canceled")
}

fn has_ended(subscription: &Value) -> bool {
    matches!(subscription["status"].as_str(), Some("canceled" | "incomplete_expired"))
}

#[tokio::test]
async fn with_the_period() {
    every_shape_cancels("mode = \"at_period_end\"", |_, shape, after| {
        assert!(!has_ended(after), "{}", shape.name);
        assert_eq!(after["cancel_at_period_end"], true, "{}", shape.name);
    })
    .await;
}

#[tokio::test]
async fn at_once_with_nothing_given_back() {
    every_shape_cancels("mode = \"now\", unused_time = \"nothing\"", |app, shape, after| {
        assert!(has_ended(after), "{}", shape.name);
        assert_eq!(balance(app, shape), 0, "{}", shape.name);
        assert_eq!(given_back(app, shape), 0, "{}", shape.name);
    })
    .await;
}

/// What the customer owes; negative is a credit.
fn balance(app: &TestApp, shape: &Shape) -> i64 {
    app.at_stripe(&shape.customer)["balance"].as_i64().unwrap()
}

/// What was paid back for the customer's invoices.
fn given_back(app: &TestApp, shape: &Shape) -> i64 {
    let snapshot = app.sandbox.inspect();
    let notes = snapshot.objects.values().filter(|each| each["object"] == "credit_note");
    notes
        .filter(|note| note["customer"] == shape.customer.as_str())
        .map(|note| note["amount"].as_i64().unwrap())
        .sum()
}

/// What is left of the 490.00 of a year that renewed 75 days before it ends.
fn is_share_of_year(app: &TestApp, minor: i64) {
    let after = app.at_stripe(AVERY.subscription);
    let item = &after["items"]["data"][0];
    let [start, end] =
        ["current_period_start", "current_period_end"].map(|field| item[field].as_i64().unwrap());
    let exact = 49_000 * (end - app.sandbox.now()) / (end - start);
    assert!((exact..=exact + 1).contains(&minor), "{minor} instead of {exact}");
}

#[tokio::test]
async fn at_once_with_a_credit() {
    every_shape_cancels("mode = \"now\", unused_time = \"credit\"", |app, shape, after| {
        assert!(has_ended(after), "{}", shape.name);
        assert_eq!(given_back(app, shape), 0, "{}", shape.name);
        if shape.name == "yearly" {
            is_share_of_year(app, -balance(app, shape));
        }
    })
    .await;
}

#[tokio::test]
async fn at_once_with_a_refund() {
    every_shape_cancels("mode = \"now\", unused_time = \"refund\"", |app, shape, after| {
        assert!(has_ended(after), "{}", shape.name);
        assert_eq!(balance(app, shape), 0, "{}", shape.name);
        match shape.name {
            "yearly" => is_share_of_year(app, given_back(app, shape)),
            "trialing" | "unpaid" | "past due" => assert_eq!(given_back(app, shape), 0),
            _ => {}
        }
    })
    .await;
}

#[tokio::test]
async fn at_a_date() {
    every_shape_cancels("mode = \"at_date\", days = 14", |app, shape, after| {
        assert!(!has_ended(after), "{}", shape.name);
        assert_eq!(after["cancel_at"], app.sandbox.now() + 14 * DAY, "{}", shape.name);
    })
    .await;
}

#[tokio::test]
async fn an_end_that_is_set_can_be_taken_back_and_not_set_again() {
    let app = TestApp::start().await;
    publish(&app, &playbook("mode = \"now\"")).await;
    let tab = Tab::open(&app, LEE).await;
    assert_eq!(tab.screen(), "undo");
    let tab = tab.cancel().await;
    app.run_jobs().await;
    let lee = LEE.subscription;
    assert_eq!((tab.screen(), &app.at_stripe(lee)["status"]), ("undo", &"active".into()));
    let tab = tab.act(engine::retention::Action::Undo).await;
    app.run_jobs().await;
    assert_eq!(tab.refresh().await.screen(), "undone");
    assert_eq!(app.at_stripe(lee)["cancel_at"], Value::Null);
}

#[tokio::test]
async fn an_end_beyond_the_paid_time_is_brought_forward() {
    let app = TestApp::start().await;
    publish(&app, &playbook("mode = \"at_period_end\"")).await;
    let before = app.at_stripe(JULES.1);
    let period_end = before["items"]["data"][0]["current_period_end"].as_i64().unwrap();
    assert!(before["cancel_at"].as_i64().unwrap() > period_end, "the case is another one");
    let tab = Tab::open_for(&app, JULES.0, JULES.1).await;
    assert_eq!(tab.screen(), "reason");
    tab.cancel().await;
    app.run_jobs().await;
    let after = app.at_stripe(JULES.1);
    assert_eq!(after["cancel_at_period_end"], true);
    app.sandbox.advance_clock(period_end + DAY);
    assert_eq!(app.at_stripe(JULES.1)["status"], "canceled");
}
