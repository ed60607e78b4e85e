//! The adapter itself.

use std::fmt;

use async_trait::async_trait;
use domain::billing_action::{Coupon, SubscriptionChange};
use domain::ids::{BillingActionId, CustomerId, SubscriptionId};
use domain::money::Money;
use domain::subscription::{Customer, InvoicePreview, Price, Subscription};
use engine::ports::{
    Billing, BillingAccount, BillingError, ChangeOutcome, ChangePreview, ChangeRequest,
};

use crate::calls::{self, ProductCache};
use crate::options::StripeOptions;
use crate::transport::Transport;

/// Stripe behind the engine's port. Holds no account: each call brings its own.
pub struct StripeBilling {
    transport: Transport,
    products: ProductCache,
}

/// Why the adapter cannot be set up.
#[derive(Debug, thiserror::Error)]
pub enum SetupError {
    /// The process has not chosen a TLS implementation.
    #[error("no TLS provider is installed: install one before the billing adapter is made")]
    NoTlsProvider,
    /// The HTTP client refuses its settings or finds no certificates.
    #[error("the HTTP client cannot be made")]
    HttpClient(#[source] reqwest::Error),
}

impl StripeBilling {
    /// Sets up the connection pool; sends nothing.
    ///
    /// # Errors
    /// [`SetupError`] when TLS is not set up in this process.
    pub fn new(options: StripeOptions) -> Result<Self, SetupError> {
        // The HTTP client would panic.
        if rustls::crypto::CryptoProvider::get_default().is_none() {
            return Err(SetupError::NoTlsProvider);
        }
        let transport = Transport::new(options).map_err(SetupError::HttpClient)?;
        Ok(Self { transport, products: ProductCache::new() })
    }
}

impl fmt::Debug for StripeBilling {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StripeBilling").finish_non_exhaustive()
    }
}

#[async_trait]
impl Billing for StripeBilling {
    async fn find_customer(
        &self,
        account: &BillingAccount,
        id: &CustomerId,
    ) -> Result<Option<Customer>, BillingError> {
        calls::find_customer(&self.transport.reader(account), id).await
    }

    async fn list_customers_by_email(
        &self,
        account: &BillingAccount,
        email: &str,
    ) -> Result<Vec<Customer>, BillingError> {
        calls::list_customers_by_email(&self.transport.reader(account), email).await
    }

    async fn list_subscriptions(
        &self,
        account: &BillingAccount,
        customer_id: &CustomerId,
    ) -> Result<Vec<Subscription>, BillingError> {
        let client = self.transport.reader(account);
        calls::list_subscriptions(&client, &self.products, customer_id).await
    }

    async fn find_subscription(
        &self,
        account: &BillingAccount,
        id: &SubscriptionId,
    ) -> Result<Option<Subscription>, BillingError> {
        calls::find_subscription(&self.transport.reader(account), id).await
    }

    async fn find_price(
        &self,
        account: &BillingAccount,
        id: &str,
    ) -> Result<Option<Price>, BillingError> {
        calls::find_price(&self.transport.reader(account), id).await
    }

    async fn sum_paid_invoices(
        &self,
        account: &BillingAccount,
        customer_id: &CustomerId,
    ) -> Result<Vec<Money>, BillingError> {
        calls::sum_paid_invoices(&self.transport.reader(account), customer_id).await
    }

    async fn preview_change(
        &self,
        account: &BillingAccount,
        subscription: &Subscription,
        change: &SubscriptionChange,
    ) -> Result<ChangePreview, BillingError> {
        calls::preview_change(&self.transport.reader(account), subscription, change).await
    }

    async fn has_entry(
        &self,
        account: &BillingAccount,
        action_id: &BillingActionId,
        customer_id: &CustomerId,
        change: &SubscriptionChange,
    ) -> Result<bool, BillingError> {
        calls::has_entry(&self.transport.reader(account), action_id, customer_id, change).await
    }

    async fn ensure_coupon(
        &self,
        account: &BillingAccount,
        coupon: &Coupon,
    ) -> Result<(), BillingError> {
        calls::ensure_coupon(&self.transport.writer(account), coupon).await
    }

    async fn change_subscription(
        &self,
        account: &BillingAccount,
        request: &ChangeRequest,
    ) -> Result<ChangeOutcome, BillingError> {
        calls::change_subscription(&self.transport.writer(account), request).await
    }

    async fn preview_next_invoice(
        &self,
        account: &BillingAccount,
        subscription_id: &SubscriptionId,
    ) -> Result<Option<InvoicePreview>, BillingError> {
        calls::preview_next_invoice(&self.transport.reader(account), subscription_id).await
    }
}
