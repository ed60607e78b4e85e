//! `renumerate brand show | set | signing-secret`, and the settings of `brand add`.

use serde_json::{Value, json};

use crate::support::{Database, World, run};

fn id(world: &World) -> &str {
    world.brand["brand_id"].as_str().unwrap()
}

async fn brand(world: &World, args: &[&str]) -> (bool, String, String) {
    run(world.command(&[&["brand"], args].concat())).await
}

async fn shown(world: &World) -> Value {
    let (good, said, error) = brand(world, &["show", id(world), "--json"]).await;
    assert!(good, "{error}");
    serde_json::from_str(&said).unwrap()
}

/// Sets, and answers the brand afterwards.
async fn set(world: &World, args: &[&str]) -> Value {
    let (good, said, error) = brand(world, &[&["set", id(world), "--json"], args].concat()).await;
    assert!(good, "{args:?}: {error}");
    let said: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(said, shown(world).await, "{args:?}");
    said["brand"].clone()
}

/// `before` with some fields replaced.
fn with(before: &Value, changed: Value) -> Value {
    let mut after = before.clone();
    for (field, value) in changed.as_object().unwrap().clone() {
        after[field] = value;
    }
    after
}

#[tokio::test]
async fn only_what_is_given_changes_lists_are_replaced_and_none_empties() {
    let world = World::start(Database::Sqlite).await;
    let mut now = shown(&world).await["brand"].clone();
    for (args, changed) in [
        (
            &["--name", "Acme", "--accent", "#112233"][..],
            json!({"name": "Acme", "accent_color": "#112233"}),
        ),
        (
            &["--origin", "https://a.example.com", "--origin", "https://b.example.com"],
            json!({"allowed_origins": ["https://a.example.com", "https://b.example.com"]}),
        ),
        (
            &["--origin", "https://c.example.com"],
            json!({"allowed_origins": ["https://c.example.com"]}),
        ),
        (
            &["--support-contact", "help@example.com"],
            json!({"support_contact": "help@example.com"}),
        ),
        (&["--support-contact", "none"], json!({"support_contact": null})),
        (&["--default-locale", "pt-br"], json!({"default_locale": "pt-BR"})),
        (&["--default-locale", "none"], json!({"default_locale": null})),
        (
            &["--media-origin", "https://media.example.com"],
            json!({"media_origins": ["https://media.example.com"]}),
        ),
        (&["--media-origin", "none"], json!({"media_origins": []})),
        (
            &["--call-host", "Hooks.example.com", "--call-host", "b.example.com"],
            json!({"call_hosts": ["hooks.example.com", "b.example.com"]}),
        ),
        (&["--call-host", "none"], json!({"call_hosts": []})),
        (&["--pause-mode", "subscription"], json!({"pause_mode": "subscription"})),
        (
            &[
                "--max-percent",
                "40",
                "--max-months",
                "6",
                "--max-credit",
                "usd=5000",
                "--max-credit",
                "jpy=7000",
            ],
            json!({"offer_ceilings": {
                "max_percent": 40, "max_months": 6, "max_credit": {"jpy": 7000, "usd": 5000},
            }}),
        ),
        (
            &["--max-percent", "none", "--max-months", "none", "--max-credit", "none"],
            json!({"offer_ceilings": {"max_percent": null, "max_months": null, "max_credit": {}}}),
        ),
    ] {
        let expected = with(&now, changed);
        now = set(&world, args).await;
        assert_eq!(now, expected, "{args:?}");
    }
}

