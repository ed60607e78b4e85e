//! Credit notes on paid invoices.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::client::{Answer, Shop, id, ids};

/// A shop with one paid invoice of 49.00 USD, and the invoice's id.
async fn paid() -> (Shop, String) {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("").await;
    let invoice = subscription["latest_invoice"].as_str().unwrap().to_owned();
    (shop, invoice)
}

async fn credit(shop: &Shop, invoice: &str, more: &str) -> Answer {
    shop.client.post("/v1/credit_notes", &format!("invoice={invoice}&{more}")).await
}

async fn read(shop: &Shop, path: &str) -> Value {
    shop.client.get(path).await.ok()
}

#[tokio::test]
async fn a_credit_note_to_the_balance_is_used_by_the_next_invoice() {
    let (shop, invoice) = paid().await;
    let body = "amount=1500&credit_amount=1500&memo=Sorry&reason=product_unsatisfactory\
                &metadata[engine_action]=act_1";
    let note = credit(&shop, &invoice, body).await.ok();
    assert_eq!(note["total"], 1500);
    assert_eq!(
        (&note["memo"], &note["reason"]),
        (&"Sorry".into(), &"product_unsatisfactory".into())
    );
    assert_eq!(note["metadata"]["engine_action"], "act_1");
    let customer = read(&shop, &format!("/v1/customers/{}", shop.customer)).await;
    assert_eq!(customer["balance"], -1500);
    let path = format!("/v1/customers/{}/balance_transactions", shop.customer);
    let entry = read(&shop, &path).await["data"][0].clone();
    assert_eq!(entry["id"], note["customer_balance_transaction"]);
    assert_eq!((&entry["type"], &entry["amount"]), (&"credit_note".into(), &(-1500).into()));
    assert_eq!((&entry["credit_note"], &entry["invoice"]), (&note["id"], &json!(invoice)));
    let next = shop.subscribe("expand[]=latest_invoice").await["latest_invoice"].clone();
    let paid = ["starting_balance", "ending_balance", "amount_due", "amount_paid"];
    assert_eq!(paid.map(|field| next[field].as_i64().unwrap()), [-1500, 0, 3400, 3400]);
    shop.client.check_state();
}

#[tokio::test]
async fn a_credit_note_may_go_back_to_the_card_and_outside_in_parts() {
    let (shop, invoice) = paid().await;
    let body = "amount=1000&credit_amount=300&refund_amount=600&out_of_band_amount=100";
    let note = credit(&shop, &invoice, body).await.ok();
    assert_eq!(
        (&note["out_of_band_amount"], &note["post_payment_amount"]),
        (&100.into(), &1000.into())
    );
    let refund = note["refunds"][0]["refund"].as_str().unwrap();
    let refund = read(&shop, &format!("/v1/refunds/{refund}")).await;
    assert_eq!((&refund["amount"], &refund["status"]), (&600.into(), &"succeeded".into()));
    let after = read(&shop, &format!("/v1/invoices/{invoice}")).await;
    assert_eq!(after["post_payment_credit_notes_amount"], 1000);
    assert_eq!((&after["status"], &after["amount_paid"]), (&"paid".into(), &4900.into()));
    let number = after["number"].as_str().unwrap();
    assert_eq!(note["number"], format!("{number}-CN-01"));
    let state = shop.client.sandbox.inspect();
    assert_eq!(state.events_of("credit_note.created").len(), 1);
    assert_eq!(state.events_of("refund.created").len(), 1);
    assert_eq!(state.events_of("invoice.updated").len(), 1);
    shop.client.check_state();
}

#[tokio::test]
async fn an_amount_that_is_not_wholly_placed_is_refused() {
    let (shop, invoice) = paid().await;
    for (body, param) in [
        ("amount=1000", "amount"),
        ("amount=1000&credit_amount=999", "amount"),
        ("amount=1000&credit_amount=600&refund_amount=600", "amount"),
        ("amount=0", "amount"),
        ("amount=1000&credit_amount=1600&out_of_band_amount=-600", "amount"),
        ("credit_amount=600", "amount"),
        ("amount=4901&credit_amount=4901", "amount"),
    ] {
        let refused = credit(&shop, &invoice, body).await;
        assert_eq!((refused.status, refused.fault().2), (400, param), "{body}");
    }
    let state = shop.client.sandbox.inspect();
    assert!(state.events_of("credit_note.created").is_empty());
    assert_eq!(state.object(&shop.customer)["balance"], 0);
}

