//! `renumerate demo --json`: one line that a script can go on with.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;
use testkit::{ROBIN, encode_form};

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

/// What the page's backend answers.
async fn ask_page(line: &Value, path: &str, body: Option<Value>) -> Value {
    let url = format!("{}/demo/api/{path}", line["api"].as_str().unwrap());
    let request = match body {
        None => client().get(url),
        Some(body) => {
            client().post(url).header("content-type", "application/json").body(body.to_string())
        }
    };
    let answer = request.send().await.unwrap().bytes().await.unwrap();
    serde_json::from_slice(&answer).unwrap()
}

/// Presses a button; the next page.
async fn press(line: &Value, session: &str, action: &str, field: (&str, &str)) -> String {
    let url = format!("{}/retention", line["api"].as_str().unwrap());
    let form = encode_form(&[("session_id", session), ("action", action), field]);
    let request = client().post(url).header("content-type", "application/x-www-form-urlencoded");
    request.body(form).send().await.unwrap().text().await.unwrap()
}

/// A customer of the cast who has chosen a reason: session and page.
async fn choose(line: &Value, customer: &str, reason: &str) -> (String, String) {
    let subject = serde_json::json!({ "customer_id": customer });
    let answer = ask_page(line, "session", Some(subject)).await;
    let session = answer["sessionId"].as_str().unwrap().to_owned();
    let page = press(line, &session, "answer", ("reason", reason)).await;
    (session, page)
}

#[tokio::test]
async fn every_example_of_the_panel_leads_to_its_offer_and_every_kind_is_among_them() {
    let (_process, line) = demo().await;
    let config = ask_page(&line, "config", None).await;
    let text = |example: &Value, field: &str| example[field].as_str().unwrap().to_owned();
    let mut offers = std::collections::BTreeSet::new();
    for example in config["examples"].as_array().unwrap() {
        let (customer, reason) = (text(example, "customer"), text(example, "reason"));
        let (_, page) = choose(&line, &customer, &reason).await;
        let offer = text(example, "offer");
        assert!(page.contains(&format!("value=\"{offer}\"")), "{example}: {page}");
        offers.insert(offer);
    }
    let playbook = domain::playbook::source::parse(include_str!("../../src/demo/playbook.toml"));
    let playbook = playbook.unwrap().playbook;
    let shown = playbook.offers.iter().filter(|offer| offers.contains(offer.id.as_str()));
    let kinds: std::collections::BTreeSet<_> = shown.map(|offer| offer.effect.as_str()).collect();
    assert_eq!(kinds, domain::offer::OfferKind::WORDS.into());
}

#[tokio::test]
async fn a_custom_offer_is_carried_out_by_the_demos_own_receiver() {
    let (_process, line) = demo().await;
    let (session, page) = choose(&line, ROBIN.customer, "reason_missing_features").await;
    assert!(page.contains("We switch it on for you at once"), "{page}");
    let page = press(&line, &session, "accept", ("offer_id", "offer_early_access")).await;
    assert!(page.contains("data-step=\"kept\""), "{page}");
    assert!(page.contains("The new editor is switched on for you."), "{page}");
}
