//! Sends requests for one account until they are answered or patience ends.

use std::time::Duration;

use engine::ports::{BillingAccount, BillingError};
use serde::de::DeserializeOwned;
use tokio::time::Instant;

use super::answer::{Answer, Attempt};
use super::exchange::exchange;
use super::failure::{Failure, from_attempt, missing_as_none, unreadable};
use super::request::Request;
use super::retry;
use crate::options::StripeOptions;

/// The connection pool and the limits; shared by all accounts.
pub(crate) struct Transport {
    http: reqwest::Client,
    options: StripeOptions,
}

impl Transport {
    pub(crate) fn new(options: StripeOptions) -> Result<Self, reqwest::Error> {
        let http = reqwest::Client::builder()
            .user_agent(concat!("Renumerate/", env!("CARGO_PKG_VERSION")))
            .connect_timeout(options.connect_timeout)
            .pool_idle_timeout(Duration::from_secs(60))
            .tcp_keepalive(Duration::from_secs(30))
            // A redirect would carry the key to another address; Stripe sends none.
            .redirect(reqwest::redirect::Policy::none())
            .build()?;
        Ok(Self { http, options })
    }

    /// For one method of the port that only reads. Its time limit begins now.
    pub(crate) fn reader<'a>(&'a self, account: &'a BillingAccount) -> Client<'a> {
        self.client(account, self.options.max_read_retries)
    }

    /// For one method of the port that changes something. Its time limit begins now.
    pub(crate) fn writer<'a>(&'a self, account: &'a BillingAccount) -> Client<'a> {
        self.client(account, self.options.max_change_retries)
    }

    fn client<'a>(&'a self, account: &'a BillingAccount, max_retries: u32) -> Client<'a> {
        let deadline = Instant::now() + self.options.timeout;
        Client { transport: self, account, deadline, max_retries }
    }

    /// A key for a POST that changes nothing, so that its answer is never a stored one.
    pub(crate) fn fresh_key(&self) -> String {
        let mut bytes = [0; 16];
        self.options.rng.fill(&mut bytes);
        format!("read-{:032x}", u128::from_le_bytes(bytes))
    }
}

/// The requests of one method of the port: one account, one time limit for all of them.
pub(crate) struct Client<'a> {
    transport: &'a Transport,
    account: &'a BillingAccount,
    deadline: Instant,
    max_retries: u32,
}

impl Client<'_> {
    pub(crate) fn account(&self) -> &BillingAccount {
        self.account
    }

    /// See [`Transport::fresh_key`].
    pub(crate) fn fresh_key(&self) -> String {
        self.transport.fresh_key()
    }

    /// Sends and reads the answer. The time limit leaves the outcome open, so it is `Unknown`.
    pub(crate) async fn send<T: DeserializeOwned>(
        &self,
        request: Request,
    ) -> Result<T, BillingError> {
        Ok(self.try_send(&request).await?)
    }

    /// The same, for those who need to know whether the key is spent.
    pub(crate) async fn try_send<T: DeserializeOwned>(
        &self,
        request: &Request,
    ) -> Result<T, Failure> {
        let answer = self.answer(request).await?;
        serde_json::from_slice(&answer.body).map_err(|error| {
            // The error's own sentence quotes the answer; its place is enough.
            let place = format!("line {} column {}", error.line(), error.column());
            unreadable(request.call, place).into()
        })
    }

    /// Sends and reads the answer; none when Stripe does not know the object.
    pub(crate) async fn find<T: DeserializeOwned>(
        &self,
        request: Request,
    ) -> Result<Option<T>, BillingError> {
        missing_as_none(self.send(request).await)
    }

    async fn answer(&self, request: &Request) -> Result<Answer, Failure> {
        let mut retries = 0;
        loop {
            let attempt = match self.attempt(request, retries).await {
                Attempt::Answered(answer) if answer.is_success() => return Ok(answer),
                attempt => attempt,
            };
            retries += 1;
            let delay = retry::delay(retries, &attempt, &*self.transport.options.rng);
            let is_in_time = Instant::now() + delay < self.deadline;
            if retries > self.max_retries || !is_in_time || !retry::may_retry(&attempt) {
                return Err(Failure::new(&attempt, self.account));
            }
            self.transport.options.sleeper.sleep(delay).await;
        }
    }

    async fn attempt(&self, request: &Request, retries: u32) -> Attempt {
        let began = Instant::now();
        let exchange = exchange(&self.transport.http, self.account, request);
        let attempt = match tokio::time::timeout_at(self.deadline, exchange).await {
            Ok(attempt) => attempt,
            Err(_) => Attempt::Lost { reason: format!("{}: no answer in time", request.call) },
        };
        record(request, &attempt, retries, began.elapsed(), self.account);
        attempt
    }
}

/// One line and two metrics an attempt; never a body, a query or a header.
fn record(
    request: &Request,
    attempt: &Attempt,
    retries: u32,
    duration: Duration,
    account: &BillingAccount,
) {
    let (status, request_id) = match attempt {
        Attempt::Answered(answer) => (Some(answer.status), answer.request_id.as_deref()),
        _ => (None, None),
    };
    let outcome = match attempt {
        Attempt::Answered(answer) if answer.is_success() => "ok",
        _ => match from_attempt(attempt, account) {
            BillingError::Unknown { .. } => "unknown",
            BillingError::Unauthorized { .. } => "unauthorized",
            BillingError::Rejected { .. } => "rejected",
        },
    };
    let call = request.call;
    metrics::counter!("stripe_requests_total", "call" => call, "outcome" => outcome).increment(1);
    metrics::histogram!("stripe_request_duration_seconds", "call" => call)
        .record(duration.as_secs_f64());
    tracing::debug!(
        stripe.call = call,
        stripe.outcome = outcome,
        stripe.request_id = request_id,
        http.status = status,
        retries,
        duration_ms = u64::try_from(duration.as_millis()).unwrap_or(u64::MAX),
        "Stripe was asked."
    );
}
