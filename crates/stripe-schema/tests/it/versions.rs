//! Documents of other versions than the published one.

use serde_json::json;
use stripe_schema::{API_VERSION, PAUSE_VERSION, StripeSchema};

const PAUSE: &str = "/v1/subscriptions/sub_1/pause";
const RESUME: &str = "/v1/subscriptions/sub_1/resume";

fn post(version: &str, path: &str, body: &str) -> Result<(), Vec<String>> {
    StripeSchema::of_version(version).validate_request("POST", path, "", body)
}

#[test]
fn pausing_exists_from_its_version_on() {
    for (version, known) in [
        ("2024-04-10", false),
        (API_VERSION, false),
        (PAUSE_VERSION, true),
        ("2026-10-28.endive", true),
        ("2027-01-27.future", true),
    ] {
        assert_eq!(post(version, PAUSE, "type=subscription").is_ok(), known, "{version}");
    }
    let body = "type=subscription&bill_for[unused_time_from][type]=yesterday";
    assert!(post(PAUSE_VERSION, PAUSE, body).is_err());
    assert!(post(PAUSE_VERSION, PAUSE, "").is_err());
}

#[test]
fn the_patch_replaces_what_changed_and_keeps_the_rest() {
    assert_eq!(post(API_VERSION, RESUME, "billing_cycle_anchor=now"), Ok(()));
    assert!(post(PAUSE_VERSION, RESUME, "billing_cycle_anchor=now").is_err());
    let body = "billing_cycle_anchor[type]=unchanged&payment_behavior=resume_on_payment_success\
                &proration_behavior=none";
    assert_eq!(post(PAUSE_VERSION, RESUME, body), Ok(()));
    assert!(post(API_VERSION, RESUME, body).is_err());
    let customer = post(PAUSE_VERSION, "/v1/customers", "email=robin%40example.com");
    assert_eq!(customer, Ok(()));
    let reason = json!({ "paused": { "subscription": { "type": "boredom" } } });
    let faults = StripeSchema::of_version(PAUSE_VERSION)
        .validate_object("subscription", &json!({ "status_details": reason }))
        .unwrap_err();
    assert!(faults.iter().any(|fault| fault.starts_with("/status_details")), "{faults:?}");
}
