//! A change of each kind, and the subscription it is made to.

use domain::billing_action::{CancelWhen, Said, SubscriptionChange};
use domain::money::{Currency, Money};
use domain::offer::{DiscountDuration, Proration, Timing};
use domain::playbook::Feedback;
use domain::subscription::Subscription;

use crate::support::at;
use crate::support::changes::{
    CANCEL, SILENT, cancel_now as ending_now, cancel_saying, discount_of, item_change, percent_off,
};
use crate::support::sandbox::{NOW, World, id};

const DAY: i64 = 86_400;

/// What is done before the change.
#[derive(Debug, Clone, Copy)]
enum Before {
    Nothing,
    Scheduled,
    Ending,
    Ended,
    Discounted,
    Paused,
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    Fixed(fn() -> SubscriptionChange),
    Item(Timing),
    Refund,
}

pub(super) struct Scenario {
    pub(super) name: &'static str,
    before: Before,
    kind: Kind,
    /// Whether the subscription has the action's marker afterwards.
    pub(super) leaves_marker: bool,
}

fn scenario(name: &'static str, change: fn() -> SubscriptionChange) -> Scenario {
    Scenario { name, before: Before::Nothing, kind: Kind::Fixed(change), leaves_marker: true }
}

fn dollars(minor: i64) -> Money {
    Money::new(minor, Currency::parse("usd").unwrap())
}

fn words() -> Said {
    let comment = Some("Too dear & slow".to_owned());
    Said { feedback: Some(Feedback::TooExpensive), comment, ..SILENT }
}

pub(super) fn cancel() -> Scenario {
    scenario("cancel", || cancel_saying(words()))
}

pub(super) fn cancel_under_a_schedule() -> Scenario {
    Scenario { before: Before::Scheduled, ..scenario("cancel under a schedule", || CANCEL) }
}

pub(super) fn cancel_at_a_date() -> Scenario {
    scenario("cancel at a date", || SubscriptionChange::Cancel {
        when: CancelWhen::At { at: at(NOW + 50 * DAY) },
        said: words(),
    })
}

pub(super) fn cancel_now() -> Scenario {
    scenario("cancel now", || ending_now(true))
}

pub(super) fn undo_cancel() -> Scenario {
    Scenario { before: Before::Ending, ..scenario("undo", || SubscriptionChange::UndoCancel) }
}

pub(super) fn annotate() -> Scenario {
    let change = || SubscriptionChange::Annotate { said: words() };
    Scenario { before: Before::Ended, ..scenario("annotate", change) }
}

pub(super) fn discount() -> Scenario {
    Scenario { before: Before::Discounted, ..scenario("discount", || discount_of(25, 3)) }
}

pub(super) fn discount_in_place_of_another() -> Scenario {
    let change = || SubscriptionChange::Discount {
        coupon: percent_off(40, DiscountDuration::Forever),
        replace: true,
    };
    Scenario { before: Before::Discounted, ..scenario("discount in place", change) }
}

pub(super) fn pause() -> Scenario {
    scenario("pause", || SubscriptionChange::Pause { resumes_at: at(NOW + 60 * DAY) })
}

pub(super) fn pause_subscription() -> Scenario {
    scenario("pause itself", || SubscriptionChange::PauseSubscription {
        resumes_at: at(NOW + 60 * DAY),
    })
}

pub(super) fn resume() -> Scenario {
    Scenario { before: Before::Paused, ..scenario("resume", || SubscriptionChange::Resume) }
}

pub(super) fn move_renewal() -> Scenario {
    scenario("move renewal", || SubscriptionChange::MoveRenewal { to: at(NOW + 90 * DAY) })
}

pub(super) fn item_now() -> Scenario {
    Scenario { kind: Kind::Item(Timing::Now), ..scenario("item now", || CANCEL) }
}

pub(super) fn item_at_renewal() -> Scenario {
    Scenario {
        before: Before::Discounted,
        kind: Kind::Item(Timing::Renewal),
        leaves_marker: false,
        ..scenario("item at renewal", || CANCEL)
    }
}

pub(super) fn credit() -> Scenario {
    let change = || SubscriptionChange::Credit { amount: dollars(700) };
    Scenario { leaves_marker: false, ..scenario("credit", change) }
}

pub(super) fn refund() -> Scenario {
    Scenario { kind: Kind::Refund, leaves_marker: false, ..scenario("refund", || CANCEL) }
}

impl Scenario {
    /// The world ten days into a subscription's period, its id, and the change to be made.
    pub(super) async fn build(&self, world: World) -> (World, String, SubscriptionChange) {
        let made = world.subscription().await;
        let cheaper = world.price("Lite", 1_900).await;
        world.sandbox.advance_clock(NOW + 10 * DAY);
        self.prepare(&world, &made).await;
        let subscription = world.read(made.id.as_str()).await;
        let wanted = match self.kind {
            Kind::Fixed(change) => change(),
            Kind::Item(timing) => {
                item_change(&subscription, &cheaper, Some(2), timing, Proration::Immediately)
            }
            Kind::Refund => {
                let invoice_id = subscription.latest_invoice.as_ref().unwrap().id.clone();
                SubscriptionChange::Refund { amount: dollars(900), invoice_id }
            }
        };
        (world, made.id.to_string(), wanted)
    }

    async fn prepare(&self, world: &World, subscription: &Subscription) {
        let path = format!("/v1/subscriptions/{}", subscription.id);
        match self.before {
            Before::Nothing => {}
            Before::Scheduled => {
                let form = format!("from_subscription={}", subscription.id);
                id(&world.post("/v1/subscription_schedules", &form).await);
            }
            Before::Ending => {
                world.post(&path, "cancel_at_period_end=true").await;
            }
            Before::Ended => world.delete(&path).await,
            Before::Discounted => {
                world.post("/v1/coupons", "id=WELCOME&percent_off=10&duration=forever").await;
                world.post(&path, "discounts[0][coupon]=WELCOME").await;
            }
            Before::Paused => {
                let form = "type=subscription&bill_for[unused_time_from][type]=now\
                            &invoicing_behavior=invoice";
                world.post_in_pause_version(&format!("{path}/pause"), form).await;
                world.sandbox.advance_clock(NOW + 30 * DAY);
            }
        }
    }
}
