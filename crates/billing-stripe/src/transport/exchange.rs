//! One attempt on the wire.

use engine::ports::BillingAccount;
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use secrecy::ExposeSecret;

use super::answer::{Answer, Attempt};
use super::request::{Method, Request};

const STRIPE_VERSION: HeaderName = HeaderName::from_static("stripe-version");
const STRIPE_ACCOUNT: HeaderName = HeaderName::from_static("stripe-account");
const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// Largest body read, in bytes: a page of 100 expanded subscriptions takes about 1 MiB.
const MAX_BODY: usize = 16 * 1024 * 1024;

/// Sends the request once and reads the whole answer.
pub(super) async fn exchange(
    http: &reqwest::Client,
    account: &BillingAccount,
    request: &Request,
) -> Attempt {
    let headers = match headers(account, request) {
        Ok(headers) => headers,
        Err(reason) => return Attempt::Unsendable { reason },
    };
    let url = format!("{}{}", account.api_base, request.path);
    let form = request.form.as_str();
    let with_query = if form.is_empty() { url.clone() } else { format!("{url}?{form}") };
    let builder = match &request.method {
        Method::Get => http.get(with_query),
        Method::Delete => http.delete(with_query),
        Method::Post(_) => http
            .post(url)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(form.to_owned()),
    };
    match receive(builder.headers(headers)).await {
        Ok(attempt) => attempt,
        // The address may hold an e-mail address, so it is taken out.
        Err(error) => Attempt::Lost { reason: describe(&error.without_url()) },
    }
}

async fn receive(builder: reqwest::RequestBuilder) -> Result<Attempt, reqwest::Error> {
    let mut response = builder.send().await?;
    let mut answer = Answer::new(response.status().as_u16(), response.headers());
    while let Some(chunk) = response.chunk().await? {
        if answer.body.len() + chunk.len() > MAX_BODY {
            return Ok(Attempt::Lost { reason: format!("the answer exceeds {MAX_BODY} bytes") });
        }
        answer.body.extend_from_slice(&chunk);
    }
    Ok(Attempt::Answered(answer))
}

fn headers(account: &BillingAccount, request: &Request) -> Result<HeaderMap, &'static str> {
    let mut headers = HeaderMap::new();
    let bearer = format!("Bearer {}", account.secret_key.expose_secret());
    let mut bearer = HeaderValue::try_from(bearer)
        .map_err(|_| "the secret key has characters a header cannot carry")?;
    bearer.set_sensitive(true);
    headers.insert(AUTHORIZATION, bearer);
    headers.insert(STRIPE_VERSION, HeaderValue::from_static(request.version));
    if let Some(connected) = &account.account {
        let connected = HeaderValue::try_from(connected.as_str())
            .map_err(|_| "the account id has characters a header cannot carry")?;
        headers.insert(STRIPE_ACCOUNT, connected);
    }
    if let Method::Post(key) = &request.method {
        let key = HeaderValue::try_from(key.as_str())
            .map_err(|_| "the idempotency key has characters a header cannot carry")?;
        headers.insert(IDEMPOTENCY_KEY, key);
    }
    Ok(headers)
}

/// The error and what caused it: the outer sentence alone only says that sending failed.
fn describe(error: &reqwest::Error) -> String {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        text = format!("{text}: {inner}");
        cause = inner.source();
    }
    text.chars().take(300).collect()
}
