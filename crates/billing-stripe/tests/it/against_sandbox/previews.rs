//! What previews say, in exact amounts.

use domain::billing_action::{CancelWhen, SubscriptionChange};
use domain::money::{Currency, Money};
use domain::offer::{DiscountDuration, Proration, Timing};
use domain::subscription::{InvoicePreview, Subscription};
use engine::ports::{Billing, BillingError, ChangePreview};
use stripe_sandbox::{Fault, FaultRule};

use crate::support::changes::{CANCEL, SILENT, cancel_now, discount_of, item_change, percent_off};
use crate::support::sandbox::{NOW, World};
use crate::support::{at, subscription_id};

const DAY: i64 = 86_400;

/// The renewal after a month of thirty days.
const RENEWAL: i64 = NOW + 30 * DAY;

fn dollars(minor: i64) -> Money {
    Money::new(minor, Currency::parse("usd").unwrap())
}

fn on_renewal(minor: i64) -> Option<InvoicePreview> {
    Some(InvoicePreview { amount_due: dollars(minor), due_at: Some(at(RENEWAL)) })
}

async fn preview(
    world: &World,
    of: &Subscription,
    change: &SubscriptionChange,
) -> Result<ChangePreview, BillingError> {
    world.clients.billing.preview_change(&world.account, of, change).await
}

#[tokio::test]
async fn a_regular_invoice_has_neither_prorations_nor_credit() {
    let world = World::start().await;
    let before = world.subscription().await;
    let path = format!("/v1/customers/{}/balance_transactions", before.customer_id);
    world.post(&path, "amount=-1000&currency=usd").await;
    world.sandbox.advance_clock(NOW + 15 * DAY);
    let cheaper = world.price("Lite", 1_900).await;
    let item = |timing, proration| item_change(&before, &cheaper, Some(1), timing, proration);
    // Half of 49.00 and of 19.00 are 24.50 and 9.50.
    let cases = [
        (discount_of(25, 3), None, 3_675 - 1_000, 3_675),
        (item(Timing::Now, Proration::None), None, 900, 1_900),
        (item(Timing::Now, Proration::NextInvoice), None, 0, 1_900),
        (item(Timing::Now, Proration::Immediately), Some(-1_500), 0, 1_900),
        (item(Timing::Renewal, Proration::None), None, 900, 1_900),
        (SubscriptionChange::Credit { amount: dollars(500) }, None, 3_400, 4_900),
        (SubscriptionChange::UndoCancel, None, 3_900, 4_900),
    ];
    for (change, now, next, regular) in cases {
        let found = preview(&world, &before, &change).await.unwrap();
        let expected = ChangePreview {
            charged_now: now.map(dollars),
            next_invoice: on_renewal(next),
            recurring: Some(dollars(regular)),
        };
        assert_eq!(found, expected, "{change:?}");
    }
    assert_eq!(world.read(before.id.as_str()).await, before, "nothing was changed");
}

#[tokio::test]
async fn a_pause_promises_the_invoice_after_it() {
    let world = World::start().await;
    let before = world.subscription().await;
    // 2026-11-21, a month after the renewal, less the second that lets it through.
    let change = SubscriptionChange::Pause { resumes_at: at(NOW + 61 * DAY - 1) };
    let found = preview(&world, &before, &change).await.unwrap();
    let due_at = Some(at(NOW + 61 * DAY));
    let next = InvoicePreview { amount_due: dollars(4_900), due_at };
    assert_eq!(found.next_invoice, Some(next));
    assert_eq!((found.charged_now, found.recurring), (None, Some(dollars(4_900))));
}

#[tokio::test]
async fn cancellations_say_what_is_still_charged() {
    let world = World::start().await;
    let before = world.subscription().await;
    world.sandbox.advance_clock(NOW + 15 * DAY);
    let found = preview(&world, &before, &cancel_now(true)).await.unwrap();
    let credited = ChangePreview { charged_now: Some(dollars(-2_450)), ..Default::default() };
    assert_eq!(found, credited);
    for change in [CANCEL, cancel_now(false)] {
        let found = preview(&world, &before, &change).await.unwrap();
        assert_eq!(found, ChangePreview::default(), "{change:?}");
    }
    let when = CancelWhen::At { at: at(NOW + 80 * DAY) };
    let later = SubscriptionChange::Cancel { when, said: SILENT };
    let found = preview(&world, &before, &later).await.unwrap();
    assert_eq!(found.next_invoice, on_renewal(4_900));
}

