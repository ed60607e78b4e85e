//! Shapes of subscriptions.

use domain::subscription::Subscription;
use stripe_sandbox::FAILING_PAYMENT_METHOD;

use crate::support::sandbox::{World, id};

const DAY: i64 = 86_400;

/// 2026-10-31, 40 days after the sandbox's start: the last day of a long month.
const LAST_OF_OCTOBER: i64 = 40;

/// How a subscription is made.
pub(super) struct Shape {
    pub(super) name: &'static str,
    pub(super) currency: &'static str,
    pub(super) unit: i64,
    pub(super) interval: &'static str,
    /// How many of the changes it carries at least.
    pub(super) carries: usize,
    /// Parameters of the subscription.
    form: &'static str,
    /// Days from the sandbox's start to the subscription.
    begins: i64,
    /// The customer's balance in minor units.
    balance: i64,
    /// Days into the subscription at which the change is made.
    days_in: i64,
    /// Whether a second line costs something too.
    has_addon: bool,
    /// Whether a change made before left prorations that wait.
    has_waiting: bool,
    /// Whether a schedule manages it.
    is_scheduled: bool,
    /// Whether its next payment fails.
    fails: bool,
}

fn shape(name: &'static str) -> Shape {
    Shape {
        name,
        currency: "usd",
        unit: 4_900,
        interval: "month",
        carries: 30,
        form: "billing_mode[type]=flexible",
        begins: 0,
        balance: 0,
        days_in: 10,
        has_addon: false,
        has_waiting: false,
        is_scheduled: false,
        fails: false,
    }
}

pub(super) fn monthly_classic() -> Shape {
    Shape { form: "billing_mode[type]=classic", ..shape("monthly classic") }
}

pub(super) fn monthly_flexible() -> Shape {
    shape("monthly flexible")
}

pub(super) fn monthly_end_of_month() -> Shape {
    Shape { begins: LAST_OF_OCTOBER, ..shape("monthly from the 31st") }
}

pub(super) fn weekly() -> Shape {
    Shape { interval: "week", unit: 1_299, days_in: 3, ..shape("weekly") }
}

pub(super) fn yearly_classic() -> Shape {
    let form = "billing_mode[type]=classic";
    Shape { interval: "year", unit: 49_900, days_in: 100, form, ..shape("yearly classic") }
}

pub(super) fn yearly_flexible() -> Shape {
    Shape { interval: "year", unit: 49_900, days_in: 100, ..shape("yearly flexible") }
}

pub(super) fn trialing() -> Shape {
    Shape { form: "trial_period_days=30", ..shape("trialing") }
}

pub(super) fn discounted_for_months() -> Shape {
    Shape { form: "discounts[0][coupon]=MONTHS", ..shape("discounted for months") }
}

pub(super) fn discounted_once() -> Shape {
    // The first invoice uses the discount up, so it is given after that.
    Shape { form: "trial_period_days=1&discounts[0][coupon]=ONCE", days_in: 0, ..shape("once") }
}

pub(super) fn discounted_for_ever() -> Shape {
    Shape { form: "discounts[0][coupon]=EVER", ..shape("discounted for ever") }
}

pub(super) fn several_items() -> Shape {
    Shape { has_addon: true, form: "items[0][quantity]=3", ..shape("several items") }
}

pub(super) fn without_decimals() -> Shape {
    Shape { currency: "jpy", unit: 1_481, ..shape("yen") }
}

pub(super) fn with_three_decimals() -> Shape {
    Shape { currency: "kwd", unit: 12_345, ..shape("dinar") }
}

pub(super) fn sent_invoices() -> Shape {
    Shape { form: "collection_method=send_invoice&days_until_due=14", ..shape("sent invoices") }
}

pub(super) fn with_credit() -> Shape {
    Shape { balance: -20_000, ..shape("much credit") }
}

pub(super) fn with_a_small_credit() -> Shape {
    Shape { balance: -700, ..shape("a small credit") }
}

pub(super) fn with_waiting_prorations() -> Shape {
    Shape { has_waiting: true, form: "items[0][quantity]=2", ..shape("waiting prorations") }
}

pub(super) fn scheduled() -> Shape {
    Shape { is_scheduled: true, carries: 10, ..shape("scheduled") }
}

pub(super) fn past_due() -> Shape {
    Shape { fails: true, days_in: 40, carries: 5, ..shape("past due") }
}

impl Shape {
    /// Makes it, and moves the clock to where the change is made.
    pub(super) async fn build(&self, world: World) -> (World, Subscription) {
        for coupon in [
            "id=MONTHS&percent_off=20&duration=repeating&duration_in_months=3",
            "id=ONCE&percent_off=50&duration=once",
            "id=EVER&percent_off=10&duration=forever",
        ] {
            world.post("/v1/coupons", coupon).await;
        }
        world.sandbox.advance_clock(world.sandbox.now() + self.begins * DAY);
        let began = world.sandbox.now();
        let customer = world.customer("Ann@example.com").await;
        let price = self.price(&world, self.unit).await;
        let mut form = format!("customer={customer}&items[0][price]={price}&{}", self.form);
        if self.has_addon {
            let addon = self.price(&world, self.unit / 7).await;
            form += &format!("&items[1][price]={addon}");
        }
        let made = world.post("/v1/subscriptions", &form).await;
        if self.has_waiting {
            world.sandbox.advance_clock(began + 4 * DAY);
            let item = id(&made["items"]["data"][0]);
            let path = format!("/v1/subscriptions/{}", id(&made));
            world.post(&path, &format!("items[0][id]={item}&items[0][quantity]=3")).await;
        }
        if self.balance != 0 {
            let path = format!("/v1/customers/{customer}/balance_transactions");
            let form = format!("amount={}&currency={}", self.balance, self.currency);
            world.post(&path, &form).await;
        }
        if self.fails {
            let path = format!("/v1/subscriptions/{}", id(&made));
            let form = format!("default_payment_method={FAILING_PAYMENT_METHOD}");
            world.post(&path, &form).await;
        }
        world.sandbox.advance_clock(began + self.days_in * DAY);
        if self.is_scheduled {
            let form = format!("from_subscription={}", id(&made));
            world.post("/v1/subscription_schedules", &form).await;
        }
        let read = world.read(&id(&made)).await;
        (world, read)
    }

    /// A price of this shape's currency and interval.
    pub(super) async fn price(&self, world: &World, unit: i64) -> String {
        world.price_of("Plan", unit, self.currency, self.interval).await
    }
}
