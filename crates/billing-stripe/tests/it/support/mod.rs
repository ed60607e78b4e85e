//! What all tests share.

pub(crate) mod changes;
pub(crate) mod sandbox;
pub(crate) mod stub;

use std::sync::{Arc, Mutex, Once};
use std::time::Duration;

use async_trait::async_trait;
use billing_stripe::{Sleeper, StripeBilling, StripeOptions};
use domain::Timestamp;
use domain::billing_action::SubscriptionChange;
use domain::brand::Mode;
use domain::ids::{BillingActionId, CustomerId, SubscriptionId};
use domain::money::Currency;
use domain::subscription::{BillingMode, Discount, Subscription, SubscriptionStatus};
use engine::ports::{BillingAccount, ChangeRequest, Rng};
use secrecy::SecretString;

/// A key no other text contains.
pub(crate) const SECRET: &str = "sk_test_canary4242";

/// Long enough for any answer on the loopback.
pub(crate) const PATIENT: Duration = Duration::from_secs(10);

/// Short, for answers that never come.
pub(crate) const IMPATIENT: Duration = Duration::from_millis(300);

/// Fills with a counter's digits, which do not come again.
#[derive(Default)]
struct CountingRng(Mutex<u64>);

impl Rng for CountingRng {
    fn fill(&self, buffer: &mut [u8]) {
        let mut next = self.0.lock().unwrap();
        *next += 1;
        // An odd multiplier spreads the count over all eight bytes.
        let digits = next.wrapping_mul(0x9E37_79B9_7F4A_7C15).to_le_bytes();
        for (byte, digit) in buffer.iter_mut().zip(digits.iter().cycle()) {
            *byte = *digit;
        }
    }
}

/// Notes how long it should have slept.
#[derive(Default)]
pub(crate) struct Naps(Mutex<Vec<Duration>>);

impl Naps {
    pub(crate) fn count(&self) -> usize {
        self.0.lock().unwrap().len()
    }

    pub(crate) fn all(&self) -> Vec<Duration> {
        self.0.lock().unwrap().clone()
    }
}

#[async_trait]
impl Sleeper for Naps {
    async fn sleep(&self, duration: Duration) {
        self.0.lock().unwrap().push(duration);
    }
}

/// The adapter and the waits it took.
pub(crate) struct Adapter {
    pub(crate) billing: StripeBilling,
    pub(crate) naps: Arc<Naps>,
}

pub(crate) fn adapter(timeout: Duration) -> Adapter {
    static PROVIDER: Once = Once::new();
    PROVIDER.call_once(|| {
        rustls::crypto::ring::default_provider().install_default().unwrap();
    });
    let naps = Arc::new(Naps::default());
    let options = StripeOptions {
        timeout,
        sleeper: naps.clone(),
        ..StripeOptions::new(Arc::new(CountingRng::default()))
    };
    Adapter { billing: StripeBilling::new(options).unwrap(), naps }
}

pub(crate) fn account(api_base: &str) -> BillingAccount {
    BillingAccount {
        secret_key: SecretString::from(SECRET),
        api_base: api_base.to_owned(),
        account: None,
        mode: Mode::Test,
    }
}

pub(crate) fn customer_id(text: &str) -> CustomerId {
    CustomerId::parse(text).unwrap()
}

pub(crate) fn subscription_id(text: &str) -> SubscriptionId {
    SubscriptionId::parse(text).unwrap()
}

pub(crate) fn action_id(text: &str) -> BillingActionId {
    BillingActionId::parse(text).unwrap()
}

pub(crate) fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

pub(crate) fn change(
    action: &str,
    before: &Subscription,
    change: SubscriptionChange,
) -> ChangeRequest {
    ChangeRequest {
        action_id: action_id(action),
        subscription_id: before.id.clone(),
        change,
        before: before.clone(),
    }
}

/// `sub_1` of `cus_1`: active, without items.
pub(crate) fn plain_subscription() -> Subscription {
    Subscription {
        id: subscription_id("sub_1"),
        customer_id: customer_id("cus_1"),
        status: SubscriptionStatus::Active,
        livemode: false,
        currency: Currency::parse("usd").unwrap(),
        items: Vec::new(),
        cancel_at_period_end: false,
        cancel_at: None,
        ended_at: None,
        trial_end: None,
        paused_collection: None,
        discounts: Vec::new(),
        schedule: None,
        billing_mode: BillingMode::Classic,
        started_at: None,
        latest_invoice: None,
        is_invoiced: false,
        marker: None,
    }
}

pub(crate) fn held_discount(id: &str, coupon_id: &str) -> Discount {
    Discount {
        id: id.to_owned(),
        coupon_id: coupon_id.to_owned(),
        percent_off: None,
        amount_off: None,
        ends_at: None,
    }
}
