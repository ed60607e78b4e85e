//! Changes of several calls, interrupted at each of them: all of it happens, once.

use serde_json::Value;
use stripe_sandbox::{Fault, FaultRule};
use testkit::{ASH, Member, ROBIN, SAM, TestApp};

use crate::support::{QUINN, Tab, invoices, one_offer, publish};

/// With the effect and without; what comes before a call is what comes after the one before it.
const FAULTS: [Fault; 2] = [Fault::ResetAfterEffect, Fault::ServerError500Stored];

/// Calls that change something which a worker makes at most for one action and what it owes.
const CALLS: u32 = 4;
const ROWAN: Member = Member {
    customer: "cus_LumenSchedule1",
    subscription: "sub_1LumenSchedule0000000001",
    email: "rowan.ridge@example.com",
};

/// Longer than the adapter repeats a call by itself, so that the worker has to begin anew.
const TIMES: u32 = 3;

/// Lets the worker run with one call going wrong, then with none, until nothing is left.
async fn settle(app: &TestApp, method: &str, number: u32, fault: Fault) {
    let rule = FaultRule { after: number, times: TIMES, ..FaultRule::once(fault) };
    app.sandbox.inject(rule.on(method, "/v1/"));
    for _ in 0..8 {
        Box::pin(app.run_jobs()).await;
        app.advance(300);
    }
    let settled = "SELECT count(*) FROM billing_actions WHERE status != 'confirmed'";
    assert_eq!(app.count(settled), 0);
    app.stripe_comes_back();
}

/// Takes the offer with every call of the worker going wrong in every way, each in its own world.
async fn taken(effect: &str, member: Member, look: impl Fn(&TestApp)) {
    for fault in FAULTS {
        for number in 0..CALLS {
            let app = TestApp::start().await;
            publish(&app, &one_offer(effect, "", "")).await;
            let tab = Tab::open(&app, member).await.answer("other").await;
            tab.accept(None).await;
            settle(&app, "POST", number, fault.clone()).await;
            look(&app);
        }
    }
}

#[tokio::test]
async fn another_plan_at_renewal_is_one_schedule() {
    let effect =
        r#"kind = "plan_change", price = "price_1LumenBasicMonthlyUsd", timing = "renewal""#;
    taken(effect, ROBIN, |app| {
        let schedules = of_kind(app, "subscription_schedule", ROBIN);
        let id = app.at_stripe(ROBIN.subscription)["schedule"].clone();
        let [one] = schedules.as_slice() else { panic!("{schedules:?}") };
        assert_eq!(one["id"], id);
        let next = &one["phases"][1]["items"][0];
        assert_eq!(next["price"], "price_1LumenBasicMonthlyUsd");
    })
    .await;
}

#[tokio::test]
async fn fewer_seats_at_renewal_are_one_schedule() {
    taken(r#"kind = "seats", target = { reduce_to = 5 }"#, QUINN, |app| {
        let schedules = of_kind(app, "subscription_schedule", QUINN);
        assert_eq!(schedules.len(), 1);
        assert_eq!(schedules[0]["phases"][1]["items"][0]["quantity"], 5);
    })
    .await;
}

#[tokio::test]
async fn a_credit_is_given_once() {
    let effect = r#"kind = "credit", amount = { usd = 500 }, to = "balance""#;
    taken(effect, ASH, |app| {
        assert_eq!(app.at_stripe(ASH.customer)["balance"], -500);
    })
    .await;
}

#[tokio::test]
async fn money_is_paid_back_once() {
    let effect =
        r#"kind = "credit", amount = { usd = 500 }, to = { last_invoice = { within_days = 60 } }"#;
    taken(effect, ASH, |app| {
        let notes = of_kind(app, "credit_note", ASH);
        let amounts: Vec<_> = notes.iter().map(|note| note["amount"].as_i64()).collect();
        assert_eq!(amounts, [Some(500)]);
    })
    .await;
}

fn of_kind(app: &TestApp, kind: &str, member: Member) -> Vec<Value> {
    let snapshot = app.sandbox.inspect();
    let objects = snapshot.objects.values().filter(|each| each["object"] == kind);
    objects.filter(|each| each["customer"] == member.customer).cloned().collect()
}

fn playbook(cancel: &str) -> String {
    format!(
        "schema = 1\nname = \"Test\"\ndefault_locale = \"en\"\n[flow]\ncancel = {{ {cancel} }}\n\
         [[reasons]]\nid = \"reason_other\"\nfeedback = \"other\"\n"
    )
}

async fn canceled(mode: &str, member: Member, look: impl Fn(&TestApp)) {
    for (method, number) in [("POST", 0), ("POST", 1), ("POST", 2), ("DELETE", 0)] {
        for fault in FAULTS {
            let app = TestApp::start().await;
            publish(&app, &playbook(mode)).await;
            Tab::open(&app, member).await.cancel().await;
            settle(&app, method, number, fault).await;
            look(&app);
        }
    }
}

#[tokio::test]
async fn what_ends_at_once_is_paid_back_once() {
    canceled("mode = \"now\", unused_time = \"refund\"", SAM, |app| {
        assert_eq!(app.at_stripe(SAM.subscription)["status"], "canceled");
        let notes = of_kind(app, "credit_note", SAM);
        assert_eq!(notes.len(), 1);
        let paid = invoices(app, SAM.subscription)[0]["amount_paid"].as_i64().unwrap();
        assert!((1..paid).contains(&notes[0]["amount"].as_i64().unwrap()));
    })
    .await;
}

#[tokio::test]
async fn what_a_schedule_manages_is_released_and_ends_with_its_period() {
    canceled("mode = \"at_period_end\"", ROWAN, |app| {
        let after = app.at_stripe(ROWAN.subscription);
        assert_eq!(
            (&after["schedule"], &after["cancel_at_period_end"]),
            (&Value::Null, &true.into())
        );
    })
    .await;
}
