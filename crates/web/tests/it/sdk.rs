//! The SDK's files, as the server hands them out.

use testkit::TestApp;
use web::SDK_VERSION;

#[tokio::test]
async fn the_versioned_script_may_be_loaded_by_any_page_and_kept_for_ever() {
    let app = TestApp::start().await;
    let answer = app.get(&format!("/sdk/{SDK_VERSION}/renumerate.js")).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    assert!(answer.header("content-type").contains("javascript"));
    assert!(answer.header("cache-control").contains("immutable"));
}

#[tokio::test]
async fn the_unversioned_script_is_not_kept_for_ever() {
    let app = TestApp::start().await;
    let answer = app.get("/sdk/renumerate.js").await;
    assert_eq!(answer.status, 200);
    assert!(!answer.header("cache-control").contains("immutable"));
}

#[tokio::test]
async fn the_package_comes_as_a_tarball() {
    let app = TestApp::start().await;
    let answer = app.get(&format!("/sdk/renumerate-js-{SDK_VERSION}.tgz")).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.body[..2], [0x1f, 0x8b]);
}

#[tokio::test]
async fn a_version_that_was_never_released_is_not_found() {
    let app = TestApp::start().await;
    for path in ["/sdk/99.0.0/renumerate.js", "/sdk/..%2f..%2fCargo.toml", "/sdk/"] {
        assert_eq!(app.get(path).await.status, 404, "{path}");
    }
}
