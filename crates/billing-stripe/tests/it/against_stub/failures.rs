//! What each kind of failure is called.

use engine::ports::{Billing, BillingError};
use serde_json::json;

use super::wire_json;
use crate::support::changes::{CANCEL, discount_of};
use crate::support::stub::{Reply, Stub};
use crate::support::{
    IMPATIENT, PATIENT, account, adapter, change, customer_id, plain_subscription, subscription_id,
};

/// The error of a cancellation that is always answered so.
async fn cancel_answered_with(reply: Reply) -> BillingError {
    let stub = Stub::start([reply]).await;
    let request = change("act_1", &plain_subscription(), CANCEL);
    let billing = adapter(PATIENT).billing;
    billing.change_subscription(&account(&stub.base), &request).await.unwrap_err()
}

fn kind(error: &BillingError) -> &'static str {
    match error {
        BillingError::Unknown { .. } => "unknown",
        BillingError::Unauthorized { .. } => "unauthorized",
        BillingError::Rejected { .. } => "rejected",
    }
}

#[tokio::test]
async fn the_status_decides_what_is_known() {
    let cases = [
        (400, "invalid_request_error", "rejected"),
        // The key was used for something else, which may have had its effect.
        (400, "idempotency_error", "unknown"),
        (401, "invalid_request_error", "unauthorized"),
        (402, "card_error", "rejected"),
        (403, "invalid_request_error", "unauthorized"),
        (404, "invalid_request_error", "rejected"),
        (408, "api_error", "unknown"),
        (409, "idempotency_error", "unknown"),
        (429, "invalid_request_error", "unknown"),
        (500, "api_error", "unknown"),
        (503, "api_error", "unknown"),
        (302, "api_error", "unknown"),
    ];
    for (status, error_type, expected) in cases {
        let error = cancel_answered_with(Reply::error(status, error_type, "c", "No.")).await;
        assert_eq!(kind(&error), expected, "{status} {error_type}: {error:?}");
    }
}

#[tokio::test]
async fn an_unreadable_answer_is_unknown_whatever_its_status() {
    let html = "<html>Ann@example.com</html>";
    let replies = [
        Reply::text(200, html),
        Reply::text(200, "{\"id\": \"sub_1\", \"status\": "),
        Reply::text(200, ""),
        Reply::text(200, "{}"),
        Reply::text(200, "[]"),
        Reply::text(200, &"[".repeat(10_000)),
        Reply::text(400, html),
        Reply::text(404, ""),
    ];
    for reply in replies {
        let error = cancel_answered_with(reply).await;
        assert_eq!(kind(&error), "unknown", "{error:?}");
        assert!(!format!("{error:?}").contains("Ann@"), "{error:?}");
    }
}

#[tokio::test]
async fn a_refusal_keeps_code_and_sentence() {
    let sentence = "x".repeat(1000);
    let reply = Reply::error(400, "invalid_request_error", "parameter_invalid", &sentence);
    let BillingError::Rejected { code, reason } = cancel_answered_with(reply).await else {
        panic!("it is rejected")
    };
    assert_eq!(code, "parameter_invalid");
    assert_eq!(reason.chars().count(), 300);
}

#[tokio::test]
async fn a_refusal_never_quotes_what_the_customer_wrote() {
    let error = json!({ "error": {
        "type": "invalid_request_error", "code": "parameter_invalid_string",
        "param": "cancellation_details[comment]", "message": "Invalid string: I hate this"
    }});
    let error = cancel_answered_with(Reply::text(400, &error.to_string())).await;
    assert!(!format!("{error:?}").contains("hate"), "{error:?}");
    assert_eq!(kind(&error), "rejected");
}

#[tokio::test]
async fn the_wait_the_server_asks_for_is_passed_on() {
    let limited = Reply::error(429, "invalid_request_error", "rate_limit", "Slow down.")
        .header("retry-after", "7");
    let BillingError::Unknown { retry_after_ms, .. } = cancel_answered_with(limited).await else {
        panic!("it is unknown")
    };
    assert_eq!(retry_after_ms, Some(7_000));
}

