//! What the commands say and how they end.

use testkit::ROBIN;

use crate::support::{Database, World, renumerate, run, until};

#[tokio::test]
async fn a_busy_port_is_named_with_its_holder_and_no_other_is_taken() {
    let world = World::start(Database::Sqlite).await;
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let serve = world.command(&["serve", "--listen", &address]);
    let (succeeded, printed, error) = run(serve).await;
    assert!(!succeeded && printed.is_empty(), "{printed}");
    assert!(error.contains(&format!("{address} is taken by ")), "{error}");
    assert!(error.contains(&format!("(pid {})", std::process::id())), "{error}");
}

#[tokio::test]
async fn serving_without_a_master_key_is_refused_and_keygen_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", folder.path().join("test.db").display());
    let serve = ["serve", "--listen", "127.0.0.1:0", "--database-url", &database];
    let (succeeded, _, error) = run(renumerate(&serve)).await;
    assert!(!succeeded);
    assert!(error.contains("renumerate keygen"), "{error}");
}

#[tokio::test]
async fn two_master_keys_are_never_the_same() {
    let (_, one, _) = run(renumerate(&["keygen"])).await;
    let (_, two, _) = run(renumerate(&["keygen"])).await;
    assert!(one != two && one.trim().len() == 43, "{one}");
}

#[tokio::test]
async fn a_server_says_when_it_is_ready_and_ends_well_when_told() {
    let world = World::start(Database::Sqlite).await;
    let mut server = world.serve(None).await;
    for path in ["healthz", "readyz"] {
        let answer = world.http.get(format!("{}/{path}", server.url)).send().await.unwrap();
        assert_eq!(answer.status(), 200, "{path}");
    }
    let pid = server.process.child.id().unwrap().to_string();
    let told = tokio::process::Command::new("kill").args(["-TERM", &pid]).status().await;
    assert!(told.unwrap().success());
    assert!(server.process.child.wait().await.unwrap().success());
}

#[tokio::test]
async fn a_key_that_is_added_works_and_one_that_is_revoked_stops_while_the_server_runs() {
    let world = World::start(Database::Sqlite).await;
    let server = world.serve(None).await;
    let text = |field: &str| world.brand[field].as_str().unwrap();
    let (added, printed, error) = run(world.command(&["brand", "add-key", text("brand_id")])).await;
    assert!(added, "{error}");
    let new_key = printed.split_whitespace().last().unwrap();
    assert_eq!(server.create(new_key, ROBIN).await.0, 200);
    let session = server.session(ROBIN).await;
    let revoke = ["brand", "revoke-key", text("brand_id"), text("key_id")];
    assert!(run(world.command(&revoke)).await.0);
    until("the key is refused", async || {
        (server.create(text("brand_key"), ROBIN).await.0 == 401).then_some(())
    })
    .await;
    server.reaches(&session, "message").await;
    assert_eq!(server.create(new_key, ROBIN).await.0, 200);
}

#[tokio::test]
async fn a_brand_is_added_only_with_what_it_needs() {
    let world = World::start(Database::Sqlite).await;
    for (origin, key, words) in [
        ("https://app.example.com/path", "sk_test_a", "--allowed-origin"),
        ("http://app.example.com", "sk_test_a", "--allowed-origin"),
        ("https://app.example.com", "sk_live_a", "not one of test mode"),
    ] {
        let add = ["brand", "add", "--name", "X", "--allowed-origin", origin];
        let mut command = world.command(&add);
        command.env("STRIPE_SECRET_KEY", key);
        let (succeeded, _, error) = run(command).await;
        assert!(!succeeded && error.contains(words), "{error}");
    }
}

#[tokio::test]
async fn a_setting_that_does_not_exist_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("renumerate.toml");
    std::fs::write(&file, "listne = \"127.0.0.1:0\"\n").unwrap();
    let (succeeded, _, error) =
        run(renumerate(&["serve", "--config", file.to_str().unwrap()])).await;
    assert!(!succeeded && error.contains("listne"), "{error}");
}

