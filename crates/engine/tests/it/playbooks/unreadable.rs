//! Versions that this program cannot follow, and the built-in one under a later program.

use domain::brand::Mode;
use domain::playbook::built_in;
use engine::playbooks::content_hash;
use engine::ports::{PlaybookVersion, PublishPlaybook};
use testkit::{ASH, LogCapture, ROBIN, TestApp};

use crate::support::{Tab, one_offer, publish};

/// What a newer program may have published: an unknown field, a rule this one does not know, and
/// what is no document at all.
fn documents(cancel: &str) -> [String; 3] {
    let rest = r#""schema":1,"name":"N","default_locale":"en","reasons":[]"#;
    [
        format!(r#"{{{rest},"flow":{{"cancel":{cancel},"tempo":"slow"}}}}"#),
        format!(
            r#"{{{rest},"flow":{{"cancel":{cancel}}},"segments":[{{"id":"a","name":"A","when":"karma > 3"}}]}}"#
        ),
        "{".to_owned(),
    ]
}

/// Makes a document current as it stands, in place of what was.
async fn store(app: &TestApp, hash: &str, document: &str) {
    let version = PlaybookVersion {
        hash: hash.to_owned(),
        document: document.to_owned(),
        source: String::new(),
    };
    let publish = PublishPlaybook {
        brand_id: app.brand_id(),
        mode: Mode::Test,
        version,
        is_rollback: false,
        by: "a newer program".to_owned(),
        why: "to see".to_owned(),
        at: app.engine.clock().now(),
    };
    app.engine.store().publish_playbook(&publish).await.unwrap();
    app.advance(2);
}

#[tokio::test]
async fn nobody_is_kept_from_canceling_by_a_version_that_cannot_be_followed() {
    for (number, document) in documents(r#"{"mode":"now"}"#).into_iter().enumerate() {
        let app = TestApp::start().await;
        let hash = format!("broken{number}");
        store(&app, &hash, &document).await;
        let logs = LogCapture::start();
        let tab = Tab::open(&app, ASH).await;
        assert_eq!(tab.view.pinned.hash, hash);
        // Its first reason has an offer in the built-in playbook.
        let tab = tab.answer("too_expensive").await;
        assert_eq!((tab.screen(), tab.shown()), ("confirm", None), "{document}");
        let tab = tab.cancel().await;
        app.run_jobs().await;
        let tab = tab.refresh().await;
        assert_eq!(tab.screen(), "done", "{document}");
        let said = logs.text().matches("a stored playbook cannot be followed").count();
        assert_eq!(said, 1, "{}", logs.text());
        // The end the brand chose holds where it can be read, else that of the built-in playbook.
        let subscription = app.at_stripe(ASH.subscription);
        if document == "{" {
            assert_eq!(subscription["cancel_at_period_end"], true);
        } else {
            assert_eq!(subscription["status"], "canceled", "{document}");
        }
    }
}

#[tokio::test]
async fn an_open_session_goes_on_when_its_version_cannot_be_followed_any_more() {
    let app = TestApp::start().await;
    let [unreadable, ..] = documents(r#"{"mode":"at_period_end"}"#);
    store(&app, "broken", &unreadable).await;
    let tab = Tab::open(&app, ROBIN).await;
    // Another version is published; the session keeps its own.
    publish(&app, &one_offer(r#"kind = "content""#, "", "")).await;
    app.advance(2);
    let tab = tab.refresh().await;
    assert_eq!(tab.view.pinned.hash, "broken");
    let tab = tab.cancel().await;
    app.run_jobs().await;
    assert_eq!(tab.refresh().await.screen(), "done");
    assert_eq!(app.at_stripe(ROBIN.subscription)["cancel_at_period_end"], true);
}

#[tokio::test]
async fn the_built_in_playbook_is_stored_when_a_session_opens_with_it() {
    let app = TestApp::start().await;
    let (brand_id, hash) = (app.brand_id(), content_hash(&built_in()));
    let find = || app.engine.store().find_playbook_version(&brand_id, &hash);
    assert_eq!(find().await.unwrap(), None);
    for member in [ASH, ROBIN] {
        let tab = Tab::open(&app, member).await;
        assert_eq!(tab.view.pinned.hash, hash);
        let version = find().await.unwrap().expect("it is stored");
        let stored: domain::playbook::Playbook = serde_json::from_str(&version.document).unwrap();
        assert_eq!(stored, built_in());
        let source = domain::playbook::source::parse(&version.source).unwrap();
        assert_eq!(source.playbook, built_in());
    }
    assert_eq!(app.count("SELECT count(*) FROM playbook_versions"), 1);
    assert_eq!(app.count("SELECT count(*) FROM playbook_publications"), 0);
}
