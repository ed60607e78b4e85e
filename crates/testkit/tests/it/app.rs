//! The application for tests keeps its promise: no work is left behind unseen.

use std::panic::AssertUnwindSafe;

use testkit::{ROBIN, TestApp};

#[tokio::test]
async fn a_test_that_leaves_work_undone_fails() {
    let app = TestApp::start().await;
    app.session().for_customer(ROBIN.customer).open().await.cancel().await;
    let ended = std::panic::catch_unwind(AssertUnwindSafe(|| drop(app)));
    assert!(ended.is_err());
}

#[tokio::test]
async fn a_test_may_say_that_it_leaves_work() {
    let app = TestApp::start().await;
    app.session().for_customer(ROBIN.customer).open().await.cancel().await;
    app.leave_work();
}
