//! Previews: what they say is what happens.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::client::{Answer, DAY, START, Shop, id, path_of, price};

/// 2026-11-01 and 2026-12-01, the first renewals of a monthly subscription.
const NOVEMBER: i64 = START + 31 * DAY;
const DECEMBER: i64 = START + 61 * DAY;
/// The middle of October.
const HALF: i64 = START + 15 * DAY + DAY / 2;

async fn ask(shop: &Shop, body: &str) -> Answer {
    shop.client.post("/v1/invoices/create_preview", body).await
}

async fn preview(shop: &Shop, subscription: &Value, more: &str) -> Answer {
    ask(shop, &format!("subscription={}&{more}", id(subscription))).await
}

fn first_item(subscription: &Value) -> String {
    id(&subscription["items"]["data"][0])
}

#[tokio::test]
async fn the_recurring_charge_leaves_prorations_and_trials_out() {
    let shop = Shop::open().await;
    let dearer = price(&shop.client, "usd", "month", 9900).await;
    let subscription = shop.subscribe("").await;
    shop.client.advance_to(HALF);
    let item = first_item(&subscription);
    // Prorations of this change wait for the next invoice.
    shop.update(&subscription, &format!("items[0][id]={item}&items[0][quantity]=2")).await.ok();
    let recurring = preview(&shop, &subscription, "preview_mode=recurring").await.ok();
    assert_eq!((&recurring["total"], &recurring["created"]), (&9800.into(), &NOVEMBER.into()));
    assert_eq!(preview(&shop, &subscription, "").await.ok()["total"], 9800 + 2450);
    let change = format!(
        "preview_mode=recurring&subscription_details[items][0][id]={item}\
         &subscription_details[items][0][price]={dearer}\
         &subscription_details[items][0][quantity]=1\
         &subscription_details[proration_behavior]=always_invoice"
    );
    assert_eq!(preview(&shop, &subscription, &change).await.ok()["total"], 9900);
    let trial = shop.subscribe("trial_period_days=14").await;
    let recurring = preview(&shop, &trial, "preview_mode=recurring").await.ok();
    assert_eq!(recurring["total"], 4900);
    let ending = "preview_mode=recurring&subscription_details[cancel_at_period_end]=true";
    let none = preview(&shop, &subscription, ending).await;
    assert_eq!(none.fault(), (404, "invoice_upcoming_none", ""));
}

#[tokio::test]
async fn cancelling_now_is_previewed_with_its_credit() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("").await;
    shop.client.advance_to(HALF);
    let cases = [("", -2450, 1), ("&subscription_details[proration_behavior]=none", 0, 0)];
    for (more, total, lines) in cases {
        let body = format!("subscription_details[cancel_now]=true{more}");
        let last = preview(&shop, &subscription, &body).await.ok();
        assert_eq!((&last["total"], &last["amount_due"]), (&total.into(), &0.into()));
        assert_eq!(last["lines"]["data"].as_array().unwrap().len(), lines);
        assert_eq!(last["ending_balance"], total);
    }
    assert_eq!(shop.read(&subscription).await["status"], "active");
}

#[tokio::test]
async fn the_same_proration_date_gives_the_same_proration() {
    let shop = Shop::open().await;
    let dearer = price(&shop.client, "usd", "month", 9900).await;
    let subscription = shop.subscribe("").await;
    shop.client.advance_to(START + 20 * DAY);
    let item = first_item(&subscription);
    let details = |name: &str| format!("subscription_details[{name}]");
    let body = format!(
        "{}[0][id]={item}&{}[0][price]={dearer}&{}=always_invoice&{}={HALF}",
        details("items"),
        details("items"),
        details("proration_behavior"),
        details("proration_date"),
    );
    let asked = preview(&shop, &subscription, &body).await.ok();
    assert_eq!(asked["total"], 2500);
    shop.client.advance_to(START + 25 * DAY);
    let body = format!(
        "items[0][id]={item}&items[0][price]={dearer}&proration_behavior=always_invoice\
         &proration_date={HALF}&expand[]=latest_invoice"
    );
    let done = shop.update(&subscription, &body).await.ok();
    assert_eq!(done["latest_invoice"]["total"], 2500);
    let early = format!("proration_date={}", START - 1);
    let refused = shop.update(&subscription, &early).await;
    assert_eq!(refused.fault(), (400, "", "proration_date"));
}