#[tokio::test]
async fn at_most_two_questions_are_asked() {
    let world = World::start().await;
    let before = world.subscription().await;
    let yearly = world.price_of("Year", 49_000, "usd", "year").await;
    let once = percent_off(10, DiscountDuration::Once);
    let mut changes = vec![
        discount_of(25, 3),
        SubscriptionChange::Discount { coupon: once, replace: true },
        SubscriptionChange::Pause { resumes_at: at(NOW + 70 * DAY) },
        SubscriptionChange::PauseSubscription { resumes_at: at(NOW + 70 * DAY) },
        SubscriptionChange::MoveRenewal { to: at(NOW + 70 * DAY) },
        SubscriptionChange::Credit { amount: dollars(5) },
        cancel_now(true),
        CANCEL,
    ];
    for timing in [Timing::Now, Timing::Renewal] {
        for proration in [Proration::None, Proration::NextInvoice, Proration::Immediately] {
            let price = &before.items[0].price.id;
            changes.push(item_change(&before, price, Some(3), timing, proration));
            changes.push(item_change(&before, &yearly, None, timing, proration));
        }
    }
    for change in changes {
        let so_far = world.inspect().requests_to("POST", "/v1/invoices").len();
        preview(&world, &before, &change).await.unwrap();
        let asked = world.inspect().requests_to("POST", "/v1/invoices").len() - so_far;
        assert!((1..=2).contains(&asked), "{change:?}: {asked}");
    }
}

#[tokio::test]
async fn a_change_that_would_be_refused_is_refused_and_one_of_a_brand_is_not_ours() {
    let world = World::start().await;
    let before = world.subscription().await;
    let custom = SubscriptionChange::Custom {
        offer_id: domain::ids::OfferId::parse("offer_1").unwrap(),
        name: "A call".to_owned(),
        url: "https://example.com/offer".to_owned(),
        parameters: std::collections::BTreeMap::new(),
    };
    let other = item_change(&before, "price_gone", None, Timing::Now, Proration::None);
    for (change, expected) in [(other, None), (custom, Some("not_a_billing_change"))] {
        let previewed = preview(&world, &before, &change).await;
        let request = crate::support::change("act_1", &before, change);
        let made = world.clients.billing.change_subscription(&world.account, &request).await;
        for refused in [previewed.map(|_| ()), made.map(|_| ())] {
            let Err(BillingError::Rejected { code, .. }) = refused else { panic!("{refused:?}") };
            assert!(expected.is_none_or(|expected| code == expected), "{code}");
        }
    }
}

#[tokio::test]
async fn a_refused_regular_invoice_is_not_promised_and_a_lost_one_is_unknown() {
    for (fault, is_known) in [(Fault::Refused400, true), (Fault::LockTimeout429, false)] {
        let world = World::start().await;
        let before = world.subscription().await;
        // Both questions meet it, whichever comes first.
        let rule = FaultRule::once(fault);
        let rule = FaultRule { times: if is_known { 1 } else { 2 }, ..rule };
        world.sandbox.inject(rule.on("POST", "/v1/invoices"));
        let change = SubscriptionChange::Credit { amount: dollars(5) };
        let found = preview(&world, &before, &change).await;
        match found {
            Ok(found) => assert!(is_known && found.recurring.is_none(), "{found:?}"),
            Err(BillingError::Rejected { .. }) => assert!(is_known),
            Err(error) => assert!(!is_known, "{error:?}"),
        }
    }
}

#[tokio::test]
async fn nothing_is_promised_of_what_is_gone() {
    let world = World::start().await;
    let before = world.subscription().await;
    let gone = Subscription { id: subscription_id("sub_gone"), ..before };
    let found = preview(&world, &gone, &discount_of(25, 3)).await.unwrap();
    assert_eq!(found, ChangePreview::default());
}
