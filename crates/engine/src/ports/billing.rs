//! The billing provider.

use std::fmt;

use async_trait::async_trait;
use domain::billing_action::{Coupon, SubscriptionChange};
use domain::brand::Mode;
use domain::ids::{BillingActionId, CustomerId, SubscriptionId};
use domain::money::Money;
use domain::subscription::{Customer, InvoicePreview, Price, Subscription};
use secrecy::SecretString;

/// How to reach one brand's account at the provider.
#[derive(Clone)]
pub struct BillingAccount {
    /// Secret or restricted key; never printed.
    pub secret_key: SecretString,
    /// Base URL without a trailing slash, `https://api.stripe.com` for the real one.
    pub api_base: String,
    /// Connected account, when the key is a platform's.
    pub account: Option<String>,
    /// Test or live.
    pub mode: Mode,
}

impl fmt::Debug for BillingAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BillingAccount")
            .field("api_base", &self.api_base)
            .field("account", &self.account)
            .field("mode", &self.mode)
            .finish_non_exhaustive()
    }
}

/// Why the provider did not give what was asked. Carries no customer data and no key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BillingError {
    /// The answer does not say whether there was an effect: time-out, reset, 5xx, 409, 429, a
    /// replayed 500, an unreadable body. Also used for reads that may be tried again.
    #[error("the billing provider gave no clear answer: {reason}")]
    Unknown {
        /// For the operator's log.
        reason: String,
        /// Set when the provider said how long to wait, in milliseconds.
        retry_after_ms: Option<u64>,
    },
    /// Our key is missing, revoked or lacks a permission (401, 403).
    #[error("the billing provider refuses our key: {reason}")]
    Unauthorized {
        /// For the operator's log.
        reason: String,
    },
    /// The provider refused the request for good and did nothing (other 4xx).
    #[error("the billing provider rejected the request: {code}")]
    Rejected {
        /// The provider's error code, such as `resource_missing`.
        code: String,
        /// The provider's sentence; for the operator, never for a client.
        reason: String,
    },
}

/// One change to carry out, as often as needed, with one effect.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangeRequest {
    /// Names the effect: idempotency key and metadata marker (`engine_action`) in one.
    pub action_id: BillingActionId,
    /// The subscription.
    pub subscription_id: SubscriptionId,
    /// The desired state.
    pub change: SubscriptionChange,
    /// The subscription as read just before; existing discounts are re-sent from it.
    pub before: Subscription,
}

/// What the provider says after a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeOutcome {
    /// The subscription after the change, as the provider answered.
    pub after: Subscription,
}

/// What a change would cost, as the provider computes it. Nothing is changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChangePreview {
    /// Charged at once; a negative amount is credited. None when the change charges nothing now.
    pub charged_now: Option<Money>,
    /// The next invoice after that; none when there will be none.
    pub next_invoice: Option<InvoicePreview>,
    /// A regular invoice of one interval with the change: without prorations of the change, and
    /// without credits of the balance.
    pub recurring: Option<Money>,
}

/// Reads and changes subscriptions at the provider. Every method has its own time limit (10 s)
/// and its own retries for safe repeats; a lookup that finds nothing is `Ok(None)`.
#[async_trait]
pub trait Billing: Send + Sync {
    /// A customer by id; none when missing or deleted.
    async fn find_customer(
        &self,
        account: &BillingAccount,
        id: &CustomerId,
    ) -> Result<Option<Customer>, BillingError>;

    /// All customers whose e-mail is exactly `email`, case included; at most 100.
    async fn list_customers_by_email(
        &self,
        account: &BillingAccount,
        email: &str,
    ) -> Result<Vec<Customer>, BillingError>;

    /// All subscriptions of a customer that have not ended; every page is read.
    async fn list_subscriptions(
        &self,
        account: &BillingAccount,
        customer_id: &CustomerId,
    ) -> Result<Vec<Subscription>, BillingError>;

    /// A subscription by id, ended ones included.
    async fn find_subscription(
        &self,
        account: &BillingAccount,
        id: &SubscriptionId,
    ) -> Result<Option<Subscription>, BillingError>;

    /// A price that can be sold now; none when it is missing or not active.
    async fn find_price(
        &self,
        account: &BillingAccount,
        id: &str,
    ) -> Result<Option<Price>, BillingError>;

    /// What a customer has paid so far, less what was given back, by currency.
    async fn sum_paid_invoices(
        &self,
        account: &BillingAccount,
        customer_id: &CustomerId,
    ) -> Result<Vec<Money>, BillingError>;

    /// What a change would cost. May make the coupon of a discount, which changes nothing for
    /// anybody. A `Rejected` says that the provider would refuse the change.
    async fn preview_change(
        &self,
        account: &BillingAccount,
        subscription: &Subscription,
        change: &SubscriptionChange,
    ) -> Result<ChangePreview, BillingError>;

    /// Whether the provider's books hold an entry with the action's mark: the balance
    /// transaction of a `Credit`, the credit note of a `Refund`.
    async fn has_entry(
        &self,
        account: &BillingAccount,
        action_id: &BillingActionId,
        customer_id: &CustomerId,
        change: &SubscriptionChange,
    ) -> Result<bool, BillingError>;

    /// Makes a coupon if it is missing. A `Rejected` says why the provider refuses it.
    async fn ensure_coupon(
        &self,
        account: &BillingAccount,
        coupon: &Coupon,
    ) -> Result<(), BillingError>;

    /// Carries a change out. The same request may be sent any number of times.
    async fn change_subscription(
        &self,
        account: &BillingAccount,
        request: &ChangeRequest,
    ) -> Result<ChangeOutcome, BillingError>;

    /// The next invoice; none when there will be none.
    async fn preview_next_invoice(
        &self,
        account: &BillingAccount,
        subscription_id: &SubscriptionId,
    ) -> Result<Option<InvoicePreview>, BillingError>;
}