#[tokio::test]
async fn a_balance_is_used_up_in_a_preview_and_not_by_it() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("").await;
    let path = format!("/v1/customers/{}/balance_transactions", shop.customer);
    shop.client.post(&path, "amount=-1000&currency=usd").await.ok();
    let next = preview(&shop, &subscription, "").await.ok();
    assert_eq!(next["starting_balance"], -1000);
    assert_eq!((&next["total"], &next["amount_due"]), (&4900.into(), &3900.into()));
    assert_eq!(next["ending_balance"], 0);
    let customer = shop.client.get(&format!("/v1/customers/{}", shop.customer)).await.ok();
    assert_eq!(customer["balance"], -1000);
}

#[tokio::test]
async fn a_subscription_to_come_is_previewed_for_its_customer() {
    let shop = Shop::open().await;
    shop.coupon("percent_off=20&duration=once&id=FIRST").await;
    let body = format!(
        "customer={}&subscription_details[items][0][price]={}\
         &subscription_details[items][0][quantity]=2&discounts[0][coupon]=FIRST",
        shop.customer, shop.price
    );
    let first = ask(&shop, &body).await.ok();
    assert_eq!((&first["subtotal"], &first["total"]), (&9800.into(), &7840.into()));
    let trial = format!("{body}&subscription_details[trial_end]={}", START + 5 * DAY);
    assert_eq!(ask(&shop, &trial).await.ok()["total"], 0);
    let recurring = ask(&shop, &format!("{trial}&preview_mode=recurring")).await.ok();
    assert_eq!(
        (&recurring["total"], &recurring["created"]),
        (&7840.into(), &(START + 5 * DAY).into())
    );
    assert_eq!(shop.client.sandbox.inspect().events_of("customer.subscription.created").len(), 0);
}

#[tokio::test]
async fn the_phases_of_a_schedule_are_previewed() {
    let shop = Shop::open().await;
    let cheaper = price(&shop.client, "usd", "month", 2900).await;
    let subscription = shop.subscribe("").await;
    let phases = |group: &str| {
        format!(
            "{group}[0][start_date]={START}&{group}[0][end_date]={NOVEMBER}\
             &{group}[0][items][0][price]={}&{group}[1][items][0][price]={cheaper}",
            shop.price
        )
    };
    // Before there is a schedule, with one, and once it has the phases.
    let body = phases("schedule_details[phases]");
    let planned = preview(&shop, &subscription, &body).await.ok();
    assert_eq!((&planned["total"], &planned["created"]), (&2900.into(), &NOVEMBER.into()));
    let from = format!("from_subscription={}", id(&subscription));
    let schedule = shop.client.post("/v1/subscription_schedules", &from).await.ok();
    let named = format!("schedule={}", id(&schedule));
    assert_eq!(ask(&shop, &named).await.ok()["total"], 4900);
    assert_eq!(ask(&shop, &format!("{named}&{body}")).await.ok()["total"], 2900);
    let path = format!("/v1/subscription_schedules/{}", id(&schedule));
    shop.client.post(&path, &phases("phases")).await.ok();
    assert_eq!(preview(&shop, &subscription, "").await.ok()["total"], 2900);
    let refused = "subscription_details[cancel_at_period_end]=true";
    let refused = preview(&shop, &subscription, refused).await;
    assert_eq!(refused.fault(), (400, "", "cancel_at_period_end"));
    // One that has not started, and one that is only thought of.
    let later = format!(
        "customer={}&start_date={DECEMBER}&phases[0][items][0][price]={cheaper}",
        shop.customer
    );
    let later = shop.client.post("/v1/subscription_schedules", &later).await.ok();
    let first = ask(&shop, &format!("schedule={}", id(&later))).await.ok();
    assert_eq!((&first["total"], &first["created"]), (&2900.into(), &DECEMBER.into()));
    let thought = format!(
        "customer={}&schedule_details[phases][0][items][0][price]={cheaper}\
         &schedule_details[phases][0][start_date]={DECEMBER}",
        shop.customer
    );
    let first = ask(&shop, &thought).await.ok();
    assert_eq!((&first["total"], &first["created"]), (&2900.into(), &DECEMBER.into()));
}

#[tokio::test]
async fn resuming_is_previewed() {
    let shop = Shop::open().await;
    let shop =
        Shop { client: shop.client.with("stripe-version", stripe_schema::PAUSE_VERSION), ..shop };
    let subscription = shop.subscribe("").await;
    let pause = format!("{}/pause", path_of(&subscription));
    shop.client.post(&pause, "type=subscription").await.ok();
    let none = preview(&shop, &subscription, "").await;
    assert_eq!(none.fault(), (404, "invoice_upcoming_none", ""));
    let body = "subscription_details[resume_at]=now";
    assert_eq!(preview(&shop, &subscription, body).await.ok()["total"], 4900);
}

