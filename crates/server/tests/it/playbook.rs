//! `renumerate playbook`: files are checked, compared, published and brought back.

use std::path::PathBuf;

use serde_json::Value;
use tempfile::TempDir;

use crate::support::{Database, World, renumerate, run};

/// A file of the repository.
fn shipped(name: &str) -> String {
    format!("{}/../../playbooks/{name}.toml", env!("CARGO_MANIFEST_DIR"))
}

/// The built-in playbook with one text replaced, as a file.
fn changed(folder: &TempDir, name: &str, from: &str, to: &str) -> String {
    let text = std::fs::read_to_string(shipped("saas-monthly")).unwrap();
    assert!(text.contains(from), "{from}");
    let path: PathBuf = folder.path().join(name);
    std::fs::write(&path, text.replacen(from, to, 1)).unwrap();
    path.display().to_string()
}

/// Runs `renumerate playbook …` without a database.
async fn alone(args: &[&str]) -> (bool, String, String) {
    run(renumerate(&[&["playbook"], args].concat())).await
}

/// Runs `renumerate playbook …` for the world's brand.
async fn of(world: &World, args: &[&str]) -> (bool, String, String) {
    let brand = world.brand["brand_id"].as_str().unwrap();
    run(world.command(&[&["playbook"], args, &["--brand", brand]].concat())).await
}

#[tokio::test]
async fn every_shipped_playbook_is_listed_printed_and_has_no_errors() {
    let (listed, names, _) = alone(&["list"]).await;
    assert!(listed);
    let names: Vec<&str> = names.lines().filter_map(|line| line.split("  ").next()).collect();
    assert_eq!(names, ["saas-monthly", "saas-yearly", "media", "box", "app-with-trial"]);
    for name in names {
        let (printed, text, _) = alone(&["export", "--ready", name]).await;
        assert!(printed);
        assert_eq!(text, std::fs::read_to_string(shipped(name)).unwrap(), "{name}");
        let (good, said, error) = alone(&["check", &shipped(name)]).await;
        assert!(good && said.ends_with("no errors, 0 to look at\n"), "{said}{error}");
    }
    let (found, _, error) = alone(&["export", "--ready", "saas"]).await;
    assert!(!found && error.contains("playbook list"), "{error}");
}

#[tokio::test]
async fn mistakes_are_named_with_line_and_column_and_end_with_exit_code_1() {
    let folder = tempfile::tempdir().unwrap();
    let rule = "[[offers]]\nid = \"offer_pause\"\nwhen = 'cuntry == \"CA\"'";
    let file = changed(&folder, "a.toml", "[[offers]]\nid = \"offer_pause\"", rule);
    let text = std::fs::read_to_string(&file).unwrap();
    let line = text.lines().position(|line| line.starts_with("when")).unwrap() + 1;
    let (good, said, error) = alone(&["check", &file]).await;
    assert!(!good && error.contains("has 1 error"), "{error}");
    let expected =
        format!("{file}:{line}:9: error[expression] `cuntry` is not a fact; did you mean");
    assert!(said.starts_with(&expected), "{said}");

    let file = changed(&folder, "b.toml", "kind = \"pause\"", "kind = \"puase\"");
    let (good, said, _) = alone(&["check", "--json", &file]).await;
    let finding: Value = serde_json::from_str(said.lines().next().unwrap()).unwrap();
    assert!(!good);
    assert_eq!(finding["finding"]["code"], "unknown_word");
    assert_eq!(finding["finding"]["place"], "offers[1].effect.kind");

    let (good, _, error) = alone(&["check", "/nowhere/a.toml"]).await;
    assert!(!good && error.contains("/nowhere/a.toml"), "{error}");
}

#[tokio::test]
async fn files_are_compared_by_what_they_mean() {
    let folder = tempfile::tempdir().unwrap();
    let file = changed(&folder, "a.toml", "percent = 25", "percent = 30 ");
    let expected = "~ offers.offer_discount.effect.reduction.percent: 25 → 30\n";
    let (good, said, error) = alone(&["diff", &shipped("saas-monthly"), &file]).await;
    assert!(good, "{error}");
    assert_eq!(said, expected);
    // Alone it is compared with what customers have now: the built-in playbook.
    assert_eq!(alone(&["diff", &file]).await.1, expected);
    let comment = changed(&folder, "b.toml", "# SaaS", "# Software");
    assert_eq!(alone(&["diff", &comment]).await.1, "");
}

