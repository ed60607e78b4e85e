//! Answers.

use serde_json::{Value, json};
use stripe_schema::StripeSchema;

fn coupon() -> Value {
    json!({
        "id": "c", "object": "coupon", "created": 1, "duration": "once", "livemode": false,
        "percent_off": 25, "amount_off": null, "times_redeemed": 0, "valid": true
    })
}

fn check(status: u16, answer: &Value) -> Result<(), Vec<String>> {
    StripeSchema::load().validate_response("GET", "/v1/coupons/c", status, answer)
}

#[test]
fn a_complete_object_passes() {
    assert_eq!(check(200, &coupon()), Ok(()));
    assert_eq!(StripeSchema::load().validate_object("coupon", &coupon()), Ok(()));
}

#[test]
fn null_passes_only_where_the_document_says_nullable() {
    let mut answer = coupon();
    answer["valid"] = Value::Null;
    let faults = check(200, &answer).unwrap_err();
    assert_eq!(faults, ["/valid: null is not of type \"boolean\""]);
}

#[test]
fn missing_and_unknown_fields_are_reported() {
    let mut answer = coupon();
    answer.as_object_mut().unwrap().remove("duration");
    answer["colour"] = json!("red");
    let faults = check(200, &answer).unwrap_err();
    assert_eq!(faults.len(), 2, "{faults:?}");
    assert!(faults.iter().any(|fault| fault.contains("colour")), "{faults:?}");
    assert!(faults.iter().any(|fault| fault.contains("duration")), "{faults:?}");
}

#[test]
fn other_statuses_need_the_error_envelope() {
    let envelope = json!({ "error": { "type": "invalid_request_error", "message": "No" } });
    assert_eq!(check(404, &envelope), Ok(()));
    assert!(check(404, &coupon()).is_err());
}

#[test]
fn an_id_or_the_expanded_object_may_stand_in_a_field() {
    let schema = StripeSchema::load();
    let discount = |coupon: Value| {
        json!({
            "id": "di_1", "object": "discount", "start": 1, "end": null,
            "source": { "type": "coupon", "coupon": coupon }
        })
    };
    assert_eq!(schema.validate_object("discount", &discount(json!("c"))), Ok(()));
    assert_eq!(schema.validate_object("discount", &discount(coupon())), Ok(()));
    assert!(schema.validate_object("discount", &discount(json!({ "id": "c" }))).is_err());
}