#[tokio::test]
async fn no_more_is_credited_than_is_left_of_the_invoice() {
    let (shop, invoice) = paid().await;
    credit(&shop, &invoice, "amount=4000&credit_amount=4000").await.ok();
    let refused = credit(&shop, &invoice, "amount=901&credit_amount=901").await;
    assert_eq!(refused.fault(), (400, "", "amount"));
    let last = credit(&shop, &invoice, "amount=900&credit_amount=900").await.ok();
    assert!(last["number"].as_str().unwrap().ends_with("-CN-02"));
    let refused = credit(&shop, &invoice, "amount=1&credit_amount=1").await;
    assert_eq!(refused.fault(), (400, "", "amount"));
}

#[tokio::test]
async fn no_more_is_refunded_than_the_card_paid() {
    let shop = Shop::open().await;
    let path = format!("/v1/customers/{}/balance_transactions", shop.customer);
    shop.client.post(&path, "amount=-1000&currency=usd").await.ok();
    let subscription = shop.subscribe("").await;
    let invoice = subscription["latest_invoice"].as_str().unwrap();
    let refused = credit(&shop, invoice, "amount=3901&refund_amount=3901").await;
    assert_eq!(refused.fault(), (400, "", "refund_amount"));
    credit(&shop, invoice, "amount=3900&refund_amount=3900").await.ok();
    credit(&shop, invoice, "amount=1000&credit_amount=1000").await.ok();
}

#[tokio::test]
async fn only_a_paid_invoice_is_credited() {
    let shop = Shop::open().await;
    let sent = shop.subscribe("collection_method=send_invoice&days_until_due=30").await;
    let open = sent["latest_invoice"].as_str().unwrap();
    let refused = credit(&shop, open, "amount=100&credit_amount=100").await;
    assert_eq!(refused.fault(), (400, "", "invoice"));
    let unknown = credit(&shop, "in_none", "amount=100&credit_amount=100").await;
    assert_eq!(unknown.fault(), (400, "resource_missing", "invoice"));
    let lines = credit(&shop, open, "lines[0][type]=custom_line_item").await;
    assert_eq!(lines.fault(), (400, "", "lines"));
}

#[tokio::test]
async fn a_preview_moves_nothing() {
    let (shop, invoice) = paid().await;
    let events = shop.client.sandbox.inspect().events.len();
    let path = format!("/v1/credit_notes/preview?invoice={invoice}&amount=500&refund_amount=500");
    let preview = read(&shop, &path).await;
    assert_eq!((&preview["total"], &preview["refunds"]), (&500.into(), &json!([])));
    assert_eq!(shop.client.sandbox.inspect().events.len(), events);
    assert!(ids(&read(&shop, "/v1/credit_notes").await).is_empty());
    let path = format!("/v1/credit_notes/preview?invoice={invoice}&amount=500");
    assert_eq!(shop.client.get(&path).await.fault(), (400, "", "amount"));
}

#[tokio::test]
async fn credit_notes_are_listed_by_invoice_and_customer() {
    let (shop, invoice) = paid().await;
    let other = shop.subscribe("").await["latest_invoice"].as_str().unwrap().to_owned();
    let first = id(&credit(&shop, &invoice, "amount=100&credit_amount=100").await.ok());
    let second = id(&credit(&shop, &other, "amount=100&credit_amount=100").await.ok());
    let path = format!("/v1/credit_notes?customer={}", shop.customer);
    assert_eq!(ids(&read(&shop, &path).await), [second.as_str(), first.as_str()]);
    let path = format!("/v1/credit_notes?invoice={invoice}");
    assert_eq!(ids(&read(&shop, &path).await), [first.as_str()]);
    let path = format!("/v1/credit_notes/{first}?expand[]=invoice");
    assert_eq!(read(&shop, &path).await["invoice"]["id"], invoice);
    assert_eq!(shop.client.get("/v1/credit_notes/cn_none").await.status, 404);
}

