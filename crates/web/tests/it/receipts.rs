//! Receipts: a bearer of their own, good to view, download and undo.

use testkit::{Page, ROBIN, TestApp};

async fn canceled(app: &TestApp) -> (Page, String) {
    let view = app.session().for_customer(ROBIN.customer).open().await.cancel().await;
    app.run_jobs().await;
    let page = view.refresh().await.page().clone();
    let path = page.receipt_path().expect("a receipt");
    (page, path)
}

#[tokio::test]
async fn a_receipt_names_reference_time_and_end() {
    let app = TestApp::start().await;
    let (_, path) = canceled(&app).await;
    let page = app.get_page(&path).await;
    assert_eq!(page.status(), 200);
    assert!(page.says("RN-") && page.says("November 23, 2026"), "{}", page.words());
    assert!(page.says("You can use it until"), "{}", page.words());
}

#[tokio::test]
async fn a_receipt_can_be_saved_without_scripts_in_it() {
    let app = TestApp::start().await;
    let (_, path) = canceled(&app).await;
    let page = app.get_page(&format!("{path}?download=1")).await;
    assert!(page.answer.header("content-disposition").starts_with("attachment"));
    assert!(!page.html().contains("<script") && !page.html().contains("<form"));
}

#[tokio::test]
async fn a_receipt_outlives_its_session_until_the_period_ends() {
    let app = TestApp::start().await;
    let (_, path) = canceled(&app).await;
    let ends_at = app.at_stripe(ROBIN.subscription)["cancel_at"].as_i64().unwrap();
    app.advance(ends_at - app.sandbox.now() - 1);
    assert_eq!(app.get(&path).await.status, 200);
    app.advance(1);
    assert_eq!(app.get(&path).await.status, 404);
    assert_eq!(app.post_page(&path, &[("action", "undo")]).await.status(), 404);
}

#[tokio::test]
async fn a_receipt_undoes_its_cancellation_once_and_long_after_the_session() {
    let app = TestApp::start().await;
    let (_, path) = canceled(&app).await;
    app.advance(2 * 86_400);
    for _ in 0..2 {
        app.post_page(&path, &[("action", "undo")]).await;
        app.run_jobs().await;
    }
    let page = app.get_page(&path).await;
    assert_eq!(page.step(), "undone", "{}", page.words());
    assert_eq!(app.at_stripe(ROBIN.subscription)["cancel_at_period_end"], false);
    assert_eq!(app.effects_on(ROBIN.subscription).len(), 2);
}

#[tokio::test]
async fn a_get_of_a_receipt_undoes_nothing() {
    let app = TestApp::start().await;
    let (_, path) = canceled(&app).await;
    app.get(&format!("{path}?action=undo")).await;
    app.run_jobs().await;
    assert_eq!(app.effects_on(ROBIN.subscription).len(), 1);
}

#[tokio::test]
async fn a_bearer_that_is_not_known_opens_nothing_and_leaks_nothing() {
    let app = TestApp::start().await;
    let (_, path) = canceled(&app).await;
    let altered = format!("{}x", &path[..path.len() - 1]);
    for bad in [altered.as_str(), "/receipt/rcp_", "/receipt/rcp_%00", "/receipt/ret_abc"] {
        let page = app.get_page(bad).await;
        assert_eq!(page.status(), 404, "{bad}");
        assert!(!page.says("RN-") && !page.says("Lumen"), "{bad}");
    }
}

#[tokio::test]
async fn a_receipt_may_not_be_framed_or_kept() {
    let app = TestApp::start().await;
    let (_, path) = canceled(&app).await;
    let answer = app.get(&path).await;
    assert!(answer.header("content-security-policy").ends_with("frame-ancestors 'none'"));
    assert_eq!(answer.header("cache-control"), "no-store");
}

#[tokio::test]
async fn the_bearer_itself_is_not_stored() {
    let app = TestApp::start().await;
    let (_, path) = canceled(&app).await;
    let bearer = path.trim_start_matches("/receipt/");
    let sql = format!("SELECT count(*) FROM receipts WHERE bearer_hash = CAST('{bearer}' AS BLOB)");
    assert_eq!(app.count(&sql), 0);
    assert_eq!(app.count("SELECT count(*) FROM receipts"), 1);
}

#[tokio::test]
async fn after_an_undo_the_customer_may_cancel_again() {
    let app = TestApp::start().await;
    let (_, path) = canceled(&app).await;
    app.post_page(&path, &[]).await;
    app.run_jobs().await;
    app.session().for_customer(ROBIN.customer).open().await.cancel().await;
    app.run_jobs().await;
    assert_eq!(app.at_stripe(ROBIN.subscription)["cancel_at_period_end"], true);
    assert_eq!(app.count("SELECT count(*) FROM decisions WHERE state = 'standing'"), 1);
}