#[tokio::test]
async fn no_server_is_unknown_and_names_nobody() {
    let adapter = adapter(PATIENT);
    // The port of a listener that is gone.
    let base = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        format!("http://{}", listener.local_addr().unwrap())
    };
    let result = adapter.billing.list_customers_by_email(&account(&base), "ann@example.com").await;
    let error = result.unwrap_err();
    assert_eq!(kind(&error), "unknown");
    assert!(!format!("{error:?}").contains("ann"), "{error:?}");
    assert_eq!(adapter.naps.count(), 2);
}

#[tokio::test]
async fn a_server_that_never_answers_ends_with_the_time_limit() {
    // It accepts connections and says nothing.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let adapter = adapter(IMPATIENT);
    let result = adapter.billing.find_customer(&account(&base), &customer_id("cus_1")).await;
    assert_eq!(kind(&result.unwrap_err()), "unknown");
    assert_eq!(adapter.naps.count(), 0);
}

#[tokio::test]
async fn what_is_not_there_is_none() {
    let missing = || Reply::error(404, "invalid_request_error", "resource_missing", "No such x");
    let ending = Reply::error(400, "invalid_request_error", "invoice_upcoming_none", "None");
    let deleted = json!({ "id": "cus_1", "object": "customer", "deleted": true });
    let stub = Stub::start([Reply::json(deleted), ending, missing()]).await;
    let (billing, account) = (adapter(PATIENT).billing, account(&stub.base));
    let (cus, sub) = (customer_id("cus_1"), subscription_id("sub_1"));
    assert_eq!(billing.find_customer(&account, &cus).await, Ok(None));
    assert_eq!(billing.preview_next_invoice(&account, &sub).await, Ok(None));
    assert_eq!(billing.find_customer(&account, &cus).await, Ok(None));
    assert_eq!(billing.find_subscription(&account, &sub).await, Ok(None));
    assert_eq!(billing.list_subscriptions(&account, &cus).await, Ok(Vec::new()));
    assert_eq!(billing.preview_next_invoice(&account, &sub).await, Ok(None));
}

#[tokio::test]
async fn a_coupon_of_other_terms_is_never_given() {
    let wrong = [
        ("percent_off", json!(30.0)),
        ("percent_off", json!(null)),
        ("duration", json!("forever")),
        ("duration_in_months", json!(12)),
        ("valid", json!(false)),
    ];
    for (field, value) in wrong {
        let mut coupon = wire_json::coupon();
        coupon[field] = value;
        let stub = Stub::start([Reply::json(coupon)]).await;
        let request = change("act_1", &plain_subscription(), discount_of(25, 3));
        let billing = adapter(PATIENT).billing;
        let error = billing.change_subscription(&account(&stub.base), &request).await.unwrap_err();
        let BillingError::Rejected { code, .. } = error else { panic!("{field}: {error:?}") };
        assert_eq!(code, "coupon_mismatch", "{field}");
        assert_eq!(stub.seen().len(), 1, "nothing was changed");
    }
}

#[tokio::test]
async fn a_coupon_made_by_somebody_else_meanwhile_is_used() {
    let stub = Stub::start([
        Reply::error(404, "invalid_request_error", "resource_missing", "No such coupon"),
        Reply::error(400, "invalid_request_error", "resource_already_exists", "Exists."),
        Reply::json(wire_json::coupon()),
        Reply::json(wire_json::subscription("sub_1", wire_json::product())),
    ])
    .await;
    let request = change("act_1", &plain_subscription(), discount_of(25, 3));
    let outcome =
        adapter(PATIENT).billing.change_subscription(&account(&stub.base), &request).await;
    assert!(outcome.is_ok(), "{outcome:?}");
    assert_eq!(stub.seen().len(), 4);
}