/// A subscription, a moment in its first period, and what is then changed.
#[derive(Debug, Clone)]
struct Case {
    currency: &'static str,
    classic: bool,
    amounts: [i64; 3],
    quantity: i64,
    addon: bool,
    coupon: Option<&'static str>,
    trial_days: i64,
    balance: i64,
    moment: i64,
    change: Change,
    proration: &'static str,
}

#[derive(Debug, Clone)]
enum Change {
    Nothing,
    Quantity(i64),
    Price,
    Interval,
    Add(i64),
    RemoveAddon,
    Discount(&'static str),
    ClearDiscounts,
    TrialEnd(i64),
    TrialNow,
    Anchor,
    CancelNow,
}

const COUPONS: [(&str, &str); 4] = [
    ("FOREVER", "percent_off=33.33&duration=forever"),
    ("ONCE", "percent_off=50&duration=once"),
    ("MONTHS", "percent_off=12.5&duration=repeating&duration_in_months=2"),
    ("OFF", "amount_off=701&duration=forever"),
];

fn cases() -> impl Strategy<Value = Case> {
    let coupon = prop::sample::select(vec!["FOREVER", "ONCE", "MONTHS", "OFF"]);
    let change = prop_oneof![
        Just(Change::Nothing),
        (0..5_i64).prop_map(Change::Quantity),
        Just(Change::Price),
        Just(Change::Interval),
        (1..4_i64).prop_map(Change::Add),
        Just(Change::RemoveAddon),
        coupon.clone().prop_map(Change::Discount),
        Just(Change::ClearDiscounts),
        (1..60_i64).prop_map(Change::TrialEnd),
        Just(Change::TrialNow),
        Just(Change::Anchor),
        Just(Change::CancelNow),
    ];
    (
        (prop::sample::select(vec!["usd", "jpy", "kwd"]), any::<bool>(), any::<bool>()),
        (1..20_000_i64, 1..20_000_i64, 1..200_000_i64, 1..4_i64),
        (prop::option::of(coupon), prop_oneof![Just(0), 5..40_i64]),
        (-9_000..9_000_i64, 0..31 * DAY),
        (change, prop::sample::select(vec!["none", "create_prorations", "always_invoice"])),
    )
        .prop_map(|((currency, classic, addon), prices, given, (balance, moment), last)| {
            let (base, other, yearly, quantity) = prices;
            let (coupon, trial_days) = given;
            let (change, proration) = last;
            Case {
                currency,
                classic,
                amounts: [base, other, yearly],
                quantity,
                addon,
                coupon,
                trial_days,
                balance,
                moment,
                change,
                proration,
            }
        })
}

/// The parameters of a change, each with the name of its group: none for an update.
fn parameters(case: &Case, subscription: &Value, prices: &[String; 3]) -> Vec<(String, String)> {
    let items = subscription["items"]["data"].as_array().unwrap();
    let first = id(&items[0]);
    let [_, other, yearly] = prices;
    let one = |name: &str, value: String| vec![(name.to_owned(), value)];
    let item =
        |n: usize, name: &str, value: &str| (format!("items[{n}][{name}]"), value.to_owned());
    let now = START + case.moment;
    let mut sent = match &case.change {
        Change::Nothing | Change::CancelNow => Vec::new(),
        Change::Quantity(to) => vec![item(0, "id", &first), item(0, "quantity", &to.to_string())],
        Change::Price => vec![item(0, "id", &first), item(0, "price", other)],
        // In classic billing every item must change its interval, and there may be two.
        Change::Interval if case.addon && case.classic => Vec::new(),
        Change::Interval => vec![item(0, "id", &first), item(0, "price", yearly)],
        Change::Add(count) => {
            vec![item(0, "price", other), item(0, "quantity", &count.to_string())]
        }
        Change::RemoveAddon => match items.get(1) {
            Some(addon) => vec![item(0, "id", &id(addon)), item(0, "deleted", "true")],
            None => Vec::new(),
        },
        Change::Discount(coupon) => one("discounts[0][coupon]", (*coupon).to_owned()),
        Change::ClearDiscounts => one("discounts", String::new()),
        Change::TrialEnd(days) => one("trial_end", (now + days * DAY).to_string()),
        Change::TrialNow => one("trial_end", "now".to_owned()),
        Change::Anchor if case.trial_days > 0 => Vec::new(),
        Change::Anchor => one("billing_cycle_anchor", "now".to_owned()),
    };
    sent.push(("proration_behavior".to_owned(), case.proration.to_owned()));
    sent
}

/// The same parameters as a preview names them.
fn as_details(sent: &[(String, String)]) -> String {
    sent.iter()
        .map(|(name, value)| {
            if name.starts_with("discounts") {
                return format!("{name}={value}");
            }
            let (head, rest) = name.split_at(name.find('[').unwrap_or(name.len()));
            format!("subscription_details[{head}]{rest}={value}")
        })
        .collect::<Vec<_>>()
        .join("&")
}

fn as_update(sent: &[(String, String)]) -> String {
    sent.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&")
}

/// What a preview and an invoice must agree on.
fn essence(invoice: &Value) -> Value {
    let lines: Vec<Value> = invoice["lines"]["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| {
            let cuts: Vec<_> = line["discount_amounts"]
                .as_array()
                .unwrap()
                .iter()
                .map(|cut| cut["amount"].clone())
                .collect();
            let price = &line["pricing"]["price_details"]["price"];
            json!([line["amount"], line["quantity"], line["period"], cuts, price])
        })
        .collect();
    let fields =
        ["amount_due", "starting_balance", "ending_balance", "subtotal", "total", "created"];
    let mut essence = json!({ "lines": lines });
    for field in fields {
        essence[field] = invoice[field].clone();
    }
    essence
}

