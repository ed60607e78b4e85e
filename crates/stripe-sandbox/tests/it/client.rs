//! A small client that checks every answer, good or bad, against Stripe's document.

use axum::body::Body;
use axum::http::{HeaderMap, Request};
use http_body_util::BodyExt as _;
use serde_json::Value;
use stripe_sandbox::{Sandbox, SandboxOptions};
use stripe_schema::StripeSchema;
use tower::ServiceExt as _;

/// 2026-10-01T00:00:00Z.
pub(crate) const START: i64 = 1_790_812_800;
pub(crate) const DAY: i64 = 86_400;

pub(crate) struct Client {
    pub(crate) sandbox: Sandbox,
    headers: Vec<(&'static str, String)>,
}

/// An answer that has been checked.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Value,
}

impl Client {
    pub(crate) fn new() -> Self {
        let options = SandboxOptions { now: START, seed: 7, secret_keys: Vec::new() };
        Self { sandbox: Sandbox::new(options), headers: vec![bearer("sk_test_tests")] }
    }

    /// The same sandbox with one more header.
    pub(crate) fn with(&self, name: &'static str, value: &str) -> Self {
        let mut headers = self.headers.clone();
        headers.retain(|(known, _)| *known != name);
        headers.push((name, value.to_owned()));
        Self { sandbox: self.sandbox.clone(), headers }
    }

    pub(crate) fn without_headers(&self) -> Self {
        Self { sandbox: self.sandbox.clone(), headers: Vec::new() }
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.call("GET", path, "").await
    }

    pub(crate) async fn post(&self, path: &str, body: &str) -> Answer {
        self.call("POST", path, body).await
    }

    pub(crate) async fn delete(&self, path: &str, body: &str) -> Answer {
        self.call("DELETE", path, body).await
    }

    pub(crate) async fn call(&self, method: &str, path: &str, body: &str) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        let request = request.body(Body::from(body.to_owned())).unwrap();
        let response = self.sandbox.router().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        let body: Value = serde_json::from_slice(&bytes).unwrap();
        let status = parts.status.as_u16();
        check(self.version(), method, path, status, &body);
        Answer { status, headers: parts.headers, body }
    }

    fn version(&self) -> &str {
        let sent = self.headers.iter().find(|(name, _)| *name == "stripe-version");
        sent.map_or(stripe_schema::API_VERSION, |(_, version)| version)
    }

    /// Moves the clock and checks every event that follows.
    pub(crate) fn advance_to(&self, to: i64) {
        self.sandbox.advance_clock(to);
        self.check_state();
    }

    /// Checks every stored object and every event against its schema.
    pub(crate) fn check_state(&self) {
        let schema = StripeSchema::load();
        let state = self.sandbox.inspect();
        for event in &state.events {
            assert_eq!(schema.validate_object("event", event), Ok(()), "{event:#}");
            let object = &event["data"]["object"];
            let kind = object["object"].as_str().unwrap();
            assert_eq!(schema.validate_object(kind, object), Ok(()), "{event:#}");
        }
        for object in state.objects.values() {
            let kind = object["object"].as_str().unwrap();
            assert_eq!(schema.validate_object(kind, object), Ok(()), "{object:#}");
        }
    }
}

fn bearer(key: &str) -> (&'static str, String) {
    ("authorization", format!("Bearer {key}"))
}

/// Calls outside the document answer Stripe's error envelope.
fn check(version: &str, method: &str, path: &str, status: u16, body: &Value) {
    let path = path.split('?').next().unwrap_or_default();
    let schema = StripeSchema::of_version(version);
    let checked = if schema.knows_path(path) && status < 300 {
        schema.validate_response(method, path, status, body)
    } else {
        schema.validate_object("error", body)
    };
    assert_eq!(checked, Ok(()), "{method} {path} {status} {body:#}");
}

impl Answer {
    /// The body of a good answer.
    pub(crate) fn ok(self) -> Value {
        assert_eq!(self.status, 200, "{:#}", self.body);
        self.body
    }

    /// Status, code and parameter of an error.
    pub(crate) fn fault(&self) -> (u16, &str, &str) {
        let error = &self.body["error"];
        (
            self.status,
            error["code"].as_str().unwrap_or_default(),
            error["param"].as_str().unwrap_or_default(),
        )
    }

    pub(crate) fn message(&self) -> &str {
        self.body["error"]["message"].as_str().unwrap_or_default()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

/// Ids of the elements of a list.
pub(crate) fn ids(list: &Value) -> Vec<&str> {
    list["data"].as_array().unwrap().iter().map(|object| object["id"].as_str().unwrap()).collect()
}

/// A shop with one customer and a monthly price of 49.00 USD.
pub(crate) struct Shop {
    pub(crate) client: Client,
    pub(crate) customer: String,
    pub(crate) price: String,
}

impl Shop {
    pub(crate) async fn open() -> Self {
        let client = Client::new();
        let customer = client.post("/v1/customers", "email=robin%40example.com").await.ok();
        let price = price(&client, "usd", "month", 4900).await;
        Self { client, customer: id(&customer), price }
    }

    /// Subscribes the customer; `more` are further parameters.
    pub(crate) async fn subscribe(&self, more: &str) -> Value {
        let (customer, price) = (&self.customer, &self.price);
        let body = format!("customer={customer}&items[0][price]={price}&{more}");
        self.client.post("/v1/subscriptions", &body).await.ok()
    }

    /// Reads a subscription again.
    pub(crate) async fn read(&self, subscription: &Value) -> Value {
        self.client.get(&path_of(subscription)).await.ok()
    }

    /// Updates a subscription.
    pub(crate) async fn update(&self, subscription: &Value, body: &str) -> Answer {
        self.client.post(&path_of(subscription), body).await
    }

    /// Makes a coupon and gives its id.
    pub(crate) async fn coupon(&self, body: &str) -> String {
        id(&self.client.post("/v1/coupons", body).await.ok())
    }
}

pub(crate) async fn price(client: &Client, currency: &str, interval: &str, amount: i64) -> String {
    let body = format!(
        "currency={currency}&unit_amount={amount}&recurring[interval]={interval}\
         &product_data[name]=Lumen+Notes&nickname=Pro"
    );
    id(&client.post("/v1/prices", &body).await.ok())
}

pub(crate) fn id(object: &Value) -> String {
    object["id"].as_str().unwrap().to_owned()
}

pub(crate) fn path_of(subscription: &Value) -> String {
    format!("/v1/subscriptions/{}", id(subscription))
}
