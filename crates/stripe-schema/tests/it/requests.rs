//! Requests.

use serde_json::json;
use stripe_schema::StripeSchema;

const SUBSCRIPTION: &str = "/v1/subscriptions/sub_1";

fn post(path: &str, body: &str) -> Result<(), Vec<String>> {
    StripeSchema::load().validate_request("POST", path, "", body)
}

#[test]
fn a_good_request_is_decoded_to_typed_values() {
    let body = "cancel_at_period_end=true&discounts[0][discount]=di_1&discounts[1][coupon]=c\
                &pause_collection[behavior]=void&pause_collection[resumes_at]=1700000000\
                &metadata[note]=1&trial_end=now";
    let request = StripeSchema::load().read_request("POST", SUBSCRIPTION, "", body).unwrap();
    assert_eq!(request.template, "/v1/subscriptions/{subscription_exposed_id}");
    assert_eq!(request.path_params, ["sub_1"]);
    assert_eq!(
        request.params,
        json!({
            "cancel_at_period_end": true,
            "discounts": [{ "discount": "di_1" }, { "coupon": "c" }],
            "pause_collection": { "behavior": "void", "resumes_at": 1_700_000_000 },
            "metadata": { "note": "1" },
            "trial_end": "now",
        })
    );
}

#[test]
fn an_empty_string_clears_where_the_document_says_so() {
    assert_eq!(post(SUBSCRIPTION, "discounts=&pause_collection="), Ok(()));
    let faults = post(SUBSCRIPTION, "items=").unwrap_err();
    assert_eq!(faults, ["items: a list is expected"]);
}

#[test]
fn every_fault_is_named() {
    let long = "x".repeat(5001);
    let body = format!(
        "colour=red&metadata[a]=b&cancel_at_period_end=yes&days_until_due=1.5\
         &cancellation_details[feedback]=bored&cancellation_details[comment]={long}\
         &pause_collection[resumes_at]=1"
    );
    assert_eq!(
        post(SUBSCRIPTION, &body).unwrap_err(),
        [
            "colour: unknown parameter",
            "cancel_at_period_end: \"yes\" is not true or false",
            "days_until_due: \"1.5\" is not an integer",
            "cancellation_details[feedback]: \"bored\" is not one of , customer_service, \
             low_quality, missing_features, other, switched_service, too_complex, too_expensive, \
             unused",
            "cancellation_details[comment]: 5001 characters, at most 5000 are allowed",
            "pause_collection[behavior]: required and missing",
        ]
    );
}

#[test]
fn query_parameters_are_read_for_get() {
    let schema = StripeSchema::load();
    let query = "email=a%40example.com&limit=3&expand[]=data.subscriptions";
    assert_eq!(schema.validate_request("GET", "/v1/customers", query, ""), Ok(()));
    let faults = schema.validate_request("GET", "/v1/customers", "mail=a", "").unwrap_err();
    assert_eq!(faults, ["mail: unknown parameter"]);
}

#[test]
fn a_call_outside_the_cut_is_an_error() {
    let faults = post("/v1/subscriptions/sub_1/pause", "").unwrap_err();
    assert_eq!(faults, ["the document has no operation POST /v1/subscriptions/sub_1/pause"]);
    assert!(post("/v1/customers/", "").is_err());
}

#[test]
fn a_literal_path_wins_over_a_variable() {
    let schema = StripeSchema::load();
    let request = schema.read_request("GET", "/v1/customers/search", "query=x", "").unwrap();
    assert_eq!(request.template, "/v1/customers/search");
}

#[test]
fn expansion_follows_the_document() {
    let one = |path| StripeSchema::load().can_expand("GET", SUBSCRIPTION, path);
    assert!(one("customer") && one("discounts.source.coupon") && one("latest_invoice.customer"));
    assert!(one("items.data.price.product") && one("application"));
    assert!(!one("status") && !one("colour") && !one("customer.email") && !one("data.customer"));
    assert!(StripeSchema::load().can_expand("GET", "/v1/subscriptions", "data.customer"));
}