#[tokio::test]
async fn a_repeated_key_credits_once() {
    let (shop, invoice) = paid().await;
    let keyed = shop.client.with("idempotency-key", "act_1");
    let body = format!("invoice={invoice}&amount=500&credit_amount=500");
    let first = keyed.post("/v1/credit_notes", &body).await.ok();
    assert_eq!(keyed.post("/v1/credit_notes", &body).await.ok(), first);
    assert_eq!(shop.client.sandbox.inspect().object(&shop.customer)["balance"], -500);
}

/// What is left of an invoice of 49.00 USD that was paid by card, kept beside the sandbox's books.
struct Ledger {
    to_credit: i64,
    to_refund: i64,
    balance: i64,
}

/// One request: parts of a credit note, or a refund.
#[derive(Debug, Clone)]
enum Ask {
    Note { credit: i64, refund: i64, outside: i64 },
    Refund(i64),
}

impl Ledger {
    /// Whether Stripe may agree, after which the books have changed.
    fn agree(&mut self, ask: &Ask) -> bool {
        let (credited, refunded, credit) = match *ask {
            Ask::Note { credit, refund, outside } => (credit + refund + outside, refund, credit),
            Ask::Refund(amount) => (0, amount, 0),
        };
        let something = credited + refunded > 0;
        if !something || credited > self.to_credit || refunded > self.to_refund {
            return false;
        }
        self.to_credit -= credited;
        self.to_refund -= refunded;
        self.balance -= credit;
        true
    }
}

impl Ask {
    async fn send(&self, shop: &Shop, invoice: &str, intent: &str) -> Answer {
        match self {
            Self::Note { credit: to_balance, refund, outside } => {
                let amount = to_balance + refund + outside;
                let body = format!(
                    "amount={amount}&credit_amount={to_balance}&refund_amount={refund}\
                     &out_of_band_amount={outside}"
                );
                credit(shop, invoice, &body).await
            }
            Self::Refund(amount) => {
                let body = format!("payment_intent={intent}&amount={amount}");
                shop.client.post("/v1/refunds", &body).await
            }
        }
    }
}

fn asks() -> impl Strategy<Value = Vec<Ask>> {
    let part = || prop_oneof![Just(0_i64), 1..2_500_i64];
    let note = (part(), part(), part()).prop_map(|(credit, refund, outside)| Ask::Note {
        credit,
        refund,
        outside,
    });
    let refund = prop_oneof![Just(0_i64), 1..5_200_i64].prop_map(Ask::Refund);
    proptest::collection::vec(prop_oneof![3 => note, 1 => refund], 1..8)
}

async fn follow(asks: Vec<Ask>) {
    let (shop, invoice) = paid().await;
    let path = format!("/v1/invoices/{invoice}?expand[]=payments");
    let payments = read(&shop, &path).await["payments"]["data"].clone();
    let intent = payments[0]["payment"]["payment_intent"].as_str().unwrap();
    let mut ledger = Ledger { to_credit: 4900, to_refund: 4900, balance: 0 };
    for ask in &asks {
        let answer = ask.send(&shop, &invoice, intent).await;
        assert_eq!(answer.status == 200, ledger.agree(ask), "{ask:?} {:#}", answer.body);
    }
    let state = shop.client.sandbox.inspect();
    assert_eq!(state.object(&shop.customer)["balance"], ledger.balance);
    let credited = &state.object(&invoice)["post_payment_credit_notes_amount"];
    assert_eq!(credited.as_i64().unwrap(), 4900 - ledger.to_credit);
    let refunds = state.objects.values().filter(|object| object["object"] == "refund");
    let refunded: i64 = refunds.map(|refund| refund["amount"].as_i64().unwrap()).sum();
    assert_eq!(refunded, 4900 - ledger.to_refund);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(32) })]

    #[test]
    fn the_books_agree_after_any_requests(asks in asks()) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(follow(asks));
    }
}
