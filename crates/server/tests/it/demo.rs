//! `renumerate demo --json`: one line that a script can go on with.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;
use testkit::ROBIN;

use crate::support::{Process, client, renumerate};

async fn demo() -> (Process, Value) {
    let process = Process::start(renumerate(&["demo", "--json", "--listen", "127.0.0.1:0"])).await;
    let line = serde_json::from_str(&process.first_line).unwrap();
    (process, line)
}

#[tokio::test]
async fn the_line_has_addresses_keys_and_the_cast_with_the_missions_customer_first() {
    let (_process, line) = demo().await;
    let text = |field: &str| line[field].as_str().unwrap_or_default();
    assert!(text("api").starts_with("http://localhost:"));
    assert!(text("demo_page").starts_with(text("api")));
    assert!(text("brand_key").starts_with("sk_test_"));
    assert!(line.as_object().unwrap().contains_key("studio"));
    let first = &line["customers"][0];
    assert_eq!(first["id"], ROBIN.customer);
    assert_eq!(first["email"], ROBIN.email);
    assert_eq!(first["subscriptions"][0], ROBIN.subscription);
    assert!(line["customers"].as_array().unwrap().iter().all(|c| c["note"].is_string()));
}

#[tokio::test]
async fn the_public_key_carries_the_servers_origin_and_the_brand() {
    let (_process, line) = demo().await;
    let key = line["public_key"].as_str().unwrap().strip_prefix("pk_test_").unwrap();
    let text = String::from_utf8(URL_SAFE_NO_PAD.decode(key).unwrap()).unwrap();
    let (origin, brand) = text.split_once('$').unwrap();
    assert_eq!(line["api"], origin);
    assert!(brand.starts_with("brand_"), "{brand}");
}

#[tokio::test]
async fn the_key_of_the_line_makes_a_session_and_the_page_is_there() {
    let (_process, line) = demo().await;
    let url = format!("{}/v1/retention/session", line["api"].as_str().unwrap());
    let body = serde_json::json!({"retention": {
        "customer_id": ROBIN.customer, "subscription_id": ROBIN.subscription,
    }});
    let http = client();
    let request = http.post(url).header("content-type", "application/json");
    let request = request.header("x-brand-key", line["brand_key"].as_str().unwrap());
    assert_eq!(request.body(body.to_string()).send().await.unwrap().status(), 200);
    let page = http.get(line["demo_page"].as_str().unwrap()).send().await.unwrap();
    assert_eq!(page.status(), 200);
}