/// Invoices that somebody is asked to pay, oldest first, as they were made.
fn invoices(shop: &Shop) -> Vec<Value> {
    let state = shop.client.sandbox.inspect();
    let made = state.events_of("invoice.created");
    made.iter().map(|event| event["data"]["object"].clone()).collect()
}

async fn open(case: &Case) -> (Shop, [String; 3], Value) {
    let shop = Shop::open().await;
    for (name, terms) in COUPONS {
        let currency = if terms.contains("amount_off") { case.currency } else { "" };
        let more =
            if currency.is_empty() { String::new() } else { format!("&currency={currency}") };
        shop.coupon(&format!("id={name}&{terms}{more}")).await;
    }
    let [base, other, yearly] = case.amounts;
    let prices = [
        price(&shop.client, case.currency, "month", base).await,
        price(&shop.client, case.currency, "month", other).await,
        price(&shop.client, case.currency, "year", yearly).await,
    ];
    let mut body = format!(
        "customer={}&items[0][price]={}&items[0][quantity]={}",
        shop.customer, prices[0], case.quantity
    );
    if case.addon {
        body += &format!("&items[1][price]={}", prices[1]);
    }
    if case.classic {
        body += "&billing_mode[type]=classic";
    }
    if let Some(coupon) = case.coupon {
        body += &format!("&discounts[0][coupon]={coupon}");
    }
    if case.trial_days > 0 {
        body += &format!("&trial_period_days={}", case.trial_days);
    }
    let subscription = shop.client.post("/v1/subscriptions", &body).await.ok();
    if case.balance != 0 {
        let path = format!("/v1/customers/{}/balance_transactions", shop.customer);
        let body = format!("amount={}&currency={}", case.balance, case.currency);
        shop.client.post(&path, &body).await.ok();
    }
    shop.client.sandbox.advance_clock(START + case.moment);
    let subscription = shop.read(&subscription).await;
    (shop, prices, subscription)
}

async fn preview_equals_what_happens(case: Case) {
    let (shop, prices, subscription) = open(&case).await;
    let sent = parameters(&case, &subscription, &prices);
    let mut details = as_details(&sent);
    let cancels = matches!(case.change, Change::CancelNow);
    if cancels {
        details += "&subscription_details[cancel_now]=true";
    }
    let before = shop.client.sandbox.inspect().events.len();
    let asked = preview(&shop, &subscription, &details).await.ok();
    assert_eq!(shop.client.sandbox.inspect().events.len(), before, "a preview changes nothing");
    let known = invoices(&shop).len();
    if cancels {
        let prorate = case.proration != "none";
        let body = format!("invoice_now=true&prorate={prorate}");
        shop.client.delete(&path_of(&subscription), &body).await.ok();
        let last = invoices(&shop).get(known).map(essence);
        // Without anything to bill there is no invoice, and the preview is empty.
        let asked = essence(&asked);
        assert_eq!(last.unwrap_or_else(|| asked.clone()), asked);
        return;
    }
    shop.update(&subscription, &as_update(&sent)).await.ok();
    let mut at = START + case.moment;
    while invoices(&shop).len() == known {
        at += DAY;
        assert!(at < START + 500 * DAY, "no invoice came");
        shop.client.sandbox.advance_clock(at);
    }
    assert_eq!(essence(&invoices(&shop)[known]), essence(&asked));
    shop.client.check_state();
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    #[test]
    fn a_preview_is_the_invoice_that_comes(case in cases()) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(preview_equals_what_happens(case));
    }
}
