//! A property of previews: whatever is changed, the invoice that comes is the one that was shown.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::client::{DAY, START, Shop, id, path_of, price};

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
    /// Seconds after the start, and a quantity the first item gets before.
    moment: i64,
    earlier: Option<i64>,
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
    /// A schedule: the next phase begins this many days after the moment, or with the renewal.
    Phase(Option<i64>),
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
        prop::option::of(1..40_i64).prop_map(Change::Phase),
    ];
    (
        (prop::sample::select(vec!["usd", "jpy", "kwd"]), any::<bool>(), any::<bool>()),
        (1..20_000_i64, 1..20_000_i64, 1..200_000_i64, 1..4_i64),
        (prop::option::of(coupon), prop_oneof![Just(0), 5..40_i64]),
        (-9_000..9_000_i64, 0..31 * DAY, prop::option::of(0..4_i64)),
        (change, prop::sample::select(vec!["none", "create_prorations", "always_invoice"])),
    )
        .prop_map(
            |((currency, classic, addon), prices, given, (balance, moment, earlier), last)| {
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
                    earlier,
                    change,
                    proration,
                }
            },
        )
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
        Change::Nothing | Change::CancelNow | Change::Phase(_) => Vec::new(),
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
    if let Some(quantity) = case.earlier {
        shop.client.sandbox.advance_clock(START + case.moment / 2);
        let item = id(&subscription["items"]["data"][0]);
        let body = format!("items[0][id]={item}&items[0][quantity]={quantity}");
        shop.update(&subscription, &body).await.ok();
    }
    shop.client.sandbox.advance_clock(START + case.moment);
    let subscription = shop.read(&subscription).await;
    (shop, prices, subscription)
}

/// The parameters of two phases, the second with another price and a discount of its own.
fn phases(case: &Case, begins: Option<i64>, subscription: &Value, prices: &[String; 3]) -> String {
    let item = &subscription["items"]["data"][0];
    let renewal = item["current_period_end"].as_i64().unwrap();
    let second = begins.map_or(renewal, |days| START + case.moment + days * DAY);
    let mut first = format!(
        "[0][start_date]={}&[0][end_date]={second}&[0][items][0][price]={}\
         &[0][items][0][quantity]={}",
        item["current_period_start"],
        item["price"]["id"].as_str().unwrap(),
        item["quantity"],
    );
    if subscription["status"] == "trialing" {
        first += &format!("&[0][trial_end]={}", renewal.min(second));
    }
    format!(
        "{first}&[1][items][0][price]={}&[1][discounts][0][coupon]=MONTHS\
         &[1][proration_behavior]={}",
        prices[1], case.proration
    )
}

/// The same, each name within a group.
fn within(group: &str, sent: &str) -> String {
    sent.split('&').map(|pair| format!("{group}{pair}")).collect::<Vec<_>>().join("&")
}

async fn do_it(shop: &Shop, case: &Case, subscription: &Value, prices: &[String; 3]) {
    if let Change::Phase(begins) = case.change {
        let from = format!("from_subscription={}", id(subscription));
        let schedule = shop.client.post("/v1/subscription_schedules", &from).await.ok();
        let path = format!("/v1/subscription_schedules/{}", id(&schedule));
        let body = within("phases", &phases(case, begins, subscription, prices));
        shop.client.post(&path, &body).await.ok();
        return;
    }
    let sent = parameters(case, subscription, prices);
    shop.update(subscription, &as_update(&sent)).await.ok();
}

async fn preview_equals_what_happens(case: Case) {
    let (shop, prices, subscription) = open(&case).await;
    let mut details = match case.change {
        Change::Phase(begins) => {
            within("schedule_details[phases]", &phases(&case, begins, &subscription, &prices))
        }
        _ => as_details(&parameters(&case, &subscription, &prices)),
    };
    let cancels = matches!(case.change, Change::CancelNow);
    if cancels {
        details += "&subscription_details[cancel_now]=true";
    }
    let before = shop.client.sandbox.inspect().events.len();
    let body = format!("subscription={}&{details}", id(&subscription));
    let asked = shop.client.post("/v1/invoices/create_preview", &body).await.ok();
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
    do_it(&shop, &case, &subscription, &prices).await;
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
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn a_preview_is_the_invoice_that_comes(case in cases()) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(preview_equals_what_happens(case));
    }
}