#[tokio::test]
async fn a_bad_setting_is_named_with_what_to_do_and_nothing_changes() {
    let world = World::start(Database::Sqlite).await;
    let before = shown(&world).await;
    for (args, words) in [
        (&["--name", " "][..], "customers see it"),
        (&["--accent", "mauve"], "--accent-color mauve"),
        (&["--origin", "http://app.example.com"], "--allowed-origin http://app.example.com"),
        (&["--origin", "none"], "--allowed-origin none"),
        (&["--support-contact", "call us"], "a mail address or a link"),
        (&["--support-contact", "http://example.com"], "`https://`"),
        (&["--default-locale", "tlh"], "pages speak en, en-GB"),
        (&["--media-origin", "http://media.example.com"], "`https://host[:port]` only"),
        (&["--media-origin", "https://media.example.com/a.png"], "--media-origin"),
        (
            &["--media-origin", "none", "--media-origin", "https://a.example.com"],
            "give one of both",
        ),
        (&["--call-host", "https://hooks.example.com"], "give the host alone"),
        (&["--call-host", "10.0.0.7"], "RENUMERATE_OUTBOUND_ALLOW"),
        (&["--call-host", "hooks"], "RENUMERATE_OUTBOUND_ALLOW"),
        (&["--pause-mode", "sometimes"], "collection"),
        (&["--max-percent", "0"], "from 1 to 100"),
        (&["--max-percent", "101"], "from 1 to 100"),
        (&["--max-months", "0"], "from 1 to 120"),
        (&["--max-credit", "5000"], "`usd=5000`"),
        (&["--max-credit", "usd=-1"], "`usd=5000`"),
        (&["--max-credit", "dollars=5"], "--max-credit dollars=5"),
        (&["--max-credit", "usd=1", "--max-credit", "USD=2"], "twice"),
        (&["--name", "Acme", "--max-percent", "0"], "from 1 to 100"),
        (&[], "nothing would change"),
    ] {
        let (good, said, error) = brand(&world, &[&["set", id(&world)], args].concat()).await;
        assert!(!good && said.is_empty() && error.contains(words), "{args:?}: {said}{error}");
        assert_eq!(shown(&world).await, before, "{args:?}");
    }
    let (good, _, error) = brand(&world, &["show", "brand_nobody"]).await;
    assert!(!good && error.contains("there is no brand brand_nobody"), "{error}");
}

#[tokio::test]
async fn a_host_that_the_operator_allows_may_be_called() {
    let world = World::start(Database::Sqlite).await;
    let mut command = world.command(&["brand", "set", id(&world), "--call-host", "hooks.corp"]);
    command.env("RENUMERATE_OUTBOUND_ALLOW", "hooks.corp");
    let (good, said, error) = run(command).await;
    assert!(good && said.contains("call hosts       hooks.corp\n"), "{said}{error}");
}

#[tokio::test]
async fn a_brand_is_shown_in_words() {
    let world = World::start(Database::Sqlite).await;
    let (good, said, error) = brand(&world, &["show", id(&world)]).await;
    assert!(good, "{error}");
    for line in [
        "name             Lumen",
        "allowed origins  http://localhost:*",
        "default locale   none",
        "pause mode       collection",
        "max credit       none",
        "test mode        connected, built-in playbook",
        "live mode        not connected, built-in playbook",
    ] {
        assert!(said.lines().any(|own| own == line), "{line}: {said}");
    }
}

#[tokio::test]
async fn a_brand_may_be_added_with_every_setting() {
    let world = World::start(Database::Sqlite).await;
    let add = ["brand", "add", "--json", "--name", "Acme", "--origin", "https://app.example.com"];
    let further = ["--default-locale", "de", "--call-host", "b.example.com", "--max-months", "3"];
    let mut command = world.command(&[&add[..], &further[..]].concat());
    command.env("STRIPE_SECRET_KEY", "sk_test_lumen");
    let (good, said, error) = run(command).await;
    assert!(good, "{error}");
    let added: Value = serde_json::from_str(&said).unwrap();
    let show = ["show", added["brand_id"].as_str().unwrap(), "--json"];
    let shown: Value = serde_json::from_str(&brand(&world, &show).await.1).unwrap();
    let brand = &shown["brand"];
    assert_eq!(
        (&brand["default_locale"], &brand["call_hosts"]),
        (&"de".into(), &json!(["b.example.com"]))
    );
    assert_eq!(
        (&brand["offer_ceilings"]["max_months"], &brand["accent_color"]),
        (&3.into(), &"#2f5bd0".into())
    );
}

#[tokio::test]
async fn signing_secrets_stay_differ_by_mode_and_follow_the_master_keys() {
    let world = World::start(Database::Sqlite).await;
    let args = |mode: &'static str| ["signing-secret", id(&world), "--mode", mode];
    let (good, test, error) = brand(&world, &args("test")).await;
    assert!(good && test.starts_with("whsec_") && test.lines().count() == 1, "{test}{error}");
    assert_eq!(brand(&world, &args("test")).await.1, test);
    assert_ne!(brand(&world, &args("live")).await.1, test);
    let (_, newer, _) = run(world.command(&["keygen"])).await;
    let mut command = world.command(&["brand", "signing-secret", id(&world), "--json"]);
    command.env("RENUMERATE_MASTER_KEY", format!("{},{}", newer.trim(), world.master_key()));
    let (good, said, error) = run(command).await;
    assert!(good, "{error}");
    let said: Value = serde_json::from_str(&said).unwrap();
    let secrets = said["signing_secrets"].as_array().unwrap();
    assert_eq!((secrets.len(), secrets[1].as_str()), (2, Some(test.trim())));
}