#[tokio::test]
async fn the_doctor_is_content_with_a_brand_that_works() {
    let world = World::start(Database::Sqlite).await;
    let (succeeded, printed, error) = run(world.command(&["doctor"])).await;
    assert!(succeeded, "{printed}{error}");
    let expected = [
        "ok    settings",
        "ok    master key",
        "ok    database and migrations",
        "ok    playbook of Lumen (test mode): the built-in one, nothing is published",
        "ok    Stripe of Lumen (test mode), version 2026-08-26.dahlia",
        "ok    billing actions: 0 open",
        "ok    planned changes: none",
    ];
    assert_eq!(printed.lines().collect::<Vec<_>>(), expected);
}

#[tokio::test]
async fn the_doctor_finds_a_playbook_that_breaks_the_settings_of_today() {
    let world = World::start(Database::Sqlite).await;
    let brand = world.brand["brand_id"].as_str().unwrap();
    let file = format!("{}/../../playbooks/saas-monthly.toml", env!("CARGO_MANIFEST_DIR"));
    let publish = ["playbook", "publish", &file, "--brand", brand, "--by", "Kim", "--why", "First"];
    let (published, _, error) = run(world.command(&publish)).await;
    assert!(published, "{error}");
    let (succeeded, printed, _) = run(world.command(&["doctor"])).await;
    assert!(succeeded && printed.contains("playbook of Lumen (test mode): version "), "{printed}");

    let set = ["brand", "set", brand, "--max-percent", "20", "--pause-mode", "subscription"];
    assert!(run(world.command(&set)).await.0);
    let (succeeded, printed, error) = run(world.command(&["doctor"])).await;
    assert!(!succeeded && error.contains("1 of the checks failed"), "{error}");
    for words in [
        "FAIL  playbook of Lumen (test mode)\n      version ",
        "has 1 error(s) under the brand's settings of today, such as offers[0].effect",
        "note  Lumen pauses the subscription itself",
    ] {
        assert!(printed.contains(words), "{words}: {printed}");
    }
}

#[tokio::test]
async fn the_openapi_document_is_printed() {
    let (succeeded, printed, _) = run(renumerate(&["openapi"])).await;
    let document: serde_json::Value = serde_json::from_str(&printed).unwrap();
    assert!(succeeded);
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
}

#[tokio::test]
async fn revoking_a_key_that_does_not_exist_is_an_error() {
    let world = World::start(Database::Sqlite).await;
    let brand_id = world.brand["brand_id"].as_str().unwrap();
    let revoke = world.command(&["brand", "revoke-key", brand_id, "bkey_nope"]);
    let (succeeded, printed, error) = run(revoke).await;
    assert!(!succeeded && printed.is_empty(), "{printed}");
    assert!(error.contains("nothing was revoked"), "{error}");
}

#[tokio::test]
async fn a_master_key_of_another_database_is_named_by_doctor_and_at_start() {
    let world = World::start(Database::Sqlite).await;
    let (_, other, _) = run(renumerate(&["keygen"])).await;
    for (command, words) in [
        (vec!["doctor"], "sealed under another master key"),
        (vec!["serve", "--listen", "127.0.0.1:0"], "opens nothing in this database"),
    ] {
        let mut command = world.command(&command);
        command.env("RENUMERATE_MASTER_KEY", other.trim());
        let (succeeded, printed, error) = run(command).await;
        assert!(!succeeded && format!("{printed}{error}").contains(words), "{printed}{error}");
    }
}

#[tokio::test]
async fn a_brand_that_cannot_be_added_whole_leaves_nothing_behind() {
    let world = World::start(Database::Sqlite).await;
    let add = ["brand", "add", "--name", "X", "--allowed-origin", "https://app.example.com"];
    let mut command = world.command(&[&add[..], &["--public-url", "foo/bar"]].concat());
    command.env("STRIPE_SECRET_KEY", "sk_test_a");
    assert!(!run(command).await.0);
    let (_, listed, _) = run(world.command(&["brand", "list"])).await;
    assert_eq!(listed.lines().count(), 1, "{listed}");
}
