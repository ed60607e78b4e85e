//! What a card said for a moment is charged, however long the card was read.

use domain::billing_action::SubscriptionChange;
use domain::offer::{Proration, Timing};
use domain::subscription::Subscription;
use engine::ports::{Billing, ChangePreview};
use serde_json::Value;

use crate::support::changes::item_change;
use crate::support::sandbox::{NOW, World, id};
use crate::support::{at, change};

const DAY: i64 = 86_400;

/// When the card is shown: in the middle of a month, and of a second price step.
const SHOWN: i64 = NOW + 10 * DAY + 7;

/// A plan of one currency, and what it changes to: the amounts and the other interval.
struct Plan {
    currency: &'static str,
    price: i64,
    other: i64,
    interval: &'static str,
}

/// Large enough that ten minutes are worth more than the smallest unit.
const PLANS: [Plan; 4] = [
    Plan { currency: "usd", price: 50_000, other: 40_000, interval: "month" },
    Plan { currency: "usd", price: 10_000, other: 90_000, interval: "year" },
    Plan { currency: "jpy", price: 50_000, other: 40_000, interval: "month" },
    Plan { currency: "jpy", price: 50_000, other: 490_000, interval: "year" },
];

impl Plan {
    async fn start(&self) -> (World, Subscription, String) {
        let world = World::start().await;
        let customer = world.customer("ann@example.com").await;
        let price = world.price_of("Pro", self.price, self.currency, "month").await;
        let form = format!("customer={customer}&items[0][price]={price}");
        let made = id(&world.post("/v1/subscriptions", &form).await);
        let other = world.price_of("Other", self.other, self.currency, self.interval).await;
        let before = world.read(&made).await;
        world.sandbox.advance_clock(SHOWN);
        (world, before, other)
    }
}

fn dated(change: SubscriptionChange, moment: Option<i64>) -> SubscriptionChange {
    match change {
        SubscriptionChange::ChangeItem(mut item) => {
            item.proration_date = moment.map(at);
            SubscriptionChange::ChangeItem(item)
        }
        other => other,
    }
}

async fn preview(world: &World, of: &Subscription, wanted: &SubscriptionChange) -> ChangePreview {
    world.clients.billing.preview_change(&world.account, of, wanted).await.unwrap()
}

fn invoices(world: &World) -> Vec<Value> {
    let state = world.inspect();
    let made = state.events_of("invoice.created");
    let now =
        |event: &&Value| state.object(event["data"]["object"]["id"].as_str().unwrap()).clone();
    made.iter().map(now).collect()
}

/// What an invoice takes, or gives back.
fn amount(invoice: &Value) -> i64 {
    let total = invoice["total"].as_i64().unwrap();
    if total < 0 { total } else { invoice["amount_due"].as_i64().unwrap() }
}

#[tokio::test]
async fn a_card_that_was_read_for_long_is_charged_as_it_was_shown() {
    for plan in &PLANS {
        for proration in [Proration::NextInvoice, Proration::Immediately] {
            for delay in [600, DAY] {
                let name = format!("{} {} {proration:?} {delay}", plan.currency, plan.interval);
                let (world, before, other) = plan.start().await;
                let undated = item_change(&before, &other, Some(1), Timing::Now, proration);
                let wanted = dated(undated.clone(), Some(SHOWN));
                let shown = preview(&world, &before, &wanted).await;
                assert_eq!(shown, preview(&world, &before, &undated).await, "{name}: at once");
                world.sandbox.advance_clock(SHOWN + delay);
                let amounts = |preview: &ChangePreview| {
                    let next = preview.next_invoice.as_ref().map(|next| next.amount_due);
                    (preview.charged_now, next)
                };
                let later = preview(&world, &before, &wanted).await;
                assert_eq!(amounts(&later), amounts(&shown), "{name}");
                // Without the moment it would not be.
                let moved = preview(&world, &before, &undated).await;
                assert_ne!(amounts(&moved), amounts(&shown), "{name}");

                let so_far = invoices(&world).len();
                let request = change("act_1", &before, wanted);
                let billing = &world.clients.billing;
                billing.change_subscription(&world.account, &request).await.unwrap();
                let made: Vec<i64> = invoices(&world)[so_far..].iter().map(amount).collect();
                let charged: Vec<i64> = shown.charged_now.iter().map(|now| now.minor).collect();
                assert_eq!(made, charged, "{name}: at once");
                let next = later.next_invoice.unwrap();
                world.sandbox.advance_clock(next.due_at.unwrap().as_second());
                let made = invoices(&world)[so_far + charged.len()..].iter().map(amount).next();
                assert_eq!(made, Some(next.amount_due.minor), "{name}: next");
            }
        }
    }
}
