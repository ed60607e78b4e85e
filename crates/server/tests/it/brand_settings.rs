//! `renumerate brand show | set | signing-secret` and `renumerate session explain`.

use serde_json::{Value, json};
use testkit::ROBIN;

use crate::support::{Database, World, run};

fn id(world: &World) -> &str {
    world.brand["brand_id"].as_str().unwrap()
}

async fn shown(world: &World) -> Value {
    let (good, said, error) = run(world.command(&["brand", "show", id(world)])).await;
    assert!(good, "{error}");
    serde_json::from_str(&said).unwrap()
}

async fn set(world: &World, args: &[&str]) -> (bool, String) {
    let (good, _, error) = run(world.command(&[&["brand", "set", id(world)], args].concat())).await;
    (good, error)
}

#[tokio::test]
async fn what_is_given_changes_and_everything_else_stays() {
    let world = World::start(Database::Sqlite).await;
    let before = shown(&world).await;
    let given = "--default-locale de --media-origin https://media.example.com \
        --call-host hooks.example.com --pause-mode subscription --max-percent 40 \
        --max-credit usd=5000 --max-credit jpy=7000";
    let (good, error) = set(&world, &given.split_whitespace().collect::<Vec<_>>()).await;
    assert!(good, "{error}");
    let after = shown(&world).await;
    assert_eq!(after["name"], before["name"]);
    assert_eq!(after["allowed_origins"], before["allowed_origins"]);
    assert_eq!(after["default_locale"], "de");
    assert_eq!(after["media_origins"], json!(["https://media.example.com"]));
    assert_eq!(after["call_hosts"], json!(["hooks.example.com"]));
    assert_eq!(after["pause_mode"], "subscription");
    assert_eq!(after["offer_ceilings"]["max_percent"], 40);
    assert_eq!(after["offer_ceilings"]["max_credit"]["jpy"], 7_000);
    let emptied = ["--default-locale", "none", "--media-origin", "none", "--max-percent", "0"];
    let (good, error) = set(&world, &emptied).await;
    assert!(good, "{error}");
    let emptied = shown(&world).await;
    assert_eq!(emptied["default_locale"], Value::Null);
    assert_eq!(emptied["media_origins"], json!([]));
    assert_eq!(emptied["offer_ceilings"]["max_percent"], Value::Null);
    assert_eq!(emptied["call_hosts"], after["call_hosts"]);
}

#[tokio::test]
async fn bad_settings_are_named_and_change_nothing() {
    let world = World::start(Database::Sqlite).await;
    let before = shown(&world).await;
    for (args, word) in [
        (["--media-origin", "http://media.example.com"], "--media-origin"),
        (["--max-percent", "101"], "--max-percent"),
        (["--max-credit", "usd"], "usd=5000"),
        (["--max-credit", "usd=-1"], "usd=5000"),
        (["--accent-color", "mauve"], "--accent-color"),
        (["--name", " "], "--name"),
    ] {
        let (good, error) = set(&world, &args).await;
        assert!(!good && error.contains(word), "{args:?}: {error}");
    }
    assert_eq!(shown(&world).await, before);
}

#[tokio::test]
async fn the_signing_secret_is_the_same_each_time_and_another_for_live_calls() {
    let world = World::start(Database::Sqlite).await;
    let secret = async |mode: &str| {
        let args = ["brand", "signing-secret", id(&world), "--mode", mode];
        let (good, said, error) = run(world.command(&args)).await;
        assert!(good, "{error}");
        said.trim().to_owned()
    };
    let test = secret("test").await;
    assert!(test.starts_with("whsec_"), "{test}");
    assert_eq!(secret("test").await, test);
    assert_ne!(secret("live").await, test);
}

#[tokio::test]
async fn a_session_says_which_offers_it_showed_and_why_not_the_others() {
    let world = World::start(Database::Sqlite).await;
    let server = world.serve(None).await;
    let session = server.session(ROBIN).await;
    let step = server.press(&session, "answer", &[("reason", "reason_too_expensive")]).await;
    assert_eq!(step.as_deref(), Some("offer"));
    let (good, said, error) = run(world.command(&["session", "explain", &session])).await;
    assert!(good, "{error}");
    assert!(said.contains("offer_discount: shown"), "{said}");
    let unlisted = "offer_tip_setup: not shown: the chosen reason does not list it";
    assert!(said.contains(unlisted), "{said}");
    let (_, said, _) = run(world.command(&["session", "explain", &session, "--json"])).await;
    let said: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(said["assessments"][0]["when"], "open");
    let unknown = ["session", "explain", "rs_unheard"];
    let (found, _, error) = run(world.command(&unknown)).await;
    assert!(!found && error.contains("no session rs_unheard"), "{error}");
}
