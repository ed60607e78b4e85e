//! The sandbox on a free port, with a customer to cancel.

use std::sync::Arc;

use billing_stripe::{PAUSE_VERSION, StripeBilling};
use domain::subscription::Subscription;
use engine::ports::{Billing, BillingAccount};
use serde_json::Value;
use stripe_sandbox::{Sandbox, SandboxOptions, Snapshot};
use tokio::net::TcpListener;

use super::{PATIENT, SECRET, account, adapter, subscription_id};

/// Start of the sandbox's time.
pub(crate) const NOW: i64 = 1_790_000_000;

/// The HTTP clients of a test. Making them reads every certificate of the system.
pub(crate) struct Clients {
    pub(crate) billing: StripeBilling,
    raw: reqwest::Client,
}

impl Clients {
    pub(crate) fn new() -> Arc<Self> {
        // The adapter first: it makes sure the TLS provider is there.
        let billing = adapter(PATIENT).billing;
        Arc::new(Self { billing, raw: reqwest::Client::new() })
    }
}

pub(crate) struct World {
    pub(crate) sandbox: Sandbox,
    pub(crate) account: BillingAccount,
    pub(crate) clients: Arc<Clients>,
}

impl World {
    pub(crate) async fn start() -> Self {
        Self::start_for(Clients::new()).await
    }

    /// The same for clients that are there already.
    pub(crate) async fn start_for(clients: Arc<Clients>) -> Self {
        let options = SandboxOptions { now: NOW, seed: 7, secret_keys: vec![SECRET.to_owned()] };
        let sandbox = Sandbox::new(options);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(sandbox.clone().serve(listener, std::future::pending()));
        Self { sandbox, account: account(&base), clients }
    }

    /// Carries a raw request out, as the Dashboard would.
    pub(crate) async fn post(&self, path: &str, form: &str) -> Value {
        let request = self.clients.raw.post(format!("{}{path}", self.account.api_base));
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        self.carry_out(request.body(form.to_owned())).await
    }

    /// The same in the words of the version that has Stripe's own pause.
    pub(crate) async fn post_in_pause_version(&self, path: &str, form: &str) -> Value {
        let request = self.clients.raw.post(format!("{}{path}", self.account.api_base));
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        let request = request.header("stripe-version", PAUSE_VERSION);
        self.carry_out(request.body(form.to_owned())).await
    }

    /// The same under an idempotency key, whatever the answer.
    pub(crate) async fn post_under(&self, key: &str, path: &str, form: &str) {
        let request = self.clients.raw.post(format!("{}{path}", self.account.api_base));
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        let request = request.header("idempotency-key", key).bearer_auth(SECRET);
        request.body(form.to_owned()).send().await.unwrap();
    }

    /// The same for DELETE.
    pub(crate) async fn delete(&self, path: &str) {
        self.carry_out(self.clients.raw.delete(format!("{}{path}", self.account.api_base))).await;
    }

    async fn carry_out(&self, request: reqwest::RequestBuilder) -> Value {
        let response = request.bearer_auth(SECRET).send().await.unwrap();
        let is_success = response.status().is_success();
        let text = response.text().await.unwrap();
        assert!(is_success, "{text}");
        serde_json::from_str(&text).unwrap()
    }

    /// A customer in Berlin.
    pub(crate) async fn customer(&self, email: &str) -> String {
        let form = format!("email={email}&name=Ann&address[country]=DE&address[state]=BE");
        id(&self.post("/v1/customers", &form).await)
    }

    /// A monthly price of a product of that name, in dollars.
    pub(crate) async fn price(&self, product: &str, minor: i64) -> String {
        self.price_of(product, minor, "usd", "month").await
    }

    /// A price in any currency, recurring every one `interval`.
    pub(crate) async fn price_of(
        &self,
        product: &str,
        minor: i64,
        currency: &str,
        interval: &str,
    ) -> String {
        let product = id(&self.post("/v1/products", &format!("name={product}")).await);
        let form = format!(
            "product={product}&currency={currency}&unit_amount={minor}&recurring[interval]={interval}"
        );
        id(&self.post("/v1/prices", &form).await)
    }

    /// A monthly price that bills usage.
    pub(crate) async fn metered_price(&self) -> String {
        let product = id(&self.post("/v1/products", "name=Usage").await);
        let form = format!(
            "product={product}&currency=usd&unit_amount=5&recurring[interval]=month\
             &recurring[usage_type]=metered&recurring[meter]=mtr_1"
        );
        id(&self.post("/v1/prices", &form).await)
    }

    /// A new customer's active subscription of 49 dollars a month.
    pub(crate) async fn subscription(&self) -> Subscription {
        self.subscription_with("").await
    }

    /// The same with more parameters.
    pub(crate) async fn subscription_with(&self, more: &str) -> Subscription {
        let customer = self.customer("Ann@example.com").await;
        let price = self.price("Pro", 4900).await;
        let form = format!("customer={customer}&items[0][price]={price}&{more}");
        let id = id(&self.post("/v1/subscriptions", &form).await);
        self.read(&id).await
    }

    /// The subscription as the adapter reads it.
    pub(crate) async fn read(&self, id: &str) -> Subscription {
        let billing = &self.clients.billing;
        billing.find_subscription(&self.account, &subscription_id(id)).await.unwrap().unwrap()
    }

    pub(crate) fn inspect(&self) -> Snapshot {
        self.sandbox.inspect()
    }

    /// How many requests changed the subscription.
    pub(crate) fn effects_on(&self, subscription: &Subscription) -> usize {
        let path = format!("/v1/subscriptions/{}", subscription.id);
        let snapshot = self.inspect();
        snapshot.requests_to("POST", &path).iter().filter(|request| request.executed).count()
    }
}

pub(crate) fn id(object: &Value) -> String {
    object["id"].as_str().unwrap().to_owned()
}
