//! Any playbook, any customer, and somebody at Stripe in between: what the stored eligibility
//! refused is never applied, and nobody pays more than was shown.

use domain::offer::{Quote, Verdict};
use engine::retention::Screen;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::FileFailurePersistence;
use serde_json::Value;
use testkit::{ASH, JO, KIM, Member, ROBIN, SAM, TestApp};

use crate::support::{AVERY, NOOR, QUINN, SASHA, Tab, YUKI, dashboard, invoices, publish};

const DAY: i64 = 86_400;
const PRICES: [&str; 5] = [
    "price_1LumenProMonthlyUsd",
    "price_1LumenProYearlyUsd",
    "price_1LumenTeamMonthlyUsd",
    "price_1LumenBasicMonthlyUsd",
    "price_1LumenProMonthlyJpy",
];

fn effects() -> impl Strategy<Value = String> {
    let duration = prop_oneof![
        Just("\"once\"".to_owned()),
        (1_u32..=6).prop_map(|months| format!("{{ months = {months} }}")),
        Just("\"forever\"".to_owned()),
    ];
    let reduction = prop_oneof![
        (1_u8..=90).prop_map(|percent| format!("{{ percent = {percent} }}")),
        (1_i64..=900)
            .prop_map(|n| format!("{{ amount = {{ usd = {n}, jpy = {n}, kwd = {n}0 }} }}")),
    ];
    let existing = select(vec!["keep", "replace"]);
    let timing = select(vec![
        "timing = \"renewal\"",
        "timing = \"now\", proration = \"none\"",
        "timing = \"now\", proration = \"next_invoice\"",
        "timing = \"now\", proration = \"immediately\"",
    ]);
    let to = select(vec!["\"balance\"", "{ last_invoice = { within_days = 60 } }"]);
    prop_oneof![
        3 => (reduction, duration, existing).prop_map(|(reduction, duration, existing)| format!(
            "kind = \"discount\", reduction = {reduction}, duration = {duration}, \
             existing = \"{existing}\""
        )),
        2 => (1_u32..=3, 0_u32..=3).prop_map(|(min, more)| format!(
            "kind = \"pause\", min_months = {min}, max_months = {}", min + more
        )),
        4 => (select(PRICES.to_vec()), timing)
            .prop_map(|(price, how)| format!("kind = \"plan_change\", price = \"{price}\", {how}")),
        1 => (1_u64..=4).prop_map(|n| format!("kind = \"seats\", target = {{ reduce_by = {n} }}")),
        2 => (1_u32..=3).prop_map(|months| format!("kind = \"free_period\", months = {months}")),
        1 => (1_u32..=30).prop_map(|days| format!("kind = \"trial_extension\", days = {days}")),
        2 => (1_i64..=900, to).prop_map(|(n, to)| format!(
            "kind = \"credit\", amount = {{ usd = {n}, jpy = {n}, kwd = {n}0 }}, to = {to}"
        )),
    ]
}

/// A rule of an offer; some fail for some customers.
fn rules() -> impl Strategy<Value = &'static str> {
    select(vec![
        "",
        "",
        "when = 'amount_minor >= 4900'",
        "when = 'interval == \"month\" || country == \"CA\"'",
        "when = '!is_discounted'",
        "when = 'days_since.discount > 30'",
    ])
}

fn limits() -> impl Strategy<Value = &'static str> {
    select(vec!["", "", "limits = { total = 1 }", "limits = { budget_per_month = { usd = 3000 } }"])
}

fn playbooks() -> impl Strategy<Value = String> {
    let offers = prop::collection::vec((effects(), rules(), limits()), 1..4);
    (offers, any::<bool>()).prop_map(|(offers, stacking)| {
        let listed: String =
            (0..offers.len()).map(|n| format!("{{ offer = \"offer_{n}\" }}, ")).collect();
        let mut text = format!(
            "schema = 1\nname = \"Any\"\ndefault_locale = \"en\"\n\
             [limits]\nstacking = {stacking}\n\
             [[reasons]]\nid = \"reason_other\"\nfeedback = \"other\"\noffers = [{listed}]\n"
        );
        for (number, (effect, rule, limits)) in offers.into_iter().enumerate() {
            text.push_str(&format!(
                "[[offers]]\nid = \"offer_{number}\"\nname = \"{number}\"\n\
                 effect = {{ {effect} }}\n{rule}\n{limits}\n"
            ));
        }
        text
    })
}

fn members() -> impl Strategy<Value = Member> {
    select(vec![ROBIN, SAM, KIM, JO, ASH, YUKI, NOOR, QUINN, SASHA, AVERY])
}

