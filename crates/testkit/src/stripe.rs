//! What stands at Stripe, and what somebody else does there.

use axum::body::Body;
use axum::http::Request;
use serde_json::Value;
use stripe_sandbox::{Fault, FaultRule, RequestRecord};

use crate::app::{STRIPE_KEY, TestApp};
use crate::http::{encode_form, send};

impl TestApp {
    /// An object as Stripe has it.
    #[must_use]
    pub fn at_stripe(&self, id: &str) -> Value {
        self.sandbox.inspect().object(id).clone()
    }

    /// Changes of a subscription that had an effect, ours and others'.
    #[must_use]
    pub fn effects_on(&self, subscription_id: &str) -> Vec<RequestRecord> {
        let path = format!("/v1/subscriptions/{subscription_id}");
        let snapshot = self.sandbox.inspect();
        let ours = snapshot.requests.into_iter().filter(|request| {
            request.path == path && request.method != "GET" && request.executed && !request.replayed
        });
        ours.collect()
    }

    /// Number of requests Stripe has seen so far.
    #[must_use]
    pub fn stripe_requests(&self) -> usize {
        self.sandbox.inspect().requests.len()
    }

    /// Makes the next change of a subscription go wrong.
    pub fn next_change_meets(&self, fault: Fault) {
        self.sandbox.inject(FaultRule::once(fault).on("POST", "/v1/subscriptions/"));
    }

    /// Stripe answers 503 to everything until [`TestApp::stripe_comes_back`].
    pub fn stripe_goes_down(&self) {
        let always = FaultRule { times: u32::MAX, ..FaultRule::once(Fault::ServiceUnavailable503) };
        self.sandbox.inject(always);
    }

    /// Ends every fault.
    pub fn stripe_comes_back(&self) {
        self.sandbox.clear_faults();
    }

    /// Does something at Stripe past the engine, as a person in the Dashboard does.
    ///
    /// # Panics
    /// When Stripe refuses.
    pub async fn post_to_stripe(&self, path: &str, fields: &[(&str, &str)]) -> Value {
        let request = Request::post(path)
            .header("authorization", format!("Bearer {STRIPE_KEY}"))
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(encode_form(fields)))
            .unwrap();
        let answer = send(self.sandbox.router(), request).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        answer.json()
    }
}