#[tokio::test]
async fn a_playbook_is_published_and_brought_back_and_its_history_says_who_and_why() {
    let world = World::start(Database::Sqlite).await;
    let folder = tempfile::tempdir().unwrap();
    let (first, second) = (
        changed(&folder, "a.toml", "percent = 25", "percent = 20"),
        changed(&folder, "b.toml", "percent = 25", "percent = 15"),
    );
    let (_, said, _) = of(&world, &["history"]).await;
    assert!(said.contains("nothing is published"), "{said}");
    for (file, why) in [(&first, "Less to begin with"), (&second, "Less still")] {
        let publish = ["publish", file, "--by", "Kim", "--why", why];
        let (good, said, error) = of(&world, &publish).await;
        assert!(good && said.contains("is published as number"), "{said}{error}");
    }
    let (_, text, _) = of(&world, &["export"]).await;
    assert_eq!(text, std::fs::read_to_string(&second).unwrap());
    let (_, said, _) = of(&world, &["diff", &first]).await;
    assert_eq!(said, "~ offers.offer_discount.effect.reduction.percent: 15 → 20\n");

    let history = history(&world).await;
    assert_eq!(history.len(), 2);
    assert_eq!((&history[0]["why"], &history[0]["by"]), (&"Less still".into(), &"Kim".into()));
    let hash = history[1]["hash"].as_str().unwrap();
    let back = ["rollback", &hash[..10], "--by", "Ash", "--why", "Too little"];
    let (good, _, error) = of(&world, &back).await;
    assert!(good, "{error}");
    assert_eq!(of(&world, &["export"]).await.1, std::fs::read_to_string(&first).unwrap());
    let history = self::history(&world).await;
    assert_eq!((history.len(), &history[0]["is_rollback"]), (3, &Value::Bool(true)));
    assert_eq!(history[0]["hash"].as_str(), Some(hash));
    let (good, _, error) = of(&world, &["rollback", "zz", "--by", "Ash", "--why", "w"]).await;
    assert!(!good && error.contains("no version `zz`"), "{error}");
}

/// The history, newest first.
async fn history(world: &World) -> Vec<Value> {
    let (good, said, error) = of(world, &["history", "--json"]).await;
    assert!(good, "{error}");
    said.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[tokio::test]
async fn what_has_errors_is_not_published_and_can_be_a_draft() {
    let world = World::start(Database::Sqlite).await;
    let folder = tempfile::tempdir().unwrap();
    let file = changed(&folder, "a.toml", "max_months = 3", "max_months = 13");
    let publish = ["publish", &file, "--by", "Kim", "--why", "Longer"];
    let (good, said, error) = of(&world, &publish).await;
    assert!(!good && error.contains("is not published"), "{error}");
    assert!(said.contains("error[out_of_range]"), "{said}");
    assert_eq!(history(&world).await, Vec::<Value>::new());

    let (good, said, error) = of(&world, &["import", &file, "--by", "Kim"]).await;
    assert!(good && said.contains("it has 1 error"), "{said}{error}");
    let (_, text, _) = of(&world, &["export", "--draft"]).await;
    assert_eq!(text, std::fs::read_to_string(&file).unwrap());
    let draft = ["publish", "--by", "Kim", "--why", "Longer"];
    assert!(!of(&world, &draft).await.0);
    let file = changed(&folder, "b.toml", "max_months = 3", "max_months = 4");
    assert!(of(&world, &["import", &file, "--by", "Kim"]).await.0);
    let (good, _, error) = of(&world, &draft).await;
    assert!(good, "{error}");
    for (by, why, named) in [("Kim", " ", "--why"), ("", "Longer", "--by")] {
        let (good, _, error) = of(&world, &["publish", &file, "--by", by, "--why", why]).await;
        assert!(!good && error.contains(named), "{error}");
    }
}

#[tokio::test]
async fn a_brands_check_asks_stripe_for_the_prices_it_names() {
    let world = World::start(Database::Sqlite).await;
    let folder = tempfile::tempdir().unwrap();
    let example = shipped("example-three-sentences");
    let (good, said, error) = of(&world, &["check", &example]).await;
    assert!(good && !said.contains("error["), "{said}{error}");
    let text = std::fs::read_to_string(&example).unwrap();
    let file = folder.path().join("a.toml").display().to_string();
    let monthly = "[\"price_1LumenProMonthlyUsd\"]";
    for (from, to, code) in [
        ("price = \"price_1LumenBasicMonthlyUsd\"", "price = \"price_gone\"", "unknown_price"),
        (monthly, "[\"price_1LumenProMonthlyJpy\"]", "other_currency"),
    ] {
        assert!(text.contains(from));
        std::fs::write(&file, text.replace(from, to)).unwrap();
        let (good, said, _) = of(&world, &["check", &file]).await;
        assert!(!good && said.contains(&format!("error[{code}]")), "{said}");
        let (good, said, _) = of(&world, &["check", &file, "--skip-prices"]).await;
        assert!(good, "{said}");
    }
}