/// What somebody does in the Dashboard; the line is the first one.
fn meddling() -> impl Strategy<Value = &'static [(&'static str, &'static str)]> {
    const NONE: (&str, &str) = ("proration_behavior", "none");
    const CHANGES: [&[(&str, &str)]; 9] = [
        &[],
        &[],
        &[("discounts[0][coupon]", "EARLY20")],
        &[("discounts", "")],
        &[("pause_collection[behavior]", "void")],
        &[("cancel_at_period_end", "true")],
        &[("items[0][quantity]", "3"), NONE],
        &[("items[0][price]", "price_1LumenBasicMonthlyUsd"), NONE],
        &[("items[0][price]", "price_1LumenTeamMonthlyUsd"), ("items[0][quantity]", "7"), NONE],
    ];
    select(CHANGES.to_vec())
}

/// Changes a subscription past the engine, where Stripe lets one.
async fn meddle(app: &TestApp, member: Member, change: &[(&str, &str)]) {
    let before = app.at_stripe(member.subscription);
    let item = before["items"]["data"][0]["id"].as_str().unwrap().to_owned();
    let mut fields = change.to_vec();
    if change.iter().any(|(field, _)| field.starts_with("items")) {
        if before["currency"] != "usd" || before["items"]["data"][1].is_object() {
            return;
        }
        fields.push(("items[0][id]", &item));
    }
    if !fields.is_empty() {
        Box::pin(dashboard(app, member.subscription, &fields)).await;
    }
}

struct Case {
    playbook: String,
    member: Member,
    before: &'static [(&'static str, &'static str)],
    meanwhile: &'static [(&'static str, &'static str)],
}

async fn play(case: Case) {
    let app = TestApp::start().await;
    publish(&app, &case.playbook).await;
    meddle(&app, case.member, case.before).await;
    app.advance(61);
    let tab = Tab::open(&app, case.member).await.answer("other").await;
    let Some((offer_id, quote)) = tab.shown() else { return };
    let months = quote.pause_choices.last().map(|choice| choice.months);
    let tab = tab.accept(months).await;
    if !matches!(tab.view.screen, Screen::Decided { .. }) {
        return;
    }
    meddle(&app, case.member, case.meanwhile).await;
    let at = app.sandbox.now();
    let known: Vec<Value> = invoices(&app, case.member.subscription);
    Box::pin(app.run_jobs()).await;
    let is_applied = app.count("SELECT count(*) FROM billing_actions WHERE status = 'confirmed'");
    let suffix = offer_id.as_str().trim_start_matches("offer_").to_owned();
    let stored = tab.stored(&suffix).await;
    let is_refused = stored.iter().any(|(_, verdict, _)| *verdict == Verdict::Refused);
    assert_eq!(is_applied == 1, !is_refused, "{stored:?}");
    if is_applied == 0 {
        let ours = app.effects_on(case.member.subscription);
        assert!(ours.iter().all(|request| !request.body.contains("act_")), "{ours:?}");
        return;
    }
    charged_at_once(&app, case.member, &known, &quote);
    charged_next(&app, case.member, at, &quote);
}

/// Invoices that were not there before are no more than the card said.
fn charged_at_once(app: &TestApp, member: Member, known: &[Value], quote: &Quote) {
    let now: i64 = invoices(app, member.subscription)
        .iter()
        .filter(|invoice| !known.iter().any(|old| old["id"] == invoice["id"]))
        .map(|invoice| invoice["total"].as_i64().unwrap())
        .sum();
    let said = quote.charged_now.map_or(0, |charged| charged.minor);
    assert!(now <= said, "{now} at once, where the card said {said}");
}

/// The next invoice that is to be paid is no more than the card said.
fn charged_next(app: &TestApp, member: Member, at: i64, quote: &Quote) {
    let Some(promised) = &quote.next_invoice else { return };
    for _ in 0..70 {
        app.sandbox.advance_clock(app.sandbox.now() + 10 * DAY);
        let next = invoices(app, member.subscription).into_iter().find(|invoice| {
            let is_charge = matches!(invoice["status"].as_str(), Some("paid" | "open"));
            is_charge && invoice["created"].as_i64() > Some(at)
        });
        if let Some(next) = next {
            let due = next["amount_due"].as_i64().unwrap();
            let said = promised.amount_due.minor;
            assert!(due <= said, "{due}, where the card said {said}");
            return;
        }
    }
    panic!("an invoice was promised and never came: {promised:?}");
}

fn config() -> ProptestConfig {
    let files = FileFailurePersistence::WithSource("regressions");
    ProptestConfig {
        cases: 24,
        max_shrink_iters: 60,
        failure_persistence: Some(Box::new(files)),
        ..Default::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn nothing_refused_is_applied_and_nobody_pays_more_than_shown(
        playbook in playbooks(), member in members(), before in meddling(), meanwhile in meddling(),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(Box::pin(play(Case { playbook, member, before, meanwhile })));
    }
}
