//! The core promise: what a preview says is what is charged.
//!
//! Every change on every shape of subscription it can be made to: preview, change, move the clock
//! to the next invoice, compare. The sandbox's own clock is the oracle: it bills by living the
//! subscription, and knows nothing of previews.

mod changes;
mod shapes;

use std::sync::Arc;

use domain::Timestamp;
use domain::billing_action::SubscriptionChange;
use engine::ports::{Billing, ChangePreview};
use serde_json::Value;

use self::changes::{Case, all_cases};
use self::shapes::Shape;
use crate::support::change;
use crate::support::sandbox::{Clients, World};

const YEAR: i64 = 366 * 86_400;

/// Invoices somebody was asked to pay, as they were made, oldest first.
fn asked(world: &World) -> Vec<Value> {
    let state = world.inspect();
    let is_asked = |made: &&Value| {
        let invoice = state.object(made["id"].as_str().unwrap());
        matches!(invoice["status"].as_str(), Some("open" | "paid"))
    };
    let made = state.events_of("invoice.created");
    made.iter().map(|event| &event["data"]["object"]).filter(is_asked).cloned().collect()
}

/// What an invoice charged, or credited.
fn amount(invoice: &Value) -> i64 {
    let total = invoice["total"].as_i64().unwrap();
    if total < 0 { total } else { invoice["amount_due"].as_i64().unwrap() }
}

/// Whether the shape can carry the change.
async fn keeps_its_promise(clients: Arc<Clients>, shape: &Shape, case: &Case) -> bool {
    let name = format!("{}: {}", shape.name, case.name);
    let (world, before) = shape.build(World::start_for(clients).await).await;
    let Some(wanted) = case.change(&world, shape, &before).await else { return false };
    if wanted.conflict(&before).is_some() {
        return false;
    }
    let billing = &world.clients.billing;
    let preview = billing.preview_change(&world.account, &before, &wanted).await;
    let preview = preview.unwrap_or_else(|error| panic!("{name}: {error:?}"));
    let so_far = asked(&world).len();
    let request = change("act_1", &before, wanted.clone());
    let outcome = billing.change_subscription(&world.account, &request).await;
    let after = outcome.unwrap_or_else(|error| panic!("{name}: {error:?}")).after;
    let at_once: i64 = asked(&world)[so_far..].iter().map(amount).sum();
    let promised = preview.charged_now.map_or(0, |money| money.minor);
    assert_eq!(at_once, promised, "{name}: charged now");
    let so_far = asked(&world).len();
    if let SubscriptionChange::PauseSubscription { resumes_at } = wanted {
        world.sandbox.advance_clock(resumes_at.as_second());
        let paused = world.read(after.id.as_str()).await;
        let resume = change("act_2", &paused, SubscriptionChange::Resume);
        billing.change_subscription(&world.account, &resume).await.unwrap();
    }
    // Where an invoice is promised, the first one must have come by its day.
    let due_at = preview.next_invoice.as_ref().and_then(|promised| promised.due_at);
    let end = due_at.map_or(world.sandbox.now() + 2 * YEAR, Timestamp::as_second);
    world.sandbox.advance_clock(end);
    compare(&name, &preview, asked(&world).get(so_far));
    true
}

fn compare(name: &str, preview: &ChangePreview, made: Option<&Value>) {
    let (promised, made) = match (&preview.next_invoice, made) {
        (None, None) => return,
        (Some(promised), Some(made)) => (promised, made),
        odd => panic!("{name}: {odd:?}"),
    };
    assert_eq!(promised.amount_due.minor, made["amount_due"].as_i64().unwrap(), "{name}");
    assert_eq!(promised.amount_due.currency.code(), made["currency"].as_str().unwrap(), "{name}");
    let due_at = promised.due_at.map(Timestamp::as_second);
    assert_eq!(due_at, made["created"].as_i64(), "{name}: when");
}

/// One test a shape, so that they run side by side.
macro_rules! promises {
    ($($shape:ident),+ $(,)?) => {
        $(
            #[tokio::test]
            async fn $shape() {
                let (shape, clients) = (shapes::$shape(), Clients::new());
                let mut carried = 0;
                for case in all_cases() {
                    let has = keeps_its_promise(clients.clone(), &shape, &case).await;
                    carried += usize::from(has);
                }
                assert!(carried >= shape.carries, "{}: only {carried}", shape.name);
            }
        )+
    };
}

promises! {
    monthly_classic,
    monthly_flexible,
    monthly_end_of_month,
    weekly,
    yearly_classic,
    yearly_flexible,
    trialing,
    discounted_for_months,
    discounted_once,
    discounted_for_ever,
    several_items,
    without_decimals,
    with_three_decimals,
    sent_invoices,
    with_credit,
    with_a_small_credit,
    with_waiting_prorations,
    scheduled,
    past_due,
}
