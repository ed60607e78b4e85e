//! `renumerate session explain`.

use serde_json::Value;
use testkit::ROBIN;

use crate::support::{Database, World, run};

async fn explain(world: &World, args: &[&str]) -> (bool, String, String) {
    run(world.command(&[&["session", "explain"], args].concat())).await
}

async fn explain_json(world: &World, session: &str) -> Value {
    let (good, said, error) = explain(world, &[session, "--json"]).await;
    assert!(good, "{error}");
    serde_json::from_str(&said).unwrap()
}

#[tokio::test]
async fn a_session_says_what_was_shown_at_each_stage_and_what_came_of_it() {
    let world = World::start(Database::Sqlite).await;
    let server = world.serve(None).await;
    let session = server.session(ROBIN).await;
    server.press(&session, "answer", &[("reason", "reason_too_expensive")]).await;
    let (good, said, error) = explain(&world, &[&session]).await;
    assert!(good, "{error}");
    for words in [
        "looked for an offer to show, for reason_too_expensive\n  shown      offer_discount\n  eligible   offer_pause\n",
        "\n  the chosen reason does not list: offer_tip_setup, offer_tip_roadmap, offer_tip_support\n",
        "(built in)",
        "No decision yet.",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    server.press(&session, "accept", &[("offer_id", "offer_discount")]).await;
    server.reaches(&session, "kept").await;

    let told = explain_json(&world, &session).await;
    let stages: Vec<&str> = told["assessments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|each| each["stage"].as_str().unwrap())
        .collect();
    assert_eq!(stages, ["open", "accept", "write"]);
    assert_eq!(told["subscription_id"], ROBIN.subscription);
    assert_eq!(told["decision"]["offer_id"], "offer_discount");
    assert_eq!(told["decision"]["action"]["status"], "confirmed");
    let uid = told["session_id"].as_str().unwrap();
    let (_, said, _) = explain(&world, &[uid]).await;
    for words in
        ["decided: retained with offer_discount, reference RN-", "(discount): confirmed at"]
    {
        assert!(said.contains(words), "{words}: {said}");
    }
}

#[tokio::test]
async fn a_session_that_came_too_late_names_the_decision_and_the_reason_why_not() {
    let world = World::start(Database::Sqlite).await;
    let server = world.serve(None).await;
    let first = server.session(ROBIN).await;
    server.press(&first, "answer", &[("reason", "reason_too_expensive")]).await;
    server.press(&first, "accept", &[("offer_id", "offer_discount")]).await;
    server.reaches(&first, "kept").await;
    let second = server.session(ROBIN).await;
    server.press(&second, "answer", &[("reason", "reason_too_expensive")]).await;
    let (_, said, _) = explain(&world, &[&second]).await;
    let today = said.split("taken on ").nth(1).and_then(|rest| rest.get(..10)).unwrap_or_default();
    let expected = format!(
        "  not shown  offer_discount: a discount is running, and offers do not stack; taken on \
         {today}, allowed 1 time(s) per subscription\n  shown      offer_pause\n"
    );
    assert!(said.contains(&expected), "{said}");
    let told = explain_json(&world, &second).await;
    let why = &told["assessments"][0]["offers"][0]["because"][0];
    assert_eq!(why["value"]["because"], "already_discounted");
    assert_eq!(told["decision"], Value::Null);
    let other = &told["decision_of_another_session"];
    assert_eq!(other["session_id"], explain_json(&world, &first).await["session_id"]);
}

#[tokio::test]
async fn a_session_that_is_not_there_is_said_to_be_so() {
    let world = World::start(Database::Sqlite).await;
    let server = world.serve(None).await;
    let unopened = server.session(ROBIN).await;
    let brand = world.brand["brand_id"].as_str().unwrap();
    for (args, words) in [
        (&["rs_unheard"][..], "no brand here has an opened session rs_unheard"),
        (&["rs_unheard", "--brand", brand], "lacks an opened session rs_unheard"),
        (&["rs_unheard", "--brand", "brand_x"], "there is no brand brand_x"),
        (&[&*unopened], "it is kept from the first look at it"),
        (&["ret_forged"], "not ours"),
        (&["RN-7K2M-9QPX"], "cannot be looked up by it yet"),
        (&["hello"], "begins with `rs_`"),
    ] {
        let (good, said, error) = explain(&world, args).await;
        assert!(!good && said.is_empty() && error.contains(words), "{args:?}: {said}{error}");
    }
}
